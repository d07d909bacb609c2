import type { Period } from '../../base/period';
import type { Lang } from '../../base/text';
import type { LevelCell } from '../../charts/level-cells';
import type { AssessmentView } from '../../platform/engine-api';
import { shortName } from '../../base/region-names';
import { indexAt, levelAt } from '../../store/view-select';

/** Regions as cells of a map of levels. */
export function levelCells(
  view: AssessmentView,
  regions: readonly number[],
  period: Period,
  lang: Lang,
  staged: boolean,
): readonly LevelCell[] {
  return regions.map((region) => {
    const { code, name, parent } = view.tree.regions[region]!;
    return {
      code,
      name: name[lang],
      short: shortName(view.tree.regions[region]!)[lang],
      level: levelAt(view, region, period)!,
      index: indexAt(view, region, period),
      ...(staged && parent >= 0 ? { parent: view.tree.regions[parent]!.name[lang] } : {}),
    };
  });
}
