import { describe, expect, it } from 'vitest';
import { type Truth, TRUTH } from '../../../mock-data/truth';
import type { Lang } from '../../../src/base/text';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { collectFacts } from '../../../src/briefing/facts/collect';
import { makeBriefing } from '../../../src/briefing/make-briefing';
import { askFor, month } from '../facts/make-world';
import { world } from './shared-world';

/**
 * What a reader of the briefing is told of each place must be what the truth table of the demonstration says. Levels are
 * read back from the sentences, as a reader would, not from the facts.
 */

/** Month, and the region that the briefing is on; null = the whole. Between them they touch every scenario. */
const BRIEFINGS = [
  ['2026-10', null],
  ['2026-09', '150600'],
  ['2022-08', '150700'],
  ['2022-08', '152900'],
  ['2024-08', null],
  ['2021-06', null],
  ['2021-06', '152200'],
  ['2020-08', null],
  ['2020-04', null],
  ['2018-10', null],
] as const;

const NUMERALS = ['', 'Ⅳ', 'Ⅲ', 'Ⅱ', 'Ⅰ'];
const INSUFFICIENT = 255;

/** Rows of the table that bind a region in a month, away from their tolerance at both ends. */
function truthOf(region: string, at: string): readonly Truth[] {
  const bound = ({ from, to, toleranceMonths }: Truth): boolean =>
    month(from) + toleranceMonths <= month(at) && month(at) <= month(to) - toleranceMonths;
  return TRUTH.filter((row) => row.region === region && bound(row));
}

/** Level of every part as the sentence on counts names it; what it does not name is among those counted as normal. */
function toldLevels(text: string, facts: BriefingFacts, lang: Lang): Map<string, number> {
  const group =
    lang === 'zh'
      ? /(?:(Ⅳ|Ⅲ|Ⅱ|Ⅰ)级|(数据不足))(\d+)个（([^）]*)）/g
      : /(\d+) (?:at level (Ⅳ|Ⅲ|Ⅱ|Ⅰ)|with (insufficient data)) \(([^)]*)\)/g;
  const told = new Map<string, number>();
  for (const found of text.matchAll(group)) {
    const numeral = lang === 'zh' ? found[1] : found[2];
    const count = Number(lang === 'zh' ? found[3] : found[1]);
    const names = found[4]!.split(lang === 'zh' ? '、' : /, | and /);
    expect(names).toHaveLength(count);
    for (const name of names) told.set(name, numeral ? NUMERALS.indexOf(numeral) : INSUFFICIENT);
  }
  const normal = Number((lang === 'zh' ? /正常(\d+)个/ : /(\d+) normal/).exec(text)?.[1] ?? 0);
  expect(told.size + normal).toBe(facts.parts.length);
  return new Map(facts.parts.map(({ code, name }) => [code, told.get(name[lang]) ?? 0]));
}

function levelIn(text: string, lang: Lang): number {
  const normal = lang === 'zh' ? /等级为正常/ : / is normal/;
  const numeral = (lang === 'zh' ? /等级为(Ⅳ|Ⅲ|Ⅱ|Ⅰ)级/ : /stands at level (Ⅳ|Ⅲ|Ⅱ|Ⅰ) /).exec(text)?.[1];
  if (numeral) return NUMERALS.indexOf(numeral);
  if (normal.test(text)) return 0;
  expect(text).toMatch(lang === 'zh' ? /数据不足，不能判定/ : /do not suffice for a level/);
  return INSUFFICIENT;
}

function expectTrue(told: number, row: Truth): void {
  const why = `${row.scenario} ${row.region}: ${row.why.en}`;
  if (row.expect === 'insufficient') return expect(told, why).toBe(INSUFFICIENT);
  if ('orInsufficient' in row.expect && row.expect.orInsufficient && told === INSUFFICIENT) return;
  expect(told, why).not.toBe(INSUFFICIENT);
  if ('atLeast' in row.expect) expect(told, why).toBeGreaterThanOrEqual(row.expect.atLeast);
  if (row.expect.atMost !== undefined) expect(told, why).toBeLessThanOrEqual(row.expect.atMost);
}

const facts = new Map(
  BRIEFINGS.map(([at, regionCode]) => [
    `${at} ${regionCode}`,
    collectFacts(world, askFor(month(at), { kind: regionCode ? 'special' : 'monthly', regionCode })),
  ]),
);

describe.each(['zh', 'en'] as const)('what is said in %s', (lang) => {
  it.each(BRIEFINGS)('in %s on %s is what the truth table says', (at, regionCode) => {
    const of = facts.get(`${at} ${regionCode}`)!;
    const { pages } = makeBriefing(of, lang, '');
    const sentences = pages.flatMap((page) => page.sentences);
    const textOf = (id: string): string => sentences.find((one) => one.id === id)!.text;
    const told = toldLevels(textOf('overall.counts'), of, lang);
    const whole = regionCode ? 'judgement.level' : 'overall.level';
    told.set(of.whole!.code, levelIn(textOf(whole), lang));
    let rows = 0;
    for (const [code, level] of told) {
      for (const row of truthOf(code, at)) {
        rows++;
        expectTrue(level, row);
      }
    }
    expect(rows).toBeGreaterThan(0);
  });

  it('names those at a warning level with the signals that carry it', () => {
    const { pages } = makeBriefing(facts.get('2026-10 null')!, lang, '');
    const where = pages.find(({ id }) => id === 'where')!.sentences;
    const wuhai = where.find(({ id }) => id === 'where.150300')!;
    expect(wuhai.text).toMatch(lang === 'zh' ? /^乌海市（Ⅰ级，/ : /^Wuhai \(level Ⅰ, /);
    expect(wuhai.figures.some(({ indicatorId }) => indicatorId === 'new_benefit_claims')).toBe(true);
    expect(pages.some(({ id }) => id === 'region:150300')).toBe(true);
  });

  it('says quiet of a quiet month, and asks for nothing', () => {
    const { pages } = makeBriefing(facts.get('2018-10 null')!, lang, '');
    const ids = pages.flatMap((page) => page.sentences.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(['where.none', 'changes.none', 'suggestions.none']));
    expect(ids.filter((id) => /^(region|suggestions\.\d)/.test(id))).toEqual([]);
    expect(pages.map(({ id }) => id)).toEqual([
      'overview',
      'changes',
      'where',
      'risks',
      'market',
      'targets',
      'outlook',
      'response',
      'data',
    ]);
  });

  it('says of an outage that the data do not suffice, never that it is normal', () => {
    const { pages } = makeBriefing(facts.get('2021-06 null')!, lang, '');
    const name = lang === 'zh' ? '兴安盟' : 'Hinggan League';
    const about = pages.flatMap((page) => page.sentences).filter(({ text }) => text.includes(name));
    expect(about.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['overall.counts', 'data.coverage', 'suggestions.unsure']),
    );
    for (const { figures } of about)
      for (const { key, regionCode, value } of figures)
        if (regionCode === '152200' && key.startsWith('level@')) expect(value).toBe(INSUFFICIENT);
  });
});
