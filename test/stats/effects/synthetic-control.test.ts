import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../mock-data/random';
import { placeboControls, placeboTest, syntheticControl } from '../../../src/stats/effects/synthetic-control';
import { REFERENCE, stateRates } from './effects-reference';

describe('the Basque Country (Abadie, Gardeazabal 2003)', () => {
  const { own, others, importance, from, weights, weightsByOutcome, gap } = REFERENCE.basque;
  const gdp = others.map((o) => Float64Array.from(o.gdp));
  const ownGdp = Float64Array.from(own.gdp);
  const predictors = {
    own: Float64Array.from(own.predictors),
    others: others.map((o) => Float64Array.from(o.predictors)),
    importance: Float64Array.from(importance),
  };

  it('has the published weights with the published importance of its predictors', () => {
    const { fit } = syntheticControl(ownGdp, gdp, from, predictors);
    const named = others
      .map((o, j) => [o.name, fit.weights[j]!.toFixed(3)] as const)
      .filter(([, w]) => Number(w) > 0.001);
    // Abadie, Diamond, Hainmueller, Journal of Statistical Software 42 (2011) 13: Catalonia 0.851, Madrid 0.149.
    expect(named).toEqual([
      ['Cataluna', '0.851'],
      ['Madrid (Comunidad De)', '0.149'],
    ]);
  });

  it('has the weights and the gap of an interior-point solver', () => {
    const twin = syntheticControl(ownGdp, gdp, from, predictors);
    weights.forEach((w, j) => expect(twin.fit.weights[j]).toBeCloseTo(w, 5));
    gap.forEach((g, t) => expect(twin.gap[t]).toBeCloseTo(g, 5));
    const byOutcome = syntheticControl(ownGdp, gdp, from);
    weightsByOutcome.forEach((w, j) => expect(byOutcome.fit.weights[j]).toBeCloseTo(w, 5));
  });
});

describe('Louisiana after the hurricane of August 2005', () => {
  const { first, last, from, unit, p, runs } = REFERENCE.states.synthetic;
  const rates = stateRates(first, last);
  const others = [...rates.keys()].filter((code) => code !== unit);
  const columns = others.map((code) => rates.get(code)!);
  const own = syntheticControl(rates.get(unit)!, columns, from);

  it('has the weights, the fit and the gap of an interior-point solver, and each placebo has', () => {
    const placebos = placeboControls(rates.get(unit)!, columns, from);
    others.forEach((code, j) => {
      expect(own.fit.weights[j]).toBeCloseTo(runs[unit]!.weights[code]!, 5);
      expect(placebos[j]!.rmsBefore).toBeCloseTo(runs[code]!.rmsBefore, 6);
      expect(placebos[j]!.rmsAfter).toBeCloseTo(runs[code]!.rmsAfter, 4);
    });
    expect(own.rmsBefore).toBeCloseTo(runs[unit]!.rmsBefore, 7);
    expect(own.meanAfter).toBeCloseTo(runs[unit]!.meanAfter, 5);
    const test = placeboTest(own, placebos, from);
    expect(test.p).toBe(1 / 26);
    expect(test.p).toBeCloseTo(p, 10);
    expect(test.ratio).toBeCloseTo(runs[unit]!.ratio, 4);
    // The rate rose to 11 and fell below its old course within the year: no constant effect is like that.
    expect(test.interval).toBeNull();
    expect(test.level).toBeCloseTo(1 - 1 / 26, 12);
  });
});

describe('placeboTest', () => {
  const chance = chanceOf('placebos');
  const normal = () => chance() + chance() + chance() + chance() - 2;
  /** Units on three common walks, with noise of their own; the first is the one. */
  const world = (units: number, count: number) => {
    const walks = Array.from({ length: 3 }, () => {
      let at = 0;
      return Float64Array.from({ length: count }, () => (at += normal()));
    });
    return Array.from({ length: units }, () => {
      const load = walks.map(() => chance());
      return Float64Array.from({ length: count }, (_, t) => walks.reduce((s, w, k) => s + load[k]! * w[t]!, normal()));
    });
  };

  it('refuses without an effect as often as it says', () => {
    let refused = 0;
    let covered = 0;
    const worlds = 120;
    for (let run = 0; run < worlds; run++) {
      const [own, ...others] = world(10, 36);
      const test = placeboTest(syntheticControl(own!, others, 24), placeboControls(own!, others, 24), 24);
      if (test.p <= 0.1 + 1e-12) refused++;
      if (test.interval && test.interval.low <= 0 && test.interval.high >= 0) covered++;
    }
    // One in ten of 120 is 12; four standard deviations are 13. The interval says no constant effect a few times more.
    expect(refused).toBeLessThanOrEqual(25);
    expect(refused).toBeGreaterThanOrEqual(2);
    expect(covered).toBeLessThanOrEqual(worlds - refused);
    expect(covered).toBeGreaterThan(0.75 * worlds);
  });

  it('finds an effect that was put in, and its interval holds it', () => {
    let found = 0;
    let covered = 0;
    for (let run = 0; run < 40; run++) {
      const [own, ...others] = world(12, 48);
      const shifted = own!.map((v, t) => (t >= 36 ? v + 6 : v));
      const test = placeboTest(syntheticControl(shifted, others, 36), placeboControls(shifted, others, 36), 36);
      if (test.p <= 1 / 12 + 1e-12) found++;
      if (test.interval && test.interval.low <= 6 && test.interval.high >= 6) covered++;
    }
    expect(found).toBeGreaterThanOrEqual(36);
    expect(covered).toBeGreaterThanOrEqual(30);
  });

  it('does not move when all units move by the same', () => {
    const [own, ...others] = world(8, 40);
    const all = [own!, ...others].map((v) => v.map((x, t) => x + Math.sin(t) * 5 + t));
    const plain = syntheticControl(own!, others, 28);
    const moved = syntheticControl(all[0]!, all.slice(1), 28);
    plain.gap.forEach((g, t) => expect(moved.gap[t]).toBeCloseTo(g, 8));
  });
});
