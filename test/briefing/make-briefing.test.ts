import { describe, expect, it } from 'vitest';
import type { Briefing, BriefingAsk } from '../../src/briefing/briefing';
import { collectFacts } from '../../src/briefing/facts/collect';
import type { BriefingFacts } from '../../src/briefing/facts/facts';
import { makeBriefing } from '../../src/briefing/make-briefing';
import { PAGES, RECIPES } from '../../src/briefing/recipes';
import { askFor, month } from './facts/make-world';
import { world } from './narrative/shared-world';

const factsOf = (at: string, over: Partial<BriefingAsk> = {}): BriefingFacts =>
  collectFacts(world, askFor(month(at), over));
const october = factsOf('2026-10');
const monthly = makeBriefing(october, 'zh', '就业促进与失业保险处');
const pageIds = ({ pages }: Briefing): string[] => pages.map(({ id }) => id);
const page = ({ pages }: Briefing, id: string) => pages.find((one) => one.id === id)!;

describe('the recipes', () => {
  it('give the pages of a month in order, with a page for each of the two worst places', () => {
    expect(pageIds(monthly)).toEqual([
      'overview',
      'changes',
      'where',
      'region:150300',
      'region:150600',
      'risks',
      'market',
      'targets',
      'outlook',
      'response',
      'data',
    ]);
    expect(page(monthly, 'region:150300').heading).toBe('重点地区：乌海市');
  });

  it('give every page but that on measures a chart of the kind that was wished for', () => {
    for (const { id, exhibit } of monthly.pages) {
      const recipe = PAGES[id.split(':')[0] as keyof typeof PAGES];
      if (id === 'response') expect(exhibit).toBeNull();
      else expect(recipe.exhibits.map(({ kind }) => kind)).toContain(exhibit!.kind);
    }
    // The charts of the two places are of these places.
    const [wuhai, ordos] = [page(monthly, 'region:150300').exhibit!, page(monthly, 'region:150600').exhibit!];
    expect([wuhai.title.includes('乌海'), ordos.title.includes('鄂尔多斯'), wuhai.id === ordos.id]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('make a flash of one page: the judgement, at most five sentences more, one chart', () => {
    for (const at of ['2026-10', '2026-03', '2018-10']) {
      const { pages } = makeBriefing(factsOf(at, { kind: 'flash' }), 'zh', '');
      expect(pages).toHaveLength(1);
      expect(pages[0]!.sentences[0]!.id).toBe('overall.level');
      expect(pages[0]!.sentences.length).toBeGreaterThanOrEqual(4);
      expect(pages[0]!.sentences.length).toBeLessThanOrEqual(6);
      expect(pages[0]!.exhibit).not.toBeNull();
    }
  });

  it('look back a quarter in a quarterly one', () => {
    const quarterly = makeBriefing(factsOf('2026-09', { kind: 'quarterly' }), 'zh', '');
    const rise = page(quarterly, 'quarter').sentences.find(({ id }) => id === 'changes.rise')!;
    expect(rise.text).toContain('与2026年6月相比');
    expect(rise.text).toContain('鄂尔多斯市由Ⅲ级升至Ⅱ级');
    expect(page(quarterly, 'spread').exhibit!.kind).toBe('diffusion-curve');
    expect(pageIds(quarterly)).not.toContain('changes');
  });

  it('follow one region and its episode in a special report', () => {
    const special = makeBriefing(
      factsOf('2026-10', { kind: 'special', regionCode: '150300', since: month('2025-11') }),
      'zh',
      '',
    );
    expect(pageIds(special).slice(0, 4)).toEqual(['judgement', 'region:150300', 'course', 'below']);
    const [moves] = page(special, 'course').sentences;
    expect(moves!.text).toMatch(/^2025年11月以来，乌海市等级变化2次：2025年11月为Ⅳ级；.*2026年2月为Ⅰ级。$/);
    // A county has nothing below it: no page speaks of what is there.
    const county = makeBriefing(factsOf('2022-06', { kind: 'special', regionCode: '150781' }), 'zh', '');
    expect(pageIds(county)).toEqual(
      RECIPES.special
        .map((kind) => (kind === 'region' ? 'region:150781' : kind))
        .filter((id) => !/^(below|where)$/.test(id)),
    );
  });

  it('leave out a page with nothing to say', () => {
    const bare = makeBriefing({ ...october, figures: [], revisions: null }, 'zh', '');
    expect(pageIds(bare)).not.toContain('market');
    expect(pageIds(bare)).not.toContain('targets');
    expect(pageIds(bare)).toContain('data');
    for (const { sentences } of bare.pages) expect(sentences.length).toBeGreaterThan(0);
  });
});

describe('around the pages', () => {
  it('the title is in official form, for each kind and both languages', () => {
    const title = (at: string, over: Partial<BriefingAsk>, lang: 'zh' | 'en'): string =>
      makeBriefing({ ...october, period: month(at), ask: askFor(month(at), over) }, lang, '').title;
    expect([
      title('2026-10', {}, 'zh'),
      title('2026-09', { kind: 'quarterly' }, 'zh'),
      title('2026-10', { kind: 'quarterly' }, 'zh'),
      title('2026-10', { kind: 'special', since: month('2025-11') }, 'zh'),
      title('2026-10', { kind: 'flash' }, 'zh'),
      title('2026-10', {}, 'en'),
      title('2026-09', { kind: 'quarterly' }, 'en'),
    ]).toEqual([
      '内蒙古自治区失业风险监测预警月报（2026年10月）',
      '内蒙古自治区失业风险监测预警季报（2026年三季度）',
      '内蒙古自治区失业风险监测预警季报（2026年8—10月）',
      '关于内蒙古自治区失业风险情况的专题报告（2025年11月—2026年10月）',
      '内蒙古自治区失业风险预警快报（2026年10月）',
      'Inner Mongolia Autonomous Region: unemployment-risk monitoring, monthly briefing, Oct 2026',
      'Inner Mongolia Autonomous Region: unemployment-risk monitoring, quarterly briefing, Q3 2026',
    ]);
    expect(makeBriefing({ ...october, whole: null, outlooks: [] }, 'en', '').title).toMatch(/^All regions: /);
  });

  it('the day of the data, the rules and the demonstration stand below', () => {
    expect(monthly).toMatchObject({ issuer: '就业促进与失业保险处', number: '', date: '', removed: [], byHand: [] });
    expect(monthly.sourceLine).toContain('2026年11月10日');
    expect(monthly.basisLine).toContain(october.fingerprint.slice(0, 12));
    expect(monthly.vintage).toEqual({
      asOf: october.asOf,
      knownOn: october.knownOn,
      fingerprint: october.fingerprint,
    });
    expect(monthly.demonstration).not.toBe('');
    const real = makeBriefing({ ...october, demonstration: false }, 'zh', '');
    expect(real.demonstration).toBe('');
    expect(JSON.stringify(real.pages.map(({ sentences }) => sentences))).not.toContain('data.demonstration');
  });

  it('every indicator that is named is defined, and no other', () => {
    const named = new Set(
      monthly.pages.flatMap((p) => p.sentences.flatMap((s) => s.figures.flatMap((f) => f.indicatorId ?? []))),
    );
    const defined = monthly.definitions.map(({ indicatorId }) => indicatorId);
    expect(defined).toEqual(expect.arrayContaining([...named]));
    for (const one of monthly.definitions) expect([one.definition, one.unit, one.source, one.family]).not.toContain('');
    const words = JSON.stringify(monthly.pages);
    for (const id of defined.filter((one) => !named.has(one))) {
      const { name, short } = october.indicators[id]!;
      expect(words.includes(name.zh) || words.includes(short.zh), id).toBe(true);
    }
  });

  it('the same facts give the same bytes', () => {
    const again = makeBriefing(structuredClone(october), 'zh', '就业促进与失业保险处');
    expect(JSON.stringify(again)).toBe(JSON.stringify(monthly));
  });

  it('the notes say the point, where it comes from, and answer a question from the facts', () => {
    const { notes, sentences } = page(monthly, 'region:150300');
    const [point, source, question, answer] = notes.split('\n');
    expect(point).toBe(`要点：${sentences[0]!.text}`);
    expect(source).toMatch(/^出处：新申领失业保险金人数、.*2026年11月9日获知。$/);
    expect(question).toBe('可能的提问：会不会是误报？');
    expect(answer).toContain('达到预警线的信号共21项');
  });
});
