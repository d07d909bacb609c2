import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scenario } from '../../../backtest/what-if';
import type { WhatIf } from '../../../platform/rule-answers';
import { isAbort, type Trouble, troubleOf } from '../../../platform/trouble';
import { useEngine, useView } from '../../../store/session';

/** So long typing goes on before it is computed. */
const SETTLE_MS = 300;

export interface WhatIfAnswer {
  /** The last answer; while a new one is computed, the one before. */
  readonly answer: WhatIf | null;
  /** Share done, 0–1; null when nothing is computed. */
  readonly running: number | null;
  readonly stopped: boolean;
  readonly error: Trouble | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Asks the engine for a scenario whenever it, the region or the data has changed. Null = there is nothing to ask. */
export function useWhatIf(scenario: Scenario | null, focus: string | null): WhatIfAnswer {
  const engine = useEngine();
  const view = useView();
  const [attempt, setAttempt] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const [state, setState] = useState<Omit<WhatIfAnswer, 'cancel' | 'again'>>({
    answer: null,
    running: null,
    stopped: false,
    error: null,
  });
  const key = scenario && JSON.stringify([scenario.shocks, scenario.thresholds, focus]);
  useEffect(() => {
    if (scenario === null || view === null) {
      setState({ answer: null, running: null, stopped: false, error: null });
      return undefined;
    }
    const own = new AbortController();
    abort.current = own;
    const alive = (): boolean => !own.signal.aborted;
    const timer = setTimeout(() => {
      setState((s) => ({ ...s, running: 0, stopped: false, error: null }));
      const onProgress = (done: number, step: string): void => {
        // Detecting is nearly all of it.
        if (alive() && step === 'detect') setState((s) => ({ ...s, running: done }));
      };
      engine.whatIf(scenario, focus, { signal: own.signal, onProgress }).then(
        (answer) => {
          if (alive()) setState({ answer, running: null, stopped: false, error: null });
        },
        (error: unknown) => {
          if (alive() && !isAbort(error)) setState((s) => ({ ...s, running: null, error: troubleOf(error) }));
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      own.abort();
    };
    // `key` stands for the scenario, which is a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [engine, view, key, attempt]);
  const cancel = useCallback(() => {
    abort.current?.abort();
    setState((s) => ({ ...s, running: null, stopped: true }));
  }, []);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { ...state, cancel, again };
}
