import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LevelByte } from '../../../src/base/level';
import { PARTNER_INDICATORS, partnersOf } from '../../../src/response/case/partners';
import { catalogue, indicatorOf, panelOf, treeOf } from '../../panel/make-panel';
import { of } from '../../mock-data/shipped';
import { at } from '../../../mock-data/timeline';
import { levels, month, panelWith, tree as regions, WUHAI } from './demonstration-case';

describe('Wuhai in March 2026: where there are openings', () => {
  const panel = panelWith(PARTNER_INDICATORS);
  const find = (code: string, period: string) =>
    partnersOf(
      panel,
      code,
      month(period),
      (region) => levels.level[region * panel.count + month(period) - panel.first] as LevelByte,
    );
  const found = find(WUHAI, '2026-03');

  test('eight leagues and cities with openings to spare, the most first', () => {
    expect(found.partners).toHaveLength(8);
    expect(found.partners.map((p) => regions.regions[regions.indexOf.get(p.regionCode)!]!.name.zh).slice(0, 3)).toEqual(
      ['呼和浩特市', '赤峰市', '包头市'],
    );
    expect(found.reason).toBeNull();
    expect(found.considered).toEqual({ all: 11, noSurplus: 0, warned: 0, missing: 0 });
  });

  test('its own figures and those of the partners are the figures of the feed', () => {
    // Wuhai: 1,789 + 1,167 + 1,270 openings, 2,349 + 1,494 + 1,700 seekers.
    expect(found.own).toMatchObject({ openings: 4226 / 3, seekers: 5543 / 3, surplus: (4226 - 5543) / 3 });
    expect(found.ownWords.zh).toBe('2026年1—3月月均需求1,409人、求职1,848人，求人倍率0.76，每月缺岗位439个');
    // Hohhot: 20,085 + 12,927 + 14,311 openings, 14,969 + 9,756 + 10,922 seekers.
    expect(found.partners[0]!.words.zh).toBe(
      '2026年1—3月月均需求15,774人、求职11,882人，求人倍率1.33，月均富余岗位3,892个',
    );
    for (const { regionCode, openings, seekers, ratio } of found.partners) {
      const sum = (id: string): number => {
        const { values } = of(id).series.find((s) => s.region === regionCode)!;
        return [0, 1, 2].reduce((total, k) => total + values[at('2026-03') - k]!, 0);
      };
      expect(openings).toBeCloseTo(sum('openings') / 3, 9);
      expect(seekers).toBeCloseTo(sum('seekers') / 3, 9);
      expect(ratio).toBeCloseTo(sum('openings') / sum('seekers'), 12);
    }
    expect(found.partners[0]!.shareOfShortage).toBe(1);
  });

  test('no region at Ⅲ or worse: in October Ordos is left out', () => {
    const later = find(WUHAI, '2026-10');
    expect(later.partners.map((p) => p.regionCode)).not.toContain('150600');
    expect(later.considered.warned).toBeGreaterThan(0);
  });

  test('a district is matched with counties of other leagues', () => {
    const district = find('150302', '2026-03');
    expect(district.partners).toHaveLength(8);
    for (const { regionCode } of district.partners) {
      const { parent } = regions.regions[regions.indexOf.get(regionCode)!]!;
      expect(regions.regions[parent]!.code).not.toBe(WUHAI);
      expect(regions.depth[regions.indexOf.get(regionCode)!]).toBe(2);
    }
  });

  test('the whole region has nobody of its level', () => {
    expect(find('150000', '2026-03')).toMatchObject({ partners: [], considered: { all: 0 } });
    expect(find('150000', '2026-03').reason!.en).toContain('no other region');
  });
});

const tree = treeOf({ R: '', A: 'R', B: 'R', C: 'R', A1: 'A', A2: 'A', B1: 'B', C1: 'C' });
const list = catalogue(
  indicatorOf('openings', { kind: 'flow', unit: 'persons', worse: 'down' }),
  indicatorOf('seekers', { kind: 'flow', unit: 'persons' }),
);
const quiet = (): LevelByte => 0;

describe('when there is none', () => {
  const months = (...values: number[]) => values;
  const seekers = Object.fromEntries(['A', 'B', 'C'].map((code) => [code, months(10, 10, 10)]));
  const last = month('2020-03');

  test('each that is not a partner is counted with its reason', () => {
    const openings = { A: months(5, 5, 5), B: months(9, 9, 12), C: months(20, 20, 20) };
    const panel = panelOf(tree, list, '2020-01', { openings, seekers });
    const grave = (region: number): LevelByte => (tree.regions[region]!.code === 'C' ? 2 : 0);
    const found = partnersOf(panel, 'A', last, grave);
    expect(found.partners).toEqual([]);
    expect(found.considered).toEqual({ all: 2, noSurplus: 1, warned: 1, missing: 0 });
    expect(found.reason!.en).toContain('none of the 2 regions');
    expect(partnersOf(panel, 'A', last, () => 255).considered.warned).toBe(2);
    expect(partnersOf(panel, 'A', last, quiet).partners.map((p) => [p.regionCode, p.surplus])).toEqual([['C', 10]]);
  });

  test('a missing month leaves a region out, and the own shortage untold', () => {
    const openings = { A: months(5, NaN, 5), B: months(20, 20, NaN), C: months(20, 20, 20) };
    const panel = panelOf(tree, list, '2020-01', { openings, seekers });
    const found = partnersOf(panel, 'A', last, quiet);
    expect(found.own).toBeNull();
    expect(found.ownWords.en).toContain('incomplete over Jan–Mar 2020');
    expect(found.partners.map((p) => [p.regionCode, p.shareOfShortage])).toEqual([['C', null]]);
    expect(found.considered.missing).toBe(1);
    expect(partnersOf(panel, 'A', last - 1, quiet).considered.missing).toBe(2);
  });

  test('figures that are not out yet: the newest three months that are, and which they are', () => {
    const openings = { A: months(5, 5, 5, NaN, NaN), B: months(20, 20, 20, 20, 20), C: months(9, 9, 9, 90, 90) };
    const all = Object.fromEntries(['A', 'B', 'C'].map((code) => [code, months(10, 10, 10, 10, 10)]));
    const panel = panelOf(tree, list, '2020-01', { openings, seekers: all });
    const found = partnersOf(panel, 'A', last + 2, quiet);
    expect(found).toMatchObject({ from: last - 2, to: last, own: { surplus: -5 } });
    expect(found.partners.map((p) => [p.regionCode, p.surplus])).toEqual([['B', 10]]);
    // Three periods back is too old.
    expect(partnersOf(panel, 'A', last + 3, quiet)).toMatchObject({ to: last + 3, own: null });
  });

  test('no figures of the market, an unknown region', () => {
    const panel = panelOf(tree, list, '2020-01', { seekers });
    expect(partnersOf(panel, 'A', last, quiet).reason!.en).toContain('no openings and seekers');
    expect(partnersOf(panel, 'nowhere', last, quiet).reason!.en).toContain('not in the region table');
  });
});

test('every partner is of the same level under another parent, below Ⅲ, with openings to spare; at most eight, the most first', () => {
  const names = ['A', 'B', 'C', 'D', 'E'];
  const wide = treeOf(
    Object.fromEntries([
      ['R', ''],
      ...names.map((a) => [a, 'R']),
      ...names.flatMap((a) => [1, 2, 3].map((k) => [`${a}${k}`, a])),
    ]),
  );
  const size = wide.regions.length;
  const figure = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 100 }) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  );
  const world = fc.record({
    openings: fc.array(fc.tuple(figure, figure, figure), { minLength: size, maxLength: size }),
    seekers: fc.array(fc.tuple(figure, figure, figure), { minLength: size, maxLength: size }),
    level: fc.array(fc.constantFrom<LevelByte>(0, 1, 2, 3, 4, 255), { minLength: size, maxLength: size }),
    region: fc.nat(size - 1),
  });
  fc.assert(
    fc.property(world, ({ openings, seekers, level, region }) => {
      const byCode = (rows: readonly (readonly number[])[]) =>
        Object.fromEntries(wide.regions.map((r, i) => [r.code, rows[i]!]));
      const panel = panelOf(wide, list, '2020-01', { openings: byCode(openings), seekers: byCode(seekers) });
      const own = wide.regions[region]!;
      const { partners, considered, reason } = partnersOf(panel, own.code, month('2020-03'), (r) => level[r]!);
      for (const [i, partner] of partners.entries()) {
        const peer = wide.indexOf.get(partner.regionCode)!;
        expect(wide.depth[peer]).toBe(wide.depth[region]);
        if (wide.depth[region] === 2) expect(wide.regions[peer]!.parent).not.toBe(own.parent);
        expect([0, 1]).toContain(level[peer]);
        expect(partner.surplus).toBeGreaterThan(0);
        if (i > 0) expect(partner.surplus).toBeLessThanOrEqual(partners[i - 1]!.surplus);
      }
      expect(partners.length).toBeLessThanOrEqual(8);
      expect(reason === null).toBe(partners.length > 0);
      const { all, noSurplus, warned, missing } = considered;
      expect(partners.length).toBe(Math.min(8, all - noSurplus - warned - missing));
    }),
    { numRuns: 200 },
  );
});
