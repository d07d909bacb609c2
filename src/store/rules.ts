import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Checked, ShapeFault } from '../base/check';
import type { Day } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import { checkRules, loadVersion, type RulesAndScheme, versionBody } from '../levels/load-rule-book';
import { BUILT_IN_ID, builtInVersion, type RuleVersion } from '../levels/rule-book';
import type { KeepApi, Paper } from '../platform/engine-api';
import { STORE_TEXT } from '../platform/text';
import { type Trouble, troubleOf } from '../platform/trouble';
import {
  beginHistory,
  draftBody,
  edited,
  type FieldPath,
  type History,
  isSameContent,
  pathWords,
  readDraft,
  redone,
  type RulesDraft,
  sealed,
  setAt,
  undone,
} from './rules-draft';
import { RULES_STORE_TEXT } from './rules-text';

/** A kept version that cannot be read, and why. */
export interface BrokenVersion {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly faults: readonly ShapeFault[];
}

/**
 * `none`: nothing to keep, the draft is a version as it is · `kept` · `keeping` · `failed`: it stands on the screen
 * alone · `other`: another tab has kept another draft meanwhile, and nothing is overwritten until somebody decides.
 */
export type Keeping = 'none' | 'kept' | 'keeping' | 'failed' | 'other';

export interface RulesState {
  readonly phase: 'loading' | 'ready';
  /** Lowest number first, the built-in one included. */
  readonly versions: readonly RuleVersion[];
  readonly broken: readonly BrokenVersion[];
  readonly history: History;
  readonly checked: Checked<RulesAndScheme>;
  /** The draft as it last had no fault. */
  readonly right: RulesAndScheme;
  /** Id of the version that grades. */
  readonly grading: string;
  /** The draft is not the version that grades: another content, or begun as another version. */
  readonly changed: boolean;
  readonly keeping: Keeping;
  /** What failed last: of reading, keeping or saving. */
  readonly trouble: Trouble | null;
  readonly saving: boolean;
}

export interface NewVersion {
  readonly name: Text;
  readonly inForceFrom: Day;
  readonly note: string;
  readonly by: string;
}

export interface Also {
  readonly path: FieldPath;
  readonly value: unknown;
}

export interface RulesActions {
  /** Reads what is kept. The draft, once there, stays as it is. `grading`: id of the version that grades now. */
  refresh(grading: string): Promise<void>;
  /** `also`: another field that changes with it, in the same step. */
  edit(path: FieldPath, value: unknown, also?: Also): void;
  /** Another draft altogether, as one step. */
  replace(content: RulesAndScheme, basedOn?: string): void;
  seal(): void;
  undo(): void;
  redo(): void;
  /** Back to the version that grades. */
  discard(): void;
  /** Of two drafts, this tab's or the other's. */
  settle(whose: 'mine' | 'theirs'): Promise<void>;
  /** The draft as a new version, after which all is graded anew. True when it was saved. */
  save(version: NewVersion): Promise<boolean>;
  /** Writes what waits to be kept at once: the page is being left, or it failed before. */
  flush(): void;
}

export type RulesStore = StoreApi<RulesState & RulesActions>;

/** The world outside: where papers are kept, who writes, and what is to be done when the rules have changed. */
export interface RulesDeps {
  readonly engine: Pick<KeepApi, 'papers' | 'putPaper' | 'dropPaper'>;
  /** All detectors have to be at hand before rules are checked. */
  loadDetectors(): Promise<void>;
  regrade(): Promise<unknown>;
  by(): string;
}

const DRAFT_ID = 'rules';
/** So long typing goes on before it is kept: a crash costs no more than this. */
const KEEP_AFTER_MS = 250;

/** The rule book and the draft of its next version. */
export function createRulesStore(deps: RulesDeps): RulesStore {
  const { engine } = deps;
  const first = draftOf(builtInVersion());
  let timer: ReturnType<typeof setTimeout> | null = null;
  let queue: Promise<void> = Promise.resolve();
  /** When the draft that is kept was written, as this tab knows it; 0 = none. */
  let keptAt = 0;
  let wasRead = false;

  const store: RulesStore = createStore((set, get) => ({
    phase: 'loading',
    versions: [builtInVersion()],
    broken: [],
    history: beginHistory(first),
    checked: { value: first, faults: [] },
    right: first,
    grading: BUILT_IN_ID,
    changed: false,
    keeping: 'none',
    trouble: null,
    saving: false,

    async refresh(grading) {
      const untouched = !get().changed && get().history.past.length === 0;
      set({ grading });
      try {
        await deps.loadDetectors();
        const papers = await engine.papers('rules', {});
        const { versions, broken } = readVersions(papers);
        set({ versions, broken, trouble: get().keeping === 'failed' ? get().trouble : null });
        if (!wasRead) await takeKeptDraft();
        wasRead = true;
      } catch (error) {
        set({ trouble: troubleOf(error) });
      }
      // Without a draft the screen shows the rules that grade.
      if (untouched && get().keeping === 'none') show(beginHistory(draftOf(gradingVersion())), false);
      else show(get().history, false);
      set({ phase: 'ready' });
    },

    edit(path, value, also) {
      const { history } = get();
      const now = setAt(history.now, path, value);
      show(edited(history, also ? setAt(now, also.path, also.value) : now, pathWords(path)), true);
    },
    replace(content, basedOn) {
      const { history } = get();
      const { ruleSet, scheme } = content;
      show(edited(history, { basedOn: basedOn ?? history.now.basedOn, ruleSet, scheme }, null), true);
    },
    seal: () => set({ history: sealed(get().history) }),
    undo: () => show(undone(get().history), true),
    redo: () => show(redone(get().history), true),
    discard() {
      const { history } = get();
      show(edited(history, draftOf(gradingVersion()), null), true);
    },

    async settle(whose) {
      const there = await engine.papers('draft', {}).catch(() => []);
      const paper = there.find((p) => p.id === DRAFT_ID);
      keptAt = paper?.at ?? 0;
      const theirs = readDraft(paper?.body);
      set({ keeping: 'kept', trouble: null });
      if (whose === 'mine') keepSoon(0);
      else if (theirs) show(edited(get().history, theirs, null), false);
      else show(edited(get().history, draftOf(gradingVersion()), null), false);
    },

    async save({ name, inForceFrom, note, by }) {
      const { checked, history, versions, broken } = get();
      if (!checked.value) return false;
      set({ saving: true, trouble: null });
      const number = nextNumber({ versions, broken });
      const id = `v${number}`;
      const base = baseOf(history.now);
      const { ruleSet, scheme } = checked.value;
      const body = versionBody({
        number,
        name,
        inForceFrom,
        note,
        basedOn: base.id,
        ruleSet: { ...ruleSet, id, version: String(number), name },
        scheme: isSameContent(scheme, base.scheme) ? scheme : { ...scheme, version: String(number) },
      });
      try {
        // Two tabs that save at once both mean the same number: the second one is refused and reads again.
        await engine.putPaper({ kind: 'rules', id, by, body, replaces: 0 }, {});
        const { versions: now, broken: bad } = readVersions(await engine.papers('rules', {}));
        set({ versions: now, broken: bad });
        await dropDraft();
        show(beginHistory(draftOf(gradingVersion())), false);
        await deps.regrade();
        return true;
      } catch (error) {
        const trouble = troubleOf(error);
        const taken = isOther(trouble);
        if (taken) await reread();
        set({ trouble: taken ? takenBefore(number) : trouble });
        return false;
      } finally {
        set({ saving: false });
      }
    },

    flush() {
      if (timer !== null || get().keeping === 'failed') keepSoon(0);
    },
  }));
  const { setState: set, getState: get } = store;

  /** The draft has become a version. One that cannot be dropped is overwritten by the next. */
  async function dropDraft(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    await queue;
    if (keptAt !== 0) {
      await engine.dropPaper('draft', DRAFT_ID, {}).then(
        () => (keptAt = 0),
        () => undefined,
      );
    }
    set({ keeping: 'none' });
  }

  /** The version that a draft began as; the built-in one where that is gone. */
  function baseOf(draft: RulesDraft): RuleVersion {
    return get().versions.find((v) => v.id === draft.basedOn) ?? builtInVersion();
  }

  function gradingVersion(): RuleVersion {
    const { versions, grading } = get();
    return versions.find((v) => v.id === grading) ?? builtInVersion();
  }

  function show(history: History, toKeep: boolean): void {
    const changed = !isSameContent(draftOf(gradingVersion()), history.now);
    const checked = checkRules(history.now);
    set({ history, changed, checked, right: checked.value ?? get().right });
    if (toKeep && get().keeping !== 'other') keepSoon(KEEP_AFTER_MS);
  }

  async function takeKeptDraft(): Promise<void> {
    const paper = (await engine.papers('draft', {})).find((p) => p.id === DRAFT_ID);
    if (!paper) return;
    keptAt = paper.at;
    const draft = readDraft(paper.body);
    if (!draft) return;
    set({ keeping: 'kept' });
    show(beginHistory(draft), false);
  }

  async function reread(): Promise<void> {
    const papers = await engine.papers('rules', {}).catch(() => null);
    if (papers) set(readVersions(papers));
  }

  function keepSoon(afterMs: number): void {
    if (timer !== null) clearTimeout(timer);
    const begin = (): void => {
      timer = null;
      queue = queue.then(keep);
    };
    if (afterMs === 0) begin();
    else timer = setTimeout(begin, afterMs);
  }

  /** Writes the draft down; one that is a version as it is needs no keeping. */
  async function keep(): Promise<void> {
    const { history, changed, keeping } = get();
    if (keeping === 'other') return;
    try {
      if (!changed) {
        if (keptAt !== 0) await engine.dropPaper('draft', DRAFT_ID, {});
        keptAt = 0;
        set({ keeping: 'none' });
        return;
      }
      set({ keeping: 'keeping' });
      const body = draftBody(history.now);
      const paper = await engine.putPaper({ kind: 'draft', id: DRAFT_ID, by: deps.by(), body, replaces: keptAt }, {});
      keptAt = paper.at;
      set({ keeping: 'kept', trouble: null });
    } catch (error) {
      const trouble = troubleOf(error);
      set(isOther(trouble) ? { keeping: 'other' } : { keeping: 'failed', trouble });
    }
  }

  return store;
}

/** A version as a draft of the next one. */
function draftOf({ id, ruleSet, scheme }: RuleVersion): RulesDraft {
  return { basedOn: id, ruleSet, scheme };
}

function readVersions(papers: readonly Paper[]): Pick<RulesState, 'versions' | 'broken'> {
  const versions: RuleVersion[] = [builtInVersion()];
  const broken: BrokenVersion[] = [];
  for (const paper of papers) {
    const { value, faults } = loadVersion(paper);
    if (value) versions.push(value);
    else broken.push({ id: paper.id, by: paper.by, at: paper.at, faults });
  }
  return { versions: versions.toSorted((a, b) => a.number - b.number), broken };
}

/** What the next version is numbered. */
export function nextNumber({ versions, broken }: Pick<RulesState, 'versions' | 'broken'>): number {
  return 1 + Math.max(...versions.map((v) => v.number), ...broken.map(({ id }) => numberIn(id)));
}

/** Number in a version's id, also of one that cannot be read: it is not given twice. */
function numberIn(id: string): number {
  return Number(/^v(\d+)$/.exec(id)?.[1] ?? 0);
}

function takenBefore(number: number): Trouble {
  const { taken, takenTodo } = RULES_STORE_TEXT;
  return { what: sayBoth(taken, { number }), where: '', todo: takenTodo };
}

/** Refused because another tab wrote first. */
function isOther(trouble: Trouble): boolean {
  return trouble.what.zh === STORE_TEXT.changed.zh;
}
