import { beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../../mock-data/random';
import { parseDay, parsePeriod } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';
import type { EffectQuestion } from '../../src/response/effects/effect';

/** Twelve leagues, six years of recipients; in Wuhai a sixth fewer from March 2023 on, in Baotou twice as many then. */
const LEAGUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 22, 25, 29].map((n) => `15${String(n).padStart(2, '0')}00`);
const START = parsePeriod('2023-03')!.period;
const chance = chanceOf('engine effects');
const lines = LEAGUES.flatMap((code, k) =>
  Array.from({ length: 72 }, (_, t) => {
    const late = t >= 50;
    const trouble = late && code === '150200' ? 2 : 1;
    const season = 1 + 0.2 * Math.sin((t * Math.PI) / 6);
    const noise = () => 1 + 0.02 * (chance() - 0.5);
    const month = `${2019 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
    const row = (id: string, value: number, unit = 'persons') => `${code},,${id},${month},${value},${unit},s`;
    const recipients = 5000 * (k + 1) * season * trouble * (late && code === '150300' ? 5 / 6 : 1);
    return [
      row('benefit_recipients', Math.round(recipients * noise())),
      // What a level rests on besides.
      row('surveyed_unemployment_rate', Math.round(45 * trouble * noise()) / 10, 'percent'),
      row('new_benefit_claims', Math.round(900 * (k + 1) * trouble * noise()), 'claims'),
      row('openings', Math.round((3000 * (k + 1) * noise()) / trouble)),
      row('seekers', Math.round(2500 * (k + 1) * trouble * noise())),
    ];
  }).flat(),
);
const question: EffectQuestion = {
  regionCode: '150300',
  indicatorId: 'benefit_recipients',
  start: START,
  periods: 12,
  view: null,
  add: [],
  remove: [],
  occupied: [],
};

let engine: EngineCore;
beforeAll(async () => {
  engine = createEngine(() => parseDay('2025-02-01')!);
  const head = 'region_code,region_name,indicator,period,value,unit,source';
  const read = await engine.readFile(new File([[head, ...lines, ''].join('\n')], 'a.csv'), {}, {});
  await engine.load([read.batchId], null, {});
});

describe('the effect of a measure, asked of the engine', () => {
  test('a sixth fewer is found by both methods and told in the unit of the comparison', async () => {
    const answer = await engine.measureEffect(question, {});
    expect([answer.view, answer.unit, answer.differenceUnit]).toEqual(['yoy', 'percent', 'points']);
    expect(Math.abs(answer.difference!.difference + 100 / 6)).toBeLessThan(1.5);
    expect(answer.verdict).toMatchObject({ kind: 'lower', better: true });
    expect(answer.verdict.sentence.zh).toMatch(/^2023年3月—2024年2月，乌海市领取失业保险金人数比.*低1\d\.\d个百分点/);
  });

  test('a region with a warning of its own is no control; a person may add it', async () => {
    const standing = async (more: Partial<EffectQuestion>) =>
      (await engine.measureEffect({ ...question, ...more }, {})).controls.find((c) => c.regionCode === '150200')!;
    expect(await standing({})).toMatchObject({ excluded: 'warned', byHand: false });
    expect(await standing({ add: ['150200'] })).toMatchObject({ excluded: null, byHand: true });
    expect(await standing({ occupied: ['150200'] })).toMatchObject({ excluded: 'own-measure' });
  });

  test('the same question gives the same answer', async () => {
    expect(await engine.measureEffect(question, {})).toEqual(await engine.measureEffect(question, {}));
  });
});
