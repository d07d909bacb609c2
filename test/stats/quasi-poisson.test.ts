import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CountModel,
  dispersionOf,
  fitCounts,
  leverage,
  makeCountModel,
  predictor,
} from '../../src/stats/quasi-poisson';

function modelOf(
  y: readonly number[],
  group: readonly number[],
  x: readonly number[] = y.map((_, i) => i),
): CountModel {
  const model = makeCountModel(y.length + 3, Math.max(...group) + 1);
  model.n = y.length;
  model.y.set(y);
  model.x.set(x);
  model.group.set(group);
  model.prior.fill(1);
  return model;
}

test('levels alone are the logarithms of means (A. J. Dobson 1990, p. 93, by outcome)', () => {
  const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
  const model = modelOf(counts, [0, 1, 2, 0, 1, 2, 0, 1, 2]);
  expect(fitCounts(model, false)).toBe(true);
  // R: glm(counts ~ outcome): 3.0445, −0.4543, −0.2930 and the dispersion of Pearson's residuals.
  expect(predictor(model, 0, 5)).toBeCloseTo(3.0445, 4);
  expect(predictor(model, 1, 5) - predictor(model, 0, 5)).toBeCloseTo(-0.4543, 4);
  expect(predictor(model, 2, 5) - predictor(model, 0, 5)).toBeCloseTo(-0.293, 4);
  expect(model.freedom).toBe(6);
  const means = [21, 40 / 3, 47 / 3];
  const chi = counts.reduce((sum, v, i) => sum + (v - means[i % 3]!) ** 2 / means[i % 3]!, 0);
  expect(dispersionOf(model, model.weights)).toBeCloseTo(chi / 6, 6);
  expect(leverage(model, 0, 99)).toBeCloseTo(1 / 63, 8);
});

const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 30 });

test('the fit answers the equations of greatest likelihood, and the leverages add up to the coefficients', () => {
  let fitted = 0;
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 3 }), fc.boolean(), (y, groups, sloped) => {
      const group = y.map((_, i) => i % groups);
      // A level without a single case lies at minus infinity: the fit only comes near it.
      fc.pre(group.every((g) => y.some((v, i) => v > 0 && group[i] === g)));
      const model = modelOf(y, group);
      y.forEach((_, i) => (model.prior[i] = i % 4 === 0 ? 0.5 : 1));
      if (!fitCounts(model, sloped)) return;
      fitted++;
      const left = y.map((v, i) => model.prior[i]! * (v - model.mu[i]!));
      const total = 1 + y.reduce((sum, v) => sum + v, 0);
      for (let g = 0; g < groups; g++) {
        const sum = left.reduce((s, r, i) => (group[i] === g ? s + r : s), 0);
        expect(Math.abs(sum)).toBeLessThan(1e-4 * total);
      }
      const moment = left.reduce((s, r, i) => s + r * i, 0);
      if (sloped) expect(Math.abs(moment)).toBeLessThan(1e-4 * total * y.length);
      const hats = y.reduce((s, _, i) => s + model.weights[i]! * leverage(model, group[i]!, i), 0);
      expect(hats).toBeCloseTo(groups + (sloped ? 1 : 0), 9);
      expect(model.freedom).toBe(y.length - groups - (sloped ? 1 : 0));
    }),
    { numRuns: 300 },
  );
  expect(fitted).toBeGreaterThan(200);
});

test('exact growth is found exactly, whatever the groups', () => {
  const y = Array.from({ length: 12 }, (_, i) => Math.exp(0.1 * i + (i % 2)));
  const model = modelOf(
    y,
    y.map((_, i) => i % 2),
  );
  expect(fitCounts(model, true)).toBe(true);
  expect(model.slope).toBeCloseTo(0.1, 9);
  expect(predictor(model, 1, 13)).toBeCloseTo(2.3, 9);
  expect(dispersionOf(model, model.weights)).toBeLessThan(1e-12);
});

test('what cannot be fitted says so: no freedom left, no convergence', () => {
  const two = modelOf([3, 5], [0, 1]);
  fitCounts(two, false);
  expect(two.freedom).toBe(0);
  expect(dispersionOf(two, two.weights)).toBeNaN();
  expect(fitCounts(modelOf([3, NaN, 4], [0, 0, 0]), false)).toBe(false);
  expect(fitCounts(modelOf([0, 0, 0, 0, 0, 0, 1e9], [0, 0, 0, 0, 0, 0, 0]), true)).toBe(false);
});
