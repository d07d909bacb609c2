import { type Day, NO_DAY } from '../../base/period';
import type { Column, Panel } from '../../panel/panel';
import { type RuleSignals, SignalState } from '../../signals/rule';

/** Day on which the figures behind a region's level at a position of the panel came in; null = not told. */
export type KnownOn = (region: number, t: number, level: number) => Day | null;

/**
 * The latest day among the figures of that period that speak: those of the indicators whose signals are at that level or
 * above, else at any (at level 0: pending); where no own signal speaks, those of the areas below that are at a level; where those have no figure of the
 * period either (held over a gap), all figures of the region. Where a value has no day of its own, the day on which its
 * file was taken in stands for it. Insufficient: nothing came in, null.
 *
 * A revision sets no clock back: of a value the first vintage counts that was no better than the present one, since a
 * statistic that reached its line with the present value reached it with that one. Only a revision for the worse came in
 * on its own day.
 *
 * Few cells are asked for (each change of a level), so each is worked out by itself.
 */
export function knownOnOf(panel: Panel, signals: readonly RuleSignals[], level: Uint8Array): KnownOn {
  const { tree, count, columns, batches } = panel;
  const reported = [...columns].flatMap(([id, column]) => (id === column.indicator.id ? [column] : []));
  const told = batches.length > 0 || reported.some((column) => column.knownOn !== null);
  const voices = signals.map(({ rule, level: own, state }) => ({ own, state, column: columns.get(rule.indicator) }));

  /** A value made from parts or from areas below has the latest of their days. */
  const dayOfValue = (column: Column | undefined, region: number, t: number): Day => {
    const cell = region * count + t;
    if (!column || column.values[cell] !== column.values[cell]) return NO_DAY;
    if (column.row && column.row[cell]! > 0) {
      const day = firstAsBad(column, cell);
      return day === NO_DAY ? (batches[column.batch?.[cell] ?? -1]?.takenOn ?? NO_DAY) : day;
    }
    const { aggregation } = column.indicator;
    let last = NO_DAY;
    if (aggregation.by === 'ratio')
      for (const id of [aggregation.numerator, aggregation.denominator])
        last = Math.max(last, dayOfValue(columns.get(id), region, t));
    else for (const child of tree.children[region]!) last = Math.max(last, dayOfValue(column, child, t));
    return last;
  };

  /** Latest day of the signals at or above a level, 0 = pending ones; null when there is none. */
  const dayOfSignals = (region: number, t: number, from: number): Day | null => {
    const cell = region * count + t;
    let last: Day | null = null;
    for (const { own, state, column } of voices) {
      if (from > 0 ? own[cell]! < from : state[cell] !== SignalState.pending) continue;
      last = Math.max(last ?? NO_DAY, dayOfValue(column, region, t));
    }
    return last;
  };

  const dayOfLevel = (region: number, t: number, at: number): Day => {
    const own = dayOfSignals(region, t, at) ?? (at > 1 ? dayOfSignals(region, t, 1) : null);
    if (own !== null || at === 0) return own ?? NO_DAY;
    let last = NO_DAY;
    for (const child of tree.children[region]!) {
      const below = level[child * count + t]!;
      if (below >= 1 && below <= 4) last = Math.max(last, dayOfLevel(child, t, below));
    }
    return last;
  };

  return (region, t, at) => {
    if (at > 4 || !told) return null;
    let last = dayOfLevel(region, t, at);
    if (last === NO_DAY) for (const column of reported) last = Math.max(last, dayOfValue(column, region, t));
    return last === NO_DAY ? null : last;
  };
}

/** Day of the first vintage of a value that was at least as bad as the present one; NO_DAY when none is told. */
function firstAsBad({ indicator, values, knownOn, revisions }: Column, cell: number): Day {
  const present = knownOn?.[cell] ?? NO_DAY;
  if (!revisions || indicator.worse === 'none') return present;
  const sign = indicator.worse === 'up' ? 1 : -1;
  let at = firstOf(revisions.cell, cell);
  for (; revisions.cell[at] === cell; at++) {
    const day = revisions.knownOn[at]!;
    // A vintage that said "no figure", or two at once, is NaN and is passed over.
    if (day !== NO_DAY && sign * revisions.value[at]! >= sign * values[cell]!) return day;
  }
  return present;
}

/** Position of the first of a sorted list that is not below a cell. */
function firstOf(cells: Uint32Array, cell: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]! < cell) low = middle + 1;
    else high = middle;
  }
  return low;
}
