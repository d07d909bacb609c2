import { type Detector, lags } from './detector';

/**
 * EWMA chart: E(t) = λ·v(t) + (1 − λ)·E(t−1), from the mean μ of the first `baselinePeriods` values on, which are not
 * charted; x(t) = d·(E(t) − μ)/σ(n), in standard deviations of E after n charted values,
 * σ(n) = s·√(λ/(2 − λ)·(1 − (1 − λ)^(2n))), s the standard deviation (n − 1) of the baseline. A baseline without spread
 * says nothing. A missing value is passed over: E and n stay as they were.
 * `expected` is μ, the method's own bound is the limit μ + d·limit·σ(n), held against E: an alarm when E lies beyond it,
 * that is when x > `limit`.
 * Source: S. W. Roberts, Technometrics 1 (1959) 239–250; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4,
 * with the limits of the first values (J. M. Lucas, M. S. Saccucci, Technometrics 32 (1990) 1–12).
 */
export const ewmaDetector: Detector = {
  kind: 'ewma',
  name: { zh: '指数加权移动平均控制图（EWMA）', en: 'EWMA chart' },
  definition: {
    zh: '指数加权移动平均偏离基期均值的标准差倍数（罗伯茨 1959）',
    en: 'Standard deviations of the exponentially weighted mean from the mean of a base period (Roberts 1959)',
  },
  params: {
    lambda: { type: 'number', default: 0.2, min: 0.01, max: 1 },
    limit: { type: 'number', default: 3, min: 0.1, max: 100 },
    baselinePeriods: { type: 'integer', default: 24, min: 2, max: 1200 },
  },
  unit: () => 'deviations',
  refuses: () => null,
  minHistory: (params) => Number(params.baselinePeriods) + 1,
  // As many as it needs to speak; what came before them is in E alone.
  reads: (params) => lags(0, Number(params.baselinePeriods) + 1),
  readsTarget: false,
  countsOn: false,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign }, params, { statistic, expected, bound, alarm }) {
    const lambda = params.lambda as number;
    const limit = params.limit as number;
    const baseline = params.baselinePeriods as number;
    let seen = 0;
    let mean = 0;
    let squares = 0;
    let average = NaN;
    /** (1 − λ)^(2n) */
    let left = 1;
    for (let t = 0; t < count; t++) {
      const value = values[offset + t]!;
      statistic[t] = expected[t] = bound[t] = NaN;
      alarm[t] = 0;
      if (value !== value) continue;
      if (seen < baseline) {
        seen++;
        const step = value - mean;
        mean += step / seen;
        squares += step * (value - mean);
        average = mean;
        continue;
      }
      average += lambda * (value - average);
      left *= (1 - lambda) ** 2;
      if (!(squares > 0)) continue;
      const sigma = Math.sqrt((squares / (baseline - 1)) * (lambda / (2 - lambda)) * (1 - left));
      statistic[t] = (sign * (average - mean)) / sigma;
      expected[t] = mean;
      bound[t] = mean + sign * limit * sigma;
      alarm[t] = sign * (average - bound[t]!) > 0 ? 1 : 0;
    }
  },
};
