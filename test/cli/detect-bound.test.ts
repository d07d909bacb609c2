import { expect, test } from 'vitest';
import { copiedCharts } from '../reference/control-charts';
import { call, folder, records } from './call';

const dir = folder();
const head = 'region_code,region_name,indicator,period,value,unit,source';

/** A series of the committed oracles as a panel, and the oracle's rows beside what `detect` says of it. */
async function beside(name: RegExp, kind: string, params: object, ...more: string[]) {
  const { rows } = copiedCharts().find((c) => name.test(c.name))!;
  const lines = rows.map((r) => `X1,Here,n,${r.period},${r.value},${kind === 'ewma' ? 'percent' : 'persons'},s`);
  const panel = dir.write('panel.csv', `${[head, ...lines].join('\n')}\n`);
  const args = ['detect', '--panel', panel, '--detector', kind, '--params', JSON.stringify(params), ...more];
  const { code, out, err } = await call(...args);
  expect([code, err]).toEqual([0, []]);
  const got = records(out);
  expect(got.map((g) => g.period)).toEqual(rows.map((r) => r.period));
  return rows.map((wanted, t) => ({ wanted, got: got[t]! }));
}

const near = (got: string | undefined, wanted: number): boolean =>
  got !== '' && Math.abs(Number(got) - wanted) <= 1e-6 * Math.abs(wanted) + 1e-9;
const cellOf = (v: number): string => (Number.isNaN(v) ? '' : String(v));

test.each([
  [/^ears_weekly.*US-WY.* C1$/, 'ears', { method: 'C1' }],
  [/^ears_weekly.*US-CA.* C2$/, 'ears', { method: 'C2' }],
  [/^ears_c3.*US-CA/, 'ears', { method: 'C3' }],
  [/^ewma/, 'ewma', { baselinePeriods: 24 }],
  [/^cusum_monthly.*rossi/, 'cusum', { transform: 'rossi' }],
])('%s: expected, bound and alarm are those of the oracle, and empty where it has none', async (name, kind, params) => {
  for (const { wanted, got } of await beside(name, kind, params)) {
    expect(got.alarm, wanted.period).toBe(cellOf(wanted.alarm));
    if (Number.isNaN(wanted.alarm)) continue;
    expect(near(got.bound, wanted.bound), `${wanted.period}: ${got.bound} ≠ ${wanted.bound}`).toBe(true);
    if (!Number.isNaN(wanted.expected)) expect(near(got.expected, wanted.expected), wanted.period).toBe(true);
    if (kind === 'ears' && !Number.isNaN(wanted.statistic))
      expect(near(got.statistic, wanted.statistic), wanted.period).toBe(true);
  }
});

test('a named threshold goes before the line of the method, and is held against the statistic', async () => {
  for (const { got } of await beside(/^ears_c3.*US-WY/, 'ears', { method: 'C3' }, '--threshold', '2')) {
    expect(got.bound).toBe('2');
    expect(got.alarm).toBe(got.statistic === '' ? '' : String(Number(Number(got.statistic) >= 2)));
  }
});
