import { sayBoth, type Text } from '../base/text';
import type { FeedValidator } from './engine-api';
import { addressFault, thisPage } from './feed-checks';
import type { FeedHeader } from './feed-headers';
import { FeedError } from './feed-retry';
import { FEED_TEXT } from './text';
import { isAbort, TroubleError } from './trouble';

/** How patient we are with one answer. */
const TIMEOUT_MS = 60_000;

/** How every request of a refresh is made. */
export interface AskingWay {
  readonly headers: readonly FeedHeader[];
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number | undefined;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly redirected: boolean;
  readonly body: ArrayBuffer;
  readonly validator: FeedValidator | null;
  readonly retryAfter: string | null;
  readonly date: string | null;
}

/** One request with its time limit, headers and body alike. Fails with a `FeedError`, or as the abort that it was. */
export async function askOnce(
  { headers: own, fetch: get, timeoutMs = TIMEOUT_MS }: AskingWay,
  url: string,
  /** The version at hand: only what differs from it is sent. */
  validator: FeedValidator | null,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const patience = new AbortController();
  const stop = (): void => patience.abort(signal.reason);
  signal.addEventListener('abort', stop);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    patience.abort();
  }, timeoutMs);
  try {
    const answer = await get(url, {
      signal: patience.signal,
      // Our own conditions must not meet those of the browser's cache.
      cache: validator ? 'no-store' : 'no-cache',
      credentials: 'same-origin',
      // A redirect to another site would take the headers with it, and what they hold is secret.
      redirect: own.length > 0 ? 'manual' : 'follow',
      headers: headersOf(own, validator),
    });
    const etag = answer.headers.get('etag');
    const lastModified = answer.headers.get('last-modified');
    return {
      status: answer.status,
      redirected: answer.type === 'opaqueredirect',
      body: await answer.arrayBuffer(),
      validator: etag || lastModified ? { ...(etag && { etag }), ...(lastModified && { lastModified }) } : null,
      retryAfter: answer.headers.get('retry-after'),
      date: answer.headers.get('date'),
    };
  } catch (error) {
    if (late) {
      const what = sayBoth(FEED_TEXT.timeout, { seconds: Math.round(timeoutMs / 1000) });
      throw new FeedError({ what, where: url, todo: FEED_TEXT.todo }, { passing: true });
    }
    if (error instanceof TroubleError || isAbort(error) || signal.aborted) throw error;
    const refused = whyRefused(url);
    if (refused) throw lasting(refused, url, error);
    throw new FeedError({ what: FEED_TEXT.offline, where: url, todo: FEED_TEXT.todo }, { passing: true, cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** The browser does not say why it refused a request; what can be known of the reason is told. */
function whyRefused(url: string): Text | null {
  return typeof document === 'undefined' ? null : addressFault(url, thisPage());
}

/** RFC 9110: where there is an entity tag it decides, and the date goes along for caches on the way. */
function headersOf(own: readonly FeedHeader[], validator: FeedValidator | null): Record<string, string> {
  return {
    ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
    ...(validator?.etag && { 'If-None-Match': validator.etag }),
    ...(validator?.lastModified && { 'If-Modified-Since': validator.lastModified }),
  };
}

/** A failure that asking again would not mend. */
export function lasting(what: Text, where: string, cause?: unknown): FeedError {
  return new FeedError({ what, where, todo: FEED_TEXT.todo }, { passing: false, cause });
}
