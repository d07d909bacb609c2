import { INSUFFICIENT } from '../../base/level';
import type { Period } from '../../base/period';
import type { AssessmentView } from '../../platform/engine-api';
import { levelAt } from '../../store/view-select';

/** How many regions stand at each level. */
export interface LevelCounts {
  /** Index = level 0–4. */
  readonly at: readonly [number, number, number, number, number];
  readonly insufficient: number;
}

export function countLevels(view: AssessmentView, regions: readonly number[], period: Period): LevelCounts {
  const at: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let insufficient = 0;
  for (const region of regions) {
    const level = levelAt(view, region, period);
    if (level === null || level === INSUFFICIENT) insufficient++;
    else at[level as 0]++;
  }
  return { at, insufficient };
}

export function atOrAbove(counts: LevelCounts, level: number): number {
  return counts.at.slice(level).reduce((sum, n) => sum + n, 0);
}

/** Share of the regions' labour force that lives at or above a level; null when any labour force is not known. */
export function labourForceAtOrAbove(
  view: AssessmentView,
  regions: readonly number[],
  period: Period,
  level: number,
): number | null {
  let at = 0;
  let all = 0;
  for (const region of regions) {
    const force = view.tree.regions[region]!.labourForce;
    if (!(force > 0)) return null;
    const l = levelAt(view, region, period);
    all += force;
    if (l !== null && l !== INSUFFICIENT && l >= level) at += force;
  }
  return all > 0 ? at / all : null;
}
