import type { IDBPObjectStore, StoreNames } from 'idb';
import { compareTrails } from '../response/trail/compare';
import type { Entry } from '../response/trail/entry';
import type { ChainFault } from '../response/trail/verify';
import type { TrailBrought } from './backup-content';
import type { Paper } from './engine-api';
import { foreignEntries } from './foreign-trail';
import type { Database, Schema, WriteOf } from './stored-state';

/** So many entries are read at once: to copy them from one thread to the other takes some milliseconds. */
const PAGE = 1000;

/** The next entries behind a number, oldest first, as they lie there; see `KeepApi.trail`. */
export function readTrail(db: Database, after: number): Promise<readonly Entry[]> {
  return db.getAll('trail', IDBKeyRange.bound(after, Infinity, true), PAGE);
}

/**
 * Compare and append, in one transaction: of two tabs that put an entry behind the same one, exactly one succeeds.
 * What lies there is never overwritten (`add` fails where there is an entry of the number).
 */
export async function appendEntry(db: Database, entry: Entry): Promise<{ readonly taken: boolean }> {
  const tx = db.transaction('trail', 'readwrite', { durability: 'strict' });
  const head = await headOf(tx.store);
  const taken = entry.seq === head.seq + 1 && entry.previous === head.digest;
  if (taken) await tx.store.add(entry);
  await tx.done;
  return { taken };
}

/** Number and digest of the last entry, as they lie there; 0 and '' before the first. */
async function headOf(
  trail: Pick<IDBPObjectStore<Schema, StoreNames<Schema>[], 'trail', IDBTransactionMode>, 'openCursor'>,
): Promise<{ readonly seq: number; readonly digest: string }> {
  const last = (await trail.openCursor(IDBKeyRange.bound(0, Infinity), 'prev'))?.value;
  return last ? { seq: last.seq, digest: last.digest } : { seq: 0, digest: '' };
}

/**
 * The trail of a backup beside ours, within the transaction of the restoring. Where ours is its beginning, the rest is
 * added; where it is faulty or went another way, ours stands and the other is kept whole as a paper. Nothing is lost.
 * One exception: what somebody tried out on the demonstration does not bar a desk's real trail from its place; then it is
 * ours that becomes the paper. `fault`: the first one that the check found in it.
 */
export async function bringTrail(
  tx: WriteOf<('trail' | 'papers')[]>,
  theirs: readonly Entry[],
  fault: ChainFault | null,
  paper: Pick<Paper, 'at' | 'by' | 'id'>,
): Promise<TrailBrought> {
  if (theirs.length === 0) return { kind: 'none' };
  const trail = tx.objectStore('trail');
  const mine = await trail.getAll();
  const relation = compareTrails(mine, theirs);
  if (relation.kind === 'same' || relation.kind === 'shorter') return { kind: 'same' };
  if (fault === null && relation.kind === 'longer') {
    for (const entry of theirs.slice(mine.length)) await trail.add(entry);
    return { kind: 'continued', entries: theirs.length - mine.length };
  }
  const last = theirs.at(-1)!;
  if (fault === null && mine.every(isTrial) && !theirs.every(isTrial)) {
    await keepBeside(tx, mine, paper);
    await trail.clear();
    for (const entry of theirs) await trail.add(entry);
    const head = { seq: last.seq, digest: last.digest };
    return { kind: 'took-over', entries: theirs.length, before: mine.length, head };
  }
  await keepBeside(tx, theirs, paper);
  if (fault) return { kind: 'faulty', from: fault.seq, entries: theirs.length, words: fault.words };
  return { kind: 'apart', from: relation.kind === 'apart' ? relation.from : mine.length + 1, entries: theirs.length };
}

/** Done on invented figures. */
const isTrial = (entry: Entry): boolean => entry.basis?.demonstration === true;

/** As a paper, once. */
async function keepBeside(
  tx: WriteOf<('trail' | 'papers')[]>,
  entries: readonly Entry[],
  paper: Pick<Paper, 'at' | 'by' | 'id'>,
): Promise<void> {
  const papers = tx.objectStore('papers');
  const kept = await papers.getAll(IDBKeyRange.bound(['foreign-trail', ''], ['foreign-trail', '\uffff']));
  const isKept = kept.some(({ body }) => compareTrails(foreignEntries(body), entries).kind === 'same');
  if (!isKept) await papers.put({ kind: 'foreign-trail', ...paper, body: { entries } });
}
