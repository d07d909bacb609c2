import { parseDecimal, parseNumber } from '../csv-values';

/** A figure as people write it. */
export interface NumberWord {
  /** As written, before `scale` and `sign`: 12.5 of `12.5万`. */
  readonly value: number;
  /** 万 is 1e4, 亿 1e8, 千 1e3. */
  readonly scale: 1 | 1e3 | 1e4 | 1e8;
  readonly sign: 'percent' | 'per-mille' | null;
  /** The unit word that stands behind the number (人, 个百分点), as it stands; empty when there is none. */
  readonly unit: string;
  /** It had separators between groups of three digits. */
  readonly grouped: boolean;
  /** A footnote mark or flag behind the number, cut off: `*`, `①`, `p`. */
  readonly mark: string;
}

const plain = (value: number): NumberWord => ({ value, scale: 1, sign: null, unit: '', grouped: false, mark: '' });

const SCALES: Readonly<Record<string, NumberWord['scale']>> = { '': 1, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const SIGNS: Readonly<Record<string, NumberWord['sign']>> = { '': null, '%': 'percent', '‰': 'per-mille' };

/** Marks are cut before the text is made narrow: that would turn ① into a digit. */
const MARK = /(?:[①-⑳⑴-⒇*†‡§¹²³#]+|\s*[(（]\s*(?:\d|[a-z]{1,2})\s*[)）]|(?<=\d)\s+[a-z]{1,2})$/i;
/** The usual way of grouping, without anything around it: whole files are written so. */
const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:([,' ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const PARTS = /^([+-]?)([\d.,' ]+)\s*([千万萬亿億]?)\s*([%‰]?)\s*(\p{Script=Han}{0,6})$/u;

/**
 * The number that a cell of a file means; null for any other text. Full-width digits, separators between groups of
 * three, percent and per mille signs, 万 and 亿, units and footnote marks behind it; (1,234) and U+2212 are negative.
 * `—5` and `△5` are nobody's plain number: null. `decimalComma`: `5,2` is five and two tenths.
 */
export function parseNumberWord(text: string, options: { readonly decimalComma?: boolean } = {}): NumberWord | null {
  const quick = parseDecimal(text, 0, text.length);
  if (!Number.isNaN(quick)) return plain(quick);
  if (THOUSANDS.test(text)) return { ...plain(Number(text.replaceAll(',', ''))), grouped: true };
  if (text.length > 60) return null;
  let word = text.trim();
  const exponent = parseNumber(word);
  if (exponent !== null && Number.isFinite(exponent)) return plain(exponent);
  const mark = MARK.exec(word)?.[0] ?? '';
  if (mark.length < word.length) word = word.slice(0, word.length - mark.length);
  word = word.normalize('NFKC').replaceAll('\u2212', '-').replaceAll('’', "'").trim();
  const inBrackets = /^\(([^()-]+)\)$/.exec(word);
  const m = PARTS.exec(inBrackets ? inBrackets[1]!.trim() : word);
  if (!m || /[年月日号季周]/.test(m[5]!)) return null;
  const [, minus = '', digits = '', scale = '', sign = '', unit = ''] = m;
  const number = digitsOf(digits.trim(), options.decimalComma === true);
  if (!number) return null;
  const value = minus === '-' || inBrackets ? -number.value : number.value;
  return {
    value: value + 0,
    scale: SCALES[scale]!,
    sign: SIGNS[sign]!,
    unit,
    grouped: number.grouped,
    mark: mark.trim(),
  };
}

function digitsOf(digits: string, decimalComma: boolean): { value: number; grouped: boolean } | null {
  if (/^(\d+\.?\d*|\.\d+)$/.test(digits)) return { value: Number(digits), grouped: false };
  if (decimalComma) {
    const pointed = digits.replace(/[.' ](?=\d{3})/g, '');
    if (/^\d+,\d+$/.test(pointed)) return { value: Number(pointed.replace(',', '.')), grouped: pointed !== digits };
  }
  return GROUPED.test(digits) ? { value: Number(digits.replace(/[,' ]/g, '')), grouped: true } : null;
}

const DASHES = /^[-—–―−‐_.…·•*/:～~]{1,8}$/u;
const MISSING = new Set(
  (
    'na n/a n.a. #n/a null nil none missing x #value! #div/0! #ref! #name? #num! #null! ' +
    '缺 缺失 缺报 未报 无 無 空 空白 空缺 无数据 暂无 暂无数据 暂缺 未公布 未统计 不详 不适用'
  ).split(' '),
);

/** Does the cell say that there is no value? A missing value is missing, never zero. */
export function saysMissing(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  const word = cell.trim().toLowerCase();
  if (word === '' || DASHES.test(word) || MISSING.has(word)) return true;
  const narrow = word.normalize('NFKC');
  return narrow !== word && (DASHES.test(narrow) || MISSING.has(narrow));
}
