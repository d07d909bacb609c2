import { type Assessment, needsOf } from '../assess';
import { INSUFFICIENT, type LevelByte } from '../base/level';
import { loadDetectors } from '../detectors/registry';
import { formKey } from '../indicators/form';
import { prepare } from '../indicators/prepare';
import { gradeRegions } from '../levels/grade';
import { lastKnownOn } from '../panel/build';
import type { Panel } from '../panel/panel';
import { bindRule, evaluateRules, type KeptStatistics } from '../signals/evaluate';
import { type Rule, type RuleSet, type RuleSignals, SignalState } from '../signals/rule';
import { shapeOf } from '../signals/series';
import { messagesIn } from './assess-in-slices';
import type { CallOptions } from './engine-api';
import type { Flip, Flips, PreviewQuery, RulePreview } from './rule-answers';
import { ruleSeries } from '../levels/rule-series';

const MOST_FLIPS = 300;
const MOST_STRIPS = 40;

/** What was evaluated for the drafts of an assessment; of each draft only what the next one can take over is kept. */
interface Drafted {
  readonly panel: Panel;
  readonly signals: ReadonlyMap<string, RuleSignals>;
  /** By what a statistic depends on: a line that is pulled moves no statistic. */
  readonly statistics: ReadonlyMap<string, Float64Array>;
}
const drafted = new WeakMap<Assessment, Drafted>();

/**
 * What a draft of the rules would change against the rules in force. Rules that are as they were are not evaluated
 * again, so that one that is being changed costs itself and the grading. A call that was superseded while it waited
 * does nothing.
 *
 * @throws the signal's reason when it was aborted
 */
export async function previewRule(
  assessment: Assessment,
  { ruleSet, scheme, ruleId, regionCode }: PreviewQuery,
  { signal }: CallOptions,
): Promise<RulePreview> {
  await messagesIn();
  signal?.throwIfAborted();
  await loadDetectors(ruleSet.rules.map((r) => r.detector.kind));
  const { asOf, targetsOf } = assessment;
  const known: Drafted = drafted.get(assessment) ?? {
    panel: assessment.panel,
    signals: present(assessment),
    statistics: new Map(),
  };
  const missing = needsOf(ruleSet).filter((n) => !known.panel.columns.has(formKey(n.indicator, n.form)));
  const panel = missing.length > 0 ? prepare(known.panel, missing, asOf ?? lastKnownOn(assessment.panel)) : known.panel;
  const statistics = new Map<string, Float64Array>();
  const kept: KeptStatistics = {
    get(rule) {
      const key = statisticKeyOf(ruleSet, rule);
      const found = known.statistics.get(key);
      if (found) statistics.set(key, found);
      return found;
    },
    put: (rule, found) => void statistics.set(statisticKeyOf(ruleSet, rule), found),
  };
  const signals = ruleSet.rules.map((rule): readonly [string, RuleSignals] => {
    const key = keyOf(ruleSet, rule);
    const old = known.signals.get(key);
    return [key, old ?? evaluateRules(panel, { ...ruleSet, rules: [rule] }, targetsOf, kept)[0]!];
  });
  // What is in force stays at hand: most of the next draft is like it.
  drafted.set(assessment, {
    panel,
    signals: new Map([...present(assessment), ...signals]),
    // Where nothing had to be evaluated, the next draft may want the last statistics again.
    statistics: statistics.size > 0 ? statistics : known.statistics,
  });
  signal?.throwIfAborted();
  const all = signals.map(([, s]) => s);
  const graded = { config: { ruleSet, scheme }, asOf, panel, targetsOf, signals: all };
  const levels = gradeRegions(panel, all, scheme);
  const now = assessment.signals.find((s) => s.rule.id === ruleId);
  const then = all.find((s) => s.rule.id === ruleId);
  const region = panel.tree.indexOf.get(regionCode) ?? -1;
  const speaks = then !== undefined && region >= 0 && then.started[region]! >= 0;
  return {
    ruleId,
    regionCode,
    series: speaks ? ruleSeries({ ...graded, levels }, then, region) : null,
    levelNow: now && region >= 0 && now.started[region]! >= 0 ? stretch(countedLevels(now), panel, region) : null,
    refused: then ? refusalOf(panel, then.rule) : null,
    rule: flipsOf(panel, now && countedLevels(now), then && countedLevels(then), (r) =>
      [now, then].some((s) => s !== undefined && s.started[r]! >= 0),
    ),
    levels: flipsOf(panel, assessment.levels.level, levels.level),
  };
}

function present({ config, signals }: Assessment): Map<string, RuleSignals> {
  return new Map(signals.map((s) => [keyOf(config.ruleSet, s.rule), s]));
}

/** All that its statistic depends on besides the figures, and in which regions there is one. */
function statisticKeyOf(ruleSet: RuleSet, rule: Rule): string {
  const { indicator, form, detector, appliesTo, guard } = rule;
  return JSON.stringify([
    [ruleSet.largeFrom, ruleSet.minCoverage, indicator, form, appliesTo, guard?.minLabourForce],
    [detector.kind, Object.entries(detector.params).toSorted(([a], [b]) => (a < b ? -1 : 1))],
  ]);
}

/** All that a rule's signals depend on besides the figures: what it says of itself, and what its set says for all. */
function keyOf({ frequency, largeFrom, minCoverage }: RuleSet, rule: Rule): string {
  const { id, indicator, form, detector, thresholds, decimals, role, confirm, clear, exitMargin } = rule;
  const { holdMissing, appliesTo, guard } = rule;
  // In one order, whoever wrote the rule; the name and the basis change nothing.
  return JSON.stringify([
    [frequency, largeFrom, minCoverage],
    [id, indicator, form, role, decimals, clear, exitMargin, holdMissing, appliesTo],
    [detector.kind, Object.entries(detector.params).toSorted(([a], [b]) => (a < b ? -1 : 1))],
    [thresholds.blue, thresholds.yellow, thresholds.orange, thresholds.red],
    [confirm.blue, confirm.yellow, confirm.orange, confirm.red],
    guard && Object.entries(guard).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

/** Why a rule's detector can say nothing of such a series, by the catalogue that is in use. */
function refusalOf(panel: Panel, rule: Rule): RulePreview['refused'] {
  const column = panel.columns.get(formKey(rule.indicator, rule.form));
  if (!column) return null;
  const { detector, params } = bindRule(rule);
  return detector.refuses(params, shapeOf(panel, column));
}

/** Counted levels as levels of regions are written: without a level where the rule cannot speak. */
function countedLevels({ level, state }: RuleSignals): Uint8Array {
  return level.map((l, cell) =>
    state[cell] === SignalState.insufficient || state[cell] === SignalState.notApplicable ? INSUFFICIENT : l,
  );
}

function stretch(column: Uint8Array, panel: Panel, region: number): Uint8Array {
  return column.slice(region * panel.count, (region + 1) * panel.count);
}

/** What changes from one column of levels to the other; a column that is not there says nothing anywhere. */
function flipsOf(
  panel: Panel,
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
  speaks: (region: number) => boolean = () => true,
): Flips {
  const { tree, count, first } = panel;
  const counts = [tallied(before, count, speaks), tallied(after, count, speaks)] as const;
  const list: Flip[] = [];
  const strips: Int8Array[] = [];
  const stripCodes: string[] = [];
  let raised = 0;
  let lowered = 0;
  let regions = 0;
  for (const [r, { code }] of tree.regions.entries()) {
    let strip: Int8Array | null = null;
    for (let t = 0; t < count; t++) {
      const from = before?.[r * count + t] ?? INSUFFICIENT;
      const to = after?.[r * count + t] ?? INSUFFICIENT;
      if (from === to) continue;
      // Without a level is no lower than normal: only a warning that comes or goes is one that is raised or lowered.
      const turn = Math.sign(warned(to) - warned(from));
      if (turn > 0) raised++;
      if (turn < 0) lowered++;
      list.push({ regionCode: code, period: first + t, from: from as LevelByte, to: to as LevelByte });
      if (turn === 0) continue;
      strip ??= new Int8Array(count);
      strip[t] = turn;
    }
    if (!strip) continue;
    regions++;
    if (strips.length === MOST_STRIPS) continue;
    strips.push(strip);
    stripCodes.push(code);
  }
  list.sort((a, b) => b.period - a.period);
  const all = new Int8Array(strips.length * count);
  for (const [i, strip] of strips.entries()) all.set(strip, i * count);
  return {
    before: counts[0],
    after: counts[1],
    raised,
    lowered,
    total: list.length,
    list: list.slice(0, MOST_FLIPS),
    stripCodes,
    regions,
    strips: all,
  };
}

const warned = (level: number): number => (level === INSUFFICIENT ? 0 : level);

/** Region-periods at each level, of the regions in which there is something to say. */
function tallied(levels: Uint8Array | undefined, count: number, speaks: (region: number) => boolean): number[] {
  const counts = [0, 0, 0, 0, 0, 0];
  if (!levels) return counts;
  for (let r = 0; r * count < levels.length; r++) {
    if (!speaks(r)) continue;
    for (let t = r * count; t < (r + 1) * count; t++) counts[levels[t] === INSUFFICIENT ? 5 : levels[t]!]!++;
  }
  return counts;
}
