import { defaultRegionTree } from '../../src/base/catalogue';
import { formatPeriodShort } from '../../src/base/format';
import { INSUFFICIENT } from '../../src/base/level';
import { monthPeriod, seasonOf, yearOf } from '../../src/base/period';
import { defineText, type Lang, say, type Text, type TextParams } from '../../src/base/text';
import type { Cell, ExhibitTable, ExhibitWords, TimeAxis } from '../../src/briefing/exhibits/exhibit';
import type { ExhibitKind } from '../../src/briefing/exhibits/exhibit';
import { type Chance, chanceOf, noise } from '../random';

/** What a chart must stand: the ordinary, and whatever data can do to it. */
export const SAMPLE_STATES = [
  'ordinary',
  'quiet',
  'gaps',
  'one',
  'many',
  'long-names',
  'insufficient',
  'extremes',
  'ties',
] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

export interface Sample {
  readonly kind: ExhibitKind;
  readonly state: SampleState;
  readonly lang: Lang;
  /** The same in both languages: the words differ, the figures do not. */
  readonly chance: Chance;
}

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

const MANY = 51;
const tree = defaultRegionTree();
const ROOT = tree.roots[0]!;
const LEAGUES = tree.children[ROOT]!;
const COUNTIES = LEAGUES.flatMap((l) => [...tree.children[l]!]);
/** Longest names first, by both languages. */
const LONGEST = [...COUNTIES].sort((a, b) => lengthOf(b) - lengthOf(a) || a - b).slice(0, 12);

function lengthOf(region: number): number {
  const { name } = tree.regions[region]!;
  return 2 * name.zh.length + name.en.length;
}

export function sampleOf(kind: ExhibitKind, state: SampleState, lang: Lang): Sample {
  return { kind, state, lang, chance: chanceOf(`exhibit ${kind} ${state}`) };
}

export function wholePlace(lang: Lang): Place {
  return placeOf(ROOT, lang);
}

/** Twelve leagues; one; 51 counties; or the twelve with the longest names. */
export function placesOf({ state, lang }: Sample): readonly Place[] {
  const regions =
    state === 'one'
      ? LEAGUES.slice(2, 3)
      : state === 'many'
        ? COUNTIES.slice(0, MANY)
        : state === 'long-names'
          ? LONGEST
          : LEAGUES;
  return regions.map((r) => placeOf(r, lang));
}

export function childrenOf(code: string, lang: Lang): readonly Place[] {
  return tree.children[tree.indexOf.get(code)!]!.map((r) => placeOf(r, lang));
}

function placeOf(region: number, lang: Lang): Place {
  const { code, name } = tree.regions[region]!;
  const short =
    name[lang].length > 2 ? name[lang].replace(/(市|盟|自治区| League| Autonomous Region)$/, '') : name[lang];
  return { code, name: name[lang], short };
}

/** Levels of so many regions at one time. */
export function levelsOf({ state, chance }: Sample, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const c = chance();
    if (state === 'quiet') return 0;
    if (state === 'insufficient') return INSUFFICIENT;
    if (state === 'ties') return 2;
    if (state === 'extremes') return i % 2 === 0 ? 4 : 0;
    if (state === 'gaps' && i % 3 === 1) return INSUFFICIENT;
    return c < 0.5 ? 0 : c < 0.68 ? 1 : c < 0.82 ? 2 : c < 0.93 ? 3 : 4;
  });
}

/** Composite index that goes with a level. */
export function indexOf(level: number, chance: Chance): number | null {
  return level === INSUFFICIENT ? null : Math.min(100, round(level * 20 + 3 + chance() * 16, 1));
}

const LAST = monthPeriod(2026, 10);

/** Months up to October 2026: two years, ten years of them for `many`, one alone for `one`. */
export function timeOf({ state, lang }: Sample, more = 0): TimeAxis & { readonly count: number } {
  const count = state === 'one' ? 1 : state === 'many' ? 118 : 24;
  const first = LAST - count + 1;
  const labels = Array.from({ length: count + more }, (_, i) => {
    const period = first + i;
    const short = formatPeriodShort('month', period, lang);
    return seasonOf('month', period) === 0 || i === 0
      ? `${yearOf('month', period)}${lang === 'zh' ? '年' : ' '}${short}`
      : short;
  });
  return { frequency: 'month', weekEndsOn: 6, first, labels, count };
}

/** Figures around `middle` that wander by `step`; what the state does to them. */
export function courseOf(sample: Sample, count: number, middle: number, step: number): readonly (number | null)[] {
  const { state, chance } = sample;
  let at = middle;
  return Array.from({ length: count }, (_, i) => {
    at += noise(chance) * step + (middle - at) * 0.08;
    if (state === 'insufficient') return null;
    if (state === 'gaps' && (i % 7 === 3 || i % 11 === 5)) return null;
    if (state === 'quiet' || state === 'ties') return middle;
    if (state === 'extremes') return round(i % 9 === 8 ? at * 40 : at, 1);
    return round(at, 1);
  });
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

export const words = (text: string): Cell => ({ text, value: null });
export const column = (name: string, unit = '', align: 'start' | 'end' = 'end'): ExhibitTable['columns'][number] => ({
  name,
  unit,
  align,
});

const TEXT = defineText({
  source: {
    zh: '演示数据（虚构） · 来源：样张生成器，数据截至2026年11月10日',
    en: 'Demonstration data (invented) · Source: generator of samples, figures as of 10 Nov 2026',
  },
  title: { zh: '【演示】{title}', en: '[Demonstration] {title}' },
  description: { zh: '{title}。{subtitle}。', en: '{title}. {subtitle}.' },
});

/** The words around a sample, all of them marked as a demonstration. */
export function wordsOf(
  { kind, state, lang }: Sample,
  finding: Text,
  measure: Text,
  params: TextParams,
  table: ExhibitTable,
): ExhibitWords {
  const title = say(TEXT.title, lang, { title: say(finding, lang, params) });
  const subtitle = say(measure, lang, params);
  return {
    id: `sample-${kind}-${state}`,
    title,
    subtitle,
    description: say(TEXT.description, lang, { title, subtitle }),
    source: TEXT.source[lang],
    table,
  };
}
