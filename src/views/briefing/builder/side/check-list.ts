import { INSUFFICIENT } from '../../../../base/level';
import { formatDayWords, formatList } from '../../../../base/format';
import { say, type Lang, type TextParams } from '../../../../base/text';
import type { Briefing, Page } from '../../../../briefing/briefing';
import { unboundNumbers } from '../../../../briefing/narrative/unbound';
import { SIDE_TEXT } from './text';

/** Where a finding is dealt with: a page, a sentence on it, or the head of the briefing. */
export interface CheckPlace {
  readonly page: string;
  readonly sentence: string | null;
}

/** One thing to look at before the briefing is sent. `must`: to be dealt with; `note`: to be known. */
export interface Finding {
  readonly id: string;
  readonly weight: 'must' | 'note';
  readonly words: string;
  readonly place: CheckPlace | null;
}

/** How the draft stands to what the engine would write now; `changed` counts sentences. */
export type Freshness =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'same' }
  | { readonly kind: 'older'; readonly changed: number };

/** The page of the head fields in the list of pages. */
export const HEAD_PAGE = 'head';

/** So many names of regions are told; the rest stands in the count. */
const NAMES_SHOWN = 8;
/** A sentence is quoted up to so many characters. */
const QUOTED = 40;

/** All that ought to be looked at before a briefing leaves the office, in the language of the screen. */
export function checkList(briefing: Briefing, freshness: Freshness, lang: Lang): readonly Finding[] {
  const t = (key: keyof typeof SIDE_TEXT, params?: TextParams): string => say(SIDE_TEXT[key], lang, params);
  const findings: Finding[] = [];
  const add = (
    id: string,
    weight: Finding['weight'],
    words: string,
    page: string | null,
    sentence: string | null = null,
  ): void => {
    findings.push({ id, weight, words, place: page === null ? null : { page, sentence } });
  };

  for (const page of briefing.pages) {
    for (const sentence of page.sentences) {
      const at = `${page.id} ${sentence.id}`;
      const words = shortened(sentence.text);
      if (sentence.moved) add(`moved ${at}`, 'must', t('checkMoved', { words }), page.id, sentence.id);
      if (sentence.text.trim() === '') add(`empty ${at}`, 'must', t('checkEmptySentence'), page.id, sentence.id);
      const typed = sentence.byHand ? unboundNumbers(sentence) : [];
      if (typed.length > 0) {
        const numbers = typed.join(lang === 'zh' ? '、' : ', ');
        add(`unbound ${at}`, 'must', t('checkUnbound', { numbers, words }), page.id, sentence.id);
      }
    }
    if (page.sentences.length === 0 && page.exhibit === null)
      add(`bare ${page.id}`, 'must', t('checkEmptyPage'), page.id);
  }
  if (freshness.kind === 'older') add('older', 'must', t('checkOlder', { n: freshness.changed }), null);
  if (freshness.kind === 'unknown') add('unknown', 'note', t('checkUnknown', { why: freshness.why }), null);
  for (const [field, key] of HEAD_FIELDS)
    if (briefing[field].trim() === '') add(`head ${field}`, 'must', t(key), HEAD_PAGE);
  const names = insufficientIn(briefing.pages);
  if (names.length > 0) {
    const shown = names.slice(0, NAMES_SHOWN);
    const list = formatList(shown, lang) + (names.length > shown.length ? (lang === 'zh' ? '等' : ' …') : '');
    add('insufficient', 'note', t('checkInsufficient', { n: names.length, names: list }), null);
  }
  if (briefing.vintage.asOf !== null)
    add('day', 'note', t('checkOtherDay', { day: formatDayWords(briefing.vintage.asOf, lang) }), null);
  if (briefing.demonstration !== '') add('demonstration', 'note', t('checkDemonstration'), null);
  return findings;
}

/** So many are to be dealt with. */
export const mustOf = (findings: readonly Finding[]): number => findings.filter((f) => f.weight === 'must').length;

const HEAD_FIELDS = [
  ['title', 'checkTitleMissing'],
  ['number', 'checkNumber'],
  ['date', 'checkDate'],
  ['issuer', 'checkIssuer'],
  ['to', 'checkTo'],
] as const;

/** Names of the regions that the charts show without a level, each once. */
function insufficientIn(pages: readonly Page[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { exhibit } of pages) {
    if (exhibit?.kind === 'level-map') for (const c of exhibit.data.cells) note(c, c.level);
    if (exhibit?.kind === 'tile-map') for (const c of [...exhibit.data.parts, ...exhibit.data.tiles]) note(c, c.level);
    if (exhibit?.kind === 'level-tape') for (const row of exhibit.data.rows) note(row, row.levels.at(-1));
  }
  return [...names.values()];

  function note({ code, name }: { readonly code: string; readonly name: string }, level: number | undefined): void {
    if (level === INSUFFICIENT) names.set(code, name);
  }
}

function shortened(words: string): string {
  const letters = Array.from(words.trim());
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : letters.join('');
}
