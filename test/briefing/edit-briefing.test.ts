import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundFigure, Briefing, Page, Sentence } from '../../src/briefing/briefing';
import { checkBriefing } from '../../src/briefing/check-briefing';
import { compareBriefings } from '../../src/briefing/compare-briefings';
import {
  addPage,
  addSentence,
  agreeTo,
  bringBack,
  movePage,
  moveSentence,
  removePage,
  removeSentence,
  setHeadField,
  setNotes,
  setPageHeading,
  setSentence,
} from '../../src/briefing/edit-briefing';
import { makeBriefing } from '../../src/briefing/make-briefing';
import { mergeBriefing, movedSentences } from '../../src/briefing/merge-briefing';
import { collectFacts } from '../../src/briefing/facts/collect';
import { askFor, month } from './facts/make-world';
import { world } from './narrative/shared-world';

/** The life of a briefing by hand, on two months of the demonstration; small ones made by hand where a case is wanted. */

const of = (period: string): Briefing => makeBriefing(collectFacts(world, askFor(month(period))), 'zh', '就业处');
const october = of('2026-10');
const march = of('2026-03');

const figure = (value: number, period = '2026-10'): BoundFigure => ({
  key: `rate@R@${period}`,
  indicatorId: 'rate',
  regionCode: 'R',
  period,
  value,
  unit: 'percent',
  knownOn: null,
  said: `${value}%`,
});
const said = (id: string, value: number, period?: string): Sentence => ({
  id,
  text: `失业率${value}%。`,
  figures: [figure(value, period)],
  byHand: null,
  moved: null,
});
const page = (id: string, sentences: readonly Sentence[]): Page => ({
  id,
  heading: `标题${id}`,
  sentences,
  exhibit: null,
  notes: `备注${id}`,
  notesByHand: false,
  headingByHand: false,
});
const small = (pages: readonly Page[]): Briefing => ({ ...october, pages, definitions: [] });
const base = small([
  page('a', [said('a.1', 1), said('a.2', 2)]),
  page('b', [said('b.1', 3)]),
  page('c', [said('c.1', 4)]),
]);

const pageIds = ({ pages }: Briefing): string[] => pages.map(({ id }) => id);
const ids = (briefing: Briefing, pageId: string): string[] =>
  briefing.pages.find(({ id }) => id === pageId)!.sentences.map(({ id }) => id);
const one = (briefing: Briefing, pageId: string, id: string): Sentence =>
  briefing.pages.find((p) => p.id === pageId)!.sentences.find((s) => s.id === id)!;

describe('changes by hand', () => {
  it('mark what they change, and nothing else', () => {
    const changed = setSentence(base, 'a', 'a.1', '改过。');
    expect(one(changed, 'a', 'a.1')).toEqual({
      ...said('a.1', 1),
      text: '改过。',
      byHand: { generated: '失业率1%。' },
    });
    expect(changed.pages[1]).toBe(base.pages[1]);
    expect(setHeadField(base, 'number', '第1期')).toMatchObject({ number: '第1期', byHand: ['number'] });
    expect(setNotes(base, 'a', '新').pages[0]).toMatchObject({ notes: '新', notesByHand: true });
    expect(setPageHeading(base, 'a', '新').pages[0]).toMatchObject({ heading: '新', headingByHand: true });
  });

  it('are the program’s again where they are typed back', () => {
    const changed = setSentence(base, 'a', 'a.1', '改过。');
    expect(setSentence(changed, 'a', 'a.1', '失业率1%。')).toEqual(base);
  });

  it('that change nothing give the same briefing', () => {
    for (const same of [
      setSentence(base, 'a', 'a.1', '失业率1%。'),
      setSentence(base, 'a', 'none', 'x'),
      setSentence(base, 'none', 'a.1', 'x'),
      setHeadField(base, 'title', base.title),
      setNotes(base, 'a', '备注a'),
      setPageHeading(base, 'b', '标题b'),
      moveSentence(base, 'a', 'a.1', -1),
      movePage(base, 'c', 1),
      movePage(base, 'none', 1),
      removePage(base, 'none'),
      removeSentence(base, 'a', 'none'),
      bringBack(base, 'a'),
      agreeTo(base, 'a', 'a.1', 'new'),
    ])
      expect(same).toBe(base);
  });

  it('add, move and take out sentences and pages', () => {
    const added = addSentence(addSentence(base, 'a', 'a.1', '甲'), 'a', null, '乙');
    expect(ids(added, 'a')).toEqual(['own-2', 'a.1', 'own-1', 'a.2']);
    expect(ids(moveSentence(base, 'a', 'a.1', 1), 'a')).toEqual(['a.2', 'a.1']);
    expect(pageIds(movePage(base, 'c', -2))).toEqual(['c', 'a', 'b']);
    expect(pageIds(addPage(addPage(base, 'a', { heading: '甲' }), null, { heading: '乙' }))).toEqual([
      'own-2',
      'a',
      'own-1',
      'b',
      'c',
    ]);
    const out = removePage(removeSentence(added, 'a', 'a.2'), 'b');
    expect([pageIds(out), out.removed]).toEqual([
      ['a', 'c'],
      ['a/a.2', 'b'],
    ]);
    expect(removeSentence(added, 'a', 'own-1').removed).toEqual([]);
    expect(bringBack(out, 'b').removed).toEqual(['a/a.2']);
  });
});

describe('made anew', () => {
  it('text by hand stays, and is marked where its figures have moved', () => {
    const edited = setSentence(setSentence(base, 'a', 'a.1', '甲。'), 'a', 'a.2', '乙。');
    const fresh = small([page('a', [said('a.1', 1), said('a.2', 5)]), base.pages[1]!, base.pages[2]!]);
    const merged = mergeBriefing(edited, fresh);
    expect(one(merged, 'a', 'a.1')).toEqual(one(edited, 'a', 'a.1'));
    expect(one(merged, 'a', 'a.2')).toEqual({
      ...one(edited, 'a', 'a.2'),
      moved: { generated: '失业率5%。', figures: [figure(5)] },
    });
    expect(movedSentences(merged).map(({ sentence }) => sentence.id)).toEqual(['a.2']);
  });

  it('the same figures a month on have moved too: the period is part of them', () => {
    const edited = setSentence(base, 'b', 'b.1', '甲。');
    const merged = mergeBriefing(
      edited,
      small([base.pages[0]!, page('b', [said('b.1', 3, '2026-11')]), base.pages[2]!]),
    );
    expect(one(merged, 'b', 'b.1').moved).not.toBeNull();
  });

  it('a figure that moved by less than is said has moved all the same', () => {
    const edited = setSentence(base, 'b', 'b.1', '甲。');
    const fresh = small([base.pages[0]!, page('b', [{ ...said('b.1', 3), figures: [{ ...figure(3), value: 3.04 }] }])]);
    expect(one(mergeBriefing(edited, fresh), 'b', 'b.1').moved).toMatchObject({ figures: [{ value: 3.04 }] });
  });

  it('agreeing takes the new words, or keeps one’s own and the mark goes', () => {
    const fresh = small([page('a', [said('a.1', 9), said('a.2', 2)])]);
    const merged = mergeBriefing(setSentence(base, 'a', 'a.1', '甲。'), fresh);
    expect(one(agreeTo(merged, 'a', 'a.1', 'new'), 'a', 'a.1')).toEqual(said('a.1', 9));
    const mine = agreeTo(merged, 'a', 'a.1', 'mine');
    expect(one(mine, 'a', 'a.1')).toEqual({ ...said('a.1', 9), text: '甲。', byHand: { generated: '失业率9%。' } });
    expect(mergeBriefing(mine, fresh)).toEqual(mine);
  });

  it('a sentence by hand that is no longer said stays and is marked; one of the program goes', () => {
    const merged = mergeBriefing(setSentence(base, 'a', 'a.1', '甲。'), small([page('a', []), base.pages[1]!]));
    expect(pageIds(merged)).toEqual(['a', 'b']);
    expect(ids(merged, 'a')).toEqual(['a.1']);
    expect(one(merged, 'a', 'a.1').moved).toEqual({ generated: '', figures: [] });
  });

  it('order, own pages and head fields stay; what was taken out stays out; what is new comes in at its place', () => {
    const mine = setHeadField(
      removeSentence(removePage(movePage(addPage(base, 'a', { heading: '自己' }), 'c', -3), 'b'), 'a', 'a.2'),
      'title',
      '我的标题',
    );
    const fresh = small([base.pages[0]!, page('n', [said('n.1', 7)]), base.pages[1]!, base.pages[2]!]);
    const merged = mergeBriefing(mine, { ...fresh, title: '新的标题', number: '2' });
    expect(pageIds(merged)).toEqual(['c', 'a', 'n', 'own-1']);
    expect(ids(merged, 'a')).toEqual(['a.1']);
    expect([merged.title, merged.number]).toEqual(['我的标题', '2']);
    expect(pageIds(mergeBriefing(bringBack(merged, 'b'), fresh))).toContain('b');
  });

  type Edit = (briefing: Briefing) => Briefing;
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  const edit = fc.tuple(fc.nat(9), fc.nat(), fc.nat(), fc.string({ maxLength: 8 })).map(([kind, p, s, text]): Edit => {
    return (b) => {
      const at = pick(b.pages, p);
      const sentence = at && pick(at.sentences, s);
      if (!at) return addPage(b, null, { heading: text });
      const sid = sentence?.id ?? '';
      const edits: readonly (() => Briefing)[] = [
        () => setSentence(b, at.id, sid, text),
        () => addSentence(b, at.id, sid, text),
        () => removeSentence(b, at.id, sid),
        () => moveSentence(b, at.id, sid, s % 2 === 0 ? 1 : -1),
        () => setPageHeading(b, at.id, text),
        () => setNotes(b, at.id, text),
        () => addPage(b, at.id, { heading: text }),
        () => removePage(b, at.id),
        () => movePage(b, at.id, (s % 5) - 2),
        () => setHeadField(b, 'title', text),
      ];
      return edits[kind]!();
    };
  });

  it('any edits: making it anew is idempotent, what hands wrote survives a chain of months, and the gate takes it', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const mine = edits.reduce((b, change) => change(b), october);
        const again = mergeBriefing(mine, october);
        expect(again).toEqual(mergeBriefing(again, october));
        // Nothing has moved while the figures are the same: the hand's briefing is what it was.
        expect(again).toEqual(mine);
        const chain = mergeBriefing(mergeBriefing(mine, march), october);
        const words = (b: Briefing): string[] =>
          b.pages.flatMap((p) =>
            p.sentences.filter(({ byHand }) => byHand !== null).map((x) => `${p.id} ${x.id} ${x.text}`),
          );
        expect(words(chain).toSorted()).toEqual(words(mine).toSorted());
        for (const b of [mine, chain]) {
          const raw: unknown = JSON.parse(JSON.stringify(b));
          expect(checkBriefing(raw)).toEqual({ value: raw, faults: [] });
        }
        const shown = new Set(chain.pages.flatMap((p) => [p.id, ...p.sentences.map(({ id }) => `${p.id}/${id}`)]));
        for (const id of mine.removed) expect(shown.has(id)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('checkBriefing', () => {
  it('takes every kind of briefing after a way through JSON, charts included', () => {
    for (const briefing of [october, march]) {
      const raw: unknown = JSON.parse(JSON.stringify(briefing));
      expect(checkBriefing(raw)).toEqual({ value: raw, faults: [] });
      // In the same order: a draft that is opened again is compared with what is made now as JSON.
      expect(JSON.stringify(checkBriefing(raw).value)).toBe(JSON.stringify(raw));
      // Nothing is lost on the way: no undefined, no NaN, no typed array.
      expect(JSON.stringify(structuredClone(briefing))).toBe(JSON.stringify(raw));
    }
    expect(october.pages.filter(({ exhibit }) => exhibit !== null).length).toBeGreaterThan(5);
  });

  it('tells all faults, each with its place', () => {
    const bad = {
      ...base,
      form: 2,
      more: 1,
      lang: 'fr',
      pages: [{ ...base.pages[0], exhibit: { kind: 'pie' }, sentences: [{ ...said('x', 1), text: 5 }] }],
    };
    expect(
      checkBriefing(bad)
        .faults.map(({ path }) => path)
        .toSorted(),
    ).toEqual(['.', '.form', '.lang', '.pages[0].exhibit.kind', '.pages[0].sentences[0].text']);
  });

  it('tells pages and sentences that stand twice, and what is too long', () => {
    const twice = small([page('a', [said('s', 1), said('s', 2)]), page('a', [])]);
    expect(checkBriefing(twice).faults.map(({ path }) => path)).toEqual(['.pages[0].sentences[1].id', '.pages[1].id']);
    expect(checkBriefing({ ...base, title: 'x'.repeat(20_001) }).faults.map(({ path }) => path)).toEqual(['.title']);
    expect(checkBriefing(JSON.parse('{"__proto__": {"form": 1}}')).value).toBeNull();
    expect(checkBriefing(null).value).toBeNull();
  });

  it('refuses an unknown field in a chart', () => {
    const at = october.pages.findIndex(({ exhibit }) => exhibit !== null);
    const drawn = october.pages[at]!;
    const pages = october.pages.with(at, {
      ...drawn,
      exhibit: { ...drawn.exhibit!, data: { ...drawn.exhibit!.data, script: 'x' } } as never,
    });
    expect(checkBriefing({ ...october, pages }).faults.map(({ path }) => path)).toEqual([`.pages[${at}].exhibit.data`]);
  });
});

describe('compared with an earlier briefing', () => {
  it('tells pages and sentences that are new, gone or changed, with the figures then and now', () => {
    const before = small([
      page('a', [said('a.1', 1, '2026-09'), said('a.2', 2, '2026-09')]),
      page('b', [said('b.1', 3)]),
    ]);
    const now = small([
      page('a', [said('a.1', 1), said('a.3', 2)]),
      page('c', [said('c.1', 4)]),
      page('b', [said('b.1', 8)]),
    ]);
    const { pages, ...counts } = compareBriefings(before, now);
    expect(pages.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'both'],
      ['c', 'new'],
      ['b', 'both'],
    ]);
    expect(counts).toEqual({ added: 2, gone: 1, changed: 1, same: 1 });
    expect(pages[2]!.changed[0]!.figures).toMatchObject([{ key: 'rate@R', change: 5 }]);
    expect(compareBriefings(now, before).pages.at(-1)).toMatchObject({ id: 'c', state: 'gone' });
  });

  it('finds the figures of last months in those of this one', () => {
    const { pages } = compareBriefings(march, october);
    const counts = pages.find(({ id }) => id === 'overview')!.changed.find(({ id }) => id === 'overall.index')!;
    expect(counts.figures.map(({ key }) => key)).toContain('index@150000');
    for (const { before, now, change } of pages.flatMap((p) => p.changed).flatMap(({ figures }) => figures)) {
      expect(change).toBe(now.value! - before.value!);
      expect(before.period <= now.period).toBe(true);
    }
    expect(compareBriefings(october, october)).toMatchObject({ added: 0, gone: 0, changed: 0 });
  });
});
