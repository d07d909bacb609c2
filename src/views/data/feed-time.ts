import { formatNumber } from '../../base/format';

type Span = readonly [key: 'minutes' | 'hours' | 'days', n: string] | null;

const MINUTE_MS = 60_000;

/** A span of time in the unit that says enough of it; null = less than a minute. */
export function spanOf(ms: number): Span {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return null;
  if (minutes < 120) return ['minutes', formatNumber(minutes)];
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? ['hours', formatNumber(hours)] : ['days', formatNumber(Math.floor(hours / 24))];
}

/** Time of day by the user's own clock, with the date where it is another day: `09:05`, `11-09 09:05`. */
export function timeOfDay(atMs: number, nowMs: number): string {
  const at = new Date(atMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const sameDay = at.toDateString() === new Date(nowMs).toDateString();
  return sameDay ? time : `${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}
