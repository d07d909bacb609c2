import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { call, folder } from './call';

/** `assess --as-of`: the levels and the proof of a month that was revised later, as known before and after. */

const dir = folder();
const schema = JSON.parse(readFileSync('docs/assessment.schema.json', 'utf8')) as z.core.JSONSchema.JSONSchema;
const validator = z.fromJSONSchema(schema as never);
const head = 'region_code,region_name,indicator,period,value,unit,source,known_on';
const month = (t: number): string => `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const row = (t: number, value: number, knownOn: string): string =>
  `A,A,unemployment_rate_sa,${month(t)},${value},percent,s,${knownOn}`;

const lines = Array.from({ length: 24 }, (_, t) => row(t, 4, `${month(t + 1)}-20`));
const panel = dir.write('panel.csv', [head, ...lines, row(23, 9, '2022-03-05'), ''].join('\n'));
const regions = dir.write('regions.csv', 'region_code,region_name,parent_code,labour_force\nA,A,,800000\n');

interface Observation {
  readonly period: string;
  readonly value: number;
  readonly known_on: string;
  readonly earlier?: readonly { readonly value: number; readonly known_on: string }[];
}
interface Result {
  readonly as_of: string | null;
  readonly levels: readonly { readonly period: string; readonly level: number | null }[];
  readonly derivations: readonly {
    readonly families: readonly { readonly signals: readonly { readonly observations: readonly Observation[] }[] }[];
  }[];
}

async function assess(...more: string[]): Promise<{ result: Result; last: Observation; out: string }> {
  const { code, out } = await call('assess', '--panel', panel, '--regions', regions, ...more);
  expect(code).toBe(0);
  const result = JSON.parse(out) as Result;
  expect(validator.safeParse(result).error?.issues ?? []).toEqual([]);
  const last = result.derivations[0]!.families.flatMap((f) => f.signals)
    .flatMap((s) => s.observations)
    .find((o) => o.period === '2021-12')!;
  return { result, last, out };
}

test('the same month as of two days; the proof names both vintages', async () => {
  const before = await assess('--as-of', '2022-01-31');
  const after = await assess('--as-of', '2022-03-31');
  const level = ({ result }: typeof before) => result.levels.find((l) => l.period === '2021-12')!.level;
  expect([before.result.as_of, level(before)]).toEqual(['2022-01-31', 0]);
  expect(after.result.as_of).toBe('2022-03-31');
  expect(level(after)).toBeGreaterThan(0);
  expect(before.last).toMatchObject({ value: 4, known_on: '2022-01-20' });
  expect(before.last).not.toHaveProperty('earlier');
  expect(after.last).toMatchObject({
    value: 9,
    known_on: '2022-03-05',
    earlier: [{ value: 4, known_on: '2022-01-20' }],
  });
  // All that is known is what is known after the last day.
  const now = await assess();
  expect({ ...now.result, as_of: after.result.as_of }).toEqual(after.result);
});

test('a figure that was not known yet is not there, and its month is not graded', async () => {
  const { result } = await assess('--as-of', '2022-01-31');
  expect(result.levels.at(-1)!.period).toBe('2021-12');
  const early = await call('assess', '--panel', panel, '--regions', regions, '--as-of', '2022-01-10');
  const levels = (JSON.parse(early.out) as Result).levels;
  expect(levels.at(-1)).toMatchObject({ period: '2021-12' });
  expect(early.out).not.toContain('"value":9');
});

test('a day that is none is a wrong call', async () => {
  expect((await call('assess', '--panel', panel, '--as-of', '2022-02-30')).code).toBe(2);
});
