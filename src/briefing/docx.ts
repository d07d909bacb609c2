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
import type { Block, BriefingDocument, Table as TableBlock } from './document';
import { coreProperties, fontTable, levelTimes, sayableInXml } from './docx-parts';
import { runOf, STYLE_IDS, stylesOf, twips } from './docx-styles';
import { faceOf, PAGE, type Role } from './layout';
import { numberBlocks } from './numbering';
import { SHEET_WORDS } from './sheet-text';

const LINE = { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } as const;
const TEXT_TWIPS = convertMillimetersToTwip(PAGE.widthMm - PAGE.leftMm - PAGE.rightMm);

/**
 * The paper as the bytes of a DOCX: A4, 22 lines of 28 characters, styles and no formatting by hand, page numbers at the
 * outer edge, the mark of invented figures at the head of every page. The same paper and moment give the same bytes.
 * Fonts are named with stand-ins and not embedded. To be fetched when it is needed: the library is large.
 */
export async function toDocx(model: BriefingDocument, madeAtMs: number): Promise<Uint8Array> {
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
        children: [...headParts(model), ...bodyParts(model), ...endParts(model)],
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
function line(model: BriefingDocument, role: Role, text: string, more: IParagraphOptions = {}): Paragraph {
  // The hint for the Chinese face is read from the run alone.
  const { font } = runOf(faceOf(model.lang), role, model.lang);
  return new Paragraph({
    style: STYLE_IDS[role],
    children: text === '' ? [] : [new TextRun({ text: sayableInXml(text), ...(font && { font }) })],
    ...more,
  });
}

function headOf(model: BriefingDocument): Header {
  return new Header({ children: [line(model, 'mark', model.demonstration)] });
}

/** — 1 —: one character in from the outer edge, right on odd pages, left on even ones. */
function footOf(model: BriefingDocument, side: 'odd' | 'even'): Footer {
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

function headParts(model: BriefingDocument): Paragraph[] {
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
  parts.push(line(model, 'title', model.title));
  parts.push(line(model, 'body', ''));
  if (model.to !== '') {
    parts.push(line(model, 'body', say(SHEET_WORDS.to, model.lang, { to: model.to }), flush));
  }
  return parts;
}

/** Against the left edge, in spite of the indent of the style. */
const flush: IParagraphOptions = { indent: { firstLine: 0, firstLineChars: 0 }, alignment: AlignmentType.LEFT };

function bodyParts(model: BriefingDocument): (Paragraph | Table)[] {
  const numbers = numberBlocks(model.blocks, model.lang);
  return model.blocks.flatMap((block, i) => blockParts(model, block, numbers[i]!));
}

function blockParts(model: BriefingDocument, block: Block, number: string): (Paragraph | Table)[] {
  if (block.kind === 'heading') return [line(model, `heading${block.level}`, number + block.text)];
  if (block.kind === 'paragraph') return block.text.split('\n').map((text) => line(model, 'body', text));
  return [
    ...(block.caption === '' ? [] : [line(model, 'caption', block.caption)]),
    tableOf(model, block),
    // Two tables in a row would grow into one; and text does not stick to a table.
    line(model, 'table', ''),
  ];
}

/** Widths of the columns in twips, together the text block. */
function columnWidths(block: TableBlock): number[] {
  const all = block.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = block.columns.map(({ share }) => Math.floor((share / all) * TEXT_TWIPS));
  widths[widths.length - 1]! += TEXT_TWIPS - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}

function tableOf(model: BriefingDocument, block: TableBlock): Table {
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

function endParts(model: BriefingDocument): Paragraph[] {
  const { lang, attachments, signature } = model;
  const pitch = faceOf(lang).type.body.sizePt;
  const parts: Paragraph[] = [];
  if (attachments.length > 0) parts.push(line(model, 'body', ''));
  attachments.forEach((name, i) => {
    const words =
      attachments.length === 1 ? SHEET_WORDS.attachment : i === 0 ? SHEET_WORDS.attachments : SHEET_WORDS.another;
    // 附件： takes three characters: the numbers below stand under the first one.
    const indent = i > 0 && lang === 'zh' ? { indent: { firstLine: twips(pitch * 5), firstLineChars: 500 } } : {};
    parts.push(line(model, 'body', say(words, lang, { n: i + 1, name }), indent));
  });
  if (signature.office !== '' || signature.date !== '') {
    parts.push(line(model, 'body', '', { keepNext: true }), line(model, 'body', '', { keepNext: true }));
    const right = (chars: number): IParagraphOptions => ({
      alignment: AlignmentType.RIGHT,
      indent: { firstLine: 0, firstLineChars: 0, right: twips(pitch * chars) },
    });
    parts.push(line(model, 'body', signature.office, { ...right(2), keepNext: true }));
    parts.push(line(model, 'body', signature.date, right(4)));
  }
  if (model.copies !== '') {
    parts.push(line(model, 'body', ''));
    const copies = say(SHEET_WORDS.copies, lang, { copies: model.copies });
    parts.push(
      line(model, 'copies', copies, {
        border: { top: LINE, bottom: LINE },
        indent: { left: twips(14), right: twips(14) },
      }),
    );
  }
  return parts;
}
