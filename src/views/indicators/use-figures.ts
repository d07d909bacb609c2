import { useMemo, useState } from 'react';
import type { AssessmentView, EngineApi, Series, SeriesQuery } from '../../platform/engine-api';
import type { Trouble } from '../../platform/trouble';
import { useEngineCall } from '../../store/use-engine-call';
import { figuresOf, type IndicatorFigures, queriesOf } from './figures';
import type { Selection } from './selection';

interface Answer {
  readonly key: string;
  readonly selection: Selection;
  readonly series: readonly Series[];
}

export interface ShownFigures {
  /** Null until the first answer. */
  readonly figures: readonly IndicatorFigures[] | null;
  /** The selection that `figures` belong to: the present one, or, while it is fetched, the one before. */
  readonly selection: Selection;
  readonly loading: boolean;
  readonly error: Trouble | null;
  readonly retry: () => void;
}

/**
 * The figures of the selection. Only what the engine must be asked anew (regions, indicators, form, view) is fetched;
 * range, period and highlight change at once. Outdated calls are aborted.
 */
export function useFigures(view: AssessmentView, selection: Selection): ShownFigures {
  const [attempt, setAttempt] = useState(0);
  const queries = queriesOf(selection, view);
  const asked = queries.length > 0 && selection.regionCodes.length > 0;
  const key = asked ? JSON.stringify([attempt, queries]) : null;
  const answer = useEngineCall<Answer>(key, async (engine, options) => ({
    key: key ?? '',
    selection,
    series: await allSeries(engine, queries, options.signal),
  }));
  const { data } = answer;
  const current = data?.key === key ? selection : (data?.selection ?? selection);
  const figures = useMemo(() => (data ? figuresOf(current, view, data.series) : null), [data, current, view]);
  return {
    figures: asked ? figures : [],
    selection: current,
    loading: answer.loading,
    error: answer.error,
    retry: () => setAttempt(attempt + 1),
  };
}

async function allSeries(
  engine: EngineApi,
  queries: readonly SeriesQuery[],
  signal: AbortSignal | undefined,
): Promise<readonly Series[]> {
  const answers = await Promise.all(queries.map((query) => engine.series(query, signal ? { signal } : {})));
  return answers.flat();
}
