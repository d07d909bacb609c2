import fc from 'fast-check';
import { mean as meanOf, min as minOf, sampleStandardDeviation, sum as sumOf } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { rollingMean, rollingMinBefore, rollingMoments, rollingSum } from '../../src/stats/rolling';

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e15, -1e15) },
);
const stretch = fc.record({
  before: fc.array(value, { maxLength: 5 }),
  inside: fc.array(value, { maxLength: 40 }),
  after: fc.array(value, { maxLength: 5 }),
  size: fc.integer({ min: 1, max: 15 }),
});

type Rolling = (values: Float64Array, offset: number, count: number, size: number, out: Float64Array) => void;

const cases: readonly [string, Rolling, (window: number[]) => number, number][] = [
  ['mean', rollingMean, meanOf, 0],
  ['sum', rollingSum, sumOf, 0],
  ['min before', rollingMinBefore, minOf, 1],
];

describe.each(cases)('rolling %s', (name, rolling, reference, lag) => {
  /** Window by window, as slowly as can be. */
  function slow(inside: readonly number[], size: number): number[] {
    return inside.map((_, i) => {
      const window = inside.slice(Math.max(0, i - lag - size + 1), i - lag + 1);
      return window.length < size || window.some(Number.isNaN) ? NaN : reference(window);
    });
  }

  test('equals simple-statistics on every whole window, and is NaN on every other', () => {
    fc.assert(
      fc.property(stretch, ({ before, inside, after, size }) => {
        const values = Float64Array.from([...before, ...inside, ...after]);
        const kept = values.slice();
        const out = new Float64Array(inside.length + 3).fill(7);
        rolling(values, before.length, inside.length, size, out);
        expect(values).toEqual(kept);
        expect(Array.from(out.subarray(inside.length))).toEqual([7, 7, 7]);
        slow(inside, size).forEach((wanted, i) => {
          if (Number.isNaN(wanted)) return expect(out[i]).toBeNaN();
          // Sums may be taken in another order: the error is bounded by the window's own size, never by older values.
          const scale = Math.max(...inside.slice(Math.max(0, i - lag - size + 1), i - lag + 1).map(Math.abs));
          expect(Math.abs(out[i]! - wanted)).toBeLessThanOrEqual(name === 'min before' ? 0 : scale * size * 1e-15);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('what lies before the window leaves no trace, however large', () => {
    const out = new Float64Array(6);
    rolling(Float64Array.of(1e308, 1e308, 1e17, 1, 2, 3), 0, 6, 2, out);
    expect(Array.from(out.subarray(4))).toEqual({ mean: [1.5, 2.5], sum: [3, 5], 'min before': [1, 1] }[name]);
  });

  test('a window longer than the series gives nothing, and no series gives nothing', () => {
    const out = new Float64Array(3).fill(7);
    rolling(Float64Array.of(1, 2, 3), 0, 3, 9, out);
    expect(Array.from(out)).toEqual([NaN, NaN, NaN]);
    rolling(Float64Array.of(), 0, 0, 3, new Float64Array(0));
  });
});

test('hand values', () => {
  const out = new Float64Array(6);
  rollingMean(Float64Array.of(4, 5, 6, NaN, 8, 9), 0, 6, 2, out);
  expect(Array.from(out)).toEqual([NaN, 4.5, 5.5, NaN, NaN, 8.5]);
  // The present value is not in the window: at the last place the least of 3 and 5.
  rollingMinBefore(Float64Array.of(4, 2, 3, 5, 1), 0, 5, 2, out);
  expect(Array.from(out.subarray(0, 5))).toEqual([NaN, NaN, 2, 2, 3]);
});

describe('rolling moments', () => {
  const of = (values: readonly number[], size: number, offset = 0, count = values.length): [number[], number[]] => {
    const [means, deviations] = [new Float64Array(count), new Float64Array(count)];
    rollingMoments(Float64Array.from(values), offset, count, size, means, deviations);
    return [Array.from(means), Array.from(deviations)];
  };
  const figure = fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  );

  test('equal simple-statistics on every whole window, and are NaN on every other', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 40 }), fc.integer({ min: 2, max: 15 }), fc.nat(3), (all, size, at) => {
        const inside = all.slice(at);
        const [means, deviations] = of(all, size, Math.min(at, all.length), inside.length);
        inside.forEach((_, i) => {
          const window = inside.slice(Math.max(0, i - size + 1), i + 1);
          if (window.length < size || window.some(Number.isNaN)) {
            expect([means[i], deviations[i]]).toEqual([NaN, NaN]);
            return;
          }
          expect(Math.abs(means[i]! - meanOf(window))).toBeLessThan(1e-11);
          expect(Math.abs(deviations[i]! - sampleStandardDeviation(window))).toBeLessThan(1e-5);
          expect(Math.abs(deviations[i]! ** 2 - sampleStandardDeviation(window) ** 2)).toBeLessThan(1e-8);
        });
      }),
    );
  });

  test('equal values have a deviation of exactly nothing, whatever stood before them', () => {
    const [means, deviations] = of([1e9, ...Array.from({ length: 20 }, () => 0.1)], 7);
    expect(means.slice(7)).toEqual(Array.from({ length: 14 }, () => 0.1));
    expect(deviations.slice(7)).toEqual(Array.from({ length: 14 }, () => 0));
  });
});
