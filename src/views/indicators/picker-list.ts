import { FAMILIES, type Family, type Indicator } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import type { AssessmentView } from '../../platform/engine-api';

/** Indicators of the data by family, those whose names hold the words; families without any are left out. */
export function indicatorGroups(
  view: Pick<AssessmentView, 'catalogue' | 'indicators'>,
  search: string,
): readonly { readonly family: Family; readonly indicators: readonly Indicator[] }[] {
  const there = view.indicators.flatMap((id) => view.catalogue.byId.get(id) ?? []);
  const fits = there.filter((i) => matches(search, [i.name.zh, i.name.en, i.short.zh, i.short.en]));
  return FAMILIES.map((family) => ({ family, indicators: fits.filter((i) => i.family === family) })).filter(
    (group) => group.indicators.length > 0,
  );
}

export interface RegionItem {
  readonly index: number;
  readonly code: string;
  /** Steps in from the left edge. */
  readonly indent: number;
  readonly children: number;
  readonly open: boolean;
  /** Names above it, for a found region that stands alone. */
  readonly path: readonly number[];
}

/**
 * Lines of the region list. Without a search: the tree, as far as it is opened; the first rank is always in view.
 * With one: every region whose name holds the words, flat, with the names above it.
 */
export function regionItems(tree: RegionTree, search: string, open: ReadonlySet<string>): readonly RegionItem[] {
  if (search.trim() !== '') {
    return tree.regions.flatMap((region, index) =>
      matches(search, [region.name.zh, region.name.en, region.code])
        ? [{ index, code: region.code, indent: 0, children: 0, open: false, path: pathOf(tree, index) }]
        : [],
    );
  }
  const items: RegionItem[] = [];
  const add = (index: number, indent: number): void => {
    const region = tree.regions[index]!;
    const children = tree.children[index]!;
    const root = region.parent < 0 && tree.roots.length === 1;
    const isOpen = root || open.has(region.code);
    items.push({ index, code: region.code, indent, children: root ? 0 : children.length, open: isOpen, path: [] });
    if (isOpen) for (const child of children) add(child, indent + (root ? 0 : 1));
  };
  for (const root of tree.roots) add(root, 0);
  return items;
}

/** Regions above it, nearest first, without a single root that all have. */
function pathOf(tree: RegionTree, index: number): readonly number[] {
  const path: number[] = [];
  for (let at = tree.regions[index]!.parent; at >= 0; at = tree.regions[at]!.parent) {
    if (tree.regions[at]!.parent >= 0 || tree.roots.length > 1) path.push(at);
  }
  return path;
}

/** Every word of the search somewhere in one of the names; width, case and blanks do not count. */
function matches(search: string, names: readonly string[]): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
  const words = plain(search)
    .split(/\s+/)
    .filter((w) => w !== '');
  return names.some((name) => words.every((word) => plain(name).includes(word)));
}

/** The list with one put in at the end, or taken out. */
export function toggled(list: readonly string[], id: string, on: boolean): readonly string[] {
  return on ? (list.includes(id) ? list : [...list, id]) : list.filter((other) => other !== id);
}

/** The list with several put in or taken out; the order of what stays is kept. */
export function toggledAll(list: readonly string[], ids: readonly string[], on: boolean): readonly string[] {
  return on ? [...new Set([...list, ...ids])] : list.filter((other) => !ids.includes(other));
}
