import type { RegionTree } from '../base/regions';
import type { Rule, RuleSet } from './rule';

/** Thresholds of a rule as numbers, index 1–4 for Ⅳ–Ⅰ; NaN where absent. Index 0 is unused. */
export function thresholdArray(rule: Rule, factor: number): Float64Array {
  const { blue = NaN, yellow = NaN, orange = NaN, red = NaN } = rule.thresholds;
  return Float64Array.of(NaN, blue * factor, yellow * factor, orange * factor, red * factor);
}

/**
 * Noise guard: sampling error falls with the square root of the size, so below the reference size the thresholds
 * grow with √(reference / labour force), up to `maxFactor`. 1 when the rule has no guard or the size is not known.
 */
export function guardFactor(rule: Rule, labourForce: number): number {
  if (!rule.guard || !(labourForce > 0)) return 1;
  const factor = Math.sqrt(rule.guard.referenceLabourForce / labourForce);
  return Math.min(Math.max(factor, 1), rule.guard.maxFactor);
}

/** The thresholds of areas by their labour force, in one array that is lent from call to call. */
export function guardedThresholds(rule: Rule): (labourForce: number) => Float64Array {
  const plain = thresholdArray(rule, 1);
  const lent = plain.slice();
  return (labourForce) => {
    const factor = guardFactor(rule, labourForce);
    for (let level = 1; level <= 4; level++) lent[level] = plain[level]! * factor;
    return lent;
  };
}

/** Large or small: by the labour force where it is known, else by place: the top of the tree and what is right below it. */
export function isLarge(tree: RegionTree, region: number, ruleSet: RuleSet): boolean {
  const { labourForce } = tree.regions[region]!;
  return labourForce > 0 ? labourForce >= ruleSet.largeFrom : tree.depth[region]! <= 1;
}

/** Whether a rule speaks of a region: by its size against `appliesTo` and the guard's minimum; an unknown size is not too small. */
export function ruleApplies(rule: Rule, tree: RegionTree, region: number, ruleSet: RuleSet): boolean {
  const { minLabourForce } = rule.guard ?? {};
  if (minLabourForce !== undefined && tree.regions[region]!.labourForce < minLabourForce) return false;
  if (rule.appliesTo === 'all') return true;
  return isLarge(tree, region, ruleSet) === (rule.appliesTo === 'large');
}

/** Highest level whose threshold the statistic reaches; thresholds of higher levels imply the lower ones. */
export function reachedLevel(statistic: number, thresholds: Float64Array): number {
  for (let level = 4; level >= 1; level--) if (statistic >= thresholds[level]!) return level;
  return 0;
}

/**
 * Severity in [0, 4] for ranking: whole at the thresholds, linear between them, and below the lowest one linear down
 * to 0 over the distance of one level above it (over the threshold itself when it stands alone).
 */
export function severityOf(statistic: number, thresholds: Float64Array): number {
  let below = -1;
  let above = -1;
  for (let level = 1; level <= 4; level++) {
    const line = thresholds[level]!;
    if (line !== line) continue;
    if (statistic >= line) below = level;
    else if (above < 0) above = level;
  }
  if (above < 0) return below < 0 ? 0 : below;
  const upper = thresholds[above]!;
  if (below > 0) {
    const lower = thresholds[below]!;
    return below + ((statistic - lower) / (upper - lower)) * (above - below);
  }
  return severityBelow(statistic, above, upper, stepBelow(thresholds));
}

/** Severity under the lowest threshold: `line` at `level`, with the step of `stepBelow`. */
export function severityBelow(statistic: number, level: number, line: number, step: number): number {
  return statistic <= line - step ? 0 : Math.max(0, level * (1 - (line - statistic) / step));
}

/** How far below the lowest threshold severity is 0; 0 without thresholds, and for a lone one at 0. */
export function stepBelow(thresholds: Float64Array): number {
  let lowest = -1;
  for (let level = 1; level <= 4; level++) {
    const line = thresholds[level]!;
    if (line !== line) continue;
    if (lowest > 0) return (line - thresholds[lowest]!) / (level - lowest);
    lowest = level;
  }
  return lowest > 0 ? Math.abs(thresholds[lowest]!) : 0;
}

const SCALES = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;

/** Rounds half up at 0–6 decimals, with a guard against binary dust (0.4999999999 that stands for 0.50). */
export function roundStatistic(value: number, decimals: number): number {
  const scale = SCALES[decimals]!;
  return Math.floor(value * scale + 0.5 + 1e-7) / scale;
}
