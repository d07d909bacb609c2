import { formatNumber, formatSigned } from '../../base/format';
import type { Cell, ExhibitTable } from './exhibit';

type Column = ExhibitTable['columns'][number];

/** Head of a column of words. */
export function wordColumn(name: string): Column {
  return { name, unit: '', align: 'start' };
}

/** Head of a column of figures; the unit stands there and not in the cells. */
export function figureColumn(name: string, unit = ''): Column {
  return { name, unit, align: 'end' };
}

export function word(text: string): Cell {
  return { text, value: null };
}

/** A figure with so many decimals; null is a dash. */
export function figure(value: number | null, decimals: number): Cell {
  return { text: formatNumber(value, decimals), value };
}

/** A change: with its sign. */
export function change(value: number | null, decimals: number): Cell {
  return { text: formatSigned(value, decimals), value };
}
