import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { formatMoment } from '../../../src/response/calendar/moment';
import { caseClocks, urgencyOf } from '../../../src/response/case/clocks';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ActOf } from '../../../src/response/trail/act';
import { accept, advance, at, CASE, follow, OPEN, report, tell } from './make-case';

const plan = defaultPlan();
const HOUR = 3_600_000;
const world = (now: string) => ({ plan, calendar: calendarOf({}), nowMs: at(now) });
const seen = { warning: '150300@2025-11', level: 4, period: '2026-03' } as const;
const acknowledge: ActOf<'acknowledge'> = { kind: 'acknowledge', ...seen, note: '' };
const verify: ActOf<'verify-warning'> = { kind: 'verify-warning', ...seen, note: '' };

/** Level Ⅰ: verify 12 h, consult 1 working day, report 2 h, follow up 3 working days. */
describe('the clocks of a case at Ⅰ, from Thursday 2 April 2026 over the Qingming holiday of 4 to 6 April', () => {
  const told = tell([
    ['04-02 09:00', acknowledge],
    ['04-02 10:00', OPEN],
    ['04-02 15:00', verify],
    ['04-02 16:00', report('first', '04-02 15:30')],
    ['04-03 11:00', { kind: 'hold-meeting', case: CASE, on: 0, place: '', attendees: [], minutes: '同意' }],
    ['04-03 15:00', accept('labour-matching')],
    ['04-08 18:00', follow('labour-matching', 'running')],
  ]);
  const record = told.state.warnings.get('150300@2025-11')!;
  const clocks = caseClocks(told.case, record, world('04-09 09:00'));
  const inWords = (step: string) => {
    const { at: due, lateMs } = clocks.find((c) => c.step === step)!;
    return [formatMoment(due!, 'en'), lateMs / HOUR];
  };

  test('each is due after its time and done when it was done', () => {
    expect(inWords('verify')).toEqual(['2 Apr 2026, 21:00', 0]);
    // One working day after Thursday: Friday when the offices close.
    expect(inWords('consult')).toEqual(['3 Apr 2026, 17:30', 0]);
    expect(inWords('report')).toEqual(['2 Apr 2026, 17:00', 0]);
    // Three working days after the report: Friday, Tuesday and Wednesday the 8th; done half an hour late.
    expect(inWords('followUp')).toEqual(['8 Apr 2026, 17:30', 0.5]);
    expect(clocks.map((c) => c.urgency)).toEqual(['in-time', 'in-time', 'in-time', 'overdue']);
  });
});

describe('clocks that run', () => {
  const begun = tell([
    ['04-02 09:00', acknowledge],
    ['04-02 10:00', OPEN],
  ]);
  const verified = tell([
    ['04-02 09:00', acknowledge],
    ['04-02 10:00', OPEN],
    ['04-02 15:00', verify],
  ]);
  const stateOf = (told: typeof begun, now: string) => {
    const clocks = caseClocks(told.case, told.state.warnings.get('150300@2025-11')!, world(now));
    return { clocks, report: clocks.find((c) => c.step === 'report')! };
  };

  test('nothing is asked for before the figures are verified, but that', () => {
    const { clocks } = stateOf(begun, '04-02 12:00');
    expect(clocks.map((c) => [c.step, c.at !== null])).toEqual([
      ['verify', true],
      ['consult', false],
      ['report', false],
      ['followUp', false],
    ]);
  });

  test.each([
    ['04-02 15:00', 'due-soon'],
    ['04-02 17:00', 'due-soon'],
    ['04-02 17:01', 'overdue'],
  ])('two hours for the report of Ⅰ are always short: at %s %s', (now, state) => {
    expect(stateOf(verified, now).report.urgency).toBe(state);
  });

  test('a report that went out late is told by how much', () => {
    const late = tell([
      ['04-02 09:00', acknowledge],
      ['04-02 10:00', OPEN],
      ['04-02 15:00', verify],
      ['04-03 09:00', report('first', '04-02 20:00')],
      ['04-05 09:00', report('final', '04-05 08:00')],
    ]);
    expect(stateOf(late, '04-09 09:00').report).toMatchObject({
      urgency: 'overdue',
      doneAt: at('04-02 20:00'),
      lateMs: 3 * HOUR,
    });
  });

  test('opened by hand: verified when the case goes on, from its opening', () => {
    const byHand = tell([
      ['04-02 10:00', { ...OPEN, warning: null, level: 2 }],
      ['04-03 10:00', advance('assess')],
    ]);
    const clocks = caseClocks(byHand.case, null, world('04-03 11:00'));
    expect(clocks[0]).toMatchObject({ from: at('04-02 10:00'), doneAt: at('04-03 10:00'), lateMs: 0 });
    // Ⅲ: twelve hours for the report.
    expect(clocks[2]!.at).toBe(at('04-03 22:00'));
  });

  test('a rise that was acknowledged during the review asks for a new report, at the clocks of the higher level', () => {
    const risen = tell([
      ['04-02 09:00', { ...acknowledge, level: 2 }],
      ['04-02 10:00', { ...OPEN, level: 2 }],
      ['04-02 15:00', { ...verify, level: 2 }],
      ['04-02 16:00', report('first', '04-02 15:30')],
      ['04-03 08:00', acknowledge],
    ]);
    const clocks = caseClocks(risen.case, risen.state.warnings.get('150300@2025-11')!, world('04-03 09:00'));
    expect(clocks[2]).toMatchObject({ from: at('04-03 08:00'), at: at('04-03 10:00'), doneAt: null });
  });

  test('a warning that began anew after the review moves none of its clocks', () => {
    const { clocks } = stateOf(verified, '04-02 16:00');
    const record = verified.state.warnings.get('150300@2025-11')!;
    const anew = {
      ...record,
      case: null,
      verified: null,
      acknowledged: { ...record.acknowledged!, at: at('04-20 09:00') },
    };
    const later = caseClocks(verified.case, anew, world('04-21 09:00'));
    expect(later[0]!.from).toBe(at('04-02 10:00'));
    expect(later[2]!.from).toBeNull();
    expect(clocks[0]!.from).toBe(at('04-02 09:00'));
  });

  test('the last quarter of the time, and the last two hours in any case, are soon', () => {
    const day = 24 * HOUR;
    expect(urgencyOf(0, day, day - 6 * HOUR - 1)).toBe('in-time');
    expect(urgencyOf(0, day, day - 6 * HOUR)).toBe('due-soon');
    expect(urgencyOf(0, 4 * HOUR, 2 * HOUR - 1)).toBe('in-time');
    expect(urgencyOf(0, 4 * HOUR, 2 * HOUR)).toBe('due-soon');
    expect(urgencyOf(0, day, day)).toBe('due-soon');
    expect(urgencyOf(0, day, day + 1)).toBe('overdue');
  });
});
