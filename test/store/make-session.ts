import type { BatchInfo } from '../../src/panel/panel';
import type {
  AssessmentView,
  CallOptions,
  EngineApi,
  FeedAnswers,
  KeepApi,
  Kept,
  KeepChange,
  ReadReport,
} from '../../src/platform/engine-api';
import type { AppConfig } from '../../src/platform/app-config';
import { TroubleError } from '../../src/platform/trouble';
import { createSession } from '../../src/store/session';
import type { FeedRequest, Session, SessionDeps } from '../../src/store/session-state';
import type { Day } from '../../src/base/period';
import type { StoreApi } from 'zustand/vanilla';

export const trouble = (word: string): TroubleError =>
  new TroubleError({ what: { zh: word, en: word }, where: '', todo: { zh: '', en: '' } });

/** What two tabs share: the store of the browser, and the messages between them. */
export interface Browser {
  kept: Kept | null;
  readonly feeds: Map<string, FeedAnswers>;
  readonly tabs: Set<() => void>;
  full: boolean;
  /** Imports under way: are their figures in? */
  readonly marks: Map<string, boolean>;
  readonly ended: [mark: string, whole: boolean][];
  /** No messages between tabs (an old browser). */
  silent: boolean;
}
export const newBrowser = (): Browser => ({
  kept: null,
  feeds: new Map(),
  tabs: new Set(),
  full: false,
  marks: new Map(),
  ended: [],
  silent: false,
});

/** A made-up outside world of one tab, whose parts a test bends. */
export interface World {
  config: AppConfig;
  asof: Day | null;
  rules: string | null;
  /** The feed's behaviour; by default it answers. */
  feed: (request: FeedRequest, signal: AbortSignal) => Promise<FeedAnswers>;
  /** Awaited within `load` and `assess`. */
  slow: (signal: AbortSignal | undefined) => Promise<void>;
  readonly log: string[];
  moveAsof(day: Day | null): void;
  moveRules(id: string | null): void;
  crash(): void;
  loseWorkers(): void;
}

const batchInfo = (id: string): BatchInfo => ({
  id,
  name: `${id}.csv`,
  source: id,
  takenOn: 10,
  demonstration: id.startsWith('demo'),
  rows: 1,
});

function viewOf(ids: readonly string[], asOf: Day | null, asked: string | null): AssessmentView {
  return {
    asOf,
    rules: { asked },
    batches: ids.map(batchInfo),
    demonstration: ids.some((id) => id.startsWith('demo')),
  } as unknown as AssessmentView;
}

/** An engine that only knows names: the session must not care about more. */
function fakeEngine(
  browser: Browser,
  world: World,
): EngineApi &
  KeepApi & {
    onRestart(listener: () => void): void;
    restart(): void;
    onInPage(listener: () => void): void;
    loseWorkers(): void;
  } {
  let batches = new Set<string>();
  let loaded: readonly string[] = [];
  let asked: string | null = null;
  const restarted: (() => void)[] = [];
  const inPage: (() => void)[] = [];
  const work = async (name: string, options: CallOptions): Promise<void> => {
    world.log.push(name);
    options.signal?.throwIfAborted();
    await world.slow(options.signal);
    options.signal?.throwIfAborted();
  };
  const report = (batchId: string): ReadReport =>
    ({ batchId, taken: 1, issues: [], issueCounts: {} }) as unknown as ReadReport;
  const part = {
    async readFile(file: File): Promise<ReadReport> {
      batches.add(file.name);
      return report(file.name);
    },
    readRegions: async () => ({ tree: null, issues: [] }),
    async useIndicators(json: unknown): Promise<void> {
      if (json === 'faulty') throw trouble('faulty list');
    },
    async readFeed(answers: FeedAnswers): Promise<ReadReport> {
      const id = `${answers.demonstration ? 'demo' : 'feed'}@${answers.takenOn}`;
      batches.add(id);
      return report(id);
    },
    async useRules(id: string | null): Promise<void> {
      asked = id;
    },
    async load(ids: readonly string[], asOf: Day | null, options: CallOptions): Promise<AssessmentView> {
      await work(`load ${ids.join('+')} ${asOf}`, options);
      for (const id of ids) if (!batches.has(id)) throw trouble(`gone ${id}`);
      loaded = ids;
      return viewOf(ids, asOf, asked);
    },
    async assess(asOf: Day | null, options: CallOptions): Promise<AssessmentView> {
      await work(`assess ${asOf}`, options);
      return viewOf(loaded, asOf, asked);
    },
    async restore(): Promise<Kept | null> {
      for (const id of browser.kept?.batchIds ?? []) batches.add(id);
      return browser.kept;
    },
    async keep(change: KeepChange): Promise<Kept> {
      if (browser.full) throw trouble('disk full');
      const out = new Set([...change.add, ...change.back, ...change.drop]);
      const before = change.replace ? [] : (browser.kept?.batchIds ?? []).filter((id) => !out.has(id));
      const ids = [...before, ...change.add, ...change.back];
      // Batches are named so that their order of import is that of the alphabet.
      if (change.back.length > 0) ids.sort();
      if (change.mark !== null) browser.marks.set(change.mark, true);
      browser.kept = {
        source: change.source,
        batchIds: ids,
        lost: [],
        set: { id: 'first', name: '' },
        interrupted: [],
        room: null,
      };
      return browser.kept;
    },
    async beginImport(ids: readonly string[]): Promise<string> {
      browser.marks.set(ids.join(), false);
      return ids.join();
    },
    async endImport(mark: string): Promise<void> {
      browser.ended.push([mark, browser.marks.get(mark)!]);
      browser.marks.delete(mark);
    },
    async keepFeed(url: string, answers: FeedAnswers): Promise<void> {
      browser.feeds.set(url, answers);
    },
    lastFeed: async (url: string) => browser.feeds.get(url) ?? null,
    onRestart: (listener: () => void) => restarted.push(listener),
    onInPage: (listener: () => void) => inPage.push(listener),
    loseWorkers: () => inPage.forEach((listener) => listener()),
    restart() {
      batches = new Set();
      for (const listener of restarted) listener();
    },
  };
  return part as unknown as ReturnType<typeof fakeEngine>;
}

export function newTab(browser: Browser = newBrowser()): { session: StoreApi<Session>; world: World } {
  const watchers: (() => void)[] = [];
  const others: (() => void)[] = [];
  const hear = (): void => others.forEach((listener) => listener());
  browser.tabs.add(hear);
  const world: World = {
    config: { source: { kind: 'demonstration' }, trouble: null },
    asof: null,
    rules: null,
    feed: async ({ url }) => ({
      name: 'Feed',
      demonstration: url.startsWith('demo'),
      takenOn: 100,
      catalog: new ArrayBuffer(0),
      observations: [],
    }),
    slow: async () => undefined,
    log: [],
    moveAsof(day) {
      world.asof = day;
      watchers.forEach((w) => w());
    },
    moveRules(id) {
      world.rules = id;
      watchers.forEach((w) => w());
    },
    crash: () => engine.restart(),
    loseWorkers: () => engine.loseWorkers(),
  };
  const engine = fakeEngine(browser, world);
  const deps: SessionDeps = {
    engine,
    loadConfig: async () => world.config,
    fetchFeed: (request, signal) => world.feed(request, signal),
    startDemonstration: async () => ({ fetch, url: 'demo/catalog.json' }),
    place: {
      asof: () => world.asof,
      rules: () => world.rules,
      setAsof: (day) => world.moveAsof(day),
      subscribe: (w) => {
        watchers.push(w);
        return () => undefined;
      },
    },
    tabs: {
      announce: () => [...browser.tabs].filter((t) => t !== hear && !browser.silent).forEach((t) => t()),
      onOther: (listener) => {
        others.push(listener);
        return () => undefined;
      },
    },
  };
  return { session: createSession(deps), world };
}

/** Lets everything that is under way come to rest. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

export const idsOf = (session: StoreApi<Session>): readonly string[] =>
  session.getState().view?.batches.map((b) => b.id) ?? [];

export async function importFile(session: StoreApi<Session>, name: string, replace = false): Promise<boolean> {
  await session.getState().engine.readFile({ name } as File, {}, {});
  return session.getState().importBatches([name], { replace });
}
