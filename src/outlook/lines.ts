import { type IndicatorKind, worseSign } from '../base/indicators';
import { WARNING_LEVELS } from '../base/level';
import type { SeriesForm } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { bindRule } from '../signals/evaluate';
import type { Rule } from '../signals/rule';
import { guardFactor, thresholdArray } from '../signals/thresholds';
import type { Graded } from '../levels/graded';
import type { OutlookAhead } from './outlook';

/** A series as the forecast reads it, and the position of its last value. */
interface Series {
  readonly panel: Panel;
  readonly column: Column;
  readonly region: number;
  readonly last: number;
}

/**
 * The lines of the first rule on the indicator that can be drawn among its values: of a level the thresholds themselves;
 * of a change on `lag` periods before, from the mean of those periods that is known already, what the mean now would
 * have to be (of the same form, or the means would be of other figures). Widened for small areas as the rule says.
 * A change reaches no further than its lag: beyond it the base is not known, and there is no line.
 */
export function linesAhead(
  { config, signals }: Graded,
  series: Series,
  form: SeriesForm,
  horizon: number,
): Pick<OutlookAhead, 'lines' | 'lineRule'> {
  const { column, region, panel } = series;
  const signal = signals.find(
    (s) =>
      s.rule.indicator === column.indicator.id &&
      s.started[region]! >= 0 &&
      drawable(s.rule, form, column.indicator.kind),
  );
  const rule = signal && config.ruleSet.rules.find((r) => r.id === signal.rule.id);
  if (!rule) return { lines: [], lineRule: null };
  const { params } = bindRule(rule);
  const thresholds = thresholdArray(rule, guardFactor(rule, panel.tree.regions[region]!.labourForce));
  const sign = worseSign(column.indicator);
  const level = rule.detector.kind === 'level';
  const lag = level ? null : (params.lag as number);
  const meanPeriods = level ? 1 : (params.meanPeriods as number);
  const valueAt = (threshold: number, step: number): number => {
    if (lag === null) return sign * threshold;
    const base = step > lag ? NaN : meanOf(series, series.last + step - lag, meanPeriods);
    if (params.as === 'percent') return base > 0 ? base * (1 + (sign * threshold) / 100) : NaN;
    return base + sign * threshold;
  };
  const lines = WARNING_LEVELS.map((at) => ({
    level: at,
    values: Array.from({ length: horizon }, (_, k) => valueAt(thresholds[at]!, k + 1)),
  })).filter((line) => line.values.some((v) => v === v));
  return lines.length === 0 ? { lines, lineRule: null } : { lines, lineRule: { ruleId: rule.id, meanPeriods, lag } };
}

/** Levels of figures that count up over the year are of another form than its single periods. */
function drawable({ detector, form: of }: Rule, form: SeriesForm, kind: IndicatorKind): boolean {
  return of === form ? ['level', 'change'].includes(detector.kind) : detector.kind === 'level' && kind !== 'cumulative';
}

/** Mean of the last `size` values at a position; NaN where one is missing. */
function meanOf({ panel, column, region }: Series, at: number, size: number): number {
  if (at - size + 1 < 0) return NaN;
  let sum = 0;
  for (let k = 0; k < size; k++) sum += column.values[region * panel.count + at - k]!;
  return sum / size;
}
