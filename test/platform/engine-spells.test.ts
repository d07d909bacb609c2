import { beforeAll, expect, test } from 'vitest';
import { formatDay, formatPeriod, parseDay } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';
import { calendarOf } from '../../src/response/calendar/calendar';
import { defaultPlan } from '../../src/response/load-plan';
import type { WarningRecord } from '../../src/response/state';
import { emptyState } from '../../src/response/trail/fold';
import { inbox } from '../../src/response/warnings/build-inbox';
import type { Spell } from '../../src/response/warnings/spell';

/**
 * Three years of a rate at 4 that rises by 2 points from September 2020 on, known on the 18th of the next month; on 1 February
 * 2021 its figure of August is revised from 4 to 6, so that the rise began a month earlier than had been seen.
 */
const head = 'region_code,region_name,indicator,period,value,unit,source,known_on';
const month = (t: number): string => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const rate = (t: number, value: number, knownOn: string): string =>
  `150100,,surveyed_unemployment_rate,${month(t)},${value},percent,s,${knownOn}`;
const SEPTEMBER = 32;
const lines = Array.from({ length: 36 }, (_, t) => rate(t, t < SEPTEMBER ? 4 : 6, `${month(t + 1)}-18`));
const revision = rate(SEPTEMBER - 1, 6, '2021-02-01');

let engine: EngineCore;
beforeAll(async () => {
  engine = createEngine(() => parseDay('2021-02-10')!);
  const read = await engine.readFile(new File([[head, ...lines, revision, ''].join('\n')], 'a.csv'), {}, {});
  await engine.load([read.batchId], null, {});
});

/** The spell of Hohhot that goes on, as known on a day. */
async function spellOn(day: string): Promise<Spell> {
  await engine.assess(parseDay(day), {});
  return (await engine.spells({})).find((s) => s.regionCode === '150100' && s.until === null)!;
}

test('the engine tells the spells of the present assessment, with the days on which they became known', async () => {
  const spell = await spellOn('2021-01-20');
  expect(spell).toMatchObject({ id: '150100@2020-09', state: 'active' });
  expect(spell.signals[0]).toMatchObject({ indicatorId: 'surveyed_unemployment_rate', family: 'employment' });
  const [first] = spell.moves;
  expect(`${formatPeriod('month', first!.period)} ${formatDay(first!.knownOn!)}`).toBe('2020-09 2020-10-18');
  // September has ended, and its figure is not in: nobody is blind for that.
  await engine.assess(parseDay('2020-09-30'), {});
  expect(await engine.spells({})).toEqual([]);
});

test('a revision moves the beginning of a spell: what people did about it stays with it', async () => {
  const before = await spellOn('2021-01-20');
  const after = await spellOn('2021-02-05');
  expect([before.id, after.id]).toEqual(['150100@2020-09', '150100@2020-08']);
  expect(formatDay(after.moves[0]!.knownOn!)).toBe('2021-02-01');
  const { tree } = await engine.assess(null, {});
  const at = Date.UTC(2021, 0, 20);
  const by = { role: 'league', regionCode: '150100', name: '李强' } as const;
  const done = { seq: 1, at, by };
  const record: WarningRecord = {
    id: before.id,
    state: 'acknowledged',
    level: after.level as WarningRecord['level'],
    acknowledged: done,
    verified: null,
    reason: '',
    case: null,
    acts: [{ ...done, kind: 'acknowledge' }],
    notes: [],
  };
  const state = { ...emptyState(), warnings: new Map([[record.id, record]]) };
  const world = { tree, frequency: 'month', plan: defaultPlan(), calendar: calendarOf({}), nowMs: at } as const;
  const rows = inbox(await engine.spells({}), state, world).filter((row) => row.spell.regionCode === '150100');
  expect(rows.map(({ id, state: word, withdrawn }) => [id, word, withdrawn])).toEqual([
    ['150100@2020-09', 'acknowledged', false],
  ]);
});
