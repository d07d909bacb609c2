import { seasonOf } from '../base/period';
import { derivedStatus, Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';

/**
 * Cumulative-in-year → single periods, by differences that restart each January. A period whose predecessor in the
 * year is missing cannot be told apart from it and stays missing; so does one where more or fewer children stand
 * behind an aggregate than in the period before, for the difference would be that of the children. A fall of the
 * cumulative figure (a downward revision) gives a negative period: kept, and marked suspect.
 */
export function decumulate(panel: Panel, column: Column): Column {
  const values = new Float64Array(column.values.length).fill(NaN);
  const status = new Uint8Array(column.status);
  const coverageAt = (cell: number): number => (column.coverage ? column.coverage[cell]! : 1);
  const opensYear = Array.from({ length: panel.count }, (_, t) => seasonOf(panel.frequency, panel.first + t) === 0);
  for (let r = 0; r < panel.tree.regions.length; r++) {
    for (let t = 0; t < panel.count; t++) {
      const cell = r * panel.count + t;
      const first = opensYear[t]!;
      const comparable = first || (t > 0 && coverageAt(cell) === coverageAt(cell - 1));
      const difference = comparable ? column.values[cell]! - (first ? 0 : column.values[cell - 1]!) : NaN;
      values[cell] = difference;
      if (difference === difference) {
        const both = derivedStatus(column.status[cell]!, column.status[first ? cell : cell - 1]!);
        status[cell] = difference < 0 && both === Status.derived ? Status.suspect : both;
      } else if (status[cell] !== Status.expectedGap) status[cell] = Status.missing;
    }
  }
  return { ...column, values, status, batch: null, row: null, revisions: null, steps: [...column.steps, 'decumulate'] };
}
