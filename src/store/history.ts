/** A value with the way back and forth: what an editor undoes and does again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was about: typing on in one place is undone as one. */
  readonly last: string | null;
}

/** So many steps can be undone. */
const MOST = 200;

export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], last: null };
}

/** A change; with the `about` of the one before it, both are one step. Null = always a step of its own. */
export function change<T>(history: History<T>, next: T, about: string | null = null): History<T> {
  if (next === history.present) return history;
  const goesOn = about !== null && about === history.last && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present: next, future: [], last: about };
}

export function undo<T>({ past, present, future, last }: History<T>): History<T> {
  if (past.length === 0) return { past, present, future, last };
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future], last: null };
}

export function redo<T>({ past, present, future, last }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future, last };
  return { past: [...past, present], present: next, future: rest, last: null };
}
