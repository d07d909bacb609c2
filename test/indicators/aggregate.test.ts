import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import type { Indicator } from '../../src/base/indicators';
import type { RegionTree } from '../../src/base/regions';
import { Status } from '../../src/base/status';
import { aggregateUpward } from '../../src/indicators/aggregate';
import { prepare } from '../../src/indicators/prepare';
import type { Column, Panel } from '../../src/panel/panel';
import { catalogue, indicatorOf, panelOf, seriesOf, statusesOf, treeOf } from '../panel/make-panel';

const count = indicatorOf('count', { kind: 'flow', aggregation: { by: 'sum' } });
const rate = indicatorOf('rate', { aggregation: { by: 'weighted-mean', weight: 'labourForce' } });
const weighted = indicatorOf('weighted', { aggregation: { by: 'weighted-mean', weight: 'force' } });
const force = indicatorOf('force', { kind: 'stock', aggregation: { by: 'sum' } });
const openings = indicatorOf('openings', { kind: 'flow', aggregation: { by: 'sum' } });
const seekers = indicatorOf('seekers', { kind: 'flow', aggregation: { by: 'sum' } });
const ratio = indicatorOf('ratio', { aggregation: { by: 'ratio', numerator: 'openings', denominator: 'seekers' } });
const list = catalogue(count, rate, weighted, force, openings, seekers, ratio, indicatorOf('none'));

const { derived, partial, observed, missing, expectedGap } = Status;
const parents = { R: '', L: 'R', M: 'R', a: 'L', b: 'L', c: 'M', d: 'M' };
const sizedAll = treeOf(parents, {
  ...Object.fromEntries(['a', 'b', 'c', 'd'].map((c, i) => [c, { labourForce: [100, 300, 200, 400][i] }])),
  L: { labourForce: 400 },
  M: { labourForce: 600 },
});
const unsized = treeOf(parents);

type Series = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

function prepared(tree: RegionTree, series: Series): Panel {
  const panel = panelOf(tree, list, '2020-03', series);
  return prepare(
    panel,
    [...list.indicators].map((i) => ({ indicator: i.id, form: 'reported' })),
    null,
  );
}
const coverageOf = (panel: Panel, id: string, code: string): number =>
  Number(panel.columns.get(id)!.coverage![panel.tree.indexOf.get(code)! * panel.count]!.toFixed(6));

describe('sums', () => {
  test('rise to the root through the parents', () => {
    const panel = prepared(unsized, { count: { a: [1], b: [2], c: [3], d: [4] } });
    expect(['L', 'M', 'R'].map((c) => seriesOf(panel, panel.columns.get('count'), c))).toEqual([[3], [7], [10]]);
    expect(statusesOf(panel, panel.columns.get('count'), 'R')).toEqual([derived]);
    expect(panel.columns.get('count')!.steps).toEqual(['aggregate']);
  });

  test("a region's own figure always stands, also in the sum above it", () => {
    const panel = prepared(unsized, { count: { L: [50], a: [1], b: [2], c: [3], d: [4] } });
    expect(seriesOf(panel, panel.columns.get('count'), 'L')).toEqual([50]);
    expect(seriesOf(panel, panel.columns.get('count'), 'R')).toEqual([57]);
    expect(statusesOf(panel, panel.columns.get('count'), 'L')).toEqual([observed]);
  });

  test('from some of the children says so: by number, by labour force where it is known of all, down the tree', () => {
    const plain = prepared(unsized, { count: { a: [1], c: [3], d: [4] } });
    expect(seriesOf(plain, plain.columns.get('count'), 'L')).toEqual([1]);
    expect(statusesOf(plain, plain.columns.get('count'), 'L')).toEqual([partial]);
    expect([coverageOf(plain, 'count', 'L'), coverageOf(plain, 'count', 'M'), coverageOf(plain, 'count', 'R')]).toEqual(
      [0.5, 1, 0.75],
    );
    const bySize = prepared(sizedAll, { count: { a: [1], c: [3], d: [4] } });
    expect([coverageOf(bySize, 'count', 'L'), coverageOf(bySize, 'count', 'R')]).toEqual([0.25, 0.7]);
  });

  test('of nothing is nothing, and of expected gaps an expected gap', () => {
    const panel = panelOf(unsized, list, '2020-03', { count: { a: [NaN, NaN], b: [NaN, NaN] } });
    const column = panel.columns.get('count')!;
    column.status[panel.tree.indexOf.get('a')! * 2] = expectedGap;
    column.status[panel.tree.indexOf.get('b')! * 2] = expectedGap;
    column.status[panel.tree.indexOf.get('a')! * 2 + 1] = expectedGap;
    const result = aggregateUpward(panel, column, () => undefined);
    expect(statusesOf(panel, result, 'L')).toEqual([expectedGap, missing]);
    expect(statusesOf(panel, result, 'R')).toEqual([missing, missing]);
  });

  test('a conflict at the parent is not papered over', () => {
    const panel = panelOf(unsized, list, '2020-03', { count: { a: [1], b: [2] } });
    const column = panel.columns.get('count')!;
    column.status[panel.tree.indexOf.get('L')!] = Status.held;
    const result = aggregateUpward(panel, column, () => undefined);
    expect(seriesOf(panel, result, 'L')).toEqual([NaN]);
    expect(statusesOf(panel, result, 'L')).toEqual([Status.held]);
  });

  test('nothing to fill copies nothing; the input is never written to', () => {
    const leaves = panelOf(treeOf({ a: '', b: '' }), list, '2020-03', { count: { a: [1], b: [2] } });
    expect(aggregateUpward(leaves, leaves.columns.get('count')!, () => undefined)).toBe(leaves.columns.get('count'));
    const panel = panelOf(unsized, list, '2020-03', { count: { a: [1], b: [2] } });
    const kept = panel.columns.get('count')!.values.slice();
    aggregateUpward(panel, panel.columns.get('count')!, () => undefined);
    expect(panel.columns.get('count')!.values).toEqual(kept);
  });

  test('an indicator that does not add up is left alone', () => {
    const panel = prepared(unsized, { none: { a: [1], b: [2] } });
    expect(seriesOf(panel, panel.columns.get('none'), 'L')).toEqual([NaN]);
  });
});

describe('rates', () => {
  test('are weighted by the labour force, never plainly averaged', () => {
    const panel = prepared(sizedAll, { rate: { a: [4], b: [8], c: [3], d: [6] } });
    const of = (code: string): number => seriesOf(panel, panel.columns.get('rate'), code)[0]!;
    expect(of('L')).toBeCloseTo((4 * 100 + 8 * 300) / 400, 12);
    expect(of('M')).toBeCloseTo((3 * 200 + 6 * 400) / 600, 12);
    expect(of('R')).toBeCloseTo((4 * 100 + 8 * 300 + 3 * 200 + 6 * 400) / 1000, 12);
    expect(of('L')).not.toBeCloseTo(6, 3);
  });

  test('without weights they are not computed at all', () => {
    const panel = prepared(unsized, { rate: { a: [4], b: [8] } });
    expect(seriesOf(panel, panel.columns.get('rate'), 'L')).toEqual([NaN]);
    expect(statusesOf(panel, panel.columns.get('rate'), 'L')).toEqual([missing]);
  });

  test('a weight of some children only leaves the others out, and the coverage says so', () => {
    const tree = treeOf(parents, { a: { labourForce: 100 } });
    const panel = prepared(tree, { rate: { a: [4], b: [8] } });
    expect(seriesOf(panel, panel.columns.get('rate'), 'L')).toEqual([4]);
    expect(coverageOf(panel, 'rate', 'L')).toBe(0.5);
  });

  test('can be weighted by another indicator, period by period, itself summed upward', () => {
    const panel = prepared(unsized, {
      weighted: { a: [4, 4], b: [8, 8], c: [3, 3], d: [6, 6] },
      force: { a: [1, 3], b: [1, 1], c: [2, 2], d: [2, 2] },
    });
    expect(seriesOf(panel, panel.columns.get('weighted'), 'L')).toEqual([6, 5]);
    expect(seriesOf(panel, panel.columns.get('weighted'), 'R')).toEqual([5, (5 * 4 + 4.5 * 4) / 8]);
  });

  test('lie between those of the children', () => {
    const child = fc.record({ v: fc.double({ min: 0, max: 60, noNaN: true }), w: fc.integer({ min: 1, max: 1e6 }) });
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 8 }), (children) => {
        const codes = children.map((_, i) => `c${i}`);
        const tree = treeOf(
          { R: '', ...Object.fromEntries(codes.map((c) => [c, 'R'])) },
          Object.fromEntries(codes.map((c, i) => [c, { labourForce: children[i]!.w }])),
        );
        const panel = prepared(tree, { rate: Object.fromEntries(codes.map((c, i) => [c, [children[i]!.v]])) });
        const [mean] = seriesOf(panel, panel.columns.get('rate'), 'R');
        const values = children.map((c) => c.v);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe('ratios', () => {
  const parts: Series = { openings: { a: [10], b: [30], c: [5] }, seekers: { a: [20], b: [20], c: [0] } };

  test('are ratios of sums, at the leaves and above, even when nobody reports them', () => {
    const panel = prepared(unsized, parts);
    const of = (code: string): number[] => seriesOf(panel, panel.columns.get('ratio'), code);
    expect([of('a'), of('b'), of('L')]).toEqual([[0.5], [1.5], [1]]);
    expect(of('R')).toEqual([45 / 40]);
    // Nobody seeks: no ratio, rather than an endless one.
    expect(of('c')).toEqual([NaN]);
    expect(of('d')).toEqual([NaN]);
  });

  test('that are reported stand; parts that cover less say so', () => {
    const panel = prepared(unsized, { ...parts, ratio: { a: [0.7] } });
    expect(seriesOf(panel, panel.columns.get('ratio'), 'a')).toEqual([0.7]);
    expect(seriesOf(panel, panel.columns.get('ratio'), 'L')).toEqual([1]);
    expect(statusesOf(panel, panel.columns.get('ratio'), 'L')).toEqual([derived]);
    expect(statusesOf(panel, panel.columns.get('ratio'), 'M')).toEqual([missing]);
    expect(coverageOf(panel, 'ratio', 'R')).toBe(0.75);
  });

  test('of an expected gap are an expected gap', () => {
    const panel = panelOf(unsized, list, '2020-03', { openings: { a: [NaN] }, seekers: { a: [5] } });
    panel.columns.get('openings')!.status[panel.tree.indexOf.get('a')!] = expectedGap;
    const after = prepare(panel, [{ indicator: 'ratio', form: 'reported' }], null);
    expect(statusesOf(after, after.columns.get('ratio'), 'a')).toEqual([expectedGap]);
  });

  test('without their parts are left as reported', () => {
    const panel = prepared(unsized, { ratio: { a: [0.7] } });
    expect(seriesOf(panel, panel.columns.get('ratio'), 'L')).toEqual([NaN]);
    expect(prepared(unsized, { openings: { a: [1] } }).columns.has('ratio')).toBe(false);
  });
});

describe('the real tree', () => {
  const tree = defaultRegionTree();
  const jobs = defaultCatalogue().byId.get('monitored_jobs') as Indicator;
  const counties = tree.regions.filter((r) => r.level === 'county').map((r) => r.code);
  const base: Panel = panelOf(tree, catalogue(jobs), '2020-03', {
    monitored_jobs: Object.fromEntries(counties.map((code, i) => [code, [1000 + i]])),
  });
  const aggregated = (panel: Panel): Column =>
    aggregateUpward(panel, panel.columns.get('monitored_jobs')!, () => undefined);
  const total = counties.reduce((sum, _, i) => sum + 1000 + i, 0);

  test('the region is the sum of its 103 counties, each once', () => {
    expect(seriesOf(base, aggregated(base), '150000')).toEqual([total]);
  });

  test.each([
    ['150781', '150700', '满洲里'],
    ['152501', '152500', '二连浩特'],
  ])('%s, reported beside %s (%s), is in it once and in the region once', (city, league) => {
    const result = aggregated(base);
    const inLeague = tree.children[tree.indexOf.get(league)!]!.reduce(
      (sum, c) => sum + base.columns.get('monitored_jobs')!.values[c]!,
      0,
    );
    expect(seriesOf(base, result, league)).toEqual([inLeague]);
    // Ten more jobs there are ten more in its league and in the region: not twenty.
    const column = base.columns.get('monitored_jobs')!;
    const values = column.values.slice();
    values[tree.indexOf.get(city)!]! += 10;
    const more: Panel = { ...base, columns: new Map([['monitored_jobs', { ...column, values }]]) };
    expect(seriesOf(more, aggregated(more), league)).toEqual([inLeague + 10]);
    expect(seriesOf(more, aggregated(more), '150000')).toEqual([total + 10]);
  });

  test('the 14 reported places (12 leagues and cities and the two) do not add up to more than the 12', () => {
    const leagues = tree.regions.filter((r) => r.level === 'league').map((r) => r.code);
    const panel = panelOf(tree, catalogue(jobs), '2020-03', {
      monitored_jobs: Object.fromEntries([
        ...leagues.map((c) => [c, [100]] as const),
        ['150781', [30]],
        ['152501', [20]],
      ]),
    });
    expect(seriesOf(panel, aggregated(panel), '150000')).toEqual([1200]);
  });
});
