import { quoteGiven } from '../base/issue';
import type { Day } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import { today } from './clock';
import { pageAddress } from './config';
import type { FeedAnswers, FeedValidator } from './engine-api';
import { FEED_TEXT } from './text';
import { TroubleError } from './trouble';

/** How many are asked for at the same time. */
const AT_ONCE = 6;

/** `unchanged`: every answer is, byte for byte, the one that was there before. */
export type FetchedFeed = FeedAnswers & { readonly unchanged?: boolean };

/** Only what fetching needs; the whole contract is checked by `observations/read-feed.ts`. */
interface Catalog {
  readonly name?: { readonly zh: string };
  readonly demonstration?: boolean;
  readonly observations: readonly { readonly indicator: string; readonly url: string }[];
}

/** One answer, and whether it is the one that was there before. */
export interface Part {
  readonly body: ArrayBuffer;
  readonly validator: FeedValidator | null;
  readonly same: boolean;
}

/** Gets one address; `before`: the answer that was there before. */
export type Ask = (url: string, before: ArrayBuffer | null, signal: AbortSignal) => Promise<Part>;

interface AnswersRequest {
  /** Address of the feed's catalogue; relative ones are meant from the page. */
  readonly url: string;
  readonly ask: Ask;
  readonly last?: FeedAnswers | null;
  readonly takenOn?: Day | undefined;
}

/**
 * Fetches the catalogue and every answer that it names, some at a time. All or nothing: the first failure ends the
 * others and is thrown. Answers are bytes; only addresses on the feed's own site are followed.
 */
export async function fetchAnswers(
  { url: address, ask, last = null, takenOn = today() }: AnswersRequest,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<FetchedFeed> {
  const others = new AbortController();
  const stop = (): void => others.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', stop);
  try {
    const catalogUrl = addressOf(address, pageAddress());
    const catalog = await ask(catalogUrl, last?.catalog ?? null, others.signal);
    const parts = parseCatalog(catalog.body, catalogUrl);
    const urls = parts.observations.map(({ url }) => {
      const full = addressOf(url, catalogUrl);
      if (new URL(full).origin !== new URL(catalogUrl).origin) throw trouble(FEED_TEXT.otherOrigin, full);
      return full;
    });
    const before = new Map(last?.observations.map(({ url, body }) => [url, body]));
    const answers: Part[] = Array.from({ length: urls.length });
    let next = 0;
    let done = 0;
    const lane = async (): Promise<void> => {
      while (next < urls.length) {
        const k = next++;
        answers[k] = await ask(urls[k]!, before.get(urls[k]!) ?? null, others.signal);
        onProgress(++done / urls.length);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, urls.length) }, lane));
    const validators = [
      [catalogUrl, catalog.validator] as const,
      ...urls.map((url, k) => [url, answers[k]!.validator] as const),
    ];
    return {
      name: parts.name?.zh ?? '',
      demonstration: parts.demonstration ?? false,
      takenOn,
      catalog: catalog.body,
      observations: parts.observations.map(({ indicator }, k) => ({
        indicator,
        body: answers[k]!.body,
        url: urls[k]!,
      })),
      validators: Object.fromEntries(validators.filter(([, validator]) => validator !== null)) as Record<
        string,
        FeedValidator
      >,
      unchanged: last !== null && catalog.same && answers.every((part) => part.same),
    };
  } finally {
    signal.removeEventListener('abort', stop);
    others.abort();
  }
}

function parseCatalog(body: ArrayBuffer, url: string): Catalog {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw trouble(FEED_TEXT.notJson, url, error);
  }
  const { name, demonstration, observations } = (raw ?? {}) as Partial<Record<keyof Catalog, unknown>>;
  const textAt = (of: unknown, key: string): unknown => (of as Record<string, unknown> | null | undefined)?.[key];
  const list = Array.isArray(observations) ? observations : null;
  // By hand, in few lines: what checks shapes weighs a fiftieth of the first load.
  const parts: readonly (readonly [path: string, value: unknown, wanted: 'text' | 'yesOrNo' | 'list'])[] = [
    ...(name === undefined ? [] : ['zh', 'en'].map((key) => [`.name.${key}`, textAt(name, key), 'text'] as const)),
    ...(demonstration === undefined ? [] : [['.demonstration', demonstration, 'yesOrNo'] as const]),
    ['.observations', observations, 'list'],
    ...(list ?? []).flatMap((part, k) =>
      ['indicator', 'url'].map((key) => [`.observations[${k}].${key}`, textAt(part, key), 'text'] as const),
    ),
  ];
  const good = { text: 'string', yesOrNo: 'boolean', list: 'object' } as const;
  const fault = parts.find(([, value, wanted]) => typeof value !== good[wanted] || (wanted === 'list' && !list));
  if (fault) {
    const [where, value, wanted] = fault;
    const given = quoteGiven(JSON.stringify(value) ?? '—');
    throw trouble(sayBoth(FEED_TEXT.shape, { where, expected: FEED_TEXT[wanted], given }), url);
  }
  return raw as Catalog;
}

function addressOf(url: string, base: string): string {
  try {
    return new URL(url, base).href;
  } catch (error) {
    throw trouble(FEED_TEXT.badUrl, url, error);
  }
}

function trouble(what: Text, where: string, cause?: unknown): TroubleError {
  return new TroubleError({ what, where, todo: FEED_TEXT.todo }, { cause });
}

/** One request without ado, for the demonstration, which answers from this very page. */
export function plainly(get: typeof fetch): Ask {
  return async (url, _, signal) => {
    const answer = await get(url, { signal });
    if (!answer.ok) throw trouble(sayBoth(FEED_TEXT.status, { status: answer.status }), url);
    return { body: await answer.arrayBuffer(), validator: null, same: false };
  };
}
