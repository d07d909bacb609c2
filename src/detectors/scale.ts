import { defineText } from '../base/text';
import { rollingSum } from '../stats/rolling';
import { type Detector, lags } from './detector';

const T = defineText({
  cumulative: {
    zh: '年内累计数逐期相加会重复计算，应先转为当期数（形式 monthly 或 joint）',
    en: 'figures that count up over the year would be counted again in every sum: take single periods (form monthly or joint)',
  },
});

/**
 * Large-scale (规模性) is a count of persons before it is a rate: persons in the last `periods` periods, or their
 * share of the labour force in percent. Flows are summed; of a stock the worsening over the window is taken; of a rate
 * in percent the worsening in points, which is a share of the labour force already. A cumulative-in-year series is
 * refused: neither its sum nor its change over a window is a number of persons once a January stands in it.
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
  refuses: (_params, { kind }) => (kind === 'cumulative' ? T.cumulative : null),
  minHistory: (params, { kind }) => Number(params.periods) + (kind === 'flow' ? 0 : 1),
  reads: (params, { kind }) => (kind === 'flow' ? lags(0, Number(params.periods)) : [0, Number(params.periods)]),
  blocks: (params) => Number(params.periods),
  readsTarget: false,
  countsOn: false,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign, kind, labourForce }, params, { statistic, expected }, scratch) {
    const periods = params.periods as number;
    const share = params.as === 'share';
    if (kind === 'cumulative') scratch.a.fill(NaN);
    else if (kind === 'flow') rollingSum(values, offset, count, periods, scratch.a);
    else {
      for (let t = 0; t < count; t++) {
        scratch.a[t] = t >= periods ? values[offset + t]! - values[offset + t - periods]! : NaN;
      }
    }
    // A rate's points are percent of the labour force; a count becomes percent, or stays a count.
    const factor = kind === 'rate' ? (share ? 1 : labourForce / 100) : share ? 100 / labourForce : 1;
    for (let t = 0; t < count; t++) {
      statistic[t] = sign * factor * scratch.a[t]!;
      expected[t] = NaN;
    }
  },
};
