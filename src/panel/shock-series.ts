import type { Indicator } from '../base/indicators';
import { seasonOf } from '../base/period';
import type { Panel } from './panel';

export type ShockChange =
  /** Times `amount`. */
  | { readonly kind: 'factor'; readonly amount: number }
  /** Plus `amount`, in the unit of the indicator, in every period. */
  | { readonly kind: 'shock'; readonly amount: number }
  /** One figure for each period of the stretch; null = left as it is. */
  | { readonly kind: 'path'; readonly values: readonly (number | null)[] };

/** A change with its stretch as positions in the panel, both ends included. */
export interface SeriesShock {
  readonly from: number;
  readonly to: number;
  readonly change: ShockChange;
}

/**
 * New figures of one region, `[position, value]`, where they differ. Figures that stand for several periods (see
 * panel/shock.ts) are split evenly, changed, and added up again.
 */
export function movesOfRegion(
  panel: Panel,
  indicator: Indicator,
  values: Float64Array,
  region: number,
  shock: SeriesShock,
): (readonly [t: number, value: number])[] {
  const offset = region * panel.count;
  let end = panel.count - 1;
  while (end >= 0 && values[offset + end] !== values[offset + end]) end--;
  const at = (t: number): number => values[offset + t]!;
  return indicator.kind === 'cumulative'
    ? cumulativeMoves(panel, at, end, shock)
    : plainMoves(panel, indicator, at, end, shock);
}

function plainMoves(
  panel: Panel,
  indicator: Indicator,
  at: (t: number) => number,
  end: number,
  shock: SeriesShock,
): (readonly [number, number])[] {
  const moves: (readonly [number, number])[] = [];
  const forBoth = indicator.kind === 'flow' && indicator.janFeb === 'joint-published' && panel.frequency === 'month';
  for (let t = Math.max(0, shock.from); t <= Math.min(panel.count - 1, shock.to + 1); t++) {
    const value = at(t);
    if (value !== value) {
      const projected = t > end ? figureAt(shock, t) : null;
      if (projected !== null) moves.push([t, projected]);
      continue;
    }
    const isJoint = forBoth && seasonOf('month', panel.first + t) === 1 && !(t > 0 && at(t - 1) === at(t - 1));
    const next = changed(value, isJoint ? t - 1 : t, t, shock);
    if (next !== value) moves.push([t, next]);
  }
  return moves;
}

function cumulativeMoves(
  panel: Panel,
  at: (t: number) => number,
  end: number,
  shock: SeriesShock,
): (readonly [number, number])[] {
  const moves: (readonly [number, number])[] = [];
  let reached = -1;
  let was = 0;
  let is = 0;
  for (let t = 0; t < panel.count; t++) {
    const season = seasonOf(panel.frequency, panel.first + t);
    if (t === 0 || season === 0) [reached, was, is] = [t - season - 1, 0, 0];
    const value = at(t);
    let next = NaN;
    if (value === value) next = is + changed(value - was, reached + 1, t, shock);
    else if (t > end && reached === t - 1) {
      const projected = figureAt(shock, t);
      if (projected !== null) next = is + projected;
    }
    if (next !== next) continue;
    if (next !== value) moves.push([t, next]);
    [reached, was, is] = [t, value === value ? value : next, next];
  }
  return moves;
}

/** A figure for the periods `first` to `last` after the change. */
function changed(figure: number, first: number, last: number, shock: SeriesShock): number {
  const { change } = shock;
  const periods = last - first + 1;
  let touched = 0;
  let whole = 0;
  for (let t = first; t <= last; t++) {
    if (t < shock.from || t > shock.to) continue;
    if (change.kind === 'path') {
      const given = figureAt(shock, t);
      if (given === null) continue;
      whole += given;
    } else if (change.kind === 'factor') whole += (figure / periods) * change.amount;
    else whole += figure / periods + change.amount;
    touched++;
  }
  if (touched === 0) return figure;
  return touched === periods ? whole : whole + (figure * (periods - touched)) / periods;
}

/** What a path says of a period; null = nothing. */
function figureAt({ from, to, change }: SeriesShock, t: number): number | null {
  return change.kind === 'path' && t >= from && t <= to ? (change.values[t - from] ?? null) : null;
}
