import { formatNumber, formatSigned, withUnit } from '../base/format';
import { defineText, type Lang, say } from '../base/text';
import { unitShort } from '../base/units';
import type { Period } from '../base/period';
import { isFigure } from '../base/measure';
import { periodWords, type Span } from './indicator-words';
import type { ChartTheme } from './theme';

/** What both charts of an effect show, position by position of `periods`. */
export interface EffectChartInput {
  readonly region: string;
  /** With how its figures were made comparable. */
  readonly indicator: string;
  /** The verdict in words: the finding of both charts. */
  readonly verdict: string;
  readonly unit: string;
  readonly differenceUnit: string;
  readonly decimals: number;
  /** The figures are changes and carry their sign. */
  readonly signed: boolean;
  readonly span: Omit<Span, 'first' | 'count'>;
  readonly periods: readonly Period[];
  /** So many of them lie before the start. */
  readonly before: number;
  readonly own: ArrayLike<number>;
  readonly parallel: ArrayLike<number>;
  readonly twin: ArrayLike<number>;
  readonly gap: ArrayLike<number>;
  readonly chance: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

export const EFFECT_CHART_TEXT = defineText({
  pathTitle: {
    zh: '{region}起始前平均{before}、起始后{since}；合成对照{twinBefore}、{twinSince}',
    en: '{region}: {before} before, {since} since; synthetic twin: {twinBefore} and {twinSince}',
  },
  pathSubtitle: {
    zh: '{indicator}，{unit}；标题为起始前后的平均；竖线为措施起始（{start}）',
    en: '{indicator}, {unit}; the title tells the means before and since; the upright line is the start of the measure ({start})',
  },
  gapTitle: {
    zh: '{region}与合成对照之差：起始后平均{since}，起始前平均相差{misfit}',
    en: '{region} less its twin: {since} on average since the start, off by {misfit} before it',
  },
  gapSubtitle: {
    zh: '{indicator}，{unit}；灰带为可比地区各自与其合成对照之差的中间 90%，即偶然波动的范围',
    en: '{indicator}, {unit}; the grey band is the middle 90% of the controls less their own twins: what chance does',
  },
  pathDescription: {
    zh: '折线图，{from}至{to}。深色线为{region}，虚线为合成对照，细灰线为可比地区平均（移至同一起始前水平）。{last}：{region}{own}，合成对照{twin}，可比地区平均{mean}。{verdict}。',
    en: 'Line chart, {from} to {to}. The dark line is {region}, the dashed one its synthetic twin, the thin grey one the mean of the controls (moved to the same level before the start). {last}: {region} {own}, twin {twin}, mean of controls {mean}. {verdict}.',
  },
  gapDescription: {
    zh: '折线图，{from}至{to}。{title}。起始后 {n} 个时期中有 {out} 个在灰带之外。{verdict}。',
    en: 'Line chart, {from} to {to}. {title}. Of {n} periods since the start {out} lie outside the grey band. {verdict}.',
  },
  period: { zh: '时期', en: 'Period' },
  twin: { zh: '合成对照', en: 'synthetic twin' },
  parallel: { zh: '可比地区平均', en: 'mean of controls' },
  gap: { zh: '与合成对照之差', en: 'Less the twin' },
  low: { zh: '偶然波动下限', en: 'Chance, low' },
  high: { zh: '偶然波动上限', en: 'Chance, high' },
  start: { zh: '措施起始', en: 'start' },
  since: { zh: '起始后', en: 'since' },
});

const T = EFFECT_CHART_TEXT;

/** Period, figure and difference in words, the same in drawing, table and description. */
export function effectWords(input: EffectChartInput) {
  const { lang, span, decimals, unit, differenceUnit, periods, before } = input;
  const at = (position: number): string => periodWords(span, periods[position]!, lang);
  return {
    at,
    start: at(before),
    figure: (v: number | undefined): string =>
      isFigure(v) ? (input.signed ? formatSigned : formatNumber)(v, decimals) : '—',
    /** Figure and difference with their unit, as a sentence has them. */
    inWords: (v: number): string =>
      withUnit((input.signed ? formatSigned : formatNumber)(v, decimals), sentenceUnit(unit, lang)),
    sizeInWords: (v: number): string => withUnit(formatNumber(v, decimals), sentenceUnit(differenceUnit, lang)),
    differenceInWords: (v: number): string => withUnit(formatSigned(v, decimals), sentenceUnit(differenceUnit, lang)),
    difference: (v: number | undefined): string => (isFigure(v) ? formatSigned(v, decimals) : '—'),
    unit: unit === 'index' ? say(INDEX, lang) : unitShort(unit)[lang],
    differenceUnit: unitShort(differenceUnit)[lang],
    range: { from: at(0), to: at(periods.length - 1) },
  };
}

/** 个百分点 behind a number; an index needs no unit. */
function sentenceUnit(unit: string, lang: Lang): string {
  if (unit === 'index') return '';
  return unit === 'points' && lang === 'zh' ? '个百分点' : unitShort(unit)[lang];
}

const INDEX = { zh: '起始前平均=100', en: 'mean before the start = 100' };

/** Label in a row of the table: a period since the start says so. */
export function rowWords(input: EffectChartInput, position: number): string {
  const words = periodWords(input.span, input.periods[position]!, input.lang);
  if (position < input.before) return words;
  return input.lang === 'zh' ? `${words}（${T.since.zh}）` : `${words} (${T.since.en})`;
}
