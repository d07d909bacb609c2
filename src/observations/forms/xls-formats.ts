/**
 * What the workbook library does not tell of an .xls (MS-CFB, MS-XLS 2.4): which worksheets are hidden and which cells
 * show percent. Without the second a rate of 3.1% would be taken for 0.031.
 */
export interface SheetFormats {
  readonly hidden: boolean;
  /** Has the cell a percent format? Row and column from 0. */
  isPercent(row: number, column: number): boolean;
}

export interface XlsFormats {
  /** BIFF version of the first record. */
  readonly version: number;
  readonly encrypted: boolean;
  readonly date1904: boolean;
  /** Width times height of all worksheets together. */
  readonly area: number;
  readonly sheets: readonly SheetFormats[];
}

const BIFF = {
  BOF: 0x809,
  EOF: 10,
  FILEPASS: 0x2f,
  FORMAT: 0x41e,
  XF: 0xe0,
  BOUNDSHEET: 0x85,
  DATEMODE: 0x22,
} as const;
/** Records of cells, by number, with the place of their format: one, or one every six bytes. */
const ONE_CELL = new Set([0x6, 0x203, 0x204, 0x205, 0x27e, 0xfd, 0xd6]);
const MULRK = 0xbd;
/** Version of Excel 97 and later. */
export const BIFF8 = 0x600;
/** Built-in formats 0% and 0.00%. */
const PERCENT = new Set([9, 10]);
const ROW_KEY = 2 ** 14;

/** Formats of the workbook's stream; null when the file is broken. */
export function xlsFormats(stream: Uint8Array): XlsFormats | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || view.getUint16(0, true) !== BIFF.BOF) return null;
  const version = view.getUint16(4, true);
  const places: { readonly at: number; readonly hidden: boolean }[] = [];
  const formatOf: number[] = [];
  const percent = new Set(PERCENT);
  let encrypted = false;
  let date1904 = false;
  let last = -1;
  for (const { id, at, length } of recordsOf(view, 0)) {
    last = id;
    if (id === BIFF.FILEPASS) encrypted = true;
    else if (id === BIFF.DATEMODE && length >= 2) date1904 = view.getUint16(at, true) === 1;
    else if (id === BIFF.XF && length >= 4) formatOf.push(view.getUint16(at + 2, true));
    else if (id === BIFF.BOUNDSHEET && length >= 6) {
      places.push({ at: view.getUint32(at, true), hidden: (stream[at + 4]! & 3) !== 0 });
    } else if (id === BIFF.FORMAT && length >= 5 && showsPercent(stream, at, length)) {
      percent.add(view.getUint16(at, true));
    }
  }
  if (last !== BIFF.EOF && version === BIFF8) return null;
  let area = 0;
  let whole = true;
  const sheets = places.map(({ at, hidden }): SheetFormats => {
    const cells = new Set<number>();
    let rows = 0;
    let columns = 0;
    const see = (row: number, column: number, format: number): void => {
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
      if (percent.has(formatOf[format] ?? -1)) cells.add(row * ROW_KEY + column);
    };
    let end = -1;
    for (const record of recordsOf(view, at)) {
      const { id, length } = record;
      end = id;
      if (ONE_CELL.has(id) && length >= 6) {
        see(view.getUint16(record.at, true), view.getUint16(record.at + 2, true), view.getUint16(record.at + 4, true));
      } else if (id === MULRK) {
        const row = length >= 6 ? view.getUint16(record.at, true) : 0;
        for (let k = 0; 4 + k * 6 + 6 <= length - 2; k++) {
          see(row, view.getUint16(record.at + 2, true) + k, view.getUint16(record.at + 4 + k * 6, true));
        }
      }
    }
    whole &&= end === BIFF.EOF;
    area += rows * columns;
    return { hidden, isPercent: (row, column) => cells.has(row * ROW_KEY + column) };
  });
  // Behind a password nothing but the numbers of the records can be read.
  if (!whole && !encrypted && version === BIFF8) return null;
  return { version, encrypted, date1904, area, sheets };
}

/** Records from a BOF up to its EOF, which is the last; in a file that is cut off it is missing. */
function* recordsOf(view: DataView, from: number): Generator<{ id: number; at: number; length: number }> {
  for (let at = from; at + 4 <= view.byteLength; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return;
    yield { id, at: at + 4, length };
    if (id === BIFF.EOF) return;
    at += 4 + length;
  }
}

function showsPercent(stream: Uint8Array, at: number, length: number): boolean {
  const wide = (stream[at + 4]! & 1) === 1;
  let code = '';
  for (let k = at + 5; k < at + length; k += wide ? 2 : 1) code += String.fromCharCode(stream[k]!);
  return isPercentFormat(code);
}

/** A number format that multiplies by 100; a percent sign in quotes or behind a backslash is only text. */
export const isPercentFormat = (code: string): boolean => code.replace(/"[^"]*"|\\./g, '').includes('%');
