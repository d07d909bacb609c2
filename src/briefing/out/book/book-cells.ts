import type { Cell as BookCell, CellStyle, CellValue } from 'hucre';
import { sayableInXml } from '../../docx-parts';
import { textEm } from '../measure-text';
import { PAPER } from '../palette';

/** A cell of a sheet with how it is shown. */
export interface BookEntry {
  readonly value: CellValue;
  readonly style?: CellStyle;
}

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly BookEntry[])[];
  /** Rows that stay in sight. */
  readonly frozen: number;
  /** Widest column in characters. */
  readonly widest?: number;
}

const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: `FF${PAPER.line}` } },
  alignment: { wrapText: true, vertical: 'center' },
};
const NOTE: CellStyle = { font: { color: { rgb: `FF${PAPER.ink3}` } } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** Text is neutral for spreadsheets: what they would take for a formula gets a leading apostrophe. Signed numbers stay. */
function words(text: string): CellValue {
  const said = sayableInXml(text);
  return /^[=@\t\r]|^[+-](?![\d.])/.test(said) ? `'${said}` : said;
}

export const titleCell = (text: string): BookEntry => ({ value: words(text), style: TITLE });
export const headCell = (text: string): BookEntry => ({ value: words(text), style: HEAD });
export const noteCell = (text: string): BookEntry => ({ value: words(text), style: NOTE });
export const textCell = (text: string): BookEntry => ({ value: words(text), style: WRAPPED });

/** A number as a number, with as many decimals as the words for it have; without a number the words. */
export function figureCell(value: number | null, text: string): BookEntry {
  if (value === null || !Number.isFinite(value)) return { value: words(text) };
  const decimals = /\d\.(\d+)/.exec(text)?.[1]!.length ?? 0;
  const signed = /^[+\u2212]/.test(text) && text.startsWith('+');
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return {
    value,
    style: {
      numFmt: signed ? `+${digits};-${digits};${digits}` : digits,
      alignment: { horizontal: 'right', vertical: 'top' },
    },
  };
}

/** Widths of the columns, from their content but for the title lines above the head. */
export function widthsOf({ rows, frozen, widest = 48 }: BookSheet): readonly number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, c) => {
    const texts = rows.slice(Math.max(0, frozen - 2)).map((row) => String(row[c]?.value ?? ''));
    // A Chinese character is as wide as two digits, in which widths are counted.
    return Math.min(Math.max(...texts.map((text) => textEm(text) * 1.9), 6) + 2, widest);
  });
}

export function stylesOfRows(rows: BookSheet['rows']): Map<string, Partial<BookCell>> {
  const cells = new Map<string, Partial<BookCell>>();
  rows.forEach((row, r) =>
    row.forEach(({ style }, c) => {
      if (style) cells.set(`${r},${c}`, { style });
    }),
  );
  return cells;
}

/** Names of sheets: at most 31 characters, without what is forbidden in them, each once. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      sayableInXml(name)
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim() || '-';
    for (let n = 1; ; n += 1) {
      const tail = n === 1 ? '' : ` (${n})`;
      const sheet =
        Array.from(plain)
          .slice(0, 31 - tail.length)
          .join('')
          .trim() + tail;
      // Excel counts UTF-16 units, and does not tell cases apart.
      const cut = sheet.length > 31 ? sheet.slice(0, 31) : sheet;
      if (taken.has(cut.toLowerCase())) continue;
      taken.add(cut.toLowerCase());
      return cut;
    }
  });
}
