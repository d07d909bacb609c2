import type { Briefing, Page, Sentence } from './briefing';
import type { Exhibit } from './exhibits/exhibit';

/** Changes by hand, each a new briefing; what was changed is marked so that merge-briefing.ts leaves it alone. What changes nothing gives the same briefing back. */

export type HeadField = Briefing['byHand'][number];

export function setHeadField(briefing: Briefing, field: HeadField, text: string): Briefing {
  if (briefing[field] === text) return briefing;
  const byHand = briefing.byHand.includes(field) ? briefing.byHand : [...briefing.byHand, field];
  return { ...briefing, [field]: text, byHand };
}

/** A page or sentence that a hand added. */
export const isOwn = ({ id }: { readonly id: string }): boolean => id.startsWith('own-');

function changePage(briefing: Briefing, pageId: string, change: (page: Page) => Page): Briefing {
  const pages = briefing.pages.map((page) => (page.id === pageId ? change(page) : page));
  return pages.every((page, i) => page === briefing.pages[i]) ? briefing : { ...briefing, pages };
}

export function setPageHeading(briefing: Briefing, pageId: string, heading: string): Briefing {
  return changePage(briefing, pageId, (page) =>
    page.heading === heading ? page : { ...page, heading, headingByHand: true },
  );
}

export function setNotes(briefing: Briefing, pageId: string, notes: string): Briefing {
  return changePage(briefing, pageId, (page) => (page.notes === notes ? page : { ...page, notes, notesByHand: true }));
}

/**
 * The text of a sentence. Written over what the program said, it is kept from then on with what stood there; typed back
 * to exactly that, it is the program's again.
 */
export function setSentence(briefing: Briefing, pageId: string, sentenceId: string, text: string): Briefing {
  return changePage(briefing, pageId, (page) => {
    const sentences = page.sentences.map((one) => (one.id === sentenceId ? written(one, text) : one));
    return sentences.every((one, i) => one === page.sentences[i]) ? page : { ...page, sentences };
  });
}

function written(one: Sentence, text: string): Sentence {
  if (one.text === text) return one;
  if (isOwn(one)) return { ...one, text };
  const generated = one.byHand?.generated ?? one.text;
  return text === generated && !one.moved ? { ...one, text, byHand: null } : { ...one, text, byHand: { generated } };
}

/** Of a sentence whose figures have moved: take what the program says now, or keep what stands there and take note. */
export function agreeTo(briefing: Briefing, pageId: string, sentenceId: string, to: 'new' | 'mine'): Briefing {
  return changePage(briefing, pageId, (page) => {
    const sentences = page.sentences.map((one): Sentence => {
      if (one.id !== sentenceId || !one.moved) return one;
      const { generated, figures } = one.moved;
      return to === 'new'
        ? { ...one, text: generated, figures, byHand: null, moved: null }
        : { ...one, figures, byHand: { generated }, moved: null };
    });
    return sentences.every((one, i) => one === page.sentences[i]) ? page : { ...page, sentences };
  });
}

/** A free id of one's own within a list: `own-1`, `own-2` … */
function ownId(used: readonly { readonly id: string }[]): string {
  const numbers = used.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

/** A sentence of one's own behind the sentence `after`; null = at the top of the page. */
export function addSentence(briefing: Briefing, pageId: string, after: string | null, text = ''): Briefing {
  return changePage(briefing, pageId, (page) => {
    const at = page.sentences.findIndex(({ id }) => id === after) + 1;
    const own: Sentence = { id: ownId(page.sentences), text, figures: [], byHand: { generated: '' }, moved: null };
    return { ...page, sentences: page.sentences.toSpliced(at, 0, own) };
  });
}

/**
 * Taken out. A generated one stays out when the briefing is made anew: it is remembered as `page/sentence` among what
 * was removed.
 */
export function removeSentence(briefing: Briefing, pageId: string, sentenceId: string): Briefing {
  const page = briefing.pages.find(({ id }) => id === pageId);
  const one = page?.sentences.find(({ id }) => id === sentenceId);
  if (!page || !one) return briefing;
  const changed = changePage(briefing, pageId, (of) => ({
    ...of,
    sentences: of.sentences.filter(({ id }) => id !== sentenceId),
  }));
  if (isOwn(one) || isOwn(page)) return changed;
  return { ...changed, removed: [...changed.removed, removedSentence(pageId, sentenceId)] };
}

/** How a sentence that was taken out is remembered. */
export function removedSentence(pageId: string, sentenceId: string): string {
  return `${pageId}/${sentenceId}`;
}

/** One place up (−1) or down (+1) on its page. */
export function moveSentence(briefing: Briefing, pageId: string, sentenceId: string, by: -1 | 1): Briefing {
  return changePage(briefing, pageId, (page) => {
    const sentences = moved(page.sentences, sentenceId, by);
    return sentences === page.sentences ? page : { ...page, sentences };
  });
}

/** One place up or down; `to`: to a place counted from 0 (drag). */
export function movePage(briefing: Briefing, pageId: string, by: number): Briefing {
  const pages = moved(briefing.pages, pageId, by);
  return pages === briefing.pages ? briefing : { ...briefing, pages };
}

/** So many places on; at the end of its way it stays. The same list where nothing moves. */
function moved<T extends { readonly id: string }>(list: readonly T[], id: string, by: number): readonly T[] {
  const at = list.findIndex((one) => one.id === id);
  const one = list[at];
  const to = Math.min(list.length - 1, Math.max(0, at + by));
  if (!one || to === at) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, one);
}

/** A page of one's own behind the page `after` (null = at the front), with a chart or without. */
export function addPage(
  briefing: Briefing,
  after: string | null,
  { heading, exhibit = null }: { readonly heading: string; readonly exhibit?: Exhibit | null },
): Briefing {
  const at = briefing.pages.findIndex(({ id }) => id === after) + 1;
  const own: Page = {
    id: ownId(briefing.pages),
    heading,
    sentences: [],
    exhibit,
    notes: '',
    notesByHand: true,
    headingByHand: true,
  };
  return { ...briefing, pages: briefing.pages.toSpliced(at, 0, own) };
}

/** Taken out; a generated one stays out until it is brought back. */
export function removePage(briefing: Briefing, pageId: string): Briefing {
  const page = briefing.pages.find(({ id }) => id === pageId);
  if (!page) return briefing;
  const pages = briefing.pages.filter(({ id }) => id !== pageId);
  return isOwn(page) ? { ...briefing, pages } : { ...briefing, pages, removed: [...briefing.removed, pageId] };
}

/** What was taken out may come back the next time that the briefing is made: a page's id, or `page/sentence`. */
export function bringBack(briefing: Briefing, removedId: string): Briefing {
  if (!briefing.removed.includes(removedId)) return briefing;
  return { ...briefing, removed: briefing.removed.filter((id) => id !== removedId) };
}
