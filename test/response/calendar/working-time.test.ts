import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, parseDay } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { dayOfMoment, formatMoment, momentOf } from '../../../src/response/calendar/moment';
import type { Deadline } from '../../../src/response/plan';
import { addWorkdays, dueAt, unpublishedWords, workdaysBetween } from '../../../src/response/calendar/working-time';

const shipped = calendarOf({});

/** `2025-09-30 17:00`, Beijing time. */
function moment(text: string): number {
  const [day, clock] = text.split(' ');
  const [hours, minutes] = clock!.split(':').map(Number);
  return momentOf(parseDay(day!)!, hours! * 60 + minutes!);
}

// Worked out by hand. Golden Week 2025: off 1–8 October; Sunday 28 September and Saturday 11 October are worked.
// Spring Festival 2026: off 15–23 February; Saturdays 14 and 28 February are worked. Offices close at 17:30.
test.each<[from: string, amount: number, unit: Deadline['unit'], due: string, why: string]>([
  ['2025-09-30 17:00', 12, 'hours', '2025-10-01 05:00', 'hours run through the night into the holiday'],
  ['2026-02-14 23:30', 2, 'hours', '2026-02-15 01:30', 'and through its first night'],
  ['2025-09-26 18:00', 1, 'workingDays', '2025-09-28 17:30', 'Saturday off, the make-up Sunday counts'],
  ['2025-09-30 10:00', 1, 'workingDays', '2025-10-09 17:30', 'eight days off, then Thursday'],
  ['2025-09-30 10:00', 3, 'workingDays', '2025-10-11 17:30', 'Thursday, Friday, the make-up Saturday'],
  ['2025-10-03 09:00', 1, 'workingDays', '2025-10-09 17:30', 'set off within the holiday: the first day after it'],
  ['2026-02-12 16:00', 2, 'workingDays', '2026-02-14 17:30', 'Friday, the make-up Saturday'],
  ['2026-02-12 16:00', 3, 'workingDays', '2026-02-24 17:30', 'Friday, Saturday, nine days off, Tuesday'],
  [
    '2026-02-09 08:30',
    10,
    'workingDays',
    '2026-02-28 17:30',
    '10–14 are five, 24–28 are five: zero-employment household',
  ],
  ['2026-02-24 00:00', 5, 'workingDays', '2026-03-02 17:30', '25, 26, 27, make-up 28, Monday 2 March'],
  ['2020-01-23 12:00', 3, 'workingDays', '2020-02-05 17:30', 'off 24 January to 2 February 2020, as lengthened'],
  ['2026-11-27 17:31', 1, 'workingDays', '2026-11-30 17:30', 'Friday evening: Monday'],
  ['2026-11-25 23:59', 0.5, 'workingDays', '2026-11-26 17:30', 'part of a day counts as a whole'],
])('%s + %s %s = %s (%s)', (from, amount, unit, due) => {
  expect(formatMoment(dueAt(moment(from), { amount, unit }, shipped), 'zh')).toBe(formatMoment(moment(due), 'zh'));
});

test('edits move what is due', () => {
  const noMakeUp = calendarOf({ '2025-10-11': false });
  const threeDays = { amount: 3, unit: 'workingDays' } as const;
  // Thursday 9, Friday 10, and now Monday 13.
  expect(dueAt(moment('2025-09-30 10:00'), threeDays, noMakeUp)).toBe(moment('2025-10-13 17:30'));
  const newYear = calendarOf({ '2027-01-01': false });
  const oneDay = { amount: 1, unit: 'workingDays' } as const;
  expect(dueAt(moment('2026-12-31 09:00'), oneDay, shipped)).toBe(moment('2027-01-01 17:30'));
  expect(dueAt(moment('2026-12-31 09:00'), oneDay, newYear)).toBe(moment('2027-01-04 17:30'));
  // Hours do not ask the calendar.
  const hours = { amount: 12, unit: 'hours' } as const;
  expect(dueAt(moment('2026-12-31 20:00'), hours, newYear)).toBe(moment('2027-01-01 08:00'));
});

test('a year without a published arrangement is named', () => {
  const [before, after] = [dayOf(2026, 12, 20), dayOf(2028, 1, 5)];
  expect(unpublishedWords(dayOf(2026, 1, 1), before, shipped)).toBeNull();
  const words = unpublishedWords(before, after, shipped)!;
  expect(words.zh).toContain('2027、2028年');
  expect(words.en).toContain('2027, 2028');
});

const days = fc.integer({ min: dayOf(2017, 1, 1), max: dayOf(2027, 6, 1) });
/** The shipped calendar with some days turned over. */
const calendars = fc
  .array(fc.tuple(days, fc.boolean()), { maxLength: 30 })
  .map((edits) => ({ ...shipped, days: new Map([...shipped.days, ...edits]) }));

test('the later it is set off and the more time is given, the later it is due, and never before it was set off', () => {
  const starts = fc.integer({ min: momentOf(dayOf(2017, 1, 1), 0), max: momentOf(dayOf(2027, 6, 1), 0) });
  const units = fc.constantFrom('hours' as const, 'workingDays' as const);
  fc.assert(
    fc.property(
      calendars,
      units,
      starts,
      fc.nat(20 * 86_400_000),
      fc.double({ min: 0.1, max: 40, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (calendar, unit, from, later, amount, more) => {
        const due = dueAt(from, { amount, unit }, calendar);
        expect(due).toBeGreaterThan(from);
        expect(dueAt(from + later, { amount, unit }, calendar)).toBeGreaterThanOrEqual(due);
        expect(dueAt(from, { amount: amount + more, unit }, calendar)).toBeGreaterThanOrEqual(due);
        if (unit === 'workingDays') expect(formatMoment(due, 'zh')).toMatch(/ 17:30$/);
        if (unit === 'workingDays') expect(dayOfMoment(due)).toBeGreaterThan(dayOfMoment(from));
      },
    ),
  );
});

test('adding working days and counting them undo each other', () => {
  fc.assert(
    fc.property(calendars, days, fc.nat(60), (calendar, day, n) => {
      const after = addWorkdays(day, n, calendar);
      expect(workdaysBetween(day, after, calendar)).toBe(n);
      expect(workdaysBetween(after, day, calendar) + n).toBe(0);
      if (n > 0) expect(workdaysBetween(day, after - 1, calendar)).toBe(n - 1);
    }),
  );
  expect(() => addWorkdays(0, -1, shipped)).toThrow(RangeError);
});
