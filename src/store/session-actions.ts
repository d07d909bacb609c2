import { sayBoth } from '../base/text';
import { fileOfBatch, type Kept, type KeepChange } from '../platform/engine-api';
import { WORKER_TEXT } from '../platform/text';
import { isAbort, type Trouble, TroubleError, troubleOf } from '../platform/trouble';
import { createLoaders, options, type Work } from './session-load';
import type { Session, SessionActions, SessionDeps } from './session-state';
import { SESSION_TEXT, STEP_TEXT } from './text';

type SetState = (part: Partial<Session>) => void;

const NO_CHANGE = { replace: false, newSet: null, add: [], back: [], drop: [], mappings: {}, mark: null } as const;

/** Where each step begins and ends on the one bar that the user sees. */
const SPAN: Readonly<Record<keyof typeof STEP_TEXT, readonly [number, number]>> = {
  start: [0, 0.02],
  restore: [0.02, 0.3],
  fetch: [0.02, 0.3],
  read: [0.3, 0.5],
  check: [0.5, 0.6],
  prepare: [0.6, 0.7],
  detect: [0.7, 0.92],
  grade: [0.92, 0.98],
  keep: [0.98, 1],
};

/** How imports ended that were cut off; of several the one to act upon, with the names of all such. */
function interruptedNotice(imports: Kept['interrupted']): Trouble {
  const missing = imports.filter((i) => !i.whole);
  const [told, what, todo] =
    missing.length > 0
      ? [missing, SESSION_TEXT.cutOff, SESSION_TEXT.cutOffTodo]
      : [imports, SESSION_TEXT.cutOffWhole, SESSION_TEXT.cutOffWholeTodo];
  const names = told.flatMap((i) => i.names).join(', ');
  return { what: sayBoth(what, { names }), where: '', todo };
}

export function createSessionActions(deps: SessionDeps, set: SetState, get: () => Session): SessionActions {
  const { engine } = deps;
  const changeOf = (change: Partial<KeepChange> & Pick<KeepChange, 'source'>): KeepChange => ({
    ...NO_CHANGE,
    by: deps.by?.() ?? '',
    ...change,
  });
  const { configured, loadDemonstration, loadConfigured, loadFiles, showTaken, assessAnew } = createLoaders(
    deps,
    (kind) => set({ configured: kind }),
  );
  let started: Promise<void> | null = null;
  let latest: AbortController | null = null;
  let again: () => Promise<void> = () => Promise.resolve();
  /** The work in hand is only a change of the day of knowledge: a newer day may take its place. */
  let assessing = false;
  let resuming = false;
  let importing = false;
  let otherTabChanged = false;

  /** Runs a piece of work; an abort is silent, any other failure is shown. True when it ended well. */
  async function run(what: (work: Work) => Promise<Partial<Session>>, retry: () => Promise<void>): Promise<boolean> {
    latest?.abort();
    const mine = new AbortController();
    latest = mine;
    assessing = false;
    again = retry;
    const step: Work['step'] = (name, done) => {
      if (latest !== mine) return;
      const [from, to] = SPAN[name];
      set({ progress: { done: from + (to - from) * done, step: STEP_TEXT[name] } });
    };
    set({ error: null, phase: get().view ? 'ready' : 'loading', progress: { done: 0, step: STEP_TEXT.start } });
    try {
      const result = await what({ signal: mine.signal, step, progress: (done, name) => step(name, done) });
      if (latest !== mine) return false;
      set({ ...result, phase: 'ready', progress: null });
      // From here on, "again" means the source itself: a stale feed, say.
      again = runResume;
      return true;
    } catch (error) {
      if (latest !== mine) return false;
      const stopped = mine.signal.aborted && isAbort(error);
      const hasView = get().view !== null;
      const why = stopped
        ? { what: SESSION_TEXT.stopped, where: '', todo: SESSION_TEXT.stoppedTodo }
        : troubleOf(error);
      set({ progress: null, phase: hasView ? 'ready' : 'failed', error: stopped && hasView ? null : why });
      return false;
    } finally {
      if (latest === mine) {
        latest = null;
        queueMicrotask(catchUp);
      }
    }
  }

  /** What came up during a piece of work: another day in the address, another tab's change. */
  function catchUp(): void {
    if (latest) return;
    if (otherTabChanged) void followOtherTab();
    else if (get().error === null) void followAsOf();
  }

  /**
   * Notes the change in the store. Figures that cannot be kept are shown all the same, and it is said. Where another
   * tab has added something meanwhile, both are kept, and this tab follows.
   */
  async function keep(
    change: KeepChange,
    work: Work,
    shown: readonly string[] | null,
  ): Promise<Pick<Session, 'kept' | 'notice'>> {
    work.step('keep', 0);
    try {
      const kept = await engine.keep(change, {});
      deps.tabs.announce();
      if (shown && shown.join() !== kept.batchIds.join()) otherTabChanged = true;
      return { kept, notice: null };
    } catch (error) {
      const { what, where, todo } = troubleOf(error);
      const both = sayBoth({ zh: '{a}。{b}', en: '{a}. {b}' }, { a: SESSION_TEXT.notKept, b: what });
      return { kept: get().kept, notice: { what: both, where, todo } };
    }
  }

  /** Batches of the files: those on the screen, or those that wait while another source is shown. */
  const fileIds = (): readonly string[] =>
    get().source.kind === 'files' ? (get().view?.batches.map((b) => b.id) ?? []) : (get().kept?.batchIds ?? []);

  /** What is kept decides: the files when they were used last, else the configured source. */
  async function resume(work: Work): Promise<Partial<Session>> {
    work.step('restore', 0);
    let kept: Kept | null = null;
    let notice: Session['notice'] = null;
    try {
      kept = await engine.restore(options(work));
    } catch (error) {
      if (isAbort(error)) throw error;
      notice = troubleOf(error);
    }
    if (kept && kept.lost.length > 0) {
      notice = { what: SESSION_TEXT.lost, where: kept.lost.join(', '), todo: SESSION_TEXT.lostTodo };
    }
    // What is lost will be said at the next start, too, this only now; but whole, it asks for nothing to be done.
    const cutOff = kept?.interrupted ?? [];
    if (cutOff.length > 0 && (!notice || cutOff.some((i) => !i.whole))) notice = interruptedNotice(cutOff);
    if (kept?.source === 'files' && kept.batchIds.length > 0) {
      const config = await configured(work);
      const loaded = await loadFiles(kept.batchIds, work);
      return { ...loaded, kept, notice: notice ?? config.trouble, configured: config.source.kind };
    }
    const loaded = await loadConfigured(work);
    return { ...loaded, kept, notice: notice ?? loaded.notice };
  }

  async function show(load: (work: Work) => Promise<Partial<Session>>, source: Kept['source']): Promise<void> {
    const change = changeOf({ source });
    await run(
      async (work) => {
        const loaded = await load(work);
        const { kept, notice } = await keep(change, work, null);
        return { ...loaded, kept, notice: loaded.notice ?? notice, removed: null };
      },
      () => show(load, source),
    );
  }

  const actions: SessionActions = {
    start() {
      started ??= begin();
      return started;
    },
    retry: () => again(),
    cancel() {
      latest?.abort();
    },
    showDemonstration: () => show(loadDemonstration, 'configured'),
    showConfigured: () => show(loadConfigured, 'configured'),
    showFiles: () =>
      show(async (work) => {
        const kept = await engine.restore(options(work));
        if (!kept || kept.batchIds.length === 0) {
          throw new TroubleError({ what: SESSION_TEXT.gone, where: '', todo: SESSION_TEXT.goneTodo });
        }
        return loadFiles(kept.batchIds, work);
      }, 'files'),
    async showFeed(taken) {
      if (latest || importing) return false;
      return run((work) => showTaken(taken, work), actions.showConfigured);
    },
    setAsOf: (day) => deps.place.setAsof(day),
    async regrade() {
      const worked = await run(
        async (work) => ({ view: await assessAnew(work) }),
        async () => void (await actions.regrade()),
      );
      if (worked) deps.tabs.announce();
      return worked;
    },
    async importBatches(batchIds, { replace, mappings = {}, newSet = null }) {
      // The same file read another way takes the place of the one before.
      const files = new Set(batchIds.map(fileOfBatch));
      const before = replace ? [] : fileIds().filter((id) => !files.has(fileOfBatch(id)));
      const drop = replace ? [] : fileIds().filter((id) => files.has(fileOfBatch(id)) && !batchIds.includes(id));
      let mark: string | null = null;
      const worked = await run(
        async (work) => {
          // Where nothing can be kept there is nothing to tell after a crash, either.
          mark = await engine.beginImport(batchIds, {}).catch(() => null);
          const all = [...before, ...batchIds];
          const loaded = await loadFiles(all, work);
          const change = changeOf({ source: 'files', replace, newSet, add: batchIds, drop, mappings, mark });
          const kept = await keep(change, work, all);
          deps.persist?.();
          return { ...loaded, ...kept, removed: null };
        },
        async () => {
          await actions.importBatches(batchIds, { replace, mappings, newSet });
        },
      );
      if (mark !== null) void engine.endImport(mark, {}).catch(() => undefined);
      return worked;
    },
    async removeBatch(batchId) {
      const before = fileIds();
      const name = get().view?.batches.find((b) => b.id === batchId)?.name ?? batchId;
      const rest = before.filter((id) => id !== batchId);
      const source = rest.length > 0 ? 'files' : 'configured';
      await run(
        async (work) => {
          const loaded = rest.length > 0 ? await loadFiles(rest, work) : await loadConfigured(work);
          const change = changeOf({ source, drop: [batchId] });
          const kept = await keep(change, work, rest.length > 0 ? rest : null);
          return { ...loaded, ...kept, removed: { batchId, name, before } };
        },
        () => actions.removeBatch(batchId),
      );
    },
    async undoRemove() {
      const { removed } = get();
      if (!removed) return;
      await run(
        async (work) => {
          const loaded = await loadFiles(removed.before, work);
          const change = changeOf({ source: 'files', back: [removed.batchId] });
          return { ...loaded, ...(await keep(change, work, removed.before)), removed: null };
        },
        () => actions.undoRemove(),
      );
    },
    changeKept(change) {
      return run(
        async (work) => {
          await change(engine);
          deps.tabs.announce();
          return { removed: null, ...(await resume(work)) };
        },
        async () => {
          await actions.changeKept(change);
        },
      );
    },
    beginImport() {
      importing = true;
    },
    async endImport(how) {
      importing = false;
      if (how === 'given up') await restoreQuietly();
      catchUp();
    },
    dismiss(what) {
      set({ [what]: null });
    },
  };

  async function begin(): Promise<void> {
    deps.place.subscribe(() => void followAsOf());
    deps.tabs.onOther(() => void followOtherTab());
    // A new worker is empty: what was loaded is loaded again, unless it was this that killed it.
    engine.onRestart?.(() => {
      if (!resuming) void runResume();
    });
    engine.onInPage?.(() => set({ inPage: { what: WORKER_TEXT.inPage, where: '', todo: WORKER_TEXT.inPageTodo } }));
    await runResume();
  }

  async function runResume(): Promise<void> {
    resuming = true;
    await run(resume, runResume);
    resuming = false;
  }

  /** The engine's region table and batches as they are kept. Without storage there is nothing to put back. */
  async function restoreQuietly(): Promise<void> {
    const kept = await engine.restore({}).catch(() => null);
    if (!kept) await engine.readRegions(null, {}).catch(() => undefined);
  }

  /** The address names the day of knowledge and the version of the rules; the view follows. */
  async function followAsOf(): Promise<void> {
    const { view } = get();
    const shown = view?.asOf === deps.place.asof() && view.rules.asked === (deps.place.rules?.() ?? null);
    if (!view || (latest && !assessing) || (shown && !latest)) return;
    const running = run(async (work) => ({ view: await assessAnew(work) }), followAsOf);
    assessing = true;
    await running;
  }

  async function followOtherTab(): Promise<void> {
    otherTabChanged = true;
    if (importing || latest) return;
    otherTabChanged = false;
    await runResume();
  }

  return actions;
}
