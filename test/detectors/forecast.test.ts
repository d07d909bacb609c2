import { describe, expect, test } from 'vitest';
import { forecastAhead, forecastDetector } from '../../src/detectors/forecast';
import { type ParamValues, parseParams } from '../../src/detectors/params';
import { loadDetectors } from '../../src/detectors/registry';
import { normalCdf, normalQuantile } from '../../src/stats/normal';
import { forecastCases } from '../reference/forecast';
import { run } from './run-detector';

await loadDetectors(['forecast']);

const cases = forecastCases('forecast-h3');
const seriesOf = (name: string): readonly number[] => cases.find((c) => c.series === name)!.values;
const adjusted = seriesOf('US-CA/unemployment_rate_sa');
const unadjusted = seriesOf('US-CA/unemployment_rate_nsa');

function paramsOf(raw: Readonly<Record<string, unknown>>): ParamValues {
  const { params, faults } = parseParams(forecastDetector, raw);
  expect(faults).toEqual([]);
  return params!;
}

function aheadOf(values: readonly number[], raw: Readonly<Record<string, unknown>>, periodsPerYear = 12) {
  const input = {
    values: Float64Array.from(values),
    offset: 0,
    count: values.length,
    kind: 'rate',
    periodsPerYear,
  } as const;
  return forecastAhead(input, paramsOf(raw));
}

const MODELS: Readonly<Record<string, string>> = {
  ets_auto: 'ets',
  ets_ANN: 'ses',
  ets_AAN: 'holt',
  thetaf: 'theta',
  naive: 'naive',
  snaive: 'snaive',
  rwf_drift: 'drift',
};

/** Fitted anew every period: of the slow models the shorter series. */
const quick = cases.filter(
  (c) => c.values.length < (c.method === 'ets_auto' ? 200 : c.method === 'ets_AAN' ? 400 : 900),
);
test.each(quick)('$name: past the end as R, where nothing is calibrated', ({ method, values, rows }) => {
  const steps = aheadOf(values, { model: MODELS[method], levels: [80, 95], calibrate: false });
  expect(steps).toHaveLength(3);
  steps.forEach(({ mean, low, high }, k) => {
    const wanted = rows[k]!;
    for (const [got, to] of [
      [mean, wanted.mean],
      [low[0], wanted.lo80],
      [high[0], wanted.hi80],
      [low[1], wanted.lo95],
      [high[1], wanted.hi95],
    ] as const) {
      expect(Math.abs(got! / to - 1)).toBeLessThan(1e-3);
    }
  });
});

describe('by hand, the naive forecast', () => {
  const values = [5, 6, 5, 7, 8, 8, 9];
  const raw = { model: 'naive', horizon: 2, levels: [90], threshold: 10, calibrate: false };
  // Changes 1, −1, 2, 1, 0, 1: mean squares 6/3, 7/4, 7/5, 8/6 after 4, 5, 6, 7 values.
  const squares = [2, 7 / 4, 7 / 5, 8 / 6];

  test('expected and bound are what was said two periods before, and a value beyond is an alarm', () => {
    const { expected, bound, alarm } = run('forecast', raw, values);
    expect(expected).toEqual([NaN, NaN, NaN, NaN, NaN, 7, 8]);
    expect(bound[5]).toBeCloseTo(7 + normalQuantile(0.95) * Math.sqrt(2 * squares[0]!), 12);
    expect(bound[6]).toBeCloseTo(8 + normalQuantile(0.95) * Math.sqrt(2 * squares[1]!), 12);
    expect(alarm).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const leap = run('forecast', raw, [...values.slice(0, 6), 12]);
    expect(leap.alarm).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(leap.bound[6]).toBe(bound[6]);
  });

  test('one step ahead x is the tail from where rounding reaches the line', () => {
    const { statistic } = run('forecast', { ...raw, horizon: 1 }, values);
    const wanted = squares.map((s, k) => 100 * normalCdf(-(9.5 - values[k + 3]!) / Math.sqrt(s)));
    expect(statistic.slice(0, 3)).toEqual([NaN, NaN, NaN]);
    statistic.slice(3).forEach((x, k) => expect(x).toBeCloseTo(wanted[k]!, 10));
  });

  test('two steps ahead it is more than either step has by itself, less than both', () => {
    const { statistic } = run('forecast', raw, values);
    const step = (k: number): number => 100 * normalCdf(-0.5 / Math.sqrt(k * squares[3]!));
    expect(statistic[6]).toBeGreaterThan(step(2));
    expect(statistic[6]).toBeLessThan(step(1) + step(2));
    // P(z₁ ≥ a or z₁ + z₂ ≥ a): the integral over the first step.
    const a = 0.5 / Math.sqrt(squares[3]!);
    let stays = 0;
    for (let k = 0; k < 4000; k++) {
      const z = normalQuantile(((k + 0.5) / 4000) * normalCdf(a));
      stays += (normalCdf(a) * normalCdf(a - z)) / 4000;
    }
    expect(Math.abs(statistic[6]! - 100 * (1 - stays))).toBeLessThan(0.5);
  });

  test('where a fall is worse the bound lies below', () => {
    const { bound, alarm } = run('forecast', raw, [...values.slice(0, 6), 2], { sign: -1 });
    expect(bound[6]).toBeCloseTo(8 - normalQuantile(0.95) * Math.sqrt(2 * squares[1]!), 12);
    expect(alarm[6]).toBe(1);
  });
});

test('without a threshold the line is one step (here 2) beyond the worst of the last year, this period included', () => {
  const values = Array.from({ length: 30 }, (_, t) => (t === 9 ? 30 : 10 + ((t * 5) % 7)));
  const free = { model: 'naive', horizon: 1, calibrate: false };
  const { statistic } = run('forecast', free, values);
  expect(statistic.findIndex((x) => !Number.isNaN(x))).toBe(11);
  for (let t = 11; t < 30; t++) {
    const threshold = Math.max(...values.slice(t - 11, t + 1)) + 2;
    expect(statistic[t]).toBe(run('forecast', { ...free, threshold }, values).statistic[t]);
  }
  expect(
    run(
      'forecast',
      free,
      values.map((v) => -v),
      { sign: -1 },
    ).statistic,
  ).toEqual(statistic);
});

test('a step is the smallest difference so far, of neighbours; without one the line is where it is', () => {
  const coarse = [4, 8, 12, 8, 4, 12, 8];
  const raw = { model: 'naive', horizon: 1, threshold: 14, calibrate: false };
  const tailAt = (values: readonly number[], line: number): number => {
    const squares = values.slice(1).reduce((sum, v, k) => sum + (v - values[k]!) ** 2, 0) / (values.length - 1);
    return 100 * normalCdf(-(line - values.at(-1)!) / Math.sqrt(squares));
  };
  expect(run('forecast', raw, coarse).statistic.at(-1)).toBeCloseTo(tailAt(coarse, 12), 10);
  const finer = [...coarse, 9];
  expect(run('forecast', raw, finer).statistic.at(-1)).toBeCloseTo(tailAt(finer, 13.5), 10);
  expect(run('forecast', raw, finer).statistic.at(-2)).toBeCloseTo(tailAt(coarse, 12), 10);
});

test('a series that does not move will not be worse, and is at its own line already', () => {
  const flat = Array.from({ length: 30 }, () => 5.1);
  for (const model of ['naive', 'drift', 'snaive', 'ses', 'theta']) {
    expect(run('forecast', { model }, flat).statistic.at(-1), model).toBe(0);
    expect(run('forecast', { model, threshold: 5.1 }, flat).statistic.at(-1), model).toBe(100);
    expect(run('forecast', { model, threshold: 5.2 }, flat).statistic.at(-1), model).toBe(0);
  }
});

describe('calibration', () => {
  // Mostly small changes, every tenth a big one back and forth: no normal errors.
  const values = Array.from({ length: 160 }, (_, t) => 50 + ((t * 7) % 5) / 10 + (t % 20 === 0 ? 8 : 0));
  const raw = { model: 'naive', horizon: 1, levels: [80] };

  test('the width is the past errors’ quantile, of the last 60, known at the time', () => {
    const plain = run('forecast', { ...raw, calibrate: false }, values);
    const { bound } = run('forecast', raw, values);
    const widths = values.map((_, t) => plain.bound[t]! - plain.expected[t]!);
    const z = normalQuantile(0.9);
    for (let t = 5; t < values.length; t++) {
      // The forecast of t was made at t − 1: errors up to there.
      const past = values
        .slice(0, t)
        .map((v, s) => (Math.abs(v - plain.expected[s]!) / widths[s]!) * z)
        .filter((e) => !Number.isNaN(e))
        .slice(-60)
        .sort((a, b) => a - b);
      const rank = (past.length + 1) * 0.8;
      const below = Math.floor(rank);
      const quantile = past[below - 1]! + (rank - below) * ((past[below] ?? past[below - 1]!) - past[below - 1]!);
      const times = past.length < 24 ? 1 : quantile / z;
      expect(bound[t]! - plain.expected[t]!).toBeCloseTo(widths[t]! * times, 9);
    }
  });

  test('holds its share of values where the model’s own width holds nearly all', () => {
    const held = (calibrate: boolean): number => {
      const { expected, bound } = run('forecast', { ...raw, calibrate }, values);
      const judged = values.map((v, t) => Math.abs(v - expected[t]!) <= bound[t]! - expected[t]! + 1e-9).slice(60);
      return judged.filter(Boolean).length / judged.length;
    };
    expect(held(false)).toBeGreaterThan(0.88);
    expect(Math.abs(held(true) - 0.8)).toBeLessThan(0.05);
  });
});

describe('a missing value', () => {
  const short = adjusted.slice(0, 60);

  test.each(['naive', 'snaive', 'drift', 'ses', 'theta', 'holt', 'holt-winters', 'ets'])(
    '%s: says nothing, changes nothing before, and is bridged',
    (model) => {
      const at = 44;
      const before = run('forecast', { model }, short);
      const after = run('forecast', { model }, short.with(at, NaN));
      expect(after.statistic.slice(0, at)).toEqual(before.statistic.slice(0, at));
      expect(after.bound.slice(0, at)).toEqual(before.bound.slice(0, at));
      expect([after.statistic[at], after.bound[at], after.alarm[at]]).toEqual([NaN, NaN, 0]);
      // What was expected of it still stands there.
      expect(after.expected[at]).toBe(before.expected[at]);
      for (const part of ['statistic', 'expected', 'bound'] as const) {
        expect(after[part].slice(at + 1).some(Number.isNaN), part).toBe(false);
      }
    },
  );

  test('after a gap longer than a year all begins anew', () => {
    const gap = Array.from({ length: 13 }, () => NaN);
    for (const model of ['naive', 'ses', 'ets']) {
      const broken = run('forecast', { model }, [...adjusted.slice(200, 240), ...gap, ...short]);
      const alone = run('forecast', { model }, short);
      for (const part of ['statistic', 'expected', 'bound'] as const) {
        expect(broken[part].slice(53), `${model} ${part}`).toEqual(alone[part]);
      }
    }
  });
});

describe('what holds where the laws of shift, scale and direction do not, on a real series', () => {
  const real = unadjusted.slice(300, 372);
  const xOf = (raw: Readonly<Record<string, unknown>>, values: readonly number[], sign: 1 | -1 = 1): number[] =>
    run('forecast', raw, values, { sign }).statistic;
  const near = (got: readonly number[], wanted: readonly number[], points: number): void => {
    expect(got.map(Number.isNaN)).toEqual(wanted.map(Number.isNaN));
    expect(wanted.some((x) => x > 1 && x < 99)).toBe(true);
    const apart = got.map((x, t) => Math.abs(x - wanted[t]!)).filter((d) => !Number.isNaN(d));
    expect(Math.max(...apart)).toBeLessThan(points);
  };

  test('a given line goes along with the values', () => {
    const raw = { model: 'naive', threshold: 7 };
    const wanted = xOf(raw, real);
    near(
      xOf(
        { ...raw, threshold: 14 },
        real.map((v) => 2 * v),
      ),
      wanted,
      1e-9,
    );
    near(
      xOf(
        { ...raw, threshold: 8 },
        real.map((v) => v + 1),
      ),
      wanted,
      1e-6,
    );
    near(
      xOf(
        { ...raw, threshold: -7 },
        real.map((v) => -v),
        -1,
      ),
      wanted,
      1e-9,
    );
  });

  test('a search ends nearly where it ended before the values were shifted', () => {
    near(
      xOf(
        { model: 'ses' },
        real.map((v) => v + 3),
      ),
      xOf({ model: 'ses' }, real),
      1e-3,
    );
  });

  test.each(['holt', 'holt-winters', 'ets'])('%s: a search goes the same way in a unit 256 times as large', (model) => {
    const raw = { model };
    expect(
      xOf(
        raw,
        real.map((v) => 256 * v),
      ),
    ).toEqual(xOf(raw, real));
    expect(
      xOf(
        raw,
        real.map((v) => v / 65536),
      ),
    ).toEqual(xOf(raw, real));
  });

  test('and, for the weights of level and trend, nearly where it ended before they were doubled or turned round', () => {
    const long = adjusted.slice(0, 144);
    const wanted = xOf({ model: 'holt' }, long).slice(60);
    near(
      xOf(
        { model: 'holt' },
        long.map((v) => 2 * v),
      ).slice(60),
      wanted,
      10,
    );
    near(
      xOf(
        { model: 'holt' },
        long.map((v) => -v),
        -1,
      ).slice(60),
      wanted,
      10,
    );
  });
});

test('what a series is not fit for', () => {
  const shape = (periodsPerYear: number) => ({ kind: 'rate', periodsPerYear }) as const;
  const refused = (model: string, periodsPerYear: number): boolean =>
    forecastDetector.refuses(paramsOf({ model }), shape(periodsPerYear)) !== null;
  expect([1, 4, 12, 52].map((m) => refused('snaive', m))).toEqual([true, false, false, false]);
  expect([1, 4, 12, 52].map((m) => refused('holt-winters', m))).toEqual([true, false, false, true]);
  expect([1, 52].some((m) => refused('ets', m) || refused('theta', m))).toBe(false);
  expect(aheadOf(adjusted, { model: 'snaive' }, 1)).toEqual([]);
  expect(aheadOf(adjusted.slice(0, 5), { model: 'ets' })).toEqual([]);
});

test('parameters: names, bounds and defaults', () => {
  expect(paramsOf({})).toEqual({ model: 'ets', horizon: 3, levels: [80, 95], calibrate: true });
  for (const bad of [
    { model: 'arima' },
    { horizon: 0 },
    { horizon: 25 },
    { levels: [] },
    { levels: [100] },
    { level: 80 },
  ]) {
    expect(parseParams(forecastDetector, bad).params, JSON.stringify(bad)).toBeNull();
  }
});
