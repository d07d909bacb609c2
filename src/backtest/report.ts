import { INSUFFICIENT, WARNING_LEVELS, type WarningLevel } from '../base/level';
import { type Rule, thresholdOf } from '../signals/rule';
import { aucOf, bestByYouden, distributionOf, type RocPoint, rocOf } from './distribution';
import { Alarm } from './month-scores';
import type { Replay } from './replay';
import { type Measure, type RegionScores, scoreAlarm, type Scores } from './scores';

/** An alarm "at this level or above": the region level's, or a rule's own. */
export interface LineReport {
  readonly atLeast: WarningLevel;
  /** The rule's threshold of that level, before a noise guard widens it; null for the region level. */
  readonly threshold: number | null;
  readonly total: Scores;
  readonly regions: readonly RegionScores[];
}

/** How well the statistic itself, whatever the thresholds, tells event periods from quiet ones. */
export interface Discrimination {
  readonly events: number;
  readonly quiets: number;
  readonly auc: number | null;
  readonly best: RocPoint | null;
}

export interface RuleReport {
  readonly rule: Rule;
  readonly statistic: Discrimination;
  readonly byRegion: readonly (Discrimination & { readonly region: number })[];
  readonly lines: readonly LineReport[];
}

export interface Report {
  /** Of the region levels taken as a number 0–4. */
  readonly discrimination: Discrimination;
  readonly levels: readonly LineReport[];
  readonly rules: readonly RuleReport[];
}

/** Scores of the region levels, and of every rule at each of its thresholds, with its lifecycle. */
export function reportOf(replay: Replay, measure: Measure): Report {
  const { panel } = replay;
  const all = [...panel.tree.regions.keys()];
  const discriminate = (statistic: Float64Array, regions: readonly number[]): Discrimination => {
    const found = distributionOf(statistic, measure.events.label, panel.count, regions, measure.range);
    return { events: found.eventCount, quiets: found.quietCount, auc: aucOf(found), best: bestByYouden(rocOf(found)) };
  };
  const lineOf = (level: Uint8Array, atLeast: WarningLevel, threshold: number | null): LineReport => ({
    atLeast,
    threshold,
    ...scoreAlarm(alarmAt(level, atLeast), panel.count, measure),
  });
  const asNumber = Float64Array.from(replay.level, (l) => (l === INSUFFICIENT ? NaN : l));
  return {
    discrimination: discriminate(asNumber, all),
    levels: WARNING_LEVELS.map((l) => lineOf(replay.level, l, null)),
    rules: replay.rules.map(({ rule, level, statistic }) => ({
      rule,
      statistic: discriminate(statistic, all),
      byRegion: all
        .map((region) => ({ region, ...discriminate(statistic, [region]) }))
        .filter(({ events, quiets }) => events + quiets > 0),
      lines: WARNING_LEVELS.flatMap((l) => {
        const threshold = thresholdOf(rule.thresholds, l);
        return threshold === undefined ? [] : [lineOf(level, l, threshold)];
      }),
    })),
  };
}

/** Level bytes → alarm bytes. */
function alarmAt(level: Uint8Array, atLeast: number): Uint8Array {
  return level.map((l) => (l === INSUFFICIENT ? Alarm.unknown : l >= atLeast ? Alarm.on : Alarm.off));
}
