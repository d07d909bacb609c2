import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INSUFFICIENT, type LevelByte, type WarningLevel } from '../../../src/base/level';
import { dayOf, lastDayOf } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { formatMoment, momentOf } from '../../../src/response/calendar/moment';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ResponseState, Silence, WarningRecord } from '../../../src/response/state';
import type { Act, SilenceScope, WarningSeen } from '../../../src/response/trail/act';
import { emptyState } from '../../../src/response/trail/fold';
import { inbox } from '../../../src/response/warnings/build-inbox';
import type { Warning } from '../../../src/response/warnings/inbox';
import type { Spell } from '../../../src/response/warnings/spell';
import { act, countyA1, type Desk, desk, leagueA, nowMs, region, tree } from '../trail/make-trail';
import { month, signalOf, spellOf } from './make-inbox';

// It is Tuesday 10 November 2026, 09:00; the figures of October came in on Monday 9 November, those of September on Friday 9 October.
const world = { tree, frequency: 'month', plan: defaultPlan(), calendar: calendarOf({}), nowMs } as const;

const rowsOf = (
  spells: readonly Spell[],
  state: ResponseState = emptyState(),
  over: Partial<typeof world> = {},
): Warning[] => inbox(spells, state, { ...world, ...over });

/** A state with these acts on it, each allowed by the machine; a second between them. */
function after(...acts: readonly Act[]): Desk {
  const at = desk();
  for (const one of acts) act(at, one.kind === 'silence' || one.kind === 'dismiss' ? region : leagueA, one);
  return at;
}

const seen = (warning: string, level: WarningLevel | 0): WarningSeen => ({ warning, level, period: '2026-10' });
const A1 = 'A1@2026-09';
const acknowledge = (level: WarningLevel | 0, warning = A1): Act => ({
  kind: 'acknowledge',
  ...seen(warning, level),
  note: '',
});
const verify = (level: WarningLevel): Act => ({ kind: 'verify-warning', ...seen(A1, level), note: '' });
const dismiss = (level: WarningLevel | 0): Act => ({ kind: 'dismiss', ...seen(A1, level), reason: '统计口径调整' });
const openCase = (level: WarningLevel): Act => ({
  kind: 'open-case',
  case: 'R-1',
  warning: A1,
  regionCode: 'A1',
  level,
  period: '2026-10',
  title: '煤矿关闭',
  reason: '两家煤矿停产',
});

const active = spellOf('A1', '2026-09', [1, 2]);
const risen = spellOf('A1', '2026-09', [1, 3]);
const fallen = spellOf('A1', '2026-09', [2, 1]);
const pending = spellOf('A1', '2026-09', [0, 0]);
const blind = spellOf('A1', '2026-09', [2, INSUFFICIENT]);
const recovering: Spell = { ...active, state: 'recovering' };
const stale: Spell = { ...active, state: 'stale' };
const ended: Spell = { ...spellOf('A1', '2026-09', [2]), until: month('2026-09'), state: 'ended' };

const record = (state: WarningRecord['state'], level: WarningLevel | 0): ResponseState => ({
  ...emptyState(),
  warnings: new Map([
    [A1, { id: A1, state, level, acknowledged: null, verified: null, reason: '', case: null, acts: [], notes: [] }],
  ]),
});

test.each<[WarningRecord['state'], Record<'pending' | 'active' | 'recovering' | 'stale' | 'blind' | 'ended', string>]>([
  [
    'new',
    {
      pending: 'pending',
      active: 'active',
      recovering: 'recovering',
      stale: 'stale',
      blind: 'insufficient',
      ended: 'closed',
    },
  ],
  [
    'acknowledged',
    {
      pending: 'acknowledged',
      active: 'acknowledged',
      recovering: 'recovering',
      stale: 'stale',
      blind: 'insufficient',
      ended: 'closed',
    },
  ],
  [
    'verified',
    {
      pending: 'verified',
      active: 'verified',
      recovering: 'recovering',
      stale: 'stale',
      blind: 'insufficient',
      ended: 'closed',
    },
  ],
  [
    'under-review',
    {
      pending: 'under-review',
      active: 'under-review',
      recovering: 'recovering',
      stale: 'under-review',
      blind: 'under-review',
      ended: 'recovering',
    },
  ],
  [
    'false-alarm',
    {
      pending: 'false-alarm',
      active: 'false-alarm',
      recovering: 'false-alarm',
      stale: 'false-alarm',
      blind: 'false-alarm',
      ended: 'false-alarm',
    },
  ],
  [
    'closed',
    { pending: 'closed', active: 'closed', recovering: 'closed', stale: 'closed', blind: 'closed', ended: 'closed' },
  ],
])('what people call %s', (state, shown) => {
  const spells = { pending, active, recovering, stale, blind, ended };
  for (const [name, spell] of Object.entries(spells))
    expect([name, rowsOf([spell], record(state, 2))[0]!.state]).toEqual([name, shown[name as keyof typeof shown]]);
});

test('what was put away wakes when it rises above the level that was seen, and not before', () => {
  const dismissed = after(dismiss(2)).state;
  expect(rowsOf([active], dismissed)[0]).toMatchObject({ state: 'false-alarm', moved: null, due: null });
  expect(rowsOf([fallen], dismissed)[0]).toMatchObject({ state: 'false-alarm', moved: 'de-escalated', due: null });
  expect(rowsOf([risen], dismissed)[0]).toMatchObject({
    state: 'active',
    moved: 'escalated',
    due: { step: 'acknowledge' },
  });
  // Pending was dismissed; now there is a level.
  expect(rowsOf([active], after(dismiss(0)).state)[0]).toMatchObject({ state: 'active', moved: 'escalated' });
  // What has ended rises no more.
  expect(rowsOf([{ ...risen, until: month('2026-10'), state: 'ended' }], dismissed)[0]!.state).toBe('false-alarm');
});

test('up or down since somebody acted; a note is no act on a level, and "cannot be told" is neither', () => {
  const acknowledged = after(acknowledge(2)).state;
  expect(rowsOf([active], acknowledged)[0]!.moved).toBeNull();
  expect(rowsOf([risen], acknowledged)[0]!.moved).toBe('escalated');
  expect(rowsOf([fallen], acknowledged)[0]!.moved).toBe('de-escalated');
  expect(rowsOf([blind], acknowledged)[0]!.moved).toBeNull();
  expect(rowsOf([ended], acknowledged)[0]!.moved).toBeNull();
  expect(rowsOf([active], after({ kind: 'note', ...seen(A1, 2), note: '已联系' }).state)[0]!.moved).toBeNull();
});

const due = (row: Warning | undefined): string =>
  row?.due ? `${row.due.step} ${formatMoment(row.due.at, 'en')} ${row.due.urgency}` : 'nothing';

// The plan's defaults: acknowledge at Ⅳ in 2 and at Ⅲ in 1 working day, at Ⅱ in 4 and at Ⅰ in 2 hours.
test('acknowledgement counts from the opening of the offices on the day of the figures', () => {
  expect(due(rowsOf([active])[0])).toBe('acknowledge 10 Nov 2026, 17:30 in-time');
  expect(due(rowsOf([risen])[0])).toBe('acknowledge 9 Nov 2026, 12:30 overdue');
  expect(due(rowsOf([spellOf('A1', '2026-10', [1])])[0])).toBe('acknowledge 11 Nov 2026, 17:30 in-time');
  expect(due(rowsOf([spellOf('A1', '2026-10', [4])])[0])).toBe('acknowledge 9 Nov 2026, 10:30 overdue');
  // At Ⅳ since September: from Friday 9 October, two working days are the make-up Saturday and Monday.
  expect(due(rowsOf([spellOf('A1', '2026-09', [1, 1])])[0])).toBe('acknowledge 12 Oct 2026, 17:30 overdue');
  // A step down sets no clock back, and a gap in the figures neither.
  expect(due(rowsOf([fallen])[0])).toBe('acknowledge 12 Oct 2026, 17:30 overdue');
  expect(due(rowsOf([blind])[0])).toBe('acknowledge 10 Oct 2026, 17:30 overdue');
  expect(due(rowsOf([spellOf('A1', '2026-08', [2, INSUFFICIENT, 2])])[0])).toBe(
    'acknowledge 10 Sep 2026, 17:30 overdue',
  );
  // Down and up again: since the second rise.
  expect(due(rowsOf([spellOf('A1', '2026-08', [2, 1, 2])])[0])).toBe('acknowledge 10 Nov 2026, 17:30 in-time');
});

test('pending asks for nothing, nor does what is over or whose figures have no day', () => {
  expect(due(rowsOf([pending])[0])).toBe('nothing');
  expect(due(rowsOf([ended])[0])).toBe('nothing');
  const undated = { ...active, moves: active.moves.map((move) => ({ ...move, knownOn: null })) };
  expect(due(rowsOf([undated])[0])).toBe('nothing');
  expect(due(rowsOf([spellOf('A1', '2026-10', [INSUFFICIENT])])[0])).toBe('nothing');
});

test('then verification, then consultation and report side by side; a rise asks for its acknowledgement first', () => {
  // Ⅲ: verification in 3 working days, report in 12 hours, consultation in 5 working days.
  const acknowledged = after(acknowledge(2));
  expect(due(rowsOf([active], acknowledged.state)[0])).toBe('verify 13 Nov 2026, 17:30 in-time');
  const verified = after(acknowledge(2), verify(2));
  expect(due(rowsOf([active], verified.state)[0])).toBe('report 10 Nov 2026, 21:00 in-time');
  // Risen to Ⅱ: four hours from the opening on the day of the figures.
  expect(due(rowsOf([risen], verified.state)[0])).toBe('acknowledge 9 Nov 2026, 12:30 overdue');
  act(verified, leagueA, acknowledge(3));
  expect(due(rowsOf([risen], verified.state)[0])).toBe('verify 11 Nov 2026, 17:30 in-time');
  // Fallen to Ⅳ: the deadline of Ⅳ, 5 working days.
  expect(due(rowsOf([fallen], acknowledged.state)[0])).toBe('verify 17 Nov 2026, 17:30 in-time');
});

test('under review the clocks are those of the case', () => {
  const at = after(acknowledge(2), verify(2));
  act(at, leagueA, openCase(2));
  expect(due(rowsOf([active], at.state)[0])).toBe('report 10 Nov 2026, 21:00 in-time');
  act(at, leagueA, {
    kind: 'send-report',
    case: 'R-1',
    report: 'B-1',
    stage: 'first',
    to: '自治区人力资源社会保障厅',
    channel: '传真',
    sentAt: nowMs,
    proof: '2026-118',
  });
  expect(due(rowsOf([active], at.state)[0])).toBe('consult 17 Nov 2026, 17:30 in-time');
  // Its level has ended: the review goes on, and so do its clocks.
  expect(rowsOf([ended], at.state)[0]).toMatchObject({ state: 'recovering', due: { step: 'consult' } });
  // A rise asks for its acknowledgement.
  expect(due(rowsOf([risen], at.state)[0])).toBe('acknowledge 9 Nov 2026, 12:30 overdue');
  act(at, leagueA, acknowledge(3));
  expect(rowsOf([risen], at.state)[0]).toMatchObject({ state: 'under-review', moved: null, due: { step: 'report' } });
});

test('the last quarter of the time is due soon, and the last two hours in any case', () => {
  const urgency = (spell: Spell, hour: number): string | undefined =>
    rowsOf([spell], emptyState(), { nowMs: nowMs + (hour - 9) * 3_600_000 } as Partial<typeof world>)[0]!.due?.urgency;
  // From 9 November 08:30 to 10 November 17:30 are 33 hours: the last quarter begins at 09:15.
  expect(urgency(active, 9.24)).toBe('in-time');
  expect(urgency(active, 9.25)).toBe('due-soon');
  expect(urgency(active, 17.5)).toBe('due-soon');
  expect(urgency(active, 17.51)).toBe('overdue');
  // Ⅰ has two hours, all of them soon.
  const red = spellOf('A1', '2026-10', [4]);
  expect(urgency(red, 8.6 - 24)).toBe('due-soon');
});

test('a holiday that a user enters moves what is due', () => {
  const calendar = calendarOf({ '2026-11-10': false, '2026-11-11': false });
  expect(due(inbox([active], emptyState(), { ...world, calendar })[0])).toBe('acknowledge 12 Nov 2026, 17:30 in-time');
});

const silenced = (scope: Partial<SilenceScope>, over: Partial<Silence> = {}): ResponseState => {
  const set = { seq: 1, at: nowMs, by: region };
  const whole = { regionCode: 'A', below: true, indicators: [], upTo: 2, ...scope } as const;
  const silence: Silence = {
    id: 'S-1',
    scope: whole,
    until: lastDayOf('month', month('2026-11')),
    reason: '切换',
    set,
    ended: null,
    ...over,
  };
  return { ...emptyState(), silences: new Map([['S-1', silence]]) };
};

test('a silence covers its area up to its level, today included, and nothing is asked under it', () => {
  const covered = (spell: Spell, state: ResponseState): boolean => rowsOf([spell], state)[0]!.silence !== null;
  expect(covered(active, silenced({}))).toBe(true);
  expect(rowsOf([active], silenced({}))[0]).toMatchObject({ silence: { id: 'S-1' }, due: null, state: 'active' });
  expect(covered(risen, silenced({}))).toBe(false);
  expect(covered(spellOf('B1', '2026-10', [1]), silenced({}))).toBe(false);
  expect(covered(active, silenced({ below: false }))).toBe(false);
  expect(covered(spellOf('A', '2026-10', [1]), silenced({ below: false }))).toBe(true);
  // The level before the figures failed counts.
  expect(covered(blind, silenced({}))).toBe(true);
  expect(covered(blind, silenced({ upTo: 1 }))).toBe(false);
  const today = lastDayOf('month', month('2026-10')) + 10;
  expect(covered(active, silenced({}, { until: today }))).toBe(true);
  expect(covered(active, silenced({}, { until: today - 1 }))).toBe(false);
  expect(covered(active, silenced({}, { ended: { seq: 2, at: nowMs, by: region, reason: '完成' } }))).toBe(false);
  // What is over is not silenced but over.
  expect(covered(ended, silenced({}))).toBe(false);
});

test('a silence of some indicators covers what rests on these alone', () => {
  const scope = { indicators: ['new_benefit_claims', 'openings'] };
  const resting = (...ids: string[]): Spell => ({ ...active, signals: ids.map((id) => signalOf(id, 2)) });
  const isSilenced = (spell: Spell): boolean => rowsOf([spell], silenced(scope))[0]!.silence !== null;
  expect(isSilenced(resting('openings'))).toBe(true);
  expect(isSilenced(resting('openings', 'new_benefit_claims'))).toBe(true);
  expect(isSilenced(resting('openings', 'coal_output'))).toBe(false);
  // A level from the areas below rests on none.
  expect(isSilenced(resting())).toBe(false);
});

test('the warning of an area above folds those below that are no higher; the topmost is named', () => {
  const folds = (levels: Readonly<Record<string, LevelByte>>, state?: ResponseState): Record<string, string | null> => {
    const rows = rowsOf(
      Object.entries(levels).map(([code, level]) => spellOf(code, '2026-10', [level])),
      state,
    );
    return Object.fromEntries(rows.map((row) => [row.spell.regionCode, row.foldedUnder]));
  };
  expect(folds({ A: 3, A1: 2, A2: 3, B1: 2 })).toEqual({ A: null, A1: 'A', A2: 'A', B1: null });
  expect(folds({ A: 2, A1: 3 })).toEqual({ A: null, A1: null });
  // A league that is folded itself hands over what it folds.
  expect(folds({ R: 3, A: 3, A1: 2 })).toEqual({ R: null, A: 'R', A1: 'R' });
  // One that is not keeps it.
  expect(folds({ R: 1, A: 3, A1: 1 })).toEqual({ R: null, A: null, A1: 'A' });
  // Over a league without a warning.
  expect(folds({ R: 1, A1: 1 })).toEqual({ R: null, A1: 'R' });
  // Pending folds under a level, not under pending; what cannot be told stands for itself and holds nobody.
  expect(folds({ A: 1, A1: 0, A2: INSUFFICIENT })).toEqual({ A: null, A1: 'A', A2: null });
  expect(folds({ A: 0, A1: 0 })).toEqual({ A: null, A1: null });
  expect(folds({ A: INSUFFICIENT, A1: 0 })).toEqual({ A: null, A1: null });
  // Silenced: neither folds nor is folded.
  expect(folds({ A: 2, A1: 1 }, silenced({ below: false }))).toEqual({ A: null, A1: null });
  expect(folds({ A: 2, A1: 1 }, silenced({ regionCode: 'A1' }))).toEqual({ A: null, A1: null });
});

test('what was put away holds nobody, and what is under review is not folded', () => {
  const league = spellOf('A', '2026-09', [2, 2]);
  const dismissed = after({ ...dismiss(2), ...seen('A@2026-09', 2) } as Act).state;
  expect(rowsOf([league, fallen], dismissed).map((row) => row.foldedUnder)).toEqual([null, null]);
  const reviewed = after(acknowledge(1), openCase(1)).state;
  expect(rowsOf([league, fallen], reviewed).map((row) => row.foldedUnder)).toEqual([null, null]);
  expect(rowsOf([league, fallen]).find((row) => row.spell === fallen)!.foldedUnder).toBe('A');
});

test('folding and silence hide no grade: every spell is a row as it is, and its holder is one that stands', () => {
  const bytes = fc.constantFrom<LevelByte[]>(0, 1, 2, 3, 4, INSUFFICIENT);
  const codes = tree.regions.map((r) => r.code);
  const scopes = fc.record({
    regionCode: fc.constantFrom(...codes),
    below: fc.boolean(),
    indicators: fc.constantFrom<string[][]>([], ['new_benefit_claims'], ['openings']),
    upTo: fc.constantFrom<WarningLevel[]>(1, 2, 3, 4),
  });
  fc.assert(
    fc.property(fc.array(bytes, { minLength: codes.length, maxLength: codes.length }), scopes, (levels, scope) => {
      const spells = codes.map((code, i) => spellOf(code, '2026-10', [levels[i]!]));
      const rows = rowsOf(spells, silenced(scope));
      expect(new Set(rows.map((row) => row.spell))).toEqual(new Set(spells));
      expect(rows).toHaveLength(spells.length);
      for (const row of rows) {
        if (row.foldedUnder === null) continue;
        const holder = rows.find((other) => other.spell.regionCode === row.foldedUnder)!;
        expect(holder).toMatchObject({ foldedUnder: null, silence: null });
        expect(holder.spell.level).toBeGreaterThanOrEqual(row.spell.level);
        expect(row.silence).toBeNull();
      }
    }),
  );
});

test('most urgent first: what presses, then the level, then the time, then the index; what is over last', () => {
  const spells = [
    { ...ended, regionCode: 'B' },
    spellOf('A', '2026-10', [1]),
    spellOf('B1', '2026-10', [2], { index: 40 }),
    spellOf('B2', '2026-10', [2], { index: 60 }),
    spellOf('A1', '2026-09', [1, 1]),
    spellOf('A2', '2026-10', [INSUFFICIENT]),
    spellOf('R', '2026-10', [0]),
  ];
  expect(rowsOf(spells).map((row) => row.spell.regionCode)).toEqual(['A1', 'B2', 'B1', 'A', 'A2', 'R', 'B']);
  // Within the same level, what is due sooner.
  const sooner = spellOf('A2', '2026-10', [2], {
    index: 1,
    moves: [{ period: month('2026-10'), level: 2, knownOn: lastDayOf('month', month('2026-10')) + 8 }],
  });
  const late = inbox([...spells, sooner], emptyState(), { ...world, nowMs: nowMs - 86_400_000 });
  expect(late.map((row) => row.spell.regionCode).slice(0, 3)).toEqual(['A1', 'A2', 'B2']);
  // At Ⅰ with half an hour left stands before one at Ⅳ that is overdue for weeks.
  const red = spellOf('B1', '2026-10', [4]);
  const tenOClock = inbox([spellOf('A1', '2026-09', [1, 1]), red], emptyState(), {
    ...world,
    nowMs: momentOf(dayOf(2026, 11, 9), 10 * 60),
  });
  expect(tenOClock.map((row) => [row.spell.regionCode, row.due?.urgency])).toEqual([
    ['B1', 'due-soon'],
    ['A1', 'overdue'],
  ]);
});

test('a record stays with its warning when a revision moves the beginning', () => {
  const state = after(acknowledge(2)).state;
  const idOf = (...spells: Spell[]): (string | null)[] => rowsOf(spells, state).map((row) => row.record?.id ?? null);
  expect(rowsOf([active], state)[0]).toMatchObject({ id: A1, state: 'acknowledged' });
  // The spell begins earlier now: it holds the record's period. Acts go to the record's id.
  const earlier = spellOf('A1', '2026-07', [1, 1, 2, 2]);
  expect(rowsOf([earlier], state)[0]).toMatchObject({ id: A1, state: 'acknowledged', withdrawn: false });
  // Later: the nearest one.
  expect(idOf(spellOf('A1', '2026-10', [2]))).toEqual([A1]);
  // Of two spells, the one that holds it.
  const before = spellOf('A1', '2026-06', [1], { until: month('2026-06'), state: 'ended' });
  expect(rowsOf([before, active], state).map((row) => [row.spell.id, row.record?.id ?? null])).toEqual([
    ['A1@2026-09', A1],
    ['A1@2026-06', null],
  ]);
  // Another region's is not its own.
  expect(idOf(spellOf('A2', '2026-09', [2, 2]))).toEqual([null, A1]);
});

test('a record whose spell is gone is told as withdrawn; one that was only pending came to nothing', () => {
  const acknowledged = after(acknowledge(2)).state;
  const [row] = rowsOf([], acknowledged);
  expect(row).toMatchObject({ id: A1, state: 'closed', withdrawn: true, due: null, moved: null, foldedUnder: null });
  expect(row!.spell).toMatchObject({ regionCode: 'A1', since: month('2026-09'), top: 2, state: 'ended', signals: [] });
  expect(rowsOf([], after(acknowledge(0)).state)[0]).toMatchObject({ state: 'closed', withdrawn: false });
  // Four periods away is another matter.
  const long = spellOf('A1', '2026-05', [2], { until: month('2026-05'), state: 'ended' });
  expect(
    rowsOf([long], acknowledged)
      .map((w) => w.withdrawn)
      .sort(),
  ).toEqual([false, true]);
  // Its review is still open: it is not over, and its clocks run.
  const reviewed = after(acknowledge(2), openCase(2)).state;
  expect(rowsOf([], reviewed)[0]).toMatchObject({ state: 'recovering', withdrawn: true, due: { step: 'verify' } });
});

test('two records for one spell: the review has it, else who acted last; the other is told', () => {
  const one = acknowledge(2, 'A1@2026-07');
  const both = after(one, acknowledge(2));
  const joined = spellOf('A1', '2026-07', [2, 1, 2, 2]);
  const told = (at: Desk): [string, boolean][] => rowsOf([joined], at.state).map((row) => [row.id, row.withdrawn]);
  expect(told(both)).toEqual([
    [A1, false],
    ['A1@2026-07', true],
  ]); // the newer act
  const reviewed = after(acknowledge(2), openCase(2), one);
  expect(told(reviewed)).toEqual([
    [A1, false],
    ['A1@2026-07', true],
  ]); // the review, though older
});

test('records of other data are left out', () => {
  const at = desk();
  const other: WarningRecord = { ...record('acknowledged', 2).warnings.get(A1)!, id: 'X9@2026-09' };
  const weekly = { ...other, id: 'A1@2026-10-31' };
  const odd = { ...other, id: 'A1' };
  const state = { ...at.state, warnings: new Map([other, weekly, odd].map((r) => [r.id, r])) };
  expect(rowsOf([active], state).map((row) => row.id)).toEqual(['A1@2026-09']);
});

test('a county acts on its own warning through the whole of it', () => {
  const at = desk();
  act(at, countyA1, acknowledge(1));
  expect(rowsOf([spellOf('A1', '2026-09', [1, 1])], at.state)[0]).toMatchObject({
    state: 'acknowledged',
    due: { step: 'verify' },
  });
});
