import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { Status, STATUS_NAMES } from '../../src/base/status';
import {
  figureWords,
  headlineWords,
  type Measure,
  periodWords,
  scaleFor,
  statusMark,
  unitWords,
} from '../../src/charts/indicator-words';

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

describe('marks', () => {
  const span = { frequency: 'month' as const, noJanuary: true };
  const [january, march] = [monthPeriod(2026, 1), monthPeriod(2026, 3)];
  test('a value as reported needs none, every other status has a word in both languages', () => {
    expect(statusMark(Status.observed, 4, span, march)).toBeNull();
    STATUS_NAMES.forEach((name, byte) => {
      if (name === 'observed') return;
      const absent = ['missing', 'held', 'expectedGap'].includes(name);
      const mark = statusMark(byte, absent ? NaN : 1, span, march);
      expect(mark?.zh, name).toBeTruthy();
      expect(mark?.en, name).toBeTruthy();
    });
  });
  test('an expected gap is not missing; a figure that cannot be compared is neither', () => {
    const of = (status: number) => statusMark(status, NaN, span, march)?.zh;
    expect(new Set([of(Status.expectedGap), of(Status.missing), of(Status.observed)]).size).toBe(3);
    expect(of(Status.derived)).toBe(of(Status.observed));
  });
  test('a January that comes with February is told from a figure that is not due yet', () => {
    expect(statusMark(Status.expectedGap, NaN, span, january)?.zh).toBe('与2月合并公布');
    expect(statusMark(Status.expectedGap, NaN, span, march)?.zh).toBe('未到发布时间');
    expect(statusMark(Status.expectedGap, NaN, { ...span, noJanuary: false }, january)?.zh).toBe('未到发布时间');
  });
});

test('periods: January and February are one in the joint form only', () => {
  const span = { frequency: 'month' as const, weekEndsOn: 6, joint: true, noJanuary: true };
  expect(periodWords(span, monthPeriod(2026, 1), 'zh')).toBe('2026年1—2月');
  expect(periodWords(span, monthPeriod(2026, 2), 'en')).toBe('Jan–Feb 2026');
  expect(periodWords(span, monthPeriod(2026, 3), 'zh')).toBe('2026年3月');
  expect(periodWords({ ...span, joint: false }, monthPeriod(2026, 2), 'zh')).toBe('2026年2月');
});
