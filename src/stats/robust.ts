/**
 * Median and spread of the first `n` values of a buffer, which is sorted in the doing. No value may be missing: the
 * caller leaves those out. Typed arrays sort by size and need no comparison function, so this costs no allocation
 * beyond the view.
 */

/** Median of the first `n` values; the mean of the middle two where n is even; NaN for none. Sorts them. */
export function medianOfBuffer(buffer: Float64Array, n: number): number {
  if (n === 0) return NaN;
  const part = buffer.subarray(0, n).sort();
  const half = n >> 1;
  return n % 2 === 1 ? part[half]! : (part[half - 1]! + part[half]!) / 2;
}

/** 1.4826 × the median absolute deviation about `centre`: the standard deviation where errors are normal. */
export function madOfBuffer(buffer: Float64Array, n: number, centre: number): number {
  for (let i = 0; i < n; i++) buffer[i] = Math.abs(buffer[i]! - centre);
  return 1.4826 * medianOfBuffer(buffer, n);
}

/** Median of up to three values, the first `n` of the arguments. */
export function medianOfThree(a: number, b: number, c: number, n: number): number {
  if (n === 1) return a;
  if (n === 2) return (a + b) / 2;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
