/** A treatment that begins in the same period for every treated unit, measured on a full panel. */
export interface TwoWayEffect {
  /** How much more the treated units changed than the others, in the unit of the values. */
  readonly estimate: number;
  /** Cluster-robust by unit; NaN with fewer than two units on either side, where it would be far too small. */
  readonly standardError: number;
  readonly units: number;
  readonly periods: number;
}

/**
 * Difference in differences: least squares with an effect of each unit and of each period. `values` is unit-major, `count`
 * periods a unit, none missing; a treated unit is under treatment from position `from` on. On such a full panel the two
 * sets of effects come out by double demeaning, so no matrix is built. NaN where one side or one time is empty.
 *
 * The variance is the sandwich clustered by unit (Liang, Zeger 1986; Arellano 1987) with the usual small-sample factor
 * G/(G−1)·(N−1)/(N−K), K = number of periods + 1: unit effects lie within clusters and are not counted. It needs many
 * units on both sides; with one treated unit see one-against-others.ts.
 */
export function twoWayEffect(values: Float64Array, count: number, treated: Uint8Array, from: number): TwoWayEffect {
  const units = treated.length;
  const sides = treated.reduce((sum, one) => sum + (one === 1 ? 1 : 0), 0);
  const nothing: TwoWayEffect = { estimate: NaN, standardError: NaN, units, periods: count };
  if (sides === 0 || sides === units || from <= 0 || from >= count) return nothing;
  const y = demeaned(values, units, count);
  const shareTreated = sides / units;
  const shareAfter = (count - from) / count;
  const d = (unit: number, t: number): number =>
    ((treated[unit] === 1 ? 1 : 0) - shareTreated) * ((t >= from ? 1 : 0) - shareAfter);
  let spread = 0;
  let product = 0;
  for (let u = 0; u < units; u++) {
    for (let t = 0; t < count; t++) {
      spread += d(u, t) * d(u, t);
      product += d(u, t) * y[u * count + t]!;
    }
  }
  const estimate = product / spread;
  const enough = sides > 1 && units - sides > 1 && units * count > count + 1;
  if (!enough) return { ...nothing, estimate };
  let meat = 0;
  for (let u = 0; u < units; u++) {
    let score = 0;
    for (let t = 0; t < count; t++) score += d(u, t) * (y[u * count + t]! - estimate * d(u, t));
    meat += score * score;
  }
  const small = (units / (units - 1)) * ((units * count - 1) / (units * count - count - 1));
  return { ...nothing, estimate, standardError: Math.sqrt(meat * small) / spread };
}

/** Values less the mean of their unit and of their period, plus the mean of all. */
function demeaned(values: Float64Array, units: number, count: number): Float64Array {
  const ofUnit = new Float64Array(units);
  const ofPeriod = new Float64Array(count);
  let all = 0;
  for (let u = 0; u < units; u++) {
    for (let t = 0; t < count; t++) {
      const value = values[u * count + t]!;
      ofUnit[u]! += value / count;
      ofPeriod[t]! += value / units;
      all += value / (units * count);
    }
  }
  return values.map((value, i) => value - ofUnit[Math.floor(i / count)]! - ofPeriod[i % count]! + all);
}
