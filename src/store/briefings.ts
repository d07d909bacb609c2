import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeepApi, Paper } from '../platform/engine-api';
import { STORE_TEXT } from '../platform/text';
import { troubleOf } from '../platform/trouble';
import {
  type BrokenPaper,
  type DraftContent,
  draftBody,
  type DraftVersion,
  isVersionOf,
  readDraftPaper,
  readVersionPaper,
  versionBody,
  versionId,
} from './briefing-papers';
import type { BriefingsActions, BriefingsState, Draft, VersionsOf } from './briefings-state';
import { change, type History, historyOf, redo, undo } from './history';

export type BriefingsStore = StoreApi<BriefingsState & BriefingsActions>;

export interface BriefingsDeps {
  readonly engine: Pick<KeepApi, 'papers' | 'putPaper' | 'dropPaper'>;
  by(): string;
  newId(): string;
  /** Tells the other tabs. */
  announce(): void;
}

/** So long typing goes on before it is kept: a crash costs no more than this. */
const KEEP_AFTER_MS = 300;
/** Versions of one draft; a newer one makes the oldest go. Our choice: a year of monthly corrections. */
export const MOST_VERSIONS = 12;

export function createBriefingsStore(deps: BriefingsDeps): BriefingsStore {
  const { engine } = deps;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** One after the other: what is written knows what it replaces, and what is read is not half-written. */
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  const store: BriefingsStore = createStore((set, get) => ({
    phase: 'loading',
    trouble: null,
    drafts: [],
    broken: [],
    versions: new Map(),
    removed: null,

    refresh: () => inTurn(readAll),

    async create(content) {
      const id = deps.newId();
      set({ drafts: [fresh(id, content), ...get().drafts] });
      await inTurn(() => keep(id));
      return id;
    },

    edit(id, how, about) {
      step(id, ({ steps }) => {
        const briefing = how(steps.present.briefing);
        const next = briefing === steps.present.briefing ? steps.present : { ...steps.present, briefing };
        return change(steps, next, about ?? null);
      });
    },
    rename(id, name) {
      step(id, ({ steps }) => change(steps, { ...steps.present, name }, 'name'));
    },
    undo: (id) => step(id, ({ steps }) => undo(steps)),
    redo: (id) => step(id, ({ steps }) => redo(steps)),

    settle: (id, whose) =>
      inTurn(async () => {
        const draft = found(id);
        if (!draft?.theirs) return;
        const { theirs, briefing } = draft;
        if (whose === 'mine') {
          patch(id, { at: theirs.at, by: theirs.by, theirs: null, keeping: 'waiting' });
          await keep(id);
          return;
        }
        take(id, theirs);
        if (whose !== 'theirs') {
          const own = deps.newId();
          set({ drafts: [fresh(own, { name: whose.copyAs, briefing }), ...get().drafts] });
          await keep(own);
        }
      }),

    remove: (id) =>
      inTurn(async () => {
        const draft = found(id);
        if (!draft) return;
        clearTimeout(waiting.get(id));
        waiting.delete(id);
        try {
          const versions = (await engine.papers('briefing-version', {})).filter((paper) => isVersionOf(id, paper));
          await engine.dropPaper('briefing', id, {});
          for (const paper of versions) await engine.dropPaper('briefing-version', paper.id, {});
          const { name, briefing } = draft;
          set({
            drafts: get().drafts.filter((d) => d.id !== id),
            removed: { draft: { id, name, briefing }, versions },
            trouble: null,
          });
          deps.announce();
        } catch (error) {
          set({ trouble: troubleOf(error) });
        }
      }),

    undoRemove: () =>
      inTurn(async () => {
        const { removed } = get();
        if (!removed) return;
        const { id, ...content } = removed.draft;
        set({ drafts: [fresh(id, content), ...get().drafts], removed: null });
        await keep(id);
        try {
          for (const { at: _at, ...paper } of removed.versions) await engine.putPaper({ ...paper, replaces: 0 }, {});
          await readVersions(id);
        } catch (error) {
          patch(id, { trouble: troubleOf(error) });
        }
      }),

    removeBroken: (id) =>
      inTurn(async () => {
        try {
          await engine.dropPaper('briefing', id, {});
          set({ broken: get().broken.filter((b) => b.id !== id), trouble: null });
          deps.announce();
        } catch (error) {
          set({ trouble: troubleOf(error) });
        }
      }),

    loadVersions: (id) =>
      inTurn(async () => {
        try {
          await readVersions(id);
        } catch (error) {
          set({ trouble: troubleOf(error) });
        }
      }),

    saveVersion: (id, note) =>
      inTurn(async () => {
        const draft = found(id);
        if (!draft) return null;
        try {
          // Another tab may have laid one down since: numbers are not given twice.
          const { versions, broken, gone } = await readVersions(id);
          const number = 1 + Math.max(gone, ...versions.map((v) => v.number), ...broken.map((b) => numberOf(b.id)));
          const paper = { kind: 'briefing-version', id: versionId(id, number), by: deps.by() } as const;
          await engine.putPaper({ ...paper, body: versionBody(draft, number, note), replaces: 0 }, {});
          for (const old of versions.slice(MOST_VERSIONS - 1)) await engine.dropPaper('briefing-version', old.id, {});
          await readVersions(id);
          deps.announce();
          return number;
        } catch (error) {
          patch(id, { trouble: troubleOf(error) });
          return null;
        }
      }),

    flush: () => {
      const failed = get().drafts.filter((d) => d.keeping === 'failed');
      for (const id of new Set([...waiting.keys(), ...failed.map((d) => d.id)])) keepSoon(id, 0);
    },
  }));
  const { setState: set, getState: get } = store;

  function found(id: string): Draft | undefined {
    return get().drafts.find((d) => d.id === id);
  }

  function patch(id: string, part: Partial<Draft>): void {
    set({ drafts: get().drafts.map((d) => (d.id === id ? { ...d, ...part } : d)) });
  }

  function step(id: string, how: (draft: Draft) => History<DraftContent>): void {
    const draft = found(id);
    if (!draft) return;
    const steps = how(draft);
    if (steps === draft.steps) return;
    const same = steps.present === draft.steps.present;
    patch(id, { steps, ...steps.present });
    if (!same && draft.keeping !== 'other') {
      patch(id, { keeping: 'waiting' });
      keepSoon(id, KEEP_AFTER_MS);
    }
  }

  /** What was kept elsewhere takes the place of what stands here; the step can be undone. */
  function take(id: string, theirs: NonNullable<Draft['theirs']>): void {
    const { at, by, name, briefing } = theirs;
    const steps = change(found(id)!.steps, { name, briefing });
    patch(id, { steps, name, briefing, at, by, keeping: 'kept', theirs: null, trouble: null, followed: true });
  }

  function keepSoon(id: string, afterMs: number): void {
    clearTimeout(waiting.get(id));
    const begin = (): void => {
      waiting.delete(id);
      void inTurn(() => keep(id));
    };
    if (afterMs === 0) begin();
    else waiting.set(id, setTimeout(begin, afterMs));
  }

  async function keep(id: string): Promise<void> {
    const draft = found(id);
    if (!draft || draft.keeping === 'other') return;
    const sent = draft.steps.present;
    try {
      const by = deps.by();
      const paper = { kind: 'briefing', id, by, body: draftBody(sent), replaces: draft.at } as const;
      const { at } = await engine.putPaper(paper, {});
      // What was typed meanwhile has its own turn.
      const now = found(id)?.steps.present === sent ? 'kept' : 'waiting';
      patch(id, { at, by, keeping: now, trouble: null, followed: false });
      deps.announce();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.what.zh !== STORE_TEXT.changed.zh) return patch(id, { keeping: 'failed', trouble });
      await meet(id).catch((why: unknown) => patch(id, { keeping: 'failed', trouble: troubleOf(why) }));
    }
  }

  /** The store holds another text than the one that this draft was made from. */
  async function meet(id: string): Promise<void> {
    const paper = (await engine.papers('briefing', {})).find((p) => p.id === id);
    const theirs = paper && readDraftPaper(paper).value;
    if (paper && theirs) return patch(id, { keeping: 'other', theirs: { ...theirs, at: paper.at, by: paper.by } });
    // It was removed in another tab, or cannot be read: what stands here is kept in its place.
    patch(id, { at: paper?.at ?? 0 });
    await keep(id);
  }

  async function readAll(): Promise<void> {
    let papers: readonly Paper[];
    try {
      papers = await engine.papers('briefing', {});
    } catch (error) {
      set({ trouble: troubleOf(error), phase: get().phase === 'ready' ? 'ready' : 'failed' });
      return;
    }
    const broken: BrokenPaper[] = [];
    const here = new Map(get().drafts.map((d) => [d.id, d]));
    for (const paper of papers) {
      const { id, at, by, body } = paper;
      const known = here.get(id);
      if (known?.at === at) continue;
      const { value, faults } = readDraftPaper(paper);
      if (!value) broken.push({ id, at, by, faults, body });
      else if (!known) set({ drafts: [...get().drafts, { ...fresh(id, value), at, by, keeping: 'kept' }] });
      else if (known.keeping === 'kept') take(id, { ...value, at, by });
      else patch(id, { keeping: 'other', theirs: { ...value, at, by } });
    }
    const there = new Set(papers.map((p) => p.id));
    // What another tab removed goes here too, unless something of it is not kept yet.
    const drafts = get().drafts.filter((d) => there.has(d.id) || d.keeping !== 'kept');
    set({ drafts: drafts.toSorted((a, b) => moment(b) - moment(a)), broken, phase: 'ready', trouble: null });
  }

  async function readVersions(id: string): Promise<VersionsOf> {
    const papers = (await engine.papers('briefing-version', {})).filter((paper) => isVersionOf(id, paper));
    const versions: DraftVersion[] = [];
    const broken: BrokenPaper[] = [];
    for (const paper of papers) {
      const { value, faults } = readVersionPaper(paper);
      if (value) versions.push(value);
      else broken.push({ id: paper.id, at: paper.at, by: paper.by, faults, body: paper.body });
    }
    versions.sort((a, b) => b.number - a.number);
    const lowest = Math.min(...papers.map((p) => numberOf(p.id)));
    const read = { versions, broken, gone: papers.length === 0 ? 0 : lowest - 1 };
    set({ versions: new Map(get().versions).set(id, read) });
    return read;
  }

  return store;
}

function fresh(id: string, content: DraftContent): Draft {
  const steps = historyOf<DraftContent>({ name: content.name, briefing: content.briefing });
  const kept = { at: 0, by: '', keeping: 'waiting', trouble: null, theirs: null, followed: false } as const;
  return { id, ...steps.present, ...kept, steps };
}

/** One that is not kept yet is the newest. */
const moment = ({ at }: Draft): number => (at === 0 ? Number.MAX_VALUE : at);

/** Number in the id of a version's paper, also of one that cannot be read. */
const numberOf = (id: string): number => Number(/(\d+)$/.exec(id)?.[1] ?? 0);
