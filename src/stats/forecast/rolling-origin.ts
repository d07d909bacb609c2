import { normalQuantile } from '../normal';
import { type ForecastModelName, forecastModel } from './models';
import { makeHistory, makeOutlook, type Outlook } from './outlook';
import { addError, makePastErrors, widening } from './past-errors';

/** Past errors that widths are taken from: five years of months. Of 48, 60, 84 and 120 the best on real panels (test/bench). */
const REMEMBERED = 60;

export interface RollingOriginOptions {
  readonly model: ForecastModelName;
  readonly periodsPerYear: number;
  /** Values of the series, at most. */
  readonly size: number;
  readonly horizon: number;
  /** Share of the errors that each interval is to hold, in percent. */
  readonly levels: readonly number[];
  /** Take the widths from the errors that were made, instead of what the model says. */
  readonly calibrate: boolean;
}

/** Forecasts of one series made again and again as its values come in, each from what was known then. */
export interface RollingOrigin {
  /** The next value, NaN = missing. `whole`: fit everything anew after it. */
  take(value: number, whole?: boolean): void;
  /** As of the last value taken; says something where `speaks`. */
  readonly outlook: Outlook;
  readonly speaks: boolean;
  /** Half the width of an interval as of now, of a step (from 1) and the level at a position. */
  halfWidth(step: number, level: number): number;
  /** Times the model's own deviation that the first level asks for, of a step (from 1). */
  widening(step: number): number;
  /** Forecast of the last value taken, made `horizon` periods before it; NaN = none. */
  readonly dueMean: number;
  /** Half widths of that forecast's intervals, as they were then. */
  readonly dueWidths: Float64Array;
}

/**
 * Takes the values in turn, and after each forecasts the next `horizon`. Widths: of each step the last 60 errors, in
 * deviations that the model gave, say how much wider than normal an interval has to be (`widening`); errors count from
 * the period on in which their value came in. A missing value is bridged with what was expected of it. After a gap longer
 * than a year all begins anew: what was learnt before is forgotten.
 */
export function rollingOrigin(options: RollingOriginOptions): RollingOrigin {
  const { model: name, periodsPerYear, size, horizon, levels, calibrate } = options;
  const history = makeHistory(size);
  const shares = levels.map((level) => level / 100);
  const normals = shares.map((share) => normalQuantile((1 + share) / 2));
  /** Forecasts of the last `horizon` periods, by period modulo horizon, then step, then level. */
  const means = new Float64Array(horizon * horizon).fill(NaN);
  const deviations = new Float64Array(horizon * horizon).fill(NaN);
  const widths = new Float64Array(horizon * levels.length);
  let model = forecastModel(name, periodsPerYear, size);
  let past = Array.from({ length: horizon }, () => makePastErrors(REMEMBERED));
  let taken = 0;
  let missing = 0;

  function beginAnew(): void {
    history.n = history.present = 0;
    model = forecastModel(name, periodsPerYear, size);
    past = past.map(() => makePastErrors(REMEMBERED));
    means.fill(NaN);
  }

  function learn(value: number): void {
    for (let step = 1; step <= horizon; step++) {
      const at = ((taken + horizon - step) % horizon) * horizon + step - 1;
      addError(past[step - 1]!, (value - means[at]!) / deviations[at]!);
    }
  }

  const origin = {
    outlook: makeOutlook(horizon),
    speaks: false,
    dueMean: NaN,
    dueWidths: new Float64Array(levels.length),
    halfWidth(step: number, level: number): number {
      const times = calibrate ? widening(past[step - 1]!, shares[level]!) : 1;
      return normals[level]! * times * origin.outlook.deviation[step - 1]!;
    },
    widening: (step: number): number => (calibrate ? widening(past[step - 1]!, shares[0]!) : 1),
    take(value: number, whole = false): void {
      const { outlook } = origin;
      const slot = taken % horizon;
      missing = value === value ? 0 : missing + 1;
      if (missing > periodsPerYear) beginAnew();
      // This slot still has what was made `horizon` periods before.
      origin.dueMean = means[slot * horizon + horizon - 1]!;
      for (let k = 0; k < levels.length; k++) origin.dueWidths[k] = widths[slot * levels.length + k]!;
      learn(value);
      if (history.n > 0 || value === value) {
        const { n } = history;
        history.values[n] = value;
        history.filled[n] = value === value ? value : origin.speaks ? outlook.mean[0]! : history.filled[n - 1]!;
        history.n++;
        if (value === value) history.present++;
      }
      origin.speaks = history.present >= model.least && model.ahead(history, outlook, whole);
      for (let step = 1; step <= horizon; step++) {
        means[slot * horizon + step - 1] = origin.speaks ? outlook.mean[step - 1]! : NaN;
        deviations[slot * horizon + step - 1] = outlook.deviation[step - 1]!;
      }
      for (let k = 0; k < levels.length; k++) widths[slot * levels.length + k] = origin.halfWidth(horizon, k);
      taken++;
    },
  };
  return origin;
}
