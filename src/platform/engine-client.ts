import { today } from './clock';
import type { CallOptions, EngineApi, KeepApi } from './engine-api';
import { type FromWorker, callOf, METHODS, type Method, type ToWorker, unpackError } from './engine-protocol';
import { fetchPart } from './fetch-part';
import { WORKER_TEXT } from './text';
import { TroubleError } from './trouble';

/** What the client needs of a worker; a test hands in its own. */
export interface WorkerLike {
  post(message: ToWorker): void;
  terminate(): void;
  /** `onLost`: the worker could not start, or died. */
  listen(onMessage: (message: FromWorker) => void, onLost: (why: string) => void): void;
}

export interface EngineClient extends EngineApi, KeepApi {
  /** Calls back when the worker was lost and a new one, empty, stands in its place. */
  onRestart(listener: () => void): void;
  /** Calls back when no worker can be had and the page computes by itself. */
  onInPage(listener: () => void): void;
}

export interface ClientParts {
  /** Null: there are no workers here. */
  newWorker(): WorkerLike | null;
  /** The same engine in the page, for where no worker can run. */
  inPage(): Promise<EngineApi & KeepApi>;
}

interface Pending {
  readonly method: Method;
  readonly args: readonly unknown[];
  readonly options: CallOptions;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * The engine as the page sees it. Each call has a number; an abort goes to the worker and ends the call here at once.
 * A worker that cannot even start is replaced by the engine in the page; one that dies later by a new worker, and every
 * call under way fails with a clear word.
 */
export function createEngineClient(parts: ClientParts = browserParts): EngineClient {
  const pending = new Map<number, Pending>();
  const restarted: (() => void)[] = [];
  const inPage: (() => void)[] = [];
  let lastId = 0;
  let worker: WorkerLike | null = null;
  let alive = false;
  let page: Promise<EngineApi & KeepApi> | null = null;

  function start(): WorkerLike | null {
    if (worker || page) return worker;
    try {
      worker = parts.newWorker();
    } catch {
      worker = null;
    }
    if (!worker) return null;
    alive = false;
    worker.listen(hear, lose);
    return worker;
  }

  function hear(message: FromWorker): void {
    alive = true;
    if ('ready' in message) return;
    const waiting = pending.get(message.id);
    if (!waiting) return;
    if ('progress' in message) {
      waiting.options.onProgress?.(...message.progress);
      return;
    }
    pending.delete(message.id);
    if ('value' in message) waiting.resolve(message.value);
    else waiting.reject(unpackError(message.error));
  }

  function lose(why: string): void {
    const wasAlive = alive;
    worker?.terminate();
    worker = null;
    const waiting = [...pending.values()];
    pending.clear();
    if (!wasAlive) {
      // It never came up (blocked, or too old a browser): the page computes itself.
      for (const one of waiting) runInPage(one);
      return;
    }
    const error = new TroubleError({ what: WORKER_TEXT.crashed, where: why, todo: WORKER_TEXT.crashedTodo });
    for (const one of waiting) one.reject(error);
    for (const listener of restarted) listener();
  }

  function runInPage({ method, args, options, resolve, reject }: Pending): void {
    page ??= computeInPage();
    page.then((api) => callOf(api, method)(...args, options)).then(resolve, reject);
  }

  function computeInPage(): Promise<EngineApi & KeepApi> {
    for (const listener of inPage) listener();
    return parts.inPage().catch((error: unknown) => {
      // The next call tries again.
      page = null;
      throw error;
    });
  }

  function call(method: Method, args: readonly unknown[], options: CallOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { signal } = options;
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const here = start();
      const id = ++lastId;
      const onAbort = (): void => {
        if (!pending.delete(id)) return;
        worker?.post({ id, abort: true });
        reject(signal!.reason);
      };
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      const waiting: Pending = {
        method,
        args,
        options,
        resolve(value) {
          settled();
          resolve(value);
        },
        reject(error) {
          settled();
          reject(error as Error);
        },
      };
      if (!here) {
        runInPage(waiting);
        return;
      }
      signal?.addEventListener('abort', onAbort);
      pending.set(id, waiting);
      try {
        here.post({ id, method, args });
      } catch (error) {
        pending.delete(id);
        waiting.reject(error);
      }
    });
  }

  const methods = Object.fromEntries(
    METHODS.map((method) => [
      method,
      (...args: unknown[]) => {
        const options = (args.pop() ?? {}) as CallOptions;
        return call(method, args, options);
      },
    ]),
  );
  return {
    ...(methods as unknown as EngineApi & KeepApi),
    onRestart(listener) {
      restarted.push(listener);
    },
    onInPage(listener) {
      inPage.push(listener);
    },
  };
}

const browserParts: ClientParts = {
  newWorker() {
    if (typeof Worker === 'undefined') return null;
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      post: (message) => worker.postMessage(message),
      terminate: () => worker.terminate(),
      listen(onMessage, onLost) {
        worker.addEventListener('message', (event: MessageEvent<FromWorker>) => onMessage(event.data));
        worker.addEventListener('messageerror', () => onLost('messageerror'));
        worker.addEventListener('error', (event) => onLost(event.message));
      },
    };
  },
  async inPage() {
    const [{ createEngine }, { createEngineHost }, { createBatchStore }] = await fetchPart(() =>
      Promise.all([import('./engine'), import('./engine-host'), import('./storage')]),
    );
    return createEngineHost(createEngine(today), createBatchStore());
  },
};
