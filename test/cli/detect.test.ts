import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/base/units';
import { call, folder, needsShared, records, shared, sharedIsThere } from './call';

const dir = folder();
const head = 'region_code,region_name,indicator,period,value,unit,source';
const write = (name: string, ...rows: string[]): string => dir.write(name, `${[head, ...rows].join('\n')}\n`);

async function detect(panel: string, detector: string, ...more: string[]): Promise<Record<string, string>[]> {
  const { code, out, err } = await call('detect', '--panel', panel, '--detector', detector, ...more);
  expect(err).toEqual([]);
  expect(code).toBe(0);
  return records(out);
}

describe('the table', () => {
  const panel = write(
    'small.csv',
    'X1,Here,rate,2020-01,4,percent,s',
    'X1,Here,rate,2020-02,4.49,percent,s',
    'X1,Here,rate,2020-04,4.5,percent,s',
    'X2,There,rate,2020-03,0.1,percent,s',
    'X2,There,rate,2020-04,0.3,percent,s',
    'X1,Here,count,2020-02,7,persons,s',
  );

  test('has a row for each period from the first value of a series to its last; a hole has no value', async () => {
    const rows = await detect(panel, 'level', '--indicator', 'rate');
    expect(rows.map((r) => [r.region_code, r.period, r.value, r.statistic])).toEqual([
      ['X1', '2020-01', '4', '4'],
      ['X1', '2020-02', '4.49', '4.49'],
      ['X1', '2020-03', '', ''],
      ['X1', '2020-04', '4.5', '4.5'],
      ['X2', '2020-03', '0.1', '0.1'],
      ['X2', '2020-04', '0.3', '0.3'],
    ]);
    expect(Object.keys(rows[0]!)).toEqual([
      'region_code',
      'indicator',
      'period',
      'value',
      'expected',
      'statistic',
      'bound',
      'alarm',
    ]);
  });

  test('numbers are written in the fewest digits that read back as the same number', async () => {
    const rows = await detect(panel, 'change', '--region', 'X2', '--params', '{"lag":1}');
    expect(rows.at(-1)).toMatchObject({ expected: '0.1', statistic: String(0.3 - 0.1) });
  });

  test('alarm at or above the threshold; empty where there is none to compare, or nothing to compare with', async () => {
    const alarms = async (...more: string[]): Promise<string[]> =>
      (await detect(panel, 'level', '--region', 'X1', '--indicator', 'rate', ...more)).map((r) => r.alarm!);
    expect(await alarms('--threshold', '4.49')).toEqual(['0', '1', '', '1']);
    expect(await alarms()).toEqual(['', '', '', '']);
    expect(await alarms('--threshold=-1')).toEqual(['1', '1', '', '1']);
  });

  test('the published line of the Sahm rule, compared at two decimals: 0.495 is 0.50', async () => {
    const months = (values: number[]): string[] =>
      values.map((v, i) => `X1,Here,rate,2020-${String(i + 1).padStart(2, '0')},${v},percent,s`);
    const of = async (last: number): Promise<Record<string, string>> =>
      (
        await detect(write('sahm.csv', ...months([4, 4, last])), 'rise', '--params', '{"meanPeriods":1,"lookback":2}')
      ).at(-1)!;
    expect(await of(4.495)).toMatchObject({ bound: '0.5', alarm: '1', expected: '4' });
    expect(await of(4.494)).toMatchObject({ bound: '0.5', alarm: '0' });
  });

  test('a count has no published line; a named one counts', async () => {
    const count = write('count.csv', 'X1,Here,n,2020-01,1,persons,s', 'X1,Here,n,2020-02,9,persons,s');
    const args = ['--params', '{"meanPeriods":1,"lookback":1}'];
    expect((await detect(count, 'rise', ...args)).at(-1)).toMatchObject({ statistic: '8', bound: '', alarm: '' });
    expect((await detect(count, 'rise', ...args, '--threshold', '8')).at(-1)).toMatchObject({ bound: '8', alarm: '1' });
  });

  test('--worse turns the direction; an indicator of the catalogue has its own', async () => {
    const panel2 = write(
      'turn.csv',
      'X1,Here,openings_to_seekers,2020-03,0.9,ratio,s',
      'X1,Here,mine,2020-03,0.9,ratio,s',
    );
    const of = async (...more: string[]): Promise<string[]> =>
      (await detect(panel2, 'level', ...more)).map((r) => `${r.indicator} ${r.statistic}`);
    expect(await of()).toEqual(['openings_to_seekers -0.9', 'mine 0.9']);
    expect(await of('--worse', 'down')).toEqual(['openings_to_seekers -0.9', 'mine -0.9']);
    expect(await of('--worse', 'up')).toEqual(['openings_to_seekers 0.9', 'mine 0.9']);
  });

  test('a labour force comes from the region table, a target from its yearly indicator', async () => {
    const table = dir.write('regions.csv', 'region_code,region_name,labour_force\nX1,Here,1000\n');
    const flow = write('flow.csv', 'X1,Here,new_benefit_claims,2020-03,50,persons,s');
    expect((await detect(flow, 'scale', '--params', '{"periods":1}', '--regions', table))[0]).toMatchObject({
      statistic: '5',
    });
    expect((await detect(flow, 'scale', '--params', '{"periods":1}'))[0]).toMatchObject({ statistic: '' });
    const jobs = write(
      'jobs.csv',
      'X1,Here,new_urban_jobs,2020-06,300,persons,s',
      'X1,Here,new_urban_jobs_target,2020,1200,persons,s',
    );
    const rows = await detect(jobs, 'progress', '--indicator', 'new_urban_jobs', '--threshold', '25');
    expect(rows).toMatchObject([{ expected: '50', statistic: '25', alarm: '1' }]);
  });

  test.each([
    ['week', ['2020-01-04', '2020-01-11']],
    ['quarter', ['2020-Q4', '2021-Q1']],
    ['year', ['2019', '2020']],
  ])('any frequency: %s', async (_frequency, periods) => {
    const rows = await detect(
      write('freq.csv', ...periods.map((p, i) => `X1,Here,rate,${p},${i},percent,s`)),
      'change',
      '--params',
      '{"lag":1}',
    );
    expect(rows.map((r) => [r.period, r.statistic])).toEqual([
      [periods[0], ''],
      [periods[1], '1'],
    ]);
  });

  test('a code that a spreadsheet would take for a formula stays text', async () => {
    const { out } = await call(
      'detect',
      '--detector',
      'level',
      '--panel',
      write('evil.csv', "=cmd|'/C calc'!A0,x,rate,2020-01,1,percent,s"),
    );
    expect(out.split('\n')[1]!.startsWith("'=cmd|")).toBe(true);
  });
});

describe('data that stops the work ends with 1', () => {
  test('an unknown region or indicator is named', async () => {
    const panel = write('one.csv', 'X1,Here,rate,2020-01,1,percent,s');
    expect(await call('detect', '--panel', panel, '--detector', 'level', '--region', 'X9')).toMatchObject({
      code: 1,
      out: '',
      err: [expect.stringContaining('X9')],
    });
    expect(await call('detect', '--panel', panel, '--detector', 'level', '--indicator', 'nope')).toMatchObject({
      code: 1,
      out: '',
      err: [expect.stringContaining('nope')],
    });
  });

  test('an empty file, and a wrong header', async () => {
    expect((await call('detect', '--panel', dir.write('empty.csv', ''), '--detector', 'level')).code).toBe(1);
    const wrong = await call('detect', '--panel', dir.write('wrong.csv', 'a,b\n1,2\n'), '--detector', 'level');
    expect(wrong.code).toBe(1);
    expect(wrong.err.join(' ')).toContain('nothing says which region it is');
  });

  test('a bad row is said and the others are taken', async () => {
    const { code, out, err } = await call(
      'detect',
      '--detector',
      'level',
      '--panel',
      write('mixed.csv', 'X1,Here,rate,2020-01,1,percent,s', 'X1,Here,rate,2020-13,2,percent,s'),
    );
    expect(code).toBe(0);
    expect(records(out)).toHaveLength(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/mixed\.csv:3 \[period\]/);
  });
});

interface Oracle extends Record<string, string> {}

/** `1e-6` relative, as the oracles suggest; near zero what double precision leaves of a difference. */
function expectNear(got: string, wanted: string, where: string): void {
  if (wanted === '') return expect(got, where).toBe('');
  const [a, b] = [Number(got), Number(wanted)];
  if (got === '' || Math.abs(a - b) > 1e-6 * Math.abs(b) + 1e-9) expect.fail(`${where}: ${got} ≠ ${wanted}`);
}

describe.skipIf(!sharedIsThere)(`oracles: the Sahm rule on real data${needsShared}`, () => {
  test.each<[string, string, string]>([
    ['sahm_us_states.csv', 'us_states_unemployment_rate_sa.csv', 'unemployment_rate_sa'],
    ['sahm_eu_countries.csv', 'eu_unemployment_rate_sa.csv', 'unemployment_rate_sa_age25_74'],
    ['sahm_cn_national.csv', 'cn_national_monthly.csv', 'urban_surveyed_unemployment_rate'],
    ['sahm_us_national.csv', 'us_national_monthly.csv', 'unemployment_rate_sa'],
  ])('%s', async (oracle, panel, indicator) => {
    const wanted = records(readFileSync(`${shared}/oracles/${oracle}`, 'utf8')) as Oracle[];
    const rows = await detect(`${shared}/${panel}`, 'rise', '--indicator', indicator);
    const found = new Map(rows.map((r) => [`${r.region_code} ${r.period}`, r]));
    expect(rows).toHaveLength(wanted.length);
    for (const w of wanted) {
      const where = `${w.region_code} ${w.period}`;
      const got = found.get(where)!;
      expectNear(got.value!, w.unemployment_rate!, `${where} value`);
      expectNear(got.statistic!, w.sahm!, `${where} statistic`);
      expectNear(got.expected!, w.min_ma3_prev12!, `${where} expected`);
      const alarm = w.triggered === '' ? '' : String(Number(w.triggered === 'TRUE' || w.triggered === '1'));
      if (got.alarm !== alarm) expect.fail(`${where}: alarm ${got.alarm}, triggered ${w.triggered}`);
      if (w.published_fred)
        expect(Math.floor(Number(got.statistic) * 100 + 0.5 + 1e-7) / 100, where).toBe(Number(w.published_fred));
    }
    if (oracle === 'sahm_us_national.csv') expect(wanted.filter((w) => w.published_fred)).toHaveLength(897);
  });
});

const panels = sharedIsThere
  ? readdirSync(shared).filter((f) => f.endsWith('.csv') && !/_(regions|aliases)\.csv$/.test(f))
  : [];

describe.skipIf(!sharedIsThere)(`every panel of real data, whatever its indicators and frequency${needsShared}`, () => {
  test.each(panels)('%s', async (file) => {
    const wanted = records(readFileSync(`${shared}/${file}`, 'utf8'));
    const { code, out, err } = await call('detect', '--panel', `${shared}/${file}`, '--detector', 'level');
    expect([code, err]).toEqual([0, []]);
    const found = new Map(records(out).map((r) => [`${r.region_code} ${r.indicator} ${r.period}`, r.value]));
    // An indicator that nobody knows is in the unit of its first row.
    const unitOf = new Map(wanted.map((w) => [w.indicator!, w.unit!] as const).toReversed());
    const lost = wanted.filter((w) => {
      const got = found.get(`${w.region_code} ${w.indicator} ${w.period}`);
      return (
        got === undefined || got === '' || Number(got) !== convert(Number(w.value), w.unit!, unitOf.get(w.indicator!)!)
      );
    });
    expect(lost).toEqual([]);
  });

  test('there are six of them and more', () => expect(panels.length).toBeGreaterThanOrEqual(6));
});
