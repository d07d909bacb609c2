import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/base/period';
import { responseFacts } from '../../../src/briefing/facts/response-facts';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { defaultPlan } from '../../../src/response/load-plan';
import type { Act } from '../../../src/response/trail/act';
import { emptyState } from '../../../src/response/trail/fold';
import { inbox } from '../../../src/response/warnings/build-inbox';
import { accept, advance, at, follow, OPEN, report, tell } from '../../response/case/make-case';
import { act, desk, nowMs, region, today, tree } from '../../response/trail/make-trail';
import { spellOf } from '../../response/warnings/make-inbox';

const plan = defaultPlan();
const acknowledged: Act = { kind: 'acknowledge', warning: OPEN.warning!, level: 4, period: '2026-03', note: '' };
const told = tell([
  ['03-26 09:00', acknowledged],
  ['03-26 10:00', OPEN],
  ['03-27 10:00', report('progress', '03-28 09:00')],
  ['03-27 11:00', report('first', '03-27 09:00')],
  ['03-28 10:00', accept('stability-subsidy')],
  ['03-28 11:00', accept('labour-matching')],
  ['03-28 12:00', accept('work-relief', { due: dayOf(2026, 9, 1) })],
  ['03-28 13:00', { kind: 'reject-measure', case: 'K-1', measure: 'labour-cost', reason: '已有其他政策' }],
  ['04-10 10:00', follow('stability-subsidy', 'running')],
  ['04-20 10:00', follow('labour-matching', 'running')],
  ['04-28 10:00', follow('labour-matching', 'done')],
]);
const onMay = (state = told.state) => responseFacts(state, [], plan, dayOf(2026, 5, 10));

describe('reviews', () => {
  test('with their reports in the order of sending, and the measures that were taken', () => {
    const [review] = onMay().cases;
    expect(review).toMatchObject({ id: 'K-1', title: '煤矿关闭', regionCode: '150300', level: 4, stage: 'verify' });
    expect(review!.opened).toBe(dayOf(2026, 3, 26));
    expect(review!.reports).toEqual([
      { to: '自治区人民政府', sentOn: dayOf(2026, 3, 27) },
      { to: '自治区人民政府', sentOn: dayOf(2026, 3, 28) },
    ]);
    expect(review!.measures.map(({ id, state, overdue }) => [id, state, overdue])).toEqual([
      ['stability-subsidy', 'running', true],
      ['labour-matching', 'done', false],
      ['work-relief', 'planned', false],
    ]);
    const [subsidy] = review!.measures;
    expect(subsidy).toMatchObject({ clause: '6.4', owner: 'hrss', due: dayOf(2026, 5, 1) });
    expect(subsidy!.title.zh).toBe('提高稳岗补贴标准');
  });

  test('on the day on which it is due a measure is not overdue', () => {
    const of = (day: number): boolean => responseFacts(told.state, [], plan, day).cases[0]!.measures[0]!.overdue;
    expect([of(dayOf(2026, 5, 1)), of(dayOf(2026, 5, 2))]).toEqual([false, true]);
  });

  test('one that was closed is told for a month, then no longer', () => {
    const closed = tell([
      ['03-26 09:00', acknowledged],
      ['03-26 10:00', OPEN],
      ['06-01 10:00', advance('closed')],
    ]);
    const on = (day: number): number => responseFacts(closed.state, [], plan, day).cases.length;
    expect([on(dayOf(2026, 6, 30)), on(dayOf(2026, 7, 2)), on(dayOf(2026, 7, 3))]).toEqual([1, 1, 0]);
    // An open one never ends by itself.
    expect(responseFacts(told.state, [], plan, dayOf(2028, 1, 1)).cases).toHaveLength(1);
  });

  test('a warning that was acted on at a higher level lifts its review; the highest stands first', () => {
    const blue = tell([
      ['03-26 10:00', { ...OPEN, level: 1 }],
      ['03-26 11:00', { ...acknowledged, level: 3 }],
    ]);
    expect(blue.state.warnings.get(OPEN.warning!)!.case).toBe('K-1');
    expect(onMay(blue.state).cases[0]!.level).toBe(3);
    const two = new Map([
      ...[...blue.state.cases].map(
        ([, one]) => ['K-0', { ...one, id: 'K-0', warning: null, level: 1 as const }] as const,
      ),
      ...told.state.cases,
    ]);
    expect(onMay({ ...told.state, cases: two }).cases.map(({ id, level }) => [id, level])).toEqual([
      ['K-1', 4],
      ['K-0', 1],
    ]);
  });

  test('a measure that the plan no longer has keeps its id, and names no clause', () => {
    const { cases } = responseFacts(told.state, [], { measures: [] }, dayOf(2026, 5, 10));
    expect(cases[0]!.measures[0]).toMatchObject({ title: { zh: 'stability-subsidy' }, clause: '' });
  });
});

test('warnings are counted as the inbox counts them', () => {
  const spells = [
    spellOf('A1', '2026-09', [2, 3]),
    spellOf('A2', '2026-10', [2]),
    spellOf('A', '2026-06', [1, 1, 1, 1], { until: null, level: 1 }),
    spellOf('B', '2026-01', [2, 0], { until: 24313, state: 'ended' }),
  ];
  const world = { tree, frequency: 'month', plan, calendar: calendarOf({}), nowMs } as const;
  const acted = desk();
  const note = { kind: 'dismiss', warning: 'A2@2026-10', level: 2, period: '2026-10', reason: '统计口径调整' } as const;
  act(acted, region, note);
  const rows = inbox(spells, acted.state, world);
  const { warnings, cases } = responseFacts(acted.state, rows, plan, today);
  expect(cases).toEqual([]);
  expect(warnings).toEqual({
    open: rows.filter(({ state }) => !['closed', 'false-alarm'].includes(state)).length,
    unacknowledged: 2,
    overdue: rows.filter(({ due }) => due !== null && due.at < nowMs).length,
    falseAlarms: 1,
  });
  expect(warnings.open).toBe(2);
  expect(warnings.overdue).toBeGreaterThan(0);
  expect(responseFacts(emptyState(), [], plan, today).warnings.open).toBe(0);
  expect(at('11-10 09:00')).toBe(nowMs);
});
