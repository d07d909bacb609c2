import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../../../src/base/period';
import type { BriefingAsk, Page } from '../../../../src/briefing/briefing';
import { namedPeriod, placeAmong, reachOf, samePages, stepsTo } from '../../../../src/views/briefing/show/months';

const october = monthPeriod(2026, 10);
const ask = (kind: BriefingAsk['kind'], period = october): BriefingAsk => ({
  kind,
  period,
  regionCode: null,
  since: null,
});
const span = { first: monthPeriod(2026, 1), count: 12, latest: monthPeriod(2026, 11) };
const page = (id: string): Page => ({
  id,
  heading: id,
  sentences: [],
  exhibit: null,
  notes: '',
  notesByHand: false,
  headingByHand: false,
});

describe('stepping through months', () => {
  it('goes from the first period to the latest judged one, by quarters for a quarterly briefing', () => {
    expect(reachOf(ask('monthly'), 'month', span)).toEqual({ earliest: -9, latest: 1 });
    expect(reachOf(ask('quarterly', monthPeriod(2026, 9)), 'month', span)).toEqual({ earliest: -2, latest: 0 });
    expect(
      reachOf(ask('quarterly', 2026 * 4 + 2), 'quarter', { first: 2026 * 4, count: 4, latest: 2026 * 4 + 3 }),
    ).toEqual({ earliest: -2, latest: 1 });
  });

  it('always has the briefing itself, also where the data no longer reach it', () => {
    expect(reachOf(ask('monthly', monthPeriod(2027, 5)), 'month', span)).toEqual({ earliest: -16, latest: 0 });
    expect(reachOf(ask('monthly', monthPeriod(2025, 5)), 'month', span)).toEqual({ earliest: 0, latest: 18 });
  });

  it('reads and writes the address', () => {
    const briefing = { ask: ask('monthly'), frequency: 'month', weekEndsOn: 6 } as const;
    expect(namedPeriod(0, briefing)).toBeNull();
    expect(namedPeriod(-2, briefing)).toBe('2026-08');
    expect(stepsTo('2026-08', briefing.ask, 'month')).toBe(-2);
    for (const [named, steps] of [
      [undefined, 0],
      ['2026-10', 0],
      ['2026-Q3', 0],
      ['2026-13', 0],
      ['nonsense', 0],
    ] as const)
      expect(stepsTo(named, briefing.ask, 'month')).toBe(steps);
    expect(stepsTo('2026-07', ask('quarterly'), 'month')).toBe(-1);
    expect(stepsTo('2026-08', ask('quarterly'), 'month')).toBe(0);
    expect(namedPeriod(1, { ...briefing, ask: ask('quarterly') })).toBe('2027-01');
  });
});

describe('the same pages of another month', () => {
  const ids = (pages: readonly Page[]) => pages.map(({ id }) => id);
  const fresh = ['overall', 'changes', 'region:150300', 'outlook'].map(page);

  it('in the order of those shown; what was taken out stays out, what a hand added is left out', () => {
    const shown = ['outlook', 'own-1', 'overall', 'region:150500'].map(page);
    expect(ids(samePages(shown, fresh))).toEqual(['outlook', 'overall']);
  });

  it('all of them where none is common', () => {
    expect(samePages([page('own-1')], fresh)).toBe(fresh);
  });

  it('opens on the same page, else at the same place', () => {
    expect(placeAmong(fresh, page('outlook'), 1)).toBe(3);
    expect(placeAmong(fresh, page('own-1'), 1)).toBe(1);
    expect(placeAmong(fresh, undefined, 2)).toBe(2);
  });
});
