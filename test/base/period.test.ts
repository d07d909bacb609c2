import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilOf,
  dayOf,
  type Frequency,
  FREQUENCIES,
  formatDay,
  formatPeriod,
  lastDayOf,
  monthPeriod,
  parseDay,
  parsePeriod,
  seasonOf,
  yearOf,
} from '../../src/base/period';

/** JavaScript's own calendar as the oracle (UTC, so no time zone). */
const utcDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

const anyDay = fc.integer({ min: utcDay(1000, 1, 15), max: utcDay(9999, 12, 31) });

describe('days', () => {
  test('agree with the calendar of the platform, both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        expect(civilOf(day)).toEqual({ year: y, month: m, day: d });
        expect(dayOf(y, m, d)).toBe(day);
        expect(parseDay(formatDay(day))).toBe(day);
        expect(formatDay(day)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  test.each([
    '2017-02-29',
    '1900-02-29',
    '2017-13-01',
    '2017-00-10',
    '2017-04-31',
    '2017-4-1',
    '17-04-01',
    '',
    ' 2017-04-01',
  ])('there is no %s', (text) => expect(parseDay(text)).toBeNull());

  test('a leap day is there in its years', () => {
    expect(parseDay('2000-02-29')).toBe(utcDay(2000, 2, 29));
    expect(parseDay('1970-01-01')).toBe(0);
  });
});

describe('periods', () => {
  const ranges: Readonly<Record<Frequency, fc.Arbitrary<number>>> = {
    month: fc.integer({ min: 12_000, max: 119_999 }),
    quarter: fc.integer({ min: 4_000, max: 39_999 }),
    year: fc.integer({ min: 1_000, max: 9_999 }),
    // The last week of 9999 ends in a year of five digits.
    week: anyDay.map((day) => Math.floor((day - 11) / 7)),
  };

  test.each(FREQUENCIES)('a %s survives being written and read, and the next one is the next integer', (frequency) => {
    fc.assert(
      fc.property(ranges[frequency], fc.integer({ min: 1, max: 7 }), (period, weekEndsOn) => {
        const text = formatPeriod(frequency, period, weekEndsOn);
        const parsed = parsePeriod(text)!;
        expect(parsed.frequency).toBe(frequency);
        expect(parsed.period).toBe(period);
        if (frequency === 'week') expect(parsed.weekEndsOn).toBe(weekEndsOn);
        expect(lastDayOf(frequency, period + 1, weekEndsOn)).toBeGreaterThan(lastDayOf(frequency, period, weekEndsOn));
      }),
    );
  });

  test.each([
    ['2017-10', 'month', monthPeriod(2017, 10), '2017-10-31'],
    ['2016-02', 'month', monthPeriod(2016, 2), '2016-02-29'],
    ['2017-12', 'month', monthPeriod(2017, 12), '2017-12-31'],
    ['2017-Q3', 'quarter', 2017 * 4 + 2, '2017-09-30'],
    ['2017-Q4', 'quarter', 2017 * 4 + 3, '2017-12-31'],
    ['2017', 'year', 2017, '2017-12-31'],
  ] as const)('%s is a %s', (text, frequency, period, last) => {
    expect(parsePeriod(text)).toEqual({ frequency, period });
    expect(formatDay(lastDayOf(frequency, period))).toBe(last);
  });

  test.each([
    '2017-13',
    '2017-00',
    '2017-1',
    '2017-Q5',
    '2017-Q0',
    '2017-W00',
    '2017-W53',
    '2017-W54',
    '2017-02-30',
    '201710',
    '2017-10-',
    '17-10',
    '2017年10月',
    '',
    '2017-1e',
    '+2017-10',
    '2017-10 ',
    'Q3-2017',
    '20171',
    '2017-w05',
  ])('%j is no period', (text) => expect(parsePeriod(text)).toBeNull());

  test('weeks by number follow ISO 8601', () => {
    // Known weeks: 2016-01-03 is the Sunday of 2015-W53; 2017-01-02 is the Monday of 2017-W01; 2020 has 53 weeks.
    expect(parsePeriod('2015-W53')!.period).toBe(parsePeriod('2016-01-03')!.period);
    expect(parsePeriod('2017-W01')!.period).toBe(parsePeriod('2017-01-02')!.period);
    expect(parsePeriod('2020-W53')!.period).toBe(parsePeriod('2021-01-03')!.period);
    expect(parsePeriod('2021-W01')!.period).toBe(parsePeriod('2020-W53')!.period + 1);
    expect(parsePeriod('2021-W53')).toBeNull();
  });

  test('a week by its last day: Saturday weeks belong to the ISO week of that Saturday', () => {
    const saturday = parsePeriod('2020-01-04')!;
    expect(saturday).toEqual({ frequency: 'week', period: parsePeriod('2020-W01')!.period, weekEndsOn: 6 });
    expect(formatPeriod('week', saturday.period, 6)).toBe('2020-01-04');
    expect(formatPeriod('week', saturday.period, 7)).toBe('2020-01-05');
    expect(parsePeriod('2020-01-11')!.period).toBe(saturday.period + 1);
  });

  test('year and season', () => {
    expect(seasonOf('month', monthPeriod(2017, 1))).toBe(0);
    expect(seasonOf('month', monthPeriod(2017, 12))).toBe(11);
    expect(yearOf('month', monthPeriod(2017, 12))).toBe(2017);
    expect(seasonOf('quarter', 2017 * 4 + 3)).toBe(3);
    expect(yearOf('quarter', 2017 * 4 + 3)).toBe(2017);
    expect(seasonOf('year', 2017)).toBe(0);
    const w1 = parsePeriod('2021-W01')!.period;
    expect([yearOf('week', w1), seasonOf('week', w1)]).toEqual([2021, 0]);
    expect([yearOf('week', w1 - 1), seasonOf('week', w1 - 1)]).toEqual([2020, 52]);
  });
});
