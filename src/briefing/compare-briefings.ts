import type { BoundFigure, Briefing, Sentence } from './briefing';

/** One figure then and now; the keys of both are the same but for the period. */
export interface FigureMove {
  readonly key: string;
  readonly indicatorId: string | null;
  readonly regionCode: string;
  readonly before: BoundFigure;
  readonly now: BoundFigure;
  /** Now less before; null where one of them is no number. */
  readonly change: number | null;
}

export interface SentenceMove {
  readonly id: string;
  readonly before: Sentence;
  readonly now: Sentence;
  /** Figures that stand in both and differ. */
  readonly figures: readonly FigureMove[];
}

export interface PageMove {
  readonly id: string;
  readonly heading: string;
  readonly state: 'new' | 'gone' | 'both';
  readonly added: readonly Sentence[];
  readonly gone: readonly Sentence[];
  readonly changed: readonly SentenceMove[];
  /** Sentences that read the same. */
  readonly same: number;
}

export interface BriefingComparison {
  readonly pages: readonly PageMove[];
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
}

/**
 * What a briefing says otherwise than an earlier one (last month's): page by page in the order of the new one, pages
 * that are gone behind. Sentences are paired by their ids, which do not depend on the period.
 */
export function compareBriefings(before: Briefing, now: Briefing): BriefingComparison {
  const pages = [
    ...now.pages.map((page): PageMove => {
      const old = before.pages.find(({ id }) => id === page.id);
      return movesOf(page.id, page.heading, old?.sentences ?? [], page.sentences, old ? 'both' : 'new');
    }),
    ...before.pages
      .filter(({ id }) => !now.pages.some((page) => page.id === id))
      .map((page) => movesOf(page.id, page.heading, page.sentences, [], 'gone')),
  ];
  const sum = (of: (page: PageMove) => number): number => pages.reduce((total, page) => total + of(page), 0);
  return {
    pages,
    added: sum(({ added }) => added.length),
    gone: sum(({ gone }) => gone.length),
    changed: sum(({ changed }) => changed.length),
    same: sum(({ same }) => same),
  };
}

function movesOf(
  id: string,
  heading: string,
  before: readonly Sentence[],
  now: readonly Sentence[],
  state: PageMove['state'],
): PageMove {
  const old = new Map(before.map((one) => [one.id, one]));
  const fresh = new Set(now.map((one) => one.id));
  const pairs = now.flatMap((one) => {
    const was = old.get(one.id);
    return was ? [{ was, one }] : [];
  });
  const changed = pairs.filter(({ was, one }) => was.text !== one.text);
  return {
    id,
    heading,
    state,
    added: now.filter((one) => !old.has(one.id)),
    gone: before.filter((one) => !fresh.has(one.id)),
    changed: changed.map(({ was, one }) => ({ id: one.id, before: was, now: one, figures: figureMoves(was, one) })),
    same: pairs.length - changed.length,
  };
}

/** The key without its period: what makes two figures of two months the same figure. */
function timeless({ key, period }: BoundFigure): string {
  return key.replace(`@${period}`, '');
}

function figureMoves(before: Sentence, now: Sentence): FigureMove[] {
  return now.figures.flatMap((figure) => {
    const was = before.figures.find((one) => timeless(one) === timeless(figure));
    if (!was || was.value === figure.value) return [];
    const change = was.value === null || figure.value === null ? null : figure.value - was.value;
    const { indicatorId, regionCode } = figure;
    return [{ key: timeless(figure), indicatorId, regionCode, before: was, now: figure, change }];
  });
}
