import type { Interrupted } from './engine-api';
import { type Database, MARK, type StoredMark } from './stored-state';

/**
 * An import leaves a mark before it begins; the transaction that keeps its figures notes in the mark that they are in;
 * it goes when the screen has shown how the import ended. A start that finds a mark tells how that import ended.
 */

/** So long the mark outlives the end of an import: until the screen has said it. */
const SHOWN_MS = 300;

/** Marks of imports that are under way here, each with what lets go of its lock. */
const ours = new Map<string, () => void>();

export async function leaveMark(db: Database, names: readonly string[], id: string): Promise<string> {
  const key = `${MARK} ${id}`;
  ours.set(key, hold(key));
  await db.put('state', { names, whole: false }, key);
  return key;
}

/** A mark that is not ours was left by a worker that died: the start after it tells, and takes it. */
export async function takeMark(db: Database, key: string): Promise<void> {
  const release = ours.get(key);
  if (!release) return;
  await new Promise((resolve) => setTimeout(resolve, SHOWN_MS));
  await db.delete('state', key);
  ours.delete(key);
  release();
}

/** Imports that were cut off by the end of their browser, tab or worker; each is told once. */
export async function takeInterrupted(db: Database): Promise<readonly Interrupted[]> {
  const ended: Interrupted[] = [];
  for (const key of await db.getAllKeys('state', IDBKeyRange.bound(MARK, `${MARK}\uffff`))) {
    if (await isHeld(key)) continue;
    const { names, whole = false } = (await db.get('state', key)) as StoredMark;
    ended.push({ names, whole });
    await db.delete('state', key);
  }
  return ended;
}

const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** A lock goes with the worker that holds it, however that ends: so a mark without one is of an import cut off. */
function hold(key: string): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void locks()?.request(key, () => held);
  return release;
}

async function isHeld(key: string): Promise<boolean> {
  if (ours.has(key)) return true;
  return (await locks()?.request(key, { ifAvailable: true }, (lock) => lock === null)) ?? false;
}
