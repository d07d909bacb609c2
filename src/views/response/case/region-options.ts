import type { RegionTree } from '../../../base/regions';
import type { Lang } from '../../../base/text';

/** Every region for a native list, in tree order, those below a league set in under it. */
export function regionOptions(
  tree: RegionTree,
  lang: Lang,
): readonly { readonly value: string; readonly label: string }[] {
  const options: { value: string; label: string }[] = [];
  const add = (index: number, depth: number): void => {
    const region = tree.regions[index]!;
    options.push({ value: region.code, label: `${'\u3000'.repeat(depth)}${region.name[lang]}` });
    for (const child of tree.children[index]!) add(child, depth + 1);
  };
  tree.regions.forEach((region, index) => {
    if (region.parent < 0) add(index, 0);
  });
  return options;
}
