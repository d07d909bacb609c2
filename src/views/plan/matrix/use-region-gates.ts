import { useMemo } from 'react';
import type { Period } from '../../../base/period';
import type { Trouble } from '../../../platform/trouble';
import { dayOfMoment } from '../../../response/calendar/moment';
import { evaluateGates } from '../../../response/gates';
import { knownFacts } from '../../../response/known-facts';
import type { GateResult, KnownFacts, Plan, ProposedMeasure } from '../../../response/plan';
import { propose } from '../../../response/propose';
import { useEngineCall } from '../../../store/use-engine-call';
import { useResponse } from '../../../store/use-response';

/** What the plan says of one region at one period. */
export interface RegionGates {
  readonly gatesOf: (measureId: string) => readonly GateResult[];
  /** Proposed measures in order; empty at normal and insufficient. */
  readonly proposed: readonly ProposedMeasure[];
}

/** Gates of all measures against what is known of a region; null while it is not known, or no region is chosen. */
export function useRegionGates(
  plan: Plan,
  regionCode: string | null,
  period: Period,
): {
  readonly gates: RegionGates | null;
  readonly loading: boolean;
  readonly error: Trouble | null;
  readonly retry: () => void;
} {
  const key = regionCode === null ? null : `${regionCode} ${period}`;
  const detail = useEngineCall(key && `detail ${key}`, (engine, options) =>
    engine.regionDetail(regionCode!, period, options),
  );
  const partners = useEngineCall(key && `partners ${key}`, (engine, options) =>
    engine.partners(regionCode!, period, options),
  );
  const cases = useResponse((s) => s.state.cases);
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const input = detail.data?.regionCode === regionCode ? detail.data.responseInput : null;
  const gates = useMemo((): RegionGates | null => {
    if (!input || regionCode === null) return null;
    const open = [...cases.values()].findLast((c) => c.regionCode === regionCode && c.stage !== 'closed');
    const facts: KnownFacts = knownFacts({
      data: input.facts ?? new Map(),
      plan,
      cases: cases.values(),
      regionCode,
      today,
      inHand: null,
      assessment: open?.assessment ?? null,
      partners: partners.data,
    });
    const byId = new Map(plan.measures.map((m) => [m.id, evaluateGates(m, plan, facts)]));
    return {
      gatesOf: (id) => byId.get(id) ?? [],
      proposed: propose({ ...input, facts }, plan)?.measures ?? [],
    };
  }, [input, regionCode, plan, cases, today, partners.data]);
  return { gates, loading: detail.loading, error: detail.error, retry: detail.retry };
}
