import { formatChange, formatNumber, formatSigned, NO_FIGURE, withUnit } from './format';
import type { Lang } from './text';
import { unitOf, UNITS, unitShort } from './units';

/** How the values of a chart are read: shared by lines, ranking, strip and their tables. */
export interface Measure {
  /** Unit id of the shown values (`points` and `percent` for changes, `index` for first = 100). */
  readonly unit: string;
  readonly decimals: number;
  /** Changes carry their sign. */
  readonly signed: boolean;
  /** Value to compare with: 0 for changes, 100 for an index. */
  readonly base: number | null;
}

export function isFigure(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Exact figure without unit, for tables, tooltips and direct labels. */
export function figureWords(value: number | null | undefined, measure: Measure): string {
  if (!isFigure(value)) return NO_FIGURE;
  return measure.signed ? formatSigned(value, measure.decimals) : formatNumber(value, measure.decimals);
}

/** Unit as written behind a number or beside an axis; empty where a number needs none (ratio, index). */
export function unitWords(unit: string, lang: Lang): string {
  return unit === 'ratio' || unit === 'index' ? '' : unitShort(unit)[lang];
}

/** Figure and unit for sentences: `4.90%` · `+0.31个百分点` · `25.6万人` · `−6.2%`. */
export function headlineWords(value: number | null | undefined, measure: Measure, lang: Lang): string {
  if (!isFigure(value)) return NO_FIGURE;
  if (measure.unit === 'points') return formatChange(value, 'points', lang, measure.decimals);
  const scale = scaleFor(Math.abs(value), measure, lang);
  const scaled = value / scale.divide;
  const figure = measure.signed ? formatSigned(scaled, scale.decimals) : formatNumber(scaled, scale.decimals);
  return withUnit(figure, scale.unit);
}

export interface Scale {
  readonly divide: number;
  readonly decimals: number;
  readonly unit: string;
}

/**
 * Unit in which figures up to `largest` are well read: Chinese counts in 万 and 亿 (the larger unit of the same
 * dimension), English keeps the unit and groups the digits.
 */
export function scaleFor(largest: number, measure: Measure, lang: Lang): Scale {
  const own = unitOf(measure.unit);
  const plain: Scale = { divide: 1, decimals: measure.decimals, unit: unitWords(measure.unit, lang) };
  if (!own || lang === 'en') return plain;
  const larger = UNITS.filter(
    (u) =>
      u.dimension === own.dimension &&
      u.power > own.power &&
      u.power % 4 === 0 &&
      largest >= 10 ** (u.power - own.power),
  ).sort((a, b) => b.power - a.power)[0];
  if (!larger) return plain;
  const divide = 10 ** (larger.power - own.power);
  return {
    divide,
    decimals: largest / divide >= 100 ? 0 : largest / divide >= 10 ? 1 : 2,
    unit: unitWords(larger.id, lang),
  };
}
