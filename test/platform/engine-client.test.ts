import { describe, expect, test, vi } from 'vitest';
import type { EngineApi, KeepApi } from '../../src/platform/engine-api';
import { createEngineClient, type WorkerLike } from '../../src/platform/engine-client';
import type { FromWorker, ToWorker } from '../../src/platform/engine-protocol';
import { serveEngine } from '../../src/platform/serve-engine';
import { TroubleError } from '../../src/platform/trouble';

type Api = EngineApi & KeepApi;

/** A worker in this thread: messages are copied and come later, as between threads. */
function fakeWorker(api: Partial<Api>): WorkerLike & { die(why: string): void; terminated: boolean; sent: ToWorker[] } {
  let hear: (message: FromWorker) => void = () => undefined;
  let lose: (why: string) => void = () => undefined;
  let now = 0;
  const serve = serveEngine(
    api as Api,
    (message, transfer) => {
      const copy = structuredClone(message, { transfer });
      queueMicrotask(() => worker.terminated || hear(copy));
    },
    () => (now += 1000),
  );
  const worker = {
    terminated: false,
    sent: [] as ToWorker[],
    post(message: ToWorker) {
      worker.sent.push(message);
      queueMicrotask(() => serve(message));
    },
    terminate() {
      worker.terminated = true;
    },
    listen(onMessage: typeof hear, onLost: typeof lose) {
      hear = onMessage;
      lose = onLost;
      queueMicrotask(() => hear({ ready: true }));
    },
    die: (why: string) => lose(why),
  };
  return worker;
}

const noPage = (): Promise<Api> => Promise.reject(new Error('not in the page'));
const never = (): Promise<never> => new Promise(() => undefined);

describe('calls', () => {
  test('each gets its own answer, also out of order', async () => {
    let first: (text: string) => void = () => undefined;
    const calls = [new Promise<string>((r) => (first = r)), Promise.resolve('second')];
    const client = createEngineClient({
      newWorker: () => fakeWorker({ fingerprint: () => calls.shift()! }),
      inPage: noPage,
    });
    const one = client.fingerprint({});
    const two = client.fingerprint({});
    expect(await two).toBe('second');
    first('first');
    expect(await one).toBe('first');
  });
  test('arguments, progress, result with arrays that the engine keeps', async () => {
    const kept = Float32Array.of(1, 2);
    const seen: unknown[] = [];
    const client = createEngineClient({
      newWorker: () =>
        fakeWorker({
          coverage: async ({ onProgress }) => {
            onProgress?.(0.5, 'check');
            return { share: kept } as never;
          },
        }),
      inPage: noPage,
    });
    const answer = await client.coverage({ onProgress: (...p) => seen.push(p) });
    expect(answer.share).toEqual(Float32Array.of(1, 2));
    expect(kept).toHaveLength(2);
    expect(seen).toEqual([[0.5, 'check']]);
  });
  test('a trouble keeps its words; another error its name and message', async () => {
    const trouble = { what: { zh: '甲', en: 'a' }, where: 'x', todo: { zh: '乙', en: 'b' } };
    const client = createEngineClient({
      newWorker: () =>
        fakeWorker({
          fingerprint: () => Promise.reject(new TroubleError(trouble)),
          coverage: () => Promise.reject(new RangeError('too far')),
        }),
      inPage: noPage,
    });
    await expect(client.fingerprint({})).rejects.toMatchObject({ name: 'TroubleError', trouble });
    await expect(client.coverage({})).rejects.toMatchObject({ name: 'RangeError', message: 'too far' });
  });
  test('an abort ends the call here at once, and is told to the engine', async () => {
    const heard = vi.fn<() => void>();
    const client = createEngineClient({
      newWorker: () =>
        fakeWorker({
          fingerprint: ({ signal }) => {
            signal!.addEventListener('abort', heard);
            return never();
          },
        }),
      inPage: noPage,
    });
    const abort = new AbortController();
    const call = client.fingerprint({ signal: abort.signal });
    await new Promise((r) => setTimeout(r, 5));
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((r) => setTimeout(r, 5));
    expect(heard).toHaveBeenCalledOnce();
    await expect(client.fingerprint({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
  test('what cannot be sent fails alone', async () => {
    const worker = fakeWorker({ fingerprint: async () => 'fine' });
    const client = createEngineClient({
      newWorker: () => ({ ...worker, post: (m) => worker.post(structuredClone(m)) }),
      inPage: noPage,
    });
    await expect(client.readFile((() => 0) as never, {}, {})).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await client.fingerprint({})).toBe('fine');
  });
});

describe('a lost worker', () => {
  test('one that dies: every call under way fails with a word, a new one takes over, and it is told', async () => {
    const workers = [
      fakeWorker({ fingerprint: never, coverage: never }),
      fakeWorker({ fingerprint: async () => 'again' }),
    ];
    const [first] = workers;
    const restarted = vi.fn<() => void>();
    const client = createEngineClient({ newWorker: () => workers.shift()!, inPage: noPage });
    client.onRestart(restarted);
    const calls = [client.fingerprint({}), client.coverage({})];
    const outcomes = Promise.allSettled(calls);
    await new Promise((r) => setTimeout(r, 5));
    first!.die('out of memory');
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { trouble: { where: 'out of memory' } } });
    }
    expect(first!.terminated).toBe(true);
    expect(restarted).toHaveBeenCalledOnce();
    expect(await client.fingerprint({})).toBe('again');
  });
  test('one that never comes up, or none at all: the page computes itself', async () => {
    const inPage = async (): Promise<Api> => ({ fingerprint: async () => 'in page' }) as unknown as Api;
    const none = createEngineClient({ newWorker: () => null, inPage });
    const told = vi.fn<() => void>();
    none.onInPage(told);
    expect(await Promise.all([none.fingerprint({}), none.fingerprint({})])).toEqual(['in page', 'in page']);
    expect(told).toHaveBeenCalledOnce();
    const refused = createEngineClient({
      newWorker: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      inPage,
    });
    expect(await refused.fingerprint({})).toBe('in page');
    const broken = createEngineClient({
      newWorker: () => ({
        post: () => undefined,
        terminate: () => undefined,
        listen: (_, onLost) => setTimeout(() => onLost('404'), 1),
      }),
      inPage,
    });
    expect(await broken.fingerprint({})).toBe('in page');
  });
  test('neither a worker nor the engine for the page, which could not be fetched: the next call tries again', async () => {
    let network = false;
    const client = createEngineClient({
      newWorker: () => null,
      inPage: async () => {
        if (!network) throw new Error('no network');
        return { fingerprint: async () => 'in page' } as unknown as Api;
      },
    });
    await expect(client.fingerprint({})).rejects.toThrow('no network');
    network = true;
    expect(await client.fingerprint({})).toBe('in page');
  });
});
