import { expect, test } from 'vitest';
import { catalogueOf } from '../../../src/base/indicators';
import { formatDay, parseDay } from '../../../src/base/period';
import { Status } from '../../../src/base/status';
import { prepare } from '../../../src/indicators/prepare';
import { buildPanels } from '../../../src/panel/build';
import type { Panel } from '../../../src/panel/panel';
import { knownOnOf } from '../../../src/response/warnings/known-on';
import { SignalState } from '../../../src/signals/rule';
import { batchOf, indicatorOf, type Row, treeOf } from '../../panel/make-panel';
import { blankSignals } from './make-spells';

const list = catalogueOf('test', [
  indicatorOf('claims', { kind: 'flow', aggregation: { by: 'sum' } }),
  indicatorOf('jobs', { kind: 'flow', worse: 'down', aggregation: { by: 'sum' } }),
  indicatorOf('openings', { kind: 'flow', worse: 'down', aggregation: { by: 'sum' } }),
  indicatorOf('seekers', { kind: 'flow', aggregation: { by: 'sum' } }),
  indicatorOf('tightness', {
    worse: 'down',
    aggregation: { by: 'ratio', numerator: 'openings', denominator: 'seekers' },
  }),
]);
const tree = treeOf({ R: '', A: 'R', B: 'R' });

function panelOf(rows: readonly Row[]): Panel {
  const { panels } = buildPanels([batchOf(rows, { takenOn: parseDay('2026-01-20')! })], tree, list);
  const needs = list.indicators.map(({ id }) => ({ indicator: id, form: 'reported' as const }));
  return prepare(panels.month!, needs, null);
}

/**
 * The day on which a region of a panel of one month came to a level: `says` gives the level of each rule in each region,
 * `w` = it waits for confirmation.
 */
function dayOf(
  rows: readonly Row[],
  region: string,
  level: number,
  says: Readonly<Record<string, Readonly<Record<string, number | 'w'>>>>,
): string | null {
  const panel = panelOf(rows);
  const shown = new Uint8Array(tree.regions.length);
  const signals = Object.entries(says).map(([indicator, byRegion]) => {
    const s = blankSignals(panel, indicator, indicator);
    for (const [code, said] of Object.entries(byRegion)) {
      const r = tree.indexOf.get(code)!;
      s.state[r] = said === 'w' ? SignalState.pending : SignalState.active;
      s.level[r] = said === 'w' ? 0 : said;
      shown[r] = Math.max(shown[r]!, s.level[r]!);
    }
    return s;
  });
  const day = knownOnOf(panel, signals, shown)(tree.indexOf.get(region)!, 0, level);
  return day === null ? null : formatDay(day);
}

const rows: readonly Row[] = [
  ['A', 'claims', '2025-10', 90, '2025-11-09'],
  ['A', 'jobs', '2025-10', 10, '2025-11-17'],
  ['A', 'openings', '2025-10', 5, '2025-11-12'],
  ['A', 'seekers', '2025-10', 8, '2025-11-14'],
  ['B', 'claims', '2025-10', 70, '2025-11-11'],
];

test('the latest figure of the signals at that level counts, not of others', () => {
  expect(dayOf(rows, 'A', 2, { claims: { A: 2 }, jobs: { A: 1 } })).toBe('2025-11-09');
  expect(dayOf(rows, 'A', 1, { claims: { A: 2 }, jobs: { A: 1 } })).toBe('2025-11-17');
  // A level from a number of lower signals: all of them.
  expect(dayOf(rows, 'A', 3, { claims: { A: 2 }, jobs: { A: 1 } })).toBe('2025-11-17');
  expect(dayOf(rows, 'A', 0, { claims: { A: 'w' }, jobs: { A: 1 } })).toBe('2025-11-09');
});

test('figures made from parts or from areas below have the latest of their days', () => {
  expect(dayOf(rows, 'A', 1, { tightness: { A: 1 } })).toBe('2025-11-14');
  expect(dayOf(rows, 'R', 1, { claims: { R: 1 } })).toBe('2025-11-11');
});

test('a level from the areas below came in with theirs', () => {
  expect(dayOf(rows, 'R', 1, { claims: { A: 1 }, jobs: { A: 1 } })).toBe('2025-11-17');
});

test('without a figure of its signals, all figures of the region count; nothing is told of nothing', () => {
  const without = rows.filter(([, indicator]) => indicator !== 'jobs');
  expect(dayOf([...without, ['B', 'jobs', '2025-10', 1, '2025-12-01']], 'A', 1, { jobs: { A: 1 } })).toBe('2025-11-14');
  expect(dayOf([['B', 'jobs', '2025-10', 1, '2025-12-01']], 'A', 1, { jobs: { A: 1 } })).toBeNull();
  expect(dayOf(rows, 'A', 255, { claims: { A: 1 } })).toBeNull();
});

test('a value without a day came in with its file', () => {
  expect(dayOf([['A', 'claims', '2025-10', 90]], 'A', 1, { claims: { A: 1 } })).toBe('2026-01-20');
});

test('a revision sets no clock back unless it is for the worse', () => {
  const revised = (before: number, after: number): Row[] => [
    ['A', 'claims', '2025-10', before, '2025-11-09'],
    ['A', 'claims', '2025-10', after, '2025-12-09'],
  ];
  const claims = { claims: { A: 1 } };
  expect(dayOf(revised(90, 85), 'A', 1, claims)).toBe('2025-11-09');
  expect(dayOf(revised(70, 85), 'A', 1, claims)).toBe('2025-12-09');
  // First too low, then at least as bad as now: the second of three.
  const thrice: Row[] = [...revised(70, 95), ['A', 'claims', '2025-10', 90, '2026-01-09']];
  expect(dayOf(thrice, 'A', 1, claims)).toBe('2025-12-09');
  // A vintage that said "no figure" is none.
  const withdrawn: Row[] = [['A', 'claims', '2025-10', NaN, '2025-11-09', Status.missing], ...revised(85, 85).slice(1)];
  expect(dayOf(withdrawn, 'A', 1, claims)).toBe('2025-12-09');
  // Fewer jobs are worse.
  const jobs = (before: number, after: number): Row[] =>
    revised(before, after).map(([a, , p, v, d]): Row => [a, 'jobs', p, v, d ?? null]);
  expect(dayOf(jobs(10, 12), 'A', 1, { jobs: { A: 1 } })).toBe('2025-11-09');
  expect(dayOf(jobs(12, 10), 'A', 1, { jobs: { A: 1 } })).toBe('2025-12-09');
});
