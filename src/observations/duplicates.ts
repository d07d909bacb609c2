import { compact, type Draft } from './draft';

export interface Pair {
  /** Indexes of rows in the draft. */
  readonly first: number;
  readonly second: number;
}

/**
 * Rows that claim the same place: region, indicator, period and day of knowledge alike. Another day of knowledge is
 * another vintage, not a duplicate. A repeat with the same value is dropped; of two values neither is kept, nor is a
 * third, unless `choose` picks one (the place of a row among `claims`, or −1). Calls back per find (a value that was
 * heard of this place before is none), in file order, before anything moves; then closes the gaps, order kept. Answers how many rows were dropped as repeats and as conflicts.
 */
export function settleDuplicates(
  d: Draft,
  onRepeat: (pair: Pair) => void,
  onConflict: (pair: Pair) => void,
  choose: (claims: readonly number[]) => number = () => -1,
): { repeats: number; conflicts: number } {
  const n = d.length;
  // Open addressing over row numbers: 8 bytes a row at most, no key is ever built.
  let size = 16;
  while (size < n * 1.5) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const mask = size - 1;
  const drop = new Uint8Array(n);
  let repeats = 0;
  let conflicts = 0;
  const claims = new Map<number, number[]>();
  const { region, indicator, frequency, period, knownOn, value } = d;
  for (let i = 0; i < n; i++) {
    let h = Math.imul(region[i]!, 0x9e3779b1) ^ Math.imul(period[i]!, 0x85ebca6b);
    h ^= Math.imul(indicator[i]! * 4 + frequency[i]!, 0xc2b2ae35) ^ Math.imul(knownOn[i]!, 0x27d4eb2f);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    let slot = (h ^ (h >>> 13)) & mask;
    for (;;) {
      const j = slots[slot]!;
      if (j < 0) {
        slots[slot] = i;
        break;
      }
      if (
        region[j] === region[i] &&
        period[j] === period[i] &&
        indicator[j] === indicator[i] &&
        frequency[j] === frequency[i] &&
        knownOn[j] === knownOn[i]
      ) {
        drop[i] = 1;
        if (same(value[j]!, value[i]!) && drop[j] === 0) {
          repeats++;
          onRepeat({ first: j, second: i });
        } else {
          conflicts += drop[j] === 0 ? 2 : 1;
          drop[j] = 1;
          const together = claims.get(j);
          const heard = together?.some((k) => same(value[k]!, value[i]!)) === true;
          if (together) together.push(i);
          else claims.set(j, [j, i]);
          if (!heard) onConflict({ first: j, second: i });
        }
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  for (const together of claims.values()) {
    const chosen = together[choose(together)];
    if (chosen === undefined) continue;
    drop[chosen] = 0;
    conflicts--;
  }
  if (repeats + conflicts > 0) compact(d, drop);
  return { repeats, conflicts };
}

/** Two gaps by design are alike, too. */
function same(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
