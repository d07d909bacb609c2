import { useMemo } from 'react';
import type { Plan } from '../../../response/plan';
import { diffPlans, type PlanChange } from '../../../response/plan-diff';
import { useReadyView } from '../../../store/session';

/** What is other in the second plan; null when one of them is missing. */
export function useDiff(a: Plan | null, b: Plan | null): readonly PlanChange[] | null {
  const { catalogue } = useReadyView();
  return useMemo(
    () => (a && b ? diffPlans(a, b, (id) => catalogue.byId.get(id)?.name ?? { zh: id, en: id }) : null),
    [a, b, catalogue],
  );
}
