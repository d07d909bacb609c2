import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RegionRow, RegionTree } from '../base/regions';
import type { Text } from '../base/text';
import type { Batch } from '../observations/observations';
import type { FeedAnswers, Kept, KeepChange } from './engine-api';
import {
  batchOf,
  blockCount,
  blockOf,
  headOf,
  rowsOf,
  type StoredBlock,
  type StoredHead,
  treeFrom,
} from './stored-batch';
import { STORE_TEXT } from './text';
import { TroubleError, troubleOf } from './trouble';

const NAME = 'fengsui';
const VERSION = 1;
/** How long an opening may take: a database that hangs must not hang the start. */
const OPEN_MS = 8000;

interface Schema extends DBSchema {
  heads: { key: string; value: StoredHead };
  blocks: { key: [string, number]; value: StoredBlock };
  /** One record, `current`: what the data are made of. */
  state: { key: string; value: StoredState };
  feeds: { key: string; value: { readonly url: string; readonly answers: FeedAnswers } };
}

interface StoredState {
  readonly source: Kept['source'];
  readonly batchIds: readonly string[];
  /** Region table of the files; null = the built-in one. */
  readonly regions: { readonly id: string; readonly rows: readonly RegionRow[] } | null;
}

const CURRENT = 'current';
const NOTHING: StoredState = { source: 'configured', batchIds: [], regions: null };

export interface StoredData {
  readonly kept: Kept;
  readonly batches: readonly Batch[];
  readonly regions: RegionTree | null;
}

/** Figures kept in this browser (IndexedDB). Every failure is a `TroubleError` that says what the user can do. */
export interface BatchStore {
  /** Everything that is kept; `have`: batches that the engine holds already and need not be read. Null: nothing was ever kept. */
  read(have: (batchId: string) => Batch | null): Promise<StoredData | null>;
  /** One transaction: whole or not at all. Other tabs' changes since are kept, not overwritten. */
  write(
    change: KeepChange,
    batchOfId: (id: string) => Batch | null,
    regions: RegionTree | null,
    atMs: number,
  ): Promise<Kept>;
  writeFeed(url: string, answers: FeedAnswers): Promise<void>;
  readFeed(url: string): Promise<FeedAnswers | null>;
}

export function createBatchStore(): BatchStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;

  function database(): Promise<IDBPDatabase<Schema>> {
    opened ??= open(() => {
      opened = null;
    }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  return {
    read: (have) => guarded(async () => readAll(await database(), have)),
    write: (change, batchOfId, regions, atMs) =>
      guarded(async () => writeChange(await database(), change, batchOfId, regions, atMs)),
    writeFeed: (url, answers) =>
      guarded(async () => {
        await (await database()).put('feeds', { url, answers });
      }),
    readFeed: (url) => guarded(async () => (await (await database()).get('feeds', url))?.answers ?? null),
  };
}

function open(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  if (typeof indexedDB === 'undefined') {
    throw new TroubleError({ what: STORE_TEXT.missing, where: '', todo: STORE_TEXT.missingTodo });
  }
  return new Promise((resolve, reject) => {
    let givenUp = false;
    const fail = (what: Text, todo: Text): void => {
      givenUp = true;
      reject(new TroubleError({ what, where: NAME, todo }));
    };
    const timer = setTimeout(() => fail(STORE_TEXT.timeout, STORE_TEXT.brokenTodo), OPEN_MS);
    openDB<Schema>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('heads', { keyPath: 'id' });
        db.createObjectStore('blocks', { keyPath: 'key' });
        db.createObjectStore('state');
        db.createObjectStore('feeds', { keyPath: 'url' });
      },
      blocked: () => fail(STORE_TEXT.blocked, STORE_TEXT.blockedTodo),
      // Another tab wants a newer version: let it, and open anew at the next use.
      blocking(_now, _wanted, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    })
      .then((db) => {
        // Too late: nobody waits for it any more, and left open it would block other tabs.
        if (givenUp) db.close();
        else resolve(db);
      }, reject)
      .finally(() => clearTimeout(timer));
  });
}

async function readAll(db: IDBPDatabase<Schema>, have: (id: string) => Batch | null): Promise<StoredData | null> {
  const state = await db.get('state', CURRENT);
  if (!state) return null;
  const batches: Batch[] = [];
  const lost: string[] = [];
  for (const id of state.batchIds) {
    const batch = have(id) ?? (await readBatch(db, id));
    if (batch) batches.push(batch);
    else lost.push((await db.get('heads', id))?.name ?? id);
  }
  const regions = state.regions && treeFrom(state.regions.id, state.regions.rows);
  if (state.regions && !regions) lost.push('region table');
  await sweep(db, new Set(state.batchIds));
  const kept = { source: state.source, batchIds: batches.map((b) => b.id), lost, room: await roomLeft() };
  return { kept, batches, regions };
}

async function readBatch(db: IDBPDatabase<Schema>, id: string): Promise<Batch | null> {
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

/** Batches that were removed in an earlier session take no more room. */
async function sweep(db: IDBPDatabase<Schema>, current: ReadonlySet<string>): Promise<void> {
  const tx = db.transaction(['heads', 'blocks'], 'readwrite');
  for (const id of await tx.objectStore('heads').getAllKeys()) {
    if (current.has(id)) continue;
    void tx.objectStore('heads').delete(id);
    void tx.objectStore('blocks').delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
  }
  await tx.done;
}

async function writeChange(
  db: IDBPDatabase<Schema>,
  change: KeepChange,
  batchOfId: (id: string) => Batch | null,
  regions: RegionTree | null,
  atMs: number,
): Promise<Kept> {
  // Nothing but the database may be awaited until `done`: the transaction would end by itself.
  const tx = db.transaction(['heads', 'blocks', 'state'], 'readwrite', { durability: 'strict' });
  const heads = tx.objectStore('heads');
  const blocks = tx.objectStore('blocks');
  const before = (await tx.objectStore('state').get(CURRENT)) ?? NOTHING;
  const out = new Set([...change.drop, ...change.add, ...change.back]);
  const list: { id: string; at: number }[] = [];
  for (const id of change.replace ? [] : before.batchIds) {
    if (!out.has(id)) list.push({ id, at: (await heads.get(id))?.at ?? 0 });
  }
  let order = atMs;
  for (const id of [...change.add, ...change.back]) {
    const kept = await heads.get(id);
    const batch = batchOfId(id);
    const at = kept && change.back.includes(id) ? kept.at : order++;
    list.push({ id, at });
    if (!batch) {
      if (kept) continue;
      tx.abort();
      await tx.done.catch(() => undefined);
      throw new Error(`batch ${id} is not in the engine`);
    }
    // Written anew even if it was kept: another region table may have let other rows in.
    void heads.put(headOf(batch, at));
    void blocks.delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
    for (let k = 0; k < blockCount(batch.observations.length); k++) void blocks.put(blockOf(batch, k));
  }
  list.sort((a, b) => a.at - b.at);
  const state: StoredState = {
    source: change.source,
    batchIds: list.map(({ id }) => id),
    regions: change.source === 'files' ? regions && { id: regions.id, rows: rowsOf(regions) } : before.regions,
  };
  void tx.objectStore('state').put(state, CURRENT);
  await tx.done;
  return { source: state.source, batchIds: state.batchIds, lost: [], room: await roomLeft() };
}

async function roomLeft(): Promise<Kept['room']> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  if (!storage?.estimate) return null;
  try {
    const { usage = 0, quota = 0 } = await storage.estimate();
    return { used: usage, quota, persistent: (await storage.persisted?.()) ?? false };
  } catch {
    return null;
  }
}

/** What the browser's errors mean for the user. */
const BY_NAME: Readonly<
  Record<
    string,
    readonly ['full' | 'newer' | 'closed' | 'missing', 'fullTodo' | 'newerTodo' | 'reload' | 'missingTodo']
  >
> = {
  QuotaExceededError: ['full', 'fullTodo'],
  VersionError: ['newer', 'newerTodo'],
  InvalidStateError: ['closed', 'reload'],
  SecurityError: ['missing', 'missingTodo'],
};

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TroubleError) throw error;
    const name = error instanceof Error ? error.name : '';
    const known = BY_NAME[name];
    const [what, todo] = known
      ? [STORE_TEXT[known[0]], STORE_TEXT[known[1]]]
      : [STORE_TEXT.broken, STORE_TEXT.brokenTodo];
    throw new TroubleError({ what, where: known ? name : troubleOf(error).where, todo }, { cause: error });
  }
}
