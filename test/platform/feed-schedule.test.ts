import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOf, nextTryAt, staleAt } from '../../src/platform/feed-schedule';

const HOUR = 3_600_000;
const GOOD = { lastGoodMs: 1_000_000, lastTryMs: 1_000_000, failures: 0, retryAfterMs: null };
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the next refresh', () => {
  test('an interval after the last good one, a little spread', () => {
    expect(nextTryAt(GOOD, HOUR, () => 0)).toBe(1_000_000 + HOUR);
    expect(nextTryAt(GOOD, HOUR, () => 0.999999)).toBeLessThanOrEqual(1_000_000 + HOUR * 1.05);
    expect(nextTryAt(GOOD, HOUR, () => 0.5)).toBeGreaterThan(1_000_000 + HOUR);
  });
  test('at once where there never was one; never where the user refreshes by hand', () => {
    expect(nextTryAt({ ...GOOD, lastGoodMs: null }, HOUR, () => 0.5)).toBe(0);
    expect(nextTryAt(GOOD, 0, () => 0.5)).toBeNull();
    expect(nextTryAt({ ...GOOD, failures: 3 }, 0, () => 0.5)).toBeNull();
  });
  test('after failures: backoff from the last try, bounded by the interval, never before the feed wants it', () => {
    const failed = { ...GOOD, failures: 1 };
    expect(nextTryAt(failed, HOUR, () => 0)).toBe(1_000_000 + 15_000);
    expect(nextTryAt(failed, HOUR, () => 0.999999)).toBeLessThan(1_000_000 + 60_000);
    expect(nextTryAt({ ...failed, failures: 30 }, HOUR, () => 0.999999)).toBeLessThanOrEqual(1_000_000 + HOUR);
    expect(nextTryAt({ ...failed, failures: 30 }, HOUR, () => 0.5)).toBe(1_000_000 + HOUR / 2);
    expect(nextTryAt({ ...failed, retryAfterMs: 5 * HOUR }, HOUR, () => 0.5)).toBe(1_000_000 + 5 * HOUR);
  });
  test('never sooner than a quarter of a minute after a failure, and never beyond what was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 60_000, max: 7 * 24 * HOUR }),
        fc.option(fc.integer({ min: 0, max: 24 * HOUR })),
        chance,
        (failures, interval, retryAfterMs, r) => {
          const wait = nextTryAt({ ...GOOD, failures, retryAfterMs }, interval, () => r)! - 1_000_000;
          expect(wait).toBeGreaterThanOrEqual(Math.max(15_000, retryAfterMs ?? 0));
          expect(wait).toBeLessThanOrEqual(Math.max(15_000, interval, retryAfterMs ?? 0));
        },
      ),
    );
  });
});

describe('age', () => {
  test('stale after two missed intervals, not before', () => {
    expect(ageOf(0, HOUR, 2 * HOUR - 1)).toEqual({ ageMs: 2 * HOUR - 1, missed: 1, stale: false });
    expect(ageOf(0, HOUR, 2 * HOUR)).toEqual({ ageMs: 2 * HOUR, missed: 2, stale: true });
    expect(staleAt(5, HOUR)).toBe(5 + 2 * HOUR);
  });
  test('by hand: old, but never stale', () => {
    expect(ageOf(0, 0, 1e12)).toEqual({ ageMs: 1e12, missed: 0, stale: false });
    expect(staleAt(5, 0)).toBeNull();
  });
  test('a clock that was set back makes no negative age; none where there is no figure', () => {
    expect(ageOf(HOUR, HOUR, 0)).toEqual({ ageMs: 0, missed: 0, stale: false });
    expect(ageOf(null, HOUR, 5)).toBeNull();
    expect(staleAt(null, HOUR)).toBeNull();
  });
  test('stale exactly from `staleAt` on', () => {
    const time = fc.integer({ min: 0, max: 1e10 });
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 1e7 }), time, (good, interval, now) => {
        expect(ageOf(good, interval, now)!.stale).toBe(now >= staleAt(good, interval)!);
      }),
    );
  });
});
