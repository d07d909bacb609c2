import { openDB } from 'idb';
import type { RegionTree } from '../base/regions';
import type { Text } from '../base/text';
import type { Batch } from '../observations/observations';
import type { Entry } from '../response/trail/entry';
import type { FeedAnswers, Keeping, KeepingChange, Kept, KeepChange, Paper, PaperChange } from './engine-api';
import type { BackupContent } from './backup-content';
import { fetchPart } from './fetch-part';
import { randomId } from './random-id';
import { leaveMark, takeMark } from './stored-mark';
import { readBatch, readCurrent, readKeeping, type StoredData, sweep } from './stored-read';
import { currentOf, type Database, type Schema, STORE_VERSION, upgrade } from './stored-state';
import { STORE_TEXT } from './text';
import { TroubleError, troubleOf } from './trouble';

const NAME = 'fengsui';
/** How long an opening may take: a database that hangs must not hang the start. */
const OPEN_MS = 8000;

/** Figures kept in this browser (IndexedDB). Every failure is a `TroubleError` that says what the user can do. */
export interface BatchStore {
  /** The data set in force; `have`: batches that the engine holds already and need not be read. Null: nothing was ever kept. */
  read(have: (batchId: string) => Batch | null): Promise<StoredData | null>;
  /** One transaction: whole or not at all. Other tabs' changes since are kept, not overwritten. */
  write(
    change: KeepChange,
    batchOfId: (id: string) => Batch | null,
    regions: RegionTree | null,
    atMs: number,
  ): Promise<Kept>;
  /** Before the figures of an import are loaded and kept, and after; see stored-mark.ts. */
  beginImport(names: readonly string[]): Promise<string>;
  endImport(mark: string): Promise<void>;
  writeFeed(url: string, answers: FeedAnswers): Promise<void>;
  readFeed(url: string): Promise<FeedAnswers | null>;
  readKeeping(): Promise<Keeping>;
  writeKeeping(change: KeepingChange, atMs: number): Promise<void>;
  papers(kind: Paper['kind']): Promise<readonly Paper[]>;
  putPaper(change: PaperChange, atMs: number): Promise<Paper>;
  dropPaper(kind: Paper['kind'], id: string): Promise<void>;
  /** See `KeepApi`: the next entries behind a number; one more entry, if it follows the last one. */
  trail(after: number): Promise<readonly Entry[]>;
  appendTrail(entry: Entry): Promise<{ readonly taken: boolean }>;
  backup(): Promise<Blob>;
  restoreBackup(file: Blob, by: string, atMs: number): Promise<BackupContent>;
}

/** One writer at a time over all tabs; where there are no locks, the database's own transactions still hold. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? (locks.request('fengsui-store', work) as Promise<T>) : work();
}

/** What writes is fetched when something is to be kept; the first page only reads. */
const writing = (): Promise<typeof import('./stored-write')> => fetchPart(() => import('./stored-write'));

/** The trail is only read where people act on warnings. */
const trailing = (): Promise<typeof import('./stored-trail')> => fetchPart(() => import('./stored-trail'));

export function createBatchStore(): BatchStore {
  let opened: Promise<Database> | null = null;

  function database(): Promise<Database> {
    opened ??= open(() => {
      opened = null;
    }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  return {
    read: (have) => guarded(() => alone(async () => readCurrent(await database(), have))),
    write: (change, batchOfId, regions, atMs) =>
      guarded(() =>
        alone(async () => {
          const { writeChange } = await writing();
          const db = await database();
          const write = (): Promise<Kept> => writeChange(db, change, batchOfId, regions, atMs);
          return write().catch(async (error: unknown) => {
            if (!(error instanceof Error) || error.name !== 'QuotaExceededError') throw error;
            // What only the history could bring back makes room; then once more.
            await sweep(db, 0);
            return write();
          });
        }),
      ),
    beginImport: (names) => guarded(async () => leaveMark(await database(), names, randomId())),
    endImport: (mark) => guarded(async () => takeMark(await database(), mark)),
    writeFeed: (url, answers) =>
      guarded(async () => {
        await (await database()).put('feeds', { url, answers });
      }),
    readFeed: (url) => guarded(async () => (await (await database()).get('feeds', url))?.answers ?? null),
    readKeeping: () => guarded(async () => readKeeping(await database())),
    writeKeeping: (change, atMs) =>
      guarded(() => alone(async () => (await writing()).writeKeeping(await database(), change, atMs, randomId))),
    papers: (kind) =>
      guarded(async () => {
        const range = IDBKeyRange.bound([kind, ''], [kind, '\uffff']);
        return (await (await database()).getAll('papers', range)).toSorted((a, b) => b.at - a.at);
      }),
    putPaper: (change, atMs) => guarded(async () => (await writing()).writePaper(await database(), change, atMs)),
    dropPaper: (kind, id) => guarded(async () => (await database()).delete('papers', [kind, id])),
    trail: (after) => guarded(async () => (await trailing()).readTrail(await database(), after)),
    appendTrail: (entry) => guarded(async () => (await trailing()).appendEntry(await database(), entry)),
    backup: () => guarded(async () => backupOf(await database())),
    async restoreBackup(file, by, atMs) {
      const { readBackupFile } = await fetchPart(() => import('./backup'));
      const parts = await readBackupFile(file);
      return guarded(() =>
        alone(async () => (await writing()).writeBackup(await database(), parts, by, atMs, randomId)),
      );
    },
  };
}

async function backupOf(db: Database): Promise<Blob> {
  const { writeBackupFile } = await fetchPart(() => import('./backup'));
  const sets = await db.getAll('sets');
  const { setId } = await currentOf({ get: (key) => db.get('state', key) });
  const batches = [];
  for (const id of new Set(sets.flatMap((s) => s.batchIds))) {
    const head = await db.get('heads', id);
    const batch = head && (await readBatch(db, id));
    if (head && batch) batches.push({ head, batch });
  }
  const there = new Set(batches.map(({ batch }) => batch.id));
  const whole = sets.map((s) => ({ ...s, batchIds: s.batchIds.filter((id) => there.has(id)) }));
  return writeBackupFile({
    sets: whole,
    current: setId,
    batches,
    mappings: await db.getAll('mappings'),
    papers: await db.getAll('papers'),
    trail: await db.getAll('trail'),
  });
}

function open(onLost: () => void): Promise<Database> {
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
    openDB<Schema>(NAME, STORE_VERSION, {
      upgrade(db, oldVersion, _newVersion, tx) {
        // Half an upgrade is none: the version before stays, with all that it holds.
        upgrade(db, oldVersion, tx).catch(() => tx.abort());
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
