import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, monthPeriod } from '../../src/base/period';
import { calendarOf } from '../../src/response/calendar/calendar';
import { momentOf } from '../../src/response/calendar/moment';
import type { Case } from '../../src/response/case/case';
import { planReviewDue } from '../../src/response/plan-review';
import type { ResponseState } from '../../src/response/state';
import type { Spell } from '../../src/response/warnings/spell';

const by = { role: 'region', regionCode: '150000', name: '甲' } as const;
const moment = (year: number, month: number, day: number): number => momentOf(dayOf(year, month, day), 600);

const spell = (over: Partial<Spell>): Spell =>
  ({ id: '150300@2026-01', regionCode: '150300', until: monthPeriod(2026, 8), top: 3, ...over }) as Spell;
const closedCase = (over: Partial<Case>, at: number): Case =>
  ({
    id: 'R-1',
    title: '评审',
    regionCode: '150300',
    level: 3,
    warning: null,
    stage: 'closed',
    stages: [{ stage: 'closed', at }],
    ...over,
  }) as unknown as Case;

interface Given {
  readonly reviews?: readonly number[];
  readonly adoptions?: readonly number[];
  readonly cases?: readonly Case[];
  readonly spells?: readonly Spell[] | null;
}

function due({ reviews = [], adoptions = [], cases = [], spells = [] }: Given, today = dayOf(2026, 9, 10)) {
  const state = {
    planReviews: reviews.map((at, i) => ({ seq: i + 1, at, by, version: '1', finding: '' })),
    plans: adoptions.map((at, i) => ({ seq: 50 + i, at, by, from: 0, plan: {}, reason: '' })),
    cases: new Map(cases.map((c) => [c.id, c])),
  } as Pick<ResponseState, 'planReviews' | 'plans' | 'cases'>;
  const found = planReviewDue({
    rule: { everyMonths: 12, afterLevel: 3, withinWorkdays: 20 },
    state,
    spells,
    frequency: 'month',
    regionName: (code) => ({ zh: code, en: code }),
    calendar: calendarOf({}),
    today,
  });
  return found.reasons.map((r) => [r.kind, formatDay(r.due), r.urgency]);
}

describe('when the plan is to be reviewed', () => {
  it('is today where it never was', () => {
    expect(due({})).toEqual([['yearly', '2026-09-10', 'due-soon']]);
  });

  it('is a year after the last review or adoption, whichever is later', () => {
    expect(due({ reviews: [moment(2026, 2, 3)] })).toEqual([['yearly', '2027-02-03', 'later']]);
    expect(due({ reviews: [moment(2025, 2, 3)], adoptions: [moment(2025, 9, 20)] })).toEqual([
      ['yearly', '2025-09-20'.replace('2025', '2026'), 'due-soon'],
    ]);
    expect(due({ reviews: [moment(2025, 9, 9)] })).toEqual([['yearly', '2026-09-09', 'overdue']]);
    // 29 February has no anniversary: the last day of that month stands for it.
    expect(due({ reviews: [moment(2024, 2, 29)] }, dayOf(2024, 9, 1))).toEqual([['yearly', '2025-02-28', 'later']]);
  });

  it('is twenty working days after an episode of Ⅱ or Ⅰ has ended, over the long holiday', () => {
    // Ended with August 2026. September: working days 1–4, 7–11, 14–18, 20 (make-up Sunday), 21–24; the 25th is
    // Mid-Autumn. 4 + 5 + 5 + 1 + 4 = 19, so the twentieth is Monday the 28th.
    expect(due({ reviews: [moment(2026, 1, 5)], spells: [spell({})] })).toEqual([
      ['episode', '2026-09-28', 'due-soon'],
      ['yearly', '2027-01-05', 'later'],
    ]);
  });

  it('asks nothing for lower ones, for those that go on, and once a review has followed', () => {
    const only = (given: Given): unknown[] => due(given).filter(([kind]) => kind !== 'yearly');
    expect(only({ spells: [spell({ top: 2 })] })).toEqual([]);
    expect(only({ spells: [spell({ until: null })] })).toEqual([]);
    expect(only({ reviews: [moment(2026, 9, 2)], spells: [spell({})] })).toEqual([]);
    expect(only({ spells: null })).toEqual([]);
    // What ended years ago is left to the yearly review.
    expect(only({ spells: [spell({ until: monthPeriod(2023, 1) })] })).toEqual([]);
  });

  it('counts a closed review of such a level, but not beside the episode it answered', () => {
    const closed = moment(2026, 9, 1);
    const only = (given: Given): unknown[] => due(given).filter(([kind]) => kind !== 'yearly');
    expect(only({ cases: [closedCase({}, closed)] })).toEqual([['case', '2026-09-29', 'due-soon']]);
    expect(only({ cases: [closedCase({ level: 2 }, closed)] })).toEqual([]);
    expect(only({ cases: [closedCase({ stage: 'follow-up', stages: [] }, closed)] })).toEqual([]);
    expect(only({ cases: [closedCase({ warning: '150300@2026-01' }, closed)], spells: [spell({})] })).toEqual([
      ['episode', '2026-09-28', 'due-soon'],
    ]);
  });
});
