import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/assess';
import { defaultCatalogue } from '../../src/base/catalogue';
import { catalogueOf } from '../../src/base/indicators';
import { INSUFFICIENT } from '../../src/base/level';
import type { Text } from '../../src/base/text';
import presetsJson from '../../src/levels/defaults/presets.json';
import { levelWords } from '../../src/levels/level-names';
import { checkPresetList, loadPreset, loadPresetList } from '../../src/levels/load-presets';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Preset, PresetEntry } from '../../src/levels/preset';
import { buildPanels } from '../../src/panel/build';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { batchOf, indicatorOf, type Row, treeOf } from '../panel/make-panel';

let list: readonly PresetEntry[];
const presets = new Map<string, Preset>();
beforeAll(async () => {
  list = await loadPresetList();
  for (const entry of list) {
    const { value, faults } = await loadPreset(entry);
    if (!value) throw new Error(`${entry.id}: ${JSON.stringify(faults)}`);
    presets.set(entry.id, value);
  }
});

const both = ({ zh, en }: Text): boolean => zh.trim() !== '' && en.trim() !== '' && zh !== en;

describe('the list', () => {
  test('holds what there is to hold', () => {
    expect(list.map((p) => p.id)).toEqual([
      'four-level',
      'three-level',
      'qingdao-2007',
      'heilongjiang-2007',
      'hangzhou-2015',
      'layoff-filing',
      'layoff-events',
      'us-extended-benefits',
      'korea-crisis-area',
      'light-score',
    ]);
  });

  test('every preset says place, year, source and what it is worth, in both languages', () => {
    for (const p of presets.values()) {
      expect([p.name, p.place, p.source, p.note].every(both), p.id).toBe(true);
      expect(p.year, p.id).toBeGreaterThanOrEqual(1970);
      // The year stands in the source's own words as well, but for a score that is published every month.
      if (p.id !== 'light-score') expect(p.source.zh, p.id).toContain(String(p.year));
      expect(p.notComputed.every(({ line, reason }) => both(line) && both(reason))).toBe(true);
      expect(p.needs.every(({ definition }) => both(definition))).toBe(true);
      expect(p.lines.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true);
    }
  });

  test('a scheme of its own has the source of its preset, no line of another, and names for what it uses', () => {
    for (const { id, scheme, place, year, source } of presets.values()) {
      if (scheme === defaultScheme()) continue;
      expect(scheme.id).toBe(id);
      expect(scheme.source).toEqual({ place, year, citation: source });
      for (const l of [1, 2, 3, 4] as const) {
        if (!scheme.levels.includes(l)) expect(scheme.conditions[l], `${id} ${l}`).toEqual([]);
      }
      expect(Object.keys(scheme.names ?? {}).map(Number)).toEqual(scheme.names ? [0, ...scheme.levels] : []);
    }
  });

  test('every rule reads a built-in indicator or one that the preset says the data has to bring', () => {
    const known = defaultCatalogue().byId;
    for (const { id, ruleSet, needs } of presets.values()) {
      const own = new Set(needs.map((n) => n.indicator));
      for (const n of own) expect(known.has(n), `${id} ${n}`).toBe(false);
      const outside = new Set(ruleSet.rules.map((r) => r.indicator).filter((i) => !known.has(i)));
      expect(outside, id).toEqual(own);
    }
  });

  test('what is published and not computed is told, and only there', () => {
    const why = (id: string): readonly string[] => presets.get(id)!.notComputed.map((n) => n.why);
    expect(why('qingdao-2007')).toEqual([]);
    expect(why('heilongjiang-2007')).toEqual(['indicator', 'indicator']);
    expect(why('hangzhou-2015')).toEqual(['indicator', 'indicator', 'indicator', 'indicator', 'unknown']);
    expect(why('layoff-filing')).toEqual(['indicator']);
    expect(why('us-extended-benefits')).toEqual(['detector', 'lifecycle', 'indicator']);
    expect(why('korea-crisis-area')).toEqual(['detector']);
  });

  test('every scheme file of the folder is in use', () => {
    const folder = fileURLToPath(new URL('../../src/levels/defaults/presets', import.meta.url));
    const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
    expect(files.sort()).toEqual(
      list
        .map((p) => p.scheme)
        .filter((s) => s !== 'default')
        .sort(),
    );
    expect(presets.get('four-level')).toMatchObject({ ruleSet: defaultRuleSet(), scheme: defaultScheme() });
  });
});

describe('faults of a list', () => {
  const first = presetsJson.presets[0]!;
  const withFirst = (over: object): unknown => ({ ...presetsJson, presets: [{ ...first, ...over }] });
  test.each<[string, unknown, string[]]>([
    ['nothing', null, ['.']],
    ['another form', { ...presetsJson, schema: 'x' }, ['.schema']],
    ['no year', withFirst({ year: '2007' }), ['.presets[0].year']],
    ['no place', withFirst({ place: { zh: '', en: 'x' } }), ['.presets[0].place.zh']],
    ['an unknown status', withFirst({ status: 'rumour' }), ['.presets[0].status']],
    ['an unknown field', withFirst({ thresholds: [] }), ['.presets[0]']],
    ['an id twice', { ...presetsJson, presets: [first, first] }, ['.presets']],
  ])('%s', (_what, raw, paths) => {
    const { value, faults } = checkPresetList(raw);
    expect(value).toBeNull();
    expect(faults.map((f) => f.path)).toEqual(paths);
  });

  test('a preset of rules or a scheme that are not there, or do not fit', async () => {
    const entry = list.find((p) => p.id === 'korea-crisis-area')!;
    const pathsOf = async (over: Partial<PresetEntry>) =>
      (await loadPreset({ ...entry, ...over })).faults.map((f) => f.path);
    expect(await pathsOf({})).toEqual([]);
    expect(await pathsOf({ ruleSet: 'atlantis' })).toEqual(['.ruleSet']);
    expect(await pathsOf({ scheme: 'atlantis' })).toEqual(['.scheme']);
    // Its two rules are neither in the scheme's set nor in the lines'.
    expect(await pathsOf({ ruleSet: 'qingdao-2007' })).toEqual(['.ruleSet', '.ruleSet', '.ruleSet', '.ruleSet']);
  });
});

/** Levels of one place under a preset, from figures written down; the parent has no figures of its own. */
function levelsOf(
  id: string,
  figures: Readonly<Record<string, readonly number[]>>,
  worse: 'up' | 'down' = 'up',
): number[] {
  const { ruleSet, scheme, needs } = presets.get(id)!;
  const known = defaultCatalogue();
  const own = needs.map(({ indicator }) =>
    indicatorOf(indicator, { worse, frequency: ruleSet.frequency, decimals: 2 }),
  );
  const weekly = ruleSet.frequency === 'week';
  const span = Math.max(...Object.values(figures).map((v) => v.length));
  const at = (t: number): string =>
    weekly
      ? new Date(Date.UTC(2018, 0, 6 + 7 * t)).toISOString().slice(0, 10)
      : `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
  const rows = Object.entries(figures).flatMap(([indicator, values]) =>
    values.flatMap((v, t): Row[] => (Number.isNaN(v) ? [] : [['A', indicator, at(t), v]])),
  );
  const catalogue = catalogueOf('test', [...known.indicators, ...own]);
  const { panels } = buildPanels([batchOf(rows)], treeOf({ A: '' }), catalogue);
  const { panel, levels } = assess(panels, { ruleSet, scheme }, null);
  expect([panel.frequency, panel.count]).toEqual([ruleSet.frequency, span]);
  return Array.from(levels.level);
}

describe('graded as published', () => {
  test('Qingdao: below 3 blue, 3–5 green, 5–7 yellow, 7 and above red; blue and green are no warnings there', () => {
    expect(levelsOf('qingdao-2007', { registered_unemployment_rate: [2.99, 3, 4.99, 5, 6.99, 7, 9, 2] })).toEqual([
      0, 0, 0, 2, 2, 4, 4, 0,
    ]);
    const { names } = presets.get('qingdao-2007')!.scheme;
    expect([0, 2, 4].map((l) => levelWords(names).short(l).en)).toEqual([
      'Blue or green lamp (full or moderate)',
      'Yellow lamp (rather grave)',
      'Red lamp (very grave)',
    ]);
  });

  test('Heilongjiang: a surveyed rate of 12 % and above', () => {
    expect(levelsOf('heilongjiang-2007', { surveyed_unemployment_rate: [11.9, 12, 30, 5] })).toEqual([0, 4, 4, 0]);
  });

  test('Hangzhou: 6 % and above for two months', () => {
    expect(levelsOf('hangzhou-2015', { registered_unemployment_rate: [6, 5.99, 6, 6.5, 7, 5] })).toEqual([
      0, 0, 0, 4, 4, 0,
    ]);
  });

  test('lay-offs: 20 persons; and in steps', () => {
    const reported_layoffs = [0, 19, 20, 300, 599, 600, 1499, 1500];
    expect(levelsOf('layoff-filing', { reported_layoffs })).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
    expect(levelsOf('layoff-events', { reported_layoffs })).toEqual([0, 0, 1, 2, 2, 3, 3, 4]);
  });

  test('Extended Benefits: all three at once, none of them alone', () => {
    const weeks = (of: (t: number) => number): readonly number[] => Array.from({ length: 108 }, (_, t) => of(t));
    const insured_unemployment_rate_13w = weeks((t) => {
      if (t < 52) return [4, 5, 5, 5][t % 4]!;
      if (t < 104) return [5, 4, 5, 5][(t - 52) % 4]!;
      return [6, 6, 4.99, 5.99][t - 104]!;
    });
    const levels = levelsOf('us-extended-benefits', { insured_unemployment_rate_13w });
    // Before there are two years to compare with, nothing is said.
    expect(new Set(levels.slice(0, 104))).toEqual(new Set([INSUFFICIENT]));
    // 6 against 4 and 5: 150 and 120 % · 6 against 5 and 4 · below 5 % · 119.8 % of both.
    expect(levels.slice(104)).toEqual([3, 3, 0, 0]);
    const oneYear = weeks((t) => (t < 52 ? 5.5 : t < 104 ? 4 : 6));
    expect(levelsOf('us-extended-benefits', { insured_unemployment_rate_13w: oneYear }).at(-1)).toBe(0);
  });

  test('Korea: growth 5 points below and claims up 20 % over a year, both', () => {
    const months = (of: (t: number) => number): readonly number[] => Array.from({ length: 24 }, (_, t) => of(t));
    const rising = months((t) => (t < 12 ? 100 : 120));
    const gap = (last: number): readonly number[] => months((t) => (t < 23 ? 0 : last));
    const last = (insured_growth_gap: readonly number[], new_benefit_claims: readonly number[]) =>
      levelsOf('korea-crisis-area', { insured_growth_gap, new_benefit_claims }, 'down').at(-1);
    expect(last(gap(-5), rising)).toBe(3);
    expect(last(gap(-4.9), rising)).toBe(0);
    expect(
      last(
        gap(-5),
        months((t) => (t < 12 ? 100 : 119)),
      ),
    ).toBe(0);
    // Without the data of one half nothing is said: half a condition is no condition, and no all-clear.
    expect(levelsOf('korea-crisis-area', { new_benefit_claims: rising }, 'down').at(-1)).toBe(INSUFFICIENT);
  });

  test('three levels: what is only blue gives no level', () => {
    const months = (rise: number): readonly number[] => Array.from({ length: 24 }, (_, t) => (t < 12 ? 5 : 5 + rise));
    const last = (id: string, rise: number) => levelsOf(id, { surveyed_unemployment_rate: months(rise) }).at(-1);
    expect([0, 0.5, 0.8, 1.2].map((rise) => last('four-level', rise))).toEqual([0, 1, 2, 3]);
    expect([0, 0.5, 0.8, 1.2].map((rise) => last('three-level', rise))).toEqual([0, 0, 2, 3]);
  });
});
