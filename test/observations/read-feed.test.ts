import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import { dayOf, monthPeriod, NO_DAY } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { readFeed } from '../../src/observations/read-feed';
import { rowsOf } from './read-text';

const catalog = {
  contract: 'fengsui-feed/1',
  name: { zh: '试验', en: 'Trial' },
  demonstration: true,
  dataVersion: '7',
  asOf: '2018-12-01',
  regions: [
    {
      code: 'A',
      name: '甲',
      name_en: 'Ay',
      level: 'league',
      parent_code: '',
      labour_force: 1000,
      traits: ['border'],
      promoted: false,
    },
    { code: 'B', name: '乙', parent_code: 'A', labour_force: null },
  ],
  observations: [{ indicator: 'openings', frequency: 'month', url: 'openings.json' }],
};
const answer = {
  contract: 'fengsui-feed/1',
  indicator: 'openings',
  frequency: 'month',
  unit: '10k_persons',
  source: 's',
  first: '2018-01',
  count: 3,
  published: ['2018-02-10', '2018-03-10', null],
  series: [
    { region: 'A', values: [1, null, 3] },
    { region: 'B', values: [null, 0.5, null] },
  ],
  status: [
    ['A', '2018-03', 'provisional'],
    ['B', '2018-01', 'expectedGap'],
  ],
  late: [['B', '2018-02', '2018-04-01']],
  revisions: [['A', '2018-01', 0.9, '2018-02-01']],
};

const bytes = (value: unknown): ArrayBuffer =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).buffer as ArrayBuffer;
const read = (body: unknown = answer, head: unknown = catalog) =>
  readFeed(
    { name: 'x', catalog: bytes(head), observations: [{ indicator: 'openings', body: bytes(body) }] },
    defaultCatalogue(),
  );

test('values, gaps by design, statuses, late days and superseded vintages; units converted', () => {
  const result = read();
  expect(result.issues.map((i) => i.type)).toEqual(['unit_scale']);
  expect(result).toMatchObject({ demonstration: true, taken: 5, held: 0, source: 's', encoding: 'JSON' });
  const month = (m: number): number => monthPeriod(2018, m);
  expect(rowsOf(result)).toEqual([
    ['A', 'openings', 0, month(1), 9000, Status.observed, dayOf(2018, 2, 1), 1],
    ['A', 'openings', 0, month(1), 10_000, Status.observed, dayOf(2018, 2, 10), 1],
    ['A', 'openings', 0, month(3), 30_000, Status.provisional, NO_DAY, 1],
    ['B', 'openings', 0, month(1), NaN, Status.expectedGap, dayOf(2018, 2, 10), 2],
    ['B', 'openings', 0, month(2), 5000, Status.observed, dayOf(2018, 4, 1), 2],
  ]);
  expect(result.tree!.regions.map((r) => [r.code, r.parent, r.labourForce])).toEqual([
    ['A', -1, 1000],
    ['B', 0, NaN],
  ]);
});

test('the digest follows every byte', () => {
  expect(read().digest).toBe(read().digest);
  expect(read({ ...answer, source: 't' }).digest).not.toBe(read().digest);
});

describe('faults name the path, and cost no more than they touch', () => {
  const faults = (result: ReturnType<typeof read>): string[] =>
    result.issues.filter((i) => i.severity === 'fault').map((i) => `${i.type} ${i.column || i.where}`);

  test.each<[string, unknown, string[], number]>([
    ['another contract', { ...answer, contract: 'fengsui-feed/2' }, ['bad_contract openings.contract'], 0],
    ['not JSON', '<html>login</html>', ['bad_contract openings'], 0],
    ['a missing part', { ...answer, series: undefined }, ['bad_contract openings.series'], 0],
    ['a first period that is none', { ...answer, first: '2018-13' }, ['bad_contract openings.first'], 0],
    ['too few days', { ...answer, published: [] }, ['bad_contract openings.published'], 0],
    [
      'a text for a value',
      { ...answer, series: [{ region: 'A', values: [1, '2', 3] }] },
      [
        'bad_contract openings.series[0].values[1]',
        'bad_contract openings.late[0][0]',
        'bad_contract openings.status[1][0]',
      ],
      3,
    ],
    [
      'a series of another length',
      { ...answer, series: [{ region: 'A', values: [1] }, answer.series[1]] },
      ['bad_contract openings.series[0].values'],
      3,
    ],
    [
      'a day that is none',
      { ...answer, published: ['2018-02-30', '2018-03-10', null] },
      ['bad_contract openings.published[0]'],
      5,
    ],
    [
      'a revision outside',
      { ...answer, revisions: [['A', '2019-01', 1, '2018-02-01']] },
      ['bad_contract openings.revisions[0][1]'],
      4,
    ],
    ['an unknown indicator', { ...answer, indicator: 'openingz' }, ['unknown_indicator indicator'], 0],
    [
      'a value out of range',
      { ...answer, series: [{ region: 'A', values: [1, 1e308, 3] }, answer.series[1]] },
      ['out_of_range value'],
      5,
    ],
  ])('%s', (_, body, expected, taken) => {
    const result = read(body);
    expect(faults(result).sort()).toEqual([...expected].sort());
    expect(result.taken).toBe(taken);
  });

  test('a region that is not in the table', () => {
    const result = read({
      ...answer,
      status: [],
      late: [],
      series: [{ region: 'Z', values: [1, 2, 3] }, answer.series[0]],
    });
    expect(faults(result)).toContain('unknown_region region_code');
    expect(result.taken).toBe(3);
  });
  test('two days alike for one place, with two values: neither', () => {
    const result = read({ ...answer, revisions: [['A', '2018-01', 0.9, '2018-02-10']] });
    expect(faults(result)).toEqual(['conflicting_duplicate values']);
    expect(result.taken).toBe(3);
  });
  test('a faulty region table or catalogue holds everything', () => {
    const cyclic = { ...catalog, regions: [{ code: 'A', name: 'x', parent_code: 'Z' }] };
    expect(read(answer, cyclic)).toMatchObject({
      tree: null,
      taken: 0,
      issues: [{ type: 'bad_region_table', where: 'catalog.regions[0]' }],
    });
    expect(read(answer, '{')).toMatchObject({
      tree: null,
      taken: 0,
      issues: [{ type: 'bad_contract', column: 'catalog' }],
    });
  });
  test('members of Object.prototype in the JSON change nothing', () => {
    const result = read(JSON.stringify(answer).replace('{', '{"__proto__":{"polluted":1},"constructor":{"x":1},'));
    expect(result.taken).toBe(5);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
