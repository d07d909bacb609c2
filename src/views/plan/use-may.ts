import { useMemo } from 'react';
import type { Act } from '../../response/trail/act';
import { useLang, usePlace } from '../../store/place';
import { refusalOf } from '../../store/response-check';
import { useReadyView } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { PLAN_TEXT } from './text';

/** Why an act is not open to the chosen office, in words; null = it is. What a form fills in is not looked at. */
export function useRefusal(act: Act): string | null {
  const lang = useLang();
  const view = useReadyView();
  const { asof } = usePlace();
  const actor = useResponse((s) => s.actor);
  const state = useResponse((s) => s.state);
  const plan = useResponse((s) => s.plan);
  const spells = useResponse((s) => s.spells);
  const nowMs = useResponse((s) => s.nowMs);
  return useMemo(() => {
    // Here it can be told which role it takes.
    if (!actor) return PLAN_TEXT.noRole[lang];
    return refusalOf({ actor, state, plan, nowMs, spells }, view, asof, act)?.[lang] ?? null;
  }, [act, actor, state, view, asof, plan, spells, nowMs, lang]);
}
