import { formatJointMonth, formatNumber, formatPeriodWords } from '../base/format';
import { isFigure, type Scale } from '../base/measure';
import { type Frequency, type Period, seasonOf } from '../base/period';
import { Status, STATUS_NAMES, type StatusName } from '../base/status';
import { defineText, type Lang, type Text } from '../base/text';
import { axisDecimals } from './threshold-scale';

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

/** A period in words; in the joint form January and February both are `2026年1—2月`. */
export function periodWords(span: Omit<Span, 'first' | 'count'>, period: Period, lang: Lang): string {
  if (span.joint && span.frequency === 'month') return formatJointMonth(period, lang);
  return formatPeriodWords(span.frequency, period, lang, span.weekEndsOn);
}

/** Writes the ticks of an axis that holds these values, all with the same decimals. `zero`: the axis holds zero, too. */
export function tickWords(values: readonly number[], scale: Scale, zero: boolean): (value: number) => string {
  const all = zero ? [0, ...values] : values;
  const decimals = axisDecimals(Math.min(...all) / scale.divide, Math.max(...all) / scale.divide);
  return (value) => formatNumber(value / scale.divide, decimals);
}
