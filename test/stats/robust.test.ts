import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madOfBuffer, medianOfBuffer, medianOfThree } from '../../src/stats/robust';
import { median } from '../../src/stats/summary';

const figure = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });

test('median of a buffer is the median of its first n values', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 30 }), (values) => {
      const buffer = Float64Array.from([...values, 1e12, -1e12]);
      expect(medianOfBuffer(buffer, values.length)).toBeCloseTo(median(values), 6);
    }),
  );
  expect(medianOfBuffer(new Float64Array(3), 0)).toBeNaN();
});

test('MAD by hand: 1.4826 × the median of the distances; moved by a shift of nothing', () => {
  // R: mad(c(1, 1, 2, 2, 4, 6, 9)) = 1.4826
  const values = [1, 1, 2, 2, 4, 6, 9];
  expect(madOfBuffer(Float64Array.from(values), 7, 2)).toBeCloseTo(1.4826, 10);
  expect(
    madOfBuffer(
      Float64Array.from(values, (v) => v + 100),
      7,
      102,
    ),
  ).toBeCloseTo(1.4826, 10);
});

test('median of up to three', () => {
  expect(medianOfThree(5, NaN, NaN, 1)).toBe(5);
  expect(medianOfThree(5, 1, NaN, 2)).toBe(3);
  fc.assert(
    fc.property(figure, figure, figure, (a, b, c) => {
      expect(medianOfThree(a, b, c, 3)).toBe(median([a, b, c]));
    }),
  );
});
