import { formatDayWords, formatNumber, formatPeriodWords } from '../../base/format';
import { type Day, parseDay, parsePeriod, type Period } from '../../base/period';
import { type Lang, say, type Text, type TextParams } from '../../base/text';
import { type LevelWords, levelWords } from '../../levels/level-names';
import { formatMoment } from '../../response/calendar/moment';
import type { Done } from '../../response/case/case';
import { valueWords } from '../../response/case/words';
import { regionName } from '../../response/trail/who';
import type { Block, BriefingDocument, HeadingLevel, Table } from '../document';
import { missing } from '../gaps';
import { chineseNumeral } from '../numbering';
import type { DocumentKind } from '../../response/trail/act';
import type { CaseFacts } from './facts';
import { departmentName, officeName } from './office';
import { HEADINGS, MISSING, SENTENCES, TITLES } from './text';

/** What every builder writes with: one language, the facts, and the few ways in which a fact becomes words. */
export interface Writer {
  readonly facts: CaseFacts;
  readonly lang: Lang;
  readonly levels: LevelWords;
  /** Name of the region of the case. */
  readonly region: string;
  sentence(key: keyof typeof SENTENCES, params?: TextParams): string;
  /** 【尚未填写：…】 */
  gap(key: keyof typeof MISSING): string;
  /** The words, or the gap where there are none. */
  or(words: string, key: keyof typeof MISSING): string;
  heading(level: HeadingLevel, key: keyof typeof HEADINGS): Block;
  regionOf(code: string): string;
  department(id: string): string;
  indicator(id: string): string;
  measure(id: string): { readonly name: string; readonly clause: string; readonly supporting: readonly string[] };
  /** `6.4` as a clause is named: 第六（四）条 · clause 6.4; alone in a table: 六（四） · 6.4. */
  clause(clause: string): string;
  clauseCell(clause: string): string;
  /** A value of an indicator with its unit. */
  value(indicatorId: string, value: number | null): string;
  day(day: Day): string;
  period(period: Period): string;
  /** A day or period that stands spelt (`2026-10`) in the trail. */
  spelt(text: string): string;
  moment(ms: number): string;
  /** Office and person of an act. */
  who(by: Done['by']): string;
  /** 甲、乙、丙 · A, B, C */
  row(words: readonly string[]): string;
}

const CLAUSE: Text = { zh: '第{clause}条', en: 'clause {clause}' };

function clauseCell(clause: string, lang: Lang): string {
  const parts = /^(\d+)\.(\d+)$/.exec(clause);
  if (lang === 'en' || !parts) return clause;
  return `${chineseNumeral(Number(parts[1]))}（${chineseNumeral(Number(parts[2]))}）`;
}

/** Words of the screens set their figures apart from Chinese characters by blanks; a printed paper does not. */
export function tight(text: string, lang: Lang): string {
  return lang === 'en'
    ? text
    : text.replace(/(?<=[\u2e80-\uffef]) +| +(?=[\u2e80-\uffef])/g, '').replace(/(?<=[ⅠⅡⅢⅣ]) +(?=级)/g, '');
}

export function writerOf(facts: CaseFacts, lang: Lang): Writer {
  const { tree, catalogue, weekEndsOn } = facts.context;
  const day = (d: Day): string => formatDayWords(d, lang);
  return {
    facts,
    lang,
    levels: levelWords(facts.derivation?.levelNames ?? null),
    region: regionName(tree, facts.case.regionCode)[lang],
    sentence: (key, params) => say(SENTENCES[key], lang, params),
    gap: (key) => missing(MISSING[key][lang], lang),
    or: (words, key) => (words.trim() === '' ? missing(MISSING[key][lang], lang) : words.trim()),
    heading: (level, key) => ({ id: `heading.${key}`, kind: 'heading', level, text: HEADINGS[key][lang] }),
    regionOf: (code) => regionName(tree, code)[lang],
    department: (id) => {
      const found = facts.plan.departments.find((one) => one.id === id);
      return found ? departmentName(found)[lang] : id;
    },
    indicator: (id) => catalogue.byId.get(id)?.name[lang] ?? id,
    measure: (id) => {
      const found = facts.plan.measures.find((one) => one.id === id);
      return { name: found?.name[lang] ?? id, clause: found?.clause ?? '', supporting: found?.supporting ?? [] };
    },
    clause: (clause) => say(CLAUSE, lang, { clause: clauseCell(clause, lang) }),
    clauseCell: (clause) => clauseCell(clause, lang),
    value: (id, value) => {
      const found = catalogue.byId.get(id);
      return found ? valueWords(value, found)[lang] : formatNumber(value, 2);
    },
    day,
    period: (period) => formatPeriodWords(facts.frequency, period, lang, weekEndsOn),
    spelt: (text) => {
      const asDay = parseDay(text);
      // A week is spelt by its last day: what parses as a day is a day only where the data are not weekly.
      if (asDay !== null && facts.frequency !== 'week') return day(asDay);
      const parsed = parsePeriod(text);
      return parsed ? formatPeriodWords(parsed.frequency, parsed.period, lang, weekEndsOn) : text;
    },
    moment: (ms) => formatMoment(ms, lang),
    who: (by) => (lang === 'zh' ? `${officeName(tree, by).zh}${by.name}` : `${by.name} (${officeName(tree, by).en})`),
    row: (words) => words.join(lang === 'zh' ? '、' : ', '),
  };
}

/** A paragraph; null (nothing to say) makes none. */
export function paragraph(id: string, text: string | null): Block[] {
  return text === null ? [] : [{ id, kind: 'paragraph', text }];
}

/** Several sentences as one paragraph, nulls left out. */
export function together(w: Writer, id: string, sentences: readonly (string | null)[]): Block[] {
  const said = sentences.filter((one): one is string => one !== null && one !== '');
  return said.length === 0 ? [] : paragraph(id, said.join(w.lang === 'zh' ? '' : ' '));
}

/** Several sentences, each a paragraph of its own. */
export function eachParagraph(id: string, texts: readonly string[]): Block[] {
  return texts.flatMap((text, i) => paragraph(`${id}.${i + 1}`, text));
}

export function table(
  id: string,
  caption: string,
  columns: readonly (readonly [name: string, share: number, align?: 'end'])[],
  rows: readonly (readonly string[])[],
): Block[] {
  const heads = columns.map(([name, share, align]): Table['columns'][number] => ({
    name,
    share,
    align: align ?? 'start',
  }));
  return rows.length === 0 ? [] : [{ id, kind: 'table', caption, columns: heads, rows }];
}

interface Paper {
  readonly kind: DocumentKind;
  readonly to: string;
  readonly copies?: string;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly string[];
  /** Level that the title names. */
  readonly level: number;
}

/** The whole paper around its blocks. */
export function paperOf(
  w: Writer,
  { kind, to, copies = '', blocks, attachments = [], level }: Paper,
): BriefingDocument {
  const { facts, lang } = w;
  const office = facts.office ? officeName(facts.context.tree, facts.office)[lang] : w.gap('office');
  return {
    form: 1,
    kind,
    lang,
    issuer: office,
    number: kind === 'minutes' || kind === 'assignment' ? '' : w.gap('number'),
    title: say(TITLES[kind], lang, { region: w.region, level: w.levels.full(level)[lang] }),
    to,
    blocks,
    attachments,
    signature: { office, date: w.day(facts.today) },
    copies,
    demonstration: facts.demonstration?.[lang] ?? '',
    byHand: { fields: [], removed: [] },
  };
}
