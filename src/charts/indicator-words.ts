import {
  formatChange,
  formatMonthRange,
  formatNumber,
  formatPeriodWords,
  formatSigned,
  NO_FIGURE,
  withUnit,
} from '../base/format';
import { type Frequency, type Period, seasonOf } from '../base/period';
import { Status, STATUS_NAMES, type StatusName } from '../base/status';
import { defineText, type Lang, type Text } from '../base/text';
import { unitOf, UNITS, unitShort } from '../base/units';
import { axisDecimals } from './threshold-scale';

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

/** Periods of a chart: `values[i]` belongs to `first + i`. */
export interface Span {
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly count: number;
  /** January and February are one figure. */
  readonly joint: boolean;
  /** January has no figure of its own: joint, or published with February. */
  readonly noJanuary: boolean;
}

const STATUS_WORDS: Readonly<Record<StatusName, Text | null>> = {
  missing: { zh: '缺失', en: 'missing' },
  observed: null,
  expectedGap: null,
  derived: { zh: '计算得出', en: 'computed' },
  provisional: { zh: '初步数', en: 'provisional' },
  suspect: { zh: '存疑', en: 'suspect' },
  imputed: { zh: '推补', en: 'imputed' },
  held: { zh: '冲突未载入', en: 'held back: conflict' },
  partial: { zh: '部分地区汇总', en: 'aggregated from a part' },
};

const WORDS = defineText({
  withFebruary: { zh: '与2月合并公布', en: 'published with February' },
  notDue: { zh: '未到发布时间', en: 'not due yet' },
  notComputable: { zh: '缺少可比期', en: 'no period to compare with' },
});

const ABSENT: readonly number[] = [Status.missing, Status.held];

/**
 * Mark of a value that is not simply as reported; null when nothing need be said. A gap that is expected is said by its
 * reason: a January that comes with February, or a figure that is not due yet.
 */
export function statusMark(
  status: number,
  value: number | null | undefined,
  { frequency, noJanuary }: Pick<Span, 'frequency' | 'noJanuary'>,
  period: Period,
): Text | null {
  const january = noJanuary && frequency === 'month' && seasonOf('month', period) === 0;
  if (status === Status.expectedGap && !isFigure(value)) return january ? WORDS.withFebruary : WORDS.notDue;
  const mark = STATUS_WORDS[STATUS_NAMES[status] ?? 'missing'];
  if (isFigure(value)) return mark;
  // The period has a figure and yet there is nothing to show: the comparison lacks its other half.
  return ABSENT.includes(status) ? mark : WORDS.notComputable;
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

/** A period in words; in the joint form January and February both are `2026年1—2月`. */
export function periodWords(span: Omit<Span, 'first' | 'count'>, period: Period, lang: Lang): string {
  if (span.joint && span.frequency === 'month') {
    const season = seasonOf('month', period);
    if (season < 2) return formatMonthRange(period - season, period - season + 1, lang);
  }
  return formatPeriodWords(span.frequency, period, lang, span.weekEndsOn);
}

/** Writes the ticks of an axis that holds these values, all with the same decimals. `zero`: the axis holds zero, too. */
export function tickWords(values: readonly number[], scale: Scale, zero: boolean): (value: number) => string {
  const all = zero ? [0, ...values] : values;
  const decimals = axisDecimals(Math.min(...all) / scale.divide, Math.max(...all) / scale.divide);
  return (value) => formatNumber(value / scale.divide, decimals);
}
