import { describe, expect, it } from 'vitest';
import { oneAgainstOthers, slopeOf } from '../../../src/stats/effects/one-against-others';
import { studentTwoSidedQuantile } from '../../../src/stats/effects/student-quantile';
import { chanceOf } from '../../../mock-data/random';
import { twoWayEffect } from './two-way';
import { REFERENCE, stateRates } from './effects-reference';

const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('oneAgainstOthers', () => {
  const { difference, low, high, p, slopes } = REFERENCE.states.oneAgainstOthers;
  const rates = stateRates('2002-09', '2006-08');
  const codes = [...rates.keys()];
  const change = (code: string) => meanOf(rates.get(code)!.subarray(36)) - meanOf(rates.get(code)!.subarray(0, 36));
  const others = codes.filter((code) => code !== 'US-LA');

  it('gives interval and probability as computed with scipy', () => {
    const result = oneAgainstOthers(change('US-LA'), Float64Array.from(others, change));
    expect(result.difference).toBeCloseTo(difference, 10);
    expect(result.low).toBeCloseTo(low, 10);
    expect(result.high).toBeCloseTo(high, 10);
    expect(result.p).toBeCloseTo(p, 10);
    expect(result.df).toBe(24);
  });

  it('is the two-way least-squares estimate where the figure is the change of the mean', () => {
    const values = Float64Array.from(codes.flatMap((code) => [...rates.get(code)!]));
    const treated = Uint8Array.from(codes, (code) => (code === 'US-LA' ? 1 : 0));
    expect(twoWayEffect(values, 48, treated, 36).estimate).toBeCloseTo(difference, 10);
  });

  it('counts the ranks on one footing', () => {
    expect(oneAgainstOthers(5, Float64Array.of(1, 2, 3)).rankP).toBe(1 / 4);
    expect(oneAgainstOthers(2, Float64Array.of(1, 2, 3)).rankP).toBe(1);
    expect(oneAgainstOthers(7, Float64Array.of(0))).toMatchObject({ difference: 7, p: NaN, rankP: NaN });
    expect(oneAgainstOthers(1, Float64Array.of(1, 1, 1))).toMatchObject({ difference: 0, p: 1 });
    expect(oneAgainstOthers(2, Float64Array.of(1, 1, 1))).toMatchObject({ difference: 1, p: 0, low: 1, high: 1 });
  });

  it('finds an effect in random walks without one as often as it says', () => {
    const chance = chanceOf('one against others');
    let found = 0;
    let covered = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run++) {
      const changes = Float64Array.from({ length: 12 }, () => walkChange(chance));
      const result = oneAgainstOthers(changes[0]! + 3, changes.subarray(1));
      if (oneAgainstOthers(changes[0]!, changes.subarray(1)).p < 0.05) found++;
      if (result.low <= 3 && result.high >= 3) covered++;
    }
    // 5 % of 2,000 is 100, four standard deviations either way 39.
    expect(Math.abs(found - 0.05 * runs)).toBeLessThan(39);
    expect(Math.abs(covered - 0.95 * runs)).toBeLessThan(39);
  });

  it('takes slopes as numpy does', () => {
    for (const [code, slope] of Object.entries(slopes)) expect(slopeOf(rates.get(code)!, 36)).toBeCloseTo(slope, 9);
  });
});

/** Mean of the last 12 less mean of the first 36 values of a random walk. */
function walkChange(chance: () => number): number {
  let at = 0;
  let [before, after] = [0, 0];
  for (let t = 0; t < 48; t++) {
    at += chance() + chance() + chance() + chance() - 2;
    if (t < 36) before += at / 36;
    else after += at / 12;
  }
  return after - before;
}

describe('studentTwoSidedQuantile', () => {
  it('gives what the tables give', () => {
    // scipy 1.17.1: t.ppf(0.975, df) and t.ppf(0.95, 3).
    expect(studentTwoSidedQuantile(0.05, 3)).toBeCloseTo(3.1824463052842624, 11);
    expect(studentTwoSidedQuantile(0.05, 10)).toBeCloseTo(2.2281388519862744, 11);
    expect(studentTwoSidedQuantile(0.1, 3)).toBeCloseTo(2.353363434801823, 11);
    expect(studentTwoSidedQuantile(0, 3)).toBeNaN();
    expect(studentTwoSidedQuantile(0.05, 0)).toBeNaN();
  });
});
