import type { Detector } from './detector';

/** x(t) = d·v(t), in the indicator's unit. */
export const levelDetector: Detector = {
  kind: 'level',
  name: { zh: '水平值', en: 'Level' },
  definition: {
    zh: '指标当期值本身，按不利方向取号',
    en: 'The value itself, signed so that larger is worse',
  },
  params: {},
  unit: () => 'unit',
  refuses: () => null,
  minHistory: () => 1,
  reads: () => [0],
  blocks: () => 1,
  readsTarget: false,
  countsOn: false,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign }, _params, { statistic, expected }) {
    for (let t = 0; t < count; t++) {
      statistic[t] = sign * values[offset + t]!;
      expected[t] = NaN;
    }
  },
};
