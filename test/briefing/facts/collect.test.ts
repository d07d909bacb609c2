import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/base/indicators';
import { INSUFFICIENT } from '../../../src/base/level';
import { FREQUENCIES, NO_DAY } from '../../../src/base/period';
import { collectFacts } from '../../../src/briefing/facts/collect';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { figureAt, figuresOf, regionOf } from '../../../src/briefing/facts/find';
import { fingerprintOf } from '../../../src/levels/fingerprint';
import { demonstrationBodies } from '../../../mock-data/bodies';
import { chanceOf } from '../../../mock-data/random';
import { AS_OF } from '../../../mock-data/timeline';
import { readDemonstration } from '../../mock-data/demonstration';
import { askFor, month, worldOf } from './make-world';
import { notNumbers } from './walk';

const { feed, tree, panels } = readDemonstration(demonstrationBodies());
const PERIOD = month('2026-10');
const world = worldOf(panels, AS_OF, PERIOD);
const facts = collectFacts(world, askFor(PERIOD));
const { panel, levels, signals } = world.assessed;

/** Newest figure of each region, indicator and month in the answers of the feed, before there was any panel. */
const told = ((): ReadonlyMap<string, number> => {
  const { observations: o } = feed;
  const newest = new Map<string, { day: number; value: number }>();
  for (let i = 0; i < o.length; i++) {
    if (FREQUENCIES[o.frequency[i]!] !== 'month' || o.knownOn[i]! > AS_OF) continue;
    const key = `${o.indicatorIds[o.indicator[i]!]} ${o.regionCodes[o.region[i]!]} ${o.period[i]}`;
    if ((newest.get(key)?.day ?? NO_DAY) <= o.knownOn[i]!) newest.set(key, { day: o.knownOn[i]!, value: o.value[i]! });
  }
  return new Map([...newest].map(([key, { value }]) => [key, value]));
})();

describe('the demonstration, its last month', () => {
  test('is told whole: the region, its leagues and cities, and the banners and counties below them', () => {
    expect(facts.whole!.code).toBe('150000');
    expect(facts.parts.map(({ code }) => code)).toEqual(
      tree.children[tree.indexOf.get('150000')!]!.map((r) => tree.regions[r]!.code),
    );
    expect(facts.ends).toHaveLength(103);
    expect(facts.rest).toEqual([]);
    expect(facts.noun.zh).toBe('盟市');
    expect(facts.endsNoun.zh).toBe('旗县市区');
    const ordos = facts.ends.filter(({ part }) => part === '150600');
    expect(ordos.map(({ code }) => code.slice(0, 4))).toEqual(Array(ordos.length).fill('1506'));
    expect(facts.demonstration).toBe(true);
    expect(facts.fingerprint).toBe(fingerprintOf(levels, signals));
  });

  test('looks back 24 months, and one year more for the figures', () => {
    expect(facts.period - facts.first).toBe(23);
    for (const region of [facts.whole!, ...facts.parts]) {
      expect(region.levels).toHaveLength(24);
      expect(region.index).toHaveLength(24);
      for (const rule of region.rules) expect(rule.statistic).toHaveLength(24);
    }
    for (const figures of facts.figures) {
      expect(figures.values).toHaveLength(36);
      expect(figures.values.slice(figures.before)).toHaveLength(24);
    }
  });

  test('400 random figures are those that the feed told', () => {
    const draw = chanceOf('briefing facts');
    let reported = 0;
    for (let k = 0; k < 400; k++) {
      const one = facts.figures[Math.floor(draw() * facts.figures.length)]!;
      const period = facts.first - one.before + Math.floor(draw() * one.values.length);
      const own = told.get(`${one.indicatorId} ${one.regionCode} ${period}`);
      const value = figureAt(facts, one, period);
      if (own === undefined) continue;
      reported++;
      expect(value, `${one.indicatorId} ${one.regionCode} ${period}`).toBe(own);
    }
    expect(reported).toBeGreaterThan(200);
  });

  test('the newest figure is the last one there is, with its day and source', () => {
    for (const one of facts.figures.filter(({ aggregated, at }) => at !== null && !aggregated)) {
      const key = `${one.indicatorId} ${one.regionCode}`;
      expect(one.value).toBe(told.get(`${key} ${one.at}`));
      for (let p = one.at! + 1; p <= PERIOD; p++) expect(figureAt(facts, one, p)).toBeNull();
      expect(one.knownOn).toBeLessThanOrEqual(AS_OF);
      expect(one.source!.zh).toContain('演示数据');
    }
  });

  test('levels, indices and rules are those of the assessment', () => {
    for (const region of [facts.whole!, ...facts.parts, ...facts.ends]) {
      const from = tree.indexOf.get(region.code)! * panel.count + facts.first - panel.first;
      region.levels.forEach((level, i) => expect(level).toBe(levels.level[from + i]));
      region.index.forEach((index, i) => expect(index ?? NaN).toBe(levels.index[from + i]));
    }
    const warned = facts.parts.filter((p) => p.levels.at(-1)! >= 1 && p.levels.at(-1) !== INSUFFICIENT);
    expect(warned.length).toBeGreaterThan(2);
    expect(facts.whole!.rules.length).toBeGreaterThan(20);
    for (const part of facts.parts) expect(part.rules.length > 0).toBe(warned.includes(part));
    const wuhai = regionOf(facts, '150300')!;
    for (const rule of wuhai.rules) {
      const column = signals.find((s) => s.rule.id === rule.ruleId)!;
      const cell = tree.indexOf.get('150300')! * panel.count + PERIOD - panel.first;
      expect(rule.level.at(-1)).toBe(column.level[cell]);
    }
  });

  test('the families add up to the index, in both months', () => {
    for (const { contributions, index } of [facts.whole!, ...facts.parts]) {
      for (const [sum, at] of [
        [contributions.now, index.at(-1)],
        [contributions.before, index.at(-2)],
      ] as const) {
        expect(sum === null).toBe(at === null);
        if (sum) expect(FAMILIES.reduce((n, f) => n + sum[f], 0)).toBeCloseTo(at!, 6);
      }
    }
  });

  test('the proof is of the level that is told', () => {
    for (const { code, derivation, derivationBefore, levels: course } of [facts.whole!, ...facts.parts]) {
      expect([derivation.regionCode, derivation.period, derivation.level]).toEqual([code, PERIOD, course.at(-1)]);
      expect([derivationBefore!.period, derivationBefore!.level]).toEqual([PERIOD - 1, course.at(-2)]);
    }
  });

  test('measures are proposed for each region at a warning level and no other', () => {
    const warned = [facts.whole!, ...facts.parts].filter(
      ({ levels: l }) => l.at(-1)! >= 1 && l.at(-1) !== INSUFFICIENT,
    );
    expect(facts.proposals.map(({ regionCode }) => regionCode)).toEqual(warned.map(({ code }) => code));
    for (const { regionCode, response } of facts.proposals)
      expect(response.level).toBe(regionOf(facts, regionCode)!.levels.at(-1));
  });

  test('progress on the target is the sum since January over the goal of the year', () => {
    const jobs = figuresOf(facts, 'new_urban_jobs', '150100')!;
    const { goal, share, due, usual } = jobs.target!;
    expect(share).toBeCloseTo((100 * jobs.value!) / goal, 9);
    expect(due).toBeCloseTo((100 * 10) / 12, 9);
    expect(usual).toBeGreaterThan(60);
    expect(figuresOf(facts, 'new_benefit_claims', '150100')!.target).toBeNull();
  });

  test('looks ahead at the floor indicators, three months', () => {
    const [first] = facts.outlooks;
    expect(first!.indicatorId).toBe('surveyed_unemployment_rate');
    expect(facts.outlooks).toHaveLength(3);
    for (const { ahead, refused, regionCode, horizon } of facts.outlooks) {
      expect([regionCode, horizon, refused]).toEqual(['150000', 3, null]);
      expect(ahead!.steps.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('every indicator that is named has its entry', () => {
    const named = [...facts.figures, ...facts.whole!.rules, ...facts.outlooks].map(({ indicatorId }) => indicatorId!);
    expect([...new Set(named)].filter((id) => !facts.indicators[id])).toEqual([]);
  });

  test('holds no number that is none, survives a message between threads, and is the same twice', () => {
    expect(notNumbers(facts, ['outlooks', 'proposals', 'range'])).toEqual([]);
    expect(structuredClone(facts)).toEqual(facts);
    expect(JSON.stringify(collectFacts(world, askFor(PERIOD)))).toBe(JSON.stringify(facts));
  });
});

describe('another ask', () => {
  const of = (period: string, regionCode: string | null): BriefingFacts =>
    collectFacts({ ...world, before: null }, askFor(month(period), { kind: 'special', regionCode }));

  test('a league is the whole of its own report, its banners the parts; below them is nothing', () => {
    const { whole, parts, ends, noun, outlooks, proposals, figures } = of('2026-05', '150300');
    expect(whole!.code).toBe('150300');
    expect(whole!.levels.at(-1)).toBe(4);
    expect(parts.map(({ code }) => code)).toEqual(['150302', '150303', '150304']);
    expect([ends, noun.zh]).toEqual([[], '旗县市区']);
    expect(outlooks[0]!.regionCode).toBe('150300');
    expect(proposals[0]!.regionCode).toBe('150300');
    expect(new Set(figures.map(({ regionCode }) => regionCode))).toEqual(
      new Set(['150300', '150302', '150303', '150304']),
    );
  });

  test('a county stands alone', () => {
    const county = of('2026-05', '150302');
    expect([county.whole!.code, county.parts, county.ends, county.rest]).toEqual(['150302', [], [], []]);
    expect(notNumbers(county, ['outlooks', 'proposals', 'range'])).toEqual([]);
  });

  test('February is compared with February for both months together, January not at all', () => {
    const [january, february] = ['2026-01', '2026-02'].map(
      (m) => figuresOf(of(m, null), 'new_benefit_claims', '150100')!,
    );
    expect([january!.onYear, january!.onPrevious, february!.onPrevious]).toEqual([null, null, null]);
    const at = (m: string): number => told.get(`new_benefit_claims 150100 ${month(m)}`)!;
    const both = (at('2026-01') + at('2026-02')) / (at('2025-01') + at('2025-02'));
    expect(february!.onYear).toEqual({ kind: 'percent', value: (both - 1) * 100, joint: true });
  });

  test('what is only published for both months has no January, and is not looked up in another year', () => {
    const january = of('2026-01', null);
    const output = figuresOf(january, 'industrial_output_yoy', '150000')!;
    expect(figureAt(january, output, month('2026-01'))).toBeNull();
    expect(output.at).toBe(month('2025-12'));
    // The sum since January is that of another year in December.
    expect(figuresOf(january, 'new_urban_jobs', '150000')!.at).toBe(month('2026-01'));
    expect(figuresOf(january, 'startup_loans', '150000')!.at).toBe(month('2026-01'));
  });

  test('the first month of the data has a window of one and nothing before it', () => {
    const { first, period, whole, parts, figures, revisions } = of('2017-01', null);
    expect([first, period, revisions]).toEqual([month('2017-01'), month('2017-01'), null]);
    expect([whole!.levels.length, whole!.derivationBefore, whole!.contributions.before]).toEqual([1, null, null]);
    expect(parts).toHaveLength(12);
    for (const one of figures) expect([one.before, one.values.length, one.onYear]).toEqual([0, 1, null]);
  });

  test('a period or region that is not there is refused', () => {
    expect(() => of('2016-12', null)).toThrow(RangeError);
    expect(() => of('2026-11', null)).toThrow(RangeError);
    expect(() => of('2026-10', '999999')).toThrow(RangeError);
  });
});
