import type { Head } from './find-head';
import type { HeadColumn } from './head-columns';
import { KEY_VALUE } from './header-words';
import type { LabelReader } from './label';

const LONGEST = 160;

/**
 * What makes a layout the same one next month: the words of its head and title, in order, each once. Figures, periods
 * and regions stand for their kind, so that a month or a county more does not make another layout.
 */
export function layoutSignature(
  head: Head,
  columns: readonly HeadColumn[],
  sheetName: string,
  read: LabelReader,
): string {
  const words: string[] = [];
  const add = (word: string): void => {
    const short = word.normalize('NFKC').replace(/\s+/g, ' ').trim();
    if (short !== '' && !words.includes(short)) words.push(short);
  };
  for (const column of columns) {
    if (column.role !== null) add(column.header.replace(/\d+/g, '#'));
    else {
      if (column.period !== null || column.yearless !== '') add('@');
      if (column.region !== null || column.subtotal) add('&');
      add(column.words.replace(/\d+/g, '#'));
      add(column.unitFrom === '' ? '' : (column.unit ?? ''));
    }
  }
  const titles = head.above.filter((r) => r.kind === 'title').flatMap((r) => r.cells.filter((c) => c !== ''));
  for (const title of [...titles, sheetName]) {
    // Of `时间：2019年1月至2020年12月` the key alone.
    const named = KEY_VALUE.test(title) ? title.replace(/[:：].*$/s, '') : read(title).words;
    add(named.replace(/[（(].*?[)）]/g, '').replace(/\d+[年月日季度号期]*/g, ''));
  }
  const text = words.join('|');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}~${hash(text)}`;
}

/** FNV-1a, for telling long heads apart. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
