import { rollingMean, rollingMinBefore } from '../stats/rolling';
import { type Detector, lags } from './detector';
import { otherOf, OTHER_PARAMS } from './other-series';

/**
 * Two-sided rule of unemployment and vacancies: x(t) = min(rise of the series from its best, worsening of the other
 * from its best). Each side is M(t) − min(M(t−1) … M(t−lookback)) of its 3-month mean M, turned so that larger is worse,
 * as the Sahm rule has it: with a rise on one side alone x stays small, so that neither a flood of seekers nor a pause in
 * hiring gives an alarm by itself. `otherAs`: the other side in its own unit, or, of counts, in percent of the labour
 * force, so that both sides are in points. `expected` is the best mean of the series itself.
 * Source: P. Michaillat, E. Saez, "Has the Recession Started?", Oxf. Bull. Econ. Stat. 87 (2025); they let the present
 * mean stand in the minimum, which makes no difference above 0. Their line: 0.29 points (a recession may have begun).
 */
export const michezDetector: Detector = {
  kind: 'michez',
  name: { zh: '双边规则（失业升、岗位降）', en: 'Two-sided rule (unemployment and vacancies)' },
  definition: {
    zh: '失业自低点的升幅与岗位自高点的降幅，取两者较小者（米夏亚、赛斯 2025）；公开触发线 0.29 个百分点',
    en: 'The smaller of the rise of unemployment from its low and the fall of vacancies from their high (Michaillat, Saez 2025); published line 0.29 points',
  },
  params: {
    ...OTHER_PARAMS,
    otherAs: { type: 'option', default: 'unit', options: ['unit', 'labour-force'] },
    meanPeriods: { type: 'integer', default: 3, min: 1, max: 24 },
    lookback: { type: 'integer', default: 12, min: 1, max: 120 },
  },
  unit: (_params, kind) => (kind === 'rate' ? 'points' : 'unit'),
  refuses: () => null,
  minHistory: (params) => Number(params.meanPeriods) + Number(params.lookback),
  reads: (params) => lags(0, Number(params.meanPeriods) + Number(params.lookback)),
  readsTarget: false,
  other: {
    of: otherOf,
    reads: (params) => lags(0, Number(params.meanPeriods) + Number(params.lookback)),
  },
  countsOn: false,
  signed: false,
  publishedBound: 0.29,
  publishedDecimals: null,
  run(input, params, { statistic, expected }, scratch) {
    const { values, offset, count, sign, against, labourForce } = input;
    if (!against) {
      statistic.fill(NaN, 0, count);
      expected.fill(NaN, 0, count);
      return;
    }
    const size = params.meanPeriods as number;
    const lookback = params.lookback as number;
    const factor = params.otherAs === 'labour-force' ? 100 / labourForce : 1;
    const { a: mean, b: best } = scratch;
    const worsening = (of: Float64Array, from: number, turn: number): void => {
      rollingMean(of, from, count, size, mean);
      if (turn < 0) for (let t = 0; t < count; t++) mean[t] = -mean[t]!;
      rollingMinBefore(mean, 0, count, lookback, best);
    };
    worsening(against.values, against.offset, against.sign);
    for (let t = 0; t < count; t++) statistic[t] = factor * (mean[t]! - best[t]!);
    worsening(values, offset, sign);
    for (let t = 0; t < count; t++) {
      statistic[t] = Math.min(mean[t]! - best[t]!, statistic[t]!);
      expected[t] = sign * best[t]!;
    }
  },
};
