import { formatNumber, formatShare, formatSpan, withUnit } from '../../base/format';
import { isFigure, type Measure, type Scale, scaleFor } from '../../base/measure';
import type { Frequency } from '../../base/period';
import { defineText, type Lang, say, type Text } from '../../base/text';

const T = defineText({
  title: {
    zh: '{name}：{span}后预计 {mean}（{level}% 区间 {range}）；其间{worse}的概率 {probability}',
    en: '{name}: {mean} expected {span} ahead ({level}% interval {range}); probability {probability} of going {worse} until then',
  },
  titleOnly: {
    zh: '{name}：{span}后预计 {mean}（{level}% 区间 {range}）',
    en: '{name}: {mean} expected {span} ahead ({level}% interval {range})',
  },
  up: { zh: '高于过去一年最高值', en: 'above the highest of the past year' },
  down: { zh: '低于过去一年最低值', en: 'below the lowest of the past year' },
});

/** Between the ends of an interval where a dash could be read as a minus. */
export const RANGE_TO: Text = { zh: '至', en: 'to' };

/** What is expected at the end of a forecast, in the indicator's unit. */
interface FanEnd {
  readonly name: string;
  readonly frequency: Frequency;
  /** In periods. */
  readonly ahead: number;
  readonly mean: number;
  /** Of the narrower interval, which holds `level` per cent. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly worse: 'up' | 'down';
  /** That it gets worse than all of the last year (0–1); NaN = not known. */
  readonly probability: number;
  readonly scale: Scale;
}

/** The finding, from the numbers: what is expected at the end, how sure that is, and how likely it gets worse than lately. */
export function fanTitle(end: FanEnd, lang: Lang): string {
  const { scale, probability } = end;
  return say(isFigure(probability) ? T.title : T.titleOnly, lang, {
    name: end.name,
    span: formatSpan(end.frequency, end.ahead, lang),
    mean: withUnit(scaledFigure(end.mean, scale), scale.unit),
    level: end.level,
    range: intervalWords(end.low, end.high, scale, lang),
    worse: T[end.worse][lang],
    probability: probabilityWords(probability, lang),
  });
}

/** "3.6–4.2", "318.4–319.6", in the unit of the chart; words between where one is below 0. */
export function intervalWords(low: number, high: number, scale: Scale, lang: Lang): string {
  return `${scaledFigure(low, scale)}${low < 0 ? ` ${RANGE_TO[lang]} ` : '–'}${scaledFigure(high, scale)}`;
}

/** Never 0 or 100 per cent: a forecast is not that sure. */
export function probabilityWords(probability: number, lang: Lang): string {
  if (probability < 0.01) return lang === 'zh' ? '不到1%' : 'below 1%';
  if (probability > 0.99) return lang === 'zh' ? '超过99%' : 'above 99%';
  return formatShare(probability);
}

export function scaledFigure(value: number, { divide, decimals }: Scale): string {
  return formatNumber(value / divide, decimals);
}

/** The unit for the largest figure, with as many decimals as tell the ends of an interval of that width apart. */
export function fanScale(measure: Measure, largest: number, width: number, lang: Lang): Scale {
  const scale = scaleFor(largest, measure, lang);
  const shown = width / scale.divide;
  const wanted = shown > 0 ? 1 - Math.floor(Math.log10(shown)) : 0;
  const most = measure.decimals + Math.round(Math.log10(scale.divide));
  return { ...scale, decimals: Math.min(most, Math.max(scale.decimals, wanted)) };
}
