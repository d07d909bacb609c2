import { type SimplexFit, simplexLeastSquares } from './simplex-least-squares';

/** A unit beside the weighted mean of others that was nearest to it before a date. */
export interface SyntheticControl {
  readonly fit: SimplexFit;
  /** The weighted mean, and the unit less it, over all periods. */
  readonly twin: Float64Array;
  readonly gap: Float64Array;
  /** Root mean squares of the gap before the date, and from it on. */
  readonly rmsBefore: number;
  readonly rmsAfter: number;
  /** Mean gap from the date on. */
  readonly meanAfter: number;
}

/** What weights are found by, where it is not the values before the date: a column per unit, own first. */
export interface Predictors {
  readonly own: Float64Array;
  readonly others: readonly Float64Array[];
  readonly importance: Float64Array;
}

/**
 * Synthetic control: weights ≥ 0 with sum 1 that bring the others nearest to the unit in the periods before position
 * `from` (or in the given predictors, by their importance). All series of one length, none missing.
 * Source: A. Abadie, A. Diamond, J. Hainmueller, "Synthetic Control Methods for Comparative Case Studies", Journal of the
 * American Statistical Association 105 (2010) 493–505.
 */
export function syntheticControl(
  own: Float64Array,
  others: readonly Float64Array[],
  from: number,
  predictors: Predictors | null = null,
): SyntheticControl {
  const fit = predictors
    ? simplexLeastSquares(predictors.own, predictors.others, predictors.importance)
    : simplexLeastSquares(
        own.subarray(0, from),
        others.map((other) => other.subarray(0, from)),
      );
  const twin = new Float64Array(own.length);
  others.forEach((other, j) => {
    const weight = fit.weights[j]!;
    if (weight > 0) for (let t = 0; t < twin.length; t++) twin[t]! += weight * other[t]!;
  });
  const gap = own.map((v, t) => v - twin[t]!);
  const after = gap.subarray(from);
  return {
    fit,
    twin,
    gap,
    rmsBefore: rootMeanSquare(gap.subarray(0, from)),
    rmsAfter: rootMeanSquare(after),
    meanAfter: after.reduce((sum, v) => sum + v, 0) / after.length,
  };
}

/**
 * The same for each of the others, as if it had been the one: the unit itself stands among those that its place is taken
 * from, so that under no effect all are on one footing.
 */
export function placeboControls(
  own: Float64Array,
  others: readonly Float64Array[],
  from: number,
): readonly SyntheticControl[] {
  return others.map((other, j) =>
    syntheticControl(
      other,
      others.map((column, k) => (k === j ? own : column)),
      from,
    ),
  );
}

/** How far the gap after stands out among those of the placebos. */
export interface PlaceboTest {
  /** Gap after over gap before, as root mean squares. */
  readonly ratio: number;
  /** Share of all units, the own one counted, whose ratio is at least as large. */
  readonly p: number;
  /** Level of the interval: the largest up to 0.95 that so few units allow. */
  readonly level: number;
  /** Constant effects that the placebo test does not refuse at this level; null where it refuses every one. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/**
 * Rank of the ratio among the placebos', and the constant effects c for which the rank of the ratio of (gap − c) stays
 * within the level. Source: Abadie et al. 2010 (ratio); S. Firpo, V. Possebom, "Synthetic Control Method: Inference,
 * Sensitivity Analysis and Confidence Sets", Journal of Causal Inference 6 (2018) (turning the test round).
 */
export function placeboTest(own: SyntheticControl, placebos: readonly SyntheticControl[], from: number): PlaceboTest {
  // A twin that is right to the last digit, before and after: nothing stands out.
  const ratioOf = ({ rmsAfter, rmsBefore }: SyntheticControl): number => (rmsAfter === 0 ? 0 : rmsAfter / rmsBefore);
  const ratio = ratioOf(own);
  const ratios = placebos.map(ratioOf).sort((a, b) => b - a);
  const all = ratios.length + 1;
  const asFar = ratios.filter((r) => r >= ratio * (1 - 1e-12)).length;
  // So many of the largest may be refused: at least the largest, or there is no interval at all.
  const refused = Math.max(1, Math.floor(0.05 * all + 1e-9));
  const line = ratios[refused - 1];
  const after = own.gap.subarray(from);
  const scatter = after.reduce((sum, v) => sum + (v - own.meanAfter) * (v - own.meanAfter), 0) / after.length;
  const room = line === undefined ? NaN : line * line * own.rmsBefore * own.rmsBefore - scatter;
  const half = Math.sqrt(room);
  return {
    ratio,
    p: (1 + asFar) / all,
    level: 1 - refused / all,
    interval: room >= 0 ? { low: own.meanAfter - half, high: own.meanAfter + half } : null,
  };
}

function rootMeanSquare(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
}
