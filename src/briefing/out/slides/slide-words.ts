import type PptxGenJS from 'pptxgenjs';
import type { Lang } from '../../../base/text';
import { sayableInXml } from '../../docx-parts';
import { lineCount, sizeThatFits } from '../measure-text';
import { PAPER } from '../palette';
import { langTag, typeface } from '../typeface';
import { type Box, pt, TIGHT } from './slide-plan';

/** A line or a few of one kind in a box; the size is fixed or the first that fits. */
export interface TextLook {
  readonly sizes: readonly number[];
  /** Sizes at which one line is better than larger letters in two. */
  readonly oneLine?: readonly number[];
  readonly colour?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Between paragraphs, in ems; and of a line, in sizes. */
  readonly afterEm?: number;
  readonly line?: number;
  readonly bullet?: boolean;
  readonly border?: string;
  readonly name?: string;
  readonly placeholder?: string;
}

/** Bold letters are wider than they are reckoned, most in a face that stands in for one that is not there. */
export const BOLD_SHARE = 0.84;

/** Writes paragraphs into a box: letters shrink to the last size, and what is still too long is cut with an ellipsis. */
export function addWords(slide: PptxGenJS.Slide, lang: Lang, texts: readonly string[], box: Box, look: TextLook): void {
  const spacing = { line: look.line ?? TIGHT.line, afterEm: look.afterEm ?? 0 };
  const said = texts.map((text) => sayableInXml(text)).filter((text) => text.trim() !== '');
  if (said.length === 0) return;
  const place = { widthPt: pt(box.w) * (look.bold ? BOLD_SHARE : 0.97) - (look.border ? 12 : 0), heightPt: pt(box.h) };
  const smallest = look.sizes[look.sizes.length - 1]!;
  const oneLine = look.oneLine?.find((size) => said.every((text) => lineCount(text, size, place.widthPt) === 1));
  const fits = oneLine ?? sizeThatFits(said, place, look.sizes, spacing);
  const size = fits ?? smallest;
  const shown = fits === null ? said.map((text) => cutTo(text, size, place, spacing.line, said.length)) : said;
  const runs = shown.map((text, i) => ({
    text,
    options: {
      breakLine: i < shown.length - 1,
      fontFace: typeface(lang),
      fontSize: size,
      color: look.colour ?? PAPER.ink,
      bold: look.bold ?? false,
      lang: langTag(lang),
      align: look.align ?? 'left',
      lineSpacing: size * spacing.line,
      paraSpaceAfter: size * spacing.afterEm,
    } satisfies PptxGenJS.TextPropsOptions,
  }));
  slide.addText(runs, {
    ...box,
    margin: look.border ? [6, 6, 0, 0] : 0,
    valign: look.valign ?? 'top',
    fit: 'none',
    isTextBox: true,
    wrap: true,
    ...(look.border && { line: { color: look.border, width: 0.75 } }),
    ...(look.name && { objectName: look.name }),
    ...(look.placeholder && { placeholder: look.placeholder }),
  });
}

function cutTo(
  text: string,
  size: number,
  place: { readonly widthPt: number; readonly heightPt: number },
  line: number,
  among: number,
): string {
  const most = Math.max(1, Math.floor(place.heightPt / among / (size * line)));
  if (lineCount(text, size, place.widthPt) <= most) return text;
  const chars = Array.from(text);
  let count = chars.length;
  while (count > 1 && lineCount(`${chars.slice(0, count).join('')}…`, size, place.widthPt) > most) count -= 1;
  return `${chars.slice(0, count).join('')}…`;
}
