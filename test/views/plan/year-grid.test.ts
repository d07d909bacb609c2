import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../../../src/base/period';
import { arrangedDays, calendarOf } from '../../../src/response/calendar/calendar';
import { changedDays, toggled, yearGrid } from '../../../src/views/plan/calendar/year-grid';

const festivals = new Map(arrangedDays().map(({ day, name }) => [day, name]));
const grid = (year: number, edits: Record<string, boolean> = {}) => yearGrid(year, calendarOf(edits), festivals);
function find(year: number, month: number, date: number, edits: Record<string, boolean> = {}) {
  const weeks = grid(year, edits).at(month - 1)!.weeks;
  return weeks.flat().find((d) => d?.date === date)!;
}

describe('the year', () => {
  it.each([2024, 2026, 2027])('%i has each of its days once, under its weekday', (year) => {
    const days = grid(year).flatMap((m) => m.weeks.flatMap((week) => week.map((d, i) => ({ d, i }))));
    const there = days.flatMap(({ d, i }) => (d ? [{ day: d.day, i }] : []));
    const first = dayOf(year, 1, 1);
    expect(there.map((d) => d.day)).toEqual(Array.from({ length: dayOf(year + 1, 1, 1) - first }, (_, k) => first + k));
    // 5 January 1970 was a Monday.
    for (const { day, i } of there) expect(i).toBe((((day - 4) % 7) + 7) % 7);
    for (const month of grid(year)) for (const week of month.weeks) expect(week).toHaveLength(7);
  });

  it('knows holidays, make-up days and weekends of 2026', () => {
    expect(find(2026, 10, 1)).toMatchObject({ kind: 'holiday', festival: { zh: expect.stringContaining('国庆') } });
    expect(find(2026, 10, 10)).toMatchObject({ kind: 'make-up' });
    expect(find(2026, 10, 11)).toMatchObject({ kind: 'weekend', festival: null });
    expect(find(2026, 10, 12)).toMatchObject({ kind: 'work', edited: false });
  });

  it('marks what differs from the calendar as shipped', () => {
    expect(find(2026, 10, 12, { '2026-10-12': false })).toMatchObject({ kind: 'holiday', edited: true });
    expect(find(2026, 10, 12, { '2026-10-12': true })).toMatchObject({ kind: 'work', edited: false });
  });
});

describe('turning a day over', () => {
  const turn = (edits: Record<string, boolean>, day: number) => toggled(edits, formatDay(day), day);
  it('makes an edit, and turned back there is none', () => {
    const day = dayOf(2027, 2, 5);
    const once = turn({}, day);
    expect(once).toEqual({ '2027-02-05': false });
    expect(turn(once, day)).toEqual({});
    expect(turn({ '2027-01-01': false }, day)).toEqual({ '2027-01-01': false, '2027-02-05': false });
  });

  it('frees a make-up day and takes a holiday away', () => {
    expect(turn({}, dayOf(2026, 10, 10))).toEqual({ '2026-10-10': false });
    expect(turn({}, dayOf(2026, 10, 1))).toEqual({ '2026-10-01': true });
  });
});

describe('what would change', () => {
  it('is what differs, oldest first, also an edit that is taken back', () => {
    expect(changedDays({ '2026-05-01': true, '2026-03-01': true }, { '2026-03-01': true, '2026-01-02': true })).toEqual(
      ['2026-01-02', '2026-05-01'],
    );
    expect(changedDays({ '2026-05-01': true }, { '2026-05-01': false })).toEqual(['2026-05-01']);
  });
});
