import fc from 'fast-check';
import { sampleCorrelation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { correlation, leadLag } from '../../src/stats/correlation';
import { theilSen, theilSenScratch } from '../../src/stats/theil-sen';

const line = (x: readonly number[], y: readonly number[]) =>
  theilSen(Float64Array.from(x), Float64Array.from(y), x.length, theilSenScratch(x.length));

test('a line with one wild point is found as it is', () => {
  expect(line([1, 2, 3, 4, 5], [3, 5, 7, 9, 1000])).toEqual({ slope: 2, intercept: 1 });
});

test('the slope is the median of the slopes of all pairs, by hand', () => {
  // Pairs: (1,1)-(2,3) 2; (1,1)-(4,4) 1; (2,3)-(4,4) 0.5: median 1; rests 0, 1, 0.
  expect(line([1, 2, 4], [1, 3, 4])).toEqual({ slope: 1, intercept: 0 });
  expect(line([3, 3, 3], [1, 2, 4])).toBeNull();
  expect(line([3], [1])).toBeNull();
});

const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 2,
  maxLength: 20,
});

test('a straight line that is added to y is added to the fit', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (points, a, b) => {
      const x = points.map(([v]) => v);
      const y = points.map(([, v]) => v);
      const before = line(x, y);
      const after = line(
        x,
        y.map((v, i) => v + a + b * x[i]!),
      );
      expect(after === null).toBe(before === null);
      if (!before || !after) return;
      expect(after.slope).toBeCloseTo(before.slope + b, 9);
      expect(after.intercept).toBeCloseTo(before.intercept + a, 9);
    }),
  );
});

test('correlation is that of simple-statistics, and nothing where one side does not move', () => {
  fc.assert(
    fc.property(pairs, (points) => {
      const x = points.map(([v]) => v);
      const y = points.map(([, v]) => v);
      const r = correlation(Float64Array.from(x), Float64Array.from(y), x.length);
      if (new Set(x).size === 1 || new Set(y).size === 1) expect(r).toBeNaN();
      else expect(r).toBeCloseTo(sampleCorrelation(x, y), 9);
    }),
  );
});

test('a series that repeats another three periods later is led by it by three', () => {
  const leading = Float64Array.from({ length: 40 }, (_, t) => ((t * 37) % 23) + (t % 5));
  const following = leading.map((_, t) => (t >= 3 ? 2 * leading[t - 3]! + 1 : NaN));
  const r = leadLag(leading, following, 6, 10);
  expect(r[3 + 6]).toBeCloseTo(1, 12);
  expect(r.indexOf(Math.max(...r))).toBe(9);
  expect(leadLag(leading, following, 6, 38)[0]).toBeNaN();
  // The other way round it lags by three.
  const back = leadLag(following, leading, 6, 10);
  expect(back[-3 + 6]).toBeCloseTo(1, 12);
});
