import type { Done } from '../case/case';
import type { Past, ResponseState } from '../state';
import type { Act, ActKind, ActOf, UndoAct } from './act';
import { CASE_CHANGES } from './changes-case';
import { SETTING_CHANGES } from './changes-setting';
import { WARNING_CHANGES } from './changes-warning';
import { type Change, type ChangeTable, thing } from './change';
import type { Entry } from './entry';
import type { Part } from './machine';

/*
 * The state is a fold over the trail, and nothing else is. Each act gives the pieces that it changes; each piece
 * remembers the last act on it and what stood there before (`ResponseState.past`), so that taking an act back is
 * putting its pieces back: the same as folding the trail without it, because nothing that counts came after it there.
 */

const CHANGES: ChangeTable<Exclude<ActKind, 'undo'>> = { ...WARNING_CHANGES, ...CASE_CHANGES, ...SETTING_CHANGES };

/** Before the first entry. */
export function emptyState(): ResponseState {
  return {
    head: { seq: 0, digest: '', at: 0 },
    warnings: new Map(),
    silences: new Map(),
    cases: new Map(),
    households: new Map(),
    calendar: {},
    plans: [],
    planReviews: [],
    undone: new Set(),
    openCases: new Map(),
    past: new Map(),
  };
}

/**
 * The state after one more entry; the one before stays as it was. Total: an entry that the machine would have refused
 * (a trail that was changed by hand is still to be read) changes what it can name, and the head.
 */
export function apply(state: ResponseState, entry: Entry): ResponseState {
  const next = { ...state };
  applyTo(next, entry, new Set());
  return next;
}

/** The state after all entries, oldest first. */
export function fold(entries: readonly Entry[], before: ResponseState = emptyState()): ResponseState {
  const state = { ...before };
  // The maps are copied once for all entries, not once for each.
  const owned = new Set<keyof ResponseState>();
  for (const entry of entries) applyTo(state, entry, owned);
  return state;
}

type Draft = { -readonly [K in keyof ResponseState]: ResponseState[K] };

/** `owned`: fields of the draft that belong to it alone and may be written in place. */
function applyTo(draft: Draft, entry: Entry, owned: Set<keyof ResponseState>): void {
  const { seq, at, by, act, digest } = entry;
  if (act.kind === 'undo') takeBack(draft, act, owned);
  else {
    const done: Done = { seq, at, by };
    const changes = changesOf(draft, act, done);
    const touched = changes.map((change) => thing(change.part, change.key));
    for (const change of changes) {
      const past: Past = {
        seq,
        kind: act.kind,
        by,
        touched,
        before: pieceOf(draft, change.part, change.key),
        earlier: draft.past.get(thing(change.part, change.key)) ?? null,
      };
      put(draft, change, owned);
      own(draft, 'past', owned).set(thing(change.part, change.key), past);
    }
  }
  draft.head = { seq, digest, at };
}

function changesOf(state: ResponseState, act: Exclude<Act, UndoAct>, done: Done): readonly Change[] {
  const changes = CHANGES[act.kind] as (state: ResponseState, act: Act, done: Done) => readonly Change[];
  return changes(state, act, done);
}

/** Only the last act that counts on everything that it touched can be taken back; any other `undo` changes nothing. */
function takeBack(draft: Draft, act: ActOf<'undo'>, owned: Set<keyof ResponseState>): void {
  const target = lastActOf(draft, act.seq);
  if (!target) return;
  for (const name of target.touched) {
    const at = name.indexOf(':');
    const [part, key] = [name.slice(0, at) as Part, name.slice(at + 1)];
    const past = draft.past.get(name)!;
    put(draft, { part, key, value: past.before } as Change, owned);
    const all = own(draft, 'past', owned);
    if (past.earlier) all.set(name, past.earlier);
    else all.delete(name);
  }
  own(draft, 'undone', owned).add(act.seq);
}

/** The act of an entry, if it is the last that counts on everything that it touched; null otherwise. */
export function lastActOf(state: Pick<ResponseState, 'past'>, seq: number): Past | null {
  for (const past of state.past.values()) {
    if (past.seq !== seq) continue;
    return past.touched.every((name) => state.past.get(name)?.seq === seq) ? past : null;
  }
  return null;
}

function pieceOf(state: ResponseState, part: Part, key: string): unknown {
  const field = state[part];
  return field instanceof Map ? field.get(key) : field;
}

function put(draft: Draft, change: Change, owned: Set<keyof ResponseState>): void {
  const { part, key, value } = change;
  if (!(draft[part] instanceof Map)) {
    (draft as Record<Part, unknown>)[part] = value;
    return;
  }
  const map = own(draft, part, owned) as unknown as Map<string, unknown>;
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

type Writable<T> =
  T extends ReadonlyMap<infer K, infer V> ? Map<K, V> : T extends ReadonlySet<infer V> ? Set<V> : never;

function own<K extends keyof ResponseState>(
  draft: Draft,
  field: K,
  owned: Set<keyof ResponseState>,
): Writable<ResponseState[K]> {
  const now: unknown = draft[field];
  if (!owned.has(field)) {
    const copy: unknown = now instanceof Map ? new Map(now) : new Set(now as ReadonlySet<unknown>);
    (draft as Record<keyof ResponseState, unknown>)[field] = copy;
    owned.add(field);
  }
  return draft[field] as unknown as Writable<ResponseState[K]>;
}
