import { type Lang, say } from '../base/text';
import { unitName } from '../base/units';
import { FAMILY_NAMES, type Indicator } from '../base/indicators';
import type { Briefing, Definition, Page } from './briefing';
import { EXHIBIT_BUILDERS } from './exhibits/build';
import type { Exhibit } from './exhibits/exhibit';
import type { BriefingFacts } from './facts/facts';
import { regionOf } from './facts/find';
import { headOf } from './head';
import { notesOf } from './narrative/notes';
import { type Teller, tellerOf } from './narrative/teller';
import { type PageKind, type PageRecipe, PAGES, RECIPES } from './recipes';

/** The briefing that the facts give, in one language: the same facts give the same bytes. A page with nothing to say is left out. */
export function makeBriefing(facts: BriefingFacts, lang: Lang, office: string): Briefing {
  const t = tellerOf(facts, lang);
  const pages = eachChartOnce(RECIPES[facts.ask.kind].flatMap((kind) => pagesOf(t, kind, PAGES[kind])));
  const head = headOf(facts, lang);
  return {
    form: 1,
    ask: facts.ask,
    frequency: facts.frequency,
    weekEndsOn: facts.weekEndsOn,
    lang,
    title: head.title,
    subtitle: head.subtitle,
    issuer: office,
    number: '',
    date: '',
    to: '',
    pages,
    removed: [],
    sourceLine: head.sourceLine,
    basisLine: head.basisLine,
    vintage: { asOf: facts.asOf, knownOn: facts.knownOn, fingerprint: facts.fingerprint },
    demonstration: head.demonstration,
    definitions: definitionsOf(facts, lang, pages),
    byHand: [],
  };
}

/** A chart that one page took in the place of what the facts do not carry is not drawn again on its own page. */
function eachChartOnce(pages: readonly Page[]): readonly Page[] {
  const drawn = new Set<string>();
  return pages.map((page) => {
    if (!page.exhibit) return page;
    if (drawn.has(page.exhibit.id)) return { ...page, exhibit: null };
    drawn.add(page.exhibit.id);
    return page;
  });
}

function pagesOf(t: Teller, kind: PageKind, recipe: PageRecipe): Page[] {
  const abouts: readonly (string | null)[] = recipe.each ? recipe.each(t) : [null];
  return abouts.flatMap((about) => {
    const sentences = recipe.tell(t, about);
    if (sentences.length === 0) return [];
    const name = about === null ? '' : (regionOf(t.facts, about)?.name[t.lang] ?? about);
    return [
      {
        id: about === null ? kind : `${kind}:${about}`,
        heading: say(recipe.heading, t.lang, { region: name }),
        sentences,
        exhibit: exhibitOf(t, recipe, about),
        notes: notesOf(t, sentences, recipe.asked, about),
        notesByHand: false,
        headingByHand: false,
      },
    ];
  });
}

/** The first chart of the recipe that the facts carry. */
function exhibitOf(t: Teller, { exhibits }: PageRecipe, about: string | null): Exhibit | null {
  for (const { kind, about: of } of exhibits) {
    const drawn = EXHIBIT_BUILDERS[kind](t.facts, t.lang, of ? of(t) : (about ?? undefined));
    if (drawn) return drawn;
  }
  return null;
}

/** Definitions of the indicators that are named in a sentence, stand behind a figure, or are named in a chart. */
function definitionsOf({ indicators }: BriefingFacts, lang: Lang, pages: readonly Page[]): Definition[] {
  const words = pages
    .flatMap(({ exhibit }) => (exhibit ? [exhibit.title, exhibit.subtitle, JSON.stringify(exhibit.table)] : []))
    .join('\n');
  const ids = new Set([
    ...pages.flatMap(({ sentences }) => sentences.flatMap((s) => s.figures.map((f) => f.indicatorId))),
    ...namedIn(words, Object.values(indicators), lang),
  ]);
  return Object.values(indicators)
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, unit, family, definition, source }) => ({
      indicatorId: id,
      name: name[lang],
      unit: unitName(unit)[lang],
      family: FAMILY_NAMES[family][lang],
      definition: definition[lang],
      source: source[lang],
    }));
}

/** Ids of the indicators that words name. Longer names first: 失业率 is not named where 城镇调查失业率 is. */
function namedIn(words: string, indicators: readonly Indicator[], lang: Lang): string[] {
  const names = indicators
    .flatMap(({ id, name, short }) => [name[lang], short[lang]].map((spelt) => ({ id, spelt })))
    .toSorted((a, b) => b.spelt.length - a.spelt.length);
  let rest = words;
  return names.flatMap(({ id, spelt }) => {
    if (spelt === '' || !rest.includes(spelt)) return [];
    rest = rest.replaceAll(spelt, '\n');
    return [id];
  });
}
