import { formatDay } from '../../base/period';
import { parseNumberWord, saysMissing } from '../words/number-words';
import { periodOf } from './label';
import type { Cell } from './sheet';

/** Words of a cell: what a person sees, trimmed; a date as `2017-11-01`. */
export function cellWords(cell: Cell | undefined): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return trimmed(cell);
  return 'day' in cell ? formatDay(cell.day) : trimmed(cell.text);
}

function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Most cells have no blank at either end; 0x3000 and the byte order mark count as blank.
  return first > 32 && first < 0x80 && last > 32 && last < 0x80 ? text : text.trim();
}

/**
 * What a cell looks like, before it is known where the head ends. `bare`: digits that may be a figure or a period
 * (3, 2017, 201701, the day count 43040).
 */
export type Shape = 'empty' | 'missing' | 'number' | 'bare' | 'period' | 'text';

const SERIAL: readonly [number, number] = [25_569, 73_050];

export type BareKind = 'month' | 'year' | 'months' | 'serial';

/** Which period bare digits may be. */
export function bareKindOf(text: string): BareKind | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? 'month' : null;
  if (/^(?:19|20)\d{2}$/.test(text)) return 'year';
  if (/^(?:19|20)\d{2}(?:\.?(?:0[1-9]|1[0-2])(?:\d{2})?|\.[1-9])$/.test(text)) return 'months';
  const n = Number(text);
  return /^\d{5}$/.test(text) && n >= SERIAL[0] && n <= SERIAL[1] ? 'serial' : null;
}

export function shapeOf(text: string): Shape {
  if (text === '') return 'empty';
  const c = text.charCodeAt(0);
  const digit = (c >= 48 && c <= 57) || (c >= 0xff10 && c <= 0xff19);
  if (digit && bareKindOf(text) !== null) return 'bare';
  if (saysMissing(text)) return 'missing';
  // `3月` is a number with a word behind it, too.
  if (periodOf(text)) return 'period';
  return parseNumberWord(text) !== null ? 'number' : 'text';
}
