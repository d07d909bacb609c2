import type { IndicatorKind } from '../base/indicators';
import { rollingSum } from '../stats/rolling';
import { type Detector, lags } from './detector';

/** Counts of a period add up; of the others only the change over the window is a number of persons. */
function isFlow(kind: IndicatorKind): boolean {
  return kind === 'flow' || kind === 'cumulative';
}

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
  minHistory: (params, kind) => Number(params.periods) + (isFlow(kind) ? 0 : 1),
  reads: (params, kind) => (isFlow(kind) ? lags(0, Number(params.periods)) : [0, Number(params.periods)]),
  countsOn: false,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign, kind, labourForce }, params, { statistic, expected }, scratch) {
    const periods = params.periods as number;
    const share = params.as === 'share';
    if (isFlow(kind)) rollingSum(values, offset, count, periods, scratch.a);
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
