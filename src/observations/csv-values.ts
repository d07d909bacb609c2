import { Status } from '../base/status';

/** Larger than any figure of this field in any unit: what lies beyond is a slip, whatever the indicator. */
export const PLAUSIBLE = 1e15;

const POWERS = Float64Array.from({ length: 16 }, (_, k) => 10 ** k);

/**
 * A plain decimal (`-12.50`) between two offsets, without making a string of it; NaN when it is anything else (then
 * `parseNumber` decides). Exact: up to 15 digits over a power of ten that is itself exact.
 */
export function parseDecimal(text: string, from: number, to: number): number {
  let i = from;
  const negative = text.charCodeAt(i) === 45;
  if (negative) i++;
  if (to - i > 16 || i >= to) return NaN;
  let digits = 0;
  let mantissa = 0;
  let decimals = -1;
  for (; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      mantissa = mantissa * 10 + (c - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (c === 46 && decimals < 0) decimals = 0;
    else return NaN;
  }
  if (digits === 0 || digits > 15) return NaN;
  const value = decimals > 0 ? mantissa / POWERS[decimals]! : mantissa;
  return negative ? -value : value;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number in decimal or exponent notation; null for any other text. A number too large for a double is ±Infinity. */
export function parseNumber(cell: string): number | null {
  const trimmed = cell.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : null;
}

/** Words of the status column. `held` and `missing` cannot be given: they are findings of ours. */
const STATUS_WORDS: Readonly<Record<string, number>> = {
  '': Status.observed,
  observed: Status.observed,
  正式: Status.observed,
  正式数: Status.observed,
  provisional: Status.provisional,
  preliminary: Status.provisional,
  初步: Status.provisional,
  初步数: Status.provisional,
  快报: Status.provisional,
  快报数: Status.provisional,
  suspect: Status.suspect,
  存疑: Status.suspect,
  imputed: Status.imputed,
  插补: Status.imputed,
  推算: Status.imputed,
  derived: Status.derived,
  partial: Status.partial,
  expectedgap: Status.expectedGap,
  expected_gap: Status.expectedGap,
  不公布: Status.expectedGap,
};

/** Status byte of a word of the status column; null when unknown. */
export function parseStatus(cell: string): number | null {
  const word = cell.trim().toLowerCase();
  return Object.hasOwn(STATUS_WORDS, word) ? STATUS_WORDS[word]! : null;
}
