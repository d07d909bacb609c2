import { rollingMean } from '../stats/rolling';
import { type Detector, lags } from './detector';

/**
 * x(t) = d·(m(t) − m(t−k)) in points, or d·100·(m(t)/m(t−k) − 1) in percent; m is the mean of the last
 * `meanPeriods` values (1 = the value itself), k the lag. A percentage of a base that is not positive is not computable.
 * The year-on-year rise of the 3-month mean (lag 12, points, meanPeriods 3) is the default for small areas.
 */
export const changeDetector: Detector = {
  kind: 'change',
  name: { zh: '变动', en: 'Change' },
  definition: {
    zh: '与若干期之前相比的变动（百分点或百分比），可先取若干期移动平均',
    en: 'Change against an earlier period, in points or percent, of the value or of its moving mean',
  },
  params: {
    lag: { type: 'integer', default: 12, min: 1, max: 120 },
    as: { type: 'option', default: 'points', options: ['points', 'percent'] },
    meanPeriods: { type: 'integer', default: 1, min: 1, max: 24 },
  },
  unit: (params, kind) => (params.as === 'percent' ? 'percent' : kind === 'rate' ? 'points' : 'unit'),
  refuses: () => null,
  minHistory: (params) => Number(params.lag) + Number(params.meanPeriods),
  reads: (params) => {
    const [lag, mean] = [Number(params.lag), Number(params.meanPeriods)];
    // With a lag shorter than the mean the two windows overlap.
    return lag < mean ? lags(0, lag + mean) : [...lags(0, mean), ...lags(lag, mean)];
  },
  blocks: (params) => Number(params.meanPeriods),
  readsTarget: false,
  comparison: (params) => ({ lag: Number(params.lag), length: Number(params.meanPeriods) }),
  countsOn: false,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign }, params, { statistic, expected }, scratch) {
    const lag = params.lag as number;
    const percent = params.as === 'percent';
    const mean = params.meanPeriods as number;
    let series = values;
    let at = offset;
    if (mean > 1) {
      rollingMean(values, offset, count, mean, scratch.a);
      series = scratch.a;
      at = 0;
    }
    for (let t = 0; t < count; t++) {
      const base = t >= lag ? series[at + t - lag]! : NaN;
      const now = series[at + t]!;
      expected[t] = base;
      if (percent) statistic[t] = base > 0 ? sign * 100 * (now / base - 1) : NaN;
      else statistic[t] = sign * (now - base);
    }
  },
};
