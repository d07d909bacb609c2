import { describe, expect, it } from 'vitest';
import { chanceOf, fillNoise, happenings, noise } from '../../mock-data/random';

const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;

describe('chance', () => {
  it('repeats itself by name and differs between names', () => {
    const [a, again, b] = ['a', 'a', 'b'].map((name) => many(5, chanceOf(name)));
    expect(again).toEqual(a);
    expect(b).not.toEqual(a);
  });

  it('is even in [0, 1)', () => {
    const xs = many(20_000, chanceOf('even'));
    expect(xs.every((x) => x >= 0 && x < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = xs.filter((x) => Math.floor(x * 10) === tenth).length / xs.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
    }
  });

  it('makes noise of standard deviation 1 that stays within 3', () => {
    const chance = chanceOf('noise');
    const xs = many(20_000, () => noise(chance));
    expect(Math.abs(mean(xs))).toBeLessThan(0.03);
    expect(Math.abs(mean(xs.map((x) => x * x)) - 1)).toBeLessThan(0.03);
    expect(Math.max(...xs.map(Math.abs))).toBeLessThanOrEqual(3);
  });

  it.each([0.7, 0, -0.6])('keeps the share %f from month to month', (memory) => {
    const path = Array.from(fillNoise(new Float64Array(20_000), chanceOf('path'), memory));
    const product = mean(path.slice(1).map((x, i) => x * path[i]!));
    expect(Math.abs(mean(path.map((x) => x * x)) - 1)).toBeLessThan(0.05);
    expect(Math.abs(product - memory)).toBeLessThan(0.05);
  });

  it.each([0.004, 0.035, 0.3])('lets things happen as often as it is told: %f', (often) => {
    let count = 0;
    const runs = 4_000;
    for (let k = 0; k < runs; k++) {
      const months = happenings(chanceOf(`happen ${k}`), 118, often);
      expect(months.every((t, i) => t < 118 && t > (months[i - 1] ?? -1))).toBe(true);
      count += months.length;
    }
    expect(Math.abs(count / (runs * 118) / often - 1)).toBeLessThan(0.2);
  });
});
