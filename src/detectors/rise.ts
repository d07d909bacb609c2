import { rollingMean, rollingMinBefore } from '../stats/rolling';
import { type Detector, lags } from './detector';

/**
 * The Sahm rule: x(t) = M(t) − min(M(t−1) … M(t−lookback)), M the mean of the last `meanPeriods` values; the present
 * mean is not in the minimum, so x can be negative. Where a fall is worse its mirror is taken (values negated).
 * Source: C. Sahm, "Direct Stimulus Payments to Individuals" (Hamilton Project, 2019); published trigger 0.50 points,
 * compared at two decimals (FRED SAHMCURRENT).
 */
export const riseDetector: Detector = {
  kind: 'rise',
  name: { zh: '自低点回升（萨姆规则）', en: 'Rise from the low (Sahm rule)' },
  definition: {
    zh: '近期移动平均较此前若干期移动平均最低点的升幅；公开触发线 0.50 个百分点',
    en: 'Moving mean above its lowest of the preceding periods; published trigger 0.50 points',
  },
  params: {
    meanPeriods: { type: 'integer', default: 3, min: 1, max: 24 },
    lookback: { type: 'integer', default: 12, min: 1, max: 120 },
  },
  unit: (_params, kind) => (kind === 'rate' ? 'points' : 'unit'),
  refuses: () => null,
  minHistory: (params) => Number(params.meanPeriods) + Number(params.lookback),
  reads: (params) => lags(0, Number(params.meanPeriods) + Number(params.lookback)),
  blocks: (params) => Number(params.meanPeriods),
  readsTarget: false,
  countsOn: false,
  signed: true,
  publishedBound: 0.5,
  publishedDecimals: 2,
  run({ values, offset, count, sign }, params, { statistic, expected }, scratch) {
    const mean = scratch.a;
    rollingMean(values, offset, count, params.meanPeriods as number, mean);
    if (sign < 0) for (let t = 0; t < count; t++) mean[t] = -mean[t]!;
    rollingMinBefore(mean, 0, count, params.lookback as number, scratch.b);
    for (let t = 0; t < count; t++) {
      statistic[t] = mean[t]! - scratch.b[t]!;
      expected[t] = sign * scratch.b[t]!;
    }
  },
};
