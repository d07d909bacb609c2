import { formatDayWords } from '../../base/format';
import type { Day } from '../../base/period';
import type { Lang } from '../../base/text';

/**
 * Moments are milliseconds since 1970 (UTC); days and times of day are those of Beijing, UTC+8 without summer time, for
 * every office and every screen, wherever the browser stands. The summer times of 1986–1991 are before any trail.
 */
const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BEIJING_MS = 8 * HOUR_MS;

/** The day in Beijing that a moment falls on. */
export function dayOfMoment(ms: number): Day {
  return Math.floor((ms + BEIJING_MS) / DAY_MS);
}

/** The moment of a time of day in Beijing; minutes since midnight, 510 = 08:30. */
export function momentOf(day: Day, minutesOfDay: number): number {
  return day * DAY_MS - BEIJING_MS + minutesOfDay * MINUTE_MS;
}

/** Time of day in Beijing: `14:05`. Seconds are cut off, not rounded: a clock does not show a minute that has not begun. */
export function formatClock(ms: number): string {
  const minutes = Math.floor((ms - momentOf(dayOfMoment(ms), 0)) / MINUTE_MS);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `2026年11月26日 14:05` · `26 Nov 2026, 14:05`, Beijing time. */
export function formatMoment(ms: number, lang: Lang): string {
  return `${formatDayWords(dayOfMoment(ms), lang)}${lang === 'zh' ? ' ' : ', '}${formatClock(ms)}`;
}
