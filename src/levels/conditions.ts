import type { Condition, Scheme } from './scheme';

/**
 * How many signals, families, floor and scale rules stand at or above each level. A count holds all four levels in the
 * bytes of one number (Ⅳ the lowest), so that one more of any level is one addition: `count += upTo(level)`. A rule
 * set has at most 255 rules for that.
 */
export interface Counts {
  signals: number;
  families: number;
  floor: number;
  scale: number;
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
