import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/stats/normal';

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
