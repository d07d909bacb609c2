import { seasonOf } from '../base/period';
import { festivalRegressors } from '../base/spring-festival';
import { isGradable, Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';
import { huberRegression } from '../stats/robust-regression';

/** So many comparisons with the year before (three a year) are needed before the effect is told: three years of them. */
const LEAST = 9;
/** The common movement of a year is taken from the comparisons of so many months before January. */
const BEFORE = 3;

/**
 * The moving part of the Spring Festival taken out of January, February and March; the other months stay as they are. The
 * effect is estimated for each region from what came before the month alone: the comparisons with the year before of
 * earlier Januaries to Marches, less the movement of the months before them, are explained by how the festival moved
 * (three windows, centred by calendar month; Huber's robust regression), in logarithms where a count is adjusted, in
 * points where a rate is. Until three years of comparisons are there the three months are an expected gap: an adjustment
 * that is not known is not taken for none. `festivalRegressors` names the sources.
 */
export function adjustFestival(panel: Panel, column: Column): Column {
  const { count, first } = panel;
  const values = column.values.slice();
  const status = column.status.slice();
  const ofCounts = column.indicator.kind !== 'rate' && column.indicator.kind !== 'index';
  const regressors = Array.from({ length: count }, (_, t) => festivalRegressors(first + t));
  const moves = (t: number): number[] => regressors[t]!.map((now, w) => now - festivalRegressors(first + t - 12)[w]!);
  const disturbed = Array.from({ length: count }, (_, t) => t).filter((t) => seasonOf('month', first + t) <= 2);

  for (let r = 0; r < panel.tree.regions.length; r++) {
    const offset = r * count;
    const of = (t: number): number => {
      const value = column.values[offset + t]!;
      if (!ofCounts) return value;
      return value > 0 ? Math.log(value) : NaN;
    };
    const onYear = (t: number): number => (t >= 12 ? of(t) - of(t - 12) : NaN);
    const rows: number[][] = [];
    const moved: number[] = [];
    for (const t of disturbed) {
      const cell = offset + t;
      const effect = rows.length >= LEAST ? huberRegression(rows, moved) : null;
      if (!Number.isNaN(values[cell]!)) {
        const taken = effect ? effect.reduce((sum, b, w) => sum + b * regressors[t]![w]!, 0) : NaN;
        values[cell] = ofCounts ? values[cell]! * Math.exp(-taken) : values[cell]! - taken;
        if (Number.isNaN(values[cell]!)) status[cell] = Status.expectedGap;
        else if (status[cell] === Status.observed) status[cell] = Status.derived;
      }
      const january = t - seasonOf('month', first + t);
      const common = meanOf(Array.from({ length: BEFORE }, (_, k) => onYear(january - 1 - k)));
      const change = onYear(t) - common;
      const x = moves(t);
      if (Number.isNaN(change) || x.some(Number.isNaN) || !isGradable(column.status[cell]!)) continue;
      rows.push(x);
      moved.push(change);
    }
  }
  return {
    ...column,
    values,
    status,
    batch: null,
    row: null,
    revisions: null,
    steps: [...column.steps, 'adjust-festival'],
  };
}

/** Mean of those that are there; NaN for none. */
function meanOf(values: readonly number[]): number {
  const there = values.filter((v) => !Number.isNaN(v));
  return there.reduce((sum, v) => sum + v, 0) / there.length;
}
