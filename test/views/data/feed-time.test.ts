import { expect, test } from 'vitest';
import { spanOf, timeOfDay } from '../../../src/views/data/feed-time';

const MINUTE = 60_000;

test.each([
  [0, null],
  [MINUTE - 1, null],
  [MINUTE, ['minutes', '1']],
  [119 * MINUTE, ['minutes', '119']],
  [120 * MINUTE, ['hours', '2']],
  [48 * 60 * MINUTE - 1, ['hours', '47']],
  [48 * 60 * MINUTE, ['days', '2']],
  [3000 * 24 * 60 * MINUTE, ['days', '3,000']],
])('%i ms', (ms, expected) => expect(spanOf(ms)).toEqual(expected));

test('the time of day by the user’s own clock; the date where it is another day', () => {
  const at = new Date(2026, 10, 9, 9, 5).getTime();
  expect(timeOfDay(at, new Date(2026, 10, 9, 23, 59).getTime())).toBe('09:05');
  expect(timeOfDay(at, new Date(2026, 10, 10, 0, 0).getTime())).toBe('11-09 09:05');
});
