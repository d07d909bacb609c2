import { type Day, lastDayOf, type Period } from '../../base/period';
import { lastKnownOn } from '../../panel/build';
import type { Known } from './world';

/**
 * The day on which the briefing before this one would have been written: as long after the end of its period as this one
 * is after the end of its own, but no later than the end of the period reported on (what is written long afterwards, on an old period, was due
 * then). Null where nothing is dated, so that no earlier state of knowledge can be told, and in the first period.
 */
export function earlierDay({ asOf, panel }: Known['assessed'], period: Period): Day | null {
  const newest = lastKnownOn(panel);
  if (newest === null || period <= panel.first) return null;
  const endOf = (p: Period): Day => lastDayOf(panel.frequency, p, panel.weekEndsOn);
  const lag = Math.max(0, (asOf ?? newest) - endOf(period));
  return Math.min(endOf(period - 1) + lag, endOf(period));
}
