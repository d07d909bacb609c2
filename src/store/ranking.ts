import { levelRank } from '../base/level';
import type { Period } from '../base/period';
import type { Text } from '../base/text';
import { LevelFlag } from '../levels/levels';
import type { AssessmentView } from '../platform/engine-api';
import { shortName } from '../base/region-names';
import { cellAt, indexAt, levelAt, windowOf } from './view-select';
import { driversOf, insufficientRules, type Driver } from './drivers';

export type Flag = keyof typeof LevelFlag;

/** One region in the ranked table. */
export interface RankedRegion {
  readonly region: number;
  readonly code: string;
  readonly name: Text;
  readonly short: Text;
  /** Region above, for the ends of the tree. */
  readonly parent: Text | null;
  readonly traits: readonly string[];
  readonly level: number;
  /** Null in the first period. */
  readonly levelBefore: number | null;
  /** Composite index 0–100; NaN where insufficient. */
  readonly index: number;
  /** Index now less index a period before; NaN when either is absent. */
  readonly change: number;
  /** Index of the last two years; NaN = gap. */
  readonly course: Float32Array;
  readonly drivers: readonly Driver[];
  readonly insufficient: number;
  readonly flags: readonly Flag[];
}

const FLAG_NAMES = Object.keys(LevelFlag) as readonly Flag[];

export function flagsAt(view: AssessmentView, region: number, period: Period): readonly Flag[] {
  const bits = view.levels.flags[cellAt(view, region, period)]!;
  return FLAG_NAMES.filter((name) => (bits & LevelFlag[name]) !== 0);
}

/** Regions by level, then by index, worst first; insufficient last. */
export function rankRegions(
  view: AssessmentView,
  regions: readonly number[],
  period: Period,
  coursePeriods = 24,
): readonly RankedRegion[] {
  return regions
    .map((region): RankedRegion => {
      const { code, name, traits, parent } = view.tree.regions[region]!;
      const index = indexAt(view, region, period);
      return {
        region,
        code,
        name,
        short: shortName(view.tree.regions[region]!),
        parent: parent >= 0 ? view.tree.regions[parent]!.name : null,
        traits,
        level: levelAt(view, region, period)!,
        levelBefore: levelAt(view, region, period - 1),
        index,
        change: index - indexAt(view, region, period - 1),
        course: windowOf(view, view.levels.index, region, period, coursePeriods),
        drivers: driversOf(view, region, period),
        insufficient: insufficientRules(view, region, period),
        flags: flagsAt(view, region, period),
      };
    })
    .sort((a, b) => levelRank(b.level) - levelRank(a.level) || (b.index || 0) - (a.index || 0) || a.region - b.region);
}

/** Common scale of the small lines: from zero to the highest index in sight. */
export function courseRange(rows: readonly RankedRegion[]): readonly [number, number] {
  let high = 1;
  for (const { course } of rows) for (const v of course) if (v > high) high = v;
  return [0, high];
}
