import type { Briefing } from '../../../../briefing/briefing';
import { useReadyView } from '../../../../store/session';
import { useBriefings } from '../../../../store/use-briefings';
import { type EngineAnswer, useEngineCall } from '../../../../store/use-engine-call';
import type { BriefingAsking } from '../../use-query';
import { askBefore, isSameAsk } from '../desk/ask';

export interface Before extends Pick<EngineAnswer<Briefing>, 'loading' | 'error' | 'retry'> {
  /** Null: the data does not reach back that far. */
  readonly period: number | null;
  readonly briefing: Briefing | null;
  /** Name of the kept draft that it is; null = it was written just now. */
  readonly saved: string | null;
}

/** The briefing of the period before: the newest kept draft of it in this language, else as it would be written now. */
export function useBefore(briefing: Briefing, asking: BriefingAsking | null): Before {
  const { first } = useReadyView();
  const drafts = useBriefings((s) => s.drafts);
  const { lang, frequency } = briefing;
  const ask = askBefore(briefing.ask, frequency);
  const saved = drafts.find((d) => d.briefing.lang === lang && isSameAsk(d.briefing.ask, ask)) ?? null;
  const reaches = ask.period >= first;
  const key = saved || !reaches || !asking ? null : JSON.stringify(['before', ask, lang, asking.key]);
  const { data, loading, error, retry } = useEngineCall(key, (engine, options) =>
    engine.briefing(asking!.query(ask, lang, ''), options),
  );
  return {
    period: saved || reaches ? ask.period : null,
    briefing: saved?.briefing ?? data,
    saved: saved?.name ?? null,
    loading: key !== null && loading,
    error,
    retry,
  };
}
