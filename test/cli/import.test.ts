import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { call, folder, needsShared, records, shared, sharedIsThere } from './call';

const dir = folder();
const head = 'region_code,region_name,indicator,period,value,unit,source';

interface Issue {
  readonly type: string;
  readonly where: string;
  readonly detail: string;
  readonly row: number;
  readonly column: string;
  readonly given: string;
  readonly expected: string;
  readonly severity: string;
  readonly file: string;
}

async function take(name: string, text: string, ...more: string[]) {
  const file = dir.write(name, text);
  const { code, out, err } = await call('import', file, ...more, '--issues', dir.path('issues.json'));
  return { code, out, err, issues: JSON.parse(dir.read('issues.json')) as Issue[] };
}

test('canonical in, canonical out: sorted by region, indicator, period; what was said of each figure is kept', async () => {
  const { code, out, issues } = await take(
    'in.csv',
    [
      'period,value,region_code,indicator,unit,source,known_on,status',
      '2020-02,5.1,150200,surveyed_unemployment_rate,percent,stats,2020-03-17,',
      '2020-01,4.9,150200,surveyed_unemployment_rate,percent,stats,2020-02-17,provisional',
      '2020-01,5.0,150200,surveyed_unemployment_rate,percent,stats,2020-04-17,',
      '2020-01,,150200,industrial_output_yoy,percent,stats,,expectedGap',
      '2020-03,7,150100,new_benefit_claims,persons,stats,,',
      '2020,1200,150100,new_urban_jobs_target,persons,stats,,',
    ].join('\n'),
  );
  expect(code).toBe(0);
  expect(issues).toEqual([]);
  expect(out.trimEnd().split('\n')).toEqual([
    `${head},known_on,status`,
    '150100,呼和浩特市,new_benefit_claims,2020-03,7,persons,stats,,observed',
    '150100,呼和浩特市,new_urban_jobs_target,2020,1200,persons,stats,,observed',
    '150200,包头市,industrial_output_yoy,2020-01,,percent,stats,,expectedGap',
    '150200,包头市,surveyed_unemployment_rate,2020-01,4.9,percent,stats,2020-02-17,provisional',
    '150200,包头市,surveyed_unemployment_rate,2020-01,5,percent,stats,2020-04-17,observed',
    '150200,包头市,surveyed_unemployment_rate,2020-02,5.1,percent,stats,2020-03-17,observed',
  ]);
  // Read again it is the same, byte by byte.
  const again = await take('again.csv', out);
  expect(again.out).toBe(out);
});

test('without dates and statuses the optional columns are left out; units become the indicator’s own', async () => {
  const { out, issues } = await take('unit.csv', `${head}\n150200,包头市,new_benefit_claims,2020-01,1.2,万人,stats\n`);
  expect(out).toBe(`${head}\n150200,包头市,new_benefit_claims,2020-01,12000,persons,stats\n`);
  expect(issues).toMatchObject([{ type: 'unit_scale', severity: 'note' }]);
});

test('every fault of bad rows is listed with its place, and the good rows are taken', async () => {
  const { code, out, err, issues } = await take(
    'bad.csv',
    [
      head,
      '150200,包头市,new_benefit_claims,2020-01,12,persons,s',
      '150200,包头市,new_benefit_claims,2017-13,12,persons,s',
      '150200,包头市,new_benefit_claims,2020-02,twelve,persons,s',
      '159999,无此地,new_benefit_claims,2020-01,12,persons,s',
      '150200,包头市,no_such_thing,2020-01,12,persons,s',
      '150200,包头市,surveyed_unemployment_rate,2020-01,500,percent,s',
      '150200,包头市,new_benefit_claims,2020-03,1,persons,s',
      '150200,包头市,new_benefit_claims,2020-03,2,persons,s',
      '<img src=x onerror=alert(1)>,x,new_benefit_claims,2020-01,12,persons,s',
    ].join('\n'),
  );
  expect(code).toBe(0);
  expect(records(out)).toHaveLength(1);
  expect(issues.map((i) => [i.type, i.row, i.column])).toEqual(
    expect.arrayContaining([
      ['bad_period', 3, 'period'],
      ['bad_value', 4, 'value'],
      ['unknown_region', 5, 'region_code'],
      ['unknown_indicator', 6, 'indicator'],
      ['out_of_range', 7, 'value'],
      ['conflicting_duplicate', 9, 'value'],
      ['unknown_region', 10, 'region_code'],
    ]),
  );
  for (const issue of issues) {
    expect(Object.keys(issue).sort()).toEqual([
      'column',
      'detail',
      'detail_zh',
      'expected',
      'file',
      'given',
      'row',
      'severity',
      'type',
      'where',
    ]);
    expect(issue.file).toBe(dir.path('bad.csv'));
    expect(issue.detail).not.toBe('');
  }
  expect(err).toEqual([expect.stringMatching(/^taken: 1 rows; issues: \d+, of which faults: \d+$/)]);
});

test('without --issues the faults go to standard error, one a line', async () => {
  const file = dir.write(
    'some.csv',
    `${head}\n150200,包头市,new_benefit_claims,2020-01,1,persons,s\n150200,包头市,new_benefit_claims,2017-13,1,persons,s\n`,
  );
  const { err } = await call('import', file);
  expect(err).toHaveLength(2);
  expect(err[1]).toContain('some.csv:3 [period]');
});

describe('nothing taken ends with 1, and the issues are written all the same', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', 'empty_file'],
    ['a header alone', `${head}\n`, 'empty_file'],
    ['another header', 'a,b,c\n1,2,3\n', 'missing_column'],
    ['no text', 'PK\u0003\u0004zip', 'not_text'],
    ['unknown regions alone', `${head}\nXX,x,new_benefit_claims,2020-01,1,persons,s\n`, 'unknown_region'],
  ])('%s', async (_what, text, type) => {
    const { code, out, err, issues } = await take('none.csv', text);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(issues.map((i) => i.type)).toContain(type);
    expect(err.length).toBeGreaterThan(0);
  });
});

test('files of one call are taken together: the same place with another value is a conflict, neither is taken', async () => {
  const a = dir.write(
    'a.csv',
    `${head}\n150200,包头市,new_benefit_claims,2020-01,1,persons,s\n150200,包头市,new_benefit_claims,2020-02,5,persons,s\n`,
  );
  const b = dir.write(
    'b.csv',
    `${head}\n150200,包头市,new_benefit_claims,2020-01,2,persons,s\n150200,包头市,new_benefit_claims,2020-02,5,persons,s\n`,
  );
  const { code, out } = await call('import', a, b, '--issues', dir.path('ab.json'));
  expect(code).toBe(0);
  expect(records(out).map((r) => [r.period, r.value])).toEqual([['2020-02', '5']]);
  expect(JSON.parse(dir.read('ab.json'))).toMatchObject([{ type: 'conflicting_duplicate', given: '1 / 2' }]);
});

test('a region table of one’s own', async () => {
  const table = dir.write('mine.csv', 'region_code,region_name,parent_code\nT,Top,\nK,Kid,T\n');
  const { out } = await take(
    'mine-in.csv',
    `${head}\nK,Kid,new_benefit_claims,2020-01,1,persons,s\n`,
    '--regions',
    table,
  );
  expect(records(out)).toMatchObject([{ region_code: 'K', region_name: 'Kid' }]);
  const broken = dir.write('broken.csv', 'region_code,region_name,parent_code\nT,Top,X\nT,Again,\n');
  const answer = await call('import', dir.path('mine-in.csv'), '--regions', broken);
  expect(answer.code).toBe(1);
  expect(answer.err.length).toBeGreaterThanOrEqual(2);
  expect(answer.err.every((l) => l.includes('broken.csv'))).toBe(true);
});

describe.skipIf(!sharedIsThere)(`real data${needsShared}`, () => {
  test('the weekly claims of 26 states come out as they went in', async () => {
    const source = readFileSync(`${shared}/us_states_ui_claims_weekly.csv`, 'utf8');
    const found = records(source);
    const table = dir.write(
      'states.csv',
      `region_code,region_name\n${[...new Set(found.map((r) => `${r.region_code},${r.region_name}`))].join('\n')}\n`,
    );
    const { code, err } = await call('import', `${shared}/us_states_ui_claims_weekly.csv`, '--regions', table);
    // Its indicators are in no list: everything is refused, and said.
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('continued_claims_regular');
  });

  test('the unemployment rates of 26 states come out as they went in', async () => {
    const found = records(readFileSync(`${shared}/us_states_unemployment_rate_sa.csv`, 'utf8'));
    const table = dir.write(
      'states.csv',
      `region_code,region_name\n${[...new Set(found.map((r) => `${r.region_code},${r.region_name}`))].join('\n')}\n`,
    );
    const { code, out } = await call('import', `${shared}/us_states_unemployment_rate_sa.csv`, '--regions', table);
    expect(code).toBe(0);
    const key = (r: Record<string, string>): string => `${r.region_code} ${r.indicator} ${r.period} ${Number(r.value)}`;
    expect(records(out).map(key)).toEqual(found.map(key).sort());
  });
});
