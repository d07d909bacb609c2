import type { Text } from '../base/text';
import { TroubleError } from './trouble';

/**
 * When a failed request of a feed is asked again. Plain functions: the clock and chance are handed in.
 * Method: exponential backoff with full jitter, a wait drawn evenly from 0 to the step's bound, so that many pages
 * that lost the same feed do not come back at the same moment.
 */

/** Tries of one request, the first included. */
export const TRIES = 4;
/** Second tries of all requests of one refresh together: a feed in trouble is not pelted. */
export const RETRIES_IN_ALL = 12;
const FIRST_STEP_MS = 1_000;
const LAST_STEP_MS = 15_000;
/** Longest wait within a refresh; a feed that asks for more is left alone until the next refresh. */
const PATIENCE_MS = 60_000;
/** A Retry-After beyond a day is taken as a day: the page asks again then. */
const LONGEST_MS = 86_400_000;

/** A refresh that failed, with what the feed said of the time to come back. */
export class FeedError extends TroubleError {
  /** Milliseconds from the answer on, or null when the feed named none. */
  readonly retryAfterMs: number | null;
  /** May be asked again: the network, silence, and the states that pass by themselves. */
  readonly passing: boolean;

  constructor(
    trouble: { readonly what: Text; readonly where: string; readonly todo: Text },
    how: { readonly passing: boolean; readonly retryAfterMs?: number | null; readonly cause?: unknown },
  ) {
    super(trouble, { cause: how.cause });
    this.passing = how.passing;
    this.retryAfterMs = how.retryAfterMs ?? null;
  }
}

/** A wrong request stays wrong (4xx); too early, too much and too late pass by, as do most faults of the server. */
export function isPassing(status: number): boolean {
  if (status === 408 || status === 425 || status === 429) return true;
  return status >= 500 && status !== 501 && status !== 505;
}

/** A wait between 0 and the bound of the step, which doubles from `firstMs` to `lastMs`. `failed` counts from 1. */
export function fullJitter(failed: number, firstMs: number, lastMs: number, random: () => number): number {
  return Math.floor(random() * Math.min(lastMs, firstMs * 2 ** Math.min(failed - 1, 40)));
}

/**
 * Milliseconds to wait before a request is asked again, after it failed `failed` times (from 1); null = not in this
 * refresh. What the feed asks for is the least; the jitter comes on top of it.
 */
export function waitBeforeRetry(failed: number, retryAfterMs: number | null, random: () => number): number | null {
  if (failed >= TRIES) return null;
  const wait = fullJitter(failed, FIRST_STEP_MS, LAST_STEP_MS, random) + (retryAfterMs ?? 0);
  return wait > PATIENCE_MS ? null : wait;
}

/**
 * Retry-After (RFC 9110, 10.2.3): whole seconds, or a date in any of the three HTTP forms. Milliseconds from now on,
 * 0 for a date gone by, at most a day; null when the header is absent or cannot be read. `serverNow`: the answer's
 * own Date header, against which a date is reckoned, since the clock of this device may be wrong.
 */
export function parseRetryAfter(header: string | null, nowMs: number, serverNow: string | null = null): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_MS);
  const at = parseHttpDate(text, nowMs);
  if (at === null) return null;
  const from = (serverNow === null ? null : parseHttpDate(serverNow, nowMs)) ?? nowMs;
  return Math.min(Math.max(0, at - from), LONGEST_MS);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FORMS = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  // Sunday, 06-Nov-94 08:49:37 GMT
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  // Sun Nov  6 08:49:37 1994
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

/** Milliseconds since 1970; null for anything else than an HTTP date. `Date.parse` would take far more. */
function parseHttpDate(text: string, nowMs: number): number | null {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const month = MONTHS.indexOf(parts['month']!);
  const [hour, minute, second] = parts['time']!.split(':').map(Number) as [number, number, number];
  const day = Number(parts['day']);
  let year = Number(parts['year']);
  if (parts['year']!.length === 2) {
    // RFC 9110: a year that seems more than 50 years ahead is of the century before.
    const century = Math.floor(new Date(nowMs).getUTCFullYear() / 100) * 100;
    year += century;
    if (year > new Date(nowMs).getUTCFullYear() + 50) year -= 100;
  }
  if (month < 0 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  const at = Date.UTC(year, month, day, hour, minute, second);
  return new Date(at).getUTCDate() === day || second === 60 ? at : null;
}
