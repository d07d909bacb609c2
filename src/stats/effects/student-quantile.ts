import { studentTwoSided } from '../distributions';

/**
 * The t that a Student variable with `df` degrees of freedom is at least as far from 0 as with probability `p` (two
 * sides, 0 < p < 1), by halving to the last digits; NaN outside.
 */
export function studentTwoSidedQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) return NaN;
  let low = 0;
  let high = 1;
  while (studentTwoSided(high, df) > p) high *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTwoSided(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
