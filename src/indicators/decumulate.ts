import { seasonOf } from '../base/period';
import { Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';

/**
 * Cumulative-in-year → single periods, by differences that restart each January. A period whose predecessor in the
 * year is missing cannot be told apart from it and stays missing. A fall of the cumulative figure (a downward
 * revision) gives a negative period: kept, and marked suspect.
 */
export function decumulate(panel: Panel, column: Column): Column {
  const values = new Float64Array(column.values.length).fill(NaN);
  const status = new Uint8Array(column.status);
  for (let r = 0; r < panel.tree.regions.length; r++) {
    for (let t = 0; t < panel.count; t++) {
      const cell = r * panel.count + t;
      const first = seasonOf(panel.frequency, panel.first + t) === 0;
      const before = first ? 0 : t > 0 ? column.values[cell - 1]! : NaN;
      const difference = column.values[cell]! - before;
      values[cell] = difference;
      if (difference === difference) status[cell] = difference < 0 ? Status.suspect : Status.derived;
      else if (status[cell] !== Status.expectedGap) status[cell] = Status.missing;
    }
  }
  return { ...column, values, status, batch: null, row: null, revisions: null, steps: [...column.steps, 'decumulate'] };
}
