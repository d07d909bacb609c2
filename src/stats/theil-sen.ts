import { medianOfBuffer } from './robust';

/** Buffers for pairs of up to `most` points, lent from call to call. */
export interface TheilSenScratch {
  readonly slopes: Float64Array;
  readonly rest: Float64Array;
}

export function theilSenScratch(most: number): TheilSenScratch {
  return { slopes: new Float64Array((most * (most - 1)) / 2), rest: new Float64Array(most) };
}

/**
 * A straight line through the first `n` points that a quarter of wild ones cannot move: the slope is the median of the
 * slopes between all pairs with different x, the intercept the median of y − slope·x. Null where all x are alike.
 * No value may be missing. Cost: n² / 2 slopes, and their sorting.
 * Source: H. Theil (1950); P. K. Sen, J. Am. Stat. Assoc. 63 (1968) 1379–1389.
 */
export function theilSen(
  x: Float64Array,
  y: Float64Array,
  n: number,
  { slopes, rest }: TheilSenScratch,
): { readonly slope: number; readonly intercept: number } | null {
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const step = x[j]! - x[i]!;
      if (step !== 0) slopes[pairs++] = (y[j]! - y[i]!) / step;
    }
  }
  if (pairs === 0) return null;
  const slope = medianOfBuffer(slopes, pairs);
  for (let i = 0; i < n; i++) rest[i] = y[i]! - slope * x[i]!;
  return { slope, intercept: medianOfBuffer(rest, n) };
}
