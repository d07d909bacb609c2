import { studentTwoSided } from '../distributions';
import { studentTwoSidedQuantile } from './student-quantile';

/** One figure held against the same figure of others. */
export interface OneAgainstOthers {
  /** Own figure less the mean of the others. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** That a figure so far off comes about when the one is as the others are (two sides). */
  readonly p: number;
  readonly df: number;
  /** Share of all figures, the own one counted, that are at least as far from the mean of the rest: no law assumed. */
  readonly rankP: number;
}

/**
 * Is one region as the others are? The others' figures tell how much regions differ by chance; the interval is the one in
 * which the own difference lies with probability `level`: t · s · √(1 + 1/n) with n − 1 degrees of freedom. With the
 * change of each region between two times as its figure this is difference in differences with one treated region: it
 * holds whatever the serial correlation, and asks that the regions' changes spread alike and about normally.
 * At least two others; with fewer everything but the difference is NaN.
 * Source: S. G. Donald, K. Lang, "Inference with Difference-in-Differences and Other Panel Data", Review of Economics
 * and Statistics 89 (2007) 221–233; the rank: T. G. Conley, C. R. Taber, ibid. 93 (2011) 113–125.
 */
export function oneAgainstOthers(own: number, others: Float64Array, level = 0.95): OneAgainstOthers {
  const n = others.length;
  const mean = others.reduce((sum, v) => sum + v, 0) / n;
  const difference = own - mean;
  const df = n - 1;
  if (n < 2) return { difference, low: NaN, high: NaN, p: NaN, df, rankP: NaN };
  const spread = Math.sqrt(others.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / df);
  const error = spread * Math.sqrt(1 + 1 / n);
  const half = error * studentTwoSidedQuantile(1 - level, df);
  return {
    difference,
    low: difference - half,
    high: difference + half,
    p: error > 0 ? studentTwoSided(difference / error, df) : difference === 0 ? 1 : 0,
    df,
    rankP: rankOf(own, others),
  };
}

/** Every figure in turn against the mean of all the rest; ties count as far. */
function rankOf(own: number, others: Float64Array): number {
  const total = others.reduce((sum, v) => sum + v, own);
  const n = others.length;
  const apart = (v: number): number => Math.abs(v - (total - v) / n);
  const line = apart(own) * (1 - 1e-12);
  return (1 + others.reduce((count, v) => count + (apart(v) >= line ? 1 : 0), 0)) / (n + 1);
}

/** Least-squares slope per period of the first `count` values; none missing, two at least. */
export function slopeOf(values: ArrayLike<number>, count: number): number {
  const middle = (count - 1) / 2;
  let spread = 0;
  let product = 0;
  for (let t = 0; t < count; t++) {
    spread += (t - middle) * (t - middle);
    product += (t - middle) * values[t]!;
  }
  return product / spread;
}
