import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatDayWords,
  formatList,
  formatMonthRange,
  formatNumber,
  formatPeriodShort,
  formatPeriodWords,
  formatScaled,
  formatShare,
  formatSigned,
  formatSpan,
  roundTo,
  withUnit,
} from '../../src/base/format';
import { dayOf, monthPeriod, parsePeriod } from '../../src/base/period';

describe('numbers', () => {
  it.each([
    [1234567, 0, '1,234,567'],
    [999, 0, '999'],
    [-1234.5, 1, '−1,234.5'],
    [0, 1, '0.0'],
    [-0.04, 1, '0.0'],
    [1.005, 2, '1.01'],
    [-2.5, 0, '−3'],
    [1e-9, 2, '0.00'],
    [1e20, 1, '100,000,000,000,000,000,000.0'],
    [1e21, 0, '1e+21'],
  ])('%d at %d decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it.each([
    [0.94, 0, '94%'],
    [0.996, 0, '99%'],
    [0.996, 1, '99.6%'],
    [0.9999, 1, '99.9%'],
    [1, 0, '100%'],
    [0, 0, '0%'],
    [1.004, 0, '100%'],
  ])('share %f at %i decimals is %s: only the whole is 100%%', (share, decimals, words) => {
    expect(formatShare(share, decimals)).toBe(words);
  });

  it.each([null, Number.NaN, Infinity])('%s is no figure', (value) => {
    for (const format of [formatNumber, formatSigned, formatShare]) expect(format(value, 1)).toBe('—');
    expect(formatScaled(value, 'zh')).toBe('—');
    expect(formatChange(value, 'points', 'zh')).toBe('—');
  });

  it('signs a change, and leaves what rounds to zero without one', () => {
    expect(formatSigned(1.25, 1)).toBe('+1.3');
    expect(formatSigned(-1.25, 1)).toBe('−1.3');
    expect(formatSigned(0.04, 1)).toBe('0.0');
    expect(formatSigned(-0.04, 1)).toBe('0.0');
  });

  it('never yields a negative zero', () => {
    expect(Object.is(roundTo(-0.001, 2), 0)).toBe(true);
  });

  it('tells percentage points from per cent', () => {
    expect(formatChange(0.31, 'points', 'zh', 2)).toBe('+0.31个百分点');
    expect(formatChange(0.31, 'points', 'en', 2)).toBe('+0.31 pp');
    expect(formatChange(-6.2, 'percent', 'zh')).toBe('−6.2%');
  });

  it('scales by the steps of each language', () => {
    expect(formatScaled(256000, 'zh')).toBe('25.6万');
    expect(formatScaled(256000, 'en')).toBe('256 thousand');
    expect(formatScaled(9999, 'zh')).toBe('9,999');
    expect(formatScaled(12_340_000, 'zh')).toBe('1,234万');
    expect(formatScaled(1.5e8, 'zh')).toBe('1.5亿');
    expect(formatScaled(-1.5e6, 'en')).toBe('−1.5 million');
  });

  it('puts a space before a Latin unit only', () => {
    expect(withUnit('4.1', '%')).toBe('4.1%');
    expect(withUnit('4.1', '人')).toBe('4.1人');
    expect(withUnit('4.1', 'persons')).toBe('4.1 persons');
    expect(withUnit('—', '%')).toBe('—');
  });
});

describe('periods and days in words', () => {
  it.each([
    ['2026-10', '2026年10月', 'Oct 2026', '10月', 'Oct'],
    ['2017-Q3', '2017年三季度', 'Q3 2017', '三季度', 'Q3'],
    ['2017', '2017年', '2017', '2017年', '2017'],
    ['2020-01-04', '2020年1月4日当周', 'week ending 4 Jan 2020', '01-04', '01-04'],
  ])('%s', (text, zh, en, shortZh, shortEn) => {
    const { frequency, period, weekEndsOn } = parsePeriod(text)!;
    expect(formatPeriodWords(frequency, period, 'zh', weekEndsOn)).toBe(zh);
    expect(formatPeriodWords(frequency, period, 'en', weekEndsOn)).toBe(en);
    expect(formatPeriodShort(frequency, period, 'zh', weekEndsOn)).toBe(shortZh);
    expect(formatPeriodShort(frequency, period, 'en', weekEndsOn)).toBe(shortEn);
  });

  it('names joint and cumulative months', () => {
    const [jan, feb, dec] = [monthPeriod(2026, 1), monthPeriod(2026, 2), monthPeriod(2025, 12)];
    expect(formatMonthRange(jan, feb, 'zh')).toBe('2026年1—2月');
    expect(formatMonthRange(jan, feb, 'en')).toBe('Jan–Feb 2026');
    expect(formatMonthRange(jan, jan, 'zh')).toBe('2026年1月');
    expect(formatMonthRange(dec, feb, 'zh')).toBe('2025年12月—2026年2月');
  });

  it('writes days and spans', () => {
    expect(formatDayWords(dayOf(2026, 11, 10), 'zh')).toBe('2026年11月10日');
    expect(formatDayWords(dayOf(2026, 11, 10), 'en')).toBe('10 Nov 2026');
    expect(formatSpan('month', 1, 'en')).toBe('1 month');
    expect(formatSpan('month', 3, 'en')).toBe('3 months');
    expect(formatSpan('week', 3, 'zh')).toBe('3周');
  });

  it('joins words', () => {
    expect(formatList([], 'zh')).toBe('');
    expect(formatList(['甲'], 'zh')).toBe('甲');
    expect(formatList(['甲', '乙', '丙'], 'zh')).toBe('甲、乙和丙');
    expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B and C');
  });
});
