import type { Day } from '../../base/period';

/**
 * A cell as its file holds it. Text files have strings alone ('' = empty). Workbooks also have numbers and dates:
 * `text` is what a person sees there, `percent` that the cell's format multiplies by 100 (0.056 is shown as 5.6%).
 */
export type Cell = string | NumberCell | DateCell;
export interface NumberCell {
  readonly text: string;
  readonly number: number;
  readonly percent: boolean;
}
export interface DateCell {
  readonly text: string;
  readonly day: Day;
}

export interface SheetRow {
  /** Line of the file or row of the worksheet, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A merged area: rows by `line`, columns from 0, both ends included. */
export interface Merge {
  readonly fromLine: number;
  readonly toLine: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/**
 * One table of a file. Rows are handed out one by one, so that a large text file is never held whole; `scan` may be
 * called again and gives the same rows. Blank rows are handed out too: their place is told.
 */
export interface Sheet {
  /** Name of the worksheet; empty for a text file. */
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  /** Excel's day count begins in 1904. */
  readonly date1904: boolean;
  scan(onRow: (row: SheetRow) => void, signal?: AbortSignal): Promise<void>;
}

export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.text;
}

/** Rows of worksheets are told apart in one number: worksheet (from 0) and row. Text files have the line alone. */
const SHEET_ROWS = 2 ** 21;
export function rowNumber(sheet: number, line: number): number {
  return sheet * SHEET_ROWS + line;
}
export function placeOfRow(row: number): { readonly sheet: number; readonly line: number } {
  return { sheet: Math.floor(row / SHEET_ROWS), line: row % SHEET_ROWS };
}
