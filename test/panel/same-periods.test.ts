import { describe, expect, test } from 'vitest';
import { parseDay, parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { buildPanels } from '../../src/panel/build';
import type { Column, Panel } from '../../src/panel/panel';
import { type Known, samePeriods } from '../../src/panel/same-periods';
import { batchOf, catalogue, indicatorOf, panelOf, type Row, treeOf } from './make-panel';

const tree = treeOf({ R: '', A: 'R', B: 'R' });
const list = catalogue(
  indicatorOf('rate', { lagDays: 20 }),
  indicatorOf('jobs', { kind: 'flow' }),
  indicatorOf('rate_target', { frequency: 'year' }),
);
const A = [1, 2, 3, 4];
const known = (a: readonly number[], b: readonly number[] = A, over: Partial<Known> = {}): Known => ({
  panel: panelOf(tree, list, '2020-11', { rate: { A: a, B: b } }),
  years: undefined,
  asOf: null,
  day: null,
  ...over,
});

describe('periods in which nothing has changed', () => {
  test('are all of them where only new ones came', () => {
    expect(samePeriods(known(A), known([...A, 5], [...A, 5]))).toBe(4);
    expect(samePeriods(known(A), known(A))).toBe(4);
  });
  test('end before a revised value, one that came late, and one that was taken back', () => {
    expect(samePeriods(known(A), known([1, 2, 9, 4, 5]))).toBe(2);
    expect(samePeriods(known([1, NaN, 3, 4]), known(A))).toBe(1);
    expect(samePeriods(known(A), known(A, [NaN, 2, 3, 4]))).toBe(0);
  });
  test('end before another status of the same value', () => {
    const other = known(A);
    (other.panel.columns.get('rate') as Column).status[tree.indexOf.get('B')! * 4 + 3] = Status.provisional;
    expect(samePeriods(known(A), other)).toBe(3);
  });
  test('none where regions, indicators or the beginning differ', () => {
    const panel = (start: string, series: Record<string, Record<string, number[]>>, regions = tree): Panel =>
      panelOf(regions, list, start, series);
    const of = (p: Panel): Known => known(A, A, { panel: p });
    expect(samePeriods(known(A), of(panel('2020-10', { rate: { A } })))).toBe(0);
    expect(samePeriods(known(A), of(panel('2020-11', { rate: { A }, jobs: { A } })))).toBe(0);
    expect(samePeriods(known(A), of(panel('2020-11', { rate: { A } }, treeOf({ R: '', A: 'R', B: 'R' }))))).toBe(0);
  });
  test('end where a missing figure has become due', () => {
    const holed = [1, 2, NaN, 4];
    // January 2021 ends on the 31st and is due 20 days later.
    const on = (day: string): Known => known(holed, A, { day: parseDay(day) });
    expect(samePeriods(on('2021-02-19'), on('2021-02-20'))).toBe(2);
    expect(samePeriods(on('2021-02-20'), on('2021-03-31'))).toBe(4);
    const whole = (day: string): Known => known(A, A, { day: parseDay(day) });
    expect(samePeriods(whole('2021-02-19'), whole('2021-02-20'))).toBe(4);
  });
  test('end with the year before a changed target', () => {
    const years = (targets: number[]): Panel => panelOf(tree, list, '2020', { rate_target: { A: targets } }, 'year');
    const was = known(A, A, { years: years([5]) });
    expect(samePeriods(was, known(A, A, { years: years([5]) }))).toBe(4);
    // November and December are of 2020; a target for 2021 came.
    expect(samePeriods(was, known(A, A, { years: years([5, 6]) }))).toBe(2);
    expect(samePeriods(was, known(A, A, { years: years([7, NaN]) }))).toBe(0);
  });
  test('as known on two days', () => {
    const rows: Row[] = [
      ['A', 'jobs', '2020-01', 1, '2020-02-10'],
      ['A', 'jobs', '2020-02', 2, '2020-03-10'],
      ['A', 'jobs', '2020-02', 3, '2020-04-15'],
      ['A', 'jobs', '2020-03', 4, '2020-04-10'],
    ];
    const panel = buildPanels([batchOf(rows)], tree, list).panels.month!;
    const on = (day: string): Known => ({ panel, years: undefined, asOf: parseDay(day), day: parseDay(day) });
    expect(panel.first).toBe(parsePeriod('2020-01')!.period);
    expect(samePeriods(on('2020-04-10'), on('2020-04-12'))).toBe(3);
    expect(samePeriods(on('2020-04-10'), on('2020-04-20'))).toBe(1);
    expect(samePeriods(on('2020-03-05'), on('2020-03-20'))).toBe(1);
  });
});
