import type { ForecastModel, History } from './outlook';

/** Bounds of the weight α, as R `forecast` has them. */
const LOWEST = 0.0001;
const HIGHEST = 0.9999;
/** Weights tried before the search narrows down around the best of them. */
const TRIED = 12;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const NARROW = 1e-9;
const LEAST = 7;

/** Weight, level before the first value, level after the last one, variance of the one-step errors (n − 2 degrees). */
export interface SesFit {
  alpha: number;
  start: number;
  level: number;
  variance: number;
}

export function makeSesFit(): SesFit {
  return { alpha: NaN, start: NaN, level: NaN, variance: NaN };
}

/**
 * Sum of squared one-step errors at a weight, with the start that makes it smallest: errors are linear in the start,
 * so that one pass tells it. Writes start and level into `fit`. A missing value leaves the level as it is.
 */
function squaresAt(values: Float64Array, n: number, alpha: number, fit: SesFit): number {
  // Levels are told from the first value, so that a shift of the series leaves the arithmetic as it is.
  const origin = values[0]!;
  let level = 0;
  /** What is left of the start in the level. */
  let left = 1;
  let own = 0;
  let cross = 0;
  let weight = 0;
  for (let t = 0; t < n; t++) {
    const value = values[t]!;
    if (value !== value) continue;
    const error = value - origin - level;
    own += error * error;
    cross += error * left;
    weight += left * left;
    level += alpha * error;
    left *= 1 - alpha;
  }
  const start = cross / weight;
  fit.start = origin + start;
  fit.level = origin + level + left * start;
  return Math.max(0, own - start * cross);
}

/**
 * Simple exponential smoothing, level(t) = level(t−1) + α·(value − level(t−1)), with α in [0.0001, 0.9999] and the start
 * that make the squared one-step errors smallest: a grid of weights, then golden sections around the best. This is the
 * maximum of the likelihood of ETS(A,N,N), which R's `ets(y, "ANN")` and `ses` look for. About 55 passes over the n
 * values; nothing is allocated.
 */
export function fitSes(values: Float64Array, n: number, present: number, fit: SesFit): void {
  let best = Infinity;
  let at = 0;
  const step = (HIGHEST - LOWEST) / TRIED;
  for (let k = 0; k <= TRIED; k++) {
    const squares = squaresAt(values, n, LOWEST + k * step, fit);
    if (squares < best) {
      best = squares;
      at = k;
    }
  }
  let from = Math.max(LOWEST, LOWEST + (at - 1) * step);
  let to = Math.min(HIGHEST, LOWEST + (at + 1) * step);
  let low = to - GOLDEN * (to - from);
  let high = from + GOLDEN * (to - from);
  let lowSquares = squaresAt(values, n, low, fit);
  let highSquares = squaresAt(values, n, high, fit);
  while (to - from > NARROW) {
    if (lowSquares <= highSquares) {
      to = high;
      high = low;
      highSquares = lowSquares;
      low = to - GOLDEN * (to - from);
      lowSquares = squaresAt(values, n, low, fit);
    } else {
      from = low;
      low = high;
      lowSquares = highSquares;
      high = from + GOLDEN * (to - from);
      highSquares = squaresAt(values, n, high, fit);
    }
  }
  fit.alpha = (from + to) / 2;
  fit.variance = squaresAt(values, n, fit.alpha, fit) / (present - 2);
}

/** The level goes on; the variance of step h is s²·(1 + (h − 1)·α²). R. J. Hyndman et al. 2008, table 6.1. */
export function ses(): ForecastModel {
  const fit = makeSesFit();
  return {
    least: LEAST,
    ahead(history: History, { mean, deviation, response }) {
      if (history.present < LEAST) return false;
      fitSes(history.values, history.n, history.present, fit);
      for (let h = 1; h <= mean.length; h++) {
        mean[h - 1] = fit.level;
        deviation[h - 1] = Math.sqrt(fit.variance * (1 + (h - 1) * fit.alpha ** 2));
        response[h - 1] = h === 1 ? 1 : fit.alpha;
      }
      return true;
    },
  };
}
