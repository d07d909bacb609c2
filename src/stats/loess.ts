/**
 * Local regression on equidistant points (W. S. Cleveland, JASA 74 (1979) 829–836), in the form that STL uses it:
 * R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning, J Off Stat 6 (1990) 3–73, with the details of its
 * published routine, which R's `stl` runs.
 */
export interface Loess {
  /** Points that count at each place; may be more than there are. */
  readonly span: number;
  readonly degree: 0 | 1;
  /** Every how many points it is computed; what lies between is interpolated. */
  readonly jump: number;
}

/** Buffers of a smoothing, lent by the caller; each holds at least as many numbers as there are points. */
export interface LoessPoints {
  readonly values: Float64Array;
  /** Factors of the weights; null = 1. */
  readonly factors: Float64Array | null;
  readonly scratch: Float64Array;
  readonly table: TricubeTable;
}

/** Weights by distance: they depend on the reach alone, which seldom changes from place to place. */
export interface TricubeTable {
  reach: number;
  /** So many distances are filled in. */
  known: number;
  /** At least two more than there are points. */
  readonly weights: Float64Array;
}

/**
 * Smooths the first `n` values; `out[from + i]` belongs to point i. A point without any weight keeps its value. Cost:
 * n · span / jump.
 */
export function smooth(points: LoessPoints, n: number, loess: Loess, out: Float64Array, from: number): void {
  if (n < 2) {
    out[from] = points.values[0]!;
    return;
  }
  const jump = Math.min(loess.jump, n - 1);
  let last = 0;
  for (let i = 0; i < n; i += jump) {
    smoothPoint(points, n, loess, i, out, from);
    last = i;
    if (i > 0) interpolate(out, from + i - jump, from + i);
  }
  if (last === n - 1) return;
  smoothPoint(points, n, loess, n - 1, out, from);
  interpolate(out, from + last, from + n - 1);
}

/** A point is in the middle of its span, unless that would begin before the first one or end after the last one. */
function smoothPoint(points: LoessPoints, n: number, loess: Loess, i: number, out: Float64Array, from: number): void {
  const size = Math.min(loess.span, n);
  const left = loess.span >= n ? 0 : Math.min(Math.max(0, i - ((loess.span + 1) >> 1) + 1), n - size);
  const y = smoothAt(points, n, loess, i, left, left + size - 1);
  out[from + i] = y === y ? y : points.values[i]!;
}

function interpolate(out: Float64Array, from: number, to: number): void {
  const step = (out[to]! - out[from]!) / (to - from);
  for (let i = from + 1; i < to; i++) out[i] = out[from]! + step * (i - from);
}

/** The local fit of the points `left` … `right` at the place `at`, which may lie outside; NaN where all weights are 0. */
export function smoothAt(
  { values, factors, scratch, table }: LoessPoints,
  n: number,
  { span, degree }: Loess,
  at: number,
  left: number,
  right: number,
): number {
  let reach = Math.max(at - left, right - at);
  const most = reach;
  if (span > n) reach += Math.floor((span - n) / 2);
  if (table.reach !== reach || !(most < table.known)) fillTable(table, reach, most);
  const { weights } = table;
  let sum = 0;
  for (let j = left; j <= right; j++) {
    let weight = weights[j < at ? at - j : j - at]!;
    if (factors) weight *= factors[j]!;
    sum += weight;
    scratch[j] = weight;
  }
  if (!(sum > 0)) return NaN;
  let slope = 0;
  let centre = 0;
  // In the middle of a span of even weights a slope makes no difference.
  const even = factors === null && at - left === right - at;
  if (degree === 1 && reach > 0 && !even) {
    for (let j = left; j <= right; j++) centre += scratch[j]! * j;
    centre /= sum;
    let spread = 0;
    for (let j = left; j <= right; j++) spread += scratch[j]! * (j - centre) * (j - centre);
    spread /= sum;
    // Weight on one point alone has no slope.
    if (Math.sqrt(spread) > 0.001 * (n - 1)) slope = (at - centre) / spread;
  }
  let fitted = 0;
  for (let j = left; j <= right; j++) fitted += scratch[j]! * (1 + slope * (j - centre)) * values[j]!;
  return fitted / sum;
}

/** Tricube weights of the distances 0 … `most`. */
function fillTable(table: TricubeTable, reach: number, most: number): void {
  const far = 0.999 * reach;
  const near = 0.001 * reach;
  for (let distance = 0; distance <= most; distance++) {
    const share = distance / reach;
    const rest = 1 - share * share * share;
    table.weights[distance] = distance <= near ? 1 : distance <= far ? rest * rest * rest : 0;
  }
  table.reach = reach;
  table.known = most + 1;
}
