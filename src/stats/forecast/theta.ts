import { normalQuantile } from '../normal';
import { seasonalFigures } from './decompose';
import type { ForecastModel } from './outlook';
import { fitSes, makeSesFit } from './ses';

const LEAST = 7;
/** One-sided 95 %. */
const SEASONAL_FROM = normalQuantile(0.95);

/**
 * The Theta method: simple exponential smoothing with half the slope of the straight line through all values as drift,
 * of the series without its season where the series has one: mean(h) = level + slope/2·(h − 1 + (1 − (1 − α)^n)/α),
 * times the season's ratio; standard deviation s·√(1 + (h − 1)·α²), s² of the smoothing. The season counts where the
 * autocorrelation at one year is beyond its one-sided 95 % line, and the values are all of one sign. A missing value is
 * bridged by what was expected of it. The whole is fitted anew each period.
 * Source: V. Assimakopoulos, K. Nikolopoulos, Int J Forecasting 16 (2000) 521–530; R. J. Hyndman, B. Billah, ibid. 19
 * (2003) 287–290; as R `forecast` 8.20 `thetaf`.
 */
export function theta(periodsPerYear: number, size: number): ForecastModel {
  const m = periodsPerYear;
  const figures = new Float64Array(m);
  const adjusted = new Float64Array(size);
  const fit = makeSesFit();
  return {
    least: LEAST,
    ahead({ filled, n, present }, { mean, deviation, response }) {
      if (present < LEAST) return false;
      let seasonal = isSeasonal(filled, n, m);
      if (seasonal) {
        seasonalFigures(filled, n, m, true, figures);
        for (let k = 0; k < m; k++) if (!(Math.abs(figures[k]!) >= 1e-4)) seasonal = false;
      }
      let slope = 0;
      let spread = 0;
      const middle = (n - 1) / 2;
      for (let t = 0; t < n; t++) {
        adjusted[t] = seasonal ? filled[t]! / figures[t % m]! : filled[t]!;
        slope += (t - middle) * (adjusted[t]! - adjusted[0]!);
        spread += (t - middle) ** 2;
      }
      fitSes(adjusted, n, n, fit);
      const drift = slope / spread / 2;
      for (let h = 1; h <= mean.length; h++) {
        const level = fit.level + drift * (h - 1 + (1 - (1 - fit.alpha) ** n) / fit.alpha);
        mean[h - 1] = seasonal ? level * figures[(n + h - 1) % m]! : level;
        deviation[h - 1] = Math.sqrt(fit.variance * ((h - 1) * fit.alpha ** 2 + 1));
        response[h - 1] = h === 1 ? 1 : fit.alpha;
      }
      return true;
    },
  };
}

/** Is the autocorrelation at lag m beyond what the shorter lags explain? Two whole years at least. */
function isSeasonal(values: Float64Array, n: number, m: number): boolean {
  if (m < 2 || n <= 2 * m) return false;
  let mean = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let t = 0; t < n; t++) {
    const value = values[t]!;
    mean += (value - values[0]!) / n;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  if (lowest === highest || lowest * highest <= 0) return false;
  mean += values[0]!;
  let whole = 0;
  for (let t = 0; t < n; t++) whole += (values[t]! - mean) ** 2;
  let shorter = 0;
  let yearly = 0;
  for (let lag = 1; lag <= m; lag++) {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += (values[t]! - mean) * (values[t - lag]! - mean);
    const r = sum / whole;
    if (lag === m) yearly = r;
    else shorter += r * r;
  }
  return Math.abs(yearly) / Math.sqrt((1 + 2 * shorter) / n) > SEASONAL_FROM;
}
