import { FAMILIES, type Family } from '../base/indicators';
import type { Period } from '../base/period';
import type { Graded } from './graded';
import { makeTally, tallyRegion, votersOf } from './tally';

/** Points that each family adds to a composite index. */
export type IndexParts = Readonly<Record<Family, number>>;

/**
 * What each family adds to the composite index of a region: 25 × weight × mean severity, the weights normed over the
 * families that speak; a family that does not adds 0. Counted by the same tally as the grading (grade.ts), then brought
 * to the sum of the index itself, which is kept in single precision.
 *
 * @returns a function of region and period: null where the region has no index, or the period is not in the panel
 */
export function indexPartsOf(graded: Graded): (region: number, period: Period) => IndexParts | null {
  const { panel, levels, signals } = graded;
  const { count, first } = panel;
  const { scheme } = graded.config;
  const all = votersOf(panel, signals, scheme);
  const tally = makeTally(count, scheme);
  let counted = -1;
  return (region, period) => {
    const t = period - first;
    const index = t >= 0 && t < count ? levels.index[region * count + t]! : NaN;
    if (Number.isNaN(index)) return null;
    if (counted !== region) {
      const voters = all.filter((v) => v.signals.started[region]! >= 0);
      tallyRegion(voters, region, count, tally);
      counted = region;
    }
    const shares = FAMILIES.map((family, f) => {
      const speaking = tally.usable[f * count + t]!;
      const severity = speaking === 0 ? 0 : tally.severity[f * count + t]! / speaking;
      return levels.weights[family] * severity;
    });
    const total = shares.reduce((sum, share) => sum + share, 0);
    const scale = total > 0 ? index / total : 0;
    return Object.fromEntries(FAMILIES.map((family, f) => [family, shares[f]! * scale])) as Record<Family, number>;
  };
}
