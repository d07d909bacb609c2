import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { acknowledgeClock } from '../../../src/response/case/after-action';
import { caseClocks } from '../../../src/response/case/clocks';
import { clockWords, entriesOf, firstAt, timelineOf } from '../../../src/response/case/timeline';
import { durationWords } from '../../../src/response/case/words';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ActNames } from '../../../src/response/trail/words';
import { spellsOf } from '../../../src/response/warnings/find-spells';
import type { Spell } from '../../../src/response/warnings/spell';
import { assessment, month, WUHAI } from './demonstration-case';
import { advance, at, CASE, OPEN, report, tell } from './make-case';

const names: ActNames = {
  region: (code) => ({ zh: code, en: code }),
  indicator: (id) => ({ zh: id, en: id }),
  measure: (id) => ({ zh: id, en: id }),
  department: (id) => ({ zh: id, en: id }),
};
const plan = defaultPlan();
const seen = { warning: OPEN.warning!, level: 4, period: '2026-03' } as const;

const told = tell([
  ['04-10 08:00', { kind: 'acknowledge', warning: '150600@2026-03', level: 1, period: '2026-03', note: '' }],
  ['04-10 09:00', { kind: 'acknowledge', ...seen, note: '' }],
  ['04-10 10:00', OPEN],
  ['04-10 15:00', { kind: 'verify-warning', ...seen, note: '已核' }],
  ['04-10 19:00', report('first', '04-10 18:30')],
  ['04-11 09:00', { kind: 'save-document', case: CASE, document: 'report', lang: 'zh', body: {} }],
  ['04-11 10:00', advance('assess')],
  ['04-11 10:30', { kind: 'undo', seq: 7, reason: '尚未核完' }],
  ['04-11 11:00', { kind: 'note', warning: '150600@2026-03', level: 1, period: '2026-03', note: '另一条预警' }],
]);

const spell: Spell = {
  ...spellsOf(assessment).find((s) => s.regionCode === WUHAI && s.until === null)!,
  moves: [
    { period: month('2025-10'), level: 0, knownOn: dayOf(2025, 11, 12) },
    { period: month('2025-11'), level: 2, knownOn: null },
    { period: month('2026-03'), level: 4, knownOn: dayOf(2026, 4, 9) },
  ],
};

const clocks = caseClocks(told.case, told.state.warnings.get(OPEN.warning!)!, {
  plan,
  calendar: calendarOf({}),
  nowMs: at('04-20 09:00'),
});
const items = timelineOf({
  case: told.case,
  spell,
  entries: told.entries,
  undone: told.state.undone,
  clocks,
  frequency: 'month',
  weekEndsOn: 6,
  names,
  nowMs: at('04-20 09:00'),
});

describe('the timeline of a case', () => {
  test('levels, acts, papers and deadlines in order of time', () => {
    expect(items.map((i) => [i.kind, i.entry?.seq ?? null])).toEqual([
      ['level', null],
      ['level', null],
      ['level', null],
      ['act', 2],
      ['act', 3],
      ['act', 4],
      ['deadline', null],
      ['deadline', null],
      ['report', 5],
      ['document', 6],
      ['act', 7],
      ['act', 8],
      ['deadline', null],
      ['deadline', null],
    ]);
    for (const [i, item] of items.entries()) if (i > 0) expect(item.at).toBeGreaterThanOrEqual(items[i - 1]!.at);
  });

  test('a level stands at the opening of the day on which its figures came in, else at the end of its period', () => {
    expect(items.slice(0, 3).map((i) => [i.at, i.text.en])).toEqual([
      [at('11-12 08:30') - 365 * 86_400_000, 'Signals pending in Oct 2025'],
      [
        at('11-30 08:30') - 365 * 86_400_000,
        'Nov 2025: Level Ⅲ (yellow) (the data does not tell when the figures came in)',
      ],
      [at('04-09 08:30'), 'Figures of Mar 2026 are in: Level Ⅰ (red)'],
    ]);
  });

  test('deadlines say whether they were kept and by how much not', () => {
    const deadlines = items.filter((i) => i.kind === 'deadline');
    expect(deadlines.map((i) => [i.lateMs! / 3_600_000, i.text.zh])).toEqual([
      [0, '核实按时完成，用时6小时（2026年4月10日 21:00到期）'],
      [1.5, '上报逾期1小时30分钟完成，用时3小时30分钟（2026年4月10日 17:00到期）'],
      // Friday the 10th: the next working day is Monday the 13th.
      [159.5, '会商：2026年4月13日 17:30到期，尚未完成，已逾期6天15小时'],
      [111.5, '首次跟踪：2026年4月15日 17:30到期，尚未完成，已逾期4天15小时'],
    ]);
  });

  test('what was taken back stays and says so; other warnings do not come in', () => {
    expect(items.filter((i) => i.undone).map((i) => i.entry!.seq)).toEqual([7]);
    expect(entriesOf(told.case, told.entries).map((e) => e.seq)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(entriesOf({ id: CASE, warning: null }, told.entries).map((e) => e.seq)).toEqual([3, 5, 6, 7, 8]);
  });
});

test('the acknowledgement runs from the day on which the figures of the first level came in', () => {
  const world = { plan, calendar: calendarOf({}), nowMs: at('04-20 09:00') };
  // The first level of this spell has no day: nothing can be said of its clock.
  expect(acknowledgeClock(told.case, spell, told.entries, told.state.undone, world)).toBeNull();
  const dated: Spell = { ...spell, moves: [{ period: month('2026-03'), level: 4, knownOn: dayOf(2026, 4, 9) }] };
  const clock = acknowledgeClock(told.case, dated, told.entries, told.state.undone, world)!;
  expect(clock).toMatchObject({ from: at('04-09 08:30'), at: at('04-09 10:30'), doneAt: at('04-10 09:00') });
  expect(clockWords(clock).en).toBe('Acknowledgement done 22 h 30 min late, after 1 d (was due 9 Apr 2026, 10:30)');
  expect(acknowledgeClock(told.case, dated, told.entries, new Set([2]), world)!.doneAt).toBeNull();
  expect(acknowledgeClock({ ...told.case, warning: null }, null, told.entries, told.state.undone, world)).toBeNull();
});

test('the first period at a level; insufficient is none', () => {
  const moves = [0, 255, 1, 3, 2].map((level, i) => ({
    period: i,
    level: level as 0 | 255 | 1 | 2 | 3,
    knownOn: null,
  }));
  expect([1, 2, 3, 4].map((level) => firstAt({ ...spell, moves }, level)?.period ?? null)).toEqual([2, 3, 3, null]);
});

test.each([
  [30_000, '1分钟', '1 min'],
  [90 * 60_000, '1小时30分钟', '1 h 30 min'],
  [24 * 3_600_000, '1天', '1 d'],
  [(26 * 60 + 40) * 60_000, '1天2小时', '1 d 2 h'],
  [(24 * 60 + 40) * 60_000, '1天', '1 d'],
])('%i ms: %s, %s', (ms, zh, en) => {
  expect(durationWords(ms)).toEqual({ zh, en });
});
