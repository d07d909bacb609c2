import { type Cell, cellText, type Sheet } from '../tables/sheet';

/** One column of the file as it is handed on: its id, and a column beside it where cells hold an id and a label. */
interface Column {
  readonly names: readonly string[];
  readonly split: boolean;
}

/** `geo: Geopolitical entity`, `TIME_PERIOD[;]`, `UNIT_MEASURE`: id, sign of several values, label (SDMX-CSV 2.0, 3). */
const HEADER = /^([\w@]+)(?:\[.*\])?(?:\s*:\s*(\S.*))?$/;
/** Never an id with a label, whatever their name says. */
const WHOLE = /^(TIME_PERIOD|OBS_VALUE|ACTION|STRUCTURE|STRUCTURE_ID|DATAFLOW)$/i;
const REGION = /^(GEO|REF_AREA)$/i;

/**
 * SDMX-CSV with `labels=both` as a plain long table: `DE: Germany` becomes a code and a name in columns of their own.
 * Files with ids alone go through as they are.
 */
export function sdmxSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    async scan(onRow, signal) {
      let columns: readonly Column[] | null = null;
      await sheet.scan(({ line, cells }) => {
        if (columns) {
          const known = columns;
          onRow({ line, cells: cells.flatMap((cell, k) => partsOf(cell, known[k])) });
        } else {
          columns = cells.map((cell) => columnOf(cellText(cell).trim()));
          onRow({ line, cells: columns.flatMap((c) => c.names) });
        }
      }, signal);
    },
  };
}

function columnOf(header: string): Column {
  const [, id = header, label] = HEADER.exec(header) ?? [];
  if (label === undefined) return { names: [id], split: false };
  if (WHOLE.test(id)) return { names: [id], split: false };
  return { names: REGION.test(id) ? ['region_code', 'region_name'] : [id, `${id} (label)`], split: true };
}

function partsOf(cell: Cell, column: Column | undefined): readonly Cell[] {
  if (!column?.split) return [cell];
  const text = cellText(cell);
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
