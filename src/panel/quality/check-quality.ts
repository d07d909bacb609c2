import { FREQUENCIES, type Frequency } from '../../base/period';
import type { Column, Panel, Panels } from '../panel';
import { createCollector } from './collect';
import { extentOf } from './extent';
import type { IndicatorExtent, QualityFlag, QualityReport, SuspectMarks } from './quality';
import { REGISTRY } from './registry';
import { isThere, reportedColumns, usualSteps } from './series';

export interface CheckedQuality {
  readonly report: QualityReport;
  readonly marks: Partial<Record<Frequency, SuspectMarks>>;
}

/**
 * All checks over all panels, as they were reported: nothing is changed and nothing removed. `newBatch`: id of the
 * batch that is looked at, the other batches being its history; null = all values.
 * The same panels give the same report; cost grows with the number of values alone.
 */
export function checkQuality(panels: Panels, newBatch: string | null): CheckedQuality {
  const marks: Partial<Record<Frequency, SuspectMarks>> = {};
  const counts = new Map(
    REGISTRY.map(({ id, what, method, params }) => [id, { check: id, what, method, params, checked: 0, flagged: 0 }]),
  );
  const flags: QualityFlag[] = [];
  const extents: IndicatorExtent[] = [];
  let values = 0;
  let suspects = 0;
  let withHistory = false;
  for (const frequency of FREQUENCIES) {
    const panel = panels[frequency];
    if (!panel) continue;
    const batch = newBatch === null ? null : panel.batches.findIndex((b) => b.id === newBatch);
    const collect = createCollector(panel, batch);
    const columns = reportedColumns(panel);
    const context = { panel, columns, stepsOf: stepsMemo(panel), expected: new Map(), collect };
    for (const check of REGISTRY) check.run(context, check.params);
    const done = collect.finish();
    for (const { check, checked, flagged } of done.counts) {
      const sum = counts.get(check)!;
      sum.checked += checked;
      sum.flagged += flagged;
    }
    flags.push(...done.flags);
    marks[frequency] = done.marks;
    const isLooked = (column: Column, cell: number): boolean => isThere(column, cell) && collect.isNew(column, cell);
    for (const column of columns) {
      const extent = extentOf(panel, column, isLooked);
      if (extent) extents.push(extent);
      const marked = done.marks.get(column.indicator.id);
      for (let cell = 0; cell < column.values.length; cell++) {
        if (!isThere(column, cell)) continue;
        if (!collect.isNew(column, cell)) withHistory = true;
        else {
          values++;
          if (marked && marked[cell]! > 0) suspects++;
        }
      }
    }
  }
  return { report: { values, suspects, withHistory, extents, checks: [...counts.values()], flags }, marks };
}

/** Several checks ask for the steps of a column: they are found out once. */
function stepsMemo(panel: Panel): (column: Column) => Float64Array {
  const known = new Map<Column, Float64Array>();
  return (column) => {
    const ready = known.get(column) ?? usualSteps(panel, column);
    known.set(column, ready);
    return ready;
  };
}
