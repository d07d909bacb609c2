import { madOfBuffer } from './robust';

/** Beyond so many standard deviations a point pulls with a constant force only (95 % efficient where errors are normal). */
const HUBER = 1.345;
const ROUNDS = 20;

/**
 * Coefficients b of y = X·b (no constant) by Huber's M-estimate: least squares that is weighted anew by the size of the
 * residuals until it stands still, their scale taken as 1.4826 × the median of their sizes. `rows`: one array of
 * explaining values for each y. Null where the columns of X do not tell the coefficients apart.
 * Source: P. J. Huber, Ann. Math. Stat. 35 (1964) 73–101, by iterative reweighting (Holland, Welsch 1977).
 */
export function huberRegression(rows: readonly (readonly number[])[], y: readonly number[]): number[] | null {
  const width = rows[0]?.length ?? 0;
  const weights = new Float64Array(rows.length).fill(1);
  const rest = new Float64Array(rows.length);
  let b: number[] | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const next = weighted(rows, y, weights, width);
    if (!next) return b;
    const still = b !== null && next.every((v, j) => Math.abs(v - b![j]!) <= 1e-10 * (1 + Math.abs(v)));
    b = next;
    if (still) break;
    const residual = (i: number): number => y[i]! - rows[i]!.reduce((sum, x, j) => sum + x * b![j]!, 0);
    for (let i = 0; i < rows.length; i++) rest[i] = residual(i);
    const scale = madOfBuffer(rest, rows.length, 0);
    if (!(scale > 0)) break;
    for (let i = 0; i < rows.length; i++) {
      const far = Math.abs(residual(i)) / scale;
      weights[i] = far <= HUBER ? 1 : HUBER / far;
    }
  }
  return b;
}

/** Weighted least squares by the normal equations, solved by elimination with pivots; few columns only. */
function weighted(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  weights: Float64Array,
  width: number,
): number[] | null {
  const m = Array.from({ length: width }, () => new Float64Array(width + 1));
  rows.forEach((row, i) => {
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < width; k++) m[j]![k]! += weights[i]! * row[j]! * row[k]!;
      m[j]![width]! += weights[i]! * row[j]! * y[i]!;
    }
  });
  const size = Math.max(...m.map((line, j) => line[j]!));
  for (let j = 0; j < width; j++) {
    let pivot = j;
    for (let k = j + 1; k < width; k++) if (Math.abs(m[k]![j]!) > Math.abs(m[pivot]![j]!)) pivot = k;
    [m[j], m[pivot]] = [m[pivot]!, m[j]!];
    const lead = m[j]![j]!;
    if (!(Math.abs(lead) > 1e-9 * size)) return null;
    for (let k = 0; k < width; k++) {
      if (k === j) continue;
      const factor = m[k]![j]! / lead;
      for (let l = j; l <= width; l++) m[k]![l]! -= factor * m[j]![l]!;
    }
  }
  return m.map((line, j) => line[width]! / line[j]!);
}
