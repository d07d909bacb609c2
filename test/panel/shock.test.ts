import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { type Shock, shockPanel } from '../../src/panel/shock';
import { catalogue, indicatorOf, panelOf, seriesOf, statusesOf, treeOf } from './make-panel';

const tree = treeOf(
  { R: '', A: 'R', B: 'R' },
  { R: { labourForce: 400 }, A: { labourForce: 100 }, B: { labourForce: 300 } },
);
const rate = indicatorOf('rate', { aggregation: { by: 'weighted-mean', weight: 'labourForce' }, range: [0, 60] });
const claims = indicatorOf('claims', {
  kind: 'flow',
  unit: 'persons',
  aggregation: { by: 'sum' },
  range: [0, 1e6],
});
const jobs = indicatorOf('jobs', { ...claims, id: 'jobs', kind: 'cumulative', worse: 'down' });
const pmi = indicatorOf('pmi', { kind: 'index', range: [0, 100] });
const coal = indicatorOf('coal', { ...claims, id: 'coal', janFeb: 'joint-published' });
const ratio = indicatorOf('ratio', {
  aggregation: { by: 'ratio', numerator: 'claims', denominator: 'seekers' },
  range: [0, 20],
});
const list = catalogue(rate, claims, jobs, pmi, coal, ratio, indicatorOf('seekers', { ...claims, id: 'seekers' }));

function shock(indicator: string, from: string, to: string, change: Shock['change'], regions: Shock['regions']): Shock {
  return { indicator, regions, from: parsePeriod(from)!.period, to: parsePeriod(to)!.period, change };
}

function after(
  series: Record<string, Record<string, number[]>>,
  shocks: Shock[],
  first = '2020-01',
): (id: string, code: string) => number[] {
  const panel = panelOf(tree, list, first, series);
  const shocked = shockPanel(panel, shocks);
  return (id, code) => seriesOf(shocked.panel, shocked.panel.columns.get(id), code).map((v) => Number(v.toFixed(9)));
}

describe('factor and shock', () => {
  test('a factor acts within its stretch on the region and on all below it; the panel itself stays as it was', () => {
    const series = { claims: { R: [400, 400, 400], A: [100, 100, 100], B: [300, 300, 300] } };
    const panel = panelOf(tree, list, '2020-01', series);
    const { panel: then, touched } = shockPanel(panel, [
      shock('claims', '2020-02', '2020-02', { kind: 'factor', amount: 1.5 }, 'all'),
    ]);
    expect(seriesOf(then, then.columns.get('claims'), 'R')).toEqual([400, 600, 400]);
    expect(seriesOf(then, then.columns.get('claims'), 'A')).toEqual([100, 150, 100]);
    expect(seriesOf(panel, panel.columns.get('claims'), 'A')).toEqual([100, 100, 100]);
    expect(touched).toEqual([3]);
    expect(then.columns.get('claims')!.steps).toEqual(['shock']);
  });

  test('what is missing stays missing, with its status', () => {
    const panel = panelOf(tree, list, '2020-01', { rate: { A: [5, NaN, 5] } });
    const { panel: then } = shockPanel(panel, [
      shock('rate', '2020-01', '2020-03', { kind: 'shock', amount: 1 }, ['A']),
    ]);
    expect(seriesOf(then, then.columns.get('rate'), 'A')).toEqual([6, NaN, 6]);
    expect(statusesOf(then, then.columns.get('rate'), 'A')).toEqual([Status.observed, Status.missing, Status.observed]);
  });

  test('an amount of a summed indicator is that of the named region, shared below by labour force', () => {
    const get = after({ claims: { R: [400], A: [100], B: [300] } }, [
      shock('claims', '2020-01', '2020-01', { kind: 'shock', amount: 40 }, ['R']),
    ]);
    expect([get('claims', 'R'), get('claims', 'A'), get('claims', 'B')]).toEqual([[440], [110], [330]]);
    const twice = after({ claims: { R: [400], A: [100], B: [300] } }, [
      shock('claims', '2020-01', '2020-01', { kind: 'shock', amount: 40 }, ['R', 'A']),
    ]);
    expect([twice('claims', 'R'), twice('claims', 'A'), twice('claims', 'B')]).toEqual([[440], [110], [330]]);
  });

  test('points of a rate are the same for everybody; a place named beside the region above it counts once', () => {
    const get = after({ rate: { R: [5], A: [4], B: [6] } }, [
      shock('rate', '2020-01', '2020-01', { kind: 'shock', amount: 1 }, ['R', 'A']),
    ]);
    expect([get('rate', 'R'), get('rate', 'A'), get('rate', 'B')]).toEqual([[6], [5], [7]]);
  });

  test('a count that stands for January and February moves by both months', () => {
    const get = after(
      { coal: { A: [50, NaN, 100, 60] } },
      [shock('coal', '2020-01', '2020-03', { kind: 'shock', amount: 10 }, ['A'])],
      '2019-12',
    );
    expect(get('coal', 'A')).toEqual([50, NaN, 120, 70]);
    const half = after(
      { coal: { A: [50, NaN, 100, 60] } },
      [shock('coal', '2020-02', '2020-02', { kind: 'factor', amount: 2 }, ['A'])],
      '2019-12',
    );
    expect(half('coal', 'A')).toEqual([50, NaN, 150, 60]);
    const january = after(
      { coal: { A: [50, NaN, 100, 60] } },
      [shock('coal', '2020-01', '2020-01', { kind: 'shock', amount: 10 }, ['A'])],
      '2019-12',
    );
    expect(january('coal', 'A')).toEqual([50, NaN, 110, 60]);
  });
});

describe('figures that count up over the year', () => {
  test('the change is one of the single months and stays in the rest of the year', () => {
    const cumulative = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 10, 20];
    const get = after({ jobs: { A: cumulative } }, [
      shock('jobs', '2020-11', '2020-11', { kind: 'factor', amount: 0.5 }, ['A']),
    ]);
    expect(get('jobs', 'A')).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 105, 115, 10, 20]);
  });

  test('a figure after a missing one stands for both months, even at the start of the panel', () => {
    const get = after({ jobs: { A: [NaN, 20, 30, NaN, NaN, 60] } }, [
      shock('jobs', '2020-01', '2020-04', { kind: 'factor', amount: 2 }, ['A']),
    ]);
    // 20 → 40; March 10 → 20; of the three months to June only April is doubled: 30 → 40.
    expect(get('jobs', 'A')).toEqual([NaN, 40, 60, NaN, NaN, 100]);
    const late = after(
      { jobs: { A: [30, 40] } },
      [shock('jobs', '2020-03', '2020-03', { kind: 'shock', amount: 6 }, ['A'])],
      '2020-03',
    );
    expect(late('jobs', 'A')).toEqual([36, 46]);
  });
});

describe('parents', () => {
  test("a parent's own figure moves by the sum of its children's changes, whatever it was", () => {
    const get = after({ claims: { R: [450], A: [100], B: [300] } }, [
      shock('claims', '2020-01', '2020-01', { kind: 'factor', amount: 2 }, ['A']),
    ]);
    expect([get('claims', 'R'), get('claims', 'A'), get('claims', 'B')]).toEqual([[550], [200], [300]]);
  });

  test('of a rate by the weighted share, over the children that report', () => {
    const get = after({ rate: { R: [5, 5], A: [4, 4], B: [6, NaN] } }, [
      shock('rate', '2020-01', '2020-02', { kind: 'shock', amount: 2 }, ['A']),
    ]);
    expect(get('rate', 'R')).toEqual([5.5, 7]);
  });

  test('a region without a figure hands the change on to the one above it', () => {
    const deep = treeOf({ R: '', A: 'R', a: 'A' });
    const panel = panelOf(deep, list, '2020-01', { claims: { R: [10], a: [4] } });
    const { panel: then } = shockPanel(panel, [
      shock('claims', '2020-01', '2020-01', { kind: 'factor', amount: 2 }, ['a']),
    ]);
    expect(seriesOf(then, then.columns.get('claims'), 'R')).toEqual([14]);
    expect(seriesOf(then, then.columns.get('claims'), 'A')).toEqual([NaN]);
  });

  test('what is not made from parts is left, and said', () => {
    const panel = panelOf(tree, list, '2020-01', { pmi: { R: [50], A: [50], B: [50] } });
    const { panel: then, left } = shockPanel(panel, [
      shock('pmi', '2020-01', '2020-01', { kind: 'shock', amount: -5 }, ['A']),
    ]);
    expect(seriesOf(then, then.columns.get('pmi'), 'R')).toEqual([50]);
    expect(left).toEqual([{ indicator: 'pmi', regionCode: 'R' }]);
  });

  test('a reported ratio moves with its parts', () => {
    const get = after({ claims: { A: [100, 100] }, seekers: { A: [50, 50] }, ratio: { A: [1.9, 1.9] } }, [
      shock('claims', '2020-02', '2020-02', { kind: 'factor', amount: 0.5 }, ['A']),
    ]);
    expect(get('ratio', 'A')).toEqual([1.9, 0.95]);
    const under = after({ claims: { A: [100] }, seekers: { A: [50] }, ratio: { A: [2] } }, [
      shock('seekers', '2020-01', '2020-01', { kind: 'factor', amount: 2 }, ['A']),
    ]);
    expect(under('ratio', 'A')).toEqual([1]);
  });
});

describe('paths and the range', () => {
  test('a path sets the named region alone, leaves its gaps, and goes on after the data', () => {
    const panel = panelOf(tree, list, '2020-01', { rate: { A: [4, 4, 4], B: [6, 6, 6] }, claims: { A: [1, 1, 1] } });
    const path = { kind: 'path', values: [5, null, 7, 8] } as const;
    const { panel: then, touched } = shockPanel(panel, [shock('rate', '2020-02', '2020-05', path, ['A'])]);
    expect(then.count).toBe(5);
    expect(seriesOf(then, then.columns.get('rate'), 'A')).toEqual([4, 5, 4, 7, 8]);
    expect(statusesOf(then, then.columns.get('rate'), 'A')).toEqual([1, 1, 1, Status.provisional, Status.provisional]);
    expect(seriesOf(then, then.columns.get('rate'), 'B')).toEqual([6, 6, 6, NaN, NaN]);
    expect(seriesOf(then, then.columns.get('claims'), 'A')).toEqual([1, 1, 1, NaN, NaN]);
    expect(touched).toEqual([3]);
  });

  test('a projected cumulative figure goes on from the last one, and begins anew with the year', () => {
    const path = { kind: 'path', values: [5, 7, 8] } as const;
    const get = after({ jobs: { A: [30, 40] } }, [shock('jobs', '2020-12', '2021-02', path, ['A'])], '2020-10');
    expect(get('jobs', 'A')).toEqual([30, 40, 45, 7, 15]);
  });

  test('no figure leaves the plausible range, and it is said where', () => {
    const panel = panelOf(tree, list, '2020-01', { rate: { A: [4, 50, 50] } });
    const { panel: then, issues } = shockPanel(panel, [
      shock('rate', '2020-01', '2020-03', { kind: 'shock', amount: 20 }, ['A']),
    ]);
    expect(seriesOf(then, then.columns.get('rate'), 'A')).toEqual([24, 60, 60]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ type: 'out_of_range', where: 'A 2020-02', given: '70', column: 'rate' });
    expect(issues[0]!.detail.en).toContain('2 in all');
  });

  test('shocks act one after the other', () => {
    const get = after({ claims: { A: [100] } }, [
      shock('claims', '2020-01', '2020-01', { kind: 'shock', amount: 10 }, ['A']),
      shock('claims', '2020-01', '2020-01', { kind: 'factor', amount: 2 }, ['A']),
    ]);
    expect(get('claims', 'A')).toEqual([220]);
  });
});
