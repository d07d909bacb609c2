import { isWorkday as libraryWorkday } from 'chinese-days';
import { expect, test } from 'vitest';
import { dayOf, formatDay, parseDay } from '../../../src/base/period';
import { arrangedDays, calendarOf, isWorkday } from '../../../src/response/calendar/calendar';

const shipped = calendarOf({});
const day = (text: string): number => parseDay(text)!;

test('the shipped file says of every day of ten years what chinese-days says', () => {
  const differ: string[] = [];
  for (let d = dayOf(2017, 1, 1); d <= dayOf(2026, 12, 31); d++)
    if (isWorkday(d, shipped) !== libraryWorkday(formatDay(d))) differ.push(formatDay(d));
  expect(differ).toEqual([]);
  expect([...shipped.years]).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
});

// The notices themselves, as published: so that a slip of the library does not become ours.
test.each([
  ['2020-01-31', false, 'Spring Festival of 2020 was lengthened, Friday'],
  ['2020-02-02', false, 'its last day, Sunday'],
  ['2020-02-03', true, 'Monday after it'],
  ['2025-09-28', true, 'make-up Sunday before the Golden Week of 2025'],
  ['2025-10-01', false, 'Golden Week of 2025, 1 to 8 October'],
  ['2025-10-08', false, 'its last day, Wednesday'],
  ['2025-10-09', true, 'Thursday after it'],
  ['2025-10-11', true, 'make-up Saturday'],
  ['2026-02-14', true, 'make-up Saturday before Spring Festival 2026'],
  ['2026-02-16', false, 'Spring Festival 2026, 15 to 23 February'],
  ['2026-02-23', false, 'its last day, Monday'],
  ['2026-02-28', true, 'make-up Saturday'],
  ['2026-11-26', true, 'a Thursday like others'],
  ['2026-11-28', false, 'a Saturday like others'],
])('%s: work %s (%s)', (text, work) => {
  expect(isWorkday(day(text), shipped)).toBe(work);
});

test('days of an arrangement are named after their festival', () => {
  const named = arrangedDays().filter((d) => d.day >= day('2026-02-01') && d.day <= day('2026-02-28'));
  expect(named).toHaveLength(11);
  expect(named[0]).toEqual({ day: day('2026-02-14'), work: true, name: { zh: '春节', en: 'Spring Festival' } });
  expect(named.filter((d) => !d.work)).toHaveLength(9);
});

test('edits go before the shipped days; what is no day is passed over', () => {
  const edited = calendarOf({ '2026-02-14': false, '2026-11-26': false, '2026-02-30': false, tomorrow: true });
  expect(isWorkday(day('2026-02-14'), edited)).toBe(false);
  expect(isWorkday(day('2026-11-26'), edited)).toBe(false);
  expect(edited.days.size).toBe(shipped.days.size + 1);
});

test('2027 is not published: weekends alone, until its fixed holidays are entered', () => {
  expect(isWorkday(day('2027-01-01'), shipped)).toBe(true);
  const one = calendarOf({ '2027-01-01': false });
  expect(isWorkday(day('2027-01-01'), one)).toBe(false);
  expect(one.years.has(2027)).toBe(false);
  // 1 January a Friday; 1 and 2 May a weekend; 1 October a Friday, the others a weekend.
  expect(calendarOf({ '2027-01-01': false, '2027-10-01': false }).years.has(2027)).toBe(true);
});
