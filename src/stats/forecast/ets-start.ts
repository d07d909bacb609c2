import { seasonalFigures } from './decompose';
import { LOWER, UPPER } from './ets-admissible';
import { type EtsForm, sizesOf } from './ets-form';

/** Seasonal figures of a ratio start no lower. */
const LEAST_FIGURE = 1e-2;

/** Years that a season's start is taken from, at least. */
export const LEAST_YEARS = 3;

/**
 * Where the search for a model's parameters begins: α, β, γ, φ in the lower part of their bounds, then level, trend and
 * m − 1 seasonal figures (that of the m-th place of the year first, of the second place last) from a classical
 * decomposition and a straight line through the first two years (at least 10 values). `filled`: no value missing;
 * `buffer`: room for m numbers. As R `forecast`, functions `initparam` and `initstate`, which have another start for
 * series shorter than three years: those have no season here.
 */
export function startOf(form: EtsForm, m: number, filled: Float64Array, n: number, buffer: Float64Array): Float64Array {
  const { weights, states } = sizesOf(form, m);
  const start = new Float64Array(weights + states);
  const period = form.season === 'N' ? 1 : m;
  const between = (k: 0 | 1 | 2 | 3, share: number, upper: number): number =>
    LOWER[k] + share * (Math.min(upper, UPPER[k]) - LOWER[k]);
  let next = 0;
  const alpha = between(0, 0.2 / period, 1);
  start[next++] = alpha;
  if (form.trend === 'A') start[next++] = between(1, 0.1, alpha);
  if (form.season !== 'N') start[next++] = between(2, 0.05, 1 - alpha);
  if (form.damped) start[next++] = between(3, 0.99, 1);

  const ratio = form.season === 'M';
  if (form.season !== 'N') seasonalFigures(filled, n, m, ratio, buffer);
  const adjusted = (t: number): number => {
    if (form.season === 'N') return filled[t]!;
    return ratio ? filled[t]! / Math.max(buffer[t % m]!, LEAST_FIGURE) : filled[t]! - buffer[t % m]!;
  };
  const used = Math.min(Math.max(10, 2 * period), n);
  let mean = 0;
  for (let t = 0; t < used; t++) mean += adjusted(t) / used;
  if (form.trend === 'N') start[next++] = mean;
  else {
    let cross = 0;
    let spread = 0;
    const middle = (used + 1) / 2;
    for (let t = 0; t < used; t++) {
      cross += (t + 1 - middle) * (adjusted(t) - mean);
      spread += (t + 1 - middle) ** 2;
    }
    const slope = cross / spread;
    let level = mean - slope * middle;
    let trend = slope;
    // A first forecast of 0 has no relative error.
    if (Math.abs(level + trend) < 1e-8) {
      level *= 1 + 1e-3;
      trend *= 1 - 1e-3;
    }
    start[next++] = level;
    start[next++] = trend;
  }
  if (form.season === 'N') return start;
  let sum = 0;
  for (let place = m - 1; place >= 1; place--) {
    const figure = ratio ? Math.max(buffer[place]!, LEAST_FIGURE) : buffer[place]!;
    start[next++] = figure;
    sum += figure;
  }
  if (ratio && sum > m)
    for (let k = start.length - (m - 1); k < start.length; k++) start[k]! /= sum + LEAST_FIGURE * (m - 1);
  return start;
}
