import {
  formatDayWords,
  formatList,
  formatMonthRange,
  formatNumber,
  formatPeriodShort,
  formatPeriodWords,
} from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { INSUFFICIENT, LEVEL_NUMERALS } from '../../base/level';
import { type Period, seasonOf } from '../../base/period';
import { type Lang, say, type Text, type TextParams } from '../../base/text';
import { levelWords } from '../../levels/level-names';
import type { BriefingFacts } from '../facts/facts';
import { tight } from '../narrative/teller';
import type { TimeAxis } from './exhibit';
import { EXHIBIT_TEXT as T } from './text';

/** What all builders write with: the facts in one language, and the few ways in which a fact becomes words. */
export interface Wording {
  readonly facts: BriefingFacts;
  readonly lang: Lang;
  readonly say: (text: Text, params?: TextParams) => string;
  /** `Ⅱ级（橙色）` · `Level Ⅱ (orange)`, or the scheme's own name. */
  readonly level: (byte: number) => string;
  readonly levelText: (byte: number) => Text;
  /** Inside a sentence: `Ⅱ级` · `level Ⅱ`. */
  readonly numbered: (level: number) => string;
  /** `Ⅱ级及以上` · `level Ⅱ or above`. */
  readonly orAbove: (level: number) => string;
  /** With a capital letter, at the head of a column or a line. */
  readonly headed: (words: string) => string;
  readonly period: (period: Period) => string;
  /** Clauses of a finding, one after the other. */
  readonly clauses: (parts: readonly string[]) => string;
  /** Sentences of a description. */
  readonly sentences: (parts: readonly string[]) => string;
  readonly list: (names: readonly string[]) => string;
  /** Of a long list the first items, and how many there are. */
  readonly items: (items: readonly string[], separator?: string) => string;
  /** All names, or the first of them and how many there are of what (`noun`). */
  readonly names: (names: readonly string[], noun: string) => string;
}

/** More names than these are cut to the first ones and a count. */
const MOST_NAMES = 4;
const FIRST_NAMES = 2;
const MOST_ITEMS = 14;
const MOST_SOURCES = 2;

export function wordingOf(facts: BriefingFacts, lang: Lang): Wording {
  const own = (facts.whole ?? facts.parts[0])?.derivation.levelNames ?? null;
  const levels = levelWords(own);
  const zh = lang === 'zh';
  const put = (text: Text, params?: TextParams): string => say(text, lang, params);
  const numbered = (level: number): string =>
    own ? tight(levels.inline(level)[lang]) : put(T.numbered, { numeral: LEVEL_NUMERALS[level as 1] ?? '' });
  const list = (names: readonly string[]): string => formatList(names, lang);
  return {
    facts,
    lang,
    say: put,
    level: (byte) => levels.full(byte)[lang],
    levelText: levels.full,
    numbered,
    orAbove: (level) => put(T.above, { level: numbered(level) }),
    headed: (words) => words.charAt(0).toUpperCase() + words.slice(1),
    period: (period) => formatPeriodWords(facts.frequency, period, lang, facts.weekEndsOn),
    clauses: (parts) => parts.filter((part) => part !== '').join(zh ? '，' : '; '),
    sentences: (parts) => parts.filter((part) => part !== '').join(zh ? '' : ' '),
    list,
    items: (all, separator = zh ? '、' : ', ') => {
      const shown = all.slice(0, MOST_ITEMS).join(separator);
      return all.length > MOST_ITEMS ? put(T.andMore, { items: shown, count: formatNumber(all.length) }) : shown;
    },
    names: (names, noun) =>
      names.length <= MOST_NAMES
        ? list(names)
        : put(T.inRow, {
            names: names.slice(0, FIRST_NAMES).join(zh ? '、' : ' and '),
            count: formatNumber(names.length),
            noun,
          }),
  };
}

/** Of a chart that shows levels (`graded`) or figures alone: where they come from, as of when, by which rules. */
export function sourceLine({ facts, lang, say: put }: Wording, graded: boolean): string {
  const { demonstration, knownOn, asOf, rules } = facts;
  const day = (of: number): string => formatDayWords(of, lang);
  const known = knownOn === null ? '' : put(T.known, { day: day(knownOn) });
  const seen = asOf === null ? '' : put(known === '' ? T.asOf : T.asOfBehind, { day: day(asOf) });
  const ours = rules.all.some(({ basis }) => basis.kind === 'ours');
  const name = put(T.rules, { name: rules.ruleSet.name[lang], version: rules.ruleSet.version });
  return [
    // Invented figures have no source but their program.
    demonstration ? put(T.demonstration) : sourceNames(facts, lang, put),
    known + seen,
    graded ? name + (ours ? put(T.ours) : '') : '',
  ]
    .filter((part) => part !== '')
    .join(lang === 'zh' ? '；' : '; ');
}

function sourceNames({ sources }: BriefingFacts, lang: Lang, put: Wording['say']): string {
  if (sources.length === 0) return '';
  const names = sources.map((source) => source[lang]);
  const first = names.slice(0, MOST_SOURCES).join(lang === 'zh' ? '、' : ', ');
  return put(T.source, {
    sources:
      names.length > MOST_SOURCES
        ? put(T.moreSources, { sources: first, count: formatNumber(names.length) })
        : formatList(names, lang),
  });
}

/** Labels without the year but at the first period and where a year begins; the year is the axis' to say. */
export function timeAxis({ facts, lang, period: words }: Wording, first: Period, count: number): TimeAxis {
  const { frequency, weekEndsOn } = facts;
  const labels = Array.from({ length: count }, (_, i) => {
    const period = first + i;
    const whole = i === 0 || seasonOf(frequency, period) === 0;
    return whole && frequency !== 'week' ? words(period) : formatPeriodShort(frequency, period, lang, weekEndsOn);
  });
  return { frequency, weekEndsOn, first, labels };
}

/** What a figure of this period covers: the period, January to it, or January and February. */
export function coveredPeriod(
  { facts, lang, say: put, period: words }: Wording,
  indicator: Indicator,
  at: Period,
): string {
  if (facts.frequency !== 'month') return words(at);
  const january = at - seasonOf('month', at);
  if (indicator.kind === 'cumulative') return put(T.cumulative, { range: formatMonthRange(january, at, lang) });
  return indicator.janFeb === 'joint-published' && at === january + 1 ? formatMonthRange(january, at, lang) : words(at);
}

export const isGraded = (level: number): boolean => level !== INSUFFICIENT;
export const isWarned = (level: number): boolean => level >= 1 && level <= 4;

/** Level of the period reported on. */
export function levelNow({ levels }: { readonly levels: readonly number[] }): number {
  return levels.at(-1) ?? INSUFFICIENT;
}

/** Index of the period reported on. */
export function indexNow({ index }: { readonly index: readonly (number | null)[] }): number | null {
  return index.at(-1) ?? null;
}
