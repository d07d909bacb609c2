import { useCallback, useMemo } from 'react';
import type { Text } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import type { Act } from '../../response/trail/act';
import { mayAct } from '../../response/trail/check';
import { usePlace } from '../../store/place';
import { closedFor, worldOf } from '../../store/response-check';
import { useResponse } from '../../store/use-response';

export interface Acting {
  /** Why nothing at all can be done now (no role, a look at the past); null = acts are open. */
  readonly closed: Text | null;
  /** Why this act is not open now, to this role; null = it is. What a form fills in is not asked. */
  readonly whyNot: (act: Act) => Text | null;
}

/** What the machine says of acts before they are done: for buttons that are off and say why. */
export function useActing(view: AssessmentView): Acting {
  const { asof } = usePlace();
  const actor = useResponse((s) => s.actor);
  const state = useResponse((s) => s.state);
  const plan = useResponse((s) => s.plan);
  const spells = useResponse((s) => s.spells);
  const nowMs = useResponse((s) => s.nowMs);
  const closed = closedFor({ actor }, view, asof);
  const world = useMemo(() => worldOf(view, plan, nowMs, { spells, state }), [view, plan, nowMs, spells, state]);
  const whyNot = useCallback(
    (act: Act) => closed ?? (actor ? mayAct(act, actor, state, world) : null),
    [closed, actor, state, world],
  );
  return { closed, whyNot };
}
