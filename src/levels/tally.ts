import { FAMILIES } from '../base/indicators';
import type { Panel } from '../panel/panel';
import { Gap, type RuleSignals, SignalState } from '../signals/rule';
import { rulesConditions, upTo } from './conditions';
import { LevelFlag } from './levels';
import type { Scheme } from './scheme';

/** A rule's signals with what grading asks of the rule, looked up once. */
export interface Voter {
  readonly signals: RuleSignals;
  /** Index into FAMILIES. */
  readonly family: number;
  /** Tracks beside that of its family: of its role, and of the conditions that name it. */
  readonly tracks: readonly number[];
  /** The highest level that the rule has a threshold for. */
  readonly top: number;
}

/**
 * Counts are kept in tracks: one for each family, then one for each role that lifts a region alone, then one for each
 * condition that names its rules.
 */
export const FLOOR = FAMILIES.length;
export const SCALE = FAMILIES.length + 1;
export const NAMED = FAMILIES.length + 2;

export function votersOf(panel: Panel, signals: readonly RuleSignals[], scheme: Scheme): Voter[] {
  const named = rulesConditions(scheme);
  return signals.map((s): Voter => {
    const { blue, yellow, orange, red } = s.rule.thresholds;
    const role = s.rule.role === 'floor' ? [FLOOR] : s.rule.role === 'scale' ? [SCALE] : [];
    return {
      signals: s,
      family: FAMILIES.indexOf(panel.catalogue.byId.get(s.rule.indicator)?.family ?? 'employment'),
      tracks: [...role, ...named.flatMap(({ rules }, i) => (rules.includes(s.rule.id) ? [NAMED + i] : []))],
      top: [blue, yellow, orange, red].findLastIndex((line) => line !== undefined) + 1,
    };
  });
}

/**
 * What one region's signals say, per position; `family * count + t` where it is kept by family, `track * count + t`
 * where it is kept by track.
 */
export interface Tally {
  /** Rules with a statistic of this period, by family. */
  readonly fresh: Uint16Array;
  /** Rules that had to speak, by family: fresh, stale and insufficient ones, not those carried over an expected gap. */
  readonly expected: Uint16Array;
  readonly flags: Uint8Array;
  /** Signals that speak, fresh or by their last state. */
  readonly usable: Uint16Array;
  /** Sum of their last severities. */
  readonly severity: Float64Array;
  /** Signals at or above each level, as in `Counts`. */
  readonly at: Uint32Array;
  /** The same, with signals that a missing value may be holding down at the highest level of their rule. */
  readonly possible: Uint32Array;
  /** Rules that begin at a position. */
  readonly begun: Uint16Array;
}

export function makeTally(count: number, scheme: Scheme): Tally {
  const tracks = NAMED + rulesConditions(scheme).length;
  return {
    fresh: new Uint16Array(FAMILIES.length * count),
    expected: new Uint16Array(FAMILIES.length * count),
    flags: new Uint8Array(count),
    usable: new Uint16Array(FAMILIES.length * count),
    severity: new Float64Array(FAMILIES.length * count),
    at: new Uint32Array(tracks * count),
    possible: new Uint32Array(tracks * count),
    begun: new Uint16Array(FAMILIES.length * count),
  };
}

export function tallyRegion(voters: readonly Voter[], region: number, count: number, out: Tally): void {
  const { fresh, expected, flags, usable, severity: sums, at, possible, begun } = out;
  for (const array of [fresh, expected, flags, usable, sums, at, possible, begun]) array.fill(0);
  const offset = region * count;
  for (const { signals, family, tracks, top } of voters) {
    const { level, state, severity, gap } = signals;
    const started = signals.started[region]!;
    const base = family * count;
    begun[base + started]!++;
    let last = signals.lastSeverity?.[region] ?? 0;
    for (let t = 0; t < count; t++) {
      const cell = offset + t;
      const missing = gap[cell]!;
      const counted = level[cell]!;
      if (missing !== 0 || counted !== 0) {
        if ((missing & Gap.missing) !== 0) flags[t]! |= LevelFlag.gap;
        if ((missing & Gap.partial) !== 0) flags[t]! |= LevelFlag.coverage;
        const most = upTo(missing !== 0 ? top : counted);
        at[base + t]! += upTo(counted);
        possible[base + t]! += most;
        for (const track of tracks) {
          at[track * count + t]! += upTo(counted);
          possible[track * count + t]! += most;
        }
      }
      if (t < started) continue;
      const now = severity[cell]!;
      if (now === now) last = now;
      else {
        // Every rule that has begun is taken for fresh: these are not.
        fresh[base + t]!--;
        const held = state[cell]!;
        if (held === SignalState.insufficient) {
          // Missing for too long, or an expected gap within such a spell: it had to speak, and cannot.
          flags[t]! |= LevelFlag.partial;
          usable[base + t]!--;
          continue;
        }
        if (held === SignalState.stale) flags[t]! |= LevelFlag.stale;
        else expected[base + t]!--;
      }
      if (last !== 0) sums[base + t]! += last;
    }
  }
  // From the position on at which a rule begins, it is there. Counts that were below nothing come back.
  for (let f = 0; f < FAMILIES.length; f++) {
    let there = 0;
    for (let t = 0; t < count; t++) {
      there += begun[f * count + t]!;
      usable[f * count + t]! += there;
      fresh[f * count + t]! += there;
      expected[f * count + t]! += there;
    }
  }
}
