/**
 * Words in the margins of printed pages: `@page` rules read them from the root element, since a margin cannot hold an
 * element. `head` stands at the top left, `mark` at the top right.
 */
export function setPrintWords(head: string, mark: string): void {
  const { style } = document.documentElement;
  style.setProperty('--briefing-head', cssString(head));
  style.setProperty('--briefing-mark', cssString(mark));
}

/** The mark of invented figures on every page of a printed screen; empty for real ones. */
export function setPrintMark(words: string): void {
  document.documentElement.style.setProperty('--print-mark', cssString(words));
}

/** A CSS string that stands for the words whatever is in them. */
export function cssString(words: string): string {
  return `"${words.replace(/["\\\n\r\f]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}
