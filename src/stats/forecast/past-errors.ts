import { normalQuantile } from '../normal';

/** Fewest past errors that say how wide an interval has to be. */
const LEAST = 24;

/** The last errors of one number of steps ahead, each in standard deviations that the model had given, without sign. */
export interface PastErrors {
  /** As they came: the oldest is overwritten next. */
  readonly ring: Float64Array;
  /** The same by size, the first `count` of them. */
  readonly sorted: Float64Array;
  count: number;
  next: number;
}

export function makePastErrors(size: number): PastErrors {
  return { ring: new Float64Array(size), sorted: new Float64Array(size), count: 0, next: 0 };
}

/** Takes an error in, and the oldest out once there is no room. Not finite: passed over. O(size), nothing is allocated. */
export function addError(past: PastErrors, error: number): void {
  if (!Number.isFinite(error)) return;
  const size = Math.abs(error);
  const { ring, sorted } = past;
  if (past.count === ring.length) {
    const at = sorted.indexOf(ring[past.next]!);
    sorted.copyWithin(at, at + 1, past.count);
    past.count--;
  }
  let at = past.count;
  while (at > 0 && sorted[at - 1]! > size) {
    sorted[at] = sorted[at - 1]!;
    at--;
  }
  sorted[at] = size;
  past.count++;
  ring[past.next] = size;
  past.next = (past.next + 1) % ring.length;
}

/**
 * How many times wider than the model says an interval has to be, to have held the share `level` (0–1) of the past
 * errors: their quantile of rank (n + 1)·level, between neighbours in proportion, over the normal one. 1 where fewer
 * than 24 errors are known, or too few for that rank.
 * Source: J. Lei et al., "Distribution-free predictive inference for regression", JASA 113 (2018) 1094–1111 (split
 * conformal rank), here over a rolling window of standardised errors.
 */
export function widening({ sorted, count }: PastErrors, level: number): number {
  const rank = (count + 1) * level;
  if (count < LEAST || rank > count) return 1;
  const below = Math.floor(rank);
  const low = sorted[below - 1]!;
  const high = below < count ? sorted[below]! : low;
  return (low + (rank - below) * (high - low)) / normalQuantile((1 + level) / 2);
}
