import { today } from './clock';
import type { CallOptions, EngineApi, KeepApi } from './engine-api';
import { type FromWorker, callOf, METHODS, type Method, type ToWorker, unpackError } from './engine-protocol';
import { WORKER_TEXT } from './text';
import { TroubleError } from './trouble';

/** What the client needs of a worker; a test hands in its own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface EngineClient extends EngineApi, KeepApi {
  /** Calls back when the worker was lost and a new one, empty, stands in its place. */
  onRestart(listener: () => void): void;
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
    worker.onmessage = (event) => hear(event.data);
    worker.onerror = (event) => lose(event.message);
    worker.onmessageerror = () => lose('messageerror');
    return worker;
  }

  function hear(message: FromWorker): void {
    alive = true;
    if ('ready' in message) return;
    const call = pending.get(message.id);
    if (!call) return;
    if ('progress' in message) {
      call.options.onProgress?.(...message.progress);
      return;
    }
    pending.delete(message.id);
    if ('value' in message) call.resolve(message.value);
    else call.reject(unpackError(message.error));
  }

  function lose(why: string): void {
    const wasAlive = alive;
    worker?.terminate();
    worker = null;
    const calls = [...pending.values()];
    pending.clear();
    if (!wasAlive) {
      // It never came up (blocked, or too old a browser): the page computes itself.
      for (const call of calls) runInPage(call);
      return;
    }
    const error = new TroubleError({ what: WORKER_TEXT.crashed, where: why, todo: WORKER_TEXT.crashedTodo });
    for (const call of calls) call.reject(error);
    for (const listener of restarted) listener();
  }

  function runInPage({ method, args, options, resolve, reject }: Pending): void {
    page ??= parts.inPage();
    page.then((api) => callOf(api, method)(...args, options)).then(resolve, reject);
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
        worker?.postMessage({ id, abort: true });
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
        here.postMessage({ id, method, args });
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
    keep(change, options) {
      // Only the page may ask for it; the answer is seen in `Kept.room`.
      if (change.add.length > 0) void askToPersist();
      return call('keep', [change], options) as ReturnType<KeepApi['keep']>;
    },
    onRestart(listener) {
      restarted.push(listener);
    },
  };
}

/** Asks the browser not to throw the figures away when disk space runs low. */
async function askToPersist(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // Refused or unknown: the data screen shows what holds.
  }
}

const browserParts: ClientParts = {
  newWorker() {
    if (typeof Worker === 'undefined') return null;
    return new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }) as unknown as WorkerLike;
  },
  async inPage() {
    const [{ createEngine }, { createEngineHost }, { createBatchStore }] = await Promise.all([
      import('./engine'),
      import('./engine-host'),
      import('./storage'),
    ]);
    return createEngineHost(createEngine(today), createBatchStore());
  },
};
