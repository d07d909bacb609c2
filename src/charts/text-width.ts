/** Width of a label in pixels, estimated: nothing is measured in a pure builder. Chinese characters are square, Latin ones some 0.6 wide. */
export function textWidth(text: string, fontPx: number): number {
  let width = 0;
  for (const c of text) width += /[\u2150-\u218f\u2e80-\uffef]/.test(c) ? fontPx : fontPx * 0.6;
  return width;
}
