import { LONGEST_SEASON } from '../stats/forecast/ets-form';
import { FORECAST_MODELS, type ForecastModelName, leastValues } from '../stats/forecast/models';
import { FARTHEST, passageProbability } from '../stats/forecast/passage';
import { type RollingOrigin, rollingOrigin } from '../stats/forecast/rolling-origin';
import { type Detector, lags, type SeriesInput, type SeriesShape } from './detector';
import type { ParamValues } from './params';

/** Differences smaller than this share of the greatest value so far are rounding. */
const DUST = 1e-9;

function originOf(params: ParamValues, { periodsPerYear }: SeriesShape, size: number): RollingOrigin {
  return rollingOrigin({
    model: params.model as ForecastModelName,
    periodsPerYear,
    size,
    horizon: params.horizon as number,
    levels: params.levels as readonly number[],
    calibrate: params.calibrate as boolean,
  });
}

/**
 * Forecasts with intervals, made anew each period from the values up to it.
 * x(t) is the probability in percent, as seen from t, that the series lies at or beyond a line on the worse side in one
 * of the next `horizon` periods at least; the line is `threshold`, in the indicator's unit, or, where that is left out,
 * the worst of the last year's values (t included): "worse than anything in the last year", then beyond it only. Figures
 * come in steps, such as 0.1 points: the smallest difference of neighbouring values so far is taken for it, and the line
 * lies half a step nearer ("at") or further ("beyond"), where rounding begins to reach it.
 * Neighbouring periods hang together as the model's shocks last: the probability is of the whole path, which is exact for
 * additive errors (`passageProbability`), and for multiplicative ones takes their deviations as if they were additive.
 * `expected` is the forecast of the present value made `horizon` periods before, the method's own bound the worse end of
 * that forecast's interval of the first of `levels`; an alarm when the value lies beyond it.
 * `calibrate`: the intervals, and with the first level's factor the probabilities, are as wide as the past errors of
 * this very series ask for, each step ahead by itself, from 24 errors on; without it as wide as the model says.
 * A missing value has no x and no bound; it is bridged with what was expected. After a gap longer than a year all begins
 * anew.
 * Cost for n values: `naive`, `snaive`, `drift` n²/2 steps, `ses`, `theta` about 55 times that, `holt` 300 times,
 * `holt-winters` and `ets` see stats/forecast/ets.ts: 0.1 s for each year of a long series with a season.
 * Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, "Forecasting with Exponential Smoothing" (2008); models
 * and intervals as R `forecast` 8.20.
 */
export const forecastDetector: Detector = {
  kind: 'forecast',
  name: { zh: '预测预警', en: 'Forecast' },
  definition: {
    zh: '未来若干期内至少一期劣于警戒值（默认为近一年最差值）的概率；预测区间按以往误差校准（海因德曼等 2008）',
    en: 'Probability that within the next periods the series is worse than a line (by default the worst of the last year) at least once; intervals calibrated on past errors (Hyndman et al. 2008)',
  },
  params: {
    model: { type: 'option', default: 'ets', options: FORECAST_MODELS },
    horizon: { type: 'integer', default: 3, min: 1, max: FARTHEST },
    levels: { type: 'numbers', default: [80, 95], min: 1, max: 99.9, length: [1, 5] },
    threshold: { type: 'number', default: null, min: -1e12, max: 1e12 },
    calibrate: { type: 'boolean', default: true },
  },
  unit: () => 'percent',
  refuses({ model }, { periodsPerYear }) {
    if (model !== 'snaive' && model !== 'holt-winters') return null;
    if (periodsPerYear < 2) {
      return { zh: '年度数据没有季节，该模型不适用', en: 'yearly figures have no season, which this model rests on' };
    }
    if (model === 'snaive' || periodsPerYear <= LONGEST_SEASON) return null;
    return {
      zh: `一年超过${LONGEST_SEASON}期，该模型的季节系数过多，无法估计`,
      en: `more than ${LONGEST_SEASON} periods in a year: too many seasonal figures to estimate for this model`,
    };
  },
  minHistory(params, { periodsPerYear }) {
    const least = leastValues(params.model as ForecastModelName, periodsPerYear);
    return params.threshold === undefined ? Math.max(least, periodsPerYear) : least;
  },
  // As many as it needs to speak; what came before them is in the forecast alone.
  reads: (params, shape) => lags(0, forecastDetector.minHistory(params, shape)),
  readsTarget: false,
  countsOn: false,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run(input, params, { statistic, expected, bound, alarm }) {
    const { values, offset, count, sign, periodsPerYear } = input;
    statistic.fill(NaN, 0, count);
    expected.fill(NaN, 0, count);
    bound.fill(NaN, 0, count);
    alarm.fill(0, 0, count);
    if (forecastDetector.refuses(params, input) !== null) return;
    const given = params.threshold as number | undefined;
    const horizon = params.horizon as number;
    const least = forecastDetector.minHistory(params, input);
    const origin = originOf(params, input, count);
    const gaps = new Float64Array(horizon);
    const shocks = new Float64Array(horizon);
    let seen = 0;
    let missing = 0;
    let greatest = 0;
    let last = NaN;
    let step = Infinity;
    for (let t = 0; t < count; t++) {
      const value = values[offset + t]!;
      origin.take(value);
      expected[t] = origin.dueMean;
      missing = value === value ? 0 : missing + 1;
      if (missing > periodsPerYear) seen = 0;
      if (value !== value) continue;
      seen++;
      greatest = Math.max(greatest, Math.abs(value));
      const moved = Math.abs(value - last);
      if (moved > DUST * greatest && moved < step) step = moved;
      last = value;
      bound[t] = origin.dueMean + sign * origin.dueWidths[0]!;
      alarm[t] = sign * (value - bound[t]!) > 0 ? 1 : 0;
      if (!origin.speaks || seen < least) continue;
      const half = (sign * (step < Infinity ? step : 0)) / 2;
      const line = given === undefined ? worstOfYear(input, t) + half : given - half;
      gapsTo(line, given !== undefined, sign, DUST * greatest, origin, gaps);
      statistic[t] = 100 * passageProbability(gaps, origin.outlook.response, shocks);
    }
  },
};

/** Worst of the last year's values that are there, the present one included. */
function worstOfYear({ values, offset, sign, periodsPerYear }: SeriesInput, t: number): number {
  let worst = -Infinity;
  for (let k = Math.max(0, t - periodsPerYear + 1); k <= t; k++) {
    const value = sign * values[offset + k]!;
    if (value > worst) worst = value;
  }
  return sign * worst;
}

/** How far the line is from each step's mean, in deviations; a forecast without spread is beyond it or is not. */
function gapsTo(
  line: number,
  touching: boolean,
  sign: 1 | -1,
  dust: number,
  origin: RollingOrigin,
  gaps: Float64Array,
): void {
  const { mean, deviation } = origin.outlook;
  for (let step = 1; step <= gaps.length; step++) {
    const spread = deviation[step - 1]! * origin.widening(step);
    const gap = sign * (line - mean[step - 1]!);
    if (spread > dust) gaps[step - 1] = gap / spread;
    else gaps[step - 1] = gap < -dust || (touching && gap <= dust) ? -Infinity : Infinity;
  }
}

/** What is expected of one period after the last value, with an interval for each of the levels. */
export interface ForecastStep {
  readonly mean: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * The forecast of the next `horizon` periods, as of the last of the values, fitted whole; empty where the series does not
 * suffice, or the detector refuses it. Widths as the detector's.
 */
export function forecastAhead(
  input: Pick<SeriesInput, 'values' | 'offset' | 'count' | 'kind' | 'periodsPerYear'>,
  params: ParamValues,
): ForecastStep[] {
  if (forecastDetector.refuses(params, input) !== null) return [];
  const { values, offset, count } = input;
  const origin = originOf(params, input, count);
  for (let t = 0; t < count; t++) origin.take(values[offset + t]!, t === count - 1);
  if (!origin.speaks) return [];
  const levels = params.levels as readonly number[];
  return Array.from({ length: params.horizon as number }, (_, k) => {
    const mean = origin.outlook.mean[k]!;
    const widths = levels.map((_level, at) => origin.halfWidth(k + 1, at));
    return { mean, low: widths.map((w) => mean - w), high: widths.map((w) => mean + w) };
  });
}
