import { INSUFFICIENT, type LevelByte } from '../base/level';
import type { Text } from '../base/text';
import { isGradable, Status } from '../base/status';
import { makeOutput, makeScratch, type SeriesInput } from '../detectors/detector';
import { formKey } from '../indicators/form';
import { bindRule, gradableColumn, seriesInput } from '../signals/evaluate';
import { type RuleSignals, SIGNAL_STATE_NAMES, SignalState } from '../signals/rule';
import { guardFactor, reachedLevel, roundStatistic, thresholdArray } from '../signals/thresholds';
import type { SignalDerivation } from './derivation';
import { deriveObservation } from './derive-observation';
import type { Graded } from './graded';

/** The statistic of one rule over one region, as the assessment computed it. */
export function statisticOf(graded: Graded, signal: RuleSignals, region: number) {
  const { panel, targetsOf } = graded;
  const { rule } = signal;
  const column = gradableColumn(
    panel.columns.get(formKey(rule.indicator, rule.form))!,
    graded.config.ruleSet.minCoverage,
  );
  const { detector, params } = bindRule(rule);
  const input = seriesInput(panel, column, region, targetsOf);
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
  const reachedAt = (at: number): number => reachedLevel(roundStatistic(statistic[at]!, rule.decimals), thresholds);
  const reached = computed ? reachedAt(t) : 0;
  const counted = signal.level[cell]!;
  const target = Math.max(counted, reached);
  let confirmed = 0;
  for (let s = target > 0 ? t : -1; s >= 0; s--) {
    const status = column.status[region * panel.count + s]!;
    if (status === Status.expectedGap) continue;
    if (!isGradable(status) || reachedAt(s) < target) break;
    confirmed++;
  }
  const state = signal.state[cell]!;
  // A state that is carried or held speaks by the last statistic that was computed.
  const held = state !== SignalState.insufficient;
  let spoke = t;
  if (held) while (spoke > 0 && Number.isNaN(signal.severity[region * panel.count + spoke])) spoke--;
  const speaks = held && !Number.isNaN(signal.severity[region * panel.count + spoke]);
  let since = t;
  while (since > 0 && signal.state[region * panel.count + since - 1] === state) since--;
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
    unit: detector.unit(params, column.indicator.kind),
    thresholds: Array.from(thresholds.subarray(1), (v) => (v === v ? v : null)),
    guardFactor: factor,
    confirmed,
    confirm:
      target > 0 ? [rule.confirm.blue, rule.confirm.yellow, rule.confirm.orange, rule.confirm.red][target - 1]! : 0,
    absent: computed
      ? null
      : whyAbsent(
          input,
          t,
          column.status[cell]!,
          detector.minHistory(params, column.indicator.kind),
          detector.reads(params, column.indicator.kind),
        ),
    since: panel.first + since,
    observations: detector
      .reads(params, column.indicator.kind)
      .filter((lag) => lag <= spoke)
      .map((lag) => deriveObservation(panel, rule.indicator, rule.form, region, spoke - lag, lag === 0)),
  };
}

/** The reason why there is no statistic, with counts in it. */
function whyAbsent(input: SeriesInput, t: number, status: number, minHistory: number, reads: readonly number[]): Text {
  if (status === Status.expectedGap) {
    return {
      zh: '本期不单独公布或未到公布时间',
      en: 'none is due for this period yet',
    };
  }
  if (status === Status.held) {
    return { zh: '本期数值互相矛盾，已暂缓载入', en: 'two values contradict each other; neither is taken' };
  }
  const at = (lag: number): number => input.values[input.offset + t - lag]!;
  if (at(0) !== at(0)) return { zh: '本期数值缺失', en: 'the value of this period is missing' };
  if (t + 1 < minHistory) {
    return { zh: `需要 ${minHistory} 期数据，现有 ${t + 1} 期`, en: `needs ${minHistory} periods, has ${t + 1}` };
  }
  const inWindow = reads.filter((lag) => lag <= t);
  const missing = inWindow.filter((lag) => at(lag) !== at(lag)).length;
  if (missing > 0) {
    return {
      zh: `计算所需的 ${inWindow.length} 个数值中缺 ${missing} 个`,
      en: `${missing} of the ${inWindow.length} values it needs are missing`,
    };
  }
  return {
    zh: '缺少劳动力人数或年度目标，或对比基数不为正',
    en: 'the labour force or the year’s target is not known, or the base of the comparison is not positive',
  };
}
