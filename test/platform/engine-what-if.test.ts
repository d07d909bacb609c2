import { beforeAll, describe, expect, test } from 'vitest';
import { INSUFFICIENT } from '../../src/base/level';
import { parseDay, parsePeriod } from '../../src/base/period';
import type { Scenario } from '../../src/backtest/what-if';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';
import type { WhatIfResult } from '../../src/platform/rule-answers';

/** A whole region and two of its leagues, three years of a rate at 4, and claims at a hundred, known month by month. */
const head = 'region_code,region_name,indicator,period,value,unit,source,known_on';
const month = (t: number): string => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const lines = ['150100', '150200'].flatMap((code) =>
  Array.from({ length: 36 }, (_, t) => [
    `${code},,surveyed_unemployment_rate,${month(t)},4,percent,s,${month(t + 1)}-18`,
    `${code},,new_benefit_claims,${month(t)},100,persons,s,${month(t + 1)}-12`,
  ]).flat(),
);

const NOTHING: Scenario = { schema: 'fengsui-scenario/1', name: '', note: '', shocks: [], thresholds: {} };
const RISE: Scenario = {
  ...NOTHING,
  shocks: [
    {
      indicator: 'surveyed_unemployment_rate',
      regions: ['150200'],
      from: '2020-07',
      to: '2020-12',
      kind: 'shock',
      amount: 2,
    },
  ],
};

let engine: EngineCore;
beforeAll(async () => {
  engine = createEngine(() => parseDay('2021-02-01')!);
  const read = await engine.readFile(new File([[head, ...lines, ''].join('\n')], 'a.csv'), {}, {});
  await engine.load([read.batchId], null, {});
});

async function resultOf(scenario: Scenario, focus: string | null = null): Promise<WhatIfResult> {
  const { faults, result } = await engine.whatIf(scenario, focus, {});
  expect(faults).toEqual([]);
  return result!;
}

describe('what if', () => {
  test('nothing changed moves nothing: the same bytes as the assessment in force', async () => {
    for (const asOf of [null, parseDay('2020-10-15')!]) {
      const view = await engine.assess(asOf, {});
      const result = await resultOf(NOTHING);
      expect(result.after).toEqual(view.levels.level);
      expect(result.before).toEqual(view.levels.level);
      expect(result).toMatchObject({ moved: 0, graded: 0, moves: [], count: view.count, known: view.count });
    }
    await engine.assess(null, {});
  });

  test('a rise of two points: levels, families and rules that moved', async () => {
    const { moves, moved, touched, issues } = await resultOf(RISE);
    expect(touched).toEqual([6]);
    expect(issues).toEqual([]);
    const own = moves.filter((m) => m.regionCode === '150200');
    // The 3-month mean is up by 0.67, 1.33, 2: blue counts after two periods, red at once, and a floor rule lifts to Ⅱ.
    expect(own.map((m) => [m.period, m.after])).toEqual(
      [
        ['2020-12', 3],
        ['2020-11', 3],
        ['2020-10', 3],
        ['2020-09', 3],
        ['2020-08', 1],
      ].map(([p, level]) => [parsePeriod(p as string)!.period, level]),
    );
    expect(own[0]).toMatchObject({
      before: 0,
      families: [{ family: 'employment', before: 0, after: 4 }],
      rules: [{ ruleId: 'surveyed-rate-change', before: 0, after: 4 }],
    });
    expect(moved).toBe(moves.length);
    expect(moves.some((m) => m.regionCode === '150100')).toBe(false);
  });

  test('the chosen region: the rules that are touched, before and after', async () => {
    const { focus } = await resultOf(RISE, '150200');
    expect(focus.map((f) => f.ruleId)).toEqual(['surveyed-rate-change']);
    expect(focus[0]!.before!.statistic.at(-1)).toBe(0);
    expect(focus[0]!.after!.statistic.at(-1)).toBeCloseTo(2, 12);
    expect((await resultOf(RISE, '150300')).focus).toEqual([]);
  });

  test('thresholds alone: the figures stay, the levels move', async () => {
    const thresholds = { 'new-claims-change': { blue: -5, yellow: null, orange: null, red: null } };
    const { faults } = await engine.whatIf({ ...NOTHING, thresholds }, null, {});
    expect(faults.map((f) => f.path)).toEqual(['.thresholds.new-claims-change.guard']);
    const { focus, moved } = await resultOf(
      { ...RISE, thresholds: { 'surveyed-rate-change': { blue: 2.5, yellow: 3, orange: 4, red: 5 } } },
      '150200',
    );
    expect(moved).toBe(0);
    // No labour force guard widens them where the region is large.
    expect(focus[0]!.after!.thresholds[0]).toBeGreaterThanOrEqual(2.5);
  });

  test('a path goes on after the data, what nobody projects is not graded as missing', async () => {
    const path: Scenario = {
      ...NOTHING,
      shocks: [
        {
          indicator: 'surveyed_unemployment_rate',
          regions: ['150200'],
          from: '2021-01',
          to: '2021-03',
          kind: 'path',
          values: [6, 7, 8],
        },
      ],
    };
    const { known, count, after, before, first, moves } = await resultOf(path);
    expect([known, count, first]).toEqual([36, 39, parsePeriod('2018-01')!.period]);
    const { tree } = await engine.assess(null, {});
    const tail = (code: string) =>
      [36, 37, 38].map((t) => [before, after].map((levels) => levels[tree.indexOf.get(code)! * count + t]));
    // Means up by 0.67, 1.67 and 3: the floor rule says red at once.
    expect(tail('150200')).toEqual([
      [INSUFFICIENT, 0],
      [INSUFFICIENT, 3],
      [INSUFFICIENT, 3],
    ]);
    // Where nobody projects anything, nothing moves.
    expect(tail('150100').every(([was, is]) => was === is)).toBe(true);
    expect(moves).toEqual([]);
  });

  test('every fault is told, and nothing is computed', async () => {
    const wrong = {
      ...NOTHING,
      shocks: [
        { indicator: 'nothing', regions: ['999999'], from: '2020-13', to: '2020', kind: 'factor', amount: -1 },
        { indicator: 'new_benefit_claims', regions: 'all', from: '2020-01', to: '2022-06', kind: 'path', values: [1] },
        { indicator: 'new_benefit_claims', regions: 'all', from: '2017-01', to: '2016-01', kind: 'shock' },
      ],
      thresholds: { nobody: { blue: 1 }, 'surveyed-rate-change': { blue: 9 } },
    } as unknown as Scenario;
    const { faults, result } = await engine.whatIf(wrong, null, {});
    expect(result).toBeNull();
    expect(faults.map((f) => f.path)).toEqual([
      '.shocks[0].indicator',
      '.shocks[0].regions[0]',
      '.shocks[0].from',
      '.shocks[0].to',
      '.shocks[0].amount',
      '.shocks[1].regions',
      '.shocks[1].to',
      '.shocks[1].values',
      '.shocks[2].from',
      '.shocks[2].to',
      '.shocks[2].amount',
      '.thresholds.nobody',
      '.thresholds.surveyed-rate-change',
    ]);
    const { faults: shape } = await engine.whatIf({ name: 3, extra: 1 } as unknown as Scenario, null, {});
    expect(shape.length).toBeGreaterThanOrEqual(4);
  });

  test('an aborted question is not answered', async () => {
    await expect(engine.whatIf(RISE, null, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
