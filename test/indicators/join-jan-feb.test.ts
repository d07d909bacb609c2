import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../src/base/indicators';
import { Status } from '../../src/base/status';
import { joinJanFeb } from '../../src/indicators/join-jan-feb';
import type { Column } from '../../src/panel/panel';
import { catalogue, columnOf, indicatorOf, panelOf, seriesOf, statusesOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ A: '' });

function joined(
  over: Partial<Indicator>,
  first: string,
  values: readonly number[],
  reported: readonly number[] | null = null,
  column: Partial<Column> = {},
) {
  const indicator = indicatorOf('x', over);
  const panel = panelOf(tree, catalogue(indicator), first, { x: { A: values } });
  const cumulative = reported && columnOf(indicator, Float64Array.from(reported));
  const result = joinJanFeb(panel, { ...panel.columns.get('x')!, ...column }, cumulative);
  return { values: seriesOf(panel, result, 'A'), status: statusesOf(panel, result, 'A'), result };
}
const { derived, missing, observed, expectedGap, partial } = Status;

describe('a flow published each month', () => {
  const flow = { kind: 'flow', janFeb: 'joint' } as const;

  test('both places hold the mean, the January place is never graded alone', () => {
    const { values, status } = joined(flow, '2019-12', [9, 10, 30, 7]);
    expect(values).toEqual([9, 20, 20, 7]);
    expect(status).toEqual([observed, expectedGap, derived, observed]);
  });

  test('half of the pair is no pair', () => {
    expect(joined(flow, '2020-01', [10, NaN, 7])).toMatchObject({
      values: [NaN, NaN, 7],
      status: [expectedGap, missing, observed],
    });
    expect(joined(flow, '2020-01', [NaN, 10, 7])).toMatchObject({
      values: [NaN, NaN, 7],
      status: [expectedGap, missing, observed],
    });
  });

  test('a January at the end waits for its February', () => {
    expect(joined(flow, '2019-12', [9, 10])).toMatchObject({ values: [9, NaN], status: [observed, expectedGap] });
  });

  test('a February at the beginning has no January', () => {
    expect(joined(flow, '2020-02', [30, 7])).toMatchObject({ values: [NaN, 7], status: [missing, observed] });
  });

  test('a pair made of partial or imputed figures says so', () => {
    const status = Uint8Array.of(partial, observed, Status.observed);
    const coverage = Float32Array.of(0.5, 1, 1);
    const { status: after, result } = joined(flow, '2020-01', [10, 30, 7], null, { status, coverage });
    expect(after).toEqual([expectedGap, partial, observed]);
    expect(result.coverage![1]).toBe(0.5);
    expect(coverage[1]).toBe(1);
    const imputed = Uint8Array.of(Status.imputed, observed, observed);
    expect(joined(flow, '2020-01', [10, 30, 7], null, { status: imputed }).status[1]).toBe(Status.imputed);
  });
});

describe('one figure published for both months', () => {
  test('a rate is the rate of both', () => {
    const rate = { kind: 'rate', janFeb: 'joint-published' } as const;
    expect(joined(rate, '2020-01', [NaN, 6.5, 4])).toMatchObject({
      values: [6.5, 6.5, 4],
      status: [expectedGap, derived, observed],
    });
    expect(joined(rate, '2020-02', [6.5, 4]).values).toEqual([6.5, 4]);
    expect(joined(rate, '2020-01', [NaN, NaN, 4])).toMatchObject({
      values: [NaN, NaN, 4],
      status: [expectedGap, missing, observed],
    });
  });

  test('a total is shared by both', () => {
    const flow = { kind: 'flow', janFeb: 'joint-published' } as const;
    expect(joined(flow, '2020-01', [NaN, 50, 30]).values).toEqual([25, 25, 30]);
    expect(joined(flow, '2020-02', [50, 30])).toMatchObject({ values: [25, 30], status: [derived, observed] });
  });

  test('an expected gap of both stays one', () => {
    const status = Uint8Array.of(expectedGap, expectedGap, observed);
    expect(
      joined({ kind: 'rate', janFeb: 'joint-published' }, '2020-01', [NaN, NaN, 4], null, { status }).status,
    ).toEqual([expectedGap, expectedGap, observed]);
  });
});

describe('a cumulative indicator', () => {
  const cumulative = { kind: 'cumulative', janFeb: 'joint' } as const;

  test('its February is the total of both, even where January was not published', () => {
    expect(joined(cumulative, '2020-01', [10, 20, 5], [10, 30, 35])).toMatchObject({
      values: [15, 15, 5],
      status: [expectedGap, derived, observed],
    });
    expect(joined(cumulative, '2020-01', [NaN, NaN, 5], [NaN, 30, 35])).toMatchObject({
      values: [15, 15, 5],
      status: [expectedGap, derived, observed],
    });
  });

  test('also when the panel begins in February', () => {
    expect(joined(cumulative, '2020-02', [NaN, 5], [30, 35])).toMatchObject({
      values: [15, 5],
      status: [derived, observed],
    });
  });

  test('without its February there is no pair', () => {
    expect(joined(cumulative, '2020-01', [10, NaN, NaN], [10, NaN, 35]).values).toEqual([NaN, NaN, NaN]);
  });
});

describe('a ratio', () => {
  const ratio = indicatorOf('x', { janFeb: 'joint' });
  const part = (...values: number[]) => columnOf(indicatorOf('part', { kind: 'flow' }), Float64Array.from(values));
  const of = (values: readonly number[], numerator: readonly number[], denominator: readonly number[]): number[] => {
    const panel = panelOf(tree, catalogue(ratio), '2020-01', { x: { A: values } });
    return seriesOf(
      panel,
      joinJanFeb(panel, panel.columns.get('x')!, null, [part(...numerator), part(...denominator)]),
      'A',
    );
  };

  test('of both months is total over total, not the mean of the two', () => {
    expect(of([0.5, 2, 1], [10, 20, 5], [20, 10, 5])).toEqual([1, 1, 1]);
    expect(of([0.5, 2, 1], [10, 200, 5], [20, 100, 5])).toEqual([1.75, 1.75, 1]);
  });

  test('without both parts of both months is the mean; over nothing it is not endless', () => {
    expect(of([0.5, 2, 1], [10, NaN, 5], [20, 10, 5])).toEqual([1.25, 1.25, 1]);
    expect(of([0.5, 2, 1], [10, 20, 5], [0, 0, 5])).toEqual([1.25, 1.25, 1]);
  });
});

test('leaves its input alone, treats each year and region, and says what it did', () => {
  const indicator = indicatorOf('x', { kind: 'flow', janFeb: 'joint' });
  const two = treeOf({ A: '', B: '' });
  const year = (a: number): number[] => [a, a + 10, ...Array.from({ length: 10 }, () => 1)];
  const panel = panelOf(two, catalogue(indicator), '2020-01', {
    x: { A: [...year(0), ...year(20)], B: [...year(100), ...year(200)] },
  });
  const kept = panel.columns.get('x')!.values.slice();
  const result = joinJanFeb(panel, panel.columns.get('x')!, null);
  expect(panel.columns.get('x')!.values).toEqual(kept);
  expect([0, 1, 12, 13, 24, 25, 36, 37].map((i) => result.values[i])).toEqual([5, 5, 25, 25, 105, 105, 205, 205]);
  expect(result.steps).toEqual(['join-jan-feb']);
});
