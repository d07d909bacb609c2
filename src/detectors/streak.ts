import { type Detector, lags } from './detector';

/**
 * x(t) = number of consecutive worsening periods ending at t, each compared with the value `lag` periods before.
 * A tie or an improvement gives 0. A missing value ends the count: afterwards it starts from what can be compared.
 */
export const streakDetector: Detector = {
  kind: 'streak',
  name: { zh: '连续恶化期数', en: 'Worsening streak' },
  definition: {
    zh: '截至当期连续恶化的期数；持平即中断',
    en: 'Consecutive worsening periods up to now; a tie breaks the streak',
  },
  params: { lag: { type: 'integer', default: 1, min: 1, max: 120 } },
  unit: () => 'periods',
  refuses: () => null,
  minHistory: (params) => Number(params.lag) + 1,
  // Of one comparison; `countsOn` says that the ones before count as well.
  reads: (params) => [...lags(0, 1), Number(params.lag)],
  readsTarget: false,
  comparison: (params) => ({ lag: Number(params.lag), length: 1 }),
  countsOn: true,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign }, params, { statistic, expected }) {
    const lag = params.lag as number;
    let run = 0;
    for (let t = 0; t < count; t++) {
      const base = t >= lag ? values[offset + t - lag]! : NaN;
      const difference = sign * (values[offset + t]! - base);
      expected[t] = base;
      if (difference !== difference) {
        run = 0;
        statistic[t] = NaN;
      } else {
        run = difference > 0 ? run + 1 : 0;
        statistic[t] = run;
      }
    }
  },
};
