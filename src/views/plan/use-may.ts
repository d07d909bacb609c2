import { useMemo } from 'react';
import { dayOfMoment } from '../../response/calendar/moment';
import type { Act } from '../../response/trail/act';
import { mayAct } from '../../response/trail/check';
import { useLang, usePlace } from '../../store/place';
import { useReadyView } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { PLAN_TEXT } from './text';

/** Why an act is not open to the chosen office, in words; null = it is. What a form fills in is not looked at. */
export function useRefusal(act: Act): string | null {
  const lang = useLang();
  const { tree, asOf } = useReadyView();
  const inAddress = usePlace().asof;
  const actor = useResponse((s) => s.actor);
  const state = useResponse((s) => s.state);
  const plan = useResponse((s) => s.plan);
  const nowMs = useResponse((s) => s.nowMs);
  return useMemo(() => {
    if ((inAddress ?? asOf) !== null) return PLAN_TEXT.past[lang];
    if (!actor) return PLAN_TEXT.noRole[lang];
    return mayAct(act, actor, state, { tree, plan, nowMs, today: dayOfMoment(nowMs) })?.[lang] ?? null;
  }, [act, actor, state, tree, asOf, inAddress, plan, nowMs, lang]);
}
