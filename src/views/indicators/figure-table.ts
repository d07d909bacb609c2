import { seasonOf, type Period } from '../../base/period';
import type { Lang } from '../../base/text';
import { figureWords, isFigure } from '../../base/measure';
import { periodWords, type Span } from '../../charts/indicator-words';
import { type IndicatorFigures, type Line, markAt, valueAt } from './figures';

/** One series of the table: an indicator in a region. */
export interface FigureColumn {
  readonly key: string;
  readonly figures: IndicatorFigures;
  readonly line: Line;
}

export interface FigureRow {
  readonly period: Period;
  readonly span: Span;
}

/** All that the table and its downloads show: periods newest first × series in the order of the selection. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

/** January has a row of its own unless every series takes it together with February. */
export function figureTable(figures: readonly IndicatorFigures[]): FigureTable {
  const columns = figures.flatMap((one) =>
    one.chosen.map((line) => ({ key: `${one.indicator.id}/${line.region.code}`, figures: one, line })),
  );
  const span = figures[0]?.span;
  if (!span) return { columns, rows: [] };
  const joint = figures.every((f) => f.span.joint);
  const periods = Array.from({ length: span.count }, (_, i) => span.first + span.count - 1 - i);
  const shown = joint && span.frequency === 'month' ? periods.filter((p) => seasonOf('month', p) !== 0) : periods;
  return { columns, rows: shown.map((period) => ({ period, span: { ...span, joint } })) };
}

export interface FigureCell {
  /** Exact, for files; null = no figure. */
  readonly value: number | null;
  /** As shown, without unit. */
  readonly words: string;
  /** How the value came to be, or why there is none; empty when simply as reported. */
  readonly mark: string;
}

export function cellOf(column: FigureColumn, row: FigureRow, lang: Lang): FigureCell {
  const { series } = column.line;
  const value = valueAt(series, row.period);
  const mark = markAt(column.figures, series, row.period);
  return {
    value: isFigure(value) ? value : null,
    words: figureWords(value, column.figures.measure),
    mark: mark ? mark[lang] : '',
  };
}

export function rowWords(row: FigureRow, lang: Lang): string {
  return periodWords(row.span, row.period, lang);
}

/** Columns that a screen holds at once; the others are on further pages. */
export const COLUMNS_PER_PAGE = 12;

export function pagesOf(columns: number): number {
  return Math.max(1, Math.ceil(columns / COLUMNS_PER_PAGE));
}

export function pageColumns(table: FigureTable, page: number): readonly FigureColumn[] {
  return table.columns.slice(page * COLUMNS_PER_PAGE, (page + 1) * COLUMNS_PER_PAGE);
}

/** The mark that every figure of the column carries: it is said once in the head. Empty when they differ. */
export function commonMark(column: FigureColumn, rows: readonly FigureRow[], lang: Lang): string {
  const marks = new Set<string>();
  for (const row of rows) {
    const { value, mark } = cellOf(column, row, lang);
    if (value !== null) marks.add(mark);
  }
  return marks.size === 1 ? [...marks][0]! : '';
}
