import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dodge } from '../../src/charts/dodge';

describe('dodge', () => {
  test('labels with room stay where they want to be', () => {
    expect(dodge([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90]);
    expect(dodge([], 14, 0, 100)).toEqual([]);
  });

  test('those that press on one another spread around their middle, in their order', () => {
    expect(dodge([50, 52, 51], 14, 0, 100)).toEqual([37, 65, 51]);
    expect(dodge([50, 50], 10, 0, 100)).toEqual([45, 55]);
  });

  test('the edges hold', () => {
    expect(dodge([1, 2], 10, 0, 100)).toEqual([0, 10]);
    expect(dodge([99, 100], 10, 0, 100)).toEqual([90, 100]);
  });

  test('any labels: the gap is kept, the order is kept, the edges are kept when there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (wanted) => {
          const placed = dodge(wanted, 14, 0, 300);
          const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
          for (let k = 1; k < order.length; k++) {
            expect(placed[order[k]!]! - placed[order[k - 1]!]!).toBeGreaterThan(14 - 1e-6);
          }
          expect(Math.min(...placed)).toBeGreaterThanOrEqual(-1e-6);
          expect(Math.max(...placed)).toBeLessThanOrEqual(300 + 1e-6);
        },
      ),
    );
  });
});
