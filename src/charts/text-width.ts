/**
 * Width of a label in pixels, estimated: nothing is measured in a pure builder. Chinese characters are square, and in Chinese fonts
 * so are numerals of levels, dashes, quotation marks and signs; Latin letters are some 0.6 wide.
 */
export function textWidth(text: string, fontPx: number): number {
  let width = 0;
  for (const c of text)
    width += /[\u2014\u2018-\u201d\u2026\u2150-\u218f\u2264\u2265\u2e80-\uffef]/.test(c) ? fontPx : fontPx * 0.6;
  return width;
}
