import type { Sentence } from '../briefing';

/**
 * What may hold digits without being a figure: periods and days in words, clauses, and what stands in quotation marks
 * (titles that people gave, names). English months before the year, so that `10 Nov 2026` goes as a whole.
 */
const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const FREE = [
  /“[^”]*”/g,
  /\d{4}年(?:\d{1,2}(?:—\d{1,2})?月(?:\d{1,2}日)?)?/g,
  /\d{1,2}(?:—\d{1,2})?月(?:\d{1,2}日)?(?!均)/g,
  new RegExp(`(?:\\d{1,2} )?${MONTHS}(?:–${MONTHS})? \\d{4}`, 'g'),
  /Q[1-4] \d{4}/g,
  /\b(?:in|of|since|from|to|for|than|until) \d{4}\b/g,
  /\bclauses? \d+\.\d+/g,
];

/** Digits of a sentence that no figure stands for: each one is a fault of the narrative. */
export function unboundNumbers({ text, figures }: Pick<Sentence, 'text' | 'figures'>): string[] {
  let rest = FREE.reduce((left, pattern) => left.replace(pattern, '·'), text);
  for (const { said } of figures.toSorted((a, b) => b.said.length - a.said.length))
    rest = rest.replace(said, () => '·');
  return rest.match(/\d[\d,.]*/g) ?? [];
}
