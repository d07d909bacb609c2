import type { StoreApi } from 'zustand/vanilla';
import { ageOf, nextTryAt, staleAt } from '../platform/feed-schedule';
import type { FeedWait } from '../platform/http-feed';
import { isAbort, troubleOf } from '../platform/trouble';
import type { FeedState } from './feed';
import { sourceOf, staleText } from './feed-source';
import { FEED_TEXT } from './feed-text';
import type { FeedRequest, Session, TakenFeed } from './session-state';

/** The world outside, handed in: real in the page (feed-world.ts), made up in tests. */
export interface FeedWorld {
  now(): number;
  random(): number;
  /** Calls back once; the answer takes it back. */
  timer(listener: () => void, ms: number): () => void;
  hidden(): boolean;
  online(): boolean;
  lastChecked(url: string): number | null;
  /** The page was shown or hidden, the network came or went, another tab refreshed or set the feed anew. */
  onChange(listener: (what: 'page' | 'online' | 'checked' | 'settings') => void): void;
  take(
    request: FeedRequest,
    options: { readonly signal: AbortSignal; readonly fromStore: boolean },
  ): Promise<TakenFeed>;
}

/** Timers may sleep with the device, and very long ones overflow: the plan is looked at again this often. */
const LOOK_AGAIN_MS = 600_000;
/** A network that came back is given a moment, and not by all pages at once. */
const CATCH_UP_MS = 2_000;
const AFTER_IMPORT_MS = 5_000;

/**
 * Keeps a feed up to date while it is the source on the screen: asks when it is time, waits while the page is hidden or
 * offline and catches up after, lets the last good figures stand when the feed fails, and says all of it in `feed`.
 */
export function keepFeed(session: StoreApi<Session>, feed: StoreApi<FeedState>, world: FeedWorld): void {
  let running: AbortController | null = null;
  let stopTimer = (): void => undefined;
  /** What a refresh brought while other work was in hand. */
  let pending: TakenFeed | null = null;
  /** Another tab has brought something newer. */
  let behind = false;
  let url = '';
  let intervalMs = 0;
  let lastTryMs: number | null = null;
  let retryAfterMs: number | null = null;
  /** The mark is our own: no refresh of the session's. */
  let marking = false;
  let planned: { readonly lastGoodMs: number | null; readonly nextTryMs: number | null } | null = null;

  /** The settings to keep to; null while another source is shown. */
  function active(): FeedState['settings'] {
    const { configured, source, view } = session.getState();
    const shown = source.kind === 'http-feed' || view === null;
    return configured === 'http-feed' && shown ? feed.getState().settings : null;
  }

  /** The one place that decides what comes next; called after everything that happens. */
  function plan(): void {
    stopTimer();
    const settings = active();
    if (!settings) {
      running?.abort();
      running = null;
      pending = null;
      feed.setState({ phase: 'off', nextTryMs: null, paused: null, wait: null });
      return;
    }
    if (settings.url !== url || settings.intervalMinutes * 60_000 !== intervalMs) {
      url = settings.url;
      intervalMs = settings.intervalMinutes * 60_000;
      planned = null;
    }
    const now = world.now();
    const lastGoodMs = world.lastChecked(url);
    if (planned === null || planned.lastGoodMs !== lastGoodMs) {
      const past = { lastGoodMs, lastTryMs, failures: feed.getState().failures, retryAfterMs };
      planned = { lastGoodMs, nextTryMs: nextTryAt(past, intervalMs, world.random) };
    }
    const { nextTryMs } = planned;
    const paused = !world.online() ? 'offline' : world.hidden() ? 'hidden' : null;
    feed.setState({ phase: running ? 'asking' : 'waiting', lastGoodMs, nextTryMs, paused });
    markAge(lastGoodMs, now);
    if (running) return;
    if (pending) return void show();
    if (paused !== 'hidden' && behind) return void refresh(true);
    if (paused === null && nextTryMs !== null && nextTryMs <= now && session.getState().progress === null) {
      return void refresh(false);
    }
    const moments = [paused === null ? nextTryMs : null, staleAt(lastGoodMs, intervalMs)];
    const waits = moments.filter((at) => at !== null && at > now).map((at) => at! - now);
    stopTimer = world.timer(plan, Math.min(LOOK_AGAIN_MS, ...waits));
  }

  /** Figures that missed two intervals are marked on every screen, with the reason. */
  function markAge(lastGoodMs: number | null, now: number): void {
    const { source } = session.getState();
    const { trouble, paused } = feed.getState();
    const why = trouble?.what ?? (paused === 'offline' ? FEED_TEXT.offline : null);
    if (!why || source.kind !== 'http-feed' || source.stale || source.fetchedOn === null) return;
    if (!ageOf(lastGoodMs, intervalMs, now)?.stale) return;
    marking = true;
    session.setState({ source: { ...source, stale: true, error: staleText(source.fetchedOn, why) } });
    marking = false;
  }

  async function refresh(fromStore: boolean): Promise<void> {
    const settings = active();
    if (!settings) return;
    running?.abort();
    const mine = new AbortController();
    running = mine;
    behind = false;
    feed.setState({ phase: 'asking', wait: null });
    const onWait = (wait: FeedWait): void => {
      if (running === mine) feed.setState({ wait });
    };
    const request = { url: settings.url, headers: settings.headers, onWait };
    try {
      const taken = await world.take(request, { signal: mine.signal, fromStore });
      if (running !== mine) return;
      pending = taken;
      retryAfterMs = null;
      feed.setState({ failures: 0, trouble: null });
    } catch (error) {
      if (running !== mine) return;
      const stopped = mine.signal.aborted && isAbort(error);
      retryAfterMs = stopped ? intervalMs : askedFor(error);
      const { failures } = feed.getState();
      feed.setState(stopped ? { failures: failures + 1 } : { failures: failures + 1, trouble: troubleOf(error) });
    }
    running = null;
    lastTryMs = world.now();
    planned = null;
    feed.setState({ wait: null });
    plan();
  }

  /** Loads what was brought, unless it is what the screens show already. */
  async function show(): Promise<void> {
    const taken = pending;
    const { source, feedReport } = session.getState();
    if (!taken) return;
    if (source.kind === 'http-feed' && sameFigures(feedReport, taken.report)) {
      pending = null;
      const fresh = sourceOf(taken);
      if (source.stale || source.fetchedOn !== fresh.fetchedOn) session.setState({ source: fresh });
      return plan();
    }
    // Busy: the end of that work changes the session, and with it the plan.
    if (session.getState().progress !== null) return;
    pending = null;
    if ((await session.getState().showFeed(taken)) || session.getState().error !== null || pending) return;
    // An import is being looked at: it says nothing when it ends.
    pending = taken;
    stopTimer();
    stopTimer = world.timer(plan, AFTER_IMPORT_MS);
  }

  function tryNow(): void {
    pending = null;
    if (session.getState().view === null) void session.getState().retry();
    else void refresh(false);
  }

  session.subscribe((now, before) => {
    if (marking) return;
    if (now.source !== before.source && now.source.kind === 'http-feed') takeOver(now.source);
    const matters = now.source !== before.source || now.view !== before.view || now.configured !== before.configured;
    if (matters || (before.progress !== null && now.progress === null)) plan();
  });

  /** A refresh that the session made itself (at the start, by the button) counts as one of ours. */
  function takeOver({ stale, error, url: where }: Session['source']): void {
    const { failures } = feed.getState();
    if (stale && failures === 0) {
      lastTryMs = world.now();
      const trouble = { what: error ?? FEED_TEXT.offline, where, todo: FEED_TEXT.staleTodo };
      feed.setState({ failures: 1, trouble });
    } else if (!stale && failures > 0) {
      retryAfterMs = null;
      feed.setState({ failures: 0, trouble: null });
    }
    planned = null;
  }

  world.onChange((what) => {
    if (what === 'checked') behind = active() !== null && world.lastChecked(url) !== feed.getState().lastGoodMs;
    if (what === 'settings' && active()) return void session.getState().showConfigured();
    if (what === 'online' && feed.getState().failures > 0 && retryAfterMs === null && planned?.nextTryMs) {
      const soon = world.now() + Math.floor(world.random() * CATCH_UP_MS);
      planned = { ...planned, nextTryMs: Math.min(planned.nextTryMs, soon) };
    }
    plan();
  });
  feed.setState({ keeper: { tryNow, cancel: () => running?.abort() } });
  if (session.getState().source.kind === 'http-feed') takeOver(session.getState().source);
  plan();
}

function sameFigures(a: Session['feedReport'], b: TakenFeed['report']): boolean {
  return a !== null && a.batchId === b.batchId && (a.vintages?.length ?? 0) === (b.vintages?.length ?? 0);
}

/** What the feed itself said of the time to come back; only its own errors carry that. */
function askedFor(error: unknown): number | null {
  const { retryAfterMs } = error as { readonly retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' ? retryAfterMs : null;
}
