import type { Cell, Merge, Sheet } from '../tables/sheet';
import { rowSheet } from './row-sheet';

/** Spans beyond this are a slip or an attack. */
const MOST_SPAN = 4096;
const MOST_CELLS = 5_000_000;
const MOST_TABLES = 256;
/** No `<` in attributes: a tag without an end would be sought to the end of the file, again and again. */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)\b((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>/gi;
const SKIPPED = /<(script|style|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/**
 * The outermost tables of a web page as sheets. Spreadsheets of the web and old report programs save such pages as
 * `.xls`. No DOM (it runs in a worker), nothing is executed or fetched; spans become merges. A table without its
 * end is not read: half of it may be missing.
 */
export function htmlSheets(html: string): Sheet[] | 'cut-off' | 'overfull' {
  const text = html.replace(SKIPPED, '');
  const sheets: Sheet[] = [];
  let table: TableDraft | null = null;
  let depth = 0;
  let last = 0;
  let overfull = false;
  for (const token of text.matchAll(TOKEN)) {
    const [whole, closing, tag, attributes] = token;
    if (table) table.text(text.slice(last, token.index));
    last = token.index + whole.length;
    const name = tag?.toLowerCase();
    if (name === 'table') {
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (!closing && depth === 1) table = createTable();
      else if (closing && depth === 0 && table) {
        overfull ||= table.isOverfull();
        sheets.push(table.finish(''));
        table = null;
      }
    } else if (table && depth === 1 && (name === 'tr' || name === 'td' || name === 'th')) {
      if (name === 'tr') table.row();
      else table.cell(!closing, attributes ?? '');
    } else if (table && name === 'br') table.text(' ');
  }
  if (table || (/<html\b/i.test(text) && !/<\/html\s*>/i.test(text))) return 'cut-off';
  return overfull || sheets.length > MOST_TABLES ? 'overfull' : sheets;
}

interface TableDraft {
  row(): void;
  cell(begins: boolean, attributes: string): void;
  text(raw: string): void;
  isOverfull(): boolean;
  finish(name: string): Sheet;
}

function createTable(): TableDraft {
  const rows: Cell[][] = [];
  const merges: Merge[] = [];
  /** Columns that spans from above take, by row. */
  const taken = new Map<number, Set<number>>();
  let current: string | null = null;
  let column = 0;
  let cells = 0;

  const endCell = (): void => {
    if (current === null) return;
    rows.at(-1)![column] = decodeEntities(current).replace(/\s+/g, ' ').trim();
    current = null;
  };

  return {
    row() {
      endCell();
      if (rows.length > 0 && rows.at(-1)!.length === 0) return;
      rows.push([]);
    },
    cell(begins, attributes) {
      endCell();
      if (!begins || cells++ > MOST_CELLS) return;
      if (rows.length === 0) rows.push([]);
      const row = rows.at(-1)!;
      const at = rows.length - 1;
      column = row.length;
      while (taken.get(at)?.has(column)) row[column++] = '';
      const across = spanOf(attributes, 'colspan');
      const down = spanOf(attributes, 'rowspan');
      if (across > 1 || down > 1) {
        merges.push({ fromLine: at + 1, toLine: at + down, fromColumn: column, toColumn: column + across - 1 });
        cells += across * down;
        if (cells <= MOST_CELLS) {
          for (let r = 0; r < down; r++) {
            const columns = taken.get(at + r) ?? new Set<number>();
            for (let c = r === 0 ? 1 : 0; c < across; c++) columns.add(column + c);
            taken.set(at + r, columns);
          }
        }
      }
      row[column] = '';
      current = '';
    },
    text(raw) {
      if (current !== null) current += raw;
    },
    isOverfull: () => cells > MOST_CELLS,
    finish(name) {
      endCell();
      while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
      return rowSheet(name, rows, { merges });
    },
  };
}

function spanOf(attributes: string, name: string): number {
  const m = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes);
  const span = m ? Number(m[1]) : 1;
  return span >= 1 && span <= MOST_SPAN ? span : 1;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  permil: '‰',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  middot: '·',
  times: '×',
  deg: '°',
  plusmn: '±',
  ldquo: '“',
  rdquo: '”',
  minus: '−',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
