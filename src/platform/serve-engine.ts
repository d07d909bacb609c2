import type { CallOptions, EngineApi, KeepApi } from './engine-api';
import { callOf, type FromWorker, METHODS, packError, type ToWorker } from './engine-protocol';
import { ownCopy } from './own-copy';

/** At most one progress message in so many milliseconds and call: the page draws no faster. */
const PROGRESS_EVERY_MS = 50;

/** Answers the calls that come in as messages. Apart from the worker file, so that a test can drive it. */
export function serveEngine(
  api: EngineApi & KeepApi,
  post: (message: FromWorker, transfer: ArrayBuffer[]) => void,
  now: () => number,
  /** Once nothing is being answered any more. */
  onIdle: () => void = () => undefined,
): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();

  async function answer({ id, method, args }: Extract<ToWorker, { method: unknown }>): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    let last = -Infinity;
    const options: CallOptions = {
      signal: abort.signal,
      onProgress(done, step) {
        if (now() - last < PROGRESS_EVERY_MS && done < 1) return;
        last = now();
        post({ id, progress: [done, step] }, []);
      },
    };
    try {
      const value = await callOf(api, method)(...args, options);
      const { copy, buffers } = ownCopy(value);
      post({ id, value: copy }, buffers);
    } catch (error) {
      post({ id, error: packError(error) }, []);
    } finally {
      running.delete(id);
      if (running.size === 0) onIdle();
    }
  }

  return (message) => {
    if ('abort' in message) running.get(message.id)?.abort();
    else if (METHODS.includes(message.method)) void answer(message);
    else post({ id: message.id, error: packError(new Error(`unknown method ${String(message.method)}`)) }, []);
  };
}
