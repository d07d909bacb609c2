import type { Briefing, Page } from '../../../briefing/briefing';
import { bringBack, isOwn, removedSentence } from '../../../briefing/edit-briefing';
import { mergeBriefing } from '../../../briefing/merge-briefing';

/**
 * A draft with what the engine writes now (mergeBriefing), and the charts that a hand added drawn from the figures of
 * now. A page of a hand that was taken out since the engine was asked does not come back with the answer.
 */
export function updated(current: Briefing, fresh: Briefing): Briefing {
  const here = new Set(current.pages.map((p) => p.id));
  const merged = mergeBriefing(current, { ...fresh, pages: fresh.pages.filter((p) => !isOwn(p) || here.has(p.id)) });
  const charts = new Map(fresh.pages.filter(isOwn).map((p) => [p.id, p]));
  return { ...merged, pages: merged.pages.map((page) => withChart(page, charts.get(page.id))) };
}

/** A heading that was the chart's own title goes with the chart: the finding may be another one now. */
function withChart(page: Page, fresh: Page | undefined): Page {
  if (!fresh || !isOwn(page) || !page.exhibit || !fresh.exhibit) return page;
  const heading = page.heading === page.exhibit.title ? fresh.exhibit.title : page.heading;
  return { ...page, heading, exhibit: fresh.exhibit };
}

/** Something that was taken out and that the engine still writes. */
export interface TakenOut {
  /** As it is remembered among what was removed. */
  readonly id: string;
  readonly page: string;
  /** Null: the whole page. */
  readonly sentence: string | null;
  /** Heading of the page, or the sentence. */
  readonly words: string;
}

/** What could come back: pages first. A sentence of a page that is out comes back with its page. */
export function takenOut(current: Briefing, fresh: Briefing): readonly TakenOut[] {
  const out = new Set(current.removed);
  const here = new Set(current.pages.map((p) => p.id));
  const pages = fresh.pages.filter((p) => out.has(p.id));
  const sentences = fresh.pages
    .filter((p) => here.has(p.id))
    .flatMap((page) =>
      page.sentences.map((s) => ({ id: removedSentence(page.id, s.id), page: page.id, sentence: s.id, words: s.text })),
    );
  return [
    ...pages.map((p) => ({ id: p.id, page: p.id, sentence: null, words: p.heading })),
    ...sentences.filter((s) => out.has(s.id)),
  ];
}

/** Puts one thing back as the engine writes it now, behind what stands before it there; all else stays as it is. */
export function putBack(current: Briefing, fresh: Briefing, { id, page, sentence }: TakenOut): Briefing {
  const from = fresh.pages.find((p) => p.id === page);
  if (!from) return current;
  const back = bringBack(current, id);
  if (sentence === null) return { ...back, pages: placed(back.pages, fresh.pages, page) };
  const pages = back.pages.map((p) =>
    p.id === page ? { ...p, sentences: placed(p.sentences, from.sentences, sentence) } : p,
  );
  return { ...back, pages };
}

/** The list with one item of another one: behind the nearest that stands before it there, else at the front. */
function placed<T extends { readonly id: string }>(list: readonly T[], other: readonly T[], id: string): readonly T[] {
  const at = other.findIndex((one) => one.id === id);
  const item = other[at];
  if (!item || list.some((one) => one.id === id)) return list;
  const before = other.slice(0, at).findLast((one) => list.some(({ id: mine }) => mine === one.id));
  const behind = before ? list.findIndex((one) => one.id === before.id) + 1 : 0;
  return list.toSpliced(behind, 0, item);
}
