import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../../src/base/period';
import { dayOfMoment, formatClock, formatMoment, momentOf } from '../../../src/response/calendar/moment';

// Date.UTC is the oracle here: the sources themselves have no clock.
const utc = Date.UTC;

test('a day begins at midnight in Beijing, 16:00 UTC of the day before', () => {
  expect(dayOfMoment(utc(2026, 10, 25, 15, 59, 59, 999))).toBe(dayOf(2026, 11, 25));
  expect(dayOfMoment(utc(2026, 10, 25, 16))).toBe(dayOf(2026, 11, 26));
  expect(momentOf(dayOf(2026, 11, 26), 0)).toBe(utc(2026, 10, 25, 16));
});

test('moments are written in the order of each language', () => {
  const at = utc(2026, 10, 26, 6, 5, 59);
  expect(formatMoment(at, 'zh')).toBe('2026年11月26日 14:05');
  expect(formatMoment(at, 'en')).toBe('26 Nov 2026, 14:05');
  expect(formatClock(utc(2026, 0, 1, 0, 30))).toBe('08:30');
  expect(formatClock(utc(2025, 11, 31, 16))).toBe('00:00');
});

test('day and time of day lead back to the moment, also before 1970', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
      const at = momentOf(day, minutes);
      expect(dayOfMoment(at)).toBe(day);
      const [hours, rest] = formatClock(at).split(':').map(Number);
      expect(hours! * 60 + rest!).toBe(minutes);
    }),
  );
});
