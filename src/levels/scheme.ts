import type { Family } from '../base/indicators';
import type { Level, WarningLevel } from '../base/level';
import type { Text } from '../base/text';

/**
 * One way for a region to reach a level; the conditions of a level are alternatives.
 * `signals`: so many signals of any family at or above · `families`: every requirement holds, each
 * "at least `count` families at or above `atLeast`" · `floor` / `scale`: a rule of that role at or above ·
 * `rules`: of the rules named, at least `count` at or above; as many as are named = all of them together ·
 * `score`: the region's light score (see `LightScore`) is at most so much.
 */
export type Condition =
  | { readonly kind: 'signals'; readonly atLeast: WarningLevel; readonly count: number }
  | {
      readonly kind: 'families';
      readonly require: readonly { readonly atLeast: WarningLevel; readonly count: number }[];
    }
  | { readonly kind: 'floor'; readonly atLeast: WarningLevel }
  | { readonly kind: 'scale'; readonly atLeast: WarningLevel }
  | RulesCondition
  | { readonly kind: 'score'; readonly atMost: number };

export interface RulesCondition {
  readonly kind: 'rules';
  /** Ids of the rule set. A rule that the set does not have, or that does not speak, is never at a level. */
  readonly rules: readonly string[];
  readonly atLeast: WarningLevel;
  readonly count: number;
}

/** The children's part in a parent's level: share of children and share of their labour force at or above. */
export interface Spread {
  readonly children: number;
  readonly labourForce: number;
}

/** Points of each item (a rule that speaks) by its level, added up to what `items` of them would give; see light-score.ts. */
export interface LightScore {
  readonly items: number;
  /** By level 0–4, falling: more warning gives fewer points. */
  readonly points: readonly [number, number, number, number, number];
}

/**
 * Where the weights of the composite index come from. `equal`: every family alike · `expert`: the scheme's own weights ·
 * `entropy`, `critic`: from the assessment's severities (see index-weights.ts), equal where these do not tell them apart.
 */
export const WEIGHTINGS = ['equal', 'expert', 'entropy', 'critic'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/** What a level is called in the place that a scheme is taken from, to be printed beside every colour. */
export interface LevelNaming {
  /** `Ⅱ`, or whatever that place writes; empty where it writes none. */
  readonly numeral: string;
  readonly name: Text;
}

export interface Scheme {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** Levels in use, lowest first; a three-level scheme leaves one out. */
  readonly levels: readonly WarningLevel[];
  /** Names of the levels where they are not the usual ones; level 0 and those in use, or none at all. */
  readonly names?: Readonly<Partial<Record<Level, LevelNaming>>>;
  /** Whose scheme it is, where somebody published it. */
  readonly source?: { readonly place: Text; readonly year: number; readonly citation: Text };
  /** Signals of a family that must be at ≥ ℓ for the family to be at ℓ. */
  readonly minSignals: Readonly<Record<WarningLevel, number>>;
  readonly conditions: Readonly<Record<WarningLevel, readonly Condition[]>>;
  /** Present where a condition asks for the score. */
  readonly score?: LightScore;
  readonly spread: Readonly<Partial<Record<WarningLevel, Spread>>>;
  /**
   * Fresh rules without which "normal" may not be said: at least so many, and at least this share of those ever seen.
   * There is no light score from fewer than `count` rules that speak.
   */
  readonly minUsable: { readonly count: number; readonly share: number };
  /** Left out: `expert`. */
  readonly weighting?: Weighting;
  /** Weights of the families in the composite index, for `expert`; they are normed over the families present. */
  readonly weights: Readonly<Record<Family, number>>;
  readonly basis: Text;
}
