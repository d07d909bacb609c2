import { type Day, lastDayOf, seasonOf } from '../base/period';
import { Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';

/**
 * Marks places where no figure is due: a January that is published with February, and figures whose publication lag
 * has not run out on `day` (null: unknown, only Januaries are marked). An expected gap is not a missing value.
 */
export function markExpectedGaps(panel: Panel, column: Column, day: Day | null): Column {
  const { indicator } = column;
  const gap = new Uint8Array(panel.count);
  for (let t = 0; t < panel.count; t++) {
    const period = panel.first + t;
    const january = panel.frequency === 'month' && seasonOf('month', period) === 0;
    const due = lastDayOf(panel.frequency, period, panel.weekEndsOn) + indicator.lagDays;
    if ((january && indicator.janFeb === 'joint-published') || (day !== null && due > day)) gap[t] = 1;
  }
  if (!gap.includes(1)) return column;
  let status: Uint8Array | null = null;
  for (let r = 0; r < panel.tree.regions.length; r++) {
    for (let t = 0; t < panel.count; t++) {
      const cell = r * panel.count + t;
      if (gap[t] === 1 && column.status[cell] === Status.missing) {
        status ??= column.status.slice();
        status[cell] = Status.expectedGap;
      }
    }
  }
  return status ? { ...column, status } : column;
}
