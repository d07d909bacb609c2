import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import type { Day } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import { today } from './clock';
import { pageAddress } from './config';
import type { FeedAnswers } from './engine-api';
import { FEED_TEXT } from './text';
import { isAbort, TroubleError } from './trouble';

/** How patient we are with one answer, and how many are asked for at the same time. */
const TIMEOUT_MS = 60_000;
const AT_ONCE = 6;

export interface FeedRequest {
  /** Address of the feed's catalogue; relative ones are meant from the page. */
  readonly url: string;
  /** The demonstration answers through a function of its own. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly takenOn?: Day;
}

/** Only what fetching needs; the whole contract is checked by `observations/read-feed.ts`. */
const catalogShape = z.object({
  name: z.optional(z.object({ zh: z.string(), en: z.string() })),
  demonstration: z.optional(z.boolean()),
  observations: z.array(z.object({ indicator: z.string(), url: z.string() })),
});

/**
 * Fetches the catalogue and every answer that it names, some at a time. All or nothing: the first failure ends the
 * others and is thrown as a `TroubleError`. Answers are bytes; only addresses on the feed's own site are followed.
 */
export async function fetchFeed(
  request: FeedRequest,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<FeedAnswers> {
  const get = request.fetch ?? fetch;
  const timeoutMs = request.timeoutMs ?? TIMEOUT_MS;
  const catalogUrl = resolve(request.url, pageAddress());
  const catalog = await bytes(get, catalogUrl, signal, timeoutMs);
  const parts = parseCatalog(catalog, catalogUrl);
  const urls = parts.observations.map(({ url }) => {
    const full = resolve(url, catalogUrl);
    if (new URL(full).origin !== new URL(catalogUrl).origin) throw trouble(FEED_TEXT.otherOrigin, full);
    return full;
  });

  const bodies: ArrayBuffer[] = Array.from({ length: urls.length });
  const others = new AbortController();
  const stop = (): void => others.abort(signal.reason);
  signal.addEventListener('abort', stop);
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < urls.length) {
      const k = next++;
      bodies[k] = await bytes(get, urls[k]!, others.signal, timeoutMs);
      onProgress(++done / urls.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, urls.length) }, lane));
  } finally {
    signal.removeEventListener('abort', stop);
    others.abort();
  }
  return {
    name: parts.name?.zh ?? '',
    demonstration: parts.demonstration ?? false,
    takenOn: request.takenOn ?? today(),
    catalog,
    observations: parts.observations.map(({ indicator }, k) => ({ indicator, body: bodies[k]! })),
  };
}

async function bytes(get: typeof fetch, url: string, signal: AbortSignal, timeoutMs: number): Promise<ArrayBuffer> {
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
    const answer = await get(url, { signal: patience.signal, cache: 'no-cache', credentials: 'same-origin' });
    if (!answer.ok) throw trouble(sayBoth(FEED_TEXT.status, { status: answer.status }), url);
    return await answer.arrayBuffer();
  } catch (error) {
    if (late) throw trouble(sayBoth(FEED_TEXT.timeout, { seconds: Math.round(timeoutMs / 1000) }), url, error);
    if (error instanceof TroubleError || isAbort(error) || signal.aborted) throw error;
    throw trouble(FEED_TEXT.offline, url, error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function parseCatalog(body: ArrayBuffer, url: string): z.infer<typeof catalogShape> {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw trouble(FEED_TEXT.notJson, url, error);
  }
  const checked = checkShape(catalogShape, raw);
  if (checked.value) return checked.value;
  const { path, words, expected, given } = checked.faults[0]!;
  throw trouble(sayBoth(FEED_TEXT.shape, { where: path, expected: words ?? expected, given: given ?? '—' }), url);
}

function resolve(url: string, base: string): string {
  try {
    return new URL(url, base).href;
  } catch (error) {
    throw trouble(FEED_TEXT.badUrl, url, error);
  }
}

function trouble(what: Text, where: string, cause?: unknown): TroubleError {
  return new TroubleError({ what, where, todo: FEED_TEXT.todo }, { cause });
}
