import { describe, expect, test } from 'vitest';
import { dayOf, formatDay } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { momentOf } from '../../../src/response/calendar/moment';
import { proposalsOf, responseOf, usualDueDay, usualExpectation } from '../../../src/response/case/proposals';
import { defaultPlan } from '../../../src/response/load-plan';
import { context, derivationOf, month, tree, WUHAI } from './demonstration-case';
import { accept, CASE, OPEN, tell } from './make-case';

const plan = defaultPlan();
const region = tree.regions[tree.indexOf.get(WUHAI)!]!;
const world = { region, layer: 'league', plan, facts: new Map() } as const;
const march = derivationOf(WUHAI, '2026-03');

describe('what is proposed', () => {
  const response = responseOf(march, 4, world)!;

  test('at Ⅰ the six measures are open, each with the signals that speak for it', () => {
    expect(response.level).toBe(4);
    const six = response.measures.filter((p) => p.measure.regional);
    expect(six.map((p) => p.measure.id)).toContain('labour-matching');
    for (const { answers, structure } of response.measures)
      expect(answers.length + structure.length).toBeGreaterThan(0);
  });

  test('a level that has come down takes nothing away; one that has risen opens what it opens', () => {
    const quiet = derivationOf(WUHAI, '2025-06');
    expect(quiet.level).toBe(0);
    expect(responseOf(quiet, 4, world)!.level).toBe(4);
    expect(responseOf(march, 1, world)!.level).toBe(4);
    expect(responseOf({ ...march, level: 255 }, 2, world)!.level).toBe(2);
  });

  test('decided ones leave the proposals and keep what speaks for them; what the plan no longer has stays named by its decision', () => {
    const { case: subject } = tell([
      ['03-26 09:00', OPEN],
      ['04-01 09:00', accept('labour-matching')],
      ['04-01 10:00', { kind: 'reject-measure', case: CASE, measure: 'work-relief', reason: '没有项目' }],
      ['04-01 11:00', accept('measure-of-an-old-plan')],
      ['04-01 12:00', accept('veteran-officers')],
    ]);
    const found = proposalsOf(response, subject, plan);
    expect(found.accepted.map((a) => [a.decision.measure, a.measure?.id ?? null, a.proposed !== null])).toEqual([
      ['labour-matching', 'labour-matching', true],
      ['measure-of-an-old-plan', null, false],
      ['veteran-officers', 'veteran-officers', response.measures.some((p) => p.measure.id === 'veteran-officers')],
    ]);
    expect(found.rejected.map((r) => [r.decision.measure, r.decision.reason])).toEqual([['work-relief', '没有项目']]);
    expect(found.open).toHaveLength(
      response.measures.filter((p) => !['labour-matching', 'work-relief', 'veteran-officers'].includes(p.measure.id))
        .length,
    );
    // Every measure of the plan is in exactly one part.
    const parts = [
      ...found.open.map((p) => p.measure.id),
      ...found.accepted.map((a) => a.decision.measure),
      ...found.rejected.map((r) => r.decision.measure),
      ...found.others.map((m) => m.id),
    ];
    expect(parts.filter((id) => id !== 'measure-of-an-old-plan').toSorted()).toEqual(
      plan.measures.map((m) => m.id).toSorted(),
    );
  });

  test('without a level there is nothing to propose, and everything of the plan is open to an office', () => {
    const { case: subject } = tell([['03-26 09:00', OPEN]]);
    const none = proposalsOf(null, subject, plan);
    expect(none.open).toEqual([]);
    expect(none.others).toHaveLength(plan.measures.length);
  });
});

describe('what is usual', () => {
  const at = { frequency: 'month', weekEndsOn: 6, from: month('2026-03') } as const;
  const of = (id: string) => plan.measures.find((m) => m.id === id)!;

  test('the indicator of the measure moves away from its worse side within its months', () => {
    expect(usualExpectation(of('labour-matching'), context.catalogue, at)).toEqual({
      indicatorId: 'openings_to_seekers',
      direction: 'rise',
      target: null,
      by: '2026-09',
    });
    expect(usualExpectation(of('living-assistance'), context.catalogue, at)).toMatchObject({
      direction: 'fall',
      by: '2026-06',
    });
  });

  test('quarters and years: no sooner than the months say, and never in the present period', () => {
    const quarterly = { frequency: 'quarter', weekEndsOn: 6, from: 2026 * 4 } as const;
    expect(usualExpectation(of('zero-employment'), context.catalogue, quarterly).by).toBe('2026-Q2');
    expect(usualExpectation(of('labour-matching'), context.catalogue, quarterly).by).toBe('2026-Q3');
    expect(
      usualExpectation(of('labour-matching'), context.catalogue, { ...quarterly, frequency: 'year', from: 2026 }).by,
    ).toBe('2027');
  });

  test('the day is that of the first follow-up: Ⅰ three working days, over the Qingming holiday of 4 to 6 April 2026', () => {
    // Thursday 2 April: Friday 3 is the first, Saturday to Monday are the holiday, Tuesday 7 the second, Wednesday 8 the third.
    const now = momentOf(dayOf(2026, 4, 2), 9 * 60);
    expect(formatDay(usualDueDay(plan, 4, now, calendarOf({})))).toBe('2026-04-08');
    // No deadline in the plan: twenty working days of ours.
    expect(formatDay(usualDueDay({ deadlines: [] }, 4, now, { days: new Map(), years: new Set() }))).toBe('2026-04-30');
  });
});
