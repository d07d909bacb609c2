import { beforeAll, describe, expect, test } from 'vitest';
import { dayOf, parseDay, parsePeriod } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';

/** Two leagues, two years: one loses jobs from the second summer on, the other has openings. */
const head = 'region_code,region_name,indicator,period,value,unit,source,known_on';
const month = (t: number): string => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const lines = ['150300', '150200'].flatMap((code) =>
  Array.from({ length: 24 }, (_, t) => {
    const late = code === '150300' && t >= 18;
    const row = (id: string, value: number, unit = 'persons') =>
      `${code},,${id},${month(t)},${value},${unit},s,${month(t + 1)}-12`;
    return [
      row('benefit_recipients', late ? 500 : 300),
      row('reported_layoffs', late ? 120 : 20),
      row('openings', code === '150200' ? 900 : 400),
      row('seekers', code === '150200' ? 700 : 520),
      row('new_benefit_claims', late ? 100 - t : 50),
    ];
  }).flat(),
);
const DECEMBER = parsePeriod('2019-12')!.period;

let engine: EngineCore;
beforeAll(async () => {
  engine = createEngine(() => parseDay('2020-02-01')!);
  const read = await engine.readFile(new File([[head, ...lines, ''].join('\n')], 'a.csv'), {}, {});
  await engine.load([read.batchId], null, {});
});

describe('what a case asks of the engine', () => {
  test('persons affected, from the figures that are loaded', async () => {
    const since = parsePeriod('2019-07')!.period;
    const scale = await engine.caseScale({ regionCode: '150300', period: DECEMBER, since }, {});
    const values = Object.fromEntries(scale.counts.map((c) => [c.id, c.value]));
    // Six months of 120 against six of 20.
    expect(values).toMatchObject({ recipients: 200, layoffs: 600 });
    expect(scale.persons).toBe(600);
    // A league's parent is put together from two of its twelve parts: not told.
    const top = await engine.caseScale({ regionCode: '150000', period: DECEMBER, since }, {});
    expect(top.persons).toBeNull();
  });

  test('partner regions, with the levels of the assessment', async () => {
    const found = await engine.partners('150300', DECEMBER, {});
    expect(found.partners.map((p) => [p.regionCode, p.openings, p.seekers, p.surplus])).toEqual([
      ['150200', 900, 700, 200],
    ]);
    expect(found.own).toMatchObject({ surplus: -120 });
    expect(found.considered).toMatchObject({ all: 11, missing: 10 });
    // A period without levels: the market figures of December are there, but nobody can say who is below Ⅲ.
    const later = await engine.partners('150300', DECEMBER + 1, {});
    expect(later).toMatchObject({ to: DECEMBER, partners: [], considered: { warned: 1 } });
  });

  test('the course of several measures at once', async () => {
    const question = {
      measure: 'm',
      regionCode: '150300',
      indicatorId: 'new_benefit_claims',
      direction: 'fall',
      target: 70,
      by: '2020-03',
      decidedOn: dayOf(2019, 10, 20),
    } as const;
    const [claims, recipients, unknown] = await engine.measureCourse(
      [
        question,
        { ...question, measure: 'n', indicatorId: 'benefit_recipients', target: null },
        { ...question, indicatorId: 'pmi' },
      ],
      {},
    );
    // September (known on 12 October) had 80; December has 77; the straight way to 70 in March is at 75.
    expect(claims).toMatchObject({
      measure: 'm',
      state: 'behind',
      onTheWay: 75,
      atDecision: { value: 80 },
      now: { value: 77 },
    });
    expect(recipients).toMatchObject({ measure: 'n', state: 'behind' });
    expect(unknown).toMatchObject({ state: 'cannot-be-told' });
    expect(await engine.measureCourse([], {})).toEqual([]);
  });
});
