import { beforeAll, expect, test } from 'vitest';
import { parseDay, parsePeriod } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';

/** One league over two years: unplaced graduates, mass layoffs, jobs towards a target of 120. */
const head = 'region_code,region_name,indicator,period,value,unit,source,known_on';
const month = (t: number): string => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const lines = Array.from({ length: 24 }, (_, t) => {
  const row = (id: string, value: number) => `150300,,${id},${month(t)},${value},persons,s,${month(t + 1)}-12`;
  return [
    row('graduates_unplaced', t >= 12 ? 330 : 300),
    // The festival moves the layoffs of one year to January, of the other to February.
    row('reported_layoffs', t === 0 || t === 13 ? 60 : 20),
    row('new_urban_jobs', 9 * ((t % 12) + 1)),
  ];
}).flat();
const targets = [2018, 2019].map((y) => `150300,,new_urban_jobs_target,${y},120,persons,s,${y}-02-05`);

let engine: EngineCore;
beforeAll(async () => {
  engine = createEngine(() => parseDay('2020-02-01')!);
  const file = new File([[head, ...lines, ...targets, ''].join('\n')], 'a.csv');
  const read = await engine.readFile(file, {}, {});
  await engine.load([read.batchId], null, {});
});

const ask = (period: string) => engine.keyGroups('150300', parsePeriod(period)!.period, {});

test('groups from the figures that are loaded; what is not loaded is said', async () => {
  const { groups } = await ask('2019-10');
  expect(groups).toHaveLength(8);
  expect(groups[0]!.indicators[0]).toMatchObject({ indicatorId: 'graduates_unplaced', value: 330 });
  expect(groups[0]!.indicators[0]!.yoy).toBeCloseTo(10, 10);
  expect(groups[2]!.indicators[0]).toMatchObject({ value: null, why: { en: 'the data does not have this indicator' } });
});

test('a moving festival is no rise: January and February together are as they were', async () => {
  const layoffs = (await ask('2019-02')).groups[1]!.indicators[0]!;
  expect(layoffs).toMatchObject({ indicatorId: 'reported_layoffs', value: 60 });
  expect(layoffs.yoy).toBeCloseTo(0, 10);
});

test('targets: 90 of 120 by October, 10 twelfths due; those that the data lacks are not there', async () => {
  const { targets: tables } = await ask('2019-10');
  expect(tables.map((t) => t.indicatorId)).toEqual(['new_urban_jobs']);
  const { total, due } = tables[0]!;
  expect(due).toBeCloseTo(1000 / 12, 10);
  expect(total).toMatchObject({ achieved: 90, target: 120 });
  expect(total!.share).toBeCloseTo(75, 10);
  expect(total!.gap).toBeCloseTo(75 - 1000 / 12, 10);
  expect(await engine.keyGroups('nowhere', parsePeriod('2019-10')!.period, {})).toEqual({ groups: [], targets: [] });
});
