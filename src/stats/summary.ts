import { medianSorted } from 'simple-statistics';

/**
 * Median of the values that are there; NaN when none is. simple-statistics gives a plausible number when NaN stands
 * among the values, so missing ones are taken out first. Even counts: mean of the middle two.
 */
export function median(values: Iterable<number>): number {
  const there = [...values].filter((v) => v === v).toSorted((a, b) => a - b);
  return there.length > 0 ? medianSorted(there) : NaN;
}
