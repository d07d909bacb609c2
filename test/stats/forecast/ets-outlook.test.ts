import { describe, expect, test } from 'vitest';
import { type EtsState, makeEtsState, passEts } from '../../../src/stats/forecast/ets-filter';
import type { EtsFit } from '../../../src/stats/forecast/ets-fit';
import { type EtsForm, formName } from '../../../src/stats/forecast/ets-form';
import { outlookOf } from '../../../src/stats/forecast/ets-outlook';
import { makeOutlook } from '../../../src/stats/forecast/outlook';
import { normalQuantile } from '../../../src/stats/normal';

/** A model at a known state, as if just fitted: level 100, quarters. */
function fitOf(form: EtsForm, deviation: number): EtsFit {
  const m = form.season === 'N' ? 1 : 4;
  const state = makeEtsState(m);
  state.level = 100;
  state.trend = form.trend === 'A' ? 2 : 0;
  if (form.season === 'A') state.seasons.set([5, -8, 10, -7]);
  if (form.season === 'M') state.seasons.set([1.1, 0.8, 1.2, 0.9]);
  state.at = form.season === 'N' ? 0 : 2;
  const weights = {
    alpha: 0.6,
    beta: form.trend === 'A' ? 0.2 : 0,
    gamma: form.season === 'N' ? 0 : 0.3,
    phi: form.damped ? 0.85 : 1,
  };
  return { form, m, point: new Float64Array(), weights, state, variance: deviation ** 2, deviance: 0, aicc: 0 };
}

const copy = (state: EtsState): EtsState => ({ ...state, seasons: state.seasons.slice() });
const HORIZON = 10;

/** The value that the model expects next, and its state after a value. */
function expectedOf({ form, m }: EtsFit, { level, trend, seasons, at }: EtsState, phi: number): number {
  const base = level + (form.trend === 'A' ? phi * trend : 0);
  if (form.season === 'N') return base;
  return form.season === 'A' ? base + seasons[at % m]! : base * seasons[at % m]!;
}

/** Values of a path with these errors, from the model's equations through the filter, one by one. */
function pathOf(fit: EtsFit, errors: readonly number[]): number[] {
  const state = copy(fit.state);
  return errors.map((e) => {
    const expected = expectedOf(fit, state, fit.weights.phi);
    const value = fit.form.error === 'A' ? expected + e : expected * (1 + e);
    passEts(Float64Array.of(value), 1, fit.form, fit.m, fit.weights, state, { squares: 0, logs: 0 });
    return value;
  });
}

const forms: EtsForm[] = [];
for (const error of ['A', 'M'] as const) {
  for (const trend of ['N', 'A'] as const) {
    for (const season of ['N', 'A', 'M'] as const) {
      for (const damped of trend === 'A' ? [false, true] : [false]) {
        if (error === 'M' || season !== 'M') forms.push({ error, trend, damped, season });
      }
    }
  }
}
const named = forms.map((form) => ({ name: formName(form), form }));

test('all 15 forms are tried', () => {
  expect(new Set(named.map((n) => n.name)).size).toBe(15);
});

test.each(named)('$name: the mean is the path without errors', ({ form }) => {
  const fit = fitOf(form, 0);
  const outlook = makeOutlook(HORIZON);
  outlookOf(fit, outlook);
  pathOf(
    fit,
    Array.from({ length: HORIZON }, () => 0),
  ).forEach((v, k) => expect(outlook.mean[k]).toBeCloseTo(v, 9));
});

describe('additive errors', () => {
  test.each(named.filter((n) => n.form.error === 'A'))(
    '$name: the response is what a shock of 1 leaves',
    ({ form }) => {
      const fit = fitOf(form, 2);
      const outlook = makeOutlook(HORIZON);
      outlookOf(fit, outlook);
      const quiet = Array.from({ length: HORIZON }, () => 0);
      const without = pathOf(fit, quiet);
      const shocked = pathOf(fit, quiet.with(0, 1));
      let squares = 0;
      shocked.forEach((v, k) => {
        expect(outlook.response[k]).toBeCloseTo(v - without[k]!, 9);
        squares += (v - without[k]!) ** 2;
        expect(outlook.deviation[k]).toBeCloseTo(2 * Math.sqrt(squares), 9);
      });
    },
  );
});

describe('multiplicative errors', () => {
  test.each(named.filter((n) => n.form.error === 'M'))('$name: deviations of 20,000 paths', ({ form }) => {
    const fit = fitOf(form, 0.06);
    const outlook = makeOutlook(HORIZON);
    outlookOf(fit, outlook);
    let seed = 4321;
    const shock = (): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return 0.06 * normalQuantile((seed + 0.5) / 2 ** 32);
    };
    const paths = 20_000;
    const sums = new Float64Array(HORIZON);
    const squares = new Float64Array(HORIZON);
    for (let k = 0; k < paths; k++) {
      pathOf(fit, Array.from({ length: HORIZON }, shock)).forEach((v, h) => {
        const off = v - outlook.mean[h]!;
        sums[h]! += off;
        squares[h]! += off * off;
      });
    }
    // Beyond a year what a multiplicative season learns meanwhile is left out.
    const sure = form.season === 'M' ? fit.m : HORIZON;
    for (let h = 0; h < sure; h++) {
      const spread = Math.sqrt(squares[h]! / paths - (sums[h]! / paths) ** 2);
      expect(Math.abs(outlook.deviation[h]! / spread - 1), `step ${h + 1}`).toBeLessThan(0.025);
    }
  });
});
