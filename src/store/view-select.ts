import { parsePeriod, type Period } from '../base/period';
import type { AssessmentView } from '../platform/engine-api';

/** Reading an assessment at a place: pure, cheap, used by every screen. */

/** The chosen period when the data has it, else the one to show first. */
export function periodOf(view: AssessmentView, wanted: string | null): Period {
  const parsed = wanted === null ? null : parsePeriod(wanted);
  const fits =
    parsed?.frequency === view.frequency && parsed.period >= view.first && parsed.period < view.first + view.count;
  return parsed && fits ? parsed.period : view.latest;
}

/** Position in the columns of levels and signals. */
export function cellAt(view: AssessmentView, region: number, period: Period): number {
  return region * view.count + (period - view.first);
}

/** Level byte; the period before the first has none and counts as null. */
export function levelAt(view: AssessmentView, region: number, period: Period): number | null {
  return period < view.first || period >= view.first + view.count
    ? null
    : view.levels.level[cellAt(view, region, period)]!;
}

export function indexAt(view: AssessmentView, region: number, period: Period): number {
  return period < view.first || period >= view.first + view.count
    ? Number.NaN
    : view.levels.index[cellAt(view, region, period)]!;
}

/** Consecutive periods at the present level, this one included. */
export function periodsAtLevel(view: AssessmentView, region: number, period: Period): number {
  const from = cellAt(view, region, view.first);
  let cell = cellAt(view, region, period);
  const level = view.levels.level[cell];
  let count = 0;
  for (; cell >= from && view.levels.level[cell] === level; cell--) count++;
  return count;
}

/** A column's window that ends at a period: `count` values at most, fewer at the start of the data. No copy. */
export function windowOf<A extends Uint8Array | Float32Array>(
  view: AssessmentView,
  column: A,
  region: number,
  period: Period,
  count: number,
): A {
  const end = cellAt(view, region, period) + 1;
  const start = Math.max(cellAt(view, region, view.first), end - count);
  return column.subarray(start, end) as A;
}
