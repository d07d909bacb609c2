import { levelRank } from '../../base/level';
import type { RegionTree } from '../../base/regions';
import type { Graded } from '../../levels/graded';
import type { Period } from '../../base/period';

/** At most so many parts are told in full; a default of ours, more than the provinces of any country that we know. */
export const MOST_PARTS = 60;

/** The regions of a briefing, as indices into the tree. */
export interface BriefingRegions {
  /** Null in a forest. */
  readonly whole: number | null;
  /** In the order of the tree; `rest`: those beyond `MOST_PARTS`. */
  readonly parts: readonly number[];
  readonly rest: readonly number[];
  /** The ends of the tree that lie below the parts, with the part that each of them lies in. */
  readonly ends: readonly { readonly region: number; readonly part: number }[];
}

/**
 * The region asked for, those right below it and the ends of the tree; of a forest its roots and what is below them. Where
 * there are too many parts, those stay that are at the highest level, of equal ones those of the highest index.
 * @throws when the region is not in the tree
 */
export function briefingRegions(graded: Graded, regionCode: string | null, period: Period): BriefingRegions {
  const { tree } = graded.panel;
  const whole = wholeOf(tree, regionCode);
  const all = whole === null ? tree.roots : tree.children[whole]!;
  const told = new Set(all.length > MOST_PARTS ? worst(graded, all, period) : all);
  return {
    whole,
    parts: all.filter((r) => told.has(r)),
    rest: all.filter((r) => !told.has(r)),
    ends: all.flatMap((part) =>
      tree.children[part]!.length === 0 ? [] : endsBelow(tree, part).map((region) => ({ region, part })),
    ),
  };
}

function wholeOf(tree: RegionTree, regionCode: string | null): number | null {
  if (regionCode === null) return tree.roots.length === 1 ? tree.roots[0]! : null;
  const region = tree.indexOf.get(regionCode);
  if (region === undefined) throw new RangeError(`region ${regionCode} is not in the tree`);
  return region;
}

function worst({ panel, levels }: Graded, regions: readonly number[], period: Period): readonly number[] {
  const cell = (r: number): number => r * panel.count + period - panel.first;
  const index = (r: number): number => (Number.isNaN(levels.index[cell(r)]!) ? -1 : levels.index[cell(r)]!);
  return regions
    .toSorted(
      (a, b) => levelRank(levels.level[cell(b)]!) - levelRank(levels.level[cell(a)]!) || index(b) - index(a) || a - b,
    )
    .slice(0, MOST_PARTS);
}

/** Regions without any below them, in the order of the tree. */
function endsBelow({ children }: RegionTree, region: number): number[] {
  const below = children[region]!;
  return below.length === 0 ? [region] : below.flatMap((child) => endsBelow({ children } as RegionTree, child));
}
