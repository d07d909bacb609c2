import type { Family } from '../base/indicators';
import type { WarningLevel } from '../base/level';
import type { Text } from '../base/text';

/**
 * One way for a region to reach a level; the conditions of a level are alternatives.
 * `signals`: so many signals of any family at or above · `families`: every requirement holds, each
 * "at least `count` families at or above `atLeast`" · `floor` / `scale`: a rule of that role at or above.
 */
export type Condition =
  | { readonly kind: 'signals'; readonly atLeast: WarningLevel; readonly count: number }
  | {
      readonly kind: 'families';
      readonly require: readonly { readonly atLeast: WarningLevel; readonly count: number }[];
    }
  | { readonly kind: 'floor'; readonly atLeast: WarningLevel }
  | { readonly kind: 'scale'; readonly atLeast: WarningLevel };

/** The children's part in a parent's level: share of children and share of their labour force at or above. */
export interface Spread {
  readonly children: number;
  readonly labourForce: number;
}

export interface Scheme {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** Levels in use, lowest first; a three-level scheme leaves one out. */
  readonly levels: readonly WarningLevel[];
  /** Signals of a family that must be at ≥ ℓ for the family to be at ℓ. */
  readonly minSignals: Readonly<Record<WarningLevel, number>>;
  readonly conditions: Readonly<Record<WarningLevel, readonly Condition[]>>;
  readonly spread: Readonly<Partial<Record<WarningLevel, Spread>>>;
  /** Fresh rules without which "normal" may not be said: at least so many, and at least this share of those ever seen. */
  readonly minUsable: { readonly count: number; readonly share: number };
  /** Weights of the families in the composite index; they are normed over the families present. */
  readonly weights: Readonly<Record<Family, number>>;
  readonly basis: Text;
}
