import { useCallback, useMemo } from 'react';
import type { Lang } from '../../base/text';
import type { BriefingAsk } from '../../briefing/briefing';
import { responseFacts } from '../../briefing/facts/response-facts';
import type { BriefingQuery } from '../../platform/engine-briefing-api';
import { dayOfMoment } from '../../response/calendar/moment';
import { useReadyView } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { useInbox } from '../warnings/use-inbox';

/** How a briefing is asked for; `key` tells whether two askings would be answered alike. */
export interface BriefingAsking {
  readonly query: (ask: BriefingAsk, lang: Lang, office: string) => BriefingQuery;
  readonly key: string;
}

/**
 * What the engine is asked for a briefing, with what people did up to the day of the figures and the plan in force. Null
 * while the trail is being read: a briefing that does not know of it must not say that nothing was done. A trail that
 * cannot be read is told as such (`response: null`).
 */
export function useBriefingAsking(): BriefingAsking | null {
  const view = useReadyView();
  const { warnings, nowMs } = useInbox(view);
  const phase = useResponse((s) => s.phase);
  const state = useResponse((s) => s.state);
  const plan = useResponse((s) => s.plan);
  const today = dayOfMoment(nowMs);
  const read = warnings !== null && phase === 'ready';
  // By what it says: the clock makes a new but equal one every half minute.
  const said = useMemo(
    () => JSON.stringify(read ? responseFacts(state, warnings, plan, today) : null),
    [read, state, warnings, plan, today],
  );
  const query = useCallback(
    (ask: BriefingAsk, lang: Lang, office: string): BriefingQuery => ({
      ask,
      lang,
      office,
      plan,
      response: JSON.parse(said) as BriefingQuery['response'],
    }),
    [said, plan],
  );
  const key = `${plan.id} ${plan.version} ${said}`;
  return useMemo(() => (read || phase === 'failed' ? { query, key } : null), [read, phase, query, key]);
}
