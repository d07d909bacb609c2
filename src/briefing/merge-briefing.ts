import type { BoundFigure, Briefing, Page, Sentence } from './briefing';
import { isOwn, removedSentence } from './edit-briefing';

/**
 * The briefing made anew (`fresh`, of the same ask and language), with what hands did to the current one kept: text by
 * hand, head fields, headings, notes, order, pages and sentences of one's own; what was taken out stays out. A sentence
 * by hand whose figures have moved since is marked with what the program would say now. What is no longer said goes,
 * unless a hand has written it; what is said newly comes in behind its neighbour in the fresh one.
 */
export function mergeBriefing(current: Briefing, fresh: Briefing): Briefing {
  const removed = new Set(current.removed);
  const freshPages = fresh.pages
    .filter(({ id }) => !removed.has(id))
    .map((page) => ({
      ...page,
      sentences: page.sentences.filter((s) => !removed.has(removedSentence(page.id, s.id))),
    }));
  const pages = inOrder(current.pages, freshPages, mergePage, keepsPage);
  const head = Object.fromEntries(current.byHand.map((field) => [field, current[field]]));
  return { ...fresh, ...head, pages, removed: current.removed, byHand: current.byHand };
}

function mergePage(current: Page, fresh: Page | undefined): Page {
  if (isOwn(current)) return current;
  const sentences = inOrder(current.sentences, fresh?.sentences ?? [], mergeSentence, keepsSentence);
  const base = fresh ?? current;
  return {
    ...base,
    heading: current.headingByHand ? current.heading : base.heading,
    headingByHand: current.headingByHand,
    notes: current.notesByHand ? current.notes : base.notes,
    notesByHand: current.notesByHand,
    sentences,
    exhibit: fresh ? fresh.exhibit : null,
  };
}

/** A page that is no longer made stays only for what hands wrote on it. */
function keepsPage(page: Page): boolean {
  return isOwn(page) || page.notesByHand || page.headingByHand || page.sentences.some(keepsSentence);
}

function keepsSentence(sentence: Sentence): boolean {
  return isOwn(sentence) || sentence.byHand !== null;
}

function mergeSentence(current: Sentence, fresh: Sentence | undefined): Sentence {
  if (isOwn(current)) return current;
  if (current.byHand === null) return fresh ?? current;
  // What it was written upon, or agreed to since, is still what would be said: nothing has moved.
  const generated = fresh?.text ?? '';
  const figures = fresh?.figures ?? [];
  if (generated === current.byHand.generated && sameFigures(figures, current.figures))
    return { ...current, moved: null };
  return { ...current, moved: { generated, figures } };
}

/** The same numbers under the same keys; on which day they became known does not count. */
function sameFigures(a: readonly BoundFigure[], b: readonly BoundFigure[]): boolean {
  return a.length === b.length && a.every((one, i) => one.key === b[i]!.key && one.value === b[i]!.value);
}

/**
 * Items of both, in the order of the current ones: merged where both have them, the current one alone where it `keeps`;
 * new ones behind the nearest item that stands before them in the fresh list, else at the front.
 */
function inOrder<T extends { readonly id: string }>(
  current: readonly T[],
  fresh: readonly T[],
  merge: (current: T, fresh: T | undefined) => T,
  keeps: (current: T) => boolean,
): readonly T[] {
  const freshById = new Map(fresh.map((one) => [one.id, one]));
  const items = current.flatMap((one) => {
    const anew = freshById.get(one.id);
    return anew || keeps(one) ? [merge(one, anew)] : [];
  });
  fresh.forEach((one, i) => {
    if (items.some(({ id }) => id === one.id)) return;
    const before = fresh
      .slice(0, i)
      .map(({ id }) => items.findIndex((other) => other.id === id))
      .findLast((at) => at >= 0);
    items.splice((before ?? -1) + 1, 0, one);
  });
  return items;
}

/** Sentences by hand whose figures have moved and that nobody has looked at since. */
export function movedSentences({
  pages,
}: Briefing): readonly { readonly pageId: string; readonly sentence: Sentence }[] {
  return pages.flatMap((page) =>
    page.sentences.filter(({ moved }) => moved !== null).map((sentence) => ({ pageId: page.id, sentence })),
  );
}
