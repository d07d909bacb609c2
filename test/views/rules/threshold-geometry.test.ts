import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  onGrid,
  planeOf,
  pulledTo,
  roundTicks,
  stepOf,
  unbroken,
} from '../../../src/views/rules/edit/threshold-geometry';

describe('plane', () => {
  it('holds all figures and lines with room around, and goes both ways', () => {
    const plane = planeOf([[1, NaN, 3], [4]], 200);
    expect(plane.low).toBeLessThan(1);
    expect(plane.high).toBeGreaterThan(4);
    expect(plane.toY(plane.high)).toBe(0);
    expect(plane.toY(plane.low)).toBe(200);
    expect(plane.toValue(plane.toY(2.5))).toBeCloseTo(2.5, 12);
  });

  it('stands without a figure, and with the same one throughout', () => {
    expect(planeOf([[NaN]], 100)).toMatchObject({ low: -0.1, high: 1.1 });
    const flat = planeOf([[5, 5]], 100);
    expect(flat.low).toBeLessThan(5);
    expect(flat.high).toBeGreaterThan(5);
  });
});

it('a step of a key is round, a two-hundredth of what is seen, and never finer than the rule compares', () => {
  expect([2, 10, 37, 400, 0.01].map((span) => stepOf(span, 2))).toEqual([0.01, 0.05, 0.2, 2, 0.01]);
  expect(stepOf(2, 0)).toBe(1);
});

describe('a pulled threshold', () => {
  const lines = [0.4, 0.7, 1, 1.5];

  it('goes where it is pulled, on the grid', () => {
    expect(pulledTo(lines, 2, 0.8149, 2)).toBe(0.81);
    expect(onGrid(0.1 + 0.2, 2)).toBe(0.3);
  });

  it('stays between its neighbours, absent ones passed over, and above the floor', () => {
    expect(pulledTo(lines, 2, 5, 2)).toBe(0.99);
    expect(pulledTo(lines, 2, -5, 2)).toBe(0.41);
    expect(pulledTo([0.4, undefined, 1, undefined], 3, 0, 1)).toBe(0.5);
    expect(pulledTo([0.4, undefined, undefined, undefined], 1, 99, 0)).toBe(99);
    expect(pulledTo(lines, 1, -3, 2, 0.01)).toBe(0.01);
  });

  it('keeps the order of levels wherever it is pulled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.double({ min: -10, max: 10, noNaN: true }), (level, wanted) => {
        const next = lines.with(level - 1, pulledTo(lines, level, wanted, 2));
        expect(next.every((v, i) => i === 0 || v > next[i - 1]!)).toBe(true);
      }),
    );
  });
});

it('draws a line through what is without a gap', () => {
  expect(unbroken([1, 2, NaN, 3, NaN, NaN, 4])).toEqual([
    [
      [0, 1],
      [1, 2],
    ],
    [[3, 3]],
    [[6, 4]],
  ]);
  expect(unbroken([NaN])).toEqual([]);
});

it('marks an axis at round values', () => {
  expect(roundTicks(-0.42, 1.6)).toEqual([0, 0.5, 1, 1.5]);
  expect(roundTicks(0, 100)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(roundTicks(3, 3)).toEqual([]);
});
