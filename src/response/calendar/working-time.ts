import { civilOf, type Day } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import type { Deadline } from '../plan';
import { isWorkday, type WorkCalendar } from './calendar';
import { dayOfMoment, HOUR_MS, momentOf } from './moment';
import { CALENDAR_TEXT } from './text';

/**
 * Office hours in minutes since midnight, 08:30 to 17:30: a default of ours, since offices of the region keep their own and some
 * change them in summer. Only the closing decides when a time counted in working days ends, and only the opening when
 * figures count as come in.
 */
export const OFFICE_HOURS = { opens: 8 * 60 + 30, closes: 17 * 60 + 30 } as const;

/**
 * The n-th working day after a day, which itself does not count; n = 0 is the day itself. A part of a working day counts
 * as a whole one. n below 0 is a bug of the caller.
 */
export function addWorkdays(day: Day, n: number, calendar: WorkCalendar): Day {
  if (!(n >= 0)) throw new RangeError(`addWorkdays: n = ${n}, expected 0 or more`);
  let at = day;
  for (let left = Math.ceil(n); left > 0; ) if (isWorkday(++at, calendar)) left--;
  return at;
}

/** Working days after `from` up to and with `to`: the n of `addWorkdays`; the same with a minus where `to` is before. */
export function workdaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to < from) return -workdaysBetween(to, from, calendar);
  let n = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkday(day, calendar)) n++;
  return n;
}

/**
 * Moment by which something is due that was set off at `fromMs`. Hours run round the clock, over nights and holidays: a
 * reporting clock does not sleep. Working days are counted from the next working day on, and end when the offices close
 * on the last of them.
 */
export function dueAt(
  fromMs: number,
  { amount, unit }: Pick<Deadline, 'amount' | 'unit'>,
  calendar: WorkCalendar,
): number {
  if (unit === 'hours') return fromMs + amount * HOUR_MS;
  return momentOf(addWorkdays(dayOfMoment(fromMs), amount, calendar), OFFICE_HOURS.closes);
}

/**
 * What a screen says beside times that were reckoned over these days (both included) when the calendar has no arrangement
 * of one of their years; null when it has all.
 */
export function unpublishedWords(from: Day, to: Day, calendar: WorkCalendar): Text | null {
  const years: number[] = [];
  for (let year = civilOf(from).year; year <= civilOf(to).year; year++) if (!calendar.years.has(year)) years.push(year);
  if (years.length === 0) return null;
  return sayBoth(CALENDAR_TEXT.unpublished, { years: { zh: years.join('、'), en: years.join(', ') } });
}
