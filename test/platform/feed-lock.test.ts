import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { alone } from '../../src/platform/feed-lock';

const LEASE = 'fengsui.feed.lease';
const never = new AbortController().signal;
/** Work that notes when it begins and ends. */
const work = (log: string[], name: string, ms: number) => async (): Promise<string> => {
  log.push(`${name} begins`);
  await new Promise((done) => setTimeout(done, ms));
  log.push(`${name} ends`);
  return name;
};

describe('with Web Locks', () => {
  afterEach(() => vi.unstubAllGlobals());
  test('the browser’s lock of one name does it, and an abort while waiting is an abort', async () => {
    const asked: unknown[] = [];
    const request = async (name: string, { signal }: { signal: AbortSignal }, run: () => Promise<unknown>) => {
      asked.push(name);
      signal.throwIfAborted();
      return run();
    };
    vi.stubGlobal('navigator', { locks: { request } });
    expect(await alone(never, async () => 7)).toBe(7);
    const stopped = new AbortController();
    stopped.abort();
    await expect(alone(stopped.signal, async () => 8)).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toEqual(['fengsui.feed', 'fengsui.feed']);
  });
});

describe('on plain http, by a lease', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.useFakeTimers();
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('one after the other, also when both come at once and the work lasts longer than a lease', async () => {
    const log: string[] = [];
    const all = Promise.all([alone(never, work(log, 'a', 25_000)), alone(never, work(log, 'b', 10))]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await all).sort()).toEqual(['a', 'b']);
    expect(log.map((line) => line.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends']);
    expect(kept.has(LEASE)).toBe(false);
  });
  test('work that fails lets the next one in', async () => {
    await expect(
      Promise.all([alone(never, () => Promise.reject(new Error('x'))), vi.advanceTimersByTimeAsync(1000)]),
    ).rejects.toThrow('x');
    expect(kept.has(LEASE)).toBe(false);
  });
  test.each([
    ['of a tab that died', { owner: 'x', untilMs: 5_000 }, 4_000, 6_000],
    ['of another clock, far ahead', { owner: 'x', untilMs: 1e12 }, -1, 1_000],
    ['that is none', 'rubbish', -1, 1_000],
  ])('a lease %s does not hold for ever', async (_, lease, heldUntil, freeBy) => {
    vi.setSystemTime(0);
    kept.set(LEASE, typeof lease === 'string' ? lease : JSON.stringify(lease));
    let done = false;
    void alone(never, async () => void (done = true));
    if (heldUntil > 0) {
      await vi.advanceTimersByTimeAsync(heldUntil);
      expect(done).toBe(false);
    }
    await vi.advanceTimersByTimeAsync(freeBy);
    expect(done).toBe(true);
  });
  test('an abort ends the waiting', async () => {
    kept.set(LEASE, JSON.stringify({ owner: 'x', untilMs: Date.now() + 9_000 }));
    const stop = new AbortController();
    const waiting = alone(stop.signal, async () => 1).catch((error: unknown) => (error as Error).name);
    stop.abort();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toBe('AbortError');
  });
  test('without storage the work is done all the same', async () => {
    vi.stubGlobal('localStorage', undefined);
    const [result] = await Promise.all([alone(never, async () => 5), vi.advanceTimersByTimeAsync(1000)]);
    expect(result).toBe(5);
  });
});
