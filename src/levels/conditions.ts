import { WARNING_LEVELS } from '../base/level';
import type { Condition, RulesCondition, Scheme } from './scheme';

/**
 * How many signals, families, floor, scale and named rules stand at or above each level. A count holds all four levels
 * in the bytes of one number (Ⅳ the lowest), so that one more of any level is one addition: `count += upTo(level)`. A
 * rule set has at most 255 rules for that.
 */
export interface Counts {
  signals: number;
  families: number;
  floor: number;
  scale: number;
  /** For each condition that names rules, how many of these. */
  readonly named: Map<Condition, number>;
  /** The light score; NaN where there is none. */
  score: number;
}

/** Counts of nothing. */
export function makeCounts(scheme: Scheme): Counts {
  const named = new Map(rulesConditions(scheme).map((condition) => [condition, 0]));
  return { signals: 0, families: 0, floor: 0, scale: 0, named, score: NaN };
}

/** The conditions of a scheme that name rules, from the lowest level up. */
export function rulesConditions(scheme: Scheme): RulesCondition[] {
  return WARNING_LEVELS.flatMap((l) => scheme.conditions[l].filter((c) => c.kind === 'rules'));
}

const STEPS = [0, 0x1, 0x101, 0x10101, 0x1010101] as const;

/** One of a level, to be added to a count: it stands at or above its own level and all lower ones. */
export function upTo(level: number): number {
  return STEPS[level]!;
}

/** How many stand at or above a level (1–4). */
export function atLevel(count: number, level: number): number {
  return (count >>> (8 * (level - 1))) & 0xff;
}

export function conditionHolds(condition: Condition, counts: Counts): boolean {
  switch (condition.kind) {
    case 'signals':
      return atLevel(counts.signals, condition.atLeast) >= condition.count;
    case 'families':
      for (const { atLeast, count } of condition.require) if (atLevel(counts.families, atLeast) < count) return false;
      return true;
    case 'floor':
      return atLevel(counts.floor, condition.atLeast) > 0;
    case 'scale':
      return atLevel(counts.scale, condition.atLeast) > 0;
    case 'rules':
      return atLevel(counts.named.get(condition) ?? 0, condition.atLeast) >= condition.count;
    case 'score':
      return counts.score <= condition.atMost;
  }
}

/** The highest level with a condition that holds, and that condition; level 0 and null when none does. */
export function levelFrom(scheme: Scheme, counts: Counts): { level: number; condition: Condition | null } {
  for (let i = scheme.levels.length - 1; i >= 0; i--) {
    const level = scheme.levels[i]!;
    for (const condition of scheme.conditions[level]) {
      if (conditionHolds(condition, counts)) return { level, condition };
    }
  }
  return { level: 0, condition: null };
}
