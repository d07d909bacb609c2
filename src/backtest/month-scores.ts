import { Label } from './events';

/** Stretch of a panel's positions, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** State of an alarm at a period, as bytes. */
export const Alarm = { off: 0, on: 1, unknown: 2 } as const;

/** Periods by what was said and what was the case. */
export interface MonthCounts {
  /** A: alarm, event. */
  hit: number;
  /** B: alarm, no event. */
  falseAlarm: number;
  /** C: no alarm, event. */
  miss: number;
  /** D: neither. */
  quiet: number;
}

/**
 * Scores of a signal by period (G. Kaminsky, C. Reinhart, "The Twin Crises", American Economic Review 89, 1999):
 * noise to signal is the share of quiet periods with an alarm over the share of event periods with one; 1 is chance.
 * What cannot be computed (no event, no alarm) is null, never 0.
 */
export interface MonthScores extends MonthCounts {
  readonly recall: number | null;
  readonly falseAlarmRate: number | null;
  readonly precision: number | null;
  readonly noiseToSignal: number | null;
  readonly youden: number | null;
  /** Share of event periods: the precision of alarms placed at random. */
  readonly eventShare: number | null;
}

/** Counts a region's periods at which both the alarm and the label are known. */
export function countMonths(
  alarm: Uint8Array,
  label: Uint8Array,
  offset: number,
  range: Range,
  into: MonthCounts = { hit: 0, falseAlarm: 0, miss: 0, quiet: 0 },
): MonthCounts {
  for (let cell = offset + range.from; cell <= offset + range.to; cell++) {
    const said = alarm[cell];
    const was = label[cell];
    if (said === Alarm.unknown || was === Label.unknown) continue;
    if (was === Label.event) {
      if (said === Alarm.on) into.hit++;
      else into.miss++;
    } else if (said === Alarm.on) into.falseAlarm++;
    else into.quiet++;
  }
  return into;
}

export function monthScores({ hit, falseAlarm, miss, quiet }: MonthCounts): MonthScores {
  const recall = share(hit, hit + miss);
  const falseAlarmRate = share(falseAlarm, falseAlarm + quiet);
  return {
    hit,
    falseAlarm,
    miss,
    quiet,
    recall,
    falseAlarmRate,
    precision: share(hit, hit + falseAlarm),
    noiseToSignal: recall === null || falseAlarmRate === null || recall === 0 ? null : falseAlarmRate / recall,
    youden: recall === null || falseAlarmRate === null ? null : recall - falseAlarmRate,
    eventShare: share(hit + miss, hit + falseAlarm + miss + quiet),
  };
}

/** A part of a whole; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
