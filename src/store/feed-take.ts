import type { CallOptions } from '../platform/engine-api';
import type { FetchedFeed } from '../platform/fetch-answers';
import { troubleOf } from '../platform/trouble';
import { readUsable, staleText, takenOf } from './feed-source';
import type { FeedRequest, SessionDeps, TakenFeed } from './session-state';

interface TakeOptions extends CallOptions {
  readonly signal: AbortSignal;
  readonly onFetch?: (done: number) => void;
  /** What another tab has put into the store is enough. */
  readonly fromStore?: boolean;
}

type Deps = Pick<SessionDeps, 'engine' | 'fetchFeed' | 'feedShare'>;

/** Tries of a request while the user waits and an earlier copy is at hand: that one is shown sooner. */
const TRIES_BEFORE_COPY = 2;

/**
 * Fetches what a feed has changed, reads it, and keeps the good answers for the day when it cannot be reached. One tab
 * at a time: one that had to wait for another takes what that one brought.
 */
export async function takeFeed(deps: Deps, request: FeedRequest, options: TakeOptions): Promise<TakenFeed> {
  const { engine } = deps;
  const feedShare = await deps.feedShare?.();
  const { signal, onFetch = () => undefined } = options;
  const refresh = async (): Promise<TakenFeed> => {
    // Without storage there is no earlier copy, and nothing else is lost.
    const last = await engine.lastFeed(request.url, options).catch(() => null);
    const checked = feedShare?.lastChecked(request.url) ?? null;
    const brought = last !== null && (options.fromStore || (checked !== null && checked > begun));
    const tries = last && request.tries === undefined ? { tries: TRIES_BEFORE_COPY } : {};
    const fetched: FetchedFeed = brought
      ? { ...last, unchanged: true }
      : await deps.fetchFeed({ ...request, ...tries, last }, signal, onFetch);
    const same = fetched.unchanged === true && last !== null;
    const { unchanged: _, ...answers } = same ? { ...last, takenOn: fetched.takenOn } : fetched;
    const report = await readUsable(
      engine,
      same || !last ? answers : { ...answers, before: last },
      request.url,
      options,
    );
    if (!brought) {
      // An answer that says nothing new is noted once a day, for the day that stands beside the figures.
      if (!same || last.takenOn !== answers.takenOn) {
        const kept = same || !report.vintages ? answers : { ...answers, vintages: report.vintages };
        await engine.keepFeed(request.url, kept, {}).catch(() => undefined);
      }
      feedShare?.noteChecked(request.url, feedShare.now());
    }
    return takenOf(request.url, 'http-feed', answers, report, null);
  };
  const begun = feedShare?.now() ?? 0;
  return feedShare && !options.fromStore ? feedShare.alone(signal, refresh) : refresh();
}

/** The last good answers in the place of those that could not be had; null when there are none. */
export async function takeCopy(
  deps: Deps,
  url: string,
  error: unknown,
  options: TakeOptions,
): Promise<TakenFeed | null> {
  const last = await deps.engine.lastFeed(url, options);
  if (!last) return null;
  const report = await deps.engine.readFeed(last, options);
  return takenOf(url, 'http-feed', last, report, staleText(last.takenOn, troubleOf(error).what));
}
