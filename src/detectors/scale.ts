import { rollingSum } from '../stats/rolling';
import { type Detector, lags } from './detector';

/**
 * Large-scale (规模性) is a count of persons before it is a rate: persons in the last `periods` periods, or their
 * share of the labour force in percent. Flows are summed; of a stock the worsening over the window is taken; of a rate
 * in percent the worsening in points, which is a share of the labour force already.
 */
export const scaleDetector: Detector = {
  kind: 'scale',
  name: { zh: '规模', en: 'Scale' },
  definition: {
    zh: '最近若干期涉及的人数，或其占劳动力的比重（%）',
    en: 'Persons concerned in the last periods, or their share of the labour force in percent',
  },
  params: {
    periods: { type: 'integer', default: 3, min: 1, max: 24 },
    as: { type: 'option', default: 'share', options: ['share', 'persons'] },
  },
  unit: (params) => (params.as === 'share' ? 'share' : 'persons'),
  minHistory: (params, kind) => Number(params.periods) + (kind === 'flow' || kind === 'cumulative' ? 0 : 1),
  reads: (params) => lags(0, Number(params.periods)),
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign, kind, labourForce }, params, { statistic, expected }, scratch) {
    const periods = params.periods as number;
    const share = params.as === 'share';
    if (kind === 'flow' || kind === 'cumulative') rollingSum(values, offset, count, periods, scratch.a);
    else {
      for (let t = 0; t < count; t++) {
        scratch.a[t] = t >= periods ? sign * (values[offset + t]! - values[offset + t - periods]!) : NaN;
      }
    }
    // A rate's points are percent of the labour force; a count becomes percent, or stays a count.
    const factor = kind === 'rate' ? (share ? 1 : labourForce / 100) : share ? 100 / labourForce : 1;
    for (let t = 0; t < count; t++) {
      statistic[t] = factor * scratch.a[t]!;
      expected[t] = NaN;
    }
  },
};
