/**
 * Time as integers. A period is a count within its frequency, so that the next one is always +1:
 * months and quarters since year 0, years as they are, weeks by the ISO week that holds their last day.
 * Days are counted from 1970-01-01. No `Date` object: the engine has no clock and no time zone.
 */
export const FREQUENCIES = ['month', 'quarter', 'year', 'week'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export type Period = number;
export type Day = number;

/** "Known since always": the date on which a value became known was not given. */
export const NO_DAY: Day = -2147483648;

export const PERIODS_PER_YEAR: Readonly<Record<Frequency, number>> = { month: 12, quarter: 4, year: 1, week: 52 };

export interface ParsedPeriod {
  readonly frequency: Frequency;
  readonly period: Period;
  /** ISO weekday of the last day, for weeks given by their last day; 6 = Saturday. */
  readonly weekEndsOn?: number;
}

/** Days since 1970-01-01 of a civil date (proleptic Gregorian; Hinnant's days_from_civil). */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

/** Civil date of a day count: the inverse of `dayOf`. */
export function civilOf(day: Day): { year: number; month: number; day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

/** `YYYY-MM-DD` → day count, or null when there is no such day. */
export function parseDay(text: string): Day | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return null;
  const [year, month, dayInMonth] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const day = dayOf(year, month, dayInMonth);
  const back = civilOf(day);
  return back.month === month && back.day === dayInMonth ? day : null;
}

export function formatDay(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${four(year)}-${two(month)}-${two(d)}`;
}

/** ISO week number of the Monday-to-Sunday week that holds the day; consecutive integers. */
function isoWeekOf(day: Day): Period {
  return Math.floor((day - 4) / 7);
}

/**
 * The canonical spellings: `2017-10`, `2017-Q3`, `2017-W05`, a week by its last day `2020-01-04`, `2017`.
 * Null for anything else, and for months, quarters, weeks and days that do not exist (2017-13).
 */
export function parsePeriod(text: string): ParsedPeriod | null {
  if (text.length === 7 && text.charCodeAt(4) === 45) {
    const month = Number(text.slice(5));
    if (/^\d{4}-\d{2}$/.test(text)) {
      return month >= 1 && month <= 12
        ? { frequency: 'month', period: Number(text.slice(0, 4)) * 12 + month - 1 }
        : null;
    }
    const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
    return quarter ? { frequency: 'quarter', period: Number(quarter[1]) * 4 + Number(quarter[2]) - 1 } : null;
  }
  if (/^\d{4}$/.test(text)) return { frequency: 'year', period: Number(text) };
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week) {
    // ISO 8601: week 1 holds January 4th.
    const first = isoWeekOf(dayOf(Number(week[1]), 1, 4));
    const nextYear = isoWeekOf(dayOf(Number(week[1]) + 1, 1, 4));
    const period = first + Number(week[2]) - 1;
    return Number(week[2]) >= 1 && period < nextYear ? { frequency: 'week', period } : null;
  }
  const day = parseDay(text);
  if (day === null) return null;
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return { frequency: 'week', period: isoWeekOf(day), weekEndsOn: weekday };
}

/** Last day of a period: the earliest day on which its figure could exist. */
export function lastDayOf(frequency: Frequency, period: Period, weekEndsOn = 6): Day {
  switch (frequency) {
    case 'month':
      return dayOf(Math.floor((period + 1) / 12), ((period + 1) % 12) + 1, 1) - 1;
    case 'quarter':
      return dayOf(Math.floor((period + 1) / 4), ((period + 1) % 4) * 3 + 1, 1) - 1;
    case 'year':
      return dayOf(period + 1, 1, 1) - 1;
    case 'week':
      return period * 7 + 4 + weekEndsOn - 1;
  }
}

/** Canonical spelling of a period: the inverse of `parsePeriod`. Weeks by their last day. */
export function formatPeriod(frequency: Frequency, period: Period, weekEndsOn = 6): string {
  switch (frequency) {
    case 'month':
      return `${four(Math.floor(period / 12))}-${two((period % 12) + 1)}`;
    case 'quarter':
      return `${four(Math.floor(period / 4))}-Q${(period % 4) + 1}`;
    case 'year':
      return four(period);
    case 'week':
      return formatDay(lastDayOf('week', period, weekEndsOn));
  }
}

/** Calendar year of a period. */
export function yearOf(frequency: Frequency, period: Period): number {
  switch (frequency) {
    case 'month':
      return Math.floor(period / 12);
    case 'quarter':
      return Math.floor(period / 4);
    case 'year':
      return period;
    case 'week':
      return civilOf(period * 7 + 7).year;
  }
}

/** Position within the year, from 0: January is 0. */
export function seasonOf(frequency: Frequency, period: Period): number {
  switch (frequency) {
    case 'month':
      return period % 12;
    case 'quarter':
      return period % 4;
    case 'year':
      return 0;
    case 'week':
      return period - isoWeekOf(dayOf(yearOf('week', period), 1, 4));
  }
}

/** Month of a calendar month period from year and month (1–12). */
export function monthPeriod(year: number, month: number): Period {
  return year * 12 + month - 1;
}

/** Years that figures can be of. A slip like 9999-12 would stretch every column of the panel to eight thousand years. */
const FIGURE_YEARS: readonly [number, number] = [1900, 2100];

/** May there be a figure of this period? The readers refuse others as bad periods. */
export function isFigurePeriod(frequency: Frequency, period: Period): boolean {
  const year = yearOf(frequency, period);
  return year >= FIGURE_YEARS[0] && year <= FIGURE_YEARS[1];
}
