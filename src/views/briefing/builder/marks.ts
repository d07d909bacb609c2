import { isOwn } from '../../../briefing/edit-briefing';
import type { Briefing, Page } from '../../../briefing/briefing';

/** Sentences, headings and notes that a hand has written or changed, and pages that one added. */
export function handCount({ pages, byHand, removed }: Briefing): number {
  return pages.reduce((sum, page) => sum + handOfPage(page), byHand.length + removed.length);
}

/** Heading and notes of a page of one's own belong to it. */
function handOfPage(page: Page): number {
  const said = page.sentences.filter((s) => s.byHand !== null).length;
  return said + (isOwn(page) ? 1 : Number(page.headingByHand) + Number(page.notesByHand));
}

/** Sentences that read otherwise, came, went or were marked from one briefing to the other. */
export function changedSentences(before: Pick<Briefing, 'pages'>, after: Pick<Briefing, 'pages'>): number {
  const [then, now] = [saidIn(before), saidIn(after)];
  const ids = new Set([...then.keys(), ...now.keys()]);
  return [...ids].filter((id) => then.get(id) !== now.get(id)).length;
}

function saidIn({ pages }: Pick<Briefing, 'pages'>): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap(({ id, sentences }) =>
      sentences.map((s) => [`${id} ${s.id}`, `${s.text}\n${s.moved?.generated ?? ''}`] as const),
    ),
  );
}
