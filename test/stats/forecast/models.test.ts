import { describe, expect, test } from 'vitest';
import { makeEtsState, passEts } from '../../../src/stats/forecast/ets-filter';
import { chooseEts, type EtsFit, fitEts } from '../../../src/stats/forecast/ets-fit';
import { type EtsForm, formName } from '../../../src/stats/forecast/ets-form';
import { outlookOf } from '../../../src/stats/forecast/ets-outlook';
import { type ForecastModelName, forecastModel, leastValues } from '../../../src/stats/forecast/models';
import { type History, makeHistory, makeOutlook } from '../../../src/stats/forecast/outlook';
import { normalQuantile } from '../../../src/stats/normal';
import { forecastCases } from '../../reference/forecast';

function historyOf(values: readonly number[]): History {
  const history = makeHistory(values.length);
  history.values.set(values);
  history.filled.set(values);
  history.n = history.present = values.length;
  return history;
}

const far = (got: number, wanted: number): number => Math.abs(got - wanted) / Math.abs(wanted);

/** Our name of each call of R. */
const OURS: Readonly<Record<string, ForecastModelName>> = {
  ets_auto: 'ets',
  ets_ANN: 'ses',
  ets_AAN: 'holt',
  thetaf: 'theta',
  naive: 'naive',
  snaive: 'snaive',
  rwf_drift: 'drift',
};
/** Closed formulas agree to the digits that were printed; fitted ones, where R's search ends near the top, less. */
const CLOSED = new Set(['naive', 'snaive', 'rwf_drift']);

const oracles = forecastCases('forecast-h3');

/** The automatic choice for each series, made once. */
const chosen = new Map<string, EtsFit>();
function choiceFor(series: string, values: readonly number[]): EtsFit {
  if (!chosen.has(series)) chosen.set(series, chooseEts(12, historyOf(values))!);
  return chosen.get(series)!;
}

test('all 42 calls of R are here, of 7 methods', () => {
  expect(oracles).toHaveLength(42);
  expect(new Set(oracles.map((c) => c.method))).toEqual(new Set(Object.keys(OURS)));
});

test.each(oracles)('$name: means and intervals of R', ({ series, method, model, values, rows }) => {
  const history = historyOf(values);
  const { mean, deviation } = ahead(OURS[method]!, history, rows.length);
  let apart = 0;
  rows.forEach((row, k) => {
    apart = Math.max(apart, far(mean[k]!, row.mean));
    const half = { lo80: -normalQuantile(0.9), hi80: normalQuantile(0.9), lo95: -normalQuantile(0.975) };
    const all = { ...half, hi95: normalQuantile(0.975) };
    for (const [end, z] of Object.entries(all)) {
      apart = Math.max(apart, far(mean[k]! + z * deviation[k]!, row[end as keyof typeof all]));
    }
  });
  expect(apart).toBeLessThan(CLOSED.has(method) ? 1e-8 : 5e-4);
  if (method === 'ets_auto') expect(formName(choiceFor(series, values).form)).toBe(model);
});

function ahead(
  name: ForecastModelName,
  history: History,
  horizon: number,
  periodsPerYear = 12,
): { mean: number[]; deviation: number[]; response: number[] } {
  const outlook = makeOutlook(horizon);
  expect(forecastModel(name, periodsPerYear, history.n).ahead(history, outlook, true)).toBe(true);
  return {
    mean: [...outlook.mean],
    deviation: [...outlook.deviation],
    response: [...outlook.response],
  };
}

test.each(oracles.filter((c) => c.method === 'ets_auto' || c.method === 'ets_AAN'))(
  '$name: weights of R',
  ({ series, method, params, values }) => {
    const holt = { error: 'A', trend: 'A', damped: false, season: 'N' } as const;
    const { weights } = method === 'ets_auto' ? choiceFor(series, values) : fitEts(holt, 12, historyOf(values))!;
    for (const name of ['alpha', 'beta', 'gamma', 'phi'] as const) {
      if (params[name] !== undefined) expect(Math.abs(weights[name] - params[name])).toBeLessThan(5e-4);
    }
  },
);

const FIXED: Readonly<Record<string, EtsForm>> = {
  SES: { error: 'A', trend: 'N', damped: false, season: 'N' },
  Holt: { error: 'A', trend: 'A', damped: false, season: 'N' },
  HW_additive: { error: 'A', trend: 'A', damped: false, season: 'A' },
};

test.each(forecastCases('forecast-fixed'))(
  '$name: the figures of statsmodels at fixed weights',
  ({ method, params, values, rows }) => {
    const form = FIXED[method]!;
    const seasonal = form.season !== 'N';
    const m = seasonal ? 12 : 1;
    const state = makeEtsState(m);
    const base = values.slice(0, 12).reduce((sum, v) => sum + v, 0) / 12;
    state.level = seasonal ? base : values[0]!;
    state.trend = method === 'Holt' ? values[1]! - values[0]! : 0;
    if (seasonal) state.seasons.set(values.slice(0, 12).map((v) => v - base));
    // Holt's own weight of the trend times the level's is ours.
    const weights = {
      alpha: params.alpha!,
      beta: params.alpha! * params.beta!,
      gamma: params.gamma!,
      phi: 1,
    };
    passEts(Float64Array.from(values), values.length, form, m, weights, state, { squares: 0, logs: 0 });
    rows.forEach((row, k) => {
      const trend = form.trend === 'A' ? (k + 1) * state.trend : 0;
      const season = seasonal ? state.seasons[(state.at + k) % m]! : 0;
      expect(far(state.level + trend + season, row.mean)).toBeLessThan(1e-9);
    });
  },
);

describe('what is not in the oracles', () => {
  const wave = (n: number, m: number): number[] =>
    Array.from({ length: n }, (_, t) => 20 + 0.02 * t + 4 * Math.sin((2 * Math.PI * t) / m) + ((t * 7919) % 13) / 13);

  test('a model needs the values that it says, and no more', () => {
    for (const name of ['naive', 'snaive', 'drift', 'ses', 'holt', 'holt-winters', 'ets', 'theta'] as const) {
      for (const m of [4, 12]) {
        const least = leastValues(name, m);
        const outlook = makeOutlook(2);
        const short = historyOf(wave(least - 1, m));
        expect(forecastModel(name, m, least).ahead(short, outlook, true), `${name} ${m}`).toBe(false);
        const { mean, deviation } = ahead(name, historyOf(wave(least, m)), 2, m);
        expect([...mean, ...deviation].every(Number.isFinite), `${name} ${m}`).toBe(true);
      }
    }
  });

  test('a season is continued by the models that know it: errors a fraction of those of the naive one', () => {
    const values = wave(132, 12);
    const past = historyOf(values.slice(0, 120));
    const errorOf = (name: ForecastModelName): number =>
      ahead(name, past, 12).mean.reduce((sum, v, k) => sum + Math.abs(v - values[120 + k]!), 0);
    for (const name of ['holt-winters', 'ets', 'theta'] as const) {
      expect(errorOf(name), name).toBeLessThan(errorOf('naive') / 4);
    }
  });

  test('the drift is the mean change, its doubt is in the width', () => {
    const { mean, deviation } = ahead('drift', historyOf([1, 3, 4, 8, 9]), 2);
    // Changes 2, 1, 4, 1: mean 2, variance 2, of their mean 1/2.
    expect(mean).toEqual([11, 13]);
    expect(deviation[0]).toBeCloseTo(Math.sqrt(2 + 0.5), 12);
    expect(deviation[1]).toBeCloseTo(Math.sqrt(2 * 2 + 4 * 0.5), 12);
  });

  test('the seasonal naive forecast goes round again after a year, and its shocks come back then', () => {
    const { mean, response } = ahead('snaive', historyOf([1, 2, 3, 2, 2, 5, 4, 4, 6]), 4, 3);
    expect(mean).toEqual([4, 4, 6, 4]);
    expect(response).toEqual([1, 0, 0, 1]);
  });

  test('a missing value is bridged, and its error does not count', () => {
    const history = makeHistory(6);
    history.values.set([1, 3, NaN, 4, 8, 9]);
    history.filled.set([1, 3, 3, 4, 8, 9]);
    history.n = 6;
    history.present = 5;
    // Changes 2, 1 (4 against the 3 that stands in), 4, 1.
    expect(ahead('naive', history, 1).deviation[0]).toBeCloseTo(Math.sqrt((4 + 1 + 16 + 1) / 4), 12);
  });

  test('errors in relation to the level: two steps of ETS(M,N,N) by hand', () => {
    const values = Array.from({ length: 60 }, (_, t) => 50 + ((t * 37) % 23) - ((t * 11) % 7));
    const form: EtsForm = { error: 'M', trend: 'N', damped: false, season: 'N' };
    const fit = fitEts(form, 12, historyOf(values))!;
    const outlook = makeOutlook(2);
    expect(fit.variance).toBeGreaterThan(0);
    outlookOf(fit, outlook);
    const { alpha } = fit.weights;
    // y₂ = l·(1 + α·ε₁)·(1 + ε₂)
    const spread = (1 + alpha ** 2 * fit.variance) * (1 + fit.variance) - 1;
    expect(outlook.deviation[0]).toBeCloseTo(fit.state.level * Math.sqrt(fit.variance), 10);
    expect(outlook.deviation[1]).toBeCloseTo(fit.state.level * Math.sqrt(spread), 10);
  });

  test('the criterion of choice counts weights, states and the variance, and more of them in a short series', () => {
    const values = Array.from({ length: 20 }, (_, t) => 50 + ((t * 37) % 23) - ((t * 11) % 7));
    const simple: EtsForm = { error: 'A', trend: 'N', damped: false, season: 'N' };
    for (const [form, k] of [
      [simple, 3],
      [{ ...simple, trend: 'A' }, 5],
      [{ ...simple, trend: 'A', damped: true }, 6],
      [{ ...simple, season: 'A' }, 7],
    ] as const) {
      const fit = fitEts(form, 4, historyOf(values))!;
      const squares = fit.variance * (20 - (k - 1));
      expect(fit.deviance).toBeCloseTo(20 * Math.log(squares), 9);
      expect(fit.aicc).toBeCloseTo(fit.deviance + 2 * k + (2 * k * (k + 1)) / (20 - k - 1), 9);
    }
  });

  test('no model with relative errors for a series that reaches zero', () => {
    const values = Array.from({ length: 60 }, (_, t) => ((t * 37) % 23) - ((t * 11) % 7));
    expect(chooseEts(12, historyOf(values))!.form.error).toBe('A');
  });
});
