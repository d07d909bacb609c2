import { civilOf, formatDay, type Frequency, monthPeriod, parsePeriod, type Period } from '../../base/period';
import { dayOfMoment } from '../calendar/moment';
import type { Case } from '../case/case';
import type { ExpectedEffect } from '../trail/act';

/** A measure of a review, from which period on it was in force, and what was expected of it. */
export interface StartedMeasure {
  /** Line of the trail by which it was accepted: its name in an address. */
  readonly seq: number;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly measure: string;
  readonly regionCode: string;
  readonly start: Period;
  /** It was reported as running; otherwise `start` is the period of the decision. */
  readonly begun: boolean;
  readonly expected: ExpectedEffect;
}

/** Accepted measures of all reviews, newest first. A measure that was stopped before it ran is not among them. */
export function startedMeasures(cases: Iterable<Case>, frequency: Frequency): readonly StartedMeasure[] {
  const found: StartedMeasure[] = [];
  for (const review of cases) {
    for (const decided of review.measures.values()) {
      if (!decided.accepted) continue;
      const begun = decided.course.find(({ state }) => state === 'running' || state === 'done');
      if (!begun && decided.course.some(({ state }) => state === 'stopped')) continue;
      found.push({
        seq: decided.seq,
        caseId: review.id,
        caseTitle: review.title,
        measure: decided.measure,
        regionCode: review.regionCode,
        start: periodOfMoment(begun?.at ?? decided.at, frequency),
        begun: begun !== undefined,
        expected: decided.expected,
      });
    }
  }
  return found.sort((a, b) => b.start - a.start || b.seq - a.seq);
}

/**
 * Regions in which a measure of the kind was in force before the end of the window: the same measure, or one that was
 * to move the same indicator. `measure` null = none was named. The region itself may be among them.
 */
export function occupiedRegions(
  started: readonly StartedMeasure[],
  measure: string | null,
  indicatorId: string,
  end: Period,
): readonly string[] {
  const alike = started.filter(
    (one) => one.start < end && (one.measure === measure || one.expected.indicatorId === indicatorId),
  );
  return [...new Set(alike.map((one) => one.regionCode))].sort();
}

/** The period that a moment falls in, by the calendar of Beijing. */
export function periodOfMoment(ms: number, frequency: Frequency): Period {
  const day = dayOfMoment(ms);
  const { year, month } = civilOf(day);
  switch (frequency) {
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3);
    case 'year':
      return year;
    case 'week':
      return parsePeriod(formatDay(day))!.period;
  }
}
