import type { IndicatorCatalogue } from '../base/indicators';
import { INSUFFICIENT } from '../base/level';
import type { ShapeFault } from '../base/check';
import type { Frequency, Period } from '../base/period';
import { buildRegionTree } from '../base/regions';
import type { Text } from '../base/text';
import { statisticOf } from '../levels/derive-signal';
import type { Graded } from '../levels/graded';
import type { Scheme } from '../levels/scheme';
import type { Column, Panel, Panels } from '../panel/panel';
import { type RuleSet, type RuleSignals, SignalState } from '../signals/rule';
import { roundStatistic } from '../signals/thresholds';
import type { RuleTest, RuleTestFile, TestSeries, TrackOf, WrittenTrack } from './rule-test-file';
import { NOT_LOOKED_AT } from './rule-test-words';

/** So many rules are told of where a level differs. */
const TOLD_RULES = 6;

/** All tests of a file; with any fault of the file none was run. */
export interface RuleTestRun {
  readonly faults: readonly ShapeFault[];
  readonly name: Text;
  readonly frequency: Frequency;
  readonly results: readonly RuleTestResult[];
}

export interface RuleTestResult {
  readonly name: Text;
  readonly passed: boolean;
  /** Periods that were compared, over all tracks. */
  readonly compared: number;
  readonly differences: number;
  /** The earliest; null when there is none. */
  readonly difference: RuleTestDifference | null;
  readonly first: Period;
  readonly count: number;
  readonly tracks: readonly RuleTestTrack[];
  /** What was put in, of the rules' frequency, NaN = none; each from `first` on. */
  readonly series: readonly {
    readonly indicatorId: string;
    readonly values: Float64Array;
    readonly status: Uint8Array;
  }[];
}

/** One row of expectations beside what came out. */
export interface RuleTestTrack {
  readonly about: TrackOf;
  /** Level or state bytes; NOT_LOOKED_AT where nothing is expected. */
  readonly expected: Int16Array;
  readonly got: Uint8Array;
}

export interface RuleTestDifference {
  readonly about: TrackOf;
  readonly period: Period;
  readonly expected: number;
  readonly got: number;
  /** The rules that the place rests on, worst first: what each measured there and the lines that it met. */
  readonly rules: readonly {
    readonly ruleId: string;
    /** Rounded as it met the lines, larger is worse; NaN = not computable there. */
    readonly statistic: number;
    /** Ⅳ to Ⅰ, after the noise guard; null where absent. */
    readonly thresholds: readonly (number | null)[];
    readonly level: number;
    readonly state: number;
  }[];
}

/** One region's figures into the engine, its levels against what was expected of them. `assess`: the engine itself. */
export function runRuleTests(
  file: RuleTestFile,
  catalogue: IndicatorCatalogue,
  assess: (panels: Panels, config: { ruleSet: RuleSet; scheme: Scheme }) => Graded,
): RuleTestRun {
  const { name, ruleSet, scheme, tests } = file;
  const results = tests.map((test) => {
    const graded = assess(panelsOf(test, ruleSet.frequency, catalogue), { ruleSet, scheme });
    return resultOf(test, graded, ruleSet.frequency);
  });
  return { faults: [], name, frequency: ruleSet.frequency, results };
}

function resultOf(test: RuleTest, graded: Graded, frequency: Frequency): RuleTestResult {
  const { first, count } = test;
  const tracks = test.tracks.map((track) => trackOf(track, test, graded));
  let compared = 0;
  let differences = 0;
  let earliest: { track: RuleTestTrack; t: number } | null = null;
  for (const track of tracks) {
    for (let t = 0; t < count; t++) {
      if (track.expected[t] === NOT_LOOKED_AT) continue;
      compared++;
      if (track.expected[t] === track.got[t]) continue;
      differences++;
      if (!earliest || t < earliest.t) earliest = { track, t };
    }
  }
  return {
    name: test.name,
    passed: differences === 0,
    compared,
    differences,
    difference: earliest && differenceOf(earliest.track, earliest.t, graded),
    first,
    count,
    tracks,
    series: test.series
      .filter((s) => s.frequency === frequency)
      .map((s) => {
        const { values, status } = columnParts(s, first, count);
        return { indicatorId: s.indicatorId, values, status };
      }),
  };
}

function trackOf({ about, stretches }: WrittenTrack, { first, count }: RuleTest, graded: Graded): RuleTestTrack {
  const expected = new Int16Array(count).fill(NOT_LOOKED_AT);
  for (const { first: from, bytes } of stretches) expected.set(bytes, from - first);
  return { about, expected, got: gotOf(about, graded) };
}

function gotOf(about: TrackOf, { levels, signals }: Graded): Uint8Array {
  if (about.of === 'level') return levels.level;
  if (about.of === 'family') return levels.families[about.family];
  const signal = signals.find((s) => s.rule.id === about.ruleId);
  if (!signal) throw new Error(`rule tests: no rule ${about.ruleId}`);
  if (about.of === 'state') return signal.state;
  return signal.level.map((level, t) => (isSilent(signal, t) ? INSUFFICIENT : level));
}

function isSilent({ state }: RuleSignals, t: number): boolean {
  return state[t] === SignalState.insufficient || state[t] === SignalState.notApplicable;
}

function differenceOf(track: RuleTestTrack, t: number, graded: Graded): RuleTestDifference {
  const { about } = track;
  const { catalogue, first } = graded.panel;
  const concerned = graded.signals.filter(({ rule, started }) => {
    if (about.of === 'signal' || about.of === 'state') return rule.id === about.ruleId;
    if (started[0]! < 0) return false;
    return about.of === 'level' || catalogue.byId.get(rule.indicator)?.family === about.family;
  });
  const rules = concerned.map((signal) => {
    const spoke = signal.started[0]! >= 0;
    const measured = spoke ? statisticOf(graded, signal, 0) : null;
    const lines = measured ? Array.from(measured.thresholds.subarray(1)) : [NaN, NaN, NaN, NaN];
    return {
      ruleId: signal.rule.id,
      statistic: measured ? roundStatistic(measured.statistic[t]!, signal.rule.decimals) : NaN,
      thresholds: lines.map((v) => (v === v ? v : null)),
      level: signal.level[t]!,
      state: signal.state[t]!,
    };
  });
  return {
    about,
    period: first + t,
    expected: track.expected[t]!,
    got: track.got[t]!,
    rules: rules.sort((a, b) => b.level - a.level).slice(0, TOLD_RULES),
  };
}

/** The test's region alone, with its series; yearly ones as a panel of targets. */
function panelsOf(test: RuleTest, frequency: Frequency, catalogue: IndicatorCatalogue): Panels {
  const force = Number.isNaN(test.labourForce) ? {} : { labourForce: test.labourForce };
  const row = { code: 'test', nameZh: '测试', nameEn: 'Test', level: 'region', parentCode: '', ...force };
  const { tree } = buildRegionTree('test', [row]);
  if (!tree) throw new Error('rule tests: no region');
  const panel = (f: Frequency, series: readonly TestSeries[], first: Period, count: number): Panel => ({
    frequency: f,
    tree,
    catalogue,
    first,
    count,
    weekEndsOn: 6,
    columns: new Map(series.map((s) => [s.indicatorId, columnOf(s, catalogue, first, count)])),
    batches: [],
  });
  const panels: Panels = {};
  const of = (f: Frequency): readonly TestSeries[] => test.series.filter((s) => s.frequency === f);
  panels[frequency] = panel(frequency, of(frequency), test.first, test.count);
  const yearly = of('year');
  if (frequency !== 'year' && yearly.length > 0) {
    const first = Math.min(...yearly.map((s) => s.first));
    const end = Math.max(...yearly.map((s) => s.first + s.values.length));
    panels.year = panel('year', yearly, first, end - first);
  }
  return panels;
}

function columnOf(series: TestSeries, catalogue: IndicatorCatalogue, first: Period, count: number): Column {
  return {
    indicator: catalogue.byId.get(series.indicatorId)!,
    ...columnParts(series, first, count),
    knownOn: null,
    batch: null,
    row: null,
    revisions: null,
    coverage: null,
    steps: [],
  };
}

function columnParts(series: TestSeries, first: Period, count: number): { values: Float64Array; status: Uint8Array } {
  const values = new Float64Array(count).fill(NaN);
  const status = new Uint8Array(count);
  values.set(series.values, series.first - first);
  status.set(series.status, series.first - first);
  return { values, status };
}
