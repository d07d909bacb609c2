import { expect, it } from 'vitest';
import { elapsedMs, formatElapsed, reset, startPause, STOPPED } from '../../../../src/views/briefing/show/stopwatch';

it('counts while it runs, keeps what it has while it is paused', () => {
  const running = startPause(STOPPED, 1000);
  expect(elapsedMs(running, 61_000)).toBe(60_000);
  const paused = startPause(running, 61_000);
  expect(elapsedMs(paused, 999_000)).toBe(60_000);
  expect(elapsedMs(startPause(paused, 100_000), 105_000)).toBe(65_000);
});

it('starts from zero again, running or not', () => {
  const running = startPause(STOPPED, 1000);
  expect(elapsedMs(reset(running, 5000), 7000)).toBe(2000);
  expect(reset(startPause(running, 9000), 10_000)).toEqual(STOPPED);
});

it('does not run backwards when the clock is set back', () => {
  expect(elapsedMs(startPause(STOPPED, 5000), 1000)).toBe(0);
});

it.each([
  [0, '00:00'],
  [59_999, '00:59'],
  [60_000, '01:00'],
  [425_000, '07:05'],
  [3_729_000, '1:02:09'],
  [-5, '00:00'],
])('%d ms reads %s', (ms, words) => expect(formatElapsed(ms)).toBe(words));
