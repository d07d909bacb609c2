import { useCallback, useEffect, useRef, useState } from 'react';
import type { Backtest, BacktestFocus, BacktestQuery } from '../../../platform/engine-backtest-api';
import { isAbort, type Trouble, troubleOf } from '../../../platform/trouble';
import { useEngine, useView } from '../../../store/session';

export interface BacktestAnswer {
  /** The last answer with the query that it answers; while a new one is computed, the one before. */
  readonly answer: {
    readonly query: BacktestQuery;
    /** Of its rule sets. */
    readonly names: readonly string[];
    readonly found: Backtest;
  } | null;
  /** Share done, 0–1; null when nothing is computed. */
  readonly running: number | null;
  readonly stopped: boolean;
  readonly error: Trouble | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

const BAR_AFTER_MS = 250;

type State = Omit<BacktestAnswer, 'cancel' | 'again'>;
const IDLE: State = { answer: null, running: null, stopped: false, error: null };

/** Asks the engine for a backtest whenever the query, what is looked at, or the data has changed. Null = nothing to ask. */
export function useBacktest(
  query: BacktestQuery | null,
  names: readonly string[],
  focus: BacktestFocus,
): BacktestAnswer {
  const engine = useEngine();
  const view = useView();
  const [attempt, setAttempt] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const [state, setState] = useState<State>(IDLE);
  const key = query && JSON.stringify([query, names, focus]);
  useEffect(() => {
    if (query === null || view === null) {
      setState(IDLE);
      return undefined;
    }
    const own = new AbortController();
    abort.current = own;
    const alive = (): boolean => !own.signal.aborted;
    setState((s) => ({ ...s, stopped: false, error: null }));
    // Looking at another alarm is answered at once: a bar that comes and goes would only make the page jump.
    const timer = setTimeout(() => alive() && setState((s) => ({ ...s, running: 0 })), BAR_AFTER_MS);
    const onProgress = (done: number): void => {
      // Steps of one assessment run from 0 to 1 each; what is done does not become less.
      if (alive()) setState((s) => (s.running === null ? s : { ...s, running: Math.max(s.running, done) }));
    };
    engine.backtest(query, focus, { signal: own.signal, onProgress }).then(
      (found) => {
        clearTimeout(timer);
        if (alive()) setState({ answer: { query, names, found }, running: null, stopped: false, error: null });
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (alive() && !isAbort(error)) setState((s) => ({ ...s, running: null, error: troubleOf(error) }));
      },
    );
    return () => {
      clearTimeout(timer);
      own.abort();
    };
    // `key` stands for the query, the names and the focus, which are new objects at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [engine, view, key, attempt]);
  const cancel = useCallback(() => {
    abort.current?.abort();
    setState((s) => ({ ...s, running: null, stopped: true }));
  }, []);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { ...state, cancel, again };
}
