import { type Day, lastDayOf, NO_DAY } from '../base/period';
import { Status } from '../base/status';
import type { Column, Panel, Revisions } from './panel';

/**
 * The panel as it was known at the end of a day: values that became known later are replaced by the vintage of the
 * day, or are missing; periods that had not ended are cut off. A value without a date of its own counts as known
 * from the end of its period on. Columns in which nothing changes are shared, not copied.
 */
export function panelAsOf(panel: Panel, day: Day): Panel {
  const count = countAsOf(panel, day);
  if (count === panel.count) return vintageOf(panel, day);
  const columns = new Map<string, Column>();
  for (const [key, column] of panel.columns) {
    columns.set(key, cutColumn(column, panel.tree.regions.length, panel.count, count));
  }
  return vintageOf({ ...panel, count, columns }, day);
}

/** How many of its periods had ended by the end of a day. */
export function countAsOf(panel: Panel, day: Day): number {
  let { count } = panel;
  while (count > 0 && lastDayOf(panel.frequency, panel.first + count - 1, panel.weekEndsOn) > day) count--;
  return count;
}

/**
 * Some periods of the panel as it was known at the end of a day, without their sources: the same values and statuses as
 * `panelAsOf` has there, at the cost of these periods alone. `from`: position of the first; all of them had ended.
 */
export function stretchAsOf(panel: Panel, from: number, count: number, day: Day): Panel {
  const regions = panel.tree.regions.length;
  const columns = new Map<string, Column>();
  for (const [key, column] of panel.columns) {
    const { knownOn, revisions } = column;
    const values = new Float64Array(regions * count);
    const status = new Uint8Array(regions * count);
    for (let r = 0; r < regions; r++) {
      for (let k = 0; k < count; k++) {
        const cell = r * panel.count + from + k;
        const to = r * count + k;
        if (!knownOn || knownOn[cell]! <= day) {
          values[to] = column.values[cell]!;
          status[to] = column.status[cell]!;
          continue;
        }
        const at = revisions ? latestOf(revisions, cell, day) : -1;
        values[to] = at < 0 ? NaN : revisions!.value[at]!;
        status[to] = at < 0 ? Status.missing : revisions!.status[at]!;
      }
    }
    const sources = { knownOn: null, batch: null, row: null, revisions: null, coverage: null };
    columns.set(key, { ...column, ...sources, values, status });
  }
  return { ...panel, first: panel.first + from, count, columns };
}

/** Place of a cell's last revision that was known on a day; −1 when there is none. They are sorted by cell and day. */
function latestOf({ cell: cells, knownOn }: Revisions, cell: number, day: Day): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]! < cell || (cells[middle] === cell && knownOn[middle]! <= day)) low = middle + 1;
    else high = middle;
  }
  return low > 0 && cells[low - 1] === cell ? low - 1 : -1;
}

/**
 * The values known at the end of a day, of all periods: also of those that had not ended, for what is set beforehand
 * (a year's target).
 */
export function vintageOf(panel: Panel, day: Day): Panel {
  return { ...panel, columns: new Map([...panel.columns].map(([key, column]) => [key, columnAsOf(column, day)])) };
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
  return {
    ...column,
    values: take(column.values, new Float64Array(size)),
    status: take(column.status, new Uint8Array(size)),
    knownOn: column.knownOn && take(column.knownOn, new Int32Array(size)),
    batch: column.batch && take(column.batch, new Uint16Array(size)),
    row: column.row && take(column.row, new Uint32Array(size)),
    coverage: column.coverage && take(column.coverage, new Float32Array(size)),
    revisions:
      column.revisions &&
      pick(
        column.revisions,
        (cell) => cell % from < count,
        (cell) => Math.floor(cell / from) * count + (cell % from),
      ),
  };
}

/** The revisions that `keep` takes, with their cells moved to where they now are; null when none is left. */
function pick(
  old: Revisions,
  keep: (cell: number, i: number) => boolean,
  move: (cell: number) => number = (cell) => cell,
): Revisions | null {
  const kept = Array.from(old.cell.keys()).filter((i) => keep(old.cell[i]!, i));
  if (kept.length === 0) return null;
  return {
    cell: Uint32Array.from(kept, (i) => move(old.cell[i]!)),
    value: Float64Array.from(kept, (i) => old.value[i]!),
    status: Uint8Array.from(kept, (i) => old.status[i]!),
    knownOn: Int32Array.from(kept, (i) => old.knownOn[i]!),
    batch: Uint16Array.from(kept, (i) => old.batch[i]!),
    row: Uint32Array.from(kept, (i) => old.row[i]!),
  };
}

function columnAsOf(column: Column, day: Day): Column {
  const { knownOn, revisions: old } = column;
  // A revision is older than the value that replaced it: where no value is too new, no revision is.
  if (!knownOn || !knownOn.some((d) => d > day)) return column;
  const values = column.values.slice();
  const status = column.status.slice();
  const known = knownOn.slice();
  const batch = column.batch && column.batch.slice();
  const row = column.row && column.row.slice();
  for (let cell = 0; cell < known.length; cell++) {
    if (known[cell]! <= day) continue;
    values[cell] = NaN;
    status[cell] = Status.missing;
    known[cell] = NO_DAY;
    if (row) row[cell] = 0;
  }
  /** Revisions that stand for a value which is now the current one: they leave the list. */
  const current = new Set<number>();
  if (old) {
    for (let i = 0; i < old.cell.length; i++) {
      const cell = old.cell[i]!;
      if (knownOn[cell]! <= day || old.knownOn[i]! > day) continue;
      values[cell] = old.value[i]!;
      status[cell] = old.status[i]!;
      known[cell] = old.knownOn[i]!;
      if (batch) batch[cell] = old.batch[i]!;
      if (row) row[cell] = old.row[i]!;
      // Sorted by cell and day: the last one known by the day wins.
      if (i + 1 === old.cell.length || old.cell[i + 1] !== cell || old.knownOn[i + 1]! > day) current.add(i);
    }
  }
  const revisions = old && pick(old, (_cell, i) => old.knownOn[i]! <= day && !current.has(i));
  return { ...column, values, status, knownOn: known, batch, row, revisions };
}
