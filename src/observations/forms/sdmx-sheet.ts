import { type Cell, cellText, type Sheet } from '../tables/sheet';
import { kindOf } from './statistical-codes';
import { type Coded, type StatisticalColumn, type StatisticalTable, statisticalTable } from './statistical-sheet';

/** `geo: Geopolitical entity`, `TIME_PERIOD[;]`, `UNIT_MEASURE`: id, sign of several values, label (SDMX-CSV 2.0, 3). */
const HEADER = /^([\w@]+)(?:\[.*\])?(?:\s*:\s*(\S.*))?$/;
/** Columns behind the figure are attributes: these are of use, others (comments, titles) name nothing. */
const ATTRIBUTES = new Set(['status', 'unit', 'power']);

/** SDMX-CSV 1.0 and 2.0, with ids alone or with labels (`DE: Germany`), as a long table in our columns. */
export function sdmxSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    async scan(onRow, signal) {
      let columns: readonly StatisticalColumn[] = [];
      let table: StatisticalTable | null = null;
      let labelled: readonly boolean[] = [];
      let value = -1;
      await sheet.scan(({ line, cells }) => {
        if (table) {
          const known = columns;
          const coded = known.map((_, k) => codedOf(cells[k] ?? '', labelled[k]!));
          // A blank line stays one.
          onRow({
            line,
            cells: cells.some((c) => cellText(c).trim() !== '') ? table.row(coded, cells[value] ?? '') : [],
          });
          return;
        }
        const heads = cells.map((cell) => HEADER.exec(cellText(cell).trim()));
        const found = columnsOf(cells.map((cell, k) => heads[k]?.[1] ?? cellText(cell).trim()));
        value = found.findIndex((c) => c.kind === 'value');
        labelled = heads.map((h) => h?.[2] !== undefined);
        if (value < 0) {
          onRow({ line, cells });
          return;
        }
        columns = found;
        table = statisticalTable(columns, '');
        onRow({ line, cells: table.head });
      }, signal);
    },
  };
}

function columnsOf(ids: readonly string[]): StatisticalColumn[] {
  const kinds = ids.map(kindOf);
  const value = kinds.indexOf('value');
  return ids.map((id, k) => ({
    id,
    kind: value >= 0 && k > value && !ATTRIBUTES.has(kinds[k]!) ? 'skip' : kinds[k]!,
  }));
}

function codedOf(cell: Cell, labelled: boolean): Coded {
  const text = cellText(cell).trim();
  const at = labelled ? text.indexOf(':') : -1;
  return at <= 0 ? { code: text, label: '' } : { code: text.slice(0, at).trim(), label: text.slice(at + 1).trim() };
}
