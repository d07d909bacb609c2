import { PERIODS_PER_YEAR, type Period } from '../../base/period';
import type { Panel } from '../../panel/panel';
import type { Course } from './comparable';
import { EFFECT_LINES as LINES, type EffectView } from './effect';

/** Periods that are compared: positions in the panel, and how many of them lie before the start. */
export interface ComparedSpan {
  readonly at: readonly number[];
  readonly before: number;
  /** Periods of the region itself that lack their figure and are left out for all. */
  readonly gaps: number;
  /** The time since the start was cut to a year: behind it the year before lies under the measure, too. */
  readonly cut: boolean;
}

/**
 * Up to three years before the start, and the periods from it on, as far as the region itself has figures. Against the
 * year before, no longer than a year since the start.
 */
export function spanOf(panel: Panel, own: Course, start: Period, periods: number, view: EffectView): ComparedSpan {
  const perYear = PERIODS_PER_YEAR[panel.frequency];
  const first = start - panel.first;
  const most = view === 'yoy' ? Math.min(periods, perYear) : periods;
  const span = Math.max(LINES.yearsBefore * perYear, LINES.before);
  const from = Math.max(0, first - span);
  const to = Math.min(panel.count, first + most);
  const inside = Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k).filter((t) => own.due[t] === 1);
  const known = (t: number): boolean => !Number.isNaN(own.values[t]);
  const [begin, end] = [inside.find(known), inside.findLast(known)];
  // What is not out yet, or was never kept so early, is no gap.
  const due = inside.filter((t) => begin !== undefined && t >= begin && t <= end!);
  const at = due.filter(known);
  return { at, before: at.filter((t) => t < first).length, gaps: due.length - at.length, cut: most < periods };
}

/** Values at the positions of a span; null when one of them is missing. */
export function atSpan({ values }: Course, { at }: ComparedSpan): Float64Array | null {
  const taken = Float64Array.from(at, (t) => values[t]!);
  return taken.some((v) => Number.isNaN(v)) ? null : taken;
}

/** A count over its own mean before the start, = 100; null where that is not above 0. */
export function toOwnMean(values: Float64Array, before: number): Float64Array | null {
  const mean = values.subarray(0, before).reduce((sum, v) => sum + v, 0) / before;
  return mean > 0 ? values.map((v) => (100 * v) / mean) : null;
}
