import { describe, expect, test } from 'vitest';
import { median } from '../../src/stats/summary';

describe('median', () => {
  test('middle of an odd count, mean of the middle two of an even one', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median(Float64Array.of(4, 1, 3, 2))).toBe(2.5);
  });
  test('missing values are not counted, and without any there is none', () => {
    expect(median([NaN, 5, NaN, 1])).toBe(3);
    expect(median([NaN])).toBeNaN();
    expect(median([])).toBeNaN();
  });
});
