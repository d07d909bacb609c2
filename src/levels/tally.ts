import { FAMILIES } from '../base/indicators';
import type { Panel } from '../panel/panel';
import { Gap, type RuleRole, type RuleSignals, SignalState } from '../signals/rule';
import { type Counts, resetCounts } from './conditions';
import { LevelFlag } from './levels';

/** A rule's signals with what grading asks of the rule, looked up once. */
export interface Voter {
  readonly signals: RuleSignals;
  /** Index into FAMILIES. */
  readonly family: number;
  readonly role: RuleRole;
  /** The highest level that the rule has a threshold for. */
  readonly top: number;
}

export function votersOf(panel: Panel, signals: readonly RuleSignals[]): Voter[] {
  return signals.map((s): Voter => {
    const { blue, yellow, orange, red } = s.rule.thresholds;
    return {
      signals: s,
      family: FAMILIES.indexOf(panel.catalogue.byId.get(s.rule.indicator)?.family ?? 'employment'),
      role: s.rule.role,
      top: [blue, yellow, orange, red].findLastIndex((line) => line !== undefined) + 1,
    };
  });
}

/** What one region's signals say, per position; `family * count + t` where it is kept by family. */
export interface Tally {
  /** Rules with a statistic of this period. */
  readonly fresh: Uint16Array;
  /** Rules that had to speak: fresh, stale and insufficient ones, not those carried over an expected gap. */
  readonly expected: Uint16Array;
  readonly flags: Uint8Array;
  /** Highest level of any signal: most cells are quiet, and a quiet cell needs no counting. */
  readonly highest: Uint8Array;
  /** Signals that speak, fresh or by their last state. */
  readonly usable: Uint16Array;
  /** Sum of their last severities. */
  readonly severity: Float64Array;
}

export function makeTally(count: number): Tally {
  return {
    fresh: new Uint16Array(count),
    expected: new Uint16Array(count),
    flags: new Uint8Array(count),
    highest: new Uint8Array(count),
    usable: new Uint16Array(FAMILIES.length * count),
    severity: new Float64Array(FAMILIES.length * count),
  };
}

export function tallyRegion(voters: readonly Voter[], region: number, count: number, out: Tally): void {
  for (const array of Object.values(out) as (Uint8Array | Uint16Array | Float64Array)[]) array.fill(0);
  const { fresh, expected, flags, highest, usable, severity: sums } = out;
  for (const { signals, family } of voters) {
    const { level, state, severity, gap } = signals;
    const started = signals.started[region]!;
    const offset = region * count;
    const base = family * count;
    let last = NaN;
    for (let t = 0; t < count; t++) {
      const cell = offset + t;
      const missing = gap[cell]!;
      if (missing !== 0) {
        if ((missing & Gap.missing) !== 0) flags[t]! |= LevelFlag.gap;
        if ((missing & Gap.partial) !== 0) flags[t]! |= LevelFlag.coverage;
      }
      if (t < started) continue;
      const now = severity[cell]!;
      const held = state[cell]!;
      if (now === now) {
        last = now;
        fresh[t]!++;
        expected[t]!++;
      } else if (held === SignalState.stale) {
        flags[t]! |= LevelFlag.stale;
        expected[t]!++;
      } else if (held === SignalState.insufficient) {
        flags[t]! |= LevelFlag.partial;
        // Missing for too long, or an expected gap within such a spell: it had to speak, and cannot.
        expected[t]!++;
        continue;
      }
      usable[base + t]!++;
      sums[base + t]! += last;
      if (level[cell]! > highest[t]!) highest[t] = level[cell]!;
    }
  }
}

/**
 * Signals at or above each level at one cell, and by family into `at` (`family * 5 + level`). With `possible`, signals
 * that a missing value may be holding down count at the highest level of their rule.
 */
export function countSignals(
  voters: readonly Voter[],
  cell: number,
  possible: boolean,
  counts: Counts,
  at: Int32Array,
): void {
  resetCounts(counts);
  at.fill(0);
  for (const { signals, family, role, top } of voters) {
    const level = possible && signals.gap[cell] !== 0 ? top : signals.level[cell]!;
    for (let l = 1; l <= level; l++) {
      at[family * 5 + l]!++;
      counts.signals[l]!++;
      if (role === 'floor') counts.floor[l]!++;
      else if (role === 'scale') counts.scale[l]!++;
    }
  }
}
