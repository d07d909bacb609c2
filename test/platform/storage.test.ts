import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBatchStore } from '../../src/platform/storage';
import { STORE_TEXT } from '../../src/platform/text';

afterEach(() => vi.unstubAllGlobals());

/** What idb asks of a request. */
class FakeRequest extends EventTarget {
  error: DOMException | null = null;
}

/** A database whose opening ends as the test says. What works is tested in a real browser (test/e2e). */
function openingEnds(how: (request: FakeRequest) => void): void {
  for (const name of ['IDBDatabase', 'IDBObjectStore', 'IDBIndex', 'IDBCursor', 'IDBTransaction']) {
    vi.stubGlobal(name, class extends EventTarget {});
  }
  vi.stubGlobal('IDBRequest', FakeRequest);
  vi.stubGlobal('indexedDB', {
    open() {
      const request = new FakeRequest();
      queueMicrotask(() => how(request));
      return request;
    },
  });
}

const fails = (name: string): void =>
  openingEnds((request) => {
    request.error = new DOMException('', name);
    request.dispatchEvent(new Event('error'));
  });

describe('a store that cannot be used is said in words with a way out', () => {
  test('no database at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(createBatchStore().read(() => null)).rejects.toMatchObject({ trouble: { what: STORE_TEXT.missing } });
  });
  test.each([
    ['QuotaExceededError', STORE_TEXT.full],
    ['VersionError', STORE_TEXT.newer],
    ['InvalidStateError', STORE_TEXT.closed],
    ['SecurityError', STORE_TEXT.missing],
    ['UnknownError', STORE_TEXT.broken],
  ])('%s', async (name, what) => {
    fails(name);
    await expect(createBatchStore().read(() => null)).rejects.toMatchObject({ trouble: { what } });
  });
  test('held back by another tab', async () => {
    openingEnds((request) => request.dispatchEvent(new Event('blocked')));
    await expect(createBatchStore().readFeed('x')).rejects.toMatchObject({ trouble: { what: STORE_TEXT.blocked } });
  });
  test('one that never answers does not hang the start', async () => {
    vi.useFakeTimers();
    openingEnds(() => undefined);
    const outcome = createBatchStore()
      .readFeed('x')
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(8000);
    expect(await outcome).toMatchObject({ trouble: { what: STORE_TEXT.timeout } });
    vi.useRealTimers();
  });
});
