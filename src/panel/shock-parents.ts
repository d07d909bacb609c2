import type { Column, Panel } from './panel';
import type { ShockDraft } from './shock-draft';

/**
 * Moves the own figures of regions above the changed ones, leaves first: by the sum of the children's changes, or by
 * their mean weighted as the indicator's parents are. A region without a figure of its own hands on what it would have.
 *
 * @returns regions whose own figure could not be moved and stays as reported
 */
export function moveParents(
  panel: Panel,
  draft: ShockDraft,
  columnOf: (indicatorId: string) => Column | undefined,
): number[] {
  const { tree, count } = panel;
  const { before, values, touched } = draft;
  const rule = draft.indicator.aggregation;
  const weightColumn = rule.by === 'weighted-mean' ? columnOf(rule.weight) : undefined;
  const weightAt = (region: number, t: number): number => {
    if (rule.by === 'sum') return 1;
    const own = weightColumn?.values[region * count + t];
    return own !== undefined && own === own ? own : tree.regions[region]!.labourForce;
  };
  const left: number[] = [];
  /** Regions that changed, or hand on a change. */
  const moved = touched.slice();
  const handedOn = new Map<number, Float64Array>();
  const changeOf = (region: number, t: number): number => {
    const cell = region * count + t;
    if (before[cell] === before[cell]) return values[cell]! - before[cell]!;
    return handedOn.get(region)?.[t] ?? 0;
  };
  const isThere = (region: number, t: number): boolean =>
    before[region * count + t] === before[region * count + t] || tree.children[region]!.some((c) => isThere(c, t));

  for (let p = tree.regions.length - 1; p >= 0; p--) {
    const children = tree.children[p]!;
    if (touched[p] === 1 || !children.some((c) => moved[c] === 1)) continue;
    moved[p] = 1;
    const onward = new Float64Array(count);
    let stays = false;
    for (let t = 0; t < count; t++) {
      const own = before[p * count + t]!;
      if (!children.some((c) => changeOf(c, t) !== 0)) continue;
      const change = rule.by === 'sum' || rule.by === 'weighted-mean' ? meanChange(children, t) : NaN;
      if (change === change) {
        if (own === own) draft.put(p, t, own + change);
        else onward[t] = change;
      } else if (own === own) stays = true;
    }
    handedOn.set(p, onward);
    if (stays) left.push(p);
  }
  return left;

  function meanChange(children: readonly number[], t: number): number {
    let sum = 0;
    let weights = 0;
    for (const c of children) {
      if (!isThere(c, t)) continue;
      const weight = weightAt(c, t);
      if (!(weight > 0)) continue;
      sum += weight * changeOf(c, t);
      weights += weight;
    }
    if (rule.by === 'sum') return sum;
    return weights > 0 ? sum / weights : NaN;
  }
}
