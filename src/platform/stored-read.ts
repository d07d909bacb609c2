import type { RegionTree } from '../base/regions';
import type { Batch } from '../observations/observations';
import type { JournalEntry, Keeping, Kept, KeptBatch } from './engine-api';
import { batchOf, blockCount, type StoredBlock, treeFrom } from './stored-batch';
import { takeInterrupted } from './stored-mark';
import { CURRENT, currentOf, type Database, FIRST_SET, type StoredEntry, type StoredSet } from './stored-state';

export interface StoredData {
  readonly kept: Kept;
  readonly batches: readonly Batch[];
  readonly regions: RegionTree | null;
}

/** So many changes can be undone: the figures of what they removed are kept for that. */
const UNDOABLE = 20;

/** The data set in force with its figures; batches of other sets are not read. Null: nothing was ever kept. */
export async function readCurrent(db: Database, have: (id: string) => Batch | null): Promise<StoredData | null> {
  const interrupted = await takeInterrupted(db);
  if (interrupted.length === 0 && !(await db.get('state', CURRENT))) return null;
  const { source, setId } = await currentOf({ get: (key) => db.get('state', key) });
  const set = (await db.get('sets', setId)) ?? FIRST_SET;
  const batches: Batch[] = [];
  const lost: string[] = [];
  for (const id of set.batchIds) {
    const batch = have(id) ?? (await readBatch(db, id));
    if (batch) batches.push(batch);
    else lost.push((await db.get('heads', id))?.name ?? id);
  }
  const regions = set.regions && treeFrom(set.regions.id, set.regions.rows);
  if (set.regions && !regions) lost.push('region table');
  await sweep(db, UNDOABLE);
  const kept = { source, batchIds: batches.map((b) => b.id), lost, ...setOf(set), interrupted, room: await roomLeft() };
  return { kept, batches, regions };
}

export function setOf(set: StoredSet): Pick<Kept, 'set'> {
  return { set: { id: set.id, name: set.name } };
}

export async function readBatch(db: Database, id: string): Promise<Batch | null> {
  const head = await db.get('heads', id);
  if (!head) return null;
  const blocks: StoredBlock[] = [];
  for (let k = 0; k < blockCount(head.length); k++) {
    const block = await db.get('blocks', [id, k]);
    if (!block) return null;
    blocks.push(block);
  }
  return batchOf(head, blocks);
}

/** Figures that no data set has, and that none of the last `undoable` changes could bring back, take no more room. */
export async function sweep(db: Database, undoable: number): Promise<void> {
  const tx = db.transaction(['heads', 'blocks', 'sets', 'journal'], 'readwrite');
  const wanted = new Set<string>();
  const want = (set: StoredSet | null): void => set?.batchIds.forEach((id) => wanted.add(id));
  (await tx.objectStore('sets').getAll()).forEach(want);
  const entries = await tx.objectStore('journal').getAll();
  for (const { before, after } of undoable === 0 ? [] : entries.slice(-undoable)) {
    want(before);
    want(after);
  }
  for (const id of await tx.objectStore('heads').getAllKeys()) {
    if (wanted.has(id)) continue;
    void tx.objectStore('heads').delete(id);
    void tx.objectStore('blocks').delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
  }
  await tx.done;
}

/** Data sets, history and mappings, without any figures. */
export async function readKeeping(db: Database): Promise<Keeping> {
  const tx = db.transaction(['state', 'sets', 'heads', 'journal', 'mappings']);
  const current = (await currentOf(tx.objectStore('state'))).setId;
  const stored = await tx.objectStore('sets').getAll();
  const heads = new Map((await tx.objectStore('heads').getAll()).map((h) => [h.id, h]));
  const entries = await tx.objectStore('journal').getAll();
  const mappings = await tx.objectStore('mappings').getAll();
  const sets = stored.some((s) => s.id === current) ? stored : [FIRST_SET, ...stored];
  const batchesOf = (set: StoredSet): KeptBatch[] =>
    set.batchIds.flatMap((id) => {
      const head = heads.get(id);
      if (!head) return [];
      const { name, length, at, by = '', mappings: own = [] } = head;
      return [{ id, name, rows: length, at, by, mappings: own }];
    });
  const byId = new Map(stored.map((s) => [s.id, s]));
  return {
    current,
    sets: sets
      .toSorted((a, b) => a.at - b.at)
      .map((set) => ({
        id: set.id,
        name: set.name,
        batches: batchesOf(set),
        ownRegions: set.regions !== null,
      })),
    journal: entries.map((entry) => entryOf(entry, byId, heads)).toReversed(),
    mappings: mappings.toSorted((a, b) => b.at - a.at).map(({ mapping, name, at, by }) => ({ mapping, name, at, by })),
  };
}

function entryOf(
  entry: StoredEntry,
  sets: ReadonlyMap<string, StoredSet>,
  heads: ReadonlyMap<string, unknown>,
): JournalEntry {
  const { seq, at, by, kind, names, before, after } = entry;
  const setName = (after ?? before)?.name ?? '';
  const there = (before?.batchIds ?? []).every((id) => heads.has(id));
  return { seq: seq!, at, by, kind, names, setName, undoable: there && isLatest(entry, sets) };
}

/** Is the data set as this change left it? */
export function isLatest({ before, after }: StoredEntry, sets: ReadonlyMap<string, StoredSet>): boolean {
  const id = (after ?? before)?.id;
  const now = id === undefined ? undefined : sets.get(id);
  if (!after) return now === undefined;
  return (
    now !== undefined &&
    now.name === after.name &&
    now.batchIds.join() === after.batchIds.join() &&
    (now.regions?.id ?? '') === (after.regions?.id ?? '')
  );
}

export async function roomLeft(): Promise<Kept['room']> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  if (!storage?.estimate) return null;
  try {
    const { usage = 0, quota = 0 } = await storage.estimate();
    return { used: usage, quota, persistent: (await storage.persisted?.()) ?? false };
  } catch {
    return null;
  }
}
