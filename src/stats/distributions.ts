import { normalQuantile } from './normal';

/** Quantiles of counts and tails of tests. Continued fractions that do not settle give NaN, never a guess. */

/** More than any argument here needs: the fractions settle within a few times the root of the larger argument. */
const MOST_STEPS = 200_000;
const TINY = 1e-300;
/** Ties between a probability and a step of a distribution are ties, whatever the last digits say. */
const TIE = 1 - 64 * Number.EPSILON;

/**
 * Natural logarithm of Γ(x), x > 0: Stirling's series (DLMF 5.11.1) from 12 on, below that after moving up by
 * Γ(x + 1) = x·Γ(x). Good to about 1e-15 relative, away from its zeros at 1 and 2.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 12) product *= shifted++;
  const inverse = 1 / (shifted * shifted);
  const series =
    (1 / 12 -
      inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * 0.0019175))))) /
    shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** Regularised incomplete beta function I_x(a, b), a and b > 0: the continued fraction DLMF 8.17.22. */
export function betaRegularised(x: number, a: number, b: number): number {
  if (!(x > 0)) return x === 0 ? 0 : NaN;
  if (x >= 1) return 1;
  // The fraction settles quickly below its mean alone; above, the other tail is taken.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaRegularised(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  );
  return front * betaFraction(x, a, b);
}

/** By the modified method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 1e-15) return value;
  }
  return NaN;
}

const away = (v: number): number => (Math.abs(v) < TINY ? TINY : v);

/** Upper regularised incomplete gamma function Q(a, x), a > 0, x ≥ 0: series DLMF 8.11.4, fraction 8.9.2. */
export function gammaUpper(a: number, x: number): number {
  if (!(x > 0)) return x === 0 ? 1 : NaN;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n <= MOST_STEPS; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-16) return 1 - front * sum;
    }
    return NaN;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / away(b);
  let value = d;
  for (let n = 1; n <= MOST_STEPS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / away(numerator * d + b);
    c = away(b + numerator / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 1e-15) return front * value;
  }
  return NaN;
}

/** Probability that Student's t with `df` degrees of freedom is at least as far from 0 as `t`. */
export function studentTwoSided(t: number, df: number): number {
  if (t === Infinity || t === -Infinity) return 0;
  return betaRegularised(df / (df + t * t), df / 2, 0.5);
}

/** Smallest whole k with P(X ≤ k) ≥ p of a Poisson count with the mean; 0 < p < 1. */
export function poissonQuantile(p: number, mean: number): number {
  if (mean === 0) return 0;
  return smallestWhole(p, mean, Math.sqrt(mean), 1 / Math.sqrt(mean), (k) => gammaUpper(k + 1, mean));
}

/**
 * The same of a negative binomial count with the mean and the variance `phi`·mean, phi > 1: size mean/(phi − 1),
 * probability 1/phi.
 */
export function negativeBinomialQuantile(p: number, mean: number, phi: number): number {
  if (mean === 0) return 0;
  const size = mean / (phi - 1);
  const skewness = (2 * phi - 1) / Math.sqrt(mean * phi);
  return smallestWhole(p, mean, Math.sqrt(mean * phi), skewness, (k) => betaRegularised(1 / phi, size, k + 1));
}

/** From the normal quantile corrected for skewness (Cornish, Fisher 1937), by doubled steps, then by halves. */
function smallestWhole(
  p: number,
  mean: number,
  deviation: number,
  skewness: number,
  below: (k: number) => number,
): number {
  const z = normalQuantile(p);
  const wanted = p * TIE;
  let high = Math.max(0, Math.round(mean + deviation * (z + (skewness * (z * z - 1)) / 6)));
  if (!Number.isFinite(high)) return NaN;
  let low = high - 1;
  let at = below(high);
  for (let step = 1; at < wanted; step *= 2) {
    low = high;
    high += step;
    at = below(high);
  }
  for (let step = 1; low >= 0 && below(low) >= wanted; step *= 2) {
    high = low;
    low = Math.max(-1, low - step);
  }
  if (at !== at) return NaN;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}
