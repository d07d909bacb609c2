import { useMemo } from 'react';
import type { Day } from '../../base/period';
import { dayOfMoment } from '../../response/calendar/moment';
import { planVersions, type PlanVersion, versionInForce } from '../../response/plan-versions';
import { useResponse } from '../../store/use-response';

/** All versions of the plan, and the one in force today. */
export function useVersions(): {
  readonly versions: readonly PlanVersion[];
  readonly inForce: ReturnType<typeof versionInForce>;
  readonly today: Day;
} {
  const adopted = useResponse((s) => s.state.plans);
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const versions = useMemo(() => planVersions(adopted), [adopted]);
  return useMemo(() => ({ versions, inForce: versionInForce(versions, today), today }), [versions, today]);
}
