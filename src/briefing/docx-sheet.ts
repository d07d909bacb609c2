import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { say } from '../base/text';
import type { BriefingDocument, Table as TableBlock } from './document';
import { coreProperties, fontTable, levelTimes, sayableInXml } from './docx-parts';
import { runOf, STYLE_IDS, stylesOf, twips } from './docx-styles';
import { faceOf, PAGE, type Role } from './layout';
import { SHEET_WORDS } from './sheet-text';

/** What the sheet of a paper, whichever it is, needs to know of it. */
export type SheetModel = Pick<BriefingDocument, 'lang' | 'issuer' | 'number' | 'title' | 'to' | 'demonstration'>;

export const LINE = { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } as const;
export const TEXT_TWIPS = convertMillimetersToTwip(PAGE.widthMm - PAGE.leftMm - PAGE.rightMm);

/**
 * A paper in the official layout as the bytes of a DOCX: A4, 22 lines of 28 characters, styles and no formatting by hand,
 * page numbers at the outer edge, the mark of invented figures at the head of every page. The same content and moment
 * give the same bytes. Fonts are named with stand-ins and not embedded.
 */
export async function packSheet(
  model: SheetModel,
  children: readonly (Paragraph | Table)[],
  madeAtMs: number,
): Promise<Uint8Array> {
  const file = new Document({
    title: model.title,
    creator: 'Fengsui',
    styles: stylesOf(model.lang),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(PAGE.widthMm), height: convertMillimetersToTwip(PAGE.heightMm) },
            margin: {
              top: convertMillimetersToTwip(PAGE.topMm),
              bottom: convertMillimetersToTwip(PAGE.bottomMm),
              left: convertMillimetersToTwip(PAGE.leftMm),
              right: convertMillimetersToTwip(PAGE.rightMm),
              header: convertMillimetersToTwip(PAGE.headerMm),
              footer: convertMillimetersToTwip(PAGE.footerMm),
            },
          },
        },
        ...(model.demonstration !== '' && { headers: { default: headOf(model), even: headOf(model) } }),
        footers: { default: footOf(model, 'odd'), even: footOf(model, 'even') },
        children,
      },
    ],
  });
  const bytes = await Packer.pack(file, 'uint8array', false, [
    coreProperties(model.title, model.demonstration, model.lang, madeAtMs),
    fontTable(model.lang),
  ]);
  return levelTimes(bytes);
}

/** A paragraph in the style of a role. */
export function line(
  model: Pick<SheetModel, 'lang'>,
  role: Role,
  text: string,
  more: IParagraphOptions = {},
): Paragraph {
  // The hint for the Chinese face is read from the run alone.
  const { font } = runOf(faceOf(model.lang), role, model.lang);
  return new Paragraph({
    style: STYLE_IDS[role],
    children: text === '' ? [] : [new TextRun({ text: sayableInXml(text), ...(font && { font }) })],
    ...more,
  });
}

function headOf(model: SheetModel): Header {
  return new Header({ children: [line(model, 'mark', model.demonstration)] });
}

/** — 1 —: one character in from the outer edge, right on odd pages, left on even ones. */
function footOf(model: SheetModel, side: 'odd' | 'even'): Footer {
  const run = runOf(faceOf(model.lang), 'page', model.lang);
  const inset = twips(faceOf(model.lang).type.page.sizePt);
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE_IDS.page,
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** Issuer, number above the rule, title and main recipients. */
export function headParts(model: SheetModel): Paragraph[] {
  const parts: Paragraph[] = [];
  if (model.issuer !== '') parts.push(line(model, 'issuer', model.issuer));
  // The rule below the head stands under the number, or under the issuer where there is none.
  const ruled: IParagraphOptions = {
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    border: { bottom: LINE },
  };
  parts.push(line(model, 'body', model.number, ruled));
  parts.push(line(model, 'body', ''));
  parts.push(...model.title.split('\n').map((text) => line(model, 'title', text)));
  parts.push(line(model, 'body', ''));
  if (model.to !== '') {
    parts.push(line(model, 'body', say(SHEET_WORDS.to, model.lang, { to: model.to }), flush));
  }
  return parts;
}

/** Against the left edge, in spite of the indent of the style. */
const flush: IParagraphOptions = { indent: { firstLine: 0, firstLineChars: 0 }, alignment: AlignmentType.LEFT };

/** Widths of the columns in twips, together the text block. */
function columnWidths(block: TableBlock): number[] {
  const all = block.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = block.columns.map(({ share }) => Math.floor((share / all) * TEXT_TWIPS));
  widths[widths.length - 1]! += TEXT_TWIPS - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}

export function tableOf(model: Pick<SheetModel, 'lang'>, block: TableBlock): Table {
  const widths = columnWidths(block);
  const row = (cells: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            verticalAlign: VerticalAlign.CENTER,
            width: { size: widths[i]!, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 60, right: 60 },
            children: text.split('\n').map((part) =>
              line(model, head ? 'tableHead' : 'table', part, {
                ...(!head && block.columns[i]!.align === 'end' && { alignment: AlignmentType.RIGHT }),
              }),
            ),
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        block.columns.map(({ name }) => name),
        true,
      ),
      ...block.rows.map((cells) => row(cells, false)),
    ],
  });
}
