import { INSUFFICIENT, type LevelByte } from '../base/level';
import { seasonOf, yearOf } from '../base/period';
import { festivalShift, keepsFestival } from '../base/spring-festival';
import { type Detector, lags, makeOutput, makeScratch } from '../detectors/detector';
import type { ParamValues } from '../detectors/params';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { bindRule, gradableColumn } from '../signals/evaluate';
import { confirmationRuns } from '../signals/lifecycle';
import { type Rule, type RuleSignals, SIGNAL_STATE_NAMES, SignalState } from '../signals/rule';
import { seriesReader } from '../signals/series';
import { guardFactor, reachedLevel, roundStatistic, thresholdArray } from '../signals/thresholds';
import type { SignalDerivation } from './derivation';
import { deriveObservation } from './derive-observation';
import type { Graded } from './graded';
import { sourceChanges } from './source-changes';
import { readsAt, whyAbsent } from './why-absent';

/** The statistic of one rule over one region, as the assessment computed it. */
export function statisticOf(graded: Graded, signal: RuleSignals, region: number) {
  const { panel, targetsOf } = graded;
  const { rule } = signal;
  const toGrade = (c: Column): Column => gradableColumn(c, graded.config.ruleSet.minCoverage);
  const column = toGrade(panel.columns.get(formKey(rule.indicator, rule.form))!);
  const { detector, params } = bindRule(rule);
  const input = seriesReader(panel, column, detector, params, targetsOf, toGrade).of(region);
  const out = makeOutput(panel.count);
  detector.run(input, params, out, makeScratch(panel.count));
  const factor = guardFactor(rule, panel.tree.regions[region]!.labourForce);
  return {
    detector,
    params,
    input,
    column,
    statistic: out.statistic,
    factor,
    thresholds: thresholdArray(rule, factor),
  };
}

export function deriveSignal(graded: Graded, signal: RuleSignals, region: number, t: number): SignalDerivation {
  const { panel } = graded;
  const { rule } = signal;
  const { detector, params, input, column, statistic, factor, thresholds } = statisticOf(graded, signal, region);
  const cell = region * panel.count + t;
  const severity = signal.severity[cell]!;
  const computed = severity === severity;
  const reached = computed ? reachedLevel(roundStatistic(statistic[t]!, rule.decimals), thresholds) : 0;
  const counted = signal.level[cell]!;
  const target = Math.max(counted, reached);
  const status = column.status.subarray(region * panel.count, cell + 1);
  const confirmed = target > 0 ? confirmationRuns(statistic.subarray(0, t + 1), status, rule, thresholds)[target]! : 0;
  const state = signal.state[cell]!;
  // A state that is carried or held speaks by the last statistic that was computed.
  const held = state !== SignalState.insufficient;
  let spoke = t;
  if (held) while (spoke > 0 && Number.isNaN(signal.severity[region * panel.count + spoke])) spoke--;
  const speaks = held && !Number.isNaN(signal.severity[region * panel.count + spoke]);
  let since = t;
  while (since > 0 && signal.state[region * panel.count + since - 1] === state) since--;
  // A count rests on every comparison that it counted, and on the one at which it began.
  const steps = detector.countsOn && speaks ? Math.min(statistic[spoke]!, spoke) : 0;
  const read = new Set(
    lags(0, steps + 1).flatMap((back) => readsAt(detector, params, input, spoke - back).map((lag) => lag + back)),
  );
  const observations = [...read]
    .sort((a, b) => a - b)
    .map((lag) => deriveObservation(panel, rule.indicator, rule.form, region, spoke - lag, lag === 0));
  const other = detector.other?.of(params);
  if (other) {
    for (const lag of detector.other!.reads(params, input))
      if (lag <= spoke)
        observations.push(deriveObservation(panel, other.indicator, other.form, region, spoke - lag, lag === 0));
  }
  if (detector.readsTarget) observations.push(...deriveTarget(graded, rule.indicator, region, spoke));
  return {
    kind: 'signal',
    ruleId: rule.id,
    indicatorId: rule.indicator,
    role: rule.role,
    detector: detector.kind,
    level: (state === SignalState.insufficient ? INSUFFICIENT : counted) as LevelByte,
    state: SIGNAL_STATE_NAMES[state]!,
    reached: (computed ? reached : INSUFFICIENT) as LevelByte,
    severity: computed ? severity : null,
    statistic: speaks ? roundStatistic(statistic[spoke]!, rule.decimals) : null,
    statisticPeriod: panel.first + (speaks ? spoke : t),
    sign: detector.signed ? input.sign : 1,
    decimals: rule.decimals,
    unit: detector.unit(params, input.kind),
    thresholds: Array.from(thresholds.subarray(1), (v) => (v === v ? v : null)),
    guardFactor: factor,
    confirmed,
    confirm:
      target > 0 ? [rule.confirm.blue, rule.confirm.yellow, rule.confirm.orange, rule.confirm.red][target - 1]! : 0,
    absent: computed ? null : whyAbsent(detector, params, input, t, column.status[cell]!),
    since: panel.first + since,
    observations,
    festival: festivalOf(panel, rule, detector, params, speaks ? spoke : t),
    sourceChanges: sourceChanges(observations, panel.tree.regions[region]!.code),
  };
}

/** Whether the festival spoils the comparison that a statistic makes. */
function festivalOf(panel: Panel, rule: Rule, detector: Detector, params: ParamValues, t: number) {
  const pair = detector.comparison?.(params);
  if (!pair || rule.form === 'joint' || rule.form === 'festival' || !keepsFestival(panel.tree)) return null;
  // A figure that counts up over the year stands for all months since January.
  const cumulative = rule.form === 'reported' && panel.catalogue.byId.get(rule.indicator)?.kind === 'cumulative';
  const length = cumulative ? seasonOf(panel.frequency, panel.first + t) + 1 : pair.length;
  return festivalShift(panel.frequency, panel.first + t, pair.lag, length);
}

/** The year's target that a statistic is held against, from the yearly panel; none where the data has none. */
function deriveTarget({ panel, targetsOf }: Graded, indicatorId: string, region: number, t: number) {
  const yearly = targetsOf(indicatorId);
  if (!yearly) return [];
  const at = yearOf(panel.frequency, panel.first + t) - yearly.panel.first;
  if (at < 0 || at >= yearly.panel.count) return [];
  return [deriveObservation(yearly.panel, yearly.column.indicator.id, 'reported', region, at, true)];
}
