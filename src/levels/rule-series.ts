import type { StatisticUnit } from '../detectors/detector';
import type { RuleSignals } from '../signals/rule';
import { statisticOf } from './derive-signal';
import type { Graded } from './graded';

/** One rule over one region, all periods: for charts with threshold bands. */
export interface RuleSeries {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly statistic: Float64Array;
  /** Unit in which the statistic is shown; thresholds are in the same. */
  readonly unit: StatisticUnit;
  /** Unit id of the indicator, for `unit`. */
  readonly indicatorUnit: string;
  /** Statistic is oriented "larger is worse"; −1 says that it was turned for that. */
  readonly sign: 1 | -1;
  readonly thresholds: readonly (number | null)[];
  readonly level: Uint8Array;
  readonly state: Uint8Array;
  /** The indicator's own values (in the rule's form) for the same periods. */
  readonly values: Float64Array;
}

export function ruleSeries(graded: Graded, signal: RuleSignals, region: number): RuleSeries {
  const { panel } = graded;
  const { detector, params, input, column, statistic, thresholds } = statisticOf(graded, signal, region);
  const from = region * panel.count;
  const cut = <A extends Uint8Array | Float64Array | Float32Array>(a: A): A => a.slice(from, from + panel.count) as A;
  const severity = cut(signal.severity);
  return {
    ruleId: signal.rule.id,
    indicatorId: signal.rule.indicator,
    // What was not graded is not shown as graded: a joint January, an imputed value.
    statistic: statistic.map((x, t) => (severity[t] === severity[t] ? x : NaN)),
    unit: detector.unit(params, column.indicator.kind),
    indicatorUnit: column.indicator.unit,
    sign: detector.signed ? input.sign : 1,
    thresholds: Array.from(thresholds.subarray(1), (v) => (v === v ? v : null)),
    level: cut(signal.level),
    state: cut(signal.state),
    values: cut(column.values),
  };
}
