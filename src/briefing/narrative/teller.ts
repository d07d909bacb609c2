import { formatDayWords, formatNumber, formatPeriodWords, formatSpan } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { INSUFFICIENT } from '../../base/level';
import { type Day, formatDay, formatPeriod, type Frequency, type Period, PERIODS_PER_YEAR } from '../../base/period';
import type { Lang, Text } from '../../base/text';
import type { RegionDerivation, SignalDerivation } from '../../levels/derivation';
import { type LevelWords, levelWords } from '../../levels/level-names';
import type { BoundFigure, Sentence } from '../briefing';
import type { BriefingFacts, IndicatorFacts, RegionFacts } from '../facts/facts';
import { fill, type Part, type Said, sentence } from './said';

/** What every part of the narrative speaks with: the facts in one language, and the few ways in which a fact becomes words. */
export interface Teller {
  readonly facts: BriefingFacts;
  readonly lang: Lang;
  readonly levels: LevelWords;
  /** The whole region (null in a forest) and the parts, in this order. */
  readonly regions: readonly RegionFacts[];
  /** Periods that a change of levels is looked at over: one, or a quarter's of a quarterly briefing. */
  readonly step: number;
  say(template: Text, parts?: Readonly<Record<string, Part>>): Said;
  tell(id: string, template: Text, parts?: Readonly<Record<string, Part>>): Sentence;
  /** Name of a region within a sentence; of the whole one what it is called at home: 全区 · the region. */
  name(region: Named): string;
  /**
   * The period before (`上月` · `the month before`), the year before, or the period `back` periods ago by its name
   * (`in Jul 2026`, as it goes with `than`; `Jul 2026` with `with`).
   */
  past(back: number, goes?: 'than' | 'with'): string;
  period(period: Period): string;
  day(day: Day): string;
  indicator(id: string): Indicator | undefined;
  figure(indicatorId: string, regionCode: string): IndicatorFacts | undefined;
  /** A number that is counted from levels, rules or acts: `key` as `count.warned`, bound to a region and a period. */
  count(key: string, value: number, at?: At): Said;
  /** A level, bound: `Ⅰ级（红色）` · `level Ⅰ (red)`; `short`: `Ⅰ级` · `level Ⅰ`. */
  level(region: Named, byte: number, period: Period, form?: 'full' | 'short'): Said;
  /** So many periods: `11个月` · `11 months`. */
  span(key: string, periods: number, at?: At): Said;
  /** Any other number with the words that it is said in. */
  bound(figure: Pick<BoundFigure, 'key' | 'value' | 'unit' | 'said'> & Partial<BoundFigure> & At): Said;
  /** Words that hold numbers (a condition, a reason): each of them bound to the same key. */
  numbersIn(words: string, key: string, at?: At): Said;
}

export interface Named {
  readonly code: string;
  readonly name: Text;
  readonly short: Text;
}

interface At {
  readonly regionCode?: string;
  /** Left out: the one reported on. */
  readonly at?: Period;
}

const QUARTER: Readonly<Record<Frequency, number>> = { month: 3, quarter: 1, year: 1, week: 13 };

export function tellerOf(facts: BriefingFacts, lang: Lang): Teller {
  const { frequency, weekEndsOn, whole, parts } = facts;
  const regions = whole ? [whole, ...parts] : parts;
  const levels = levelWords(regions[0]?.derivation.levelNames ?? null);
  const spelt = (period: Period): string => formatPeriod(frequency, period, weekEndsOn);
  const home = whole?.code ?? 'all';
  const bound: Teller['bound'] = ({ key, value, unit, said, regionCode = home, at = facts.period, ...rest }) => ({
    text: said,
    figures: [
      {
        key: `${key.includes('@') ? key : `${key}@${regionCode}@${spelt(at)}`}`,
        indicatorId: rest.indicatorId ?? null,
        regionCode,
        period: spelt(at),
        // No −0 of a turned sign: it would not come back from a file as it was.
        value: value === null ? null : value + 0,
        unit,
        knownOn: rest.knownOn ?? null,
        said,
      },
    ],
  });
  return {
    facts,
    lang,
    levels,
    regions,
    step: facts.ask.kind === 'quarterly' ? QUARTER[frequency] : 1,
    say: (template, parts_) => fill(template, lang, parts_),
    tell: (id, template, parts_) => sentence(id, fill(template, lang, parts_)),
    name: (region) =>
      (region.code === whole?.code && facts.ask.kind !== 'special' ? atHome(region.name) : region.name)[lang],
    past: (back, goes = 'than') => {
      if (back === 1) return PREVIOUS[frequency][lang];
      if (back === PERIODS_PER_YEAR[frequency]) return YEAR_BEFORE[lang];
      const past = formatPeriodWords(frequency, facts.period - back, lang, weekEndsOn);
      return lang === 'en' && goes === 'than' ? `in ${past}` : past;
    },
    period: (period) => formatPeriodWords(frequency, period, lang, weekEndsOn),
    day: (day) => formatDayWords(day, lang),
    indicator: (id) => facts.indicators[id],
    figure: (indicatorId, regionCode) =>
      facts.figures.find((one) => one.indicatorId === indicatorId && one.regionCode === regionCode),
    bound,
    count: (key, value, at = {}) => bound({ key, value, unit: '', said: formatNumber(value), ...at }),
    level: (region, byte, at, form = 'full') => {
      const said = levelInSentence(levels, byte, lang, form);
      return bound({ key: 'level', value: byte, unit: 'level', said, regionCode: region.code, at });
    },
    span: (key, periods, at = {}) =>
      bound({ key, value: periods, unit: 'periods', said: formatSpan(frequency, periods, lang), ...at }),
    numbersIn: (words, key, at = {}) => ({
      text: words,
      figures: [...words.matchAll(/\d[\d,]*(?:\.\d+)?%?/g)].flatMap(([said]) => {
        const value = Number(said.replace(/[,%]/g, ''));
        return bound({ key, value, unit: said.endsWith('%') ? '%' : '', said, ...at }).figures;
      }),
    }),
  };
}

const PREVIOUS: Readonly<Record<Frequency, Text>> = {
  month: { zh: '上月', en: 'the month before' },
  quarter: { zh: '上季度', en: 'the quarter before' },
  week: { zh: '上周', en: 'the week before' },
  year: { zh: '上年', en: 'the year before' },
};
const YEAR_BEFORE: Text = { zh: '上年同期', en: 'a year before' };

/** 内蒙古自治区 → 全区, Hubei Province → the province; a name without such an ending stays. */
function atHome(name: Text): Text {
  const kind = /(自治区|省|市|盟|自治州|自治县|县|旗|区)$/.exec(name.zh)?.[1];
  const last = / (Region|Province|City|County|Prefecture|League|Banner)$/.exec(name.en)?.[1];
  return {
    zh: kind ? `全${kind.at(-1)!}` : name.zh,
    en: last ? `the ${last.toLowerCase()}` : name.en,
  };
}

/** English names of levels stand in lower case within a sentence; names that a scheme gives stay as they are. */
function levelInSentence(levels: LevelWords, byte: number, lang: Lang, form: 'full' | 'short'): string {
  const warns = byte >= 1 && byte <= 4;
  const words = (form === 'short' && warns ? levels.inline(byte) : levels.full(byte))[lang];
  return lang === 'zh' ? tight(words) : words.replace(/^(Level|Normal|Insufficient)/, (word) => word.toLowerCase());
}

/** Words of the screens set figures apart from Chinese characters by blanks; running text does not. */
export function tight(text: string): string {
  return text
    .replace(/(?<=[\u2e80-\uffef]) +| +(?=[\u2e80-\uffef])/g, '')
    .replace(/(?<=[ⅠⅡⅢⅣ]) +(?=[\u2e80-\uffef])/g, '');
}

/** Spelt day for `knownOn`. */
export function spelled(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export const warns = (byte: number): boolean => byte >= 1 && byte <= 4;
export const isInsufficient = (byte: number): boolean => byte === INSUFFICIENT;

/** Level byte `back` periods before the one reported on; null where the window does not reach. */
export function levelBack({ levels }: { readonly levels: readonly number[] }, back: number): number | null {
  return levels[levels.length - 1 - back] ?? null;
}

export function levelNow(region: { readonly levels: readonly number[] }): number {
  return levelBack(region, 0) ?? INSUFFICIENT;
}

export function aYear({ facts }: Teller): number {
  return PERIODS_PER_YEAR[facts.frequency];
}

/** Worst first: level, then composite index; of equal ones the order of the tree. */
export function worstFirst<
  R extends { readonly levels: readonly number[]; readonly index: readonly (number | null)[] },
>(regions: readonly R[]): R[] {
  const rank = (r: R): number => (isInsufficient(levelNow(r)) ? -1 : levelNow(r));
  return regions.toSorted((a, b) => rank(b) - rank(a) || (b.index.at(-1) ?? -1) - (a.index.at(-1) ?? -1));
}

export function warned(t: Teller): RegionFacts[] {
  return worstFirst(t.facts.parts.filter((part) => warns(levelNow(part))));
}

/** Signals of a region, worst first over all families. */
export function signalsOf(derivation: RegionDerivation): readonly SignalDerivation[] {
  const rank = (level: number): number => (level === INSUFFICIENT ? -1 : level);
  return derivation.families
    .flatMap((family) => family.signals)
    .toSorted((a, b) => rank(b.level) - rank(a.level) || (b.severity ?? -1) - (a.severity ?? -1));
}

/** Of rules that test the same statistic (a signal and a trigger of its own) the first: it would be said twice. */
export function distinctSignals(signals: readonly SignalDerivation[]): readonly SignalDerivation[] {
  const seen = new Set<string>();
  return signals.filter(({ indicatorId, detector, unit, statistic }) => {
    const key = [indicatorId, detector, unit, statistic].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** Words as they stand within an English sentence: abbreviations (PMI) stay. */
export function within(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
}

const SMALL = {
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

/** A span of the method (a mean of three months), in words: it is no figure. */
export function spanInWords({ facts, lang }: Teller, count: number): string {
  const [figure] = formatSpan(facts.frequency, count, lang).split(/(?<=\d)(?!\d)/);
  return formatSpan(facts.frequency, count, lang).replace(figure!, SMALL[lang][count] ?? figure!);
}
