import { cellWords } from './cell-words';
import { NOTE } from './header-words';
import type { TablePlan } from './plan';
import type { Cell } from './sheet';

/** Is a row the head once more, at the top of another page of paper? */
export function headAgain({ head }: TablePlan): (cells: readonly Cell[]) => boolean {
  const names = head.rows
    .filter((h) => h.kind === 'names')
    .map((h) => h.cells.flatMap((text, c) => (text === '' ? [] : [{ text, c }])));
  return (cells) =>
    names.some((own) => {
      if (own.length === 0 || cellWords(cells[own[0]!.c]) !== own[0]!.text) return false;
      // One name alone may be a figure's word; it is the head where nothing else stands in the row.
      if (own.length === 1) return cells.filter((cell) => cellWords(cell) !== '').length === 1;
      return own.filter(({ text, c }) => cellWords(cells[c]) === text).length * 5 >= own.length * 4;
    });
}

/** Words of a note that happen to stand under a column of figures. */
export function isNote(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellWords).filter((t) => t !== '');
  return NOTE.test(texts[0] ?? '') && texts.every((t) => !/^[-+]?[\d,.]+%?$/.test(t));
}
