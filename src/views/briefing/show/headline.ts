import type { Page, Sentence } from '../../../briefing/briefing';

/** What stands large on a page, what small above it, and what is said below. */
export interface PageWords {
  readonly kicker: string;
  readonly headline: string;
  readonly sentences: readonly Pick<Sentence, 'id' | 'text'>[];
}

/** A sentence longer than this (in half widths) is no headline. */
const LONGEST = 110;

/**
 * The finding as headline: that of the exhibit, else the first sentence where it is short enough, else the heading of
 * the section. Nothing is said twice.
 */
export function pageWords({ heading, sentences, exhibit }: Page): PageWords {
  if (exhibit) return { kicker: heading, headline: exhibit.title, sentences };
  const [first, ...rest] = sentences;
  if (!first || rest.length === 0 || halfWidths(first.text) > LONGEST) {
    return { kicker: '', headline: heading, sentences };
  }
  return { kicker: heading, headline: first.text.replace(/[。.]$/, ''), sentences: rest };
}

/** The longer a headline, the smaller it is set: two lines are enough. Factor of the full size. */
export function headlineScale(headline: string): number {
  const length = halfWidths(headline);
  if (length <= 62) return 1;
  if (length <= 90) return 0.88;
  if (length <= 130) return 0.76;
  return 0.66;
}

/** Characters as wide as a Latin letter; Chinese ones count twice. */
export function halfWidths(text: string): number {
  let width = 0;
  for (const character of text) width += character >= '\u2e80' ? 2 : 1;
  return width;
}
