import type { Day } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import { nowMs } from './clock';
import { pageAddress } from './config';
import type { FeedAnswers, FeedValidator } from './engine-api';
import { type FeedHeader, headerFaults } from './feed-headers';
import { FEED_FAILURE_TEXT } from './feed-failure-text';
import { askOnce, lasting } from './feed-request';
import { FeedError, isPassing, parseRetryAfter, RETRIES_IN_ALL, TRIES, waitBeforeRetry } from './feed-retry';
import { type Ask, fetchAnswers, type FetchedFeed, type Part } from './fetch-answers';
import { FEED_TEXT } from './text';

export interface FeedRequest {
  /** Address of the feed's catalogue; relative ones are meant from the page. */
  readonly url: string;
  /** Sent with every request to the feed, and to no other site. */
  readonly headers?: readonly FeedHeader[];
  /** The last good answers: only what has changed since is sent. */
  readonly last?: FeedAnswers | null;
  /** Tries of each request; 1 = do not ask again. */
  readonly tries?: number;
  /** Told of every wait before a further try. */
  readonly onWait?: (wait: FeedWait) => void;
  /** The demonstration answers through a function of its own. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly takenOn?: Day;
  /** Clock, chance and waiting; tests bring their own. */
  readonly now?: () => number;
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A request failed and will be asked again. */
export interface FeedWait {
  readonly why: Text;
  /** Number of the coming try, from 2. */
  readonly attempt: number;
  readonly tries: number;
  readonly untilMs: number;
}

/**
 * Fetches a feed as `fetchAnswers` does, with patience: what passes by itself is asked again (feed-retry.ts), and with
 * the last answers at hand the requests are conditional: a 304 takes the answer from there. A failed request is thrown
 * as a `FeedError`.
 */
export async function fetchFeed(
  request: FeedRequest,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<FetchedFeed> {
  checkHeaders(request.headers ?? [], request.url);
  const { url, last = null, takenOn } = request;
  return fetchAnswers({ url, last, takenOn, ask: createAsker(request) }, signal, onProgress);
}

/** Asks for one address after the other, with what they share: the headers and the tries that are left. */
function createAsker(request: FeedRequest): Ask {
  const { tries = TRIES, now = nowMs, random = Math.random, sleep = sleepMs } = request;
  const way = { headers: request.headers ?? [], fetch: request.fetch ?? fetch, timeoutMs: request.timeoutMs };
  let left = RETRIES_IN_ALL;
  /** A feed on another site may not admit our conditions; the browser's own are then all there is. */
  let conditions = true;

  return async function ask(url, before, signal) {
    const validator = (before && request.last?.validators?.[url]) ?? null;
    for (let failed = 0; ; ) {
      const conditional = conditions ? validator : null;
      try {
        return await once(url, before, conditional, signal);
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        if (conditional && error.retryAfterMs === null && error.cause instanceof TypeError && !isOurs(url)) {
          conditions = false;
          continue;
        }
        failed++;
        const wait =
          error.passing && failed < tries && left > 0 ? waitBeforeRetry(failed, error.retryAfterMs, random) : null;
        if (wait === null) throw error;
        left--;
        request.onWait?.({ why: error.trouble.what, attempt: failed + 1, tries, untilMs: now() + wait });
        await sleep(wait, signal);
      }
    }
  };

  async function once(
    url: string,
    before: ArrayBuffer | null,
    validator: FeedValidator | null,
    signal: AbortSignal,
  ): Promise<Part> {
    const answer = await askOnce(way, url, validator, signal);
    const { status } = answer;
    if (status === 304 && before) return { body: before, validator: answer.validator ?? validator, same: true };
    if (answer.redirected) throw lasting(FEED_FAILURE_TEXT.redirect, url);
    if (status < 200 || status > 299) {
      const what = sayBoth(FEED_FAILURE_TEXT.status, { status, meaning: FEED_FAILURE_TEXT[meaningOf(status)] });
      const retryAfterMs = parseRetryAfter(answer.retryAfter, now(), answer.date);
      throw new FeedError({ what, where: url, todo: todoOf(status) }, { passing: isPassing(status), retryAfterMs });
    }
    return { body: answer.body, validator: answer.validator, same: before !== null && equalBytes(before, answer.body) };
  }
}

/** A header that browsers drop in silence is said instead. */
function checkHeaders(headers: readonly FeedHeader[], url: string): void {
  const fault = headerFaults(headers).find((f) => f !== null);
  if (fault) throw new FeedError({ what: fault, where: url, todo: FEED_FAILURE_TEXT.todoDenied }, { passing: false });
}

function isOurs(url: string): boolean {
  return new URL(url).origin === new URL(pageAddress()).origin;
}

function meaningOf(status: number): 'denied' | 'notFound' | 'tooMany' | 'busy' | 'other' {
  if (status === 401 || status === 403 || status === 407) return 'denied';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 429) return 'tooMany';
  return status >= 500 ? 'busy' : 'other';
}

function todoOf(status: number): Text {
  const meaning = meaningOf(status);
  if (meaning === 'denied') return FEED_FAILURE_TEXT.todoDenied;
  return meaning === 'notFound' ? FEED_FAILURE_TEXT.todoNotFound : FEED_TEXT.todo;
}

function equalBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  if (a.byteLength !== b.byteLength) return false;
  const [x, y] = [new Uint8Array(a), new Uint8Array(b)];
  return x.every((byte, i) => byte === y[i]);
}

/** Waits; an abort ends it at once, as an abort. */
function sleepMs(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      done();
    }, ms);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
