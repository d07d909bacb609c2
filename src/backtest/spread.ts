/** Quantile of sorted values, between two of them linear (type 7 of Hyndman and Fan, 1996, R's default); NaN of none. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (at - below);
}

/** Median and quartiles of whole periods; null of none. */
export interface Spread {
  readonly n: number;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p: number): number | null => (sorted.length === 0 ? null : quantileOfSorted(sorted, p));
  return { n: sorted.length, median: at(0.5), q1: at(0.25), q3: at(0.75) };
}
