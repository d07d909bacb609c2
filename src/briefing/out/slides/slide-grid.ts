import type PptxGenJS from 'pptxgenjs';
import type { Lang } from '../../../base/text';
import { sayableInXml } from '../../docx-parts';
import type { Grid, GridCell } from '../grids/grid';
import { lineCount, textEm } from '../measure-text';
import { levelPaint, PAPER } from '../palette';
import { langTag, typeface } from '../typeface';
import { type Box, pt } from './slide-plan';

const LARGEST_PT = 11;
const SMALLEST_PT = 5;
/** A row is as high as its lines (faces differ in this) and its margins; one that is too low grows. */
const LINE = 1.5;
const ROW_MARGINS_PT = 3.8;
const HIGHEST_ROW = 0.42;

/** A table of levels as a native table that fills the box from its top; letters as large as its rows and columns allow. */
export function addGrid(slide: PptxGenJS.Slide, lang: Lang, grid: Grid, box: Box, name: string): void {
  const all = grid.shares.reduce((sum, share) => sum + share, 0);
  const widths = grid.shares.map((share) => (share / all) * box.w);
  const rows = [...grid.head, ...grid.rows];
  const upright = grid.head.some((row) => row.some((cell) => cell.upright));
  const headEm = Math.max(
    1,
    ...grid.head.flatMap((row) => row.filter((cell) => cell.upright).map(({ text }) => textEm(text))),
  );
  const size = sizeOf(grid, widths, box, upright ? headEm : 0);
  const linesOf = (row: readonly GridCell[]): number => {
    let column = 0;
    return Math.max(
      1,
      ...row.map((cell) => {
        const width = spanWidth(widths, column, cell);
        column += cell.span ?? 1;
        return cell.upright || cell.text === '' ? 1 : lineCount(cell.text, size, pt(width) - 3);
      }),
    );
  };
  const heights = rows.map((row, i) =>
    i < grid.head.length && row.some((cell) => cell.upright)
      ? (headEm * size * 1.08 + 6) / 72
      : (linesOf(row) * size * LINE + ROW_MARGINS_PT) / 72,
  );
  // Rows share what is left, up to a height that still reads as a row.
  const spare = Math.max(0, box.h - heights.reduce((sum, h) => sum + h, 0)) / Math.max(grid.rows.length, 1);
  const rowH = heights.map((height, i) =>
    i < grid.head.length ? height : Math.max(height, Math.min(height + spare, HIGHEST_ROW)),
  );
  slide.addTable(
    rows.map((row, i) => row.map((cell) => cellOf(cell, lang, size, i < grid.head.length))),
    { x: box.x, y: box.y, w: box.w, colW: widths, rowH, objectName: name },
  );
}

/** The largest size at which every cell stays in its row and all rows in the box. */
function sizeOf(grid: Grid, widths: readonly number[], box: Box, headEm: number): number {
  for (let size = LARGEST_PT; size > SMALLEST_PT; size -= 0.5) {
    let height = headEm > 0 ? headEm * size * 1.08 + 6 : 0;
    let fits = true;
    for (const row of [...grid.head, ...grid.rows]) {
      let column = 0;
      let lines = 1;
      for (const cell of row) {
        const width = pt(spanWidth(widths, column, cell)) - 3;
        column += cell.span ?? 1;
        if (cell.upright) {
          if (size * LINE > width) fits = false;
          continue;
        }
        // No word is broken: the widest one of the cell stands in its column.
        const widest = Math.max(0, ...cell.text.split(/\s+|(?<=[\u2e80-\uffef])/).map(textEm));
        if (widest * size > width) fits = false;
        lines = Math.max(lines, cell.text === '' ? 1 : lineCount(cell.text, size, width));
      }
      if (!row.some((cell) => cell.upright)) height += lines * size * LINE + ROW_MARGINS_PT;
    }
    if (fits && height <= pt(box.h)) return size;
  }
  return SMALLEST_PT;
}

function spanWidth(widths: readonly number[], column: number, cell: GridCell): number {
  return widths.slice(column, column + (cell.span ?? 1)).reduce((sum, width) => sum + width, 0);
}

function cellOf(cell: GridCell, lang: Lang, size: number, head: boolean): PptxGenJS.TableCell {
  const paint = cell.level === null ? null : levelPaint(cell.level);
  const edge: PptxGenJS.BorderProps = {
    type: 'solid',
    pt: 0.75,
    color: cell.level === null ? PAPER.ground : PAPER.line,
  };
  return {
    // A cell without letters would be as high as letters of 18 points.
    text: cell.text === '' ? ' ' : sayableInXml(cell.text.replaceAll('\n', ' ')),
    options: {
      fontFace: typeface(lang),
      fontSize: size,
      lang: langTag(lang),
      color: paint?.on ?? (head ? PAPER.ink3 : PAPER.ink),
      bold: cell.bold ?? false,
      align: cell.align === 'end' ? 'right' : cell.align === 'center' ? 'center' : 'left',
      valign: head ? 'bottom' : 'middle',
      // The library takes numbers below one for inches.
      margin: [1, 1.5, 1, 1.5],
      border: [edge, edge, edge, edge],
      ...(paint && { fill: { color: paint.fill } }),
      ...((cell.span ?? 1) > 1 && { colspan: cell.span }),
      ...(cell.upright && { textDirection: lang === 'zh' ? ('eaVert' as const) : ('vert270' as const) }),
    } as PptxGenJS.TableCellProps,
  };
}
