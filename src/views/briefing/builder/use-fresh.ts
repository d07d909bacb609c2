import { useDeferredValue, useMemo } from 'react';
import type { Briefing } from '../../../briefing/briefing';
import type { BriefingQuery } from '../../../platform/engine-briefing-api';
import { useLang } from '../../../store/place';
import { useEngineCall } from '../../../store/use-engine-call';
import { type BriefingAsking, useBriefingAsking } from '../use-query';
import { chartsOf } from './own-charts';
import { changedSentences } from './marks';
import { updated } from './renew';
import type { Freshness } from './side/check-list';

export interface Fresh {
  readonly freshness: Freshness;
  /** What the engine writes now; null while it is asked, or where it cannot. */
  readonly briefing: Briefing | null;
  readonly retry: () => void;
  readonly asking: BriefingAsking | null;
}

/** What the engine would write now, and how the draft stands to it. Asked anew when figures, rules, plan or trail change. */
export function useFresh(briefing: Briefing): Fresh {
  const lang = useLang();
  const asking = useBriefingAsking();
  const query = useMemo(() => asking && queryOf(asking, briefing), [asking, briefing]);
  const key = query && JSON.stringify([asking?.key, query.ask, query.lang, query.office, query.charts]);
  const { data, error, retry } = useEngineCall(key, (engine, options) => engine.briefing(query!, options));
  // Comparing costs some milliseconds: typing does not wait for it.
  const shown = useDeferredValue(briefing);
  const freshness = useMemo((): Freshness => {
    if (error) return { kind: 'unknown', why: `${error.what[lang]} ${error.where}`.trim() };
    if (!data) return { kind: 'asking' };
    const merged = updated(shown, data);
    if (JSON.stringify(merged) === JSON.stringify(shown)) return { kind: 'same' };
    return { kind: 'older', changed: changedSentences(shown, merged) };
  }, [shown, data, error, lang]);
  return { freshness, briefing: data, retry, asking };
}

/** The draft's own question, with the charts that a hand added; an office that was typed in is not asked for. */
export function queryOf({ query }: BriefingAsking, briefing: Briefing): BriefingQuery {
  const { ask, lang, issuer, byHand } = briefing;
  return { ...query(ask, lang, byHand.includes('issuer') ? '' : issuer), charts: chartsOf(briefing) };
}
