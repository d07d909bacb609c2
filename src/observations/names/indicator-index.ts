import namesJson from '../../base/defaults/indicator-names.json';
import type { IndicatorCatalogue } from '../../base/indicators';
import { nearest } from '../near';
import { nameKey } from './spelling';

/** An id or a name of the catalogue. */
export const EXACT = 1;
/** A usual other name. */
export const SYNONYM = 0.95;

/** One name, another series by place: 城镇调查失业率 of the country, of the region, of a league. */
interface ByScope {
  readonly country: string;
  readonly province: string;
  readonly below: string;
}

/** Growth of a quantity that is not itself in the catalogue. `plain`: which growth is meant where only 同比 is said. */
export interface Growth {
  readonly month?: ByScope;
  readonly toDate?: string;
  readonly plain: 'month' | 'toDate';
}

/** What a name means before measure, place and unit are looked at. */
export type Concept =
  | { readonly kind: 'series'; readonly id: string }
  | { readonly kind: 'scoped'; readonly ids: ByScope }
  | { readonly kind: 'growth'; readonly growth: Growth };

export interface Named {
  readonly concept: Concept;
  readonly confidence: number;
}

export interface IndicatorIndex {
  /** The concept of a name without its measure, place and unit; an id means itself. */
  named(core: string): Named | undefined;
  /** Ids of the catalogue that a concept stands for. */
  idsOf(concept: Concept): readonly string[];
  /** Ids of what a text resembles, best first. */
  nearTo(text: string): readonly string[];
}

interface NamesFile {
  readonly indicators: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly byScope: readonly (ByScope & { readonly names: readonly string[] })[];
  readonly growth: readonly (Growth & { readonly names: readonly string[] })[];
}
const NAMES = namesJson as unknown as NamesFile;

const MOST_NEAR = 3;
/** Shorter names stand inside too many words. */
const SHORTEST_INSIDE = 3;

/** Persons are counted under many words: 人数, 人员数, 人口 say the same; as the last word they may be left out. */
const PERSONS = /人员数|人员总数|人员|人口数|人口|人数|人次|总人数/g;
export function coreKey(text: string): string {
  const key = nameKey(text).replace(PERSONS, '人');
  return key.length > 4 ? key.replace(/人$/, '') : key;
}

export function createIndicatorIndex(catalogue: IndicatorCatalogue): IndicatorIndex {
  const byKey = new Map<string, Named>();
  const words: { readonly word: string; readonly ids: readonly string[] }[] = [];
  const byId = new Map(catalogue.indicators.map((i) => [nameKey(i.id), i.id]));
  const has = (id: string | undefined): id is string => id !== undefined && catalogue.byId.has(id);

  function idsOf(concept: Concept): readonly string[] {
    if (concept.kind === 'series') return [concept.id];
    if (concept.kind === 'scoped') return [...new Set(Object.values(concept.ids))].filter(has);
    const { month, toDate } = concept.growth;
    return [...new Set([month?.province, month?.country, toDate])].filter(has);
  }

  function enter(name: string, concept: Concept, confidence: number): void {
    const key = coreKey(name);
    const there = byKey.get(key);
    if (!there || there.confidence < confidence) byKey.set(key, { concept, confidence });
    words.push({ word: key, ids: idsOf(concept) });
  }

  // Their own names say less than the series needs: place and measure decide.
  const undecided = new Set<string>();
  for (const { names, country, province, below } of NAMES.byScope) {
    for (const name of names) enter(name, { kind: 'scoped', ids: { country, province, below } }, SYNONYM);
    undecided.add(country).add(province);
  }
  for (const { names, ...growth } of NAMES.growth) {
    for (const name of names) enter(name, { kind: 'growth', growth }, SYNONYM);
    for (const id of [...Object.values(growth.month ?? {}), growth.toDate]) if (id !== undefined) undecided.add(id);
  }
  for (const { id, name, short } of catalogue.indicators) {
    const unadjusted = id.replace(/_n?sa$/, '');
    if (undecided.has(id) || (unadjusted !== id && has(unadjusted))) continue;
    for (const word of [name.zh, name.en, short.zh, short.en]) enter(word, { kind: 'series', id }, EXACT);
  }
  for (const { id, names } of NAMES.indicators) {
    if (has(id)) for (const name of names) enter(name, { kind: 'series', id }, SYNONYM);
  }

  return {
    idsOf,
    named(core) {
      if (core === '') return undefined;
      const id = byId.get(nameKey(core));
      return id === undefined ? byKey.get(coreKey(core)) : { concept: { kind: 'series', id }, confidence: EXACT };
    },
    nearTo(text) {
      const key = coreKey(text);
      const inside = words
        .filter(({ word }) => word.length >= SHORTEST_INSIDE && key.includes(word))
        .toSorted((a, b) => b.word.length - a.word.length)
        .flatMap((w) => w.ids);
      const idsOfWord = new Map(words.map((w) => [w.word, w.ids]));
      const alike = nearest(key, [...idsOfWord.keys()], MOST_NEAR).flatMap((word) => idsOfWord.get(word)!);
      return [...new Set([...inside, ...alike])].slice(0, MOST_NEAR);
    },
  };
}
