import type { Detector } from './detector';

/** Class of a z-score, 1–5: average is 3, cut at half a standard deviation and at one. */
export function classOf(z: number): number {
  if (z > 1) return 5;
  if (z > 0.5) return 4;
  if (z >= -0.5) return 3;
  return z >= -1 ? 2 : 1;
}

/**
 * Level × change board: the region among the areas of its rank. Its value and its change over `lag` periods are each
 * turned into a z-score (population standard deviation over the areas), larger = worse, and into a class 1–5 with cuts at
 * ±0.5 and ±1; x(t) is how far both classes lie from the average: (class of the level − 3) + (class of the change − 3), −4
 * to 4. So a high rate that falls fast and an average one that is rising stand apart from a high one that still rises.
 * Fewer than three areas with a value say nothing; areas that are all alike are all average. `expected`: the areas' mean.
 * Source: the level-and-change method of the European Commission's scoreboard of employment and social indicators (Joint
 * Employment Report), with the five classes of each axis; the sum of the two is ours.
 */
export const scoreboardDetector: Detector = {
  kind: 'scoreboard',
  name: { zh: '水平×变化记分板', en: 'Level × change scoreboard' },
  definition: {
    zh: '与同级地区相比，水平与变化各分五档（±0.5、±1 个标准差），两档偏离之和',
    en: 'Five classes each of level and change among the areas of the same rank (cuts at ±0.5 and ±1 SD), both added up',
  },
  params: { lag: { type: 'integer', default: 12, min: 1, max: 120 } },
  unit: () => 'score',
  refuses: () => null,
  minHistory: (params) => Number(params.lag) + 1,
  reads: (params) => [0, Number(params.lag)],
  readsTarget: false,
  readsPeers: true,
  countsOn: false,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign, peers }, params, { statistic, expected }) {
    const lag = params.lag as number;
    const level = peers?.(0);
    const change = peers?.(lag);
    for (let t = 0; t < count; t++) {
      statistic[t] = expected[t] = NaN;
      if (!level || !change || t < lag) continue;
      const value = values[offset + t]!;
      const high = zOf(value, level.means[t]!, level.deviations[t]!);
      const rising = zOf(value - values[offset + t - lag]!, change.means[t]!, change.deviations[t]!);
      const sum = high + rising;
      if (sum !== sum) continue;
      statistic[t] = classOf(sign * high) + classOf(sign * rising) - 6;
      expected[t] = level.means[t]!;
    }
  },
};

/** Areas without spread are all average; what stays of it in binary is no spread. */
function zOf(value: number, mean: number, deviation: number): number {
  if (deviation <= 1e-12 * Math.abs(mean)) return value === value ? 0 : NaN;
  return (value - mean) / deviation;
}
