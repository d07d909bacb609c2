import { memo } from 'react';
import type { Lang } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import { useT } from '../parts/use-text';
import { REGION_TEXT } from './text';

interface RegionPickerProps {
  readonly view: AssessmentView;
  readonly lang: Lang;
  readonly code: string | null;
  readonly onChoose: (code: string) => void;
}

/** All regions of the tree in one native list; the ends of a deeper tree under the name of what they belong to. */
export const RegionPicker = memo(function RegionPicker({ view, lang, code, onChoose }: RegionPickerProps) {
  const t = useT(REGION_TEXT);
  const { tree } = view;
  const option = (region: number) => (
    <option key={tree.regions[region]!.code} value={tree.regions[region]!.code}>
      {tree.regions[region]!.name[lang]}
    </option>
  );
  const groups = tree.regions.flatMap((_, i) => (tree.depth[i]! >= 1 && tree.children[i]!.length > 0 ? [i] : []));
  const grouped = new Set(groups.flatMap((g) => tree.children[g]!));
  return (
    <label className="field">
      <span className="field-label">{t('choose')}</span>
      <select className="select" value={code ?? ''} onChange={(e) => onChoose(e.target.value)}>
        {code === null && <option value="">—</option>}
        {tree.regions.flatMap((_, i) => (grouped.has(i) ? [] : [option(i)]))}
        {groups.map((g) => (
          <optgroup key={tree.regions[g]!.code} label={tree.regions[g]!.name[lang]}>
            {tree.children[g]!.map(option)}
          </optgroup>
        ))}
      </select>
    </label>
  );
});
