import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/stats/normal';

/** Python 3.11: `statistics.NormalDist().inv_cdf(p)`; 1.959963985 and 3.090232306 are R's `qnorm`, too. */
test.each([
  [0.5, 0],
  [0.6, 0.2533471031357998],
  [0.9, 1.2815515655446004],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.999, 3.090232306167813],
  [0.9999, 3.719016485455709],
  [1e-6, -4.753424308822899],
  [1e-9, -5.997807015007686],
  [1e-15, -7.941345326170997],
  [1e-100, -21.27345356096532],
])('of %d is %d', (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(z)));
});

test('is odd about one half, rises, and says nothing outside', () => {
  let last = -Infinity;
  for (let i = 1; i < 1000; i++) {
    const z = normalQuantile(i / 1000);
    expect(z).toBeGreaterThan(last);
    expect(Math.abs(z + normalQuantile(1 - i / 1000))).toBeLessThan(1e-12);
    last = z;
  }
  expect([0, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, Infinity, NaN, NaN, NaN]);
});

/** Python 3.11: `math.erfc(-z / math.sqrt(2)) / 2`, whose argument is rounded: worth 1e-13 far out. */
test.each([
  [0, 0.5],
  [-0.5, 0.3085375387259869],
  [-1, 0.15865525393145707],
  [1, 0.8413447460685429],
  [-1.959963984540054, 0.02500000000000002],
  [-3, 0.0013498980316300957],
  [-3.090232306167813, 0.0010000000000000022],
  [-5, 2.866515718791946e-7],
  [-8, 6.220960574271819e-16],
  [-20, 2.7536241186063314e-89],
  [-37, 5.725571222525139e-300],
])('below %d lie %d', (z, p) => {
  expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(2e-13);
});

test('the tail meets its fraction without a step, is the quantile’s other way round, and says nothing of nothing', () => {
  expect(normalCdf(-3 - 1e-15) / normalCdf(-3 + 1e-15)).toBeCloseTo(1, 12);
  for (let i = 1; i < 400; i++) {
    const z = -i / 20;
    expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-12);
    expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
    expect(normalCdf(z)).toBeLessThan(normalCdf(z + 0.05));
  }
  expect([-Infinity, Infinity, NaN].map(normalCdf)).toEqual([0, 1, NaN]);
});
