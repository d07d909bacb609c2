import { type Day, formatDay, parseDay } from '../../../base/period';
import { dayOfMoment, formatClock, momentOf } from '../../../response/calendar/moment';

/** `1,200` and `1200`; null for what is no number. */
export function readNumber(text: string): number | null {
  const bare = text.trim().replace(/[,，]/g, '').replace('−', '-');
  return bare === '' || !Number.isFinite(Number(bare)) ? null : Number(bare);
}

export function readDay(text: string): Day | null {
  return parseDay(text.trim());
}

/** What a field for day and time holds (`2026-11-26T14:05`), as Beijing time wherever the browser stands; null for anything else. */
export function readMoment(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  const day = match ? parseDay(match[1]!) : null;
  const minutes = Number(match?.[2]) * 60 + Number(match?.[3]);
  return day === null || !(minutes < 24 * 60) ? null : momentOf(day, minutes);
}

/** The inverse of `readMoment`, in Beijing time. */
export function writeMoment(ms: number): string {
  return `${formatDay(dayOfMoment(ms))}T${formatClock(ms)}`;
}

export const isBlank = (text: string): boolean => text.trim() === '';
