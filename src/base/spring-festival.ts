import { dayOf, lastDayOf, type Frequency, type Period } from './period';
import type { RegionTree } from './regions';

/**
 * The Spring Festival moves between 21 January and 20 February, and with it what a month of work is worth. The bureau of
 * statistics sees it disturb from some five days before to some twenty after: three windows of days, from the first day of
 * the festival, both ends included.
 */
export const FESTIVAL_WINDOWS = [
  [-5, -1],
  [0, 6],
  [7, 20],
] as const;

/** First day (month, day) by year, from 2000 on: the first day of the first month of the Chinese calendar. */
const FIRST_YEAR = 2000;
const FIRST_DAYS: readonly (readonly [number, number])[] = [
  [2, 5],
  [1, 24],
  [2, 12],
  [2, 1],
  [1, 22],
  [2, 9],
  [1, 29],
  [2, 18],
  [2, 7],
  [1, 26],
  [2, 14],
  [2, 3],
  [1, 23],
  [2, 10],
  [1, 31],
  [2, 19],
  [2, 8],
  [1, 28],
  [2, 16],
  [2, 5],
  [1, 25],
  [2, 12],
  [2, 1],
  [1, 22],
  [2, 10],
  [1, 29],
  [2, 17],
  [2, 6],
  [1, 26],
  [2, 13],
  [2, 3],
  [1, 23],
  [2, 11],
  [1, 31],
  [2, 19],
  [2, 8],
];

/** Years whose festival is known, both ends included. */
export const FESTIVAL_YEARS = [FIRST_YEAR, FIRST_YEAR + FIRST_DAYS.length - 1] as const;

/** First day of a year's festival, or null where the year is not in the table. */
export function festivalDay(year: number): number | null {
  const day = FIRST_DAYS[year - FIRST_YEAR];
  return day ? dayOf(year, day[0], day[1]) : null;
}

/**
 * Share of each window's days that falls into a month: [before, first week, after], each 0–1. 0 in months without any;
 * NaN where the year's festival is not known. Windows lie between 16 January and 12 March.
 */
export function windowShares(month: Period): readonly number[] {
  const first = festivalDay(Math.floor(month / 12));
  if (first === null) return FESTIVAL_WINDOWS.map(() => NaN);
  const start = lastDayOf('month', month - 1) + 1;
  const end = lastDayOf('month', month);
  return FESTIVAL_WINDOWS.map(([from, to]) => {
    const days = Math.min(end, first + to) - Math.max(start, first + from) + 1;
    return Math.max(0, days) / (to - from + 1);
  });
}

/** Mean share of each window in a month of the year (0 = January) over all years of the table. */
const MEANS: readonly (readonly number[])[] = Array.from({ length: 12 }, (_, season) =>
  FESTIVAL_WINDOWS.map((_window, w) => {
    const shares = FIRST_DAYS.map((_day, k) => windowShares((FIRST_YEAR + k) * 12 + season)[w]!);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }),
);

/**
 * Moving-holiday regressors of a month: the shares less their mean of the calendar month, so that the usual effect of the
 * season stays with the season and only what moves is told apart. All 0 from April on.
 * Source: W. R. Bell, S. C. Hillmer, JASA 78 (1983) 526–534 (centred holiday regressors); J.-L. Lin, T.-S. Liu,
 * "Modeling Lunar Calendar Holiday Effects in Taiwan" (2002) (three windows).
 */
export function festivalRegressors(month: Period): readonly number[] {
  const means = MEANS[((month % 12) + 12) % 12]!;
  return windowShares(month).map((share, w) => share - means[w]!);
}

/** Days of a month that lie in any of the windows (0–26); NaN where the year's festival is not known. */
export function festivalDays(month: Period): number {
  return windowDays(month).reduce((sum, days) => sum + days, 0);
}

/** Days of a month that lie in each of the windows; they do not weigh alike: offices close in the second. */
function windowDays(month: Period): readonly number[] {
  const shares = windowShares(month);
  return FESTIVAL_WINDOWS.map(([from, to], w) => shares[w]! * (to - from + 1));
}

/** From so many days of difference a month on the comparison of two stretches says more of the calendar than of the work. */
const SPOILED_FROM = 3;

/** A comparison of two stretches of months in which the festival lies otherwise. */
export interface FestivalShift {
  /** Disturbed days of the stretch, and of the one that it is compared with. */
  readonly days: number;
  readonly before: number;
}

/**
 * Is the comparison of the `length` months up to `month` with as many, `lag` months before, spoiled by the festival? Null
 * where it is not: no months, the same days of each window on both sides (fewer than three days a month apart), or years outside the table.
 */
export function festivalShift(frequency: Frequency, month: Period, lag: number, length: number): FestivalShift | null {
  if (frequency !== 'month') return null;
  let days = 0;
  let before = 0;
  const apart = FESTIVAL_WINDOWS.map(() => 0);
  for (let k = 0; k < length; k++) {
    days += festivalDays(month - k);
    before += festivalDays(month - lag - k);
    windowDays(month - k).forEach((own, w) => (apart[w]! += own));
    windowDays(month - lag - k).forEach((other, w) => (apart[w]! -= other));
  }
  // February 2026 has 17 such days and the one before it 18, but the one holds the first week whole, the other its end.
  const moved = apart.reduce((sum, difference) => sum + Math.abs(difference), 0);
  return moved >= SPOILED_FROM * length ? { days, before } : null;
}

/** Places that keep the festival: those with codes of the Chinese standard (six digits) at the top. */
export function keepsFestival(tree: RegionTree): boolean {
  return tree.roots.length > 0 && tree.roots.every((r) => /^\d{6}$/.test(tree.regions[r]!.code));
}
