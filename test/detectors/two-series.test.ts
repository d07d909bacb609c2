import { describe, expect, test } from 'vitest';
import { loadDetectors } from '../../src/detectors/registry';
import { classOf } from '../../src/detectors/scoreboard';
import { evaluateRules } from '../../src/signals/evaluate';
import { seriesReader } from '../../src/signals/series';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';
import { bound, run } from './run-detector';

await loadDetectors();

const against = (values: readonly number[], sign: 1 | -1 = 1) => ({
  against: { values: Float64Array.from(values), offset: 0, sign },
});
const rounded = (values: readonly number[]): number[] => values.map((v) => Math.round(v * 1e8) / 1e8 + 0);

describe('two-sided rule', () => {
  const raw = { other: 'vacancies', meanPeriods: 1, lookback: 2 };
  test('the smaller of both sides, by hand', () => {
    // Unemployment 4 4 4.5 5 5.5; vacancies 5 5 4.9 4.0 4.6: falls from the best of two: –, –, 0.1, 1.0, 0.3.
    const x = run('michez', raw, [4, 4, 4.5, 5, 5.5], against([5, 5, 4.9, 4, 4.6], -1)).statistic;
    expect(rounded(x)).toEqual([NaN, NaN, 0.1, 1, 0.3]);
  });
  test('counts of vacancies are taken in percent of the labour force', () => {
    const share = { ...raw, otherAs: 'labour-force' };
    const x = run('michez', share, [4, 4, 9], { ...against([500, 500, 400], -1), labourForce: 10_000 }).statistic;
    expect(rounded(x)).toEqual([NaN, NaN, 1]);
    expect(run('michez', share, [4, 4, 9], against([500, 500, 400], -1)).statistic).toEqual([NaN, NaN, NaN]);
  });
  test('without the other side there is no statistic', () => {
    expect(run('michez', raw, [4, 4, 9]).statistic).toEqual([NaN, NaN, NaN]);
    expect(() => bound('michez', {})).toThrow(/other/);
  });
});

describe('scoreboard', () => {
  test('golden: three areas at 1.2, 3.0, 4.0 stand in classes 1, 3, 5', () => {
    expect([-1.324, 0.23, 1.093].map(classOf)).toEqual([1, 3, 5]);
    const tree = treeOf({ A: '', B: '', C: '' });
    const panel = panelOf(tree, catalogue(indicatorOf('rate')), '2020-01', {
      rate: { A: [1, 1.2], B: [2.8, 3], C: [3.8, 4] },
    });
    const { detector, params } = bound('scoreboard', { lag: 1 });
    const input = seriesReader(panel, panel.columns.get('rate')!, detector, params, () => undefined).of(0);
    const { means, deviations } = input.peers!(0);
    expect(means[1]).toBeCloseTo(2.7333, 4);
    expect(deviations[1]).toBeCloseTo(1.1585, 4);
    // All rose alike: their changes are average, so that x is that of the level alone.
    const x = ['A', 'B', 'C'].map((_, r) => {
      const out = run('scoreboard', { lag: 1 }, [...input.values.subarray(2 * r, 2 * r + 2)], { peers: input.peers });
      return out.statistic[1];
    });
    expect(x).toEqual([-2, 0, 2]);
  });

  test('edges of the classes belong to the side of the average', () => {
    expect([-1.01, -1, -0.51, -0.5, 0.5, 0.51, 1, 1.01].map(classOf)).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  });

  test('shifted, doubled or turned round with all its areas, a region stays where it is; ranks do not mix', () => {
    const tree = treeOf({ R: '', A: 'R', B: 'R', C: 'R', D: 'R' });
    const series = { R: [900, 1000], A: [1, 5], B: [2, 2], C: [3, 4], D: [9, 4] };
    const score = (turn: (v: number) => number, worse: 'up' | 'down' = 'up'): unknown => {
      const turned = Object.fromEntries(Object.entries(series).map(([code, values]) => [code, values.map(turn)]));
      const panel = panelOf(tree, catalogue(indicatorOf('rate', { worse })), '2020-01', { rate: turned });
      const rule = ruleOf({
        indicator: 'rate',
        detector: { kind: 'scoreboard', params: { lag: 1 } },
        thresholds: { blue: -4, yellow: 1, orange: 2, red: 3 },
        decimals: 0,
      });
      const [signals] = evaluateRules(panel, ruleSetOf([rule]), () => undefined);
      return [...signals!.severity];
    };
    const plain = score((v) => v);
    expect(score((v) => v + 7)).toEqual(plain);
    expect(score((v) => 2 * v)).toEqual(plain);
    expect(score((v) => 50 - v, 'down')).toEqual(plain);
    // The root has no areas of its rank to be compared with.
    expect((plain as number[])[1]).toBeNaN();
    // Levels 5 2 4 4, mean 3.75: z 1.147 −1.606 0.229 0.229; changes 4 0 1 −5, mean 0: z 1.235 0 0.309 −1.543.
    const at = (r: number): number => (plain as number[])[2 * r + 1]!;
    expect([at(1), at(2), at(3), at(4)]).toEqual([4, 1.4, 1.8, 1.4].map((v) => expect.closeTo(v, 5)));
  });
});

describe('divergence', () => {
  const months = Array.from({ length: 60 }, (_, t) => t);
  /** Growth of output, and a rate of unemployment that falls by half a point for each point of it, a year on a year. */
  const growth = months.map((t) => 6 + 2 * Math.sin(t / 5) + ((t * 7) % 5) / 10);
  const rate = months.map(() => 5);
  for (const t of months) if (t >= 12) rate[t] = rate[t - 12]! + 2 - 0.5 * growth[Math.max(0, t - 3)]!;

  test('what the economy explains is no divergence, what comes on top of it is', () => {
    const raw = { other: 'output', lead: 3, span: 30 };
    const shocked = rate.map((v, t) => (t === 59 ? v + 1 : v));
    const { statistic: x, expected } = run('divergence', raw, shocked, against(growth, -1));
    expect(Math.max(...x.slice(45, 59).map(Math.abs))).toBeLessThan(1e-6);
    expect(expected[59]).toBeCloseTo(rate[59]!, 9);
    expect(x[59]).toBeGreaterThan(10);
  });

  test('the lead is found by itself from the past alone', () => {
    const best = run('divergence', { other: 'output', lead: 'best', span: 30 }, rate, against(growth, -1));
    expect(best.expected[59]).toBeCloseTo(rate[59]!, 9);
  });

  test('by hand: a window of twelve pairs on a line with residuals ±0.1', () => {
    const macro = Array.from({ length: 14 }, (_, t) => t);
    const y = macro.map((t) => 10 - t + (t % 2 === 0 ? 0.1 : -0.1));
    const v = [0];
    for (let t = 1; t < 14; t++) v.push(v[t - 1]! + (t === 13 ? y[13]! + 0.5 : y[t]!));
    const { statistic, expected } = run('divergence', { other: 'output', lag: 1, span: 12 }, v, against(macro));
    // Pairs t = 1…12; the slopes of points of one kind are −1, those across lie evenly about it: slope −1, intercept 10.
    expect(expected[13]! - v[12]!).toBeCloseTo(-3, 9);
    // Residuals ±0.1, MAD 0.1: s = 0.14826; the last is 0.4 above the line.
    expect(statistic[13]).toBeCloseTo(0.4 / 0.14826, 6);
  });

  test('a third of the window may be missing, no more; without the other series there is none', () => {
    const raw = { other: 'output', lag: 1, span: 12 };
    const values = Array.from({ length: 40 }, (_, t) => ((t * 7) % 11) + t / 10);
    const other = values.map((_, t) => (t * 5) % 13);
    const holes = (n: number): readonly number[] => other.map((v, t) => (t >= 30 && t < 30 + n ? NaN : v));
    expect(run('divergence', raw, values, against(holes(4))).statistic[39]).not.toBeNaN();
    expect(run('divergence', raw, values, against(holes(5))).statistic[39]).toBeNaN();
    expect(run('divergence', raw, values).statistic.every(Number.isNaN)).toBe(true);
  });
});
