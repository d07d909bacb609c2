import { expect, test } from 'vitest';
import { demonstrationBodies } from '../../../mock-data/bodies';
import { assess } from '../../../src/assess';
import { formatDay, formatPeriod, parseDay } from '../../../src/base/period';
import { defaultScheme } from '../../../src/levels/load-scheme';
import { spellsOf } from '../../../src/response/warnings/find-spells';
import type { Spell } from '../../../src/response/warnings/spell';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import { readDemonstration } from '../../mock-data/demonstration';

/** Spells on the demonstration's scenarios, as known on a day. What happens there stands in mock-data/scenarios.ts. */
const { panels, tree } = readDemonstration(demonstrationBodies());
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };

const known = (day: string, ...codes: readonly string[]): Spell[] =>
  spellsOf(assess(panels, config, parseDay(day))).filter((s) => codes.length === 0 || codes.includes(s.regionCode));
const month = (period: number | null): string => (period === null ? '…' : formatPeriod('month', period));
const tell = (s: Spell): string => `${s.regionCode} ${month(s.since)}–${month(s.until)} ${s.state} ${s.level}`;
const now = known('2026-11-10');

test('mine closures: Wuhai is pending before it is at a level, and climbs to Ⅰ', () => {
  expect(known('2025-12-01', '150300').filter((s) => s.until === null)).toEqual([]);
  expect(known('2025-12-08', '150300').map(tell)[0]).toBe('150300 2025-11–… pending 0');
  expect(known('2025-12-10', '150300').map(tell)[0]).toBe('150300 2025-11–… active 1');
  expect(known('2026-01-10', '150300').map(tell)[0]).toBe('150300 2025-11–… active 2');
  expect(known('2026-03-20', '150300').map(tell)[0]).toBe('150300 2025-11–… active 4');
  // The same spell all the way: people's acts on it stay with it.
  const wuhai = now.find((s) => s.regionCode === '150300')!;
  expect(wuhai).toMatchObject({ id: '150300@2025-11', until: null, level: 4, top: 4 });
  expect(wuhai.moves.map(({ period, level, knownOn }) => `${month(period)} ${level} ${formatDay(knownOn!)}`)).toEqual([
    '2025-11 1 2025-12-09',
    '2025-12 2 2026-01-09',
    '2026-02 4 2026-03-09',
  ]);
});

test('mine closures: a level is told as known on a day on which it was', () => {
  for (const spell of now.filter((s) => ['150600', '150622', '152921'].includes(s.regionCode) && s.until === null))
    for (const { period, level, knownOn } of spell.moves.slice(-1)) {
      if (level === 0) continue;
      const then = known(formatDay(knownOn!), spell.regionCode)[0];
      expect([spell.id, then?.regionCode, then?.moves.some((m) => m.period === period)]).toEqual([
        spell.id,
        spell.regionCode,
        true,
      ]);
    }
});

test('the steel dip of Baotou has ended, and is told with its course', () => {
  const baotou = now.filter((s) => s.regionCode === '150200');
  expect(baotou.map(tell)).toEqual(['150200 2019-10–2021-03 ended 1']);
  expect(baotou[0]!.moves.map((m) => m.level)).toEqual([1, 3, 2, 1]);
  expect(baotou[0]!.top).toBe(3);
});

test('the outage of Hinggan is a row of its own while it lasts, and leaves none behind', () => {
  const during = known('2021-07-15', '152200', '152221');
  expect(during.filter((s) => s.until === null).map(tell)).toEqual([
    '152200 2021-04–… insufficient 255',
    '152221 2021-04–… insufficient 255',
  ]);
  expect(during[0]!.signals.every((s) => s.state === 'insufficient' || s.state === 'stale')).toBe(true);
  expect(during[0]!.signals.length).toBeGreaterThan(5);
  expect(now.filter((s) => s.regionCode.startsWith('1522') && s.until === null)).toEqual([]);
});

test('on the first days of a month, when hardly a figure is in, nobody is called blind for it', () => {
  const early = known('2026-01-01');
  expect(early.filter((s) => s.state === 'insufficient')).toEqual([]);
  expect(early.filter((s) => s.until === null).length).toBeGreaterThan(0);
  expect(tree.regions.length).toBe(116);
});
