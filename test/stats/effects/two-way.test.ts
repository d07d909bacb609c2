import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { twoWayEffect } from './two-way';
import { REFERENCE, stateRates } from './effects-reference';

describe('twoWayEffect', () => {
  it('gives what Card and Krueger 1994 publish of New Jersey and Pennsylvania', () => {
    const stores = readFileSync('test/reference/card-krueger.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
    const values = Float64Array.from(stores.flatMap(([, , before, after]) => [before!, after!]));
    const treated = Uint8Array.from(stores, ([, nj]) => nj!);
    const effect = twoWayEffect(values, 2, treated, 1);
    // Table 3, row 4, stores with both waves: 2.75 (1.34).
    expect(effect.estimate.toFixed(2)).toBe('2.75');
    expect(effect.standardError.toFixed(2)).toBe('1.34');
    expect(effect.units).toBe(384);
    expect(effect.standardError).toBeCloseTo(REFERENCE.cardKrueger.standardError, 9);
  });

  it('gives what statsmodels gives with dummies of units and months, clustered by unit', () => {
    const { first, last, treated, estimate, standardError } = REFERENCE.states.twoWay;
    const rates = [...stateRates(first, last)];
    const values = Float64Array.from(rates.flatMap(([, rate]) => [...rate]));
    const effect = twoWayEffect(
      values,
      48,
      Uint8Array.from(rates, ([code]) => (treated.includes(code) ? 1 : 0)),
      24,
    );
    expect(effect.estimate).toBeCloseTo(estimate, 9);
    expect(effect.standardError).toBeCloseTo(standardError, 9);
  });

  it('gives no standard error with one treated unit, and no estimate where a side or a time is empty', () => {
    const values = Float64Array.of(1, 2, 1, 5, 0, 1);
    const one = twoWayEffect(values, 2, Uint8Array.of(0, 1, 0), 1);
    expect(one.estimate).toBeCloseTo(3, 12);
    expect(one.standardError).toBeNaN();
    expect(twoWayEffect(values, 2, Uint8Array.of(0, 0, 0), 1).estimate).toBeNaN();
    expect(twoWayEffect(values, 2, Uint8Array.of(0, 1, 0), 2).estimate).toBeNaN();
  });
});
