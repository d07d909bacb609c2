import { describe, expect, test } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { AppConfig } from '../../src/platform/app-config';
import { FeedError } from '../../src/platform/feed-retry';
import { createFeedStore, type FeedState } from '../../src/store/feed';
import { type FeedWorld, keepFeed } from '../../src/store/feed-keeper';
import type { FeedRequest, Session, TakenFeed } from '../../src/store/session-state';
import { newTab, trouble } from './make-session';

/** Lets everything that is under way come to rest: nothing here waits for more than promises. */
async function settle(): Promise<void> {
  for (let k = 0; k < 4; k++) await new Promise((resolve) => setImmediate(resolve));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const URL_OF = 'http://f/catalog.json';
const CONFIG: AppConfig = { source: { kind: 'http-feed', url: URL_OF }, trouble: null };

interface Office {
  readonly session: StoreApi<Session>;
  readonly feed: StoreApi<FeedState>;
  /** What the feed answers at the next refresh. */
  answer: (request: FeedRequest, how: { signal: AbortSignal; fromStore: boolean }) => Promise<TakenFeed>;
  hidden: boolean;
  online: boolean;
  checked: number | null;
  readonly asked: boolean[];
  now(): number;
  /** Lets time pass, with the timers that fall due, and everything come to rest. */
  pass(ms: number): Promise<void>;
  tell(what: 'page' | 'online' | 'checked' | 'settings'): Promise<void>;
}

const taken = (batchId: string, takenOn = 100): TakenFeed => ({
  kind: 'http-feed',
  url: URL_OF,
  name: 'Feed',
  demonstration: false,
  takenOn,
  report: { batchId, taken: 1, issues: [], issueCounts: {} } as unknown as TakenFeed['report'],
  stale: null,
});

const busy =
  (retryAfterMs: number | null = null) =>
  async (): Promise<TakenFeed> => {
    throw new FeedError(trouble('busy').trouble, { passing: true, retryAfterMs });
  };

/** A page that shows a feed, refreshed just now, with a clock of its own. */
async function office(intervalMinutes = 60, reachable = true): Promise<Office> {
  const { session, world } = newTab();
  world.config = CONFIG;
  const { feed: served } = world;
  world.feed = (request, signal) => (reachable ? served(request, signal) : Promise.reject(trouble('no answer')));
  await session.getState().start();
  const feed = createFeedStore();
  feed.setState({ settings: { url: URL_OF, headers: [], intervalMinutes } });
  let now = 10 * HOUR;
  let timer: { at: number; listener: () => void } | null = null;
  let tell: Parameters<FeedWorld['onChange']>[0] = () => undefined;
  const it: Office = {
    session,
    feed,
    answer: reachable ? async () => taken('feed@100') : busy(),
    hidden: false,
    online: true,
    checked: session.getState().phase === 'ready' && !session.getState().source.stale ? now : null,
    asked: [],
    now: () => now,
    async pass(ms) {
      const until = now + ms;
      for (;;) {
        await settle();
        if (!timer || timer.at > until) break;
        const { at, listener } = timer;
        timer = null;
        now = Math.max(now, at);
        listener();
      }
      now = until;
      await settle();
    },
    async tell(what) {
      tell(what);
      await settle();
    },
  };
  keepFeed(session, feed, {
    now: () => now,
    random: () => 0.5,
    timer(listener, ms) {
      const mine = { at: now + ms, listener };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    hidden: () => it.hidden,
    online: () => it.online,
    lastChecked: () => it.checked,
    onChange: (listener) => (tell = listener),
    async take(request, how) {
      it.asked.push(how.fromStore);
      const result = await it.answer(request, how);
      if (!how.fromStore) it.checked = now;
      return result;
    },
  });
  await settle();
  return it;
}

const shown = ({ session }: Office): string => session.getState().view!.batches[0]!.id;
/** The engine of the tests knows a batch once it was read. */
const bring = (it: Office, takenOn: number) => async (): Promise<TakenFeed> => {
  const answers = { name: '', demonstration: false, takenOn, catalog: new ArrayBuffer(0), observations: [] };
  const { batchId } = await it.session.getState().engine.readFeed(answers, {});
  return taken(batchId, takenOn);
};

describe('in good times', () => {
  test('asked once an interval; an answer without news leaves everything as it is', async () => {
    const it = await office();
    const { view } = it.session.getState();
    await it.pass(HOUR - 1);
    expect(it.asked).toEqual([]);
    await it.pass(HOUR * 0.05 + 2);
    expect(it.asked).toEqual([false]);
    expect(it.session.getState().view).toBe(view);
    await it.pass(3 * HOUR);
    expect(it.asked).toHaveLength(3);
    expect(it.feed.getState()).toMatchObject({ failures: 0, trouble: null, phase: 'waiting' });
  });
  test('news are loaded and shown', async () => {
    const it = await office();
    it.answer = bring(it, 101);
    await it.pass(1.1 * HOUR);
    expect(shown(it)).toBe('feed@101');
    expect(it.session.getState().source).toMatchObject({ fetchedOn: 101, stale: false });
  });
  test('by hand only, and at once on request', async () => {
    const it = await office(0);
    await it.pass(50 * HOUR);
    expect([it.asked, it.feed.getState().nextTryMs]).toEqual([[], null]);
    it.answer = bring(it, 101);
    it.feed.getState().keeper!.tryNow();
    await settle();
    expect(shown(it)).toBe('feed@101');
  });
  test('nothing while another source is shown, and again after', async () => {
    const it = await office();
    await it.session.getState().showDemonstration();
    await it.pass(5 * HOUR);
    expect(it.asked).toEqual([]);
    expect(it.feed.getState()).toMatchObject({ phase: 'off', nextTryMs: null });
    await it.session.getState().showConfigured();
    await it.pass(5 * MINUTE);
    expect(it.asked).toEqual([false]);
  });
});

describe('in bad times', () => {
  test('the figures stay, the reason and the next try are said; recovery clears it', async () => {
    const it = await office();
    it.answer = busy();
    await it.pass(1.03 * HOUR);
    const { trouble: said, failures, nextTryMs } = it.feed.getState();
    expect([said?.what.en, failures]).toEqual(['busy', 1]);
    expect(nextTryMs! - it.now()).toBeLessThanOrEqual(MINUTE);
    expect(nextTryMs).toBeGreaterThan(it.now() - MINUTE);
    expect(shown(it)).toBe('feed@100');
    expect(it.session.getState().source.stale).toBe(false);
    it.answer = bring(it, 101);
    await it.pass(MINUTE);
    expect(it.feed.getState()).toMatchObject({ failures: 0, trouble: null });
    expect(shown(it)).toBe('feed@101');
  });
  test('two missed intervals: marked on every screen with day and reason, until the feed is back', async () => {
    const it = await office();
    it.answer = busy();
    await it.pass(1.9 * HOUR);
    expect(it.session.getState().source.stale).toBe(false);
    await it.pass(0.2 * HOUR);
    const { source } = it.session.getState();
    expect(source.stale).toBe(true);
    expect(source.error!.en).toMatch(/1970-04-11.*busy/);
    it.answer = async () => taken('feed@100', 103);
    await it.pass(HOUR);
    expect(it.session.getState().source).toMatchObject({ stale: false, error: null, fetchedOn: 103 });
  });
  test('the waits grow, never beyond the interval', async () => {
    const it = await office();
    it.answer = busy();
    await it.pass(24 * HOUR);
    const { failures, nextTryMs } = it.feed.getState();
    expect(failures).toBeGreaterThan(10);
    expect(failures).toBeLessThan(60);
    expect(nextTryMs! - it.now()).toBeLessThanOrEqual(HOUR);
  });
  test('what the feed asks for is kept to, also when the network comes back; the user’s own wish goes before', async () => {
    const it = await office(5);
    it.answer = busy(3 * HOUR);
    await it.pass(6 * MINUTE);
    await it.pass(2 * HOUR);
    await it.tell('online');
    await it.pass(0.5 * HOUR);
    expect(it.asked).toHaveLength(1);
    it.feed.getState().keeper!.tryNow();
    await settle();
    expect(it.asked).toHaveLength(2);
  });
  test('stopped by the user: the figures stay, no failure is said, the next interval tries again', async () => {
    const it = await office();
    it.answer = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await it.pass(1.1 * HOUR);
    expect(it.feed.getState().phase).toBe('asking');
    it.feed.getState().keeper!.cancel();
    await settle();
    expect(it.feed.getState()).toMatchObject({ phase: 'waiting', trouble: null });
    expect(it.feed.getState().nextTryMs! - it.now()).toBe(HOUR);
    expect(shown(it)).toBe('feed@100');
  });
  test('never reached at all: it goes on trying, and shows what it gets', async () => {
    const it = await office(60, false);
    expect(it.session.getState().phase).toBe('failed');
    it.answer = bring(it, 101);
    await it.pass(MINUTE);
    expect(shown(it)).toBe('feed@101');
    expect(it.session.getState()).toMatchObject({ phase: 'ready', error: null });
  });
});

describe('pauses', () => {
  test('hidden: nothing is asked; shown again: what is due is caught up at once', async () => {
    const it = await office();
    it.hidden = true;
    await it.tell('page');
    await it.pass(5 * HOUR);
    expect([it.asked, it.feed.getState().paused]).toEqual([[], 'hidden']);
    it.hidden = false;
    await it.tell('page');
    expect([it.asked, it.feed.getState().paused]).toEqual([[false], null]);
  });
  test('offline: nothing is asked, the age is marked after two intervals; back online: caught up', async () => {
    const it = await office();
    it.online = false;
    await it.tell('page');
    await it.pass(2.1 * HOUR);
    expect([it.asked, it.feed.getState().paused]).toEqual([[], 'offline']);
    expect(it.session.getState().source).toMatchObject({ stale: true, fetchedOn: 100 });
    it.online = true;
    await it.tell('online');
    await it.pass(2000);
    expect(it.asked).toEqual([false]);
    expect(it.session.getState().source.stale).toBe(false);
  });
  test('the network comes back before the backoff ends: soon, not at once', async () => {
    const it = await office();
    it.answer = busy();
    await it.pass(20 * HOUR);
    const before = it.asked.length;
    await it.tell('online');
    expect(it.asked).toHaveLength(before);
    await it.pass(2000);
    expect(it.asked).toHaveLength(before + 1);
  });
});

describe('beside others', () => {
  test('another tab brought news: shown from the store, the feed is not asked', async () => {
    const it = await office();
    it.answer = bring(it, 101);
    it.checked = it.now() + 5 * MINUTE;
    await it.pass(5 * MINUTE);
    await it.tell('checked');
    expect(it.asked).toEqual([true]);
    expect(shown(it)).toBe('feed@101');
    await it.pass(HOUR);
    expect(it.asked).toHaveLength(1);
  });
  test('a hidden tab follows when it is shown', async () => {
    const it = await office();
    it.hidden = true;
    it.answer = bring(it, 101);
    it.checked = it.now() + MINUTE;
    await it.pass(MINUTE);
    await it.tell('checked');
    expect(it.asked).toEqual([]);
    it.hidden = false;
    await it.tell('page');
    expect([it.asked, shown(it)]).toEqual([[true], 'feed@101']);
  });
  test('news wait for the import that is being looked at', async () => {
    const it = await office();
    it.session.getState().beginImport();
    it.answer = bring(it, 101);
    await it.pass(1.1 * HOUR);
    expect(shown(it)).toBe('feed@100');
    await it.session.getState().endImport('given up');
    await it.pass(10_000);
    expect([shown(it), it.asked.length]).toEqual(['feed@101', 1]);
  });
  test('a refresh by the session’s own button clears the failure', async () => {
    const it = await office();
    it.answer = busy();
    await it.pass(1.1 * HOUR);
    expect(it.feed.getState().failures).toBeGreaterThan(0);
    it.checked = it.now();
    await it.session.getState().showConfigured();
    expect(it.feed.getState()).toMatchObject({ failures: 0, trouble: null });
  });
});
