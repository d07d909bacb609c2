import { describe, expect, it } from 'vitest';
import { defaultCatalogue, defaultRegionTree, loadCatalogue, loadRegionTree } from '../../src/base/catalogue';
import indicatorsJson from '../../src/base/defaults/indicators.json';
import regionsJson from '../../src/base/defaults/inner-mongolia-regions.json';
import { unitOf } from '../../src/base/units';

/** The table of domain.md §3: id, family, unit, kind, worse. */
const TABLE = `
surveyed_unemployment_rate employment percent rate up
registered_unemployment_rate employment percent rate up
new_urban_jobs employment persons cumulative down
reemployed employment persons cumulative down
hardship_employed employment persons cumulative down
benefit_recipients employment persons stock up
new_benefit_claims employment persons flow up
monitored_jobs employment jobs stock down
reported_layoffs employment persons flow up
insured_employees employment persons stock down
rural_transfer_employment employment persons cumulative down
graduates_unplaced employment persons stock up
zero_employment_households employment households stock up
openings market persons flow down
seekers market persons flow up
openings_to_seekers market ratio rate down
online_postings market postings flow down
industrial_output_yoy macro percent rate down
industrial_electricity macro 10k_kwh flow down
fixed_investment_yoy macro percent rate down
retail_sales_yoy macro percent rate down
coal_output macro 10k_tonnes flow down
pmi macro index index down
enterprise_exits macro enterprises flow up
flexible_insured newforms persons stock none
new_market_entities newforms entities flow down
startup_loans newforms 10k_yuan cumulative down`
  .trim()
  .split('\n');

const GENERAL = ['unemployment_rate', 'unemployed_persons', 'labor_force'].flatMap((id) => [
  id,
  `${id}_sa`,
  `${id}_nsa`,
]);
/** Of the country, and of industry since the start of the year: to compare with, graded by nobody. */
const BACKGROUND = [
  'urban_surveyed_unemployment_rate',
  'industrial_value_added_yoy_month',
  'industrial_value_added_yoy_ytd',
];
const TARGETS = ['new_urban_jobs_target', 'reemployed_target', 'hardship_employed_target'];

describe('default indicators', () => {
  const { indicators, byId } = defaultCatalogue();

  it('are the 27 of the domain table as it has them, the general ones, the background and the annual targets, and no other', () => {
    const lines = indicators.slice(0, 27).map((i) => [i.id, i.family, i.unit, i.kind, i.worse].join(' '));
    expect(lines).toEqual(TABLE);
    expect(
      indicators
        .slice(27)
        .map((i) => i.id)
        .toSorted(),
    ).toEqual([...GENERAL, ...BACKGROUND, ...TARGETS].toSorted());
  });

  it('have known units', () => {
    expect(indicators.filter((i) => !unitOf(i.unit))).toEqual([]);
  });

  it('say every text in both languages, each in its own', () => {
    for (const i of indicators) {
      for (const text of [i.name, i.short, i.definition, i.source]) {
        expect(text.zh, i.id).toMatch(/[\u4e00-\u9fff]/);
        expect(text.en, i.id).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
        expect(text.en.trim().length, i.id).toBeGreaterThan(2);
      }
    }
    expect(new Set(indicators.map((i) => i.name.zh)).size).toBe(indicators.length);
    expect(new Set(indicators.map((i) => i.name.en)).size).toBe(indicators.length);
    expect(new Set(indicators.map((i) => i.short.zh)).size).toBe(indicators.length);
    expect(new Set(indicators.map((i) => i.short.en)).size).toBe(indicators.length);
  });

  it('never sum a rate or an index, and sum every count', () => {
    for (const i of indicators) {
      if (i.kind === 'rate' || i.kind === 'index') expect(i.aggregation.by, i.id).not.toBe('sum');
      else expect(i.aggregation.by, i.id).toBe('sum');
    }
    expect(byId.get('surveyed_unemployment_rate')?.aggregation).toEqual({ by: 'weighted-mean', weight: 'labourForce' });
    expect(byId.get('unemployment_rate_sa')?.aggregation).toEqual({ by: 'weighted-mean', weight: 'labor_force_sa' });
    expect(byId.get('openings_to_seekers')?.aggregation).toEqual({
      by: 'ratio',
      numerator: 'openings',
      denominator: 'seekers',
    });
  });

  it('take January and February together where the month is disturbed or not published', () => {
    const of = (janFeb: string): string[] => indicators.filter((i) => i.janFeb === janFeb).map((i) => i.id);
    expect(of('joint-published')).toEqual([
      'industrial_output_yoy',
      'fixed_investment_yoy',
      'retail_sales_yoy',
      'coal_output',
      'industrial_value_added_yoy_month',
      'industrial_value_added_yoy_ytd',
    ]);
    // A ratio of two disturbed flows is disturbed itself.
    expect(byId.get('openings_to_seekers')?.janFeb).toBe('joint');
    for (const i of indicators) {
      if (i.kind === 'stock' || i.kind === 'index') expect(i.janFeb, i.id).toBe('separate');
      if (i.kind === 'rate' && i.family === 'employment') expect(i.janFeb, i.id).toBe('separate');
      if (i.kind === 'flow' || i.kind === 'cumulative') expect(i.janFeb, i.id).not.toBe('separate');
    }
  });

  it('hold the known figures of Inner Mongolia within their plausible range', () => {
    const known: [string, number][] = [
      ['new_urban_jobs', 232200],
      ['registered_unemployment_rate', 3.8],
      ['surveyed_unemployment_rate', 6],
      ['monitored_jobs', 480000],
      ['openings_to_seekers', 1.31],
      ['unemployment_rate_nsa', 16],
      ['industrial_output_yoy', -25],
      ['labor_force_nsa', 19_400_000],
      ['urban_surveyed_unemployment_rate', 6.2],
      ['industrial_value_added_yoy_ytd', -13.5],
    ];
    for (const [id, value] of known) {
      const [low, high] = byId.get(id)!.range;
      expect(value >= low && value <= high, id).toBe(true);
    }
    for (const [id, value] of [
      ['unemployment_rate', 61],
      ['openings', -1],
      ['retail_sales_yoy', -101],
      ['pmi', 101],
    ] as const) {
      const [low, high] = byId.get(id)!.range;
      expect(value >= low && value <= high, id).toBe(false);
    }
  });
});

describe('default regions', () => {
  const tree = defaultRegionTree();

  it('are 1 region, 12 leagues and cities, 103 counties', () => {
    expect(tree.regions).toHaveLength(116);
    expect([0, 1, 2].map((d) => tree.depth.filter((x) => x === d).length)).toEqual([1, 12, 103]);
    expect(tree.roots).toEqual([0]);
    const counts = tree.children[0]!.map((i) => [tree.regions[i]!.name.en, tree.children[i]!.length]);
    expect(Object.fromEntries(counts)).toEqual({
      Hohhot: 9,
      Baotou: 9,
      Wuhai: 3,
      Chifeng: 12,
      Tongliao: 8,
      Ordos: 9,
      Hulunbuir: 14,
      Bayannur: 7,
      Ulanqab: 11,
      'Hinggan League': 6,
      'Xilingol League': 12,
      'Alxa League': 3,
    });
  });

  it('carry codes of GB/T 2260 under their parents, names in both languages once each', () => {
    for (const { code, name, level, parent } of tree.regions) {
      expect(code).toMatch(/^15\d{4}$/);
      expect(name.zh).toMatch(/[市盟区旗县]$/);
      expect(name.en).toMatch(/^[A-Z][A-Za-z ]+$/);
      if (level === 'county') expect(code.slice(0, 4)).toBe(tree.regions[parent]!.code.slice(0, 4));
    }
    expect(new Set(tree.regions.map((r) => r.name.zh)).size).toBe(116);
    expect(new Set(tree.regions.map((r) => r.name.en)).size).toBe(116);
  });

  it('names its kind the same in both languages', () => {
    const kinds: [RegExp, RegExp][] = [
      [/自治旗$/, /Autonomous Banner$/],
      [/联合旗$/, /United Banner$/],
      [/矿区$/, /Mining District$/],
      [/(左|右)(翼)?[前中后]?旗$/, /(Left|Right) ?(Front|Middle|Rear)? Banner$|Left Banner$|Right Banner$/],
      [/[^自合]旗$/, /Banner$/],
      [/县$/, /County$/],
      [/区$/, /District$|Region$/],
    ];
    for (const { name, level } of tree.regions) {
      for (const [zh, en] of kinds) if (zh.test(name.zh)) expect(name.en, name.zh).toMatch(en);
      if (level === 'county' && name.zh.endsWith('市')) expect(name.en).toMatch(/ City$/);
    }
  });

  it('promote Manzhouli and Erenhot alone', () => {
    expect(tree.regions.filter((r) => r.promoted).map((r) => r.code)).toEqual(['150781', '152501']);
  });

  it('use only the four traits that measures know, and give no labour-force figure', () => {
    const known = ['resource-based', 'coal-steel-power', 'border', 'farming-herding'];
    for (const r of tree.regions) {
      expect(known).toEqual(expect.arrayContaining([...r.traits]));
      expect(new Set(r.traits).size).toBe(r.traits.length);
      expect(r.labourForce).toBeNaN();
    }
    const of = (code: string): readonly string[] => tree.regions[tree.indexOf.get(code)!]!.traits;
    expect(of('150203')).toContain('coal-steel-power');
    expect(of('150781')).toContain('border');
    expect(of('150000')).toEqual([]);
    expect(of('150102')).toEqual([]);
  });

  it('a league is border only with two border counties or more', () => {
    for (const league of tree.children[0]!) {
      const border = tree.children[league]!.filter((c) => tree.regions[c]!.traits.includes('border')).length;
      expect(tree.regions[league]!.traits.includes('border'), tree.regions[league]!.name.en).toBe(border >= 2);
    }
  });
});

type Json = { [key: string]: unknown };
const copy = (json: unknown): Json => structuredClone(json) as Json;
const rows = (json: Json, key: string): Json[] => json[key] as Json[];

describe('faults', () => {
  it('collects every fault of an indicator list with path, value and expectation', () => {
    const json = copy(indicatorsJson);
    const list = rows(json, 'indicators');
    list[0]!['unit'] = 'furlong';
    list[1]!['aggregation'] = { by: 'weighted-mean', weight: 'nobody' };
    list[15]!['aggregation'] = { by: 'ratio', numerator: 'openings_to_seekers', denominator: 'nobody' };
    list[3]!['id'] = list[2]!['id'];
    list[4]!['range'] = [5, 5];
    const { value, faults } = loadCatalogue(json);
    expect(value).toBeNull();
    expect(faults.map((f) => [f.path, f.given])).toEqual([
      ['.indicators[0].unit', '"furlong"'],
      ['.indicators[1].aggregation.weight', '"nobody"'],
      ['.indicators[3].id', '"new_urban_jobs"'],
      ['.indicators[4].range', '[5,5]'],
      ['.indicators[15].aggregation.numerator', '"openings_to_seekers"'],
      ['.indicators[15].aggregation.denominator', '"nobody"'],
    ]);
    for (const f of faults) expect(f.words?.zh).toBeTruthy();
    expect(faults[0]!.expected).toContain('10k_kwh');
  });

  it('collects every fault of shape', () => {
    const json = copy(indicatorsJson);
    const list = rows(json, 'indicators');
    list[0]!['name'] = { zh: '', en: 'x' };
    list[1]!['worse'] = 'sideways';
    list[2]!['lagDays'] = -1;
    list[3]!['surprise'] = 1;
    delete list[4]!['kind'];
    const { faults } = loadCatalogue(json);
    expect(faults.map((f) => [f.path, f.expected, f.given])).toEqual([
      ['.indicators[0].name.zh', 'text that is not empty', '""'],
      ['.indicators[1].worse', 'one of: up, down, none', '"sideways"'],
      ['.indicators[2].lagDays', 'at least 0', '-1'],
      ['.indicators[3]', 'no field of the name surprise', expect.stringContaining('"id":"reemployed"')],
      ['.indicators[4].kind', 'one of: stock, flow, rate, index, cumulative', '—'],
    ]);
  });

  it.each([null, 7, 'text', [], {}, { schema: 'fengsui-indicators/9', version: '1', indicators: [] }])(
    'refuses %j',
    (json) => {
      expect(loadCatalogue(json).value).toBeNull();
      expect(loadRegionTree(json).value).toBeNull();
    },
  );

  it('is not polluted by a prototype key', () => {
    const json = JSON.parse(
      JSON.stringify(regionsJson).replace('"id":', '"__proto__":{"polluted":1},"id":'),
    ) as unknown;
    expect(loadRegionTree(json).value).toBeNull();
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  it('collects every fault of a region table', () => {
    const json = copy(regionsJson);
    const list = rows(json, 'regions');
    list[5]!['code'] = '150100';
    list[20]!['parentCode'] = '999999';
    const { value, faults } = loadRegionTree(json);
    expect(value).toBeNull();
    expect(faults.map((f) => [f.path, f.given])).toContainEqual(['.regions[5].code', '"150100"']);
    expect(faults.map((f) => [f.path, f.given])).toContainEqual(['.regions[20].parentCode', '"999999"']);
    // Chifeng's code went to Ulanqab's line: the counties of the lost code are orphans, each is named.
    expect(faults.length).toBeGreaterThan(5);
  });
});
