import { madOfBuffer, medianOfBuffer } from '../../stats/robust';
import type { CheckContext } from './check';
import { isLogarithmic, isThere } from './series';
import { peersWhy } from './text';

interface PeersParams {
  readonly k: number;
  readonly minLog: number;
  readonly minPeers: number;
}

/**
 * Where a series has no history of its own, a figure is held against those of the regions of the same level in the
 * same period: its change from the period before where there is one, else its size per head of the labour force.
 */
export function checkPeers({ panel, columns, expected, collect }: CheckContext, params: PeersParams): void {
  const { count, tree } = panel;
  const depths = Math.max(0, ...tree.depth) + 1;
  const layers = Array.from({ length: depths }, (_, d) =>
    tree.regions.flatMap((_region, r) => (tree.depth[r] === d ? [r] : [])),
  );
  const buffer = new Float64Array(tree.regions.length);
  const x = new Float64Array(tree.regions.length);
  for (const column of columns) {
    const { indicator, values } = column;
    if (!isLogarithmic(indicator)) continue;
    const judged = expected.get(indicator.id)?.judged;
    const shift = 10 ** -indicator.decimals / 2;
    const perHead = indicator.aggregation.by === 'sum';
    /** Holds `told` of the layer against all of it; the number of new values that were judged. */
    const judge = (
      layer: readonly number[],
      told: readonly number[],
      t: number,
      baseOf: (region: number) => number,
      change: boolean,
    ): number => {
      let n = 0;
      for (const r of layer) {
        const cell = r * count + t;
        const base = baseOf(r);
        x[r] = NaN;
        if (!isThere(column, cell) || values[cell]! < 0 || !(base > 0)) continue;
        x[r] = Math.log((values[cell]! + shift) / base);
        buffer[n++] = x[r]!;
      }
      if (n < params.minPeers) return 0;
      const middle = medianOfBuffer(buffer, n);
      const limit = Math.max(params.minLog, params.k * madOfBuffer(buffer, n, middle));
      let judgedNow = 0;
      for (const r of told) {
        const cell = r * count + t;
        if (x[r] !== x[r] || judged?.[cell] === 1) continue;
        if (collect.isNew(column, cell)) judgedNow++;
        const d = x[r]! - middle;
        if (Math.abs(d) <= limit) continue;
        const v = values[cell]!;
        const back = (by: number): number => Math.max(0, (v + shift) * Math.exp(by) - shift);
        const [low, high] = [back(-d - limit), back(-d + limit)];
        collect.add('peers', column, { cell, low, high, why: () => peersWhy(indicator, v, low, high, n, change) });
      }
      return judgedNow;
    };
    let checked = 0;
    for (const layer of layers) {
      if (layer.length < params.minPeers) continue;
      for (let t = 0; t < count; t++) {
        const open = layer.some((r) => isThere(column, r * count + t) && judged?.[r * count + t] !== 1);
        if (!open) continue;
        const changes = indicator.kind !== 'cumulative' && t > 0;
        // First those whose period before is there, by the change since then; the others by their size.
        let rest = layer;
        if (changes && enough(layer, (r) => values[r * count + t - 1]!, params)) {
          const [moved, fresh] = split(layer, (r) => values[r * count + t - 1]! >= 0);
          checked += judge(layer, moved, t, (r) => values[r * count + t - 1]! + shift, true);
          rest = fresh;
        }
        checked += judge(layer, rest, t, (r) => (perHead ? tree.regions[r]!.labourForce : 1), false);
      }
    }
    collect.checked('peers', checked);
  }
}

function split(regions: readonly number[], is: (region: number) => boolean): [number[], number[]] {
  const [yes, no]: [number[], number[]] = [[], []];
  for (const r of regions) (is(r) ? yes : no).push(r);
  return [yes, no];
}

function enough(layer: readonly number[], valueOf: (region: number) => number, { minPeers }: PeersParams): boolean {
  let n = 0;
  for (const r of layer) if (valueOf(r) > 0) n++;
  return n >= minPeers;
}
