import type { StoreApi } from 'zustand/vanilla';
import { nowMs } from '../platform/clock';
import { alone } from '../platform/feed-lock';
import { TRIES } from '../platform/feed-retry';
import { lastChecked, noteChecked, onFeedMemory } from '../platform/feed-settings';
import { onPageChange, pageHidden, pageOnline } from '../platform/page-state';
import { feedStore } from './feed';
import { keepFeed } from './feed-keeper';
import { takeFeed } from './feed-take';
import type { FeedShare, Session, SessionDeps } from './session-state';

/** The part of the program that is fetched only where there is a feed: one part, since it is needed together. */
export { fetchFeed } from '../platform/http-feed';
export { withOwnFeed } from './feed';
export { takeCopy, takeFeed } from './feed-take';

export const feedShare: FeedShare = { now: nowMs, alone, lastChecked, noteChecked };

/** Lets the feed of this page be kept up to date. */
export function keepFeedHere(session: StoreApi<Session>, deps: SessionDeps): void {
  keepFeed(session, feedStore, {
    now: nowMs,
    random: Math.random,
    timer(listener, ms) {
      const id = setTimeout(listener, ms);
      return () => clearTimeout(id);
    },
    hidden: pageHidden,
    online: pageOnline,
    lastChecked,
    onChange(listener) {
      onPageChange(listener);
      onFeedMemory(listener);
    },
    take: (request, options) => takeFeed(deps, { ...request, tries: TRIES }, options),
  });
}
