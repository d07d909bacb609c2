import { type Detector, lags } from './detector';
import type { ParamValues } from './params';

/** First values that the target is taken from, or that are left out where it is given. */
function baselineOf(params: ParamValues): number {
  return (params.baselinePeriods as number | undefined) ?? (params.target === undefined ? 24 : 0);
}

/**
 * One-sided CUSUM of counts: x(t) = C(t) = max(0, C(t−1) + d·z(t) − k), from C = 0 on, without a new start after an
 * alarm; z is the value's distance from the target m in standard deviations of a count (Poisson):
 * `standard` (v − m)/√m; `rossi` (v − 3m + 2√(v·m))/(2√m); `anscombe` 3/2·(v^⅔ − m^⅔)/m^⅙.
 * m is `target`, or the mean of the first `baselinePeriods` values that are there (left out: 24, with a target 0); those
 * are not charted. A target that is not positive says nothing. A value that is missing, or that has no z, is passed
 * over: C stays as it was, so that it rests on the values that are there and is no lower bound.
 * `expected` is m, the method's own bound the figure that would bring C to h, in whole cases for `standard`; an alarm when
 * C ≥ h.
 * Source: E. S. Page, Biometrika 41 (1954) 100–115; G. Rossi et al., Stat Med 18 (1999) 2111–2122; D. A. Pierce,
 * D. W. Schafer, JASA 81 (1986) 977–986; as R `surveillance::cusum` (1.20.3), with its defaults of k and h.
 */
export const cusumDetector: Detector = {
  kind: 'cusum',
  name: { zh: '累积和控制图（CUSUM）', en: 'CUSUM chart' },
  definition: {
    zh: '标准化偏差扣除容许值后的累积和（单侧，佩奇 1954）',
    en: 'Cumulative sum of standardised deviations beyond an allowance, one-sided (Page 1954)',
  },
  params: {
    k: { type: 'number', default: 1.04, min: 0, max: 100 },
    h: { type: 'number', default: 2.26, min: 0.01, max: 1000 },
    target: { type: 'number', default: null, min: 1e-9, max: 1e12 },
    transform: { type: 'option', default: 'standard', options: ['standard', 'rossi', 'anscombe'] },
    baselinePeriods: { type: 'integer', default: null, min: 0, max: 1200 },
  },
  unit: () => 'deviations',
  refuses: () => null,
  minHistory: (params) => baselineOf(params) + 1,
  // As many as it needs to speak; what came before them is in C alone.
  reads: (params) => lags(0, baselineOf(params) + 1),
  readsTarget: false,
  countsOn: false,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign }, params, { statistic, expected, bound, alarm }) {
    const k = params.k as number;
    const h = params.h as number;
    const transform = params.transform as string;
    const baseline = baselineOf(params);
    const given = params.target as number | undefined;
    let seen = 0;
    let mean = 0;
    let target = given ?? NaN;
    let sum = 0;
    for (let t = 0; t < count; t++) {
      const value = values[offset + t]!;
      statistic[t] = expected[t] = bound[t] = NaN;
      alarm[t] = 0;
      if (value !== value) continue;
      if (seen < baseline) {
        seen++;
        mean += (value - mean) / seen;
        if (seen === baseline) target = given ?? mean;
        continue;
      }
      const z = target > 0 ? distance(value, target, transform) : NaN;
      if (z !== z) continue;
      bound[t] = valueAt(target, h + k - sum, sign, transform);
      sum = Math.max(0, sum + sign * z - k);
      statistic[t] = sum;
      expected[t] = target;
      alarm[t] = sum >= h ? 1 : 0;
    }
  },
};

/**
 * The value at `z` standard deviations on the worse side of the target: `distance` turned round, in the next whole case
 * for `standard`. Far beyond an alarm no value answers; there `rossi` gives what R gives, its square root's mirror.
 */
function valueAt(target: number, z: number, sign: 1 | -1, transform: string): number {
  const root = Math.sqrt(target);
  if (transform === 'rossi') {
    const square = 4 * target + 2 * root * sign * z;
    return square < 0 ? 0 : (Math.sqrt(square) - root) ** 2;
  }
  if (transform === 'anscombe') return Math.max(0, target ** (2 / 3) + (sign * z * target ** (1 / 6)) / 1.5) ** 1.5;
  const value = target + root * sign * z;
  return Math.max(0, sign < 0 ? Math.floor(value) : Math.ceil(value));
}

function distance(value: number, target: number, transform: string): number {
  const root = Math.sqrt(target);
  if (transform === 'rossi') return (value - 3 * target + 2 * Math.sqrt(value * target)) / (2 * root);
  if (transform === 'anscombe') return (1.5 * (value ** (2 / 3) - target ** (2 / 3))) / target ** (1 / 6);
  return (value - target) / root;
}
