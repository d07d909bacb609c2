import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppConfig } from '../platform/app-config';
import { completeSettings, type FeedSettings, keepOwnSettings, ownSettings } from '../platform/feed-settings';
import type { FeedWait } from '../platform/http-feed';
import type { Trouble } from '../platform/trouble';

/** The feed and its refreshing, as the data screen shows it. Times are milliseconds since 1970. */
export interface FeedState {
  /** In force: the user's own, else the installation's; null when neither names a feed. */
  readonly settings: FeedSettings | null;
  /** What config.json says. */
  readonly installed: FeedSettings | null;
  /** The settings in force are the user's own. */
  readonly own: boolean;
  /** `off`: another source is shown, nothing is refreshed. */
  readonly phase: 'off' | 'waiting' | 'asking';
  /** Why no refresh is made although one may be due. */
  readonly paused: 'hidden' | 'offline' | null;
  /** A request failed and is asked again within the refresh under way. */
  readonly wait: FeedWait | null;
  readonly lastGoodMs: number | null;
  readonly nextTryMs: number | null;
  /** Why the last refresh failed; null when it worked. */
  readonly trouble: Trouble | null;
  /** Refreshes that failed one after the other. */
  readonly failures: number;
  /** Does the refreshing; there once a feed is shown. */
  readonly keeper: { tryNow(): void; cancel(): void } | null;
}

export function createFeedStore(): StoreApi<FeedState> {
  return createStore<FeedState>(() => ({
    settings: null,
    installed: null,
    own: false,
    phase: 'off',
    paused: null,
    wait: null,
    lastGoodMs: null,
    nextTryMs: null,
    trouble: null,
    failures: 0,
    keeper: null,
  }));
}

/** The feed of this page. */
export const feedStore = createFeedStore();

export function useFeed<T>(selector: (state: FeedState) => T): T {
  return useStore(feedStore, selector);
}

/** The configuration with the user's own feed in the place of the installation's source, where there is one. */
export function withOwnFeed(config: AppConfig, feed: StoreApi<FeedState> = feedStore): AppConfig {
  const own = ownSettings();
  const installed = config.source.kind === 'http-feed' ? completeSettings(config.source) : null;
  feed.setState({ settings: own ?? installed, installed, own: own !== null });
  return own ? { ...config, source: { kind: 'http-feed', ...own }, trouble: null } : config;
}

/** The installation's settings hold again. */
export function forgetOwnFeed(feed: StoreApi<FeedState> = feedStore): void {
  keepOwnSettings(null);
  feed.setState(({ installed }) => ({ settings: installed, own: false }));
}
