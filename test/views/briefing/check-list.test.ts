import { describe, expect, it } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import { parseDay } from '../../../src/base/period';
import type { Briefing } from '../../../src/briefing/briefing';
import { checkList, type Freshness } from '../../../src/views/briefing/builder/side/check-list';
import { briefing, figure, page, sentence, tape } from './make-briefing';

const SAME: Freshness = { kind: 'same' };
const ids = (one: Briefing, freshness: Freshness = SAME): readonly string[] =>
  checkList(one, freshness, 'zh').map((f) => f.id);
const withPages = (...pages: Briefing['pages']): Briefing => briefing({ pages });

describe('before a briefing is sent', () => {
  it('nothing is found in one that is complete and as the figures are', () => {
    expect(ids(briefing())).toEqual([]);
  });

  it('each empty field of the head is named, and leads to the head', () => {
    const found = checkList(briefing({ number: '', date: ' ', issuer: '', to: '', title: '' }), SAME, 'en');
    expect(found.map((f) => f.words)).toEqual([
      'No title',
      'No issue number',
      'No date',
      'No issuing office',
      'No addressee',
    ]);
    expect(new Set(found.map((f) => f.place?.page))).toEqual(new Set(['head']));
  });

  it('a sentence by hand whose figures have moved leads to its place', () => {
    const moved = { generated: '10月城镇调查失业率5.6%。', figures: [figure({ value: 5.6, said: '5.6%' })] };
    const said = sentence('overall.rate', '失业率5.4%，需关注。', {
      figures: [figure()],
      byHand: { generated: '10月城镇调查失业率5.4%。' },
      moved,
    });
    const found = checkList(withPages(page('overview', '总体研判', { sentences: [said] })), SAME, 'zh');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ weight: 'must', place: { page: 'overview', sentence: 'overall.rate' } });
    expect(found[0]!.words).toContain('“失业率5.4%，需关注。”');
  });

  it('a number that a hand typed and that no figure stands for is to be verified', () => {
    const typed = (text: string) =>
      withPages(
        page('overview', '总体研判', {
          sentences: [sentence('overall.rate', text, { figures: [figure()], byHand: { generated: '' } })],
        }),
      );
    expect(ids(typed('2026年10月失业率5.4%。'))).toEqual([]);
    const [found] = checkList(typed('失业率5.4%，影响约1,200人。'), SAME, 'zh');
    expect(found?.words).toContain('手写的数字1,200不在数据之中');
    // What the program wrote is held to its figures by the tests of the narrative.
    const own = sentence('own-1', '增加300人', { byHand: { generated: '' } });
    expect(ids(withPages(page('own-2', '补充', { sentences: [own] })))).toEqual(['unbound own-2 own-1']);
  });

  it('an empty sentence and a page with nothing on it are named', () => {
    const pages = [page('own-1', '补充', { sentences: [sentence('own-1', ' ')] }), page('own-2', '空页')];
    expect(ids(withPages(...pages))).toEqual(['empty own-1 own-1', 'bare own-2']);
  });

  it('regions without enough data are told once each, never as normal', () => {
    const exhibit = tape({ 乌海市: [1, INSUFFICIENT], 包头市: [INSUFFICIENT, 0] });
    const one = withPages(page('a', '甲', { exhibit }), page('b', '乙', { exhibit }));
    const [found] = checkList(one, SAME, 'zh');
    expect(found).toMatchObject({ id: 'insufficient', weight: 'note' });
    expect(found!.words).toMatch(/^1个地区数据不足、未定级：乌海市。/);
  });

  it('figures that are not those of now, and a day of knowledge, are told', () => {
    expect(ids(briefing(), { kind: 'older', changed: 3 })).toEqual(['older']);
    expect(ids(briefing(), { kind: 'unknown', why: '没有这一时期' })).toEqual(['unknown']);
    expect(ids(briefing(), { kind: 'asking' })).toEqual([]);
    const past = { ...briefing().vintage, asOf: parseDay('2026-10-20') };
    expect(checkList(briefing({ vintage: past }), SAME, 'zh')[0]?.words).toContain('2026年10月20日');
  });

  it('invented figures are always told', () => {
    expect(ids(briefing({ demonstration: '演示数据' }))).toEqual(['demonstration']);
  });
});
