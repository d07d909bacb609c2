import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/base/text';
import { formatPeriod } from '../../../src/base/period';
import type { Sentence } from '../../../src/briefing/briefing';
import type { BriefingFacts, IndicatorFacts, RegionFacts, ResponseFacts } from '../../../src/briefing/facts/facts';
import { makeBriefing } from '../../../src/briefing/make-briefing';
import { demonstrationFacts } from '../facts/make-world';
import { world } from './shared-world';

/**
 * One input is changed; exactly the sentences that are bound to it may change, and all that say it must. What a sentence
 * is bound to is read from its figures, before or after.
 */

const RESPONSE: ResponseFacts = {
  warnings: { open: 4, unacknowledged: 1, overdue: 0, falseAlarms: 2 },
  cases: ['150300', '150600'].map((regionCode, i) => ({
    id: `case-${i}`,
    title: `评审第${i + 1}号`,
    regionCode,
    level: i === 0 ? 4 : 3,
    stage: 'consult',
    opened: 20_500 + i,
    reports: [{ to: '自治区', sentOn: 20_510 }],
    measures: [
      {
        id: 'work-relief',
        title: { zh: '开展以工代赈', en: 'Work relief' },
        clause: '6.4',
        owner: 'drc',
        due: 20_600,
        overdue: false,
        state: 'running',
      },
    ],
  })),
};

const base: BriefingFacts = { ...demonstrationFacts({}, world), response: RESPONSE };

function said(facts: BriefingFacts, lang: Lang): Map<string, Sentence> {
  const { pages } = makeBriefing(facts, lang, '');
  return new Map(pages.flatMap((page) => page.sentences).map((one) => [one.id, one]));
}
const before = { zh: said(base, 'zh'), en: said(base, 'en') };

interface Diff {
  readonly changed: readonly string[];
  readonly came: readonly string[];
  readonly went: readonly string[];
  readonly after: Map<string, Sentence>;
}

function diff(facts: BriefingFacts, lang: Lang): Diff {
  const after = said(facts, lang);
  return {
    after,
    changed: [...after].flatMap(([id, one]) => {
      const was = before[lang].get(id);
      return was && was.text !== one.text ? [id] : [];
    }),
    came: [...after.keys()].filter((id) => !before[lang].has(id)),
    went: [...before[lang].keys()].filter((id) => !after.has(id)),
  };
}

/** Is a sentence bound, before or after, to a figure whose key fits? */
function boundTo(id: string, { after }: Diff, lang: Lang, fits: (key: string) => boolean): boolean {
  return [before[lang].get(id), after.get(id)].some((one) => one?.figures.some(({ key }) => fits(key)));
}

/** Sentences of now whose figures fit. */
function bound(lang: Lang, fits: (key: string) => boolean): readonly string[] {
  return [...before[lang]].flatMap(([id, { figures }]) => (figures.some(({ key }) => fits(key)) ? [id] : []));
}

const LANGS = ['zh', 'en'] as const;
const spelt = (period: number): string => formatPeriod('month', period);
const runs = { numRuns: 15 };

describe('a changed input', () => {
  it('changes every sentence that says the value of an indicator, and no other', () => {
    const told = base.figures.filter(({ value, at }) => value !== null && at !== null);
    const spoken = told.filter((f) => bound('zh', (key) => key === keyOf(f)).length > 0);
    expect(spoken.length).toBeGreaterThan(15);
    fc.assert(
      // Half of them such as are said: most figures are not.
      fc.property(fc.boolean(), fc.nat(), fc.double({ min: 1.3, max: 3, noNaN: true }), (isSaid, n, factor) => {
        const among = isSaid ? spoken : told;
        const figure = among[n % among.length]!;
        const value = figure.value! * factor + 1;
        const facts = withFigure(figure, { value });
        for (const lang of LANGS) {
          const change = diff(facts, lang);
          // The ranking of openings per seeker rests on the values of all parts.
          const ranked = figure.indicatorId === 'openings_to_seekers' ? ['market.tight'] : [];
          const fits = (key: string): boolean => key === keyOf(figure);
          expect([...change.came, ...change.went]).toEqual([]);
          for (const id of change.changed)
            expect(boundTo(id, change, lang, fits) || ranked.includes(id), id).toBe(true);
          expect(change.changed).toEqual(
            expect.arrayContaining(bound(lang, fits).filter((id) => !ranked.includes(id))),
          );
        }
      }),
      runs,
    );
  });

  it('changes every sentence on the target of an indicator, and no other', () => {
    const told = base.figures.filter(({ target }) => target !== null);
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0.5, max: 2, noNaN: true }), (n, factor) => {
        const figure = told[n % told.length]!;
        const { target } = figure;
        fc.pre(Math.abs(factor - 1) > 0.05);
        const facts = withFigure(figure, {
          target: { ...target!, goal: target!.goal * factor, share: target!.share / factor },
        });
        const parts = `targets.new_urban_jobs.parts`;
        const fits = (key: string): boolean => key.startsWith(`${keyOf(figure)}:`) && /:(target|share|gap)$/.test(key);
        for (const lang of LANGS) {
          const change = diff(facts, lang);
          expect([...change.came, ...change.went]).toEqual([]);
          for (const id of change.changed) expect(boundTo(id, change, lang, fits) || id === parts, id).toBe(true);
          expect(change.changed).toEqual(expect.arrayContaining(bound(lang, fits).filter((id) => id !== parts)));
        }
      }),
      runs,
    );
  });

  it('changes every sentence on the level of a region, and no other', () => {
    fc.assert(
      fc.property(fc.nat(base.parts.length - 1), fc.constantFrom(0, 1, 2, 3, 4, 255), (n, level) => {
        const part = base.parts[n]!;
        fc.pre(part.levels.at(-1) !== level);
        const facts = withLevel(part, level);
        const at = `@${part.code}@${spelt(base.period)}`;
        const levelKey = (key: string): boolean => key === `level${at}`;
        // Counts over all parts rest on each of them.
        const fits = (key: string): boolean => levelKey(key) || /^(count|share)\./.test(key);
        for (const lang of LANGS) {
          const change = diff(facts, lang);
          for (const id of change.changed) expect(boundTo(id, change, lang, fits), id).toBe(true);
          const gone = new Set(change.went);
          const must = bound(lang, levelKey).filter((id) => !gone.has(id) && !id.startsWith('suggestions.'));
          expect(change.changed).toEqual(expect.arrayContaining(must));
          expect(change.changed).toContain('overall.counts');
          // What comes and goes is on the region, or on one that makes room for it on pages that hold so many.
          for (const id of [...change.came, ...change.went]) expect(id).toMatch(/^(where|region|changes|suggestions)/);
        }
      }),
      runs,
    );
  });

  it('changes the sentence on a case, and no other', () => {
    const stages = ['verify', 'assess', 'decide', 'report', 'follow-up'] as const;
    fc.assert(
      fc.property(fc.nat(1), fc.constantFrom(...stages), fc.boolean(), (which, stage, overdue) => {
        const cases = RESPONSE.cases.map((one, i) =>
          i === which ? { ...one, stage, measures: one.measures.map((m) => ({ ...m, overdue })) } : one,
        );
        for (const lang of LANGS) {
          const { changed, came, went } = diff({ ...base, response: { ...RESPONSE, cases } }, lang);
          expect([changed, came, went]).toEqual([[`measures.case.case-${which}`], [], []]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('tells no measures where there is no trail to ask, and says so where it is empty', () => {
    const none = diff({ ...base, response: null }, 'zh');
    expect([none.changed, none.came]).toEqual([[], []]);
    expect(none.went.every((id) => id.startsWith('measures.'))).toBe(true);
    const empty: ResponseFacts = {
      warnings: { open: 0, unacknowledged: 0, overdue: 0, falseAlarms: 0 },
      cases: [],
    };
    expect(diff({ ...base, response: empty }, 'zh').came).toEqual(['measures.none']);
  });
});

function keyOf({ indicatorId, regionCode, at }: IndicatorFacts): string {
  return `${indicatorId}@${regionCode}@${spelt(at ?? base.period)}`;
}

function withFigure(figure: IndicatorFacts, over: Partial<IndicatorFacts>): BriefingFacts {
  return { ...base, figures: base.figures.map((one) => (one === figure ? { ...one, ...over } : one)) };
}

function withLevel(part: RegionFacts, level: number): BriefingFacts {
  const changed: RegionFacts = {
    ...part,
    levels: [...part.levels.slice(0, -1), level],
    derivation: { ...part.derivation, level: level as RegionFacts['derivation']['level'] },
  };
  return { ...base, parts: base.parts.map((one) => (one === part ? changed : one)) };
}
