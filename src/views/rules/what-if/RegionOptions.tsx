import { memo } from 'react';
import type { RegionTree } from '../../../base/regions';
import { useLang } from '../../../store/place';

/** Options of a native list: all regions, each group of a deeper tree under the name of what it belongs to. */
export const RegionOptions = memo(function RegionOptions({ tree }: { readonly tree: RegionTree }) {
  const lang = useLang();
  const option = (r: number) => (
    <option key={tree.regions[r]!.code} value={tree.regions[r]!.code}>
      {tree.regions[r]!.name[lang]}
    </option>
  );
  const groups = [...tree.regions.keys()].filter((r) => tree.depth[r]! >= 1 && tree.children[r]!.length > 0);
  const grouped = new Set(groups.flatMap((g) => tree.children[g]!));
  return (
    <>
      {[...tree.regions.keys()].filter((r) => !grouped.has(r)).map(option)}
      {groups.map((g) => (
        <optgroup key={tree.regions[g]!.code} label={tree.regions[g]!.name[lang]}>
          {tree.children[g]!.map(option)}
        </optgroup>
      ))}
    </>
  );
});
