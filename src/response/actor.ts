import type { RegionTree } from '../base/regions';
import { LAYERS, type Layer } from './plan';

/**
 * Who acts: an office (its layer and its region) and a person as they call themselves. A role is chosen, not
 * authenticated; whoever must be sure who sat at the desk needs the locks of the house, and the screen says so.
 */
export interface Actor {
  readonly role: Layer;
  /** Code of the office's own region: a county for `county`, a league or city for `league`, the top for `region`. */
  readonly regionCode: string;
  readonly name: string;
}

/** Layer of a region by its place in the tree: the top is the autonomous region, below it leagues, then counties. */
export function layerOf(depth: number): Layer {
  return LAYERS[Math.max(0, LAYERS.length - 1 - depth)]!;
}

/** Does a region lie within the area of an office? A region is within itself; the top office covers all. */
export function covers(tree: RegionTree, actor: Actor, regionCode: string): boolean {
  if (actor.role === 'region') return tree.indexOf.has(regionCode);
  const office = tree.indexOf.get(actor.regionCode);
  let at = tree.indexOf.get(regionCode) ?? -1;
  while (at >= 0 && at !== office) at = tree.regions[at]!.parent;
  return at >= 0 && office !== undefined;
}
