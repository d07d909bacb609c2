import { expect, test } from 'vitest';
import indicatorsJson from '../../src/base/defaults/indicators.json';
import { parseDay } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';

const own = {
  ...indicatorsJson,
  version: 'own',
  indicators: [
    {
      ...indicatorsJson.indicators[0]!,
      id: 'vacancy_rate',
      name: { zh: '空岗率', en: 'Vacancy rate' },
      range: [0, 100],
    },
  ],
};
const file = new File(
  ['region_code,indicator,period,value\n150200,vacancy_rate,2020-01,3.1\n150200,pmi,2020-01,50\n'],
  'own.csv',
);

test('an indicator list in the place of the built-in one: files are read and shown by it, and back', async () => {
  const engine = createEngine(() => parseDay('2026-11-23')!);
  const faulty = { ...own, indicators: [{ ...own.indicators[0]!, unit: 'ells' }] };
  await expect(engine.useIndicators(faulty, {})).rejects.toMatchObject({
    trouble: { what: { en: expect.stringContaining('indicators[0].unit') } },
  });
  expect((await engine.readFile(file, {}, {})).taken).toBe(1);
  await engine.useIndicators(own, {});
  const report = await engine.readFile(file, {}, {});
  expect(report.taken).toBe(1);
  const view = await engine.load([report.batchId], null, {});
  expect([...view.catalogue.byId.keys()]).toEqual(['vacancy_rate']);
  await engine.useIndicators(null, {});
  expect((await engine.readFile(file, {}, {})).issues[0]!.given).toContain('vacancy_rate');
});
