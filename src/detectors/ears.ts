import { normalQuantile } from '../stats/normal';
import { rollingMoments } from '../stats/rolling';
import { type Detector, lags } from './detector';
import type { ParamValues } from './params';

/** Periods from the present value back to the newest of its baseline: C2 and C3 leave two between them. */
const gapOf = (params: ParamValues): number => (params.method === 'C1' ? 1 : 3);
/** Values of C2 that are looked at: C3 adds up three of them. */
const countOf = (params: ParamValues): number => (params.method === 'C3' ? 3 : 1);

/**
 * EARS C1, C2, C3: C(t) = d·(v(t) − mean) / sd of the `baseline` values t−1, t−2, … (C1) or t−3, t−4, … (C2), sd with
 * n − 1 and not below `minSigma`. x is C1 or C2, in standard deviations; of C3 it is
 * max(0, C2(t) − 1) + max(0, C2(t−1) − 1) + max(0, C2(t−2) − 1). A baseline without spread says nothing.
 * `alpha` left out: 0.001, of C3 0.025. With z = Φ⁻¹(1 − alpha) the method's own bound is a value of the indicator:
 * mean + d·z·sd; of C3 mean + d·sd·(z − max(0, C2(t−1) − 1) − max(0, C2(t−2) − 1)), not below 0 where a rise is worse.
 * It gives an alarm when the value lies beyond it. `expected` is the mean of the baseline.
 * Source: L. Hutwagner et al., "The bioterrorism preparedness and response Early Aberration Reporting System (EARS)",
 * J Urban Health 80 (2003) i89–i96; formulas as documented in R `surveillance::earsC` (M. Salmon et al., J Stat Softw
 * 70 (2016) 10), whose code of version 1.20.3 has another bound for C3 than its documentation. The original rule for
 * C3 is an alarm when x > 2.
 */
export const earsDetector: Detector = {
  kind: 'ears',
  name: { zh: 'EARS 异常检测', en: 'EARS (C1, C2, C3)' },
  definition: {
    zh: '当期值高出前若干期均值的标准差倍数（美国疾控中心 EARS C1、C2、C3）',
    en: 'Standard deviations above the mean of the preceding periods (CDC EARS C1, C2, C3)',
  },
  params: {
    method: { type: 'option', default: 'C1', options: ['C1', 'C2', 'C3'] },
    baseline: { type: 'integer', default: 7, min: 3, max: 260 },
    alpha: { type: 'number', default: null, min: 1e-9, max: 0.5 },
    minSigma: { type: 'number', default: 0, min: 0, max: 1e12 },
  },
  unit: () => 'deviations',
  refuses: () => null,
  minHistory: (params) => Number(params.baseline) + gapOf(params) + countOf(params) - 1,
  reads(params) {
    const count = countOf(params);
    return [...new Set([...lags(0, count), ...lags(gapOf(params), Number(params.baseline) + count - 1)])];
  },
  blocks: (params) => Number(params.baseline),
  readsTarget: false,
  countsOn: false,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign }, params, { statistic, expected, bound, alarm }, scratch) {
    const gap = gapOf(params);
    const adds = params.method === 'C3';
    const minSigma = params.minSigma as number;
    const z = -normalQuantile((params.alpha as number | undefined) ?? (adds ? 0.025 : 0.001));
    const means = scratch.a;
    const deviations = scratch.b;
    rollingMoments(values, offset, count, params.baseline as number, means, deviations);
    // What C2 was above 1, one and two periods before.
    let before = NaN;
    let beforeThat = NaN;
    for (let t = 0; t < count; t++) {
      const value = values[offset + t]!;
      const mean = t >= gap ? means[t - gap]! : NaN;
      const deviation = t >= gap ? Math.max(minSigma, deviations[t - gap]!) : NaN;
      const c = deviation > 0 ? (sign * (value - mean)) / deviation : NaN;
      let line = mean + sign * z * deviation;
      statistic[t] = c;
      if (adds) {
        const above = Math.max(0, c - 1);
        statistic[t] = above + before + beforeThat;
        line = mean + sign * deviation * (z - before - beforeThat);
        if (sign > 0) line = Math.max(0, line);
        beforeThat = before;
        before = above;
      }
      expected[t] = mean;
      bound[t] = line;
      alarm[t] = sign * (value - line) > 0 ? 1 : 0;
    }
  },
};
