import type { Family } from '../../base/indicators';
import type { LevelByte, WarningLevel } from '../../base/level';
import type { Day, Period } from '../../base/period';
import type { SignalStateName } from '../../signals/rule';

/** What the figures make of a warning; people act beside it (inbox.ts brings both together). */
export type SpellState =
  /** Some signal is past its line and not confirmed; the region has no level yet. */
  | 'pending'
  | 'active'
  /** At a level still, but every signal behind it is under its exit line and waits to be cleared. */
  | 'recovering'
  /** At a level that is held over missing values. */
  | 'stale'
  /** The data no longer suffice to say. */
  | 'insufficient'
  /** The level has ended. */
  | 'ended';

/**
 * One spell of warning in one region: the periods in a row from the first pending signal (or first level) to the last
 * period at a level. Insufficient periods between do not end it: missing is never evidence of recovery.
 */
export interface Spell {
  /** `regionCode@first period`, spelt. */
  readonly id: string;
  readonly regionCode: string;
  readonly since: Period;
  /** Last period of the spell; null = it goes on in the newest period. */
  readonly until: Period | null;
  readonly state: SpellState;
  /** Level in its newest period (0 while pending; the last one once ended; INSUFFICIENT where the data do not suffice). */
  readonly level: LevelByte;
  /** Highest level of the spell; 0 = it was only ever pending. */
  readonly top: WarningLevel | 0;
  /**
   * The level of the first period and each change of it, oldest first (0 = pending); `knownOn`: when the figures behind
   * it came in (known-on.ts), null = not told.
   */
  readonly moves: readonly { readonly period: Period; readonly level: LevelByte; readonly knownOn: Day | null }[];
  /** The level comes from the regions below, not from own signals. */
  readonly byDiffusion: boolean;
  /** A missing value may be holding the level down. */
  readonly unsure: boolean;
  /** Signals that are not at rest in its newest period (in its last one once ended), worst first. */
  readonly signals: readonly SpellSignal[];
  /** Composite index 0–100 in that period; NaN = none. */
  readonly index: number;
}

export interface SpellSignal {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly family: Family;
  readonly level: LevelByte;
  readonly state: SignalStateName;
  /** First period of the present state. */
  readonly since: Period;
}
