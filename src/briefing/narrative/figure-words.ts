import { formatMonthRange, formatNumber, formatScaled, roundTo, withUnit } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { monthPeriod, yearOf } from '../../base/period';
import { defineText, type Lang } from '../../base/text';
import { unitOf, unitOfChange, UNITS } from '../../base/units';
import { inlineUnit } from '../../levels/words';
import type { Change, IndicatorFacts } from '../facts/facts';
import type { Said } from './said';
import { type Named, spelled, type Teller, within } from './teller';

const T = defineText({
  figure: { zh: '{period}，{region}{indicator}{value}{year}', en: '{indicator} in {region}, {period}: {value}{year}' },
  growth: {
    zh: '{period}，{region}{indicator}同比{value}{year}',
    en: '{indicator} in {region}, {period}: {value} on a year before{year}',
  },
  ofJoint: { zh: '（1—2月合并计算）', en: ' (January and February together)' },
  onYear: { zh: '，同比{change}', en: ', {change} on a year before' },
  onYearSame: { zh: '，与上年同期持平', en: ', unchanged on a year before' },
  paceSame: { zh: '，增速与上年同期持平', en: ', the pace of a year before' },
  pace: { zh: '，增速比上年同期{change}', en: ', {change} from the pace of a year before' },
  // Both fell: what is told is the fall.
  fallPace: { zh: '，降幅比上年同期{change}', en: ', {change} from the pace of a year before' },
  cumulative: { zh: '{range}累计', en: '{range}, year to date' },
});

/** Which way a change went, by what is told: amounts, rates, growth rates. */
const VERBS = defineText({
  grow: { zh: '增长', en: 'up ' },
  shrink: { zh: '下降', en: 'down ' },
  rise: { zh: '上升', en: 'up ' },
  fall: { zh: '下降', en: 'down ' },
  quicken: { zh: '加快', en: 'up ' },
  slow: { zh: '回落', en: 'down ' },
  narrow: { zh: '收窄', en: 'up ' },
  widen: { zh: '扩大', en: 'down ' },
});

const POINTS: Readonly<Record<Lang, string>> = { zh: '个百分点', en: 'percentage points' };
/** What is counted one by one has a word of its own in Chinese. */
const COUNTERS: Readonly<Record<string, string>> = { jobs: '个', postings: '个' };

export const isGrowth = ({ name, unit }: Indicator): boolean => unit === 'percent' && name.zh.endsWith('同比');

/** Name of an indicator inside a sentence; of a growth rate without 同比 and “year on year”, which the sentence says. */
export function indicatorWords(indicator: Indicator, lang: Lang): string {
  if (lang === 'zh') return indicator.name.zh.replace(/同比$/, '');
  const name = isGrowth(indicator) ? indicator.name.en.replace(/, year on year$/, '') : indicator.name.en;
  // A name with a comma in it would break the sentence in two.
  return within(name.includes(',') ? indicator.short.en : name);
}

/** Name of the region before the indicator's; empty where that begins with it (全国城镇调查失业率). */
export function placeOf(t: Teller, region: Named, indicator: Indicator): string {
  const place = t.name(region);
  return t.lang === 'zh' && indicatorWords(indicator, 'zh').startsWith(place) ? '' : place;
}

/**
 * A value as it is read out: counts shortened by size in the plain unit (`18.3万人`, `183 thousand persons`,
 * `12.3亿千瓦时`), shares and indices as they are.
 */
export function valueSaid(value: number, { unit, decimals }: Indicator, lang: Lang, scaled = 1): string {
  const known = unitOf(unit);
  const plain = known && UNITS.find((u) => u.dimension === known.dimension && u.power === 0);
  if (!known || !plain || ['share', 'points', 'ratio', 'index'].includes(known.dimension))
    return withUnit(formatNumber(value, decimals), inlineUnit(unit)[lang]);
  const word = (lang === 'zh' ? COUNTERS[plain.id] : undefined) ?? plain.short[lang];
  // Rounded once, where it is shortened: rounded to whole ones first, 21,154.6 would read 21.16 thousand.
  return withUnit(formatScaled(value * 10 ** known.power, lang, scaled), word);
}

/** The size of a change without its sign: `0.3个百分点`, `5.2%`, `0.08`. */
function amountSaid(change: Pick<Change, 'kind' | 'value'>, { unit, decimals }: Indicator, lang: Lang): string {
  const size = Math.abs(change.value);
  const number = formatNumber(size, changeDecimals(change.kind, decimals));
  if (change.kind === 'points') return withUnit(number, POINTS[lang]);
  if (change.kind === 'percent') return `${number}%`;
  return withUnit(number, inlineUnit(unitOfChange(unit))[lang]);
}

/** As many as the figures themselves have: 3.49% against 3.44% is 0.05 points, not 0.1. Growth in per cent has one. */
function changeDecimals(kind: Change['kind'], decimals: number): number {
  if (kind === 'percent') return 1;
  return kind === 'points' ? Math.max(1, decimals) : decimals;
}

/** A change with its verb, bound: 增长5.2% · up 5.2%. Null where it rounds to nothing. */
function changeSaid(t: Teller, figure: IndicatorFacts, indicator: Indicator, change: Change): Said | null {
  const size = roundTo(change.value, changeDecimals(change.kind, indicator.decimals));
  if (size === 0) return null;
  const [up, down] = isGrowth(indicator)
    ? bothFell(figure, change)
      ? (['narrow', 'widen'] as const)
      : (['quicken', 'slow'] as const)
    : change.kind === 'percent'
      ? (['grow', 'shrink'] as const)
      : (['rise', 'fall'] as const);
  const said = amountSaid(change, indicator, t.lang);
  const amount = t.bound({
    ...boundTo(t, figure),
    key: `${figure.indicatorId}@${figure.regionCode}@${boundTo(t, figure).period}:onYear`,
    value: change.value,
    unit: change.kind === 'plain' ? indicator.unit : change.kind,
    said,
  });
  return { text: VERBS[size > 0 ? up : down][t.lang] + amount.text, figures: amount.figures };
}

/** A growth rate below nought, as it was a year before. */
function bothFell({ value }: IndicatorFacts, change: Change): boolean {
  return value !== null && value < 0 && value - change.value < 0;
}

function boundTo(t: Teller, { indicatorId, regionCode, at, knownOn }: IndicatorFacts) {
  const period = at ?? t.facts.period;
  return {
    indicatorId,
    regionCode,
    at: period,
    period: t.bound({ key: '', value: 0, unit: '', said: '', at: period }).figures[0]!.period,
    knownOn: spelled(knownOn),
  };
}

/** `城镇调查失业率5.4%` as a bound value alone. */
export function valueOf(t: Teller, figure: IndicatorFacts, indicator: Indicator): Said | null {
  if (figure.value === null) return null;
  return t.bound({
    ...boundTo(t, figure),
    key: figure.indicatorId,
    value: figure.value,
    unit: indicator.unit,
    said: valueSaid(figure.value, indicator, t.lang),
  });
}

/**
 * Period of a figure as it is said: `10月` of the year reported on, `2025年12月` of another one, `1—10月累计` of one that
 * counts up over the year.
 */
export function periodOf(t: Teller, figure: IndicatorFacts, indicator: Indicator): string {
  const { frequency, period } = t.facts;
  const at = figure.at ?? period;
  const summed = indicator.kind === 'cumulative' && frequency === 'month';
  const words = summed ? formatMonthRange(monthPeriod(yearOf('month', at), 1), at, t.lang) : t.period(at);
  const sameYear = frequency === 'month' && yearOf('month', at) === yearOf('month', period);
  const short = sameYear ? words.replace(/^\d{4}年| \d{4}$/, '') : words;
  return summed ? t.say(T.cumulative, { range: short }).text : short;
}

/**
 * One figure with its change on the year, without the full stop: `2026年10月内蒙古自治区城镇调查失业率5.4%，同比上升
 * 0.1个百分点`. Null where there is no figure.
 */
export function figureSaid(t: Teller, region: Named, id: string): Said | null {
  const figure = t.figure(id, region.code);
  const indicator = t.indicator(id);
  const value = figure && indicator ? valueOf(t, figure, indicator) : null;
  if (!figure || !indicator || !value) return null;
  const growth = isGrowth(indicator);
  return t.say(growth ? T.growth : T.figure, {
    period: periodOf(t, figure, indicator),
    region: placeOf(t, region, indicator),
    indicator: indicatorWords(indicator, t.lang),
    value: growth && t.lang === 'zh' ? grown(value) : value,
    year: yearSaid(t, figure, indicator),
  });
}

/** A growth rate is told as growth: `增长5.2%`, `下降3.1%`. */
function grown(value: Said): Said {
  const figure = value.figures[0]!;
  if ((figure.value ?? 0) >= 0) return { text: VERBS.grow.zh + value.text, figures: value.figures };
  const said = value.text.replace(/^[−-]/, '');
  return { text: VERBS.shrink.zh + said, figures: [{ ...figure, said }] };
}

/** `，同比增长5.2%`; empty where it cannot be told. */
function yearSaid(t: Teller, figure: IndicatorFacts, indicator: Indicator): Said | string {
  if (!figure.onYear) return '';
  const change = changeSaid(t, figure, indicator, figure.onYear);
  const growth = isGrowth(indicator);
  const said = change
    ? t.say(growth ? (bothFell(figure, figure.onYear) ? T.fallPace : T.pace) : T.onYear, { change })
    : t.say(growth ? T.paceSame : T.onYearSame);
  if (!figure.onYear.joint) return said;
  return { text: said.text + T.ofJoint[t.lang], figures: said.figures };
}
