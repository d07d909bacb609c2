import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { Status, STATUS_NAMES } from '../../src/base/status';
import { periodWords, statusMark } from '../../src/charts/indicator-words';

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
