import { readFileSync, writeFileSync } from 'node:fs';
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
    [
      'a slip in the header',
      'region_code,indicator,period,vaule\n150200,new_benefit_claims,2020-01,1\n',
      'missing_column',
    ],
    ['another table', 'a,b,c\n1,2,3\n', 'unknown_indicator'],
    ['no text', 'PK\u0003\u0004zip', 'refused_workbook'],
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

describe('tables as people make them', () => {
  const lines = ['各盟市失业情况（2018年）,,', '地区,失业面(%),月份', '包头市,3.1,1月', '青城,3.2,1月'];
  const mappingPath = (): string => dir.path('mapping.json');

  test('the specimens come out as expected, issues and all', async () => {
    for (const name of ['s08_excel_serial_two_row_header', 's09_nbs_indicator_rows_reversed']) {
      const own = `test/reference/dirty/${name}`;
      const { code, out } = await call('import', `${own}.csv`, '--issues', dir.path('dirty.json'));
      expect(code).toBe(0);
      const expected = records(readFileSync(`${own}.expected.csv`, 'utf8'));
      const key = (r: Record<string, string>): string =>
        [r.region_code, r.region_name, r.indicator, r.period, Number(r.value), r.unit?.trim()].join(' ');
      expect(records(out).map(key).sort()).toEqual(expected.map(key).sort());
      const place = ({ type, where }: Issue): string => `${type} @ ${where}`;
      const wanted = JSON.parse(readFileSync(`${own}.issues.json`, 'utf8')) as Issue[];
      expect((JSON.parse(dir.read('dirty.json')) as Issue[]).map(place).sort()).toEqual(wanted.map(place).sort());
    }
  });
  test('what was not understood is set right by a mapping, which goes on to the next file', async () => {
    const first = await take('first.csv', lines.join('\n'), '--mapping-out', mappingPath());
    expect(first.code).toBe(1);
    const mapping = JSON.parse(dir.read('mapping.json'));
    mapping.indicators['失业面'] = { indicator: 'unemployment_rate' };
    mapping.regions['青城'] = '150100';
    dir.write('mapping.json', JSON.stringify(mapping));
    const right = await take(
      'first.csv',
      lines.join('\n'),
      '--mapping',
      mappingPath(),
      '--mapping-out',
      dir.path('next.json'),
    );
    expect(records(right.out).map((r) => `${r.region_code} ${r.period} ${r.value}`)).toEqual([
      '150100 2018-01 3.2',
      '150200 2018-01 3.1',
    ]);
    const second = [...lines.slice(0, 2), '包头市,3.3,2月'].join('\n');
    const next = await take('second.csv', second, '--mapping', dir.path('next.json'));
    expect(records(next.out)).toMatchObject([{ region_code: '150200', period: '2018-02', value: '3.3' }]);
    expect(next.err.join()).not.toContain('not used');
  });
  test('a mapping of no table here is said, a faulty one refused with its places', async () => {
    const other = { signature: 'other', columns: {}, indicators: {}, regions: {}, constants: {} };
    dir.write('other.json', JSON.stringify([other]));
    const { err } = await take('good.csv', '地区,月份,失业率\n包头市,2018-01,3\n', '--mapping', dir.path('other.json'));
    expect(err[0]).toContain('mapping not used');
    dir.write('faulty.json', JSON.stringify([{ ...other, columns: 3 }]));
    const refused = await call('import', dir.path('good.csv'), '--mapping', dir.path('faulty.json'));
    expect(refused.code).toBe(1);
    expect(refused.err.join()).toContain('[0].columns');
  });
  test('an encoding that is asked for, and one that there is not', async () => {
    // 内蒙古 in GBK, which as UTF-8 is refused.
    const gbk = Buffer.from('b5d8c7f82cd4c2b7dd2ccaa7d2b5c2ca0ab0fccdb7cad02c323031382d30312c330a', 'hex');
    writeFileSync(dir.path('gbk.csv'), gbk);
    const { out } = await call('import', dir.path('gbk.csv'), '--encoding', 'GB18030');
    expect(records(out)).toMatchObject([{ region_code: '150200', value: '3' }]);
    const { code, err } = await call('import', dir.path('gbk.csv'), '--encoding', 'klingon');
    expect(code).toBe(2);
    expect(err.join()).toContain('gb18030');
  });
  test('one of contradicting values is chosen by its line', async () => {
    const text = '地区,月份,失业率\n包头市,2018-01,3\n包头市,2018-01,4\n乌海市,2018-01,2\n';
    dir.write('choices.json', JSON.stringify({ '150200|unemployment_rate|2018-01|': 3 }));
    const { out } = await take('conflict.csv', text, '--choices', dir.path('choices.json'));
    expect(records(out).map((r) => r.value)).toEqual(['4', '2']);
  });
  test('assess and detect read the same tables', async () => {
    const months = Array.from(
      { length: 30 },
      (_, k) => `包头市,${2016 + Math.floor(k / 12)}年${(k % 12) + 1}月,${4 + (k > 24 ? 2 : 0)}`,
    );
    const file = dir.write('table.csv', ['地区,月份,失业率(%)', ...months].join('\n'));
    const detected = await call(
      'detect',
      '--panel',
      file,
      '--region',
      '150200',
      '--indicator',
      'unemployment_rate',
      '--detector',
      'rise',
    );
    expect(detected.code).toBe(0);
    expect(records(detected.out).filter((r) => r.alarm === '1').length).toBeGreaterThan(0);
    const assessed = await call('assess', '--panel', file);
    expect(assessed.code).toBe(0);
    expect(
      JSON.parse(assessed.out).levels.some(
        (l: { region_code: string; level: number | null }) => l.region_code === '150200' && (l.level ?? 0) > 0,
      ),
    ).toBe(true);
  });
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
