import { type Day, lastDayOf } from '../base/period';
import { Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';
import type { Coverage, RevisionNote } from './engine-api';

/** Indicators with values of their own (not only prepared forms), in catalogue order. */
function reportedColumns(panel: Panel): Column[] {
  return panel.catalogue.indicators.flatMap((i) => {
    const column = panel.columns.get(i.id);
    return column?.row ? [column] : [];
  });
}

/** Does the region report this column itself, in any period? Aggregated figures have no source row. */
function reports(column: Column, region: number, count: number): boolean {
  const { row } = column;
  if (!row) return false;
  for (let cell = region * count; cell < (region + 1) * count; cell++) if (row[cell]! > 0) return true;
  return false;
}

/** What is there of what is due, by indicator and period. */
export function coverageOf(panel: Panel): Coverage {
  const columns = reportedColumns(panel);
  const { count } = panel;
  const share = new Float32Array(columns.length * count).fill(NaN);
  const last: (number | null)[] = [];
  let values = 0;
  let held = 0;
  columns.forEach((column, i) => {
    const there = new Int32Array(count);
    const due = new Int32Array(count);
    for (let r = 0; r < panel.tree.regions.length; r++) {
      if (!reports(column, r, count)) continue;
      for (let t = 0; t < count; t++) {
        const cell = r * count + t;
        const status = column.status[cell];
        if (status === Status.held) held++;
        if (column.row![cell]! > 0 && column.values[cell] === column.values[cell]) {
          there[t]!++;
          due[t]!++;
          values++;
        } else if (status !== Status.expectedGap) due[t]!++;
      }
    }
    let lastT = -1;
    for (let t = 0; t < count; t++) {
      if (due[t]! > 0) share[i * count + t] = there[t]! / due[t]!;
      if (there[t]! > 0) lastT = t;
    }
    last.push(lastT < 0 ? null : panel.first + lastT);
  });
  return { indicators: columns.map((c) => c.indicator.id), share, last, values, held };
}

/** Share of due values that are there, per period, all indicators together; each indicator counts alike. */
export function coverageByPeriod(coverage: Coverage, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, t) => {
    let sum = 0;
    let n = 0;
    for (let i = 0; i < coverage.indicators.length; i++) {
      const s = coverage.share[i * count + t]!;
      if (s === s) {
        sum += s;
        n++;
      }
    }
    return n > 0 ? sum / n : NaN;
  });
}

/** Revisions that became known in the period after `period` (when its figures came out), newest first. */
export function revisionsIn(panel: Panel, period: number, asOf: Day | null): RevisionNote[] {
  const from = lastDayOf(panel.frequency, period, panel.weekEndsOn);
  const to = Math.min(lastDayOf(panel.frequency, period + 1, panel.weekEndsOn), asOf ?? Infinity);
  const notes: RevisionNote[] = [];
  for (const column of reportedColumns(panel)) {
    const old = column.revisions;
    if (!old || !column.knownOn) continue;
    for (let i = 0; i < old.cell.length; i++) {
      const cell = old.cell[i]!;
      const next = old.cell[i + 1] === cell;
      const knownOn = next ? old.knownOn[i + 1]! : column.knownOn[cell]!;
      const after = next ? old.value[i + 1]! : column.values[cell]!;
      // Two figures that contradicted each other were held back: what stood before them is what was revised.
      let stood = i;
      while (old.status[stood] === Status.held && old.cell[stood - 1] === cell) stood--;
      const before = old.value[stood]!;
      if (knownOn <= from || knownOn > to || before === after || after !== after || before !== before) continue;
      const region = Math.floor(cell / panel.count);
      notes.push({
        regionCode: panel.tree.regions[region]!.code,
        indicatorId: column.indicator.id,
        period: panel.first + (cell - region * panel.count),
        before,
        after,
        knownOn,
      });
    }
  }
  return notes.sort((a, b) => b.knownOn - a.knownOn || b.period - a.period);
}
