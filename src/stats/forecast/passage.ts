import { normalCdf, normalQuantile } from '../normal';

/** Points of the lattice for a step: within half a point of probability, for few steps and for many. */
const POINTS = 32;
const POINTS_AT_LEAST = 64;
/** Bounds no further apart than this say it already. */
const CLOSE = 1e-4;
/** Square roots of the first primes: one direction of the lattice for each step but the last. */
const DIRECTIONS = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83].map(
  Math.sqrt,
);

/** Steps ahead that can be asked for. */
export const FARTHEST = DIRECTIONS.length + 1;

/**
 * Probability that a Gaussian path is beyond a line at one of its steps at least. `gaps[j]`: how far the line is from
 * the mean of step j + 1, in that step's standard deviations, positive where the mean is on the near side; steps hang
 * together as shocks do that last: value(j) = shock(j) + Σ response[k]·shock(j − k), each brought to deviation 1.
 * The path is cut where it first is beyond the line (A. Genz, "Numerical computation of multivariate normal
 * probabilities", J Comput Graph Stat 1 (1992) 141–149; the response is the Cholesky factor already), over a fixed
 * lattice (Richtmyer's, folded once), so that there is no chance in it. Exact for one step; never below the likeliest
 * step's own probability nor above the sum of them all. `shocks`: room for all steps.
 */
export function passageProbability(gaps: Float64Array, response: Float64Array, shocks: Float64Array): number {
  const steps = gaps.length;
  let least = 0;
  let most = 0;
  for (let j = 0; j < steps; j++) {
    const own = normalCdf(-gaps[j]!);
    least = Math.max(least, own);
    most += own;
  }
  most = Math.min(1, most);
  if (most - least < CLOSE) return least;
  const points = POINTS_AT_LEAST + POINTS * steps;
  const first = normalCdf(gaps[0]!);
  let sum = 0;
  for (let point = 1; point <= points; point++) {
    let within = first;
    let stays = first;
    let spread = 1;
    for (let j = 1; j < steps && within > 0; j++) {
      const place = (point * DIRECTIONS[j - 1]!) % 1;
      shocks[j - 1] = normalQuantile(Math.abs(2 * place - 1) * stays);
      spread += response[j]! ** 2;
      let line = gaps[j]! * Math.sqrt(spread);
      for (let k = 1; k <= j; k++) line -= response[k]! * shocks[j - k]!;
      const beyond = normalCdf(-line);
      sum += within * beyond;
      stays = 1 - beyond;
      within *= stays;
    }
  }
  return Math.min(most, Math.max(least, 1 - first + sum / points));
}
