import { type Day, dayOf, parseDay } from '../../base/period';
import type { Text } from '../../base/text';
import shippedJson from '../defaults/work-calendar.json';

/**
 * Working days: Monday to Friday unless the calendar says otherwise. `days`: days that differ (true = work, a make-up
 * day; false = no work, a holiday). A year that is not in `years` has no published arrangement here: weekends alone.
 */
export interface WorkCalendar {
  readonly days: ReadonlyMap<Day, boolean>;
  readonly years: ReadonlySet<number>;
}

/** A day of a published arrangement: the festival it belongs to, and whether it is worked. */
export interface ArrangedDay {
  readonly day: Day;
  readonly work: boolean;
  readonly name: Text;
}

/** Days of one festival as the file holds them: `10-01..10-07`, or `10-10`. */
interface Run {
  readonly zh: string;
  readonly en: string;
  readonly days: string;
}

/** From which notices the shipped arrangements come. */
export const CALENDAR_SOURCE: Text = shippedJson.source;

let shipped: readonly ArrangedDay[] | null = null;

/**
 * Every day of the shipped arrangements, oldest first, weekends within a festival included. Made by
 * scripts/make-calendar.mjs; a year that was not published then is not in it, and is not guessed.
 */
export function arrangedDays(): readonly ArrangedDay[] {
  shipped ??= Object.entries(shippedJson.years)
    .flatMap(([year, { off, work }]) => [...off.flatMap(daysOf(year, false)), ...work.flatMap(daysOf(year, true))])
    .sort((a, b) => a.day - b.day);
  return shipped;
}

const daysOf =
  (year: string, work: boolean) =>
  ({ zh, en, days }: Run): ArrangedDay[] => {
    const [from, to] = days.split('..').map((day) => parseDay(`${year}-${day}`)) as [Day, Day?];
    return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => ({ day: from + i, work, name: { zh, en } }));
  };

/**
 * The shipped calendar with the edits of users on top, by day `YYYY-MM-DD` (true = work). What is no day is passed over:
 * whoever takes edits in checks them. A year counts as arranged when it is shipped, or when edits free its fixed holidays.
 */
export function calendarOf(edits: Readonly<Record<string, boolean>>): WorkCalendar {
  const days = new Map<Day, boolean>();
  const years = new Set(Object.keys(shippedJson.years).map(Number));
  const editedYears = new Set<number>();
  for (const { day, work } of arrangedDays()) days.set(day, work);
  for (const [spelt, work] of Object.entries(edits)) {
    const day = parseDay(spelt);
    if (day === null) continue;
    days.set(day, work);
    editedYears.add(Number(spelt.slice(0, 4)));
  }
  for (const year of editedYears)
    if (FIXED_HOLIDAYS.every(([month, day]) => !isWorkday(dayOf(year, month, day), { days, years }))) years.add(year);
  return { days, years };
}

/**
 * Holidays whose date the Regulation on Public Holidays (《全国年节及纪念日放假办法》, as of 2025) fixes itself, month and
 * day: an arrangement that was entered by hand and leaves one of them a working day is not complete. The three days of
 * October are never all at a weekend, so weekends alone complete no year.
 */
const FIXED_HOLIDAYS = [
  [1, 1],
  [5, 1],
  [5, 2],
  [10, 1],
  [10, 2],
  [10, 3],
] as const;

/** 1970-01-01 was a Thursday: Monday = 0 … Sunday = 6. */
const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  return calendar.days.get(day) ?? weekdayOf(day) < 5;
}
