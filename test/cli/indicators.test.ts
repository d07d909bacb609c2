import { expect, test } from 'vitest';
import indicatorsJson from '../../src/base/defaults/indicators.json';
import { call, folder, records } from './call';

const dir = folder();
const [first] = indicatorsJson.indicators;
const own = {
  ...first!,
  id: 'vacancy_rate',
  name: { zh: '空岗率', en: 'Vacancy rate' },
  worse: 'down',
  aggregation: { by: 'none' },
  range: [0, 100],
};
const panel = dir.write(
  'panel.csv',
  'region_code,indicator,period,value\n' +
    '150200,vacancy_rate,2020-01,3.1\n150200,vacancy_rate,2020-02,2.9\n150200,pmi,2020-02,50\n',
);
const list = (indicators: readonly object[]): string =>
  dir.write('own.json', JSON.stringify({ ...indicatorsJson, version: 'own', indicators }));

test('a list of indicators takes the place of the built-in one in every verb', async () => {
  const named = await call('import', panel, '--indicators', list([own]));
  expect(named.code).toBe(0);
  expect(records(named.out).map((r) => r['indicator'])).toEqual(['vacancy_rate', 'vacancy_rate']);
  expect(named.err.join('\n')).toContain('no indicator "pmi"');
  const levels = await call('detect', '--panel', panel, '--indicators', list([own]), '--detector', 'level');
  // Worse is down, as the list says.
  expect(
    records(levels.out)
      .filter((r) => r['indicator'] === 'vacancy_rate')
      .map((r) => r['statistic']),
  ).toEqual(['-3.1', '-2.9']);
  expect((await call('assess', '--panel', panel, '--indicators', list([own]))).code).toBe(0);
});

test('a faulty list stops the work, every fault with its path', async () => {
  const { code, err } = await call('import', panel, '--indicators', list([{ ...own, unit: 'ells' }, own]));
  expect(code).toBe(1);
  expect(err.join('\n')).toContain('indicators[0].unit');
  expect(err.join('\n')).toContain('indicators[1].id');
});
