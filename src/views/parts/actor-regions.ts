import type { RegionTree } from '../../base/regions';
import { layerOf } from '../../response/actor';
import type { Layer } from '../../response/plan';

/** A region that an office of a layer can have, under the one above it; codes. */
export interface OfficeGroup {
  /** Null for those at the top. */
  readonly under: string | null;
  readonly regions: readonly string[];
}

/** Regions with an office of a layer, in the order of the tree, under the region above them. Empty where the tree has none. */
export function officesOf(tree: RegionTree, layer: Layer): readonly OfficeGroup[] {
  const groups = new Map<number, string[]>();
  tree.regions.forEach((region, i) => {
    if (layerOf(tree.depth[i]!) !== layer) return;
    const group = groups.get(region.parent);
    if (group) group.push(region.code);
    else groups.set(region.parent, [region.code]);
  });
  return [...groups].map(([parent, regions]) => ({
    under: parent < 0 ? null : tree.regions[parent]!.code,
    regions,
  }));
}

/** The office that is meant where a layer has one alone; otherwise the one given, if it is of the layer. */
export function officeFor(tree: RegionTree, layer: Layer, given: string): string {
  const all = officesOf(tree, layer).flatMap(({ regions }) => regions);
  if (all.length === 1) return all[0]!;
  return all.includes(given) ? given : '';
}
