import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../../src/briefing/briefing';
import {
  addPage,
  addSentence,
  removePage,
  removeSentence,
  setPageHeading,
  setSentence,
} from '../../../src/briefing/edit-briefing';
import { putBack, takenOut, updated } from '../../../src/views/briefing/builder/renew';
import { changeWords, isMeasured, signedWords } from '../../../src/views/briefing/builder/side/figure-words';
import { briefing, figure, page, sentence, tape } from './make-briefing';

const made = (): Briefing =>
  briefing({
    pages: ['a', 'b', 'c', 'd'].map((id) =>
      page(id, `第${id}页`, { sentences: [1, 2, 3].map((n) => sentence(`${id}.${n}`, `${id}${n}`)) }),
    ),
  });
const ids = ({ pages }: Briefing): readonly string[] => pages.map((p) => p.id);
const chart = (title: string) => ({ ...tape({}), title });
/** What the engine answers for a draft with one chart of its own. */
const withOwn = (base: Briefing, title: string): Briefing => ({
  ...base,
  pages: [...base.pages, page('own-1', title, { exhibit: chart(title), headingByHand: true, notesByHand: true })],
});

describe('a draft that is brought up to the figures', () => {
  it('draws the charts that a hand added anew, and a heading that was the finding goes with it', () => {
    const draft = addPage(made(), 'a', { heading: '旧发现', exhibit: chart('旧发现') });
    const after = updated(draft, withOwn(made(), '新发现'));
    expect(ids(after)).toEqual(['a', 'own-1', 'b', 'c', 'd']);
    expect(after.pages[1]).toMatchObject({ heading: '新发现', exhibit: { title: '新发现' } });
    // A heading that somebody wrote stays; so do the sentences under it.
    const written = addSentence(setPageHeading(draft, 'own-1', '我的标题'), 'own-1', null, '我的话');
    expect(updated(written, withOwn(made(), '新发现')).pages[1]).toMatchObject({
      heading: '我的标题',
      exhibit: { title: '新发现' },
      sentences: [{ text: '我的话' }],
    });
  });

  it('keeps a chart that the figures cannot carry any more, and nothing that was taken out comes back', () => {
    const draft = addPage(made(), 'a', { heading: '旧发现', exhibit: chart('旧发现') });
    expect(updated(draft, made()).pages[1]).toMatchObject({ heading: '旧发现', exhibit: { title: '旧发现' } });
    const without = removePage(removePage(draft, 'own-1'), 'b');
    expect(ids(updated(without, withOwn(made(), '新发现')))).toEqual(['a', 'c', 'd']);
  });

  it('is the same when nothing is new', () => {
    const draft = addPage(setSentence(made(), 'a', 'a.1', '手写'), 'd', { heading: '发现', exhibit: chart('发现') });
    expect(updated(draft, withOwn(made(), '发现'))).toEqual(draft);
  });
});

describe('what was taken out', () => {
  it('is listed as far as it could come back, pages first', () => {
    let draft = removeSentence(made(), 'a', 'a.2');
    draft = removePage(removeSentence(draft, 'c', 'c.1'), 'c');
    expect(takenOut(draft, made()).map((one) => [one.id, one.words])).toEqual([
      ['c', '第c页'],
      ['a/a.2', 'a2'],
    ]);
    const gone = { ...made(), pages: made().pages.filter((p) => p.id !== 'c') };
    expect(takenOut(draft, gone).map((one) => one.id)).toEqual(['a/a.2']);
  });

  it('comes back to its place, and all else stays as it is', () => {
    const draft = setSentence(removePage(made(), 'c'), 'a', 'a.1', '手写');
    const [page_] = takenOut(draft, made());
    const back = putBack(draft, made(), page_!);
    expect(ids(back)).toEqual(['a', 'b', 'c', 'd']);
    expect(back.removed).toEqual([]);
    expect(back.pages[0]).toEqual(draft.pages[0]);
    // To the front, where what stood before it is out as well.
    const first = removePage(removePage(made(), 'a'), 'b');
    expect(ids(putBack(first, made(), takenOut(first, made())[1]!))).toEqual(['b', 'c', 'd']);
  });

  it('a sentence comes back behind the one before it', () => {
    const draft = removeSentence(removeSentence(made(), 'a', 'a.2'), 'a', 'a.3');
    const [two, three] = takenOut(draft, made());
    expect(putBack(draft, made(), three!).pages[0]!.sentences.map((s) => s.id)).toEqual(['a.1', 'a.3']);
    const both = putBack(putBack(draft, made(), three!), made(), two!);
    expect(both).toEqual(made());
  });
});

describe('a figure then and now', () => {
  const move = (before: number, now: number, unit: string, said: [string, string], key = 'x@1@2') => ({
    key,
    indicatorId: 'x',
    regionCode: '1',
    before: figure({ value: before, unit, said: said[0], key }),
    now: figure({ value: now, unit, said: said[1], key }),
    change: now - before,
  });

  it('differs by points between two rates, as exactly as they are said', () => {
    expect(changeWords(move(5.43, 5.61, 'percent', ['5.4%', '5.6%']), 'zh')).toBe('+0.2百分点');
    expect(changeWords(move(3.51, 3.49, 'percent', ['3.51%', '3.49%']), 'en')).toBe('−0.02 pp');
    expect(changeWords(move(351, 354, 'persons', ['351人', '354人']), 'zh')).toBe('+3人');
  });

  it('is told in full where the two are shortened, without a unit where there is none', () => {
    expect(changeWords(move(167_000, 183_858.2, 'persons', ['16.7万人', '18.4万人']), 'zh')).toBe('+16,858人');
    expect(changeWords(move(49, 50.2, 'index', ['49.0', '50.2']), 'zh')).toBe('+1.2');
    expect(changeWords({ ...move(1, 2, '', ['1', '2']), change: null }, 'zh')).toBe('');
  });

  it('has the minus that a verb stands for in the sentence', () => {
    expect(signedWords(figure({ value: -2.1, said: '2.1%' }))).toBe('−2.1%');
    expect(signedWords(figure({ value: -2.1, said: '−2.1%' }))).toBe('−2.1%');
    expect(signedWords(figure({ value: 0, said: '0%' }))).toBe('0%');
  });

  it('of an indicator and the index, not of what is counted', () => {
    expect(isMeasured(move(1, 2, 'percent', ['1%', '2%']))).toBe(true);
    expect(isMeasured(move(1, 2, 'level', ['Ⅳ级', 'Ⅲ级'], 'signal:r@1@2'))).toBe(false);
    const ofNone = { ...move(1, 2, 'index', ['1', '2'], 'index@1@2'), indicatorId: null };
    expect(isMeasured(ofNone)).toBe(true);
    expect(isMeasured({ ...ofNone, now: { ...ofNone.now, key: 'count.warned@1@2' } })).toBe(false);
  });
});
