import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawingPlace } from '../../src/charts/draw-queue';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('draws one chart per turn, the newest wish of each, in the order of asking', () => {
  const drawn: string[] = [];
  const [a, b] = [drawingPlace(), drawingPlace()];
  a.draw(() => drawn.push('a1'));
  b.draw(() => drawn.push('b1'));
  a.draw(() => drawn.push('a2'));
  expect(drawn).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(drawn).toEqual(['a2']);
  vi.advanceTimersToNextTimer();
  expect(drawn).toEqual(['a2', 'b1']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a chart that is gone is not drawn, and one that fails does not stop the others', () => {
  const drawn: string[] = [];
  const [gone, broken, last] = [drawingPlace(), drawingPlace(), drawingPlace()];
  gone.draw(() => drawn.push('gone'));
  broken.draw(() => {
    throw new Error('broken');
  });
  last.draw(() => drawn.push('last'));
  gone.leave();
  expect(() => vi.advanceTimersToNextTimer()).toThrow('broken');
  vi.runAllTimers();
  expect(drawn).toEqual(['last']);
});
