import type { ForecastModel } from './outlook';

/** Differences from which a spread is taken. */
const LEAST_DIFFERENCES = 3;

/**
 * The last value of the same place in the cycle goes on: lag 1 the naive forecast, a year's periods the seasonal one. With
 * `drift` the mean change goes on as well. Step h lies k = ⌈h / lag⌉ cycles ahead: mean = value + k·drift, variance =
 * k·s² + (k·standard error of the drift)², s² the mean square of the past one-cycle errors (with drift: n − 1 degrees).
 * A missing value is bridged by what was expected of it; errors against it do not count.
 * Source: R. J. Hyndman, G. Athanasopoulos, "Forecasting: Principles and Practice", 5.2 and 5.5; as R `forecast` 8.20
 * (`naive`, `snaive`, `rwf(drift = TRUE)`).
 */
export function randomWalk(lag: number, drift: boolean): ForecastModel {
  return {
    least: lag + LEAST_DIFFERENCES + (drift ? 1 : 0),
    ahead({ values, filled, n }, { mean, deviation, response }) {
      let errors = 0;
      let sum = 0;
      let squares = 0;
      for (let t = lag; t < n; t++) {
        const error = values[t]! - filled[t - lag]!;
        if (error !== error) continue;
        errors++;
        const step = error - sum / Math.max(1, errors - 1);
        sum += error;
        squares += step * (error - sum / errors);
      }
      if (errors < LEAST_DIFFERENCES + (drift ? 1 : 0)) return false;
      const change = drift ? sum / errors : 0;
      // Without a drift errors are counted from zero, not from their mean.
      const variance = drift ? squares / (errors - 1) : (squares + (sum * sum) / errors) / errors;
      const doubt = drift ? variance / errors : 0;
      for (let h = 1; h <= mean.length; h++) {
        const cycles = Math.ceil(h / lag);
        mean[h - 1] = filled[n - 1 - ((((lag - h) % lag) + lag) % lag)]! + cycles * change;
        deviation[h - 1] = Math.sqrt(cycles * variance + cycles * cycles * doubt);
        response[h - 1] = (h - 1) % lag === 0 ? 1 : 0;
      }
      return true;
    },
  };
}
