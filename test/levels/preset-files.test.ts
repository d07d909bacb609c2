import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { call, folder } from '../cli/call';

const dir = folder();
const schema = JSON.parse(readFileSync('docs/assessment.schema.json', 'utf8')) as never;
const validator = z.fromJSONSchema(schema);

/** The files of a preset are rule sets and schemes like any other: the command line takes them. */
async function assessBy(id: string, indicator: string, values: readonly number[], rules: boolean) {
  const months = values.map((v, i) => `A,A,${indicator},2020-${String(i + 1).padStart(2, '0')},${v},percent,s`);
  const panel = dir.write(
    `${id}.csv`,
    ['region_code,region_name,indicator,period,value,unit,source', ...months].join('\n'),
  );
  const ruleSet = rules ? ['--rules', `src/signals/defaults/presets/${id}.json`] : [];
  const { code, out } = await call(
    'assess',
    '--panel',
    panel,
    ...ruleSet,
    '--scheme',
    `src/levels/defaults/presets/${id}.json`,
  );
  expect(code).toBe(0);
  const result = JSON.parse(out) as {
    scheme: { id: string };
    levels: { level: number | null }[];
    derivations: { condition: unknown; score?: unknown }[];
  };
  expect(validator.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(result.scheme.id).toBe(id);
  return { levels: result.levels.map((l) => l.level), proof: result.derivations[0]! };
}

test('assess --rules --scheme: Qingdao’s lamps from the files as they are', async () => {
  const { levels, proof } = await assessBy('qingdao-2007', 'registered_unemployment_rate', [2, 3.5, 5.2, 7.5], true);
  expect(levels).toEqual([0, 0, 2, 4]);
  expect(proof.condition).toEqual({ kind: 'signals', atLeast: 4, count: 1 });
  expect(proof).not.toHaveProperty('score');
});

test('assess --scheme: the light score with the built-in rules says its total, or that it has none', async () => {
  const { levels, proof } = await assessBy('light-score', 'surveyed_unemployment_rate', [5, 5, 5], false);
  // One rule of a single figure, and that not yet computable.
  expect(levels).toEqual([null, null, null]);
  expect(proof.score).toEqual({ total: null, items: 9, points: 0, speaking: 0 });
});

test('a condition of named rules, and one of the score, are written as the schema has them', async () => {
  const base = JSON.parse(readFileSync('src/levels/defaults/presets/light-score.json', 'utf8'));
  const months = Array.from(
    { length: 24 },
    (_, t) =>
      `A,A,surveyed_unemployment_rate,20${20 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')},${t < 12 ? 5 : 7},percent,s`,
  );
  const panel = dir.write(
    'rise.csv',
    ['region_code,region_name,indicator,period,value,unit,source', ...months].join('\n'),
  );
  const named = { kind: 'rules', rules: ['surveyed-rate-change'], atLeast: 4, count: 1 };
  const score = { kind: 'score', atMost: 16 };
  for (const condition of [named, score]) {
    const scheme = {
      ...base,
      minUsable: { count: 1, share: 0.5 },
      conditions: { 1: [], 2: [], 3: [], 4: [condition] },
    };
    const file = dir.write(`${condition.kind}.json`, JSON.stringify(scheme));
    const { code, out } = await call('assess', '--panel', panel, '--scheme', file);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(validator.safeParse(result).error?.issues ?? []).toEqual([]);
    expect(result.derivations[0]).toMatchObject({ level: 4, condition, score: { total: 9, points: 1, speaking: 1 } });
  }
});
