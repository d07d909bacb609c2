import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guardFactor,
  isLarge,
  reachedLevel,
  roundStatistic,
  ruleApplies,
  severityOf,
  thresholdArray,
} from '../../src/signals/thresholds';
import { type Rule, type Thresholds, thresholdOf } from '../../src/signals/rule';
import { treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from './make-rule';

const lines = (thresholds: Thresholds): Float64Array => thresholdArray(ruleOf({ thresholds }), 1);

describe('rounding decides at the line', () => {
  test.each([
    [0.5, 0.5],
    [0.495, 0.5],
    [0.4949999, 0.49],
    [0.4949999999, 0.5],
    // 1976-11 as first published: three-month means whose difference is 0.4999999999999 in binary.
    [(7.9 + 7.8 + 7.7) / 3 - (7.3 + 7.4 + 7.2) / 3, 0.5],
    [-0.505, -0.5],
    [-0.506, -0.51],
    [0, 0],
    [1e9 + 0.25, 1e9 + 0.25],
  ])('%d at two decimals is %d', (value, wanted) => expect(roundStatistic(value, 2)).toBe(wanted));

  test('at 0.50 exactly the first level is reached, at 0.49 it is not', () => {
    const sahm = lines({ blue: 0.5, yellow: 0.8 });
    expect(reachedLevel(roundStatistic(0.4999999999, 2), sahm)).toBe(1);
    expect(reachedLevel(roundStatistic(0.495, 2), sahm)).toBe(1);
    expect(reachedLevel(roundStatistic(0.494, 2), sahm)).toBe(0);
    expect(reachedLevel(roundStatistic(0.3 + 0.2, 2), sahm)).toBe(1);
  });

  test('no decimals, and six', () => {
    expect([roundStatistic(2.5, 0), roundStatistic(-2.5, 0), roundStatistic(0.12345678, 6)]).toEqual([3, -2, 0.123457]);
  });

  test('never moves a value by more than half a unit, and leaves rounded values alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const rounded = roundStatistic(value, decimals);
          expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5000002 / 10 ** decimals + 1e-9);
          expect(roundStatistic(rounded, decimals)).toBe(rounded);
        },
      ),
    );
  });
});

describe('the level that is reached', () => {
  test('is the highest whose line is met; absent lines are passed over', () => {
    const all = lines({ blue: 1, yellow: 2, orange: 3, red: 4 });
    expect([0.9, 1, 1.9, 2, 3, 4, 99].map((x) => reachedLevel(x, all))).toEqual([0, 1, 1, 2, 3, 4, 4]);
    const some = lines({ yellow: 2, red: 4 });
    expect([1, 2, 3, 4].map((x) => reachedLevel(x, some))).toEqual([0, 2, 2, 4]);
    expect(reachedLevel(NaN, all)).toBe(0);
    const negative = lines({ blue: -1, yellow: -0.9 });
    expect([-1.01, -1, -0.95, -0.9].map((x) => reachedLevel(x, negative))).toEqual([0, 1, 1, 2]);
  });

  test('has its line by name', () => {
    const { thresholds } = ruleOf({ thresholds: { blue: 1, red: 4 } });
    expect(([1, 2, 3, 4] as const).map((l) => thresholdOf(thresholds, l))).toEqual([1, undefined, undefined, 4]);
  });
});

describe('severity', () => {
  const all = lines({ blue: 1, yellow: 2, orange: 4, red: 8 });
  test.each([
    [0, 0],
    [0.5, 0.5],
    [1, 1],
    [1.5, 1.5],
    [3, 2.5],
    [6, 3.5],
    [8, 4],
    [100, 4],
    [-5, 0],
  ])('%d → %d', (x, wanted) => expect(severityOf(x, all)).toBeCloseTo(wanted, 12));

  test('with lines left out, and with a single one', () => {
    const some = lines({ yellow: 2, red: 4 });
    expect([0, 1, 2, 3, 4].map((x) => severityOf(x, some))).toEqual([0, 0, 2, 3, 4]);
    const red = lines({ red: 2 });
    expect([-1, 0, 1, 2].map((x) => severityOf(x, red))).toEqual([0, 0, 2, 4]);
    expect(severityOf(-1, lines({ blue: 0 }))).toBe(0);
    expect(severityOf(0, lines({ blue: 0 }))).toBe(1);
    expect(severityOf(1, lines({}))).toBe(0);
  });

  test('rises with the statistic, stays in [0, 4], and is whole exactly at the level reached', () => {
    const thresholds = fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 4 })
      .chain((values) =>
        fc.subarray([1, 2, 3, 4], { minLength: values.length, maxLength: values.length }).map((levels) => {
          const array = new Float64Array(5).fill(NaN);
          values.sort((a, b) => a - b).forEach((v, i) => (array[levels[i]!] = v / 10));
          return array;
        }),
      );
    fc.assert(
      fc.property(
        thresholds,
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: 0, max: 50 }),
        (array, at, more) => {
          const low = severityOf(at / 10, array);
          const high = severityOf((at + more) / 10, array);
          expect(low).toBeLessThanOrEqual(high + 1e-12);
          expect(low >= 0 && high <= 4).toBe(true);
          const reached = reachedLevel(at / 10, array);
          expect(low).toBeGreaterThanOrEqual(reached - 1e-12);
          if (reached > 0 && array[reached] === at / 10) expect(low).toBe(reached);
          const next = [1, 2, 3, 4].find((l) => l > reached && !Number.isNaN(array[l]));
          if (next !== undefined) expect(low).toBeLessThan(next);
        },
      ),
    );
  });
});

describe('the noise guard', () => {
  const rule = ruleOf({ guard: { referenceLabourForce: 40_000, maxFactor: 3 } });
  test.each([
    [40_000, 1],
    [160_000, 1],
    [10_000, 2],
    [5_000, Math.sqrt(8)],
    [1_000, 3],
    [NaN, 1],
    [0, 1],
  ])('a labour force of %d widens by %d', (force, factor) => expect(guardFactor(rule, force)).toBeCloseTo(factor, 12));

  test('multiplies the lines', () => {
    expect(Array.from(thresholdArray(ruleOf({ thresholds: { blue: 0.5, orange: 2 } }), 2))).toEqual([
      NaN,
      1,
      NaN,
      4,
      NaN,
    ]);
    expect(guardFactor(ruleOf(), 1)).toBe(1);
  });
});

describe('large and small', () => {
  const set = ruleSetOf([], { largeFrom: 1000 });
  const tree = treeOf({ R: '', A: 'R', a: 'A', b: 'A' }, { b: { labourForce: 1000 }, A: { labourForce: 999 } });
  const at = (code: string): number => tree.indexOf.get(code)!;

  test('by the labour force where it is known, else by the place in the tree', () => {
    expect(['R', 'A', 'a', 'b'].map((c) => isLarge(tree, at(c), set))).toEqual([true, false, false, true]);
  });

  test('a rule does not speak of an area that is known to be too small for it', () => {
    const guard = { referenceLabourForce: 5000, maxFactor: 2, minLabourForce: 1000 };
    const speaks = (over: Partial<Rule>): boolean[] =>
      ['R', 'A', 'a', 'b'].map((c) => ruleApplies(ruleOf(over), tree, at(c), set));
    // A has 999, b has 1000 exactly; nobody knows the size of R and a.
    expect(speaks({ guard })).toEqual([true, false, true, true]);
    expect(speaks({ guard, appliesTo: 'large' })).toEqual([true, false, false, true]);
    expect(speaks({ guard: { referenceLabourForce: 5000, maxFactor: 2 } })).toEqual([true, true, true, true]);
  });

  test('a rule applies to those it is meant for', () => {
    const applies = (appliesTo: 'all' | 'large' | 'small'): boolean[] =>
      ['R', 'A', 'a', 'b'].map((c) => ruleApplies(ruleOf({ appliesTo }), tree, at(c), set));
    expect(applies('all')).toEqual([true, true, true, true]);
    expect(applies('large')).toEqual([true, false, false, true]);
    expect(applies('small')).toEqual([false, true, true, false]);
  });
});
