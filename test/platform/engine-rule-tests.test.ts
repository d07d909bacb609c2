import { expect, test } from 'vitest';
import { parseDay } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';

async function engineWithData(): Promise<EngineCore> {
  const engine = createEngine(() => parseDay('2021-02-01')!);
  const csv = 'region_code,region_name,indicator,period,value\n150200,,pmi,2020-01,50\n';
  const { batchId } = await engine.readFile(new File([csv], 'a.csv'), {}, {});
  await engine.load([batchId], null, {});
  return engine;
}

/** Below 50 for one period, by a detector that is fetched only when a rule names it. */
const file = (kind: string) => ({
  schema: 'fengsui-rule-tests/1',
  name: 'mine',
  rules: { id: 'one', indicator: 'pmi', detector: { kind, params: {} }, thresholds: { blue: -49 } },
  tests: [{ name: 'a', series: { pmi: { '2020-01': '50 49 48' } }, signals: { one: '0 1 1' } }],
});

test('tests run against the rules in force, and their own region alone: the data that is loaded plays no part', async () => {
  const engine = await engineWithData();
  const { faults, results, frequency } = await engine.ruleTests(file('level'), {});
  expect([faults, frequency]).toEqual([[], 'month']);
  expect(results.map((r) => [r.name.en, r.passed, r.compared])).toEqual([['a', true, 3]]);
  const inForce = await engine.ruleTests(
    {
      ...file('level'),
      rules: 'pmi-streak',
      tests: [{ name: 'b', series: { pmi: { '2020-01': '50-0.1x6' } }, signals: { 'pmi-streak': { '2020-06': '1' } } }],
    },
    {},
  );
  expect(inForce.results[0]).toMatchObject({ passed: true });
});

test('a large detector is fetched when an inline rule names it; what no detector is called is a fault', async () => {
  const engine = await engineWithData();
  // Too short for it to say anything: the test fails, and is run.
  const { faults, results } = await engine.ruleTests(file('farrington'), {});
  expect(faults).toEqual([]);
  expect(results[0]!.passed).toBe(false);
  const wrong = await engine.ruleTests(file('nothing'), {});
  expect(wrong.faults.map((f) => f.path)).toEqual(['.rules.detector.kind']);
  expect(wrong.results).toEqual([]);
});

test('nothing is run when it was given up', async () => {
  const engine = await engineWithData();
  await expect(engine.ruleTests(file('level'), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});
