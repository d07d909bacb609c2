import { expect, test } from 'vitest';
import {
  betaRegularised,
  gammaUpper,
  logGamma,
  negativeBinomialQuantile,
  poissonQuantile,
  studentTwoSided,
} from '../../src/stats/distributions';

const close = (got: number, wanted: number, within = 1e-12): void =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(within * Math.max(Math.abs(wanted), 1e-12));

test('Γ of whole and half numbers', () => {
  let factorial = 0;
  for (let n = 1; n < 60; n++) {
    if (n > 2) close(logGamma(n), factorial, 1e-14);
    factorial += Math.log(n);
  }
  close(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
  // Python 3.11: math.lgamma.
  close(logGamma(1e-3), 6.907178885383854, 1e-14);
  close(logGamma(3.7), 1.4280723266653883, 1e-14);
  close(logGamma(12345.678), 103959.91990554606, 1e-14);
});

test('the incomplete beta function where it has a closed form, and of its mirror', () => {
  for (const x of [0, 1e-6, 0.2, 0.5, 0.77, 0.999, 1]) {
    for (const a of [0.3, 1, 4.5, 80]) {
      close(betaRegularised(x, a, 1), x ** a);
      close(betaRegularised(x, 1, a), -Math.expm1(a * Math.log1p(-x)));
      if (x > 0 && x < 1) close(betaRegularised(x, a, 2.5) + betaRegularised(1 - x, 2.5, a), 1);
    }
  }
  expect([betaRegularised(-0.1, 1, 1), betaRegularised(NaN, 1, 1)]).toEqual([NaN, NaN]);
});

test('Student’s t with 1, 2 and 4 degrees of freedom', () => {
  for (const t of [0, 0.01, 0.5, -1, 2, 7.5, 100]) {
    const s = Math.abs(t);
    close(studentTwoSided(t, 1), (2 / Math.PI) * Math.atan2(1, s), 1e-10);
    close(studentTwoSided(t, 2), 1 - s / Math.sqrt(2 + s * s), 1e-9);
    const sine = s / Math.sqrt(4 + s * s);
    close(studentTwoSided(t, 4), 1 - (1.5 * sine - 0.5 * sine ** 3), 1e-6);
  }
  expect([studentTwoSided(Infinity, 5), studentTwoSided(-Infinity, 5), studentTwoSided(NaN, 5)]).toEqual([0, 0, NaN]);
});

test('the tail of the gamma function is a sum of Poisson probabilities', () => {
  for (const mean of [1e-9, 0.3, 2, 17.5, 140]) {
    let term = Math.exp(-mean);
    let sum = term;
    for (let k = 1; k < 200; k++) {
      close(gammaUpper(k, mean), sum, 1e-11);
      term *= mean / k;
      sum += term;
    }
  }
  expect([gammaUpper(2, 0), gammaUpper(2, NaN)]).toEqual([1, NaN]);
});

/** The smallest count with so much probability at or below it, by adding up. */
function byAdding(p: number, first: number, ratio: (k: number) => number): number {
  let term = first;
  let sum = term;
  let k = 0;
  while (sum < p) {
    term *= ratio(k++);
    sum += term;
  }
  return k;
}

test('quantiles of counts are those found by adding up probabilities', () => {
  for (const mean of [1e-8, 0.05, 0.8, 3, 29.4, 310]) {
    for (const p of [0.001, 0.05, 0.37, 0.5, 0.95, 0.99, 0.9999]) {
      expect(poissonQuantile(p, mean)).toBe(byAdding(p, Math.exp(-mean), (k) => mean / (k + 1)));
      for (const phi of [1.0001, 1.3, 4, 60]) {
        const size = mean / (phi - 1);
        const ratio = (k: number): number => ((k + size) / (k + 1)) * (1 - 1 / phi);
        expect(negativeBinomialQuantile(p, mean, phi)).toBe(byAdding(p, phi ** -size, ratio));
      }
    }
  }
});

test('a tie is a step reached, whatever the last digits say; no mean, no count', () => {
  // P(X = 0) of the mean log 2 is one half.
  expect(poissonQuantile(0.5, Math.LN2)).toBe(0);
  expect(negativeBinomialQuantile(0.25, 2, 2)).toBe(0);
  expect([poissonQuantile(0.9, 0), negativeBinomialQuantile(0.9, 0, 3)]).toEqual([0, 0]);
  expect([poissonQuantile(0.9, NaN), poissonQuantile(0.9, Infinity)]).toEqual([NaN, NaN]);
  expect([negativeBinomialQuantile(0.9, NaN, 3), negativeBinomialQuantile(0.9, Infinity, 3)]).toEqual([NaN, NaN]);
});

test('large counts: near the normal quantile', () => {
  const mean = 1e8;
  expect(Math.abs(poissonQuantile(0.975, mean) - (mean + 1.959963985 * 1e4))).toBeLessThan(3);
  const phi = 1e4;
  const skewed = (2 * phi - 1) / Math.sqrt(mean * phi);
  const about = mean + 1e6 * (1.959963985 + (skewed * (1.959963985 ** 2 - 1)) / 6);
  expect(Math.abs(negativeBinomialQuantile(0.975, mean, phi) - about)).toBeLessThan(1e3);
});
