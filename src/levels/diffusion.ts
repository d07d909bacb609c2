import { INSUFFICIENT } from '../base/level';
import type { RegionTree } from '../base/regions';
import type { Panel } from '../panel/panel';
import { LevelFlag, UNSURE } from './levels';
import type { Scheme } from './scheme';

/** What the children of a region say at one period. */
export interface SpreadCount {
  /** Level that the spread reaches. */
  readonly level: number;
  readonly children: number;
  readonly graded: number;
  /** Children at or above each level, index 1–4. */
  readonly at: readonly number[];
  /** Labour force of those over that of all children, index 1–4; null when some child's is not known. */
  readonly labourForceAt: readonly number[] | null;
}

/**
 * Counts one region's children. Children without a level count in the denominator and not in the numerator: an
 * unknown child never helps to reach a level.
 */
export function countSpread(
  tree: RegionTree,
  region: number,
  levelOf: (child: number) => number,
  scheme: Scheme,
): SpreadCount {
  const children = tree.children[region]!;
  const at = [0, 0, 0, 0, 0];
  const force = [0, 0, 0, 0, 0];
  let graded = 0;
  let total = 0;
  for (const c of children) {
    const level = levelOf(c);
    const size = tree.regions[c]!.labourForce;
    total += size;
    if (level === INSUFFICIENT) continue;
    graded++;
    for (let l = 1; l <= level; l++) {
      at[l]!++;
      force[l]! += size;
    }
  }
  const labourForceAt = total > 0 ? force.map((f) => f / total) : null;
  let reached = 0;
  for (const l of scheme.levels) {
    const spread = scheme.spread[l];
    if (!spread || children.length === 0) continue;
    const enough = at[l]! / children.length >= spread.children;
    if (enough && (!labourForceAt || labourForceAt[l]! >= spread.labourForce)) reached = l;
  }
  return { level: reached, children: children.length, graded, at, labourForceAt };
}

/**
 * The shown level of every region: its own, or what its children give when that is higher. A region whose own signals
 * cannot say "normal" is normal only when enough of its children have a level. Leaves first.
 *
 * `possible` holds the levels that the regions' own signals could give if no value were missing, and is completed by
 * what the children could give. `flags` is completed: those that say "it may be higher" stay where it could be.
 */
export function diffuse(
  panel: Panel,
  own: Uint8Array,
  possible: Uint8Array,
  scheme: Scheme,
  flags: Uint8Array,
): Uint8Array {
  const { tree, count } = panel;
  const level = own.slice();
  // A scheme that draws no line for the children lets them say nothing of their parent, not even that it is normal.
  const heard = scheme.levels.some((l) => scheme.spread[l]);
  const couldBe = (cell: number): number => (level[cell] === INSUFFICIENT ? 4 : possible[cell]!);
  for (let r = tree.regions.length - 1; r >= 0; r--) {
    const children = tree.children[r]!;
    for (let t = 0; t < count; t++) {
      const cell = r * count + t;
      let could = 0;
      if (heard && children.length > 0) {
        const spread = countSpread(tree, r, (c) => level[c * count + t]!, scheme);
        const enough = spread.level > 0 || spread.graded / spread.children >= scheme.minUsable.share;
        if (own[cell] === INSUFFICIENT ? enough : spread.level > own[cell]!) {
          level[cell] = spread.level;
          flags[cell]! |= LevelFlag.diffusion;
        }
        const sure = children.every((c) => couldBe(c * count + t) === level[c * count + t]);
        could = sure ? spread.level : countSpread(tree, r, (c) => couldBe(c * count + t), scheme).level;
      }
      if (possible[cell]! <= level[cell]!) flags[cell]! &= ~UNSURE;
      if (could > level[cell]!) flags[cell]! |= LevelFlag.gap;
      possible[cell] = Math.max(possible[cell]!, could);
    }
  }
  return level;
}
