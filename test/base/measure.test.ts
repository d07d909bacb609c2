import { describe, expect, test } from 'vitest';
import { figureWords, headlineWords, type Measure, scaleFor, unitWords } from '../../src/base/measure';

const measure = (unit: string, decimals = 0, signed = false): Measure => ({ unit, decimals, signed, base: null });

test('figures: exact, signed when changes, a dash when there is none; zero is a figure', () => {
  expect(figureWords(12345.678, measure('persons', 1))).toBe('12,345.7');
  expect(figureWords(0.305, measure('points', 2, true))).toBe('+0.31');
  expect(figureWords(0, measure('persons'))).toBe('0');
  for (const none of [NaN, null, undefined, Infinity]) expect(figureWords(none, measure('persons'))).toBe('—');
});

describe('headlines', () => {
  test('the unit by size, within its dimension, in Chinese; digits in English', () => {
    expect(headlineWords(256_300, measure('persons'), 'zh')).toBe('25.6万人');
    expect(headlineWords(256_300, measure('persons'), 'en')).toBe('256,300 persons');
    expect(headlineWords(8_432, measure('persons'), 'zh')).toBe('8,432人');
    expect(headlineWords(1_234_567, measure('10k_kwh'), 'zh')).toBe('123亿千瓦时');
    expect(headlineWords(23_456, measure('10k_yuan'), 'zh')).toBe('2.35亿元');
    expect(headlineWords(23_456, measure('households'), 'zh')).toBe('2.35万户');
  });
  test('points and per cent are never mixed', () => {
    expect(headlineWords(0.31, measure('points', 2, true), 'zh')).toBe('+0.31个百分点');
    expect(headlineWords(-6.2, measure('percent', 1, true), 'zh')).toBe('−6.2%');
    expect(headlineWords(0.31, measure('points', 2, true), 'en')).toBe('+0.31 pp');
  });
  test('a ratio and an index need no unit, an unknown unit stays as it came', () => {
    expect(headlineWords(0.91, measure('ratio', 2), 'zh')).toBe('0.91');
    expect(unitWords('index', 'en')).toBe('');
    expect(scaleFor(1e6, measure('widgets'), 'zh')).toMatchObject({ divide: 1, unit: 'widgets' });
  });
});
