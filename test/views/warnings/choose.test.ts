import { describe, expect, it } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import { defaultPlan } from '../../../src/response/load-plan';
import type { WarningRecord } from '../../../src/response/state';
import { chooseBySwitches, chooseGround } from '../../../src/views/warnings/choose';
import { countWarnings } from '../../../src/views/warnings/counts';
import { IN_QUEUE } from '../../../src/views/warnings/grade';
import { orderWarnings } from '../../../src/views/warnings/order';
import { readSelection, SORTS } from '../../../src/views/warnings/selection';
import { makeView } from '../make-view';
import { makeWarning, SINCE } from './make-warning';

const view = makeView({ count: 10 });
const world = { view, plan: defaultPlan(), actor: null };
const due = (step: 'acknowledge' | 'verify', urgency: 'overdue' | 'due-soon' | 'in-time') => ({ step, at: 0, urgency });

const red = makeWarning('150300', 4, { due: due('acknowledge', 'overdue') });
const yellow = makeWarning('150302', 2, { due: due('verify', 'due-soon'), state: 'acknowledged' });
const record: WarningRecord = {
  id: '150200@2026-03',
  state: 'under-review',
  level: 3,
  acknowledged: null,
  verified: null,
  reason: '',
  case: 'R-1',
  acts: [],
  notes: [],
};
const review = makeWarning('150200', 3, { record, state: 'under-review', of: { since: SINCE - 5 } });
const pending = makeWarning('150203', 0);
const unknown = makeWarning('150400', INSUFFICIENT);
const over = makeWarning('150500', 3, { state: 'closed', of: { until: SINCE, state: 'ended', level: 0, top: 3 } });
const all = [red, yellow, review, pending, unknown, over];
const chosen = (free: Record<string, string>) => {
  const selection = readSelection(free);
  return chooseBySwitches(chooseGround(all, selection, world), selection);
};

describe('what the list shows', () => {
  it('is what is open, at first; what has ended on request, at its highest level', () => {
    expect(chosen({})).toEqual([red, yellow, review, pending, unknown]);
    expect(chosen({ show: 'ended' })).toEqual([over]);
    expect(chosen({ show: 'all', level: '3' })).toEqual([review, over]);
  });

  it('takes several of one kind as "or", the kinds as "and"', () => {
    expect(chosen({ level: '4,pending' })).toEqual([red, pending]);
    expect(chosen({ due: 'overdue,in-review' })).toEqual([red, review]);
    expect(chosen({ level: 'insufficient' })).toEqual([unknown]);
    expect(chosen({ level: '4', due: 'in-review' })).toEqual([]);
    // The figures have recovered, the review goes on.
    expect(IN_QUEUE['in-review']({ ...review, state: 'recovering' })).toBe(true);
  });

  it('finds by region, the area above, indicator and language', () => {
    expect(chosen({ find: '乌海' })).toEqual([red, yellow]);
    expect(chosen({ find: 'WUHAI' })).toEqual([red, yellow]);
    expect(chosen({ find: '求人倍率', area: '150200' })).toEqual([review, pending]);
    expect(chosen({ find: '没有这个' })).toEqual([]);
  });

  it('counts each grade once, and what asks for what', () => {
    const counts = countWarnings(all);
    expect(counts.grades).toEqual({ 4: 1, 3: 2, 2: 1, 1: 0, pending: 1, insufficient: 1 });
    expect(counts.queues).toEqual({ overdue: 1, 'due-soon': 1, unacknowledged: 1, 'in-review': 1 });
  });

  it('is ordered without losing any, equal ones as the inbox has them', () => {
    for (const by of SORTS) expect(new Set(orderWarnings(all, by))).toEqual(new Set(all));
    expect(orderWarnings(all, 'level').slice(0, 3)).toEqual([red, review, over]);
    expect(orderWarnings(all, 'oldest')[0]).toBe(review);
    expect(orderWarnings(all, 'region').map((w) => w.spell.regionCode)).toEqual(
      all.map((w) => w.spell.regionCode).toSorted(),
    );
  });
});
