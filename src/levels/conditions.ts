import type { Condition, Scheme } from './scheme';

/** How many families, signals, floor and scale rules stand at or above each level (index 1–4). */
export interface Counts {
  readonly signals: Int32Array;
  readonly families: Int32Array;
  readonly floor: Int32Array;
  readonly scale: Int32Array;
}

export function makeCounts(): Counts {
  return {
    signals: new Int32Array(5),
    families: new Int32Array(5),
    floor: new Int32Array(5),
    scale: new Int32Array(5),
  };
}

export function conditionHolds(condition: Condition, counts: Counts): boolean {
  switch (condition.kind) {
    case 'signals':
      return counts.signals[condition.atLeast]! >= condition.count;
    case 'families':
      return condition.require.every((r) => counts.families[r.atLeast]! >= r.count);
    case 'floor':
      return counts.floor[condition.atLeast]! > 0;
    case 'scale':
      return counts.scale[condition.atLeast]! > 0;
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
