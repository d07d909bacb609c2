import { type Assessment, gradedPanel, needsOf } from '../assess';
import {
  type BoundScenario,
  bindScenario,
  loadScenario,
  type Scenario,
  type ScenarioGround,
} from '../backtest/what-if';
import { prepare } from '../indicators/prepare';
import { gradeRegions } from '../levels/grade';
import { panelAsOf } from '../panel/as-of';
import { lastKnownOn } from '../panel/build';
import type { Panel, Panels } from '../panel/panel';
import { type Shock, type Shocked, shockPanel } from '../panel/shock';
import { evaluateEach } from '../signals/evaluate';
import type { RuleSet, RuleSignals } from '../signals/rule';
import { messagesIn } from './assess-in-slices';
import type { CallOptions } from './engine-api';
import type { RuleSeries } from '../levels/rule-series';
import type { LevelMove, WhatIf, WhatIfRule } from './rule-answers';
import { ruleSeries } from '../levels/rule-series';
import { isFirst, movesOf } from './engine-revisions';

/** So many moves are sent; the rest are counted. */
const LISTED = 500;

/** What a scenario came to, kept for the next question about it. */
interface Supposed {
  readonly key: string;
  readonly assessment: Assessment;
  readonly shocked: Shocked;
  readonly bound: BoundScenario;
  /** Levels without the scenario, over the same periods. */
  readonly before: Uint8Array;
  /** Against the assessment in force. */
  readonly moves: readonly LevelMove[];
}
/** Of so many signals (regions × periods × rules) the last answer is kept; a country's would hold as much memory as all else. */
const MOST_KEPT = 20_000_000;

/** The last scenario of an assessment: looking at another region of it computes nothing anew. */
const supposed = new WeakMap<Assessment, Supposed>();

/**
 * The levels as they would be under a scenario, beside those that are in force. The figures as known on the assessment's
 * day are changed, and the whole way from there to the levels is gone again: nothing is said of a level but what the
 * engine gives. Nothing is kept but the last answer.
 *
 * `focus`: the region whose rules are sent in full; null = none.
 * @throws the signal's reason when it was aborted
 */
export async function whatIf(
  panels: Panels,
  present: Assessment,
  scenario: Scenario,
  focus: string | null,
  options: CallOptions,
): Promise<WhatIf> {
  // Calls wait for one another: one that was given up meanwhile does nothing.
  await messagesIn();
  options.signal?.throwIfAborted();
  const known = knownPanel(panels, present);
  const checked = loadScenario(scenario);
  const bound = checked.value
    ? bindScenario(checked.value, groundOf(known), present.config.ruleSet)
    : { value: null, faults: checked.faults };
  if (!bound.value) return { faults: bound.faults, result: null };
  const key = JSON.stringify([scenario.shocks, scenario.thresholds]);
  const last = supposed.get(present);
  const now = last?.key === key ? last : await suppose(known, present, bound.value, key, options);
  if (known.tree.regions.length * known.count * now.assessment.signals.length < MOST_KEPT) supposed.set(present, now);
  const { assessment, before, shocked, moves } = now;
  const { panel } = assessment;
  return {
    faults: [],
    result: {
      first: panel.first,
      count: panel.count,
      known: known.count,
      before,
      after: assessment.levels.level,
      moved: moves.filter((m) => !isFirst(m)).length,
      graded: moves.filter(isFirst).length,
      moves: moves.slice(0, LISTED),
      issues: shocked.issues,
      touched: shocked.touched,
      left: shocked.left,
      focus: focus === null ? [] : focused(present, now, focus),
    },
  };
}

function knownPanel(panels: Panels, { asOf, config }: Assessment): Panel {
  const reported = gradedPanel(panels, config.ruleSet.frequency);
  if (!reported) throw new Error('what-if: there is no panel to grade');
  return asOf === null ? reported : panelAsOf(reported, asOf);
}

function groundOf(panel: Panel): ScenarioGround {
  return { ...panel, indicators: [...panel.columns.keys()] };
}

async function suppose(
  known: Panel,
  present: Assessment,
  bound: BoundScenario,
  key: string,
  options: CallOptions,
): Promise<Supposed> {
  const { ruleSet, shocks } = bound;
  const shocked = shockPanel(known, shocks);
  const ahead = shocked.panel.count > known.count;
  const half = (from: number): CallOptions =>
    ahead ? { ...options, onProgress: (done, step) => options.onProgress?.(from + done / 2, step) } : options;
  const assessment = await gradeAnew(shocked.panel, known, present, ruleSet, half(0));
  // What only time brings (held signals, rules without figures) is not the scenario's doing: the same periods without it.
  const before = ahead
    ? (await gradeAnew(shockPanel(known, shocks.map(emptied)).panel, known, present, present.config.ruleSet, half(0.5)))
        .levels.level
    : present.levels.level;
  return { key, assessment, before, shocked, bound, moves: movesOf(present, assessment) };
}

/** A shock that adds its periods and changes nothing. */
function emptied(shock: Shock): Shock {
  const { from, to, change } = shock;
  const values = Array.from({ length: to - from + 1 }, () => null);
  return { ...shock, change: change.kind === 'path' ? { kind: 'path', values } : { kind: 'factor', amount: 1 } };
}

/** The way from a panel of reported figures to levels, with the targets and the day of the present assessment. */
async function gradeAnew(
  reported: Panel,
  known: Panel,
  { asOf, targetsOf, config: { scheme } }: Assessment,
  ruleSet: RuleSet,
  { signal, onProgress }: CallOptions,
): Promise<Assessment> {
  onProgress?.(0, 'prepare');
  await messagesIn();
  signal?.throwIfAborted();
  const panel = prepare(reported, needsOf(ruleSet), asOf ?? lastKnownOn(known));
  const signals: RuleSignals[] = [];
  for (const rule of evaluateEach(panel, ruleSet, targetsOf)) {
    signals.push(rule);
    onProgress?.(signals.length / ruleSet.rules.length, 'detect');
    await messagesIn();
    signal?.throwIfAborted();
  }
  const levels = gradeRegions(panel, signals, scheme);
  return { config: { ruleSet, scheme }, asOf, panel, targetsOf, signals, levels };
}

/** Rules that the scenario touches, in one region, before and after; those that speak on neither side are left out. */
function focused(present: Assessment, { assessment, bound }: Supposed, regionCode: string): WhatIfRule[] {
  const region = assessment.panel.tree.indexOf.get(regionCode);
  if (region === undefined) return [];
  const series = (of: Assessment, k: number): RuleSeries | null => {
    const signal = of.signals[k]!;
    return signal.started[region]! < 0 ? null : ruleSeries(of, signal, region);
  };
  const changed = changedIndicators(assessment, bound);
  return assessment.config.ruleSet.rules.flatMap((rule, k) => {
    const was = present.config.ruleSet.rules[k]!;
    if (rule === was && !changed.has(rule.indicator)) return [];
    const [before, after] = [series(present, k), series(assessment, k)];
    return before || after ? [{ ruleId: rule.id, rule, before, after }] : [];
  });
}

/** The indicators that shocks name, and the ratios that are made of them. */
function changedIndicators({ panel }: Assessment, { shocks }: BoundScenario): Set<string> {
  const changed = new Set(shocks.map((s) => s.indicator));
  for (const { id, aggregation } of panel.catalogue.indicators) {
    if (aggregation.by !== 'ratio') continue;
    if (changed.has(aggregation.numerator) || changed.has(aggregation.denominator)) changed.add(id);
  }
  return changed;
}
