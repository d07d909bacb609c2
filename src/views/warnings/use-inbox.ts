import { useMemo } from 'react';
import type { AssessmentView } from '../../platform/engine-api';
import { momentOf } from '../../response/calendar/moment';
import { fold } from '../../response/trail/fold';
import { inbox } from '../../response/warnings/build-inbox';
import type { Warning } from '../../response/warnings/inbox';
import { useResponse } from '../../store/use-response';

export interface InboxNow {
  /** All warnings with what people did, most urgent first; null while they are being read. */
  readonly warnings: readonly Warning[] | null;
  /** The moment at which times are reckoned. */
  readonly nowMs: number;
}

/**
 * The inbox of the present assessment. A look at the past is one at that day: with what people had done by its end, and
 * with the times that were left then.
 */
export function useInbox(view: AssessmentView): InboxNow {
  const spells = useResponse((s) => s.spells);
  const entries = useResponse((s) => s.entries);
  const present = useResponse((s) => s.state);
  const plan = useResponse((s) => s.plan);
  const calendar = useResponse((s) => s.calendar);
  const clock = useResponse((s) => s.nowMs);
  const { tree, frequency, asOf } = view;
  const nowMs = asOf === null ? clock : Math.min(clock, momentOf(asOf + 1, 0) - 1);
  const state = useMemo(
    () => (asOf === null ? present : fold(entries.filter(({ at }) => at <= nowMs))),
    [asOf, present, entries, nowMs],
  );
  const warnings = useMemo(
    () => spells && inbox(spells, state, { tree, frequency, plan, calendar, nowMs }),
    [spells, state, tree, frequency, plan, calendar, nowMs],
  );
  return { warnings, nowMs };
}
