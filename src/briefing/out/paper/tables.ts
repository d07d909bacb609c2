import { withUnit } from '../../../base/format';
import type { Lang } from '../../../base/text';
import type { Briefing } from '../../briefing';
import type { Table } from '../../document';
import type { Exhibit } from '../../exhibits/exhibit';
import { textEm } from '../measure-text';
import { OUT_TEXT } from '../text';

/** A table of more rows or columns stands behind the text, not in it. */
const MOST_ROWS = 14;
const MOST_COLUMNS = 7;

export function standsInText({ table }: Exhibit): boolean {
  return table.rows.length <= MOST_ROWS && table.columns.length <= MOST_COLUMNS;
}

/** The figures of an exhibit as a table of a paper; columns as wide as their longest cell, within bounds. */
export function figureTable(exhibit: Exhibit, lang: Lang): Table {
  const { columns, rows } = exhibit.table;
  const names = columns.map(({ name, unit }) => headName(name, unit, lang));
  return {
    kind: 'table',
    id: exhibit.id,
    caption: '',
    columns: columns.map(({ align }, i) => ({
      name: names[i]!,
      align,
      share: shareOf(
        names[i]!,
        rows.map((row) => row[i]?.text ?? ''),
      ),
    })),
    rows: rows.map((row) => columns.map((_, i) => row[i]?.text ?? '')),
  };
}

/** "人数（人）", "claims (persons)"; without brackets where there is no unit. */
export function headName(name: string, unit: string, lang: Lang): string {
  if (unit === '' || withUnit(name, unit) === name) return name;
  return lang === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
}

export function definitionTable({ definitions, lang }: Briefing): Table {
  const column = (name: keyof typeof OUT_TEXT, share: number): Table['columns'][number] => ({
    name: OUT_TEXT[name][lang],
    share,
    align: 'start',
  });
  return {
    kind: 'table',
    id: 'definitions',
    caption: '',
    columns: [column('indicator', 5), column('unit', 2), column('definition', 10), column('source', 5)],
    rows: definitions.map(({ name, unit, definition, source }) => [name, unit, definition, source]),
  };
}

/** A head may take two lines, a cell should not. */
const shareOf = (head: string, cells: readonly string[]): number =>
  Math.min(Math.max(textEm(head) / 2, ...cells.map((text) => textEm(text) + 0.8), 3), 14);
