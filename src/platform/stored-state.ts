import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { RegionRow } from '../base/regions';
import type { Mapping } from '../observations/tables/mapping';
import type { Entry } from '../response/trail/entry';
import type { FeedAnswers, JournalKind, Kept, Paper } from './engine-api';
import type { StoredBlock, StoredHead } from './stored-batch';

/** Version of the database. Each one has a step in `upgrade` and a test that begins with the version before. */
export const STORE_VERSION = 4;

export interface Schema extends DBSchema {
  heads: { key: string; value: StoredHead };
  blocks: { key: [string, number]; value: StoredBlock };
  /** What is in force (`current`), and the marks of imports under way (stored-mark.ts). */
  state: { key: string; value: StoredCurrent | StoredMark };
  sets: { key: string; value: StoredSet };
  journal: { key: number; value: StoredEntry };
  mappings: { key: string; value: StoredMapping };
  feeds: { key: string; value: { readonly url: string; readonly answers: FeedAnswers } };
  papers: { key: [Paper['kind'], string]; value: Paper };
  /** Every human act of the response side; entries are added at the end and never changed (stored-trail.ts). */
  trail: { key: number; value: Entry };
}
export type Database = IDBPDatabase<Schema>;
export type WriteOf<S extends StoreNames<Schema>[]> = IDBPTransaction<Schema, S, 'readwrite'>;

export interface StoredCurrent {
  readonly source: Kept['source'];
  readonly setId: string;
}

/** Of an import under way; stored-mark.ts says how it comes and goes. */
export interface StoredMark {
  readonly names: readonly string[];
  /** Its figures are in; absent in marks of a former program. */
  readonly whole?: boolean;
}

export interface StoredSet {
  readonly id: string;
  /** Empty: the first one, which nobody has named yet. */
  readonly name: string;
  readonly at: number;
  /** Oldest first. */
  readonly batchIds: readonly string[];
  /** Region table of its files; null = the built-in one. */
  readonly regions: StoredRegions | null;
}

export interface StoredRegions {
  readonly id: string;
  readonly rows: readonly RegionRow[];
}

/** A change of one data set, with the set before and after it: undoing is putting `before` back. */
export interface StoredEntry {
  readonly seq?: number;
  readonly at: number;
  readonly by: string;
  readonly kind: JournalKind;
  readonly names: readonly string[];
  readonly before: StoredSet | null;
  readonly after: StoredSet | null;
}

export interface StoredMapping {
  readonly signature: string;
  readonly mapping: Mapping;
  readonly name: string;
  readonly at: number;
  readonly by: string;
}

export const CURRENT = 'current';
/** Marks of imports: this alone (of a former program), or with a word behind it. */
export const MARK = 'pending';
export const FIRST_SET: StoredSet = { id: 'first', name: '', at: 0, batchIds: [], regions: null };
const NOTHING_YET: StoredCurrent = { source: 'configured', setId: FIRST_SET.id };

/** State of version 1: one set of batches, nameless. */
interface StateV1 {
  readonly source: Kept['source'];
  readonly batchIds: readonly string[];
  readonly regions: StoredRegions | null;
}

/** From any earlier version to this one, within the transaction of the opening: whole or not at all. */
export async function upgrade(
  db: Database,
  oldVersion: number,
  tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  if (oldVersion < 1) {
    db.createObjectStore('heads', { keyPath: 'id' });
    db.createObjectStore('blocks', { keyPath: 'key' });
    db.createObjectStore('state');
    db.createObjectStore('feeds', { keyPath: 'url' });
  }
  if (oldVersion < 2) {
    const sets = db.createObjectStore('sets', { keyPath: 'id' });
    db.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
    db.createObjectStore('mappings', { keyPath: 'signature' });
    const state = tx.objectStore('state');
    const old = (await state.get(CURRENT)) as unknown as StateV1 | undefined;
    if (old) {
      const { source, batchIds, regions } = old;
      await sets.put({ ...FIRST_SET, batchIds, regions });
      await state.put({ source, setId: FIRST_SET.id }, CURRENT);
    }
  }
  if (oldVersion < 3) db.createObjectStore('papers', { keyPath: ['kind', 'id'] });
  if (oldVersion < 4) db.createObjectStore('trail', { keyPath: 'seq' });
}

export async function currentOf(state: {
  get(key: string): Promise<StoredCurrent | StoredMark | undefined>;
}): Promise<StoredCurrent> {
  const found = await state.get(CURRENT);
  return found && 'setId' in found ? found : NOTHING_YET;
}
