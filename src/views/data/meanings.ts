import { FAMILY_NAMES, FAMILIES, type IndicatorCatalogue } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import type { Lang } from '../../base/text';
import { unitOf, UNITS, unitShort } from '../../base/units';

interface Option {
  readonly value: string;
  readonly label: string;
}
export interface OptionGroup {
  readonly name: string;
  readonly options: readonly Option[];
}

/** Indicators to choose from, by family; the likely ones stand first. */
export function indicatorGroups(
  catalogue: IndicatorCatalogue,
  candidates: readonly string[],
  likely: string,
  lang: Lang,
): OptionGroup[] {
  const option = (id: string): Option[] => {
    const indicator = catalogue.byId.get(id);
    if (!indicator) return [];
    return [{ value: id, label: `${indicator.name[lang]} (${unitShort(indicator.unit)[lang]})` }];
  };
  return [
    { name: likely, options: candidates.flatMap(option) },
    ...FAMILIES.map((family) => ({
      name: FAMILY_NAMES[family][lang],
      options: catalogue.indicators
        .filter((i) => i.family === family && !candidates.includes(i.id))
        .flatMap((i) => option(i.id)),
    })),
  ];
}

/** Regions to choose from, in the order of the tree with their depth shown; the likely ones stand first. */
export function regionGroups(
  tree: RegionTree,
  candidates: readonly string[],
  likely: string,
  all: string,
  lang: Lang,
): OptionGroup[] {
  const option = (k: number): Option => {
    const region = tree.regions[k]!;
    const above = tree.regions[region.parent];
    // What stands right below the root needs no telling apart.
    const parent = above && above.parent >= 0 ? ` · ${above.name[lang]}` : '';
    return { value: region.code, label: `${region.name[lang]}${parent} (${region.code})` };
  };
  return [
    { name: likely, options: candidates.flatMap((code) => tree.indexOf.get(code) ?? []).map(option) },
    { name: all, options: tree.regions.flatMap((r, k) => (candidates.includes(r.code) ? [] : [option(k)])) },
  ];
}

/** Units that figures of an indicator may be in: those of its dimension; all when it is not known. */
export function unitOptions(indicatorUnit: string | undefined, lang: Lang): Option[] {
  const dimension = indicatorUnit === undefined ? undefined : unitOf(indicatorUnit)?.dimension;
  return UNITS.filter((u) => dimension === undefined || u.dimension === dimension).map((u) => ({
    value: u.id,
    label: u.name[lang],
  }));
}
