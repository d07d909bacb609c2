import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeepApi, Paper } from '../platform/engine-api';
import { STORE_TEXT } from '../platform/text';
import { type Trouble, troubleOf } from '../platform/trouble';

/** What is typed in forms and not yet done: kept in this browser within a moment, and there again after a crash. */
export interface FormDrafts {
  /** What was kept has been read (or cannot be). */
  readonly ready: boolean;
  /** By form: what stands in it. Forms that nobody touched are not there. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Why the last typing could not be kept; null = it was. What was typed stands on the screen all the same. */
  readonly trouble: Trouble | null;
  set(id: string, value: unknown): void;
  /** The form was sent or laid aside: its draft goes. */
  clear(id: string): void;
  /** Writes what waits at once: the page is being left. */
  flush(): void;
}

export interface FormDraftDeps {
  readonly engine: Pick<KeepApi, 'papers' | 'putPaper' | 'dropPaper'>;
  by(): string;
  /** Tells two papers of one form apart; any word that is not given twice. */
  newId(): string;
}

/** So long typing goes on before it is kept: a crash costs no more than this. */
const KEEP_AFTER_MS = 250;
const PREFIX = 'response:';
/** Between the form and the word that tells a second paper of it apart. */
const SECOND = '\n';

/** What this tab knows of the paper that keeps a form. */
interface Kept {
  readonly paperId: string;
  readonly at: number;
}

export function createFormDrafts(deps: FormDraftDeps): StoreApi<FormDrafts> {
  const { engine } = deps;
  const kept = new Map<string, Kept>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** One write after the other: a paper knows what it replaces. */
  let queue: Promise<void> = Promise.resolve();

  const store = createStore<FormDrafts>((set, get) => ({
    ready: false,
    values: new Map(),
    trouble: null,
    set(id, value) {
      set({ values: new Map(get().values).set(id, value) });
      keepSoon(id, KEEP_AFTER_MS);
    },
    clear(id) {
      const values = new Map(get().values);
      values.delete(id);
      set({ values });
      keepSoon(id, 0);
    },
    flush: () => [...waiting.keys()].forEach((id) => keepSoon(id, 0)),
  }));
  const { setState: set, getState: get } = store;

  function keepSoon(id: string, afterMs: number): void {
    clearTimeout(waiting.get(id));
    const begin = (): void => {
      waiting.delete(id);
      queue = queue.then(() => keep(id));
    };
    if (afterMs === 0) begin();
    else waiting.set(id, setTimeout(begin, afterMs));
  }

  async function keep(id: string): Promise<void> {
    await reading;
    const now = get().values;
    const before = kept.get(id) ?? { paperId: PREFIX + id, at: 0 };
    try {
      if (!now.has(id)) {
        kept.delete(id);
        if (before.at !== 0) await engine.dropPaper('draft', before.paperId, {});
      } else {
        kept.set(id, await put(before, now.get(id)));
      }
      set({ trouble: null });
    } catch (error) {
      set({ trouble: troubleOf(error) });
    }
  }

  /** Where another tab wrote in the same form meanwhile, both are kept: ours beside it, under a name of its own. */
  async function put({ paperId, at }: Kept, value: unknown): Promise<Kept> {
    const paper = { kind: 'draft', by: deps.by(), body: { value } } as const;
    try {
      return { paperId, at: (await engine.putPaper({ ...paper, id: paperId, replaces: at }, {})).at };
    } catch (error) {
      if (troubleOf(error).what.zh !== STORE_TEXT.changed.zh) throw error;
      const own = `${paperId.split(SECOND, 1)[0]}${SECOND}${deps.newId()}`;
      return { paperId: own, at: (await engine.putPaper({ ...paper, id: own, replaces: 0 }, {})).at };
    }
  }

  async function read(): Promise<void> {
    const papers = await engine.papers('draft', {}).catch((error: unknown) => {
      set({ trouble: troubleOf(error) });
      return [];
    });
    const values = new Map(get().values);
    // Newest first: of two that belong to one form the older one comes once the newer is sent.
    for (const paper of papers) {
      const id = formOf(paper);
      if (id === null || values.has(id)) continue;
      values.set(id, (paper.body as { value?: unknown } | null)?.value);
      kept.set(id, { paperId: paper.id, at: paper.at });
    }
    set({ values, ready: true });
  }

  const reading = read();
  return store;
}

function formOf({ id }: Paper): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length).split(SECOND, 1)[0]! : null;
}

/**
 * A kept draft as the form wants it: what another version of the program wrote in another form gives way to what is
 * empty, field by field. In `empty`, null stands for anything, and an object without fields for any record.
 */
export function fitDraft<T>(empty: T, kept: unknown): T {
  if (empty === null || empty === undefined) return kept as T;
  if (kindOf(empty) !== kindOf(kept)) return empty;
  if (kindOf(empty) !== 'object' || Object.keys(empty as object).length === 0) return kept as T;
  const fields = Object.entries(empty as Record<string, unknown>).map(([key, value]) => [
    key,
    Object.hasOwn(kept as object, key) ? fitDraft(value, (kept as Record<string, unknown>)[key]) : value,
  ]);
  return Object.fromEntries(fields) as T;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
