import type { Indicator } from '../base/indicators';
import { type Frequency, PERIODS_PER_YEAR, seasonOf, yearOf, type Period } from '../base/period';

/** Values of one indicator of one region: `values[i]` of the period `first + i`, NaN = none. */
export interface Course {
  readonly first: Period;
  readonly values: ArrayLike<number>;
}

export interface FigureChange {
  readonly kind: 'points' | 'percent' | 'plain';
  readonly value: number;
  /** January and February were taken together. */
  readonly joint: boolean;
}

/** How far back a figure is looked for when the period has none (an unpublished January, a late report). */
const LOOK_BACK = 2;

/** Value at a period, NaN outside. */
export function valueAt(course: Course, period: Period): number {
  return course.values[period - course.first] ?? Number.NaN;
}

/** The newest period at or before this one, within reach, that has a figure; for cumulative ones within the same year. */
export function figurePeriod(
  frequency: Frequency,
  course: Course,
  { kind }: Pick<Indicator, 'kind'>,
  period: Period,
): Period | null {
  for (let p = period; p >= period - LOOK_BACK; p--) {
    if (kind === 'cumulative' && yearOf(frequency, p) !== yearOf(frequency, period)) return null;
    if (Number.isFinite(valueAt(course, p))) return p;
  }
  return null;
}

/**
 * Change against the year before, as the indicator wants it: rates by difference, amounts in per cent. Spring Festival
 * moves between January and February: figures that it moves are compared for both months together in February and
 * not at all in January. Null when there is nothing to compare.
 */
export function yearChange(
  frequency: Frequency,
  course: Course,
  indicator: Indicator,
  period: Period,
): FigureChange | null {
  const moved = frequency === 'month' && indicator.janFeb !== 'separate' && seasonOf('month', period) < 2;
  if (moved && seasonOf('month', period) === 0) return null;
  // A cumulative or jointly published February holds January already.
  const both = moved && indicator.kind === 'flow' && indicator.janFeb === 'joint';
  const sum = (p: Period): number => valueAt(course, p) + (both ? valueAt(course, p - 1) : 0);
  return changeOf(indicator, sum(period), sum(period - PERIODS_PER_YEAR[frequency]), moved);
}

/** Months around the Spring Festival, 0 = January: the change on the month before says little there. */
const FESTIVAL_MONTHS: readonly number[] = [0, 1, 2];

/**
 * Change on the period before. Null where it says nothing: sums over the year grow by themselves, and from January to March
 * figures that the festival moves differ by the calendar.
 */
export function previousChange(
  frequency: Frequency,
  course: Course,
  indicator: Indicator,
  period: Period,
): FigureChange | null {
  if (indicator.kind === 'cumulative') return null;
  const moved = frequency === 'month' && indicator.janFeb !== 'separate';
  if (moved && FESTIVAL_MONTHS.includes(seasonOf('month', period))) return null;
  return changeOf(indicator, valueAt(course, period), valueAt(course, period - 1), false);
}

function changeOf(indicator: Indicator, now: number, before: number, joint: boolean): FigureChange | null {
  if (!Number.isFinite(now) || !Number.isFinite(before)) return null;
  if (indicator.unit === 'percent') return { kind: 'points', value: now - before, joint };
  if (indicator.kind === 'rate' || indicator.kind === 'index') return { kind: 'plain', value: now - before, joint };
  return before > 0 ? { kind: 'percent', value: (now / before - 1) * 100, joint } : null;
}
