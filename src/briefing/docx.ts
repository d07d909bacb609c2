import { AlignmentType, type IParagraphOptions, type Paragraph, type Table } from 'docx';
import { say } from '../base/text';
import type { Block, BriefingDocument } from './document';
import { headParts, LINE, line, packSheet, tableOf } from './docx-sheet';
import { twips } from './docx-styles';
import { faceOf } from './layout';
import { numberBlocks } from './numbering';
import { SHEET_WORDS } from './sheet-text';

/**
 * The paper as the bytes of a DOCX (docx-sheet.ts). The same paper and moment give the same bytes. To be fetched when it
 * is needed: the library is large.
 */
export async function toDocx(model: BriefingDocument, madeAtMs: number): Promise<Uint8Array> {
  return packSheet(model, [...headParts(model), ...bodyParts(model), ...endParts(model)], madeAtMs);
}

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
