import type { PeersOf } from '../detectors/detector';
import type { Column, Panel } from '../panel/panel';

/** Fewer areas than these say nothing of one another. */
const FEWEST = 3;

/**
 * Mean and spread over the areas of the same rank (depth in the region tree), of values or of their changes: computed
 * once for each rank and lag, however many regions ask.
 */
export function peersOf(panel: Panel, column: Column): (region: number) => PeersOf {
  const { tree, count } = panel;
  const known = new Map<string, ReturnType<PeersOf>>();
  return (region) => (lag) => {
    const key = `${tree.depth[region]} ${lag}`;
    let moments = known.get(key);
    if (!moments) {
      const rank = tree.regions.flatMap((_, r) => (tree.depth[r] === tree.depth[region] ? [r] : []));
      moments = momentsOver(rank, column.values, count, lag);
      known.set(key, moments);
    }
    return moments;
  };
}

function momentsOver(regions: readonly number[], values: Float64Array, count: number, lag: number) {
  const means = new Float64Array(count).fill(NaN);
  const deviations = new Float64Array(count).fill(NaN);
  for (let t = lag; t < count; t++) {
    let n = 0;
    let mean = 0;
    let squares = 0;
    for (const r of regions) {
      const cell = r * count + t;
      const x = lag > 0 ? values[cell]! - values[cell - lag]! : values[cell]!;
      if (x !== x) continue;
      n++;
      const step = x - mean;
      mean += step / n;
      squares += step * (x - mean);
    }
    if (n < FEWEST) continue;
    means[t] = mean;
    deviations[t] = Math.sqrt(squares / n);
  }
  return { means, deviations };
}
