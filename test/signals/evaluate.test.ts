import { describe, expect, test } from 'vitest';
import { Status } from '../../src/base/status';
import { prepare } from '../../src/indicators/prepare';
import type { Panel } from '../../src/panel/panel';
import { bindRule, evaluateEach, evaluateRules, gradableColumn } from '../../src/signals/evaluate';
import { detectorOf } from '../../src/detectors/registry';
import { seriesReader, type TargetsOf } from '../../src/signals/series';
import { Gap, SIGNAL_STATE_NAMES, type RuleSet, type RuleSignals } from '../../src/signals/rule';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from './make-rule';

const tree = treeOf({ R: '', A: 'R', B: 'R' }, { A: { labourForce: 1_000_000 }, B: { labourForce: 100 } });
const rate = indicatorOf('rate');
const jobs = indicatorOf('jobs', { kind: 'cumulative', worse: 'down', aggregation: { by: 'sum' } });
const goal = indicatorOf('jobs_target', { frequency: 'year' });
const list = catalogue(rate, jobs, goal);
const none = (): undefined => undefined;

const at = (panel: Panel, signals: RuleSignals, code: string) => {
  const r = panel.tree.indexOf.get(code)!;
  const cut = <A extends Uint8Array | Float32Array>(a: A): number[] =>
    Array.from(a.subarray(r * panel.count, (r + 1) * panel.count));
  return {
    levels: cut(signals.level),
    states: cut(signals.state).map((s) => SIGNAL_STATE_NAMES[s]!),
    severity: cut(signals.severity),
    gap: cut(signals.gap),
    started: signals.started[r]!,
  };
};
const one = (panel: Panel, set: RuleSet, targetsOf: Parameters<typeof evaluateRules>[2] = none): RuleSignals =>
  evaluateRules(panel, set, targetsOf)[0]!;

test('a rule over all regions: level, state, severity; a region without the indicator is not concerned', () => {
  const panel = panelOf(tree, list, '2020-01', { rate: { A: [0.5, 1.5, NaN, 4], B: [0, 0, 0, 0] } });
  const signals = one(panel, ruleSetOf([ruleOf()]));
  expect(at(panel, signals, 'A')).toEqual({
    levels: [0, 1, 1, 4],
    states: ['normal', 'active', 'stale', 'active'],
    severity: [0.5, 1.5, NaN, 4],
    gap: [0, 0, Gap.missing, 0],
    started: 0,
  });
  expect(at(panel, signals, 'R')).toMatchObject({
    states: Array(4).fill('notApplicable'),
    started: -1,
    gap: [0, 0, 0, 0],
    severity: [NaN, NaN, NaN, NaN],
  });
});

test('rules of another frequency, without their indicator, or for other areas do not apply', () => {
  const panel = panelOf(tree, list, '2020-01', { rate: { A: [4], B: [4] } });
  expect(at(panel, one(panel, ruleSetOf([ruleOf()], { frequency: 'quarter' })), 'A').states).toEqual(['notApplicable']);
  expect(at(panel, one(panel, ruleSetOf([ruleOf({ indicator: 'jobs' })])), 'A').states).toEqual(['notApplicable']);
  const large = one(panel, ruleSetOf([ruleOf({ appliesTo: 'large' })]));
  expect([at(panel, large, 'A').levels, at(panel, large, 'B').states]).toEqual([[4], ['notApplicable']]);
});

test('each region has its own lines under the noise guard', () => {
  const panel = panelOf(tree, list, '2020-01', { rate: { A: [1.5], B: [1.5] } });
  const signals = one(panel, ruleSetOf([ruleOf({ guard: { referenceLabourForce: 400, maxFactor: 5 } })]));
  expect([at(panel, signals, 'A').levels, at(panel, signals, 'B').levels]).toEqual([[1], [0]]);
});

test('before its first statistic a rule waits, marked from the first figure that any region has', () => {
  const panel = panelOf(tree, list, '2020-01', { rate: { A: [NaN, 1, 1, 5], B: [NaN, NaN, 1, 1] } });
  const signals = one(panel, ruleSetOf([ruleOf({ detector: { kind: 'change', params: { lag: 1 } } })]));
  expect(at(panel, signals, 'A')).toMatchObject({ started: 2, gap: [0, Gap.missing, 0, 0], levels: [0, 0, 0, 4] });
  expect(at(panel, signals, 'B')).toMatchObject({ started: 3, gap: [0, Gap.missing, Gap.missing, 0] });
});

test('a rule that can never speak (no labour force) waits for nothing', () => {
  const panel = panelOf(treeOf({ A: '' }), list, '2020-01', { rate: { A: [4, 5] } });
  const rule = ruleOf({ detector: { kind: 'scale', params: { periods: 1, as: 'persons' } } });
  expect(at(panel, one(panel, ruleSetOf([rule])), 'A')).toMatchObject({
    started: -1,
    gap: [0, 0],
    states: ['insufficient', 'insufficient'],
  });
});

describe('aggregates of some of the children', () => {
  const partial = (coverage: number): Panel => {
    const panel = panelOf(tree, list, '2020-01', { rate: { R: [0, 4, 0, 0] } });
    const column = panel.columns.get('rate')!;
    column.status[1] = Status.partial;
    const covered = new Float32Array(12).fill(1);
    covered[1] = coverage;
    return { ...panel, columns: new Map([['rate', { ...column, coverage: covered }]]) };
  };

  test('with too little behind them are missing to the rules', () => {
    const panel = partial(0.5);
    expect(at(panel, one(panel, ruleSetOf([ruleOf()])), 'R')).toMatchObject({
      states: ['normal', 'stale', 'normal', 'normal'],
      gap: [0, Gap.missing, 0, 0],
    });
    expect(panel.columns.get('rate')!.values[1]).toBe(4);
  });

  test('with enough behind them are graded, and marked in every window that holds them', () => {
    const panel = partial(0.9);
    const rule = ruleOf({ detector: { kind: 'change', params: { lag: 1, meanPeriods: 1 } }, thresholds: { blue: 10 } });
    expect(at(panel, one(panel, ruleSetOf([rule])), 'R').gap).toEqual([
      Gap.missing,
      Gap.missing | Gap.partial,
      Gap.missing | Gap.partial,
      0,
    ]);
  });

  test('are marked where a past year’s end is read, which lies elsewhere at each place in the year', () => {
    const quarters = [1, 2, 3, 4, 1, 2, 3, 4, 1];
    const panel = panelOf(tree, list, '2019-Q1', { jobs: { R: quarters } }, 'quarter');
    const column = panel.columns.get('jobs')!;
    column.status[3] = Status.partial;
    const marked = { ...panel, columns: new Map([['jobs', { ...column, coverage: new Float32Array(27).fill(1) }]]) };
    const yearly = panelOf(tree, list, '2019', { jobs_target: { R: [4, 4, 4] } }, 'year');
    const rule = ruleOf({
      indicator: 'jobs',
      detector: { kind: 'progress', params: { expected: 'past', years: 1 } },
      clear: 1,
    });
    const signals = one(marked, ruleSetOf([rule], { frequency: 'quarter' }), () => ({
      panel: yearly,
      column: yearly.columns.get('jobs_target')!,
    }));
    const said = at(marked, signals, 'R');
    expect(said.started).toBe(4);
    expect(said.gap.map((g) => (g & Gap.partial) !== 0)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test('exactly the least share is enough: 19 of 20', () => {
    const column = partial(19 / 20).columns.get('rate')!;
    expect(gradableColumn(column, 0.95)).toBe(column);
    expect(gradableColumn(column, 0.951).values[1]).toBeNaN();
  });
});

const seriesInput = (panel: Panel, key: string, region: number, kind: string, targetsOf: TargetsOf = none) =>
  seriesReader(panel, panel.columns.get(key)!, detectorOf(kind)!, {}, targetsOf).of(region);

test('targets of the year reach the detector by month; the years outside the targets have none', () => {
  const panel = panelOf(tree, list, '2019-12', { jobs: { A: [1, 1, 1] } });
  const yearly = panelOf(tree, list, '2020', { jobs_target: { A: [1200] } }, 'year');
  const targetsOf = (id: string) =>
    id === 'jobs' ? { panel: yearly, column: yearly.columns.get('jobs_target')! } : undefined;
  const input = seriesInput(panel, 'jobs', tree.indexOf.get('A')!, 'progress', targetsOf);
  expect(Array.from(input.targets!)).toEqual([NaN, 1200, 1200]);
  expect(input).toMatchObject({
    sign: -1,
    kind: 'cumulative',
    firstSeason: 11,
    labourForce: 1_000_000,
    offset: 3,
    count: 3,
  });
  const rule = ruleOf({
    indicator: 'jobs',
    detector: { kind: 'progress', params: {} },
    thresholds: { blue: 5 },
    decimals: 1,
  });
  expect(at(panel, one(panel, ruleSetOf([rule]), targetsOf), 'A').levels).toEqual([0, 1, 1]);
  expect(seriesInput(panel, 'jobs', 0, 'progress').targets).toBeNull();
  expect(seriesInput(panel, 'jobs', 0, 'level', targetsOf).targets).toBeNull();
});

test('single periods of a cumulative series are a flow to the detector, the reported series is what it is', () => {
  const panel = panelOf(tree, list, '2020-01', { jobs: { A: [10, 30, 60] } });
  const prepared = prepare(panel, [{ indicator: 'jobs', form: 'monthly' }], null);
  const kinds = ['jobs', 'jobs/monthly'].map((key) => seriesInput(prepared, key, 1, 'scale').kind);
  expect(kinds).toEqual(['cumulative', 'flow']);
  const scale = (form: 'reported' | 'monthly') =>
    ruleOf({ indicator: 'jobs', form, detector: { kind: 'scale', params: { periods: 2, as: 'persons' } } });
  expect(at(prepared, one(prepared, ruleSetOf([scale('reported')])), 'A').started).toBe(-1);
  expect(at(prepared, one(prepared, ruleSetOf([scale('monthly')])), 'A').started).toBe(1);
});

test('rule by rule, in the order of the set, and no sooner than asked for', () => {
  const panel = panelOf(tree, list, '2020-01', { rate: { A: [1] } });
  const each = evaluateEach(panel, ruleSetOf([ruleOf(), ruleOf({ id: 'b', indicator: 'jobs' })]), none);
  const ids = Array.from({ length: 2 }, () => (each.next().value as RuleSignals).rule.id);
  expect(ids).toEqual(['rule', 'b']);
  expect(each.next().done).toBe(true);
});

test('a rule that was never checked is a bug, and says which', () => {
  expect(() => bindRule(ruleOf({ id: 'bad', detector: { kind: 'magic', params: {} } }))).toThrow(
    'bad: no detector of kind magic',
  );
  expect(() => bindRule(ruleOf({ id: 'bad', detector: { kind: 'rise', params: { lookback: 0 } } }))).toThrow(
    /bad: lookback = 0/,
  );
});
