import type { WarningLevel } from '../base/level';
import type { Frequency } from '../base/period';
import type { Text } from '../base/text';
import type { SeriesForm } from '../indicators/form';

/** Four thresholds in the detector's unit, rising with the level; any may be absent. */
export type Thresholds = Readonly<Partial<Record<'blue' | 'yellow' | 'orange' | 'red', number>>>;

/**
 * `signal` counts for its family. `floor`: a control indicator of clause 1.1; alone it lifts the region.
 * `scale`: large-scale (规模性) trigger, a count of persons set against the labour force; alone it lifts the region.
 */
export type RuleRole = 'signal' | 'floor' | 'scale';

export interface Rule {
  readonly id: string;
  readonly name: Text;
  readonly indicator: string;
  readonly form: SeriesForm;
  readonly detector: { readonly kind: string; readonly params: Readonly<Record<string, unknown>> };
  readonly thresholds: Thresholds;
  /** The statistic is rounded to so many decimals before it meets a threshold (the Sahm rule compares at two). */
  readonly decimals: number;
  readonly role: RuleRole;
  /** Periods in a row at or above a level before it counts, per level; red may be 1. */
  readonly confirm: Readonly<Record<'blue' | 'yellow' | 'orange' | 'red', number>>;
  /** Periods in a row below the exit line before a level ends. */
  readonly clear: number;
  /** Hysteresis: a level ends below threshold − exitMargin. */
  readonly exitMargin: number;
  /** Periods for which a missing value keeps the last state, marked stale; then the signal is insufficient. */
  readonly holdMissing: number;
  /** Areas to which the rule applies; both ends included; unknown size counts by place in the tree. */
  readonly appliesTo: 'all' | 'large' | 'small';
  /**
   * Noise guard: thresholds grow with √(reference / labour force) below the reference, up to maxFactor. In an area whose
   * labour force is known to be below `minLabourForce` (persons; left out: none) the rule does not speak at all.
   */
  readonly guard: {
    readonly referenceLabourForce: number;
    readonly maxFactor: number;
    readonly minLabourForce?: number;
  } | null;
  /** Where the thresholds come from: `ours` until a user calibrates; shown on every screen. */
  readonly basis: { readonly kind: 'ours' | 'published' | 'user'; readonly note: Text };
}

export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** Its lags and windows count periods of this frequency; panels of another one are not graded by it. */
  readonly frequency: Frequency;
  readonly rules: readonly Rule[];
  /** From how many persons in the labour force an area counts as large. */
  readonly largeFrom: number;
  /** Share of the children, by weight, that must stand behind an aggregated value before it is graded. */
  readonly minCoverage: number;
}

/** Lifecycle states of a signal, as bytes. */
export const SignalState = {
  normal: 0,
  /** Over a threshold, not yet confirmed. */
  pending: 1,
  active: 2,
  /** Under the exit line, not yet cleared. */
  recovering: 3,
  /** The value is missing; the last state is held. */
  stale: 4,
  /** Missing for longer than the rule holds, or never computable so far. */
  insufficient: 5,
  /** The rule does not apply to this region, or the region has never had the indicator. */
  notApplicable: 6,
} as const;

export const SIGNAL_STATE_NAMES = [
  'normal',
  'pending',
  'active',
  'recovering',
  'stale',
  'insufficient',
  'notApplicable',
] as const;
export type SignalStateName = (typeof SIGNAL_STATE_NAMES)[number];

/** One rule over all regions × periods; same layout as the panel's columns. */
export interface RuleSignals {
  readonly rule: Rule;
  /** Counted level 0–4 (what is confirmed and not yet cleared). */
  readonly level: Uint8Array;
  /** SignalState byte. */
  readonly state: Uint8Array;
  /** Severity of the statistic at this period, 0–4, linear between thresholds; NaN when not computable. */
  readonly severity: Float32Array;
  /** Per region, the position of the first computable statistic; −1 when there is none. Before it the rule is not expected to speak. */
  readonly started: Int32Array;
  /** Per region, the last severity before the first of these periods; left out where none came before. */
  readonly lastSeverity?: Float32Array;
  /** Bits of `Gap`: what may still be holding the level down (see signals/lifecycle.ts); 0 = nothing. */
  readonly gap: Uint8Array;
}

export const Gap = {
  /** A missing value, also one before the first statistic once some region has the indicator. */
  missing: 1,
  /** A value aggregated from some of the children only. */
  partial: 2,
} as const;

export function thresholdOf(thresholds: Thresholds, level: WarningLevel): number | undefined {
  return level === 1
    ? thresholds.blue
    : level === 2
      ? thresholds.yellow
      : level === 3
        ? thresholds.orange
        : thresholds.red;
}
