import type { RegionTree } from '../../base/regions';

/** The regions that the overview sets side by side, as indices into the tree. */
export interface Watch {
  /** The region over all of them; null in a forest. */
  readonly whole: number | null;
  /** The parts: regions right below the whole, or the roots of a forest. */
  readonly parts: readonly number[];
  /** Regions further down that are by custom reported beside the parts (满洲里, 二连浩特). */
  readonly promoted: readonly number[];
  /** The ends of the tree, when they lie below the parts; empty otherwise. */
  readonly ends: readonly number[];
}

export function watchOf(tree: RegionTree): Watch {
  const root = tree.roots.length === 1 ? tree.roots[0]! : null;
  const below = root === null ? [] : tree.children[root]!;
  const parts = below.length > 0 ? below : tree.roots;
  const known = new Set(parts);
  const all = tree.regions.map((_, i) => i);
  return {
    whole: below.length > 0 ? root : null,
    parts,
    promoted: all.filter((i) => tree.regions[i]!.promoted && !known.has(i)),
    ends: all.filter((i) => tree.children[i]!.length === 0 && !known.has(i) && i !== root),
  };
}

export type Listing = 'parts' | 'ends';

/** The rows of the ranked table: parts, with the promoted ones when asked, or the ends of the tree. */
export function listedRegions(watch: Watch, listing: Listing, withPromoted: boolean): readonly number[] {
  if (listing === 'ends' && watch.ends.length > 0) return watch.ends;
  return withPromoted ? [...watch.parts, ...watch.promoted] : watch.parts;
}
