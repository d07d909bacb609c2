import type { SampleRow } from './find-head';
import { type Cell, cellText, type Sheet } from './sheet';

const TWO_DIGITS = /^(?:19|20)\d{2}\.(?:0[1-9]|11|12)$/;
const ONE_DIGIT = /^(?:19|20)\d{2}\.[2-9]$/;
const CUT = /^(?:19|20)\d{2}\.1$/;

/**
 * `2018.1` beside `2018.09`, `2018.11` is October: a spreadsheet takes 2018.10 for a number and cuts its zero off. Null
 * where there is nothing to mend, else what mends a row. A figure among them stays the same number.
 */
export function octobers(sample: readonly SampleRow[]): ((cells: readonly Cell[]) => readonly Cell[]) | null {
  const columns = new Set<number>();
  const plain = new Set<number>();
  let cut = false;
  for (const { cells } of sample) {
    cells.forEach((cell, k) => {
      if (TWO_DIGITS.test(cell)) columns.add(k);
      if (ONE_DIGIT.test(cell)) plain.add(k);
      cut ||= CUT.test(cell);
    });
  }
  if (columns.size === 0 || !cut) return null;
  return (cells) => {
    const texts = cells.map(cellText);
    const inRow = texts.some((t) => TWO_DIGITS.test(t)) && !texts.some((t) => ONE_DIGIT.test(t));
    return cells.map((cell, k) => {
      const months = inRow || (columns.has(k) && !plain.has(k));
      return months && CUT.test(texts[k]!) ? `${texts[k]!}0` : cell;
    });
  };
}

/** The sheet with its Octobers mended. */
export function mended(sheet: Sheet, mend: (cells: readonly Cell[]) => readonly Cell[]): Sheet {
  return {
    ...sheet,
    scan: (onRow, signal) => sheet.scan(({ line, cells }) => onRow({ line, cells: mend(cells) }), signal),
  };
}
