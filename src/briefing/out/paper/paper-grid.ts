import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Lang } from '../../../base/text';
import { sayableInXml } from '../../docx-parts';
import { TEXT_TWIPS } from '../../docx-sheet';
import { runOf, STYLE_IDS } from '../../docx-styles';
import { faceOf } from '../../layout';
import type { Grid, GridCell } from '../grids/grid';
import { lineCount, textEm } from '../measure-text';
import { levelPaint, PAPER } from '../palette';

const TWIPS_PER_PT = 20;
const LARGEST_PT = 10.5;
const SMALLEST_PT = 5.5;
/** Longer tables may go over a page. */
const MOST_KEPT = 24;

/** A table of levels with shaded cells; letters as large as its narrowest column allows. */
export function paperGrid(grid: Grid, lang: Lang): Table {
  const all = grid.shares.reduce((sum, share) => sum + share, 0);
  const widths = grid.shares.map((share) => Math.floor((share / all) * TEXT_TWIPS));
  widths[0]! += TEXT_TWIPS - widths.reduce((sum, width) => sum + width, 0);
  const size = sizeOf(grid, widths);
  const kept = grid.head.length + grid.rows.length <= MOST_KEPT;
  const headPt = Math.max(
    0,
    ...grid.head.flat().map((cell) => (cell.upright ? textEm(cell.text) * size * 1.1 + 8 : 0)),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    rows: [...grid.head, ...grid.rows].map((row, i) => {
      let column = 0;
      const head = i < grid.head.length;
      return new TableRow({
        tableHeader: head,
        cantSplit: true,
        ...(head &&
          row.some((cell) => cell.upright) && {
            height: { value: Math.ceil(headPt * TWIPS_PER_PT), rule: HeightRule.EXACT },
          }),
        children: row.map((cell) => {
          const span = cell.span ?? 1;
          const width = widths.slice(column, column + span).reduce((sum, w) => sum + w, 0);
          column += span;
          return cellOf(cell, lang, size, width, kept);
        }),
      });
    }),
  });
}

function cellOf(cell: GridCell, lang: Lang, size: number, width: number, kept: boolean): TableCell {
  const paint = cell.level === null ? null : levelPaint(cell.level);
  const { size: _, ...face } = runOf(faceOf(lang), 'table', lang);
  const edge = { style: BorderStyle.SINGLE, size: 4, color: PAPER.lineStrong } as const;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const borders = paint
    ? { top: edge, bottom: edge, left: edge, right: edge }
    : { top: none, bottom: none, left: none, right: none };
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 20, bottom: 20, left: 15, right: 15 },
    borders,
    ...((cell.span ?? 1) > 1 && { columnSpan: cell.span! }),
    ...(paint && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: paint.fill } }),
    ...(cell.upright && {
      textDirection:
        lang === 'zh' ? TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT : TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
    }),
    children: cell.text.split('\n').map(
      (text) =>
        new Paragraph({
          style: STYLE_IDS.table,
          alignment:
            cell.align === 'end'
              ? AlignmentType.RIGHT
              : cell.align === 'center'
                ? AlignmentType.CENTER
                : AlignmentType.LEFT,
          spacing: { line: Math.round(size * 1.35 * TWIPS_PER_PT), lineRule: 'atLeast' },
          keepNext: kept,
          children:
            text === ''
              ? []
              : [
                  new TextRun({
                    ...face,
                    size: Math.round(size * 2),
                    text: sayableInXml(text),
                    color: paint?.on ?? '000000',
                    bold: cell.bold ?? false,
                  }),
                ],
        }),
    ),
  });
}

/** The largest size at which the widest word of each cell stands in its column, and no cell takes more than three lines. */
function sizeOf(grid: Grid, widths: readonly number[]): number {
  for (let size = LARGEST_PT; size > SMALLEST_PT; size -= 0.5) {
    const fits = [...grid.head, ...grid.rows].every((row) => {
      let column = 0;
      return row.every((cell) => {
        const span = cell.span ?? 1;
        const pt = widths.slice(column, column + span).reduce((sum, w) => sum + w, 0) / TWIPS_PER_PT - 2;
        column += span;
        if (cell.upright) return size * 1.4 <= pt;
        const widest = Math.max(0, ...cell.text.split(/\s+|(?<=[\u2e80-\uffef])/).map(textEm));
        return widest * size <= pt && (cell.text === '' || lineCount(cell.text, size, pt) <= 3);
      });
    });
    if (fits) return size;
  }
  return SMALLEST_PT;
}
