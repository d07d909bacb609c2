import type { Briefing, Page } from '../../briefing';

/** Pages one after the other under one heading are one section of a paper. */
export interface Section {
  readonly heading: string;
  readonly pages: readonly Page[];
}

export function sectionsOf({ pages }: Briefing): readonly Section[] {
  const sections: { heading: string; pages: Page[] }[] = [];
  for (const page of pages) {
    const last = sections[sections.length - 1];
    if (last?.heading === page.heading) last.pages.push(page);
    else sections.push({ heading: page.heading, pages: [page] });
  }
  return sections;
}

/** What a page says, without sentences that a hand emptied. */
export function saidOn({ sentences }: Page): readonly string[] {
  return sentences.map(({ text }) => text).filter((text) => text.trim() !== '');
}
