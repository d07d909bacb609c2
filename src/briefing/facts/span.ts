import type { Frequency, Period } from '../../base/period';
import type { Panel } from '../../panel/panel';

/** Periods that a briefing looks back over, the one reported on included: two years, of weeks one. A default of ours. */
const PERIODS: Readonly<Record<Frequency, number>> = { month: 24, quarter: 8, week: 52, year: 10 };

/** The stretch that a briefing is about. */
export interface Span {
  readonly first: Period;
  readonly period: Period;
  /** Number of periods, both ends included. */
  readonly count: number;
}

/**
 * The window up to a period; shorter at the start of the data.
 * @throws when the data does not have the period
 */
export function spanUpTo(panel: Pick<Panel, 'frequency' | 'first' | 'count'>, period: Period): Span {
  if (period < panel.first || period >= panel.first + panel.count) {
    throw new RangeError(`period ${period} is not in the panel`);
  }
  const first = Math.max(panel.first, period - PERIODS[panel.frequency] + 1);
  return { first, period, count: period - first + 1 };
}

/** Part of a region's row of a column, from one period to another, both included and inside the panel. */
export function rowOf<A extends Uint8Array | Float32Array | Float64Array>(
  panel: Pick<Panel, 'first' | 'count'>,
  column: A,
  region: number,
  { first, period }: Pick<Span, 'first' | 'period'>,
): A {
  const start = region * panel.count - panel.first;
  return column.slice(start + first, start + period + 1) as A;
}

/** A number, or null where there is none. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
