import { useCallback, useEffect, useState } from 'react';
import type { CallOptions, EngineApi } from '../platform/engine-api';
import { isAbort, type Trouble, troubleOf } from '../platform/trouble';
import { useEngine, useView } from './session';

export interface EngineAnswer<T> {
  /** The last good answer; while a new one is under way, the one before. */
  readonly data: T | null;
  readonly loading: boolean;
  readonly error: Trouble | null;
  readonly retry: () => void;
}

/**
 * Asks the engine and draws anew when it answers. `key` names the question: with another key, or after new data,
 * it is asked again and the old call is aborted. Null = nothing to ask now.
 */
export function useEngineCall<T>(
  key: string | null,
  call: (engine: EngineApi, options: CallOptions) => Promise<T>,
): EngineAnswer<T> {
  const engine = useEngine();
  const view = useView();
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const [answer, setAnswer] = useState<Omit<EngineAnswer<T>, 'retry'>>({
    data: null,
    loading: key !== null,
    error: null,
  });
  useEffect(() => {
    if (key === null || view === null) {
      setAnswer({ data: null, loading: false, error: null });
      return undefined;
    }
    const abort = new AbortController();
    setAnswer((before) => ({ data: before.data, loading: true, error: null }));
    call(engine, { signal: abort.signal }).then(
      (data) => {
        if (!abort.signal.aborted) setAnswer({ data, loading: false, error: null });
      },
      (error: unknown) => {
        if (abort.signal.aborted || isAbort(error)) return;
        setAnswer({ data: null, loading: false, error: troubleOf(error) });
      },
    );
    return () => abort.abort();
    // `key` stands for `call`, which is a new function at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [engine, view, key, attempt]);
  return { ...answer, retry };
}
