import type { IndicatorCatalogue } from '../base/indicators';
import { type Day, FREQUENCIES, formatDay, formatPeriod, NO_DAY } from '../base/period';
import type { RegionTree } from '../base/regions';
import { Status, STATUS_NAMES } from '../base/status';
import type { Batch } from './observations';

const HEADER = 'region_code,region_name,indicator,period,value,unit,source,known_on,status';

/**
 * A text cell: quoted where needed, and neutral where a spreadsheet would take it for a formula (it gets a leading
 * apostrophe). Numbers never go through here.
 */
export function csvText(cell: string): string {
  return csvCell(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
}

/** A cell as it is, quoted where needed. */
export function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Batches, oldest first, as one canonical long CSV that reads back as the same figures, all vintages included. What a
 * later batch revised without a date of its own is dated with the day of its import, as the panel does.
 */
export function batchesToCsv(batches: readonly Batch[], tree: RegionTree, catalogue: IndicatorCatalogue): string {
  const lines: string[] = [HEADER];
  const known = batches.length > 1 ? createKnown() : null;
  for (const batch of batches) writeBatch(batch, tree, catalogue, known, lines);
  return `${lines.join('\n')}\n`;
}

/** Which value a place had in the batches before. */
interface Known {
  /** Day with which the row is to be written; null when it only repeats what is known. */
  dayOf(
    code: string,
    id: string,
    frequency: number,
    period: number,
    value: number,
    knownOn: Day,
    batch: Batch,
  ): Day | null;
}

function createKnown(): Known {
  const last = new Map<string, { value: number; day: Day; batchId: string }>();
  return {
    dayOf(code, id, frequency, period, value, knownOn, batch) {
      const key = `${code} ${id} ${frequency} ${period}`;
      const before = last.get(key);
      const other = before !== undefined && !Object.is(before.value, value);
      if (before && !other && (knownOn === before.day || knownOn === NO_DAY)) return null;
      let day = knownOn;
      if (before && other && before.batchId !== batch.id && (knownOn === NO_DAY || knownOn === before.day)) {
        day = Math.max(batch.takenOn, before.day + 1);
      }
      if (!before || day >= before.day) last.set(key, { value, day, batchId: batch.id });
      return day;
    },
  };
}

function writeBatch(
  batch: Batch,
  tree: RegionTree,
  catalogue: IndicatorCatalogue,
  known: Known | null,
  lines: string[],
): void {
  const { observations: o } = batch;
  const source = csvText(batch.source);
  const place = o.regionCodes.map((code) => {
    const at = tree.indexOf.get(code);
    return `${csvText(code)},${csvText(at === undefined ? '' : tree.regions[at]!.name.zh)}`;
  });
  const ids = o.indicatorIds.map(csvText);
  const units = o.indicatorIds.map((id) => csvText(catalogue.byId.get(id)?.unit ?? ''));
  for (let i = 0; i < o.length; i++) {
    const r = o.region[i]!;
    const k = o.indicator[i]!;
    const value = o.value[i]!;
    let day: Day | null = o.knownOn[i]!;
    if (known) {
      day = known.dayOf(o.regionCodes[r]!, o.indicatorIds[k]!, o.frequency[i]!, o.period[i]!, value, day, batch);
    }
    if (day === null) continue;
    const period = formatPeriod(FREQUENCIES[o.frequency[i]!]!, o.period[i]!, o.weekEndsOn || undefined);
    const figure = Number.isNaN(value) ? '' : String(value);
    const status = o.status[i] === Status.observed ? '' : STATUS_NAMES[o.status[i]!]!;
    const knownOn = day === NO_DAY ? '' : formatDay(day);
    lines.push(`${place[r]},${ids[k]},${period},${figure},${units[k]},${source},${knownOn},${status}`);
  }
}
