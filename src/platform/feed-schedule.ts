import { fullJitter } from './feed-retry';

/**
 * When a feed is asked the next time, and how old its figures are. Plain functions: the clock and chance are handed
 * in; times are milliseconds since 1970.
 */

/** After this many intervals without an answer the figures are marked as not up to date. */
const MISSED_UNTIL_STALE = 2;
/** First step of the backoff between refreshes that failed, and the least that lies between two of them. */
const FIRST_STEP_MS = 60_000;
const LEAST_MS = 15_000;
/** An answer a little late each time keeps the pages of an office from asking all at once: up to this share. */
const SPREAD = 0.05;

export interface FeedPast {
  /** Last refresh that worked, also when nothing had changed; null = never in this browser. */
  readonly lastGoodMs: number | null;
  /** Last refresh at all. */
  readonly lastTryMs: number | null;
  /** Refreshes that failed since the last one that worked. */
  readonly failures: number;
  /** What the feed asked for at the last failure. */
  readonly retryAfterMs: number | null;
}

/** Time of the next refresh; null when the user refreshes by hand (`intervalMs` 0). A time gone by means: now. */
export function nextTryAt(past: FeedPast, intervalMs: number, random: () => number): number | null {
  if (intervalMs <= 0) return null;
  if (past.failures === 0 || past.lastTryMs === null) {
    if (past.lastGoodMs === null) return 0;
    return past.lastGoodMs + intervalMs + Math.floor(random() * SPREAD * intervalMs);
  }
  const jitter = fullJitter(past.failures, FIRST_STEP_MS, intervalMs, random);
  const wait = Math.max(LEAST_MS, jitter, past.retryAfterMs ?? 0);
  return past.lastTryMs + wait;
}

export interface FeedAge {
  /** 0 also when the clock of the device was set back. */
  readonly ageMs: number;
  /** Whole intervals that have passed without an answer; 0 without an interval. */
  readonly missed: number;
  readonly stale: boolean;
}

/** How old the figures are; null when there are none. */
export function ageOf(lastGoodMs: number | null, intervalMs: number, nowMs: number): FeedAge | null {
  if (lastGoodMs === null) return null;
  const ageMs = Math.max(0, nowMs - lastGoodMs);
  const missed = intervalMs > 0 ? Math.floor(ageMs / intervalMs) : 0;
  return { ageMs, missed, stale: missed >= MISSED_UNTIL_STALE };
}

/** When figures of a time become stale; null when they never do. */
export function staleAt(lastGoodMs: number | null, intervalMs: number): number | null {
  return lastGoodMs === null || intervalMs <= 0 ? null : lastGoodMs + MISSED_UNTIL_STALE * intervalMs;
}
