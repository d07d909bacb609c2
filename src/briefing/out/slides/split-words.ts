import { sizeThatFits, textHeightPt } from '../measure-text';
import { type Box, pt, SPACING } from './slide-plan';

/** Sentences of one slide with the size at which they fit its box. */
export interface WordsOnSlide {
  readonly texts: readonly string[];
  readonly sizePt: number;
}

const FOLLOWING_PT = 15;
const FULL_PT = 12;

/**
 * The sentences on the first slide beside its exhibit, at the largest size that holds them all; where even the smallest
 * does not, as many as fit, and the rest on slides of their own. Always at least one slide.
 */
export function splitWords(
  texts: readonly string[],
  first: Box,
  following: Box,
  sizes: readonly number[],
): readonly WordsOnSlide[] {
  const size = sizeThatFits(texts, inPoints(first), sizes, SPACING);
  if (size !== null) return [{ texts, sizePt: size }];
  const slides: WordsOnSlide[] = [];
  let left = texts;
  for (let box = inPoints(first); left.length > 0; box = inPoints(following)) {
    const sizePt = slides.length === 0 && first !== following ? FULL_PT : FOLLOWING_PT;
    let count = 0;
    while (count < left.length && textHeightPt(left.slice(0, count + 1), sizePt, box.widthPt, SPACING) <= box.heightPt)
      count += 1;
    if (count === 0 && (slides.length > 0 || first === following)) {
      // One sentence longer than a slide: cut between phrases.
      const [head, tail] = cutToFit(
        left[0]!,
        (text) => textHeightPt([text], sizePt, box.widthPt, SPACING) <= box.heightPt,
      );
      slides.push({ texts: [head], sizePt });
      left = tail === '' ? left.slice(1) : [tail, ...left.slice(1)];
      continue;
    }
    slides.push({ texts: left.slice(0, count), sizePt });
    left = left.slice(count);
  }
  return slides;
}

const inPoints = (box: Box): { readonly widthPt: number; readonly heightPt: number } => ({
  // Office programs lay letters a little wider than reckoned, never by more than this.
  widthPt: pt(box.w) * 0.97,
  heightPt: pt(box.h),
});

function cutToFit(text: string, fits: (text: string) => boolean): readonly [string, string] {
  const chars = Array.from(text);
  let [low, high] = [1, chars.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(chars.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  const cut = chars.slice(0, low).findLastIndex((char) => /[，。；、,.; ]/.test(char)) + 1;
  const at = low === chars.length ? low : cut > low / 2 ? cut : low;
  return [chars.slice(0, at).join(''), chars.slice(at).join('')];
}
