import { describe, expect, test } from 'vitest';
import { type Course, figurePeriod, previousChange, valueAt, yearChange } from '../../src/indicators/change';
import { indicatorOf } from '../panel/make-panel';

/** Two years of months from January 2020, 1, 2, 3 … */
const first = 2020 * 12;
const course: Course = { first, values: Array.from({ length: 24 }, (_, i) => i + 1) };
const courseOf = (values: readonly number[]): Course => ({ first, values });
const flow = indicatorOf('claims', { kind: 'flow', unit: 'persons', janFeb: 'joint' });
const rate = indicatorOf('rate');
const sum = indicatorOf('jobs', { kind: 'cumulative', unit: 'persons', janFeb: 'joint' });

describe('against the year before', () => {
  test.each([
    ['a rate in per cent, in points', rate, 13, { kind: 'points', value: 12, joint: false }],
    ['another rate, in itself', indicatorOf('r', { unit: 'ratio' }), 13, { kind: 'plain', value: 12, joint: false }],
    [
      'an index, in itself',
      indicatorOf('i', { unit: 'index', kind: 'index' }),
      13,
      { kind: 'plain', value: 12, joint: false },
    ],
    ['an amount, in per cent', flow, 15, { kind: 'percent', value: (16 / 4 - 1) * 100, joint: false }],
    ['a flow in February, both months', flow, 13, { kind: 'percent', value: (27 / 3 - 1) * 100, joint: true }],
    [
      'a sum since January in February, as it stands',
      sum,
      13,
      { kind: 'percent', value: (14 / 2 - 1) * 100, joint: true },
    ],
    ['a flow in January, not at all', flow, 12, null],
    ['before there is a year', flow, 9, null],
  ] as const)('%s', (_, indicator, t, change) => {
    expect(yearChange('month', course, indicator, first + t)).toEqual(change);
  });

  test('half of a joint figure missing, or an amount of nothing before: nothing is said', () => {
    const holed = courseOf([...(course.values as number[])].map((v, i) => (i === 0 ? NaN : v)));
    expect(yearChange('month', holed, flow, first + 13)).toBeNull();
    const nothing = courseOf([...(course.values as number[])].map((v, i) => (i === 5 ? 0 : v)));
    expect(yearChange('month', nothing, flow, first + 17)).toBeNull();
  });

  test('quarters and weeks know no festival', () => {
    const quarters = { first: 2020 * 4, values: [1, 2, 3, 4, 5] };
    expect(yearChange('quarter', quarters, flow, 2021 * 4)).toEqual({ kind: 'percent', value: 400, joint: false });
  });
});

describe('against the period before', () => {
  test.each([
    ['a rate in January', rate, 12, { kind: 'points', value: 1, joint: false }],
    [
      'a flow that the festival moves, in April',
      flow,
      15,
      { kind: 'percent', value: (16 / 15 - 1) * 100, joint: false },
    ],
    ['the same in January, February and March', flow, 14, null],
    ['a sum since January', sum, 20, null],
    ['the first of all', rate, 0, null],
  ] as const)('%s', (_, indicator, t, change) => {
    expect(previousChange('month', course, indicator, first + t)).toEqual(change);
  });
});

test('the newest figure is looked for two periods back, a sum only in its own year', () => {
  const late = courseOf([1, 2, 3, NaN, NaN, NaN]);
  expect([3, 4, 5].map((t) => figurePeriod('month', late, rate, first + t))).toEqual([first + 2, first + 2, null]);
  const december = { first: first + 11, values: [5, NaN] };
  expect(figurePeriod('month', december, rate, first + 12)).toBe(first + 11);
  expect(figurePeriod('month', december, sum, first + 12)).toBeNull();
  expect(valueAt(late, first - 1)).toBeNaN();
});
