import { describe, expect, test } from 'vitest';
import { assess, type Assessment } from '../../src/assess';
import { parsePeriod } from '../../src/base/period';
import { forecastAhead, forecastDetector } from '../../src/detectors/forecast';
import { makeOutput, makeScratch } from '../../src/detectors/detector';
import { parseParams } from '../../src/detectors/params';
import type { SeriesForm } from '../../src/indicators/form';
import { prepare } from '../../src/indicators/prepare';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Panel } from '../../src/panel/panel';
import { outlookOf } from '../../src/outlook/outlook-of';
import type { Outlook, OutlookQuery } from '../../src/outlook/outlook';
import type { Rule } from '../../src/signals/rule';
import { leastValues } from '../../src/stats/forecast/models';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

const FIRST = '2018-01';
const first = parsePeriod(FIRST)!.period;
const list = catalogue(
  indicatorOf('level', { range: [0, 60] }),
  indicatorOf('season', { range: [0, 60] }),
  indicatorOf('trend', { range: [0, 60], worse: 'down' }),
  indicatorOf('claims', { kind: 'flow', unit: 'persons', janFeb: 'joint', range: [0, 1e9] }),
  indicatorOf('short', {}),
);
/** Noise that is always the same, between −1 and 1. */
const noise = (t: number): number => (((t * 7919 + 104_729) % 211) - 105) / 105;
const months = (n: number, of: (t: number) => number): number[] => Array.from({ length: n }, (_, t) => of(t));
const N = 84;
let walk = 5;
const level = months(N, (t) => Math.round((walk += 0.15 * noise(t)) * 100) / 100);
const season = months(N, (t) => 6 + 1.5 * Math.sin((t * Math.PI) / 6) + 0.1 * noise(t));
const trend = months(N, (t) => 40 - 0.004 * t * t + 0.05 * noise(t));
const claims = months(N, (t) => 1000 + 100 * noise(t));
const short = months(N, (t) => (t < N - 8 ? NaN : 4 + 0.1 * noise(t)));

const RULES: readonly Partial<Rule>[] = [
  {
    id: 'season-change',
    indicator: 'season',
    role: 'floor',
    detector: { kind: 'change', params: { lag: 4, meanPeriods: 3 } },
    thresholds: { blue: 0.4, red: 1 },
  },
  { id: 'level', indicator: 'level', thresholds: { blue: 5.5, yellow: 6 } },
  {
    id: 'trend-change',
    indicator: 'trend',
    detector: { kind: 'change', params: { lag: 12, as: 'percent' } },
    thresholds: { yellow: 10 },
    guard: { referenceLabourForce: 400, maxFactor: 2 },
  },
];

const ALL: Readonly<Record<string, readonly number[]>> = { level, season, trend, claims, short };

function world(cut = N, all = ALL): { assessment: Assessment; panelFor: (id: string, form: SeriesForm) => Panel } {
  const tree = treeOf({ A: '', B: '' }, { A: { labourForce: 100 }, B: { labourForce: 1000 } });
  const series = Object.fromEntries(Object.entries(all).map(([id, values]) => [id, { A: values.slice(0, cut) }]));
  const panels = { month: panelOf(tree, list, FIRST, series) };
  const ruleSet = ruleSetOf(RULES.map(ruleOf));
  const assessment = assess(panels, { ruleSet, scheme: defaultScheme() }, null);
  return { assessment, panelFor: (indicator, form) => prepare(assessment.panel, [{ indicator, form }], null) };
}
const whole = world();

function ask(over: Partial<OutlookQuery>, { assessment, panelFor } = whole): Outlook {
  return outlookOf(
    assessment,
    { regionCode: 'A', period: first + N - 1, indicatorId: 'level', horizon: 3, model: 'theta', ...over },
    panelFor,
  );
}

const inputOf = (values: readonly number[], sign: 1 | -1 = 1) => ({
  values: Float64Array.from(values),
  offset: 0,
  count: values.length,
  sign,
  kind: 'rate' as const,
  periodsPerYear: 12,
  firstSeason: 0,
  firstPeriod: first,
  labourForce: NaN,
  targets: null,
  against: null,
  peers: null,
});
const paramsOf = (over: Record<string, unknown>) => parseParams(forecastDetector, over).params!;

describe('the forecast', () => {
  test('is the detector’s own, with the probability of the last period, and the last 36 figures', () => {
    const { ahead } = ask({});
    const params = paramsOf({ model: 'theta', horizon: 3 });
    expect(ahead!.steps).toEqual(forecastAhead(inputOf(level), params));
    const out = makeOutput(N);
    forecastDetector.run(inputOf(level), params, out, makeScratch(N));
    expect(ahead!.probability).toBe(out.statistic[N - 1]! / 100);
    expect(ahead!.probability).toBeGreaterThan(0);
    expect(ahead!.first).toBe(first + N - 36);
    expect(Array.from(ahead!.values)).toEqual(level.slice(-36));
    expect(ahead!.calibrated).toBe(true);
  });

  test('seen from an earlier period it is what it would have been then', () => {
    const earlier = ask({ period: first + 59 });
    expect(earlier).toEqual(ask({ period: first + 59 }, world(60)));
    expect(earlier.ahead!.values.at(-1)).toBe(level[59]);
  });

  test('rests on the last twenty years', () => {
    const old = months(300, (t) => level[t % N]! + t / 100);
    const { steps } = ask({ period: first + 299 }, world(300, { level: old })).ahead!;
    expect(steps).toEqual(forecastAhead(inputOf(old.slice(60)), paramsOf({ model: 'theta', horizon: 3 })));
    expect(steps).not.toEqual(forecastAhead(inputOf(old), paramsOf({ model: 'theta', horizon: 3 })));
  });

  test('goes on from the last figure there is, but not after a year without one', () => {
    const ends = {
      level: [...level, ...months(13, () => NaN)],
      season: [...season, ...months(13, () => NaN)],
      trend: months(N + 13, (t) => t),
    };
    const later = world(N + 13, ends);
    const { ahead } = ask({ period: first + N + 11 }, later);
    expect(ahead!.first + ahead!.values.length).toBe(first + N);
    expect(ask({ period: first + N + 12 }, later)).toMatchObject({
      ahead: null,
      refused: { zh: '最近一期数据为2024年12月，距今已超过一年' },
    });
    // What is still reported comes first where nothing is named.
    expect(ask({ period: first + N + 12, indicatorId: null }, later).indicatorId).toBe('trend');
  });

  test('stays where a value can be', () => {
    const low = ask({ indicatorId: 'trend', model: 'snaive', horizon: 24 }).ahead!;
    const free = forecastAhead(inputOf(trend, -1), paramsOf({ model: 'snaive', horizon: 24 }));
    expect(Math.min(...free.flatMap((s) => s.low))).toBeLessThan(0);
    expect(Math.min(...low.steps.flatMap((s) => s.low))).toBe(0);
    expect(low.steps[0]!.mean).toBe(free[0]!.mean);
  });

  test('a joint January is no figure to go on from, and its Februaries are not known in January', () => {
    const january = ask({ indicatorId: 'claims', period: first + 72 });
    expect(january.form).toBe('joint');
    expect(january).toEqual(ask({ indicatorId: 'claims', period: first + 71 }));
    const { values, first: from } = ask({ indicatorId: 'claims' }).ahead!;
    const gaps = Array.from(values).flatMap((v, i) => (Number.isNaN(v) ? [(from + i) % 12] : []));
    expect(gaps).toEqual([0, 0, 0]);
    const february = Array.from(values).findIndex((_, i) => (from + i) % 12 === 1);
    const t = from - first + february;
    expect(values[february]).toBeCloseTo((claims[t]! + claims[t - 1]!) / 2, 9);
  });
});

describe('how good it was', () => {
  test('error, naive error and coverage are those of forecasts made one by one from what was known then', () => {
    for (const horizon of [1, 3]) {
      const params = paramsOf({ model: 'theta', horizon });
      let [n, error, naive, held] = [0, 0, 0, 0];
      for (let t = horizon; t < N; t++) {
        const step = forecastAhead(inputOf(level.slice(0, t - horizon + 1)), params).at(-1);
        if (!step) continue;
        n++;
        error += Math.abs(level[t]! - step.mean);
        naive += Math.abs(level[t]! - level[t - horizon]!);
        if (level[t]! >= step.low[0]! && level[t]! <= step.high[0]!) held++;
      }
      const changes = level.slice(1).map((v, i) => Math.abs(v - level[i]!));
      const scale = changes.reduce((a, b) => a + b) / changes.length;
      const { quality } = ask({ horizon }).ahead!;
      expect(quality.forecasts).toBe(n);
      expect(quality.error).toBeCloseTo(error / n, 12);
      expect(quality.mase).toBeCloseTo(error / n / scale, 10);
      expect(quality.naiveError).toBeCloseTo(naive / n, 12);
      expect(quality.naiveMase).toBeCloseTo(naive / n / scale, 10);
      expect(quality.coverage).toBe(held / n);
    }
  });

  test('the last figure carried on is exactly as good as itself', () => {
    const { quality } = ask({ model: 'naive' }).ahead!;
    expect(quality.error).toBe(quality.naiveError);
    expect(quality.forecasts).toBe(N - 3 - (leastValues('naive', 12) - 1));
  });

  test('intervals count as calibrated from the error on that changes them', () => {
    // Theta speaks from the 7th value on: its errors three ahead begin with the 10th.
    for (const [count, calibrated] of [
      [9 + 23, false],
      [9 + 24, true],
    ] as const) {
      const { ahead } = ask({ period: first + count - 1 });
      const plain = forecastAhead(
        inputOf(level.slice(0, count)),
        paramsOf({ model: 'theta', horizon: 3, calibrate: false }),
      );
      expect(ahead!.calibrated).toBe(calibrated);
      expect(ahead!.steps[2]!.high[0] === plain[2]!.high[0]).toBe(!calibrated);
    }
  });

  test('without a name the model that erred less is taken', () => {
    for (const [indicatorId, model] of [
      ['season', 'theta'],
      ['trend', 'holt'],
    ] as const) {
      const chosen = ask({ indicatorId, model: null });
      const errors = (['theta', 'holt'] as const).map((m) => ask({ indicatorId, model: m }).ahead!.quality.error);
      expect(chosen.model).toBe(model);
      expect(chosen.ahead!.quality.error).toBe(Math.min(...errors));
    }
  });
});

describe('the lines ahead', () => {
  test('of a level: its thresholds', () => {
    const { lines, lineRule } = ask({}).ahead!;
    expect(lines).toEqual([
      { level: 1, values: [5.5, 5.5, 5.5] },
      { level: 2, values: [6, 6, 6] },
    ]);
    expect(lineRule).toEqual({ ruleId: 'level', meanPeriods: 1, lag: null });
  });

  test('of a level: how likely the next one is reached is what the detector says of that line', () => {
    const { next, values, lines } = ask({}).ahead!;
    const line = lines.find((l) => l.values[0]! > values.at(-1)!)!;
    const out = makeOutput(N);
    const threshold = line.values[0]!;
    forecastDetector.run(inputOf(level), paramsOf({ model: 'theta', horizon: 3, threshold }), out, makeScratch(N));
    expect(next).toEqual({ level: line.level, value: threshold, probability: out.statistic[N - 1]! / 100 });
    expect(ask({ indicatorId: 'season' }).ahead!.next).toBeNull();
  });

  test('of a change: the mean of the lag before and the threshold, no further than the lag', () => {
    const { lines, lineRule } = ask({ indicatorId: 'season', horizon: 6 }).ahead!;
    expect(lineRule).toEqual({ ruleId: 'season-change', meanPeriods: 3, lag: 4 });
    expect(lines.map((l) => l.level)).toEqual([1, 4]);
    for (let step = 1; step <= 6; step++) {
      const to = N - 1 + step - 4;
      const mean = (season[to]! + season[to - 1]! + season[to - 2]!) / 3;
      if (step > 4) expect(lines[0]!.values[step - 1]).toBeNaN();
      else expect(lines[0]!.values[step - 1]).toBeCloseTo(mean + 0.4, 12);
    }
  });

  test('of a fall in percent, widened for a small area: below the base', () => {
    const { lines } = ask({ indicatorId: 'trend', horizon: 2 }).ahead!;
    // Half the square root of the size: twice the threshold.
    expect(lines[0]!.values[1]).toBeCloseTo(trend[N - 1 + 2 - 12]! * 0.8, 12);
  });

  test('none where no rule says anything of the values', () => {
    const { lines, lineRule } = ask({ indicatorId: 'claims' }).ahead!;
    expect([lines, lineRule]).toEqual([[], null]);
  });
});

describe('what is asked', () => {
  test('floor indicators are offered first and taken where none is named', () => {
    expect(ask({}).offered).toEqual(['season', 'level', 'trend', 'claims', 'short']);
    expect(ask({ indicatorId: null }).indicatorId).toBe('season');
    expect(ask({ indicatorId: 'nothing' }).indicatorId).toBe('season');
  });

  test('a series that does not suffice is refused with the reason', () => {
    expect(ask({ indicatorId: 'short' })).toMatchObject({
      ahead: null,
      refused: { zh: '至少需要12个月的数据，现只有8个月', en: 'needs 12 months, has 8 months' },
    });
    expect(ask({ model: 'holt-winters', period: first + 19 }).refused!.en).toBe('needs 36 months, has 20 months');
  });

  test('a region without figures, and one that is not there', () => {
    expect(ask({ regionCode: 'B' })).toMatchObject({ offered: [], indicatorId: null, ahead: null });
    expect(ask({ regionCode: 'B' }).refused!.en).toMatch(/no figures/);
    expect(() => ask({ regionCode: 'C' })).toThrow(/region C/);
  });
});
