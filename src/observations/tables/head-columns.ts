import { formatPeriod } from '../../base/period';
import { parsePeriodWord, type PeriodWord } from '../words/period-words';
import type { Head, HeadRow } from './find-head';
import type { Label, LabelReader } from './label';
import type { ColumnRole } from './mapping';
import type { Merge } from './sheet';

/** All that the rows of a head say of one column, from top to bottom. */
export interface HeadColumn {
  readonly column: number;
  /** As it stands, rows of the head joined. */
  readonly header: string;
  readonly role: ColumnRole | null;
  readonly period: PeriodWord | null;
  readonly yearless: string;
  readonly region: Label['region'];
  readonly subtotal: boolean;
  readonly words: string;
  readonly unit: string | null;
  /** The cell that says the unit, as it stands. */
  readonly unitFrom: string;
}

export interface HeadColumns {
  readonly columns: readonly HeadColumn[];
  /** Some cell of the head speaks for several columns. */
  readonly spanned: boolean;
  /** Lines of the head that are day counts of a spreadsheet, with the first of them. */
  readonly serials: { readonly line: number; readonly text: string; readonly period: PeriodWord } | null;
}

/** The head column by column: cells that span others speak for all of them. */
export function headColumns(
  head: Head,
  width: number,
  merges: readonly Merge[],
  date1904: boolean,
  read: LabelReader,
): HeadColumns {
  const rows = head.rows.filter((r) => r.kind !== 'decoration');
  const filled = rows.map((row, r) => fill(row, r, rows, width, merges, read));
  const spanned = filled.some((row) => row.spanned);
  let serials: HeadColumns['serials'] = null;
  const columns = Array.from({ length: width }, (_, column) => {
    const texts = filled.map(({ cells }) => cells[column] ?? '');
    const labels = texts.map((text, r) => {
      const { bare, line } = rows[r]!;
      const period = bare === 'serial' ? parsePeriodWord(text, { serials: true, date1904 }) : null;
      if (period && !serials) serials = { line, text, period };
      return { ...read(bareWords(text, bare, period)), text };
    });
    return mergeLabels(column, texts, labels);
  });
  return { columns, spanned, serials };
}

/** Digits of a head in words that can be read alone. */
function bareWords(text: string, bare: HeadRow['bare'], serial: PeriodWord | null): string {
  if (text === '' || bare === null || !/^\d/.test(text)) return text;
  if (serial) return formatPeriod(serial.frequency, serial.period, serial.weekEndsOn);
  if (bare === 'month' && /^\d{1,2}$/.test(text)) return `${text}月`;
  return bare === 'year' && /^\d{4}$/.test(text) ? `${text}年` : text;
}

/**
 * The cells of a head's row with those filled in that another one speaks for: by the merged areas of a workbook; in a
 * text file, which has none, an empty cell belongs to the one on its left when a row below names the column.
 */
function fill(
  row: HeadRow,
  r: number,
  rows: readonly HeadRow[],
  width: number,
  merges: readonly Merge[],
  read: LabelReader,
): { cells: readonly string[]; spanned: boolean } {
  const cells = Array.from({ length: width }, (_, c) => row.cells[c] ?? '');
  let spanned = false;
  const own = merges.filter((m) => m.fromLine <= row.line && m.toLine >= row.line && m.toColumn > m.fromColumn);
  if (own.length > 0) {
    for (const m of own) {
      const top = rows.find((h) => h.line === m.fromLine)?.cells[m.fromColumn] ?? '';
      if (top === '' || m.fromLine !== row.line) continue;
      for (let c = m.fromColumn + 1; c <= Math.min(m.toColumn, width - 1); c++) {
        if (cells[c] !== '') continue;
        cells[c] = top;
        spanned = true;
      }
    }
    return { cells, spanned };
  }
  if (r === rows.length - 1) return { cells, spanned };
  const above = rows[r - 1];
  let last = '';
  for (let c = 0; c < width; c++) {
    const text = cells[c]!;
    if (text !== '') last = read(text).role === null ? text : '';
    else if ((above?.cells[c] ?? '') !== '') last = '';
    else if (last !== '' && rows.slice(r + 1).some((below) => (below.cells[c] ?? '') !== '')) {
      cells[c] = last;
      spanned = true;
    }
  }
  return { cells, spanned };
}

function mergeLabels(column: number, texts: readonly string[], labels: readonly Label[]): HeadColumn {
  const header = texts.filter((t, i) => t !== '' && t !== texts[i - 1]).join(' ');
  let role: ColumnRole | null = null;
  let period: PeriodWord | null = null;
  let yearless = '';
  let region: Label['region'] = null;
  let subtotal = false;
  let unit: string | null = null;
  let unitFrom = '';
  const words: string[] = [];
  for (const label of labels) {
    // The lowest name counts: `地区` above 呼和浩特市 is no name of a label column, `地区` below `2017年` is one.
    if (label.text !== '') role = label.role;
    if (label.period && !(label.period.frequency === 'year' && period)) period = label.period;
    if (label.yearless !== '') yearless = label.yearless;
    region = label.region ?? region;
    subtotal ||= label.subtotal;
    if (label.unit !== null) {
      unit = label.unit;
      unitFrom = label.text;
    }
    if (label.words !== '' && words.at(-1) !== label.words) words.push(label.words);
  }
  if (yearless !== '' && period?.frequency === 'year') {
    const whole = parsePeriodWord(yearless, { year: period.period });
    if (whole) {
      period = whole;
      yearless = '';
    }
  } else if (period && period.frequency !== 'year') yearless = '';
  return {
    column,
    header,
    role,
    period,
    yearless,
    region,
    subtotal,
    words: words.join(' '),
    unit,
    unitFrom,
  };
}

/** Columns whose months lack a year, with the year of their neighbours: `2017年11月 | 12月 | 1月`. */
export function withYears(columns: readonly HeadColumn[], year: number | null): HeadColumn[] {
  let before: { words: string; region: string; period: PeriodWord } | null = null;
  return columns.map((column) => {
    const { period, yearless, words } = column;
    const region = column.region?.code ?? '';
    const same = before !== null && before.words === words && before.region === region;
    let whole = period;
    if (period === null && yearless !== '') {
      const from = same ? Math.floor(before!.period.period / perYear(before!.period)) : year;
      whole = from === null ? null : nearestIn(yearless, from, same ? before!.period : null);
    }
    if (whole && whole.frequency !== 'year') before = { words, region, period: whole };
    return whole === period ? column : { ...column, period: whole, yearless: '' };
  });
}

const perYear = ({ frequency }: PeriodWord): number => (frequency === 'month' ? 12 : frequency === 'quarter' ? 4 : 1);

/** A period without a year, in the year that puts it nearest to the one before it. */
export function nearestIn(yearless: string, year: number, before: PeriodWord | null): PeriodWord | null {
  const here = parsePeriodWord(yearless, { year });
  // A sum of the year so far is of the year that goes on, however far its end.
  if (!here || !before || before.frequency !== here.frequency || here.cumulative) return here;
  const n = perYear(here);
  const step = here.period - before.period;
  const turn = step < -n / 2 ? 1 : step > n / 2 ? -1 : 0;
  return turn === 0 ? here : parsePeriodWord(yearless, { year: year + turn });
}
