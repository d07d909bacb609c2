import { type Day, dayOf, formatDay, lastDayOf, parsePeriod } from '../src/base/period';

/** The demonstration covers 2017-01 … 2026-10 and is as of a fixed day: no clock is read. */
export const FIRST_MONTH = '2017-01';
export const MONTHS = 118;
export const FIRST_YEAR = 2017;
export const YEARS = 10;
export const AS_OF: Day = dayOf(2026, 11, 10);

const FIRST = parsePeriod(FIRST_MONTH)!.period;

/** Position of a month ("2025-11") in the demonstration; negative or beyond `MONTHS` when outside. */
export function at(month: string): number {
  const parsed = parsePeriod(month);
  if (parsed?.frequency !== 'month') throw new Error(`not a month: ${month}`);
  return parsed.period - FIRST;
}

/** Period number (`base/period.ts`) of a position. */
export function periodAt(t: number): number {
  return FIRST + t;
}

/** Month of the year of a position, 0 = January. */
export function seasonAt(t: number): number {
  return (FIRST + t) % 12;
}

/** Years gone by since the first January. */
export function yearsAt(t: number): number {
  return t / 12;
}

/**
 * Day on which the figures of a month come out: so many days after its end; an office does not file at a weekend, so
 * what would fall on one comes out on the Friday before (the lag is the latest day, not the usual one).
 */
export function releaseDay(t: number, afterDays: number): Day {
  const day = lastDayOf('month', FIRST + t) + afterDays;
  // Day 0 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return afterDays >= 5 && weekday >= 5 ? day - (weekday - 4) : day;
}

export function dayText(day: Day): string {
  return formatDay(day);
}
