import type { SheetFormats } from './xls-formats';

/** What the workbook library does not tell of an .ods: hidden tables, percent cells, and formulas without a result. */
export interface OdsFormats {
  /** Cells of all tables, repeated ones counted, as far as they have content. */
  readonly area: number;
  readonly sheets: readonly SheetFormats[];
}

const TAG =
  /<(\/?)(?:table:(table|table-row|table-cell|covered-table-cell)|style:(style|table-properties))(?=[\s/>])([^<>]*)>/g;
/** More repeats of a filled cell or row than any table of people's has. */
const MOST_REPEATS = 100_000;

/** Reads the content of an OpenDocument spreadsheet by its tags (OpenDocument 1.3, part 3, 9.1). */
export function odsFormats(xml: string): OdsFormats {
  const hiddenStyles = new Set<string>();
  const sheets: SheetFormats[] = [];
  let style = '';
  let cells = new Set<string>();
  let depth = 0;
  let row = 0;
  let rows = 1;
  let column = 0;
  let width = 0;
  let height = 0;
  let area = 0;
  for (const [, closing, table, styling, attributes = ''] of xml.matchAll(TAG)) {
    if (styling === 'style') style = closing ? '' : attribute(attributes, 'style:name');
    else if (styling === 'table-properties') {
      if (attribute(attributes, 'table:display') === 'false') hiddenStyles.add(style);
    } else if (table === 'table') {
      const opens = !closing && !attributes.endsWith('/');
      depth = closing ? Math.max(0, depth - 1) : depth + (opens ? 1 : 0);
      if (depth === 1 && opens) {
        const own = new Set<string>();
        cells = own;
        [row, rows, width, height] = [0, 0, 0, 0];
        sheets.push({
          hidden: hiddenStyles.has(attribute(attributes, 'table:style-name')),
          isPercent: (r, c) => own.has(`${r},${c}`),
        });
      } else if (depth === 0) area += width * height;
    } else if (depth !== 1 || closing) continue;
    else if (table === 'table-row') {
      row += rows;
      rows = repeats(attributes, 'table:number-rows-repeated');
      column = 0;
    } else {
      const across = repeats(attributes, 'table:number-columns-repeated');
      const type = attribute(attributes, 'office:value-type');
      if (type !== '') {
        width = Math.max(width, column + across);
        height = row + rows;
        if (type === 'percentage' && rows * across <= MOST_REPEATS) {
          for (let r = 0; r < rows; r++) for (let c = 0; c < across; c++) cells.add(`${row + r},${column + c}`);
        }
      }
      column += across;
    }
  }
  return { area, sheets };
}

function attribute(attributes: string, name: string): string {
  const at = attributes.indexOf(`${name}="`);
  if (at < 0) return '';
  const from = at + name.length + 2;
  return attributes.slice(from, attributes.indexOf('"', from));
}

function repeats(attributes: string, name: string): number {
  const n = Number(attribute(attributes, name) || '1');
  return Number.isInteger(n) && n >= 1 ? Math.min(n, 2 ** 20) : 1;
}
