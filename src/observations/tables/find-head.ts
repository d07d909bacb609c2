import { type BareKind, bareKindOf, shapeOf, type Shape } from './cell-words';
import { KEY_VALUE, NOTE, roleOfHeader, UNIT_ROW } from './header-words';
import type { Label, LabelReader } from './label';
import type { RowKind } from './understanding';

export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface HeadRow extends SampleRow {
  /** `decoration`: numbers or letters of columns (甲, 1, 2, 3), which say nothing. */
  readonly kind: 'names' | 'units' | 'decoration';
  /** What the bare digits of this row are. */
  readonly bare: BareKind | null;
}

export interface Head {
  /** Rows above the head, with content or blank. */
  readonly above: readonly { readonly line: number; readonly kind: RowKind; readonly cells: readonly string[] }[];
  readonly rows: readonly HeadRow[];
  /** Index into the sample of the first row below the head. */
  readonly body: number;
}

const MOST_HEAD_ROWS = 6;

interface Looked extends SampleRow {
  readonly shapes: readonly Shape[];
  readonly filled: readonly number[];
}

/**
 * Where the head of a table is: from the first row that names columns to the one before the first figures. A row is
 * part of the head as long as it could not be a row of figures: no figure that is not a period too, and nothing new in
 * the columns of labels.
 */
export function findHead(sample: readonly SampleRow[], read: LabelReader): Head {
  const rows = sample.map(look);
  const width = Math.max(0, ...rows.map((r) => (r.filled.at(-1) ?? -1) + 1));
  const above: { line: number; kind: RowKind; cells: readonly string[] }[] = [];
  let k = 0;
  for (; k < rows.length; k++) {
    const row = rows[k]!;
    const kind = kindAbove(
      row,
      rows.slice(k + 1).find((r) => r.filled.length > 0),
      width,
      read,
    );
    if (kind === null) break;
    above.push({ line: row.line, kind, cells: row.cells });
  }
  const head: HeadRow[] = [];
  for (; k < rows.length && head.length < MOST_HEAD_ROWS; k++) {
    const row = rows[k]!;
    if (row.filled.length === 0) {
      // A blank row between the head and the figures; blank rows further down are the reader's matter.
      if (head.length > 0 && rows[k + 1] && rows[k + 1]!.filled.length > 0) continue;
      break;
    }
    const part = asHead(row, head, read);
    if (!part) break;
    head.push(part);
  }
  while (rows[k] && rows[k]!.filled.length === 0 && head.length === 0) k++;
  return { above, rows: head, body: k };
}

function look(row: SampleRow): Looked {
  const shapes = row.cells.map(shapeOf);
  return { ...row, shapes, filled: shapes.flatMap((s, i) => (s === 'empty' ? [] : [i])) };
}

const hasFigures = ({ shapes }: Looked): boolean => shapes.includes('number');

/** What a row above the head is; null: the head begins here. */
function kindAbove(row: Looked, next: Looked | undefined, width: number, read: LabelReader): RowKind | null {
  const { filled, cells } = row;
  if (filled.length === 0) return 'blank';
  const first = cells[filled[0]!]!;
  const unit = filled.some(
    (c) => UNIT_ROW.test(cells[c]!) || (read(cells[c]!).unit !== null && isUnitAlone(read(cells[c]!))),
  );
  if (filled.length === 1) {
    // A single word above one side of the head spans it: `2017年` over the months.
    if (filled[0]! > 0 && next && spans(read(first)) && !unit && !KEY_VALUE.test(first) && !hasFigures(next))
      return null;
    if (!next || width < 2) return null;
    // Beside labels without a name one name is all the head there is: `,失业率` above `包头市,3.9`.
    const beside = filled[0] === 1 && width === 2 && next.filled.length === 2;
    if (beside && !unit && !KEY_VALUE.test(first)) return null;
    if (unit) return 'unit';
    return NOTE.test(first) ? 'footnote' : 'title';
  }
  const named = filled.some((c) => isHeaderWord(cells[c]!));
  if (filled.every((c) => UNIT_ROW.test(cells[c]!) || KEY_VALUE.test(cells[c]!) || NOTE.test(cells[c]!))) {
    return unit ? 'unit' : 'title';
  }
  if (hasFigures(row) || row.shapes.includes('missing')) return null;
  // Few words in a wide table, the first of them at the left edge and no name of a column: title and date, title and unit.
  const sparse = filled.length <= Math.max(2, width / 4) && width >= 4 && next !== undefined;
  if (sparse && !named && filled[0] === 0 && next.filled.length > filled.length + 1) {
    const label = read(first);
    if (label.region === null && label.period === null && !label.subtotal) return unit ? 'unit' : 'title';
  }
  return null;
}

/** A column's own name; `失业人数(人)` beside other names is told by its unit, a bare word is not told from a title. */
const isHeaderWord = (text: string): boolean =>
  roleOfHeader(text) !== null || /^[^（(]{1,20}[（(][^)）]{1,8}[)）]$/.test(text);

const isUnitAlone = (label: Label): boolean =>
  label.words === '' && label.period === null && label.yearless === '' && label.region === null && label.role === null;

const spans = (label: Label): boolean =>
  label.role === null &&
  ((label.period !== null && label.words === '') ||
    (label.yearless !== '' && label.words === '') ||
    (label.region !== null && label.words === ''));

function asHead(row: Looked, before: readonly HeadRow[], read: LabelReader): HeadRow | null {
  const { line, cells, shapes, filled } = row;
  const names = (kind: HeadRow['kind'], bare: BareKind | null = null): HeadRow => ({ line, cells, kind, bare });
  const bareCells = filled.filter((c) => shapes[c] === 'bare');
  const bare = bareCells.length > 0 ? coherent(bareCells.map((c) => cells[c]!)) : null;
  const labelColumn = filled[0]!;
  const label = read(cells[labelColumn]!);
  if (before.length > 0 && isDecoration(row)) return names('decoration');
  if (hasFigures(row)) return null;
  if (before.length === 0) {
    if (shapes.includes('missing'))
      return filled.every((c) => c === 0 || shapes[c] !== 'missing') ? names('names', bare) : null;
    const data = label.region !== null || label.period !== null || label.subtotal;
    // Without a name of any column, a row that begins with a place or time and goes on with digits is a row of figures.
    const others = filled.filter((c) => c !== labelColumn && isHeaderWord(cells[c]!));
    if (data && bareCells.length > 0 && others.length === 0 && (bare === null || bare === 'month')) return null;
    return names('names', bare);
  }
  if (shapes.includes('missing')) return null;
  const first = before[0]!;
  for (const c of filled) {
    if (!isLabelColumn(c, before)) continue;
    const text = cells[c]!;
    if (roleOfHeader(text) === null && !before.some((h) => h.cells[c] === text)) return null;
  }
  const beside = filled.filter((c) => !isLabelColumn(c, before));
  if (beside.length === 0) return null;
  if (bareCells.length > 0 && bare === null) return null;
  // What stands where the row before has a name of its own that says all is no longer its head.
  if (beside.every((c) => isUnitAlone(read(cells[c]!)) && read(cells[c]!).unit !== null)) return names('units');
  if (filled.length === 1 && beside.length === 1 && (first.cells[beside[0]!] ?? '') !== '') return null;
  return names('names', bare);
}

/** Columns in which the head so far has the name of a label column, or nothing at all left of everything. */
function isLabelColumn(column: number, head: readonly HeadRow[]): boolean {
  if (head.some((h) => roleOfHeader(h.cells[column] ?? '') !== null)) return true;
  return column === 0;
}

/** Digits of a head: all of one kind, going one way or round and round. */
function coherent(texts: readonly string[]): BareKind | null {
  const kinds = new Set(texts.map(bareKindOf));
  if (kinds.size !== 1) return null;
  const kind = [...kinds][0]!;
  if (kind !== 'month') return kind;
  const months = texts.map(Number).filter((m, i, all) => i === 0 || m !== all[i - 1]);
  const step = (i: number): number => (months[i]! - months[i - 1]! + 12) % 12;
  const steps = months.slice(1).map((_, i) => step(i + 1));
  return steps.every((s) => s === 1) || steps.every((s) => s === 11) || restarts(months) ? kind : null;
}

/** 1, 2, 3, 1, 2, 3: the same run again under each name of the row above. */
function restarts(months: readonly number[]): boolean {
  const run = months.indexOf(months[0]!, 1);
  if (run < 2 || months.length % run !== 0) return false;
  return months.every((m, i) => m === months[i % run]!) && months.slice(1, run).every((m, i) => m === months[i]! + 1);
}

/** 甲 | 1 | 2 | 3 … or 栏次. */
function isDecoration({ cells, filled }: Looked): boolean {
  const texts = filled.map((c) => cells[c]!);
  const letters = texts.filter((t) => /^[甲乙丙丁戊A-E]$|^栏次$|^栏号$/.test(t)).length;
  const numbers = texts.slice(letters);
  return (
    letters > 0 &&
    numbers.length > 0 &&
    numbers.every((t, i) => Number(t.replace(/[()（）①②③]/g, '')) === i + Number(numbers[0]!.replace(/\D/g, '')))
  );
}
