import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FeedError,
  fullJitter,
  isPassing,
  parseRetryAfter,
  TRIES,
  waitBeforeRetry,
} from '../../src/platform/feed-retry';

const NOW = Date.UTC(2026, 10, 23, 8, 0, 0);
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('which states pass by themselves', () => {
  test.each([408, 425, 429, 500, 502, 503, 504, 599])('%i does', (status) => expect(isPassing(status)).toBe(true));
  test.each([400, 401, 403, 404, 405, 409, 410, 422, 501, 505])('%i does not', (status) =>
    expect(isPassing(status)).toBe(false),
  );
});

describe('backoff', () => {
  test('the bound doubles up to the last step, and the whole width is used', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 2000].map((failed) => fullJitter(failed, 1000, 15_000, () => 0.999999));
    expect(bounds.map((ms) => Math.ceil(ms / 1000))).toEqual([1, 2, 4, 8, 15, 15, 15]);
    expect(fullJitter(7, 1000, 15_000, () => 0)).toBe(0);
  });
  test('always whole milliseconds within the bound of the step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 1e7 }), chance, (failed, last, r) => {
        const ms = fullJitter(failed, 1000, last, () => r);
        expect(Number.isInteger(ms)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThan(Math.min(last, 1000 * 2 ** Math.min(failed - 1, 30)) + 1);
      }),
    );
  });
  test('tries end; the feed’s own time is the least; a long one is not waited for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.option(fc.integer({ min: 0, max: 200_000 })),
        chance,
        (failed, retryAfterMs, r) => {
          const wait = waitBeforeRetry(failed, retryAfterMs, () => r);
          const asked = retryAfterMs ?? 0;
          if (failed >= TRIES || asked > 60_000) expect(wait).toBeNull();
          else if (wait === null) expect(asked + 15_000).toBeGreaterThan(60_000);
          else {
            expect(wait).toBeGreaterThanOrEqual(asked);
            expect(wait).toBeLessThanOrEqual(60_000);
          }
        },
      ),
    );
  });
});

describe('Retry-After', () => {
  const seconds = (header: string | null, serverNow: string | null = null): number | null => {
    const ms = parseRetryAfter(header, NOW, serverNow);
    return ms === null ? null : ms / 1000;
  };
  test.each([
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['99999999999999999999', 86_400],
  ])('seconds: %s', (header, expected) => expect(seconds(header)).toBe(expected));
  test.each([
    ['Mon, 23 Nov 2026 08:00:30 GMT', 30],
    ['Monday, 23-Nov-26 08:01:00 GMT', 60],
    ['Mon Nov 23 08:02:00 2026', 120],
    ['Sun Nov  1 08:00:00 2026', 0],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Fri, 01 Jan 2999 00:00:00 GMT', 86_400],
  ])('a date: %s', (header, expected) => expect(seconds(header)).toBe(expected));
  test('a date is reckoned by the server’s clock where that is known', () => {
    expect(seconds('Mon, 23 Nov 2026 09:30:10 GMT', 'Mon, 23 Nov 2026 09:30:00 GMT')).toBe(10);
    expect(seconds('Mon, 23 Nov 2026 08:00:30 GMT', 'rubbish')).toBe(30);
  });
  test.each([
    null,
    '',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    '2026-11-23',
    'soon',
    'Mon, 31 Feb 2026 08:00:00 GMT',
    'Mon, 23 Nov 2026 25:00:00 GMT',
    'Mon, 23 Nox 2026 08:00:00 GMT',
    'Mon, 23 Nov 2026 08:00:30 +0800',
  ])('%j says nothing', (header) => expect(seconds(header)).toBeNull());
  test('every date that Date itself writes is read to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (ahead) => {
        expect(seconds(new Date(NOW + ahead * 1000).toUTCString())).toBe(ahead);
      }),
    );
  });
  test('any text at all: null, or a time from now to a day', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (header, server) => {
        const ms = parseRetryAfter(header, NOW, server);
        expect(ms === null || (ms >= 0 && ms <= 86_400_000)).toBe(true);
      }),
    );
  });
});

test('a failure carries the words and what the feed asked for', () => {
  const trouble = { what: { zh: '甲', en: 'A' }, where: 'u', todo: { zh: '', en: '' } };
  expect(new FeedError(trouble, { passing: true, retryAfterMs: 5 })).toMatchObject({
    trouble,
    passing: true,
    retryAfterMs: 5,
  });
  expect(new FeedError(trouble, { passing: false }).retryAfterMs).toBeNull();
});
