import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strToU8, unzipSync } from 'fflate';
import type { Lang } from '../../../base/text';
import { TEXT_TWIPS } from '../../docx-sheet';
import { STYLE_IDS } from '../../docx-styles';
import { escapeXml, zipParts } from '../native/chart-book';
import { addChartParts, chartGraphic, edit, type Parts, type PlacedChart } from '../native/chart-parts';
import { lookOf } from '../native/chart-look';
import type { NativeChart } from '../native/native-chart';
import { langTag, typeface } from '../typeface';

const EMU_PER_PT = 12_700;
const TEXT_PT = TEXT_TWIPS / 20;
const LETTERS_PT = 9;

export interface PaperChart extends PlacedChart {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Height of one chart across the text; lying bars need a line each. */
function heightOf(chart: NativeChart, inRow: number): number {
  const lying = chart.groups.some((group) => group.kind === 'bar' && group.direction === 'bar');
  if (lying) return Math.min(Math.max(110, 42 + chart.categories.length * 15), 560);
  if (chart.x !== null) return 270;
  return inRow === 1 ? 235 : inRow === 2 ? 135 : 112;
}

/**
 * Stand-ins for charts, to be replaced when the package is made (`putCharts`): one across the text, or several in a table
 * without lines.
 */
export function chartBlocks(
  charts: readonly NativeChart[],
  layout: { readonly inRow: number; readonly shares: readonly number[] },
  lang: Lang,
  placed: PaperChart[],
): (Paragraph | Table)[] {
  const letters = { font: typeface(lang), lang: langTag(lang), sizePt: LETTERS_PT };
  const place = (chart: NativeChart, widthPt: number, sizePt: number): Paragraph => {
    const heightPt = heightOf(chart, charts.length === 1 ? 1 : layout.inRow);
    placed.push({ chart, widthPt, heightPt, look: lookOf(chart, { widthPt, heightPt }, { ...letters, sizePt }) });
    return new Paragraph({
      style: STYLE_IDS.table,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      // A line of exact height would cut the chart.
      spacing: { line: 240, lineRule: 'auto' },
      children: [new TextRun(signOf(placed.length))],
    });
  };
  if (charts.length === 1) return [place(charts[0]!, TEXT_PT, LETTERS_PT)];
  const { inRow } = layout;
  const shares = layout.shares.slice(0, inRow);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / all) * TEXT_TWIPS));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const borders = { top: none, bottom: none, left: none, right: none };
  const rows = Array.from({ length: Math.ceil(charts.length / inRow) }, (_, r) =>
    charts.slice(r * inRow, (r + 1) * inRow),
  );
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_TWIPS, type: WidthType.DXA },
      columnWidths: widths,
      borders: { ...borders, insideHorizontal: none, insideVertical: none },
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map(
              (width, i) =>
                new TableCell({
                  width: { size: width, type: WidthType.DXA },
                  margins: { top: 20, bottom: 20, left: 0, right: 0 },
                  borders,
                  children: row[i]
                    ? [place(row[i], width / 20 - 4, LETTERS_PT - (inRow > 2 ? 2 : 1))]
                    : [new Paragraph({ style: STYLE_IDS.table })],
                }),
            ),
          }),
      ),
    }),
  ];
}

const signOf = (n: number): string => `[[fengsui-chart-${n}]]`;

/** Charts and their workbooks into the packed paper, each in the place of its stand-in. */
export function putCharts(packed: Uint8Array, charts: readonly PaperChart[]): Uint8Array {
  if (charts.length === 0) return packed;
  const parts: Parts = { ...unzipSync(packed) };
  const main = 'word/document.xml';
  charts.forEach((placed, i) => {
    const n = i + 1;
    const relation = addChartParts(parts, 'word', n, main, placed);
    const drawing = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${emu(placed.widthPt)}" cy="${emu(placed.heightPt)}"/><wp:docPr id="${n}" name="chart-${n}" descr="${escapeXml(placed.chart.description)}"/><wp:cNvGraphicFramePr/>${chartGraphic(relation)}</wp:inline></w:drawing>`;
    edit(parts, main, (xml) => {
      const sign = signOf(n);
      const at = xml.indexOf(sign);
      const from = xml.lastIndexOf('<w:t', at);
      const to = xml.indexOf('</w:t>', at) + '</w:t>'.length;
      return xml.slice(0, from) + drawing + xml.slice(to);
    });
  });
  const first = '[Content_Types].xml';
  const names = [
    first,
    ...Object.keys(parts)
      .filter((name) => name !== first && !name.endsWith('/'))
      .sort(),
  ];
  return zipParts(Object.fromEntries(names.map((name) => [name, parts[name] ?? strToU8('')])));
}

const emu = (pt: number): number => Math.round(pt * EMU_PER_PT);
