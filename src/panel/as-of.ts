import { type Day, lastDayOf, NO_DAY } from '../base/period';
import { Status } from '../base/status';
import type { Column, Panel } from './panel';

/**
 * The panel as it was known at the end of a day: values that became known later are replaced by the vintage of the
 * day, or are missing; periods that had not ended are cut off. A value without a date of its own counts as known
 * from the end of its period on. Columns in which nothing changes are shared, not copied.
 */
export function panelAsOf(panel: Panel, day: Day): Panel {
  let count = panel.count;
  while (count > 0 && lastDayOf(panel.frequency, panel.first + count - 1, panel.weekEndsOn) > day) count--;
  const columns = new Map<string, Column>();
  for (const [key, column] of panel.columns) {
    const cut = count === panel.count ? column : cutColumn(column, panel.tree.regions.length, panel.count, count);
    columns.set(key, columnAsOf(cut, day));
  }
  return { ...panel, count, columns };
}

/** Keeps the first `count` periods of each region. */
function cutColumn(column: Column, regions: number, from: number, count: number): Column {
  const take = <A extends Float64Array | Uint8Array | Int32Array | Uint16Array | Uint32Array | Float32Array>(
    a: A,
    out: A,
  ): A => {
    for (let r = 0; r < regions; r++) out.set(a.subarray(r * from, r * from + count) as never, r * count);
    return out;
  };
  const size = regions * count;
  const old = column.revisions;
  const kept: number[] = [];
  if (old) for (let i = 0; i < old.cell.length; i++) if (old.cell[i]! % from < count) kept.push(i);
  return {
    ...column,
    values: take(column.values, new Float64Array(size)),
    status: take(column.status, new Uint8Array(size)),
    knownOn: column.knownOn && take(column.knownOn, new Int32Array(size)),
    batch: column.batch && take(column.batch, new Uint16Array(size)),
    row: column.row && take(column.row, new Uint32Array(size)),
    coverage: column.coverage && take(column.coverage, new Float32Array(size)),
    revisions: old && {
      cell: Uint32Array.from(kept, (i) => Math.floor(old.cell[i]! / from) * count + (old.cell[i]! % from)),
      value: Float64Array.from(kept, (i) => old.value[i]!),
      knownOn: Int32Array.from(kept, (i) => old.knownOn[i]!),
      batch: Uint16Array.from(kept, (i) => old.batch[i]!),
      row: Uint32Array.from(kept, (i) => old.row[i]!),
    },
  };
}

function columnAsOf(column: Column, day: Day): Column {
  const { knownOn } = column;
  if (!knownOn || !knownOn.some((d) => d > day)) return column;
  const values = column.values.slice();
  const status = column.status.slice();
  const known = knownOn.slice();
  const batch = column.batch ? column.batch.slice() : null;
  const row = column.row ? column.row.slice() : null;
  for (let cell = 0; cell < known.length; cell++) {
    if (known[cell]! > day) {
      values[cell] = NaN;
      status[cell] = Status.missing;
      known[cell] = NO_DAY;
    }
  }
  // Revisions are sorted by cell and day: the last one known by the day wins.
  const old = column.revisions;
  if (old) {
    for (let i = 0; i < old.cell.length; i++) {
      const cell = old.cell[i]!;
      if (knownOn[cell]! > day && old.knownOn[i]! <= day) {
        values[cell] = old.value[i]!;
        status[cell] = Status.observed;
        known[cell] = old.knownOn[i]!;
        if (batch) batch[cell] = old.batch[i]!;
        if (row) row[cell] = old.row[i]!;
      }
    }
  }
  return { ...column, values, status, knownOn: known, batch, row };
}
