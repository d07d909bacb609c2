import type { RegionTree } from '../base/regions';
import type { Batch } from '../observations/observations';
import type { BackupContent } from './backup-content';
import type { JournalKind, KeepChange, KeepingChange, Kept, Paper, PaperChange } from './engine-api';
import type { ReadParts } from './backup';
import { blockCount, blockOf, headOf, rowsOf } from './stored-batch';
import { isLatest, roomLeft, setOf } from './stored-read';
import { bringTrail } from './stored-trail';
import {
  CURRENT,
  currentOf,
  type Database,
  FIRST_SET,
  type StoredEntry,
  type StoredSet,
  type WriteOf,
} from './stored-state';
import { STORE_TEXT } from './text';
import { TroubleError } from './trouble';

/** So long a history is kept. */
const JOURNAL = 200;

type Books = WriteOf<('heads' | 'blocks' | 'state' | 'sets' | 'journal')[]>;

/**
 * Batches in and out of the data set in force: one transaction, whole or not at all. Other tabs' changes since are
 * kept. The mark of its import (stored-mark.ts) says in the same transaction that it is in.
 */
export async function writeChange(
  db: Database,
  change: KeepChange,
  batchOfId: (id: string) => Batch | null,
  regions: RegionTree | null,
  atMs: number,
): Promise<Kept> {
  const names = change.add.map((id) => batchOfId(id)?.name ?? id);
  // Nothing but the database may be awaited until `done`: the transaction would end by itself.
  const tx = db.transaction(['heads', 'blocks', 'state', 'sets', 'journal'], 'readwrite', { durability: 'strict' });
  const written = await whole(tx, async () => {
    const heads = tx.objectStore('heads');
    const setId = change.newSet?.id ?? (await currentOf(tx.objectStore('state'))).setId;
    const found = await tx.objectStore('sets').get(setId);
    const before = found ?? { ...FIRST_SET, id: setId, name: change.newSet?.name ?? '', at: atMs };
    const out = new Set([...change.drop, ...change.add, ...change.back]);
    const list: { id: string; at: number }[] = [];
    for (const id of change.replace ? [] : before.batchIds) {
      if (!out.has(id)) list.push({ id, at: (await heads.get(id))?.at ?? 0 });
    }
    let order = atMs;
    for (const id of [...change.add, ...change.back]) {
      const head = await heads.get(id);
      const batch = batchOfId(id);
      const returns = head !== undefined && change.back.includes(id);
      const at = returns ? head.at : order++;
      list.push({ id, at });
      if (returns || (!batch && head)) continue;
      if (!batch) throw new Error(`batch ${id} is not in the engine`);
      // Written anew even if it was kept: another region table may have let other rows in.
      putBatch(tx, batch, at, change.by, change.mappings[id] ?? []);
    }
    list.sort((a, b) => a.at - b.at);
    const after: StoredSet = {
      ...before,
      batchIds: list.map(({ id }) => id),
      regions: change.source === 'files' ? regions && { id: regions.id, rows: rowsOf(regions) } : before.regions,
    };
    sent(tx.objectStore('sets').put(after));
    const kind = kindOf(change);
    if (change.newSet) {
      const { name } = change.newSet;
      await note(tx, { at: atMs, by: change.by, kind: 'create-set', names: [name], before: null, after });
    } else if (kind) {
      const moved = [...change.drop, ...change.back];
      const told = [...names, ...(await Promise.all(moved.map(async (id) => (await heads.get(id))?.name ?? id)))];
      await note(tx, { at: atMs, by: change.by, kind, names: told, before: found ?? before, after });
    }
    sent(tx.objectStore('state').put({ source: change.source, setId }, CURRENT));
    if (change.mark !== null) sent(tx.objectStore('state').put({ names, whole: true }, change.mark));
    return after;
  });
  const { source } = change;
  return { source, batchIds: written.batchIds, lost: [], ...setOf(written), interrupted: [], room: await roomLeft() };
}

/** A request whose end is that of its transaction: `done` tells it. */
function sent(request: Promise<unknown>): void {
  request.catch(() => undefined);
}

/** The work of a transaction: whatever fails in it takes all of it back. */
async function whole<T>(tx: { abort(): void; readonly done: Promise<void> }, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await tx.done;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // The browser was first, and says why in `done`.
    }
    const why: unknown = await tx.done.then(
      () => error,
      (reason: unknown) => reason,
    );
    throw why instanceof Error && why.name === 'QuotaExceededError' ? why : error;
  }
}

function kindOf({ add, back, drop, replace }: KeepChange): JournalKind | null {
  if (add.length > 0) return replace ? 'replace' : 'import';
  if (drop.length > 0) return 'remove';
  return back.length > 0 ? 'bring-back' : null;
}

function putBatch(tx: Books, batch: Batch, at: number, by: string, mappings: KeepChange['mappings'][string]): void {
  sent(tx.objectStore('heads').put(headOf(batch, at, by, mappings)));
  sent(tx.objectStore('blocks').delete(IDBKeyRange.bound([batch.id, 0], [batch.id, Infinity])));
  for (let k = 0; k < blockCount(batch.observations.length); k++) sent(tx.objectStore('blocks').put(blockOf(batch, k)));
}

async function note(tx: Pick<Books, 'objectStore'>, entry: StoredEntry): Promise<void> {
  const journal = tx.objectStore('journal');
  sent(journal.add(entry));
  const keys = await journal.getAllKeys();
  for (const key of keys.slice(0, Math.max(0, keys.length - JOURNAL))) sent(journal.delete(key));
}

/** Data sets, undo and mappings. Throws a `TroubleError` where another tab was faster. */
export async function writeKeeping(
  db: Database,
  change: KeepingChange,
  atMs: number,
  newId: () => string,
): Promise<void> {
  if (change.kind === 'keep-mappings') {
    const tx = db.transaction('mappings', 'readwrite');
    for (const mapping of change.mappings) {
      sent(tx.store.put({ signature: mapping.signature, mapping, name: change.name, at: atMs, by: change.by }));
    }
    await tx.done;
    return;
  }
  if (change.kind === 'drop-mapping') {
    await db.delete('mappings', change.signature);
    return;
  }
  const tx = db.transaction(['state', 'sets', 'journal'], 'readwrite', { durability: 'strict' });
  const sets = tx.objectStore('sets');
  const state = tx.objectStore('state');
  const gone = (): never => {
    throw new TroubleError({ what: STORE_TEXT.changed, where: '', todo: STORE_TEXT.changedTodo });
  };
  const setUp = async (before: StoredSet | null, after: StoredSet | null, kind: JournalKind, by: string) => {
    if (after) sent(sets.put(after));
    else sent(sets.delete(before!.id));
    await note(tx as unknown as Books, { at: atMs, by, kind, names: [(after ?? before)!.name], before, after });
  };
  const putInForce = async (id: string): Promise<void> => {
    const set = await sets.get(id);
    const source = set && set.batchIds.length > 0 ? 'files' : 'configured';
    sent(state.put({ source, setId: id }, CURRENT));
  };
  /** The set in force is gone: the oldest one takes its place. */
  const putAnother = async (goneId: string): Promise<void> => {
    if ((await currentOf(state)).setId !== goneId) return;
    const [first] = (await sets.getAll()).filter((s) => s.id !== goneId).toSorted((a, b) => a.at - b.at);
    await putInForce(first?.id ?? FIRST_SET.id);
  };
  await whole(tx, async () => {
    switch (change.kind) {
      case 'create-set': {
        const made: StoredSet = { ...FIRST_SET, id: newId(), name: change.name, at: atMs };
        await setUp(null, made, 'create-set', change.by);
        await putInForce(made.id);
        break;
      }
      case 'rename-set': {
        const before = (await sets.get(change.id)) ?? (change.id === FIRST_SET.id ? FIRST_SET : gone());
        await setUp(before, { ...before, name: change.name }, 'rename-set', change.by);
        break;
      }
      case 'delete-set': {
        const before = (await sets.get(change.id)) ?? gone();
        await setUp(before, null, 'delete-set', change.by);
        await putAnother(before.id);
        break;
      }
      case 'switch-set':
        if (!(await sets.get(change.id)) && change.id !== FIRST_SET.id) gone();
        await putInForce(change.id);
        break;
      case 'undo': {
        const entry = (await tx.objectStore('journal').get(change.seq)) ?? gone();
        const all = new Map((await sets.getAll()).map((s) => [s.id, s]));
        if (!isLatest(entry, all)) gone();
        const { before, after } = entry;
        await setUp(after, before, 'undo', change.by);
        if (before) await putInForce(before.id);
        else await putAnother(after!.id);
        break;
      }
    }
  });
}

/** A paper in the place of the one that it was made from. A clock that went back gives it no earlier time than that one's. */
export async function writePaper(db: Database, change: PaperChange, atMs: number): Promise<Paper> {
  const { replaces, ...rest } = change;
  const tx = db.transaction('papers', 'readwrite', { durability: 'strict' });
  return whole(tx, async () => {
    const there = (await tx.store.get([change.kind, change.id]))?.at ?? 0;
    if (there !== replaces) {
      throw new TroubleError({ what: STORE_TEXT.changed, where: '', todo: STORE_TEXT.changedTodo });
    }
    const paper: Paper = { ...rest, at: Math.max(atMs, there + 1) };
    sent(tx.store.put(paper));
    return paper;
  });
}

/** What a backup holds, beside what is there: a data set of the same id and other content gets a new id. */
export async function writeBackup(
  db: Database,
  parts: ReadParts,
  by: string,
  atMs: number,
  newId: () => string,
): Promise<BackupContent> {
  const stores = ['heads', 'blocks', 'state', 'sets', 'journal', 'mappings', 'papers', 'trail'] as const;
  const tx = db.transaction([...stores], 'readwrite', { durability: 'strict' });
  const trail = await whole(tx, async () => {
    const heads = tx.objectStore('heads');
    const sets = tx.objectStore('sets');
    for (const { batch, head } of parts.batches) {
      if (await heads.get(batch.id)) continue;
      putBatch(tx as unknown as Books, batch, head.at, head.by ?? '', head.mappings ?? []);
    }
    let inForce: string | null = null;
    for (const set of parts.sets) {
      const mine = await sets.get(set.id);
      const same = mine && mine.batchIds.join() === set.batchIds.join();
      const after = mine && !same ? { ...set, id: newId(), at: atMs } : set;
      if (!same) {
        sent(sets.put(after));
        await note(tx as unknown as Books, {
          at: atMs,
          by,
          kind: 'restore-backup',
          names: [set.name],
          before: null,
          after,
        });
      }
      if (set.id === parts.current) inForce = after.id;
    }
    for (const mapping of parts.mappings) {
      const store = tx.objectStore('mappings');
      const mine = await store.get(mapping.signature);
      if (!mine || mine.at < mapping.at) sent(store.put(mapping));
    }
    for (const paper of parts.papers) {
      const store = tx.objectStore('papers');
      const mine = await store.get([paper.kind, paper.id]);
      const same = mine && JSON.stringify(mine.body) === JSON.stringify(paper.body);
      // A saved version of the rules is never replaced: another one of the same id stands beside it.
      if (paper.kind === 'rules' && mine) sent(store.put(same ? mine : { ...paper, id: newId() }));
      else if (!mine || mine.at < paper.at) sent(store.put(paper));
    }
    if (inForce !== null) sent(tx.objectStore('state').put({ source: 'files', setId: inForce }, CURRENT));
    const paper = { id: newId(), at: atMs, by };
    return bringTrail(tx as unknown as WriteOf<('trail' | 'papers')[]>, parts.trail, parts.trailFault, paper);
  });
  return {
    sets: parts.sets.length,
    batches: parts.batches.length,
    mappings: parts.mappings.length,
    papers: parts.papers.length,
    trail,
  };
}
