/**
 * How wide and high a text will be, without a font at hand: what office programs draw is never wider than what is
 * reckoned here (faces of the same kind differ by a few per cent), so that what fits here fits there.
 */
const WIDE = /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2160-\u217f\u2e80-\uffef]/;

/** Of one character, in ems. */
function charEm(char: string): number {
  if (WIDE.test(char)) return 1;
  if (/[ilIj.,:;'|!]/.test(char)) return 0.32;
  if (/[A-Z%mwMW@−+]/.test(char)) return 0.78;
  return 0.57;
}

/** In ems: times the size of the letters it is in the unit of that size. */
export function textEm(text: string): number {
  let sum = 0;
  for (const char of text) sum += charEm(char);
  return sum;
}

/** Lines that a text takes in a box of `widthPt`; a line loses up to a word (Latin) or a character (Chinese) at its end. */
export function lineCount(text: string, sizePt: number, widthPt: number): number {
  return text.split('\n').reduce((lines, part) => lines + paragraphLines(part, sizePt, widthPt), 0);
}

function paragraphLines(text: string, sizePt: number, widthPt: number): number {
  const most = widthPt / sizePt;
  let lines = 1;
  let at = 0;
  for (const piece of text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? []) {
    const width = textEm(piece.trimEnd());
    if (at > 0 && at + width > most) {
      lines += 1;
      at = 0;
    }
    // A word longer than the line is broken.
    lines += Math.max(0, Math.ceil(width / most) - 1);
    // A blank at the end of a line takes no new one: what follows it does.
    const end = at + textEm(piece);
    at = width > most ? end % Math.max(most, 1) : end;
  }
  return lines;
}

/** The largest of `sizes` (descending) at which the texts, each a paragraph, stay within the box; null = none. */
export function sizeThatFits(
  texts: readonly string[],
  box: { readonly widthPt: number; readonly heightPt: number },
  sizes: readonly number[],
  spacing: { readonly line: number; readonly afterEm: number },
): number | null {
  return sizes.find((size) => textHeightPt(texts, size, box.widthPt, spacing) <= box.heightPt) ?? null;
}

export function textHeightPt(
  texts: readonly string[],
  sizePt: number,
  widthPt: number,
  { line, afterEm }: { readonly line: number; readonly afterEm: number },
): number {
  return texts.reduce((sum, text) => sum + lineCount(text, sizePt, widthPt) * sizePt * line + sizePt * afterEm, 0);
}
