import { expect, test } from 'vitest';
import { forecastCases } from '../reference/forecast';
import { call, folder, records } from './call';

const dir = folder();
const head = 'region_code,region_name,indicator,period,value,unit,source';
const monthAt = (t: number): string => `${1976 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;

/** The last rows that `detect` writes for a series of the committed oracles. */
async function detect(
  series: string,
  params: object,
  ...more: string[]
): Promise<{ values: readonly number[]; rows: Record<string, string>[] }> {
  const { values } = forecastCases('forecast-h3').find((c) => c.series === series)!;
  const lines = values.map((v, t) => `X1,Here,rate,${monthAt(t)},${v},percent,s`);
  const panel = dir.write('panel.csv', `${[head, ...lines].join('\n')}\n`);
  const args = ['detect', '--panel', panel, '--detector', 'forecast', '--params', JSON.stringify(params), ...more];
  const { code, out, err } = await call(...args);
  expect([code, err]).toEqual([0, []]);
  return { values, rows: records(out) };
}

const CA = 'US-CA/unemployment_rate_sa';
const wanted = (method: string) => forecastCases('forecast-h3').find((c) => c.name === `${CA} ${method}`)!.rows;

test.each([
  ['naive', 'naive'],
  ['drift', 'rwf_drift'],
  ['ses', 'ets_ANN'],
  ['theta', 'thetaf'],
])('%s: the periods after the last value follow, as R %s says', async (model, method) => {
  const { values, rows } = await detect(CA, { model, calibrate: false });
  expect(rows).toHaveLength(values.length + 3);
  expect(rows.slice(-3).map((r) => r.period)).toEqual(['2008-01', '2008-02', '2008-03']);
  for (const [k, row] of rows.slice(-3).entries()) {
    expect([row.value, row.statistic, row.alarm]).toEqual(['', '', '']);
    expect(Math.abs(Number(row.expected) / wanted(method)[k]!.mean - 1)).toBeLessThan(1e-7);
    expect(Math.abs(Number(row.bound) / wanted(method)[k]!.hi80 - 1)).toBeLessThan(1e-7);
  }
  const last = rows[values.length - 1]!;
  expect(Number(last.value)).toBe(values.at(-1));
  expect(Number(last.statistic)).toBeGreaterThan(0);
  expect(last.alarm).toMatch(/^[01]$/);
});

test('where a fall is worse the bound is the lower end', async () => {
  const { rows } = await detect(CA, { model: 'naive', calibrate: false, levels: [95] }, '--worse', 'down');
  expect(Math.abs(Number(rows.at(-1)!.bound) / wanted('naive')[2]!.lo95 - 1)).toBeLessThan(1e-7);
});

test('a named threshold is a probability: it says nothing of the values to come', async () => {
  const { values, rows } = await detect(CA, { model: 'naive' }, '--threshold', '50');
  for (const row of rows.slice(0, values.length)) {
    expect(row.bound).toBe('50');
    expect(row.alarm).toBe(row.statistic === '' ? '' : String(Number(Number(row.statistic) >= 50)));
  }
  expect(rows.slice(-3).map((r) => [r.bound, r.alarm])).toEqual([
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
});

test('an unfit parameter is refused', async () => {
  const panel = dir.write('one.csv', `${head}\nX1,Here,rate,2020-01,5,percent,s\n`);
  const { code, err } = await call(
    'detect',
    '--panel',
    panel,
    '--detector',
    'forecast',
    '--params',
    '{"levels":[101]}',
  );
  expect(code).toBe(2);
  expect(err.join('\n')).toContain('levels');
});
