/** Weights that add up to 1, none negative, and how near to the best they are. */
export interface SimplexFit {
  readonly weights: Float64Array;
  /** Weighted sum of squares at these weights. */
  readonly loss: number;
  /**
   * The loss is at most this much above the least possible one: by convexity, twice the largest descent that any single
   * column offers (the Kuhn–Tucker residual). The proof that comes with the answer.
   */
  readonly gap: number;
}

/** A corral changes a few times for each column; this many steps are never needed. */
const MOST_STEPS = 10_000;
/** Relative to the largest square of a point. */
const TOLERANCE = 1e-13;

/**
 * Minimises Σ v_i·(target_i − Σ_j w_j·columns_ji)² over w ≥ 0, Σ w = 1: the point of a convex hull that is nearest to a
 * target. `columns` holds one array per column, `importance` v_i ≥ 0 (null = all 1). None may be missing. A finite,
 * exact method: no step size, no starting point to choose. Where the best is not unique, one of the best.
 * Source: P. Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 11 (1976) 128–149.
 */
export function simplexLeastSquares(
  target: Float64Array,
  columns: readonly Float64Array[],
  importance: Float64Array | null = null,
): SimplexFit {
  const n = columns.length;
  const weights = new Float64Array(n);
  if (n === 0) return { weights, loss: NaN, gap: NaN };
  const points = columns.map((column) =>
    column.map((v, i) => (v - target[i]!) * (importance ? Math.sqrt(importance[i]!) : 1)),
  );
  const squares = points.map((p) => dot(p, p));
  const largest = Math.max(...squares);
  // All columns hit the target: any weights do.
  const scale = largest > 0 ? 1 / Math.sqrt(largest) : 1;
  for (const p of points) for (let i = 0; i < p.length; i++) p[i]! *= scale;

  let corral = [squares.indexOf(Math.min(...squares))];
  let share = [1];
  let x: Float64Array = points[corral[0]!]!.slice();
  for (let step = 0; step < MOST_STEPS; step++) {
    const { at, least } = leastAlong(points, x);
    if (dot(x, x) - least <= TOLERANCE || corral.includes(at)) break;
    const inside = insideCorral(points, [...corral, at], [...share, 0]);
    if (!inside) break;
    [corral, share] = inside;
    x = mix(points, corral, share);
  }
  for (let k = 0; k < corral.length; k++) weights[corral[k]!] = share[k]!;
  const left = 2 * Math.max(0, dot(x, x) - leastAlong(points, x).least);
  return { weights, loss: dot(x, x) / (scale * scale), gap: left / (scale * scale) };
}

/** Moves to the nearest point of the corral's affine hull, dropping columns whose weight would be negative on the way; null where rounding lets it go no further. */
function insideCorral(points: readonly Float64Array[], corral: number[], share: number[]): [number[], number[]] | null {
  let [columns, weights] = [corral, share];
  for (;;) {
    const free = affineWeights(points, columns);
    if (!free) return null;
    if (free.every((w) => w > 1e-12)) return [columns, free];
    let reach = 1;
    free.forEach((w, k) => {
      if (w <= 1e-12 && weights[k]! - w > 0) reach = Math.min(reach, weights[k]! / (weights[k]! - w));
    });
    const moved = weights.map((w, k) => w + reach * (free[k]! - w));
    // The one that ends the way goes out for sure, whatever the last digits say.
    const out = moved.indexOf(Math.min(...moved));
    const keep = moved.map((w, k) => k !== out && w > 1e-12);
    columns = columns.filter((_, k) => keep[k]);
    weights = renormed(moved.filter((_, k) => keep[k]));
    if (columns.length === 1) return [columns, [1]];
  }
}

const renormed = (weights: number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / sum);
};

/** Weights with sum 1, any sign, of the point of an affine hull nearest to 0; null where the columns do not span one. */
function affineWeights(points: readonly Float64Array[], corral: readonly number[]): number[] | null {
  const n = corral.length;
  const matrix = corral.map((a) => Float64Array.from(corral, (b) => 1 + dot(points[a]!, points[b]!)));
  // Cholesky in place, then two triangular solves against ones.
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i]![k]! * matrix[j]![k]!;
      if (i === j) {
        if (!(sum > 1e-15)) return null;
        matrix[i]![i] = Math.sqrt(sum);
      } else matrix[i]![j] = sum / matrix[j]![j]!;
    }
  }
  const u = Float64Array.from({ length: n }, () => 1);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) u[i]! -= matrix[i]![k]! * u[k]!;
    u[i]! /= matrix[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) u[i]! -= matrix[k]![i]! * u[k]!;
    u[i]! /= matrix[i]![i]!;
  }
  return renormed([...u]);
}

function leastAlong(points: readonly Float64Array[], x: Float64Array): { at: number; least: number } {
  let at = 0;
  let least = Infinity;
  points.forEach((p, j) => {
    const along = dot(p, x);
    if (along < least) [at, least] = [j, along];
  });
  return { at, least };
}

function mix(points: readonly Float64Array[], corral: readonly number[], share: readonly number[]): Float64Array {
  const x = new Float64Array(points[0]!.length);
  corral.forEach((j, k) => {
    for (let i = 0; i < x.length; i++) x[i]! += share[k]! * points[j]![i]!;
  });
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
