/** How one trail stands to another; lengths tell which one goes on where the other ends. */
export type TrailRelation =
  /** Entry by entry the same, as far as the shorter one goes. */
  | { readonly kind: 'same' | 'shorter' | 'longer' }
  /** Place (1 = the first) of the first entry that is another one. */
  | { readonly kind: 'apart'; readonly from: number };

/**
 * The second trail against the first: `longer` = the first is its beginning. Entries are compared whole, not by the
 * digest that they claim: either of them may have been tampered with.
 */
export function compareTrails(mine: readonly unknown[], theirs: readonly unknown[]): TrailRelation {
  const both = Math.min(mine.length, theirs.length);
  for (let i = 0; i < both; i++) {
    if (!sameContent(mine[i], theirs[i])) return { kind: 'apart', from: i + 1 };
  }
  if (theirs.length === mine.length) return { kind: 'same' };
  return { kind: theirs.length > mine.length ? 'longer' : 'shorter' };
}

/** The same content, in whatever order its fields were written. */
function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return mine.length === theirs.size && mine.every(([key, v]) => theirs.has(key) && sameContent(v, theirs.get(key)));
}
