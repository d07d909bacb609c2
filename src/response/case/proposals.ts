import type { Indicator, IndicatorCatalogue } from '../../base/indicators';
import type { WarningLevel } from '../../base/level';
import { formatPeriod, type Day, type Frequency, type Period, PERIODS_PER_YEAR } from '../../base/period';
import type { Region } from '../../base/regions';
import type { RegionDerivation } from '../../levels/derivation';
import type { WorkCalendar } from '../calendar/calendar';
import { dayOfMoment } from '../calendar/moment';
import { addWorkdays, dueAt } from '../calendar/working-time';
import type { KnownFacts, Layer, Measure, Plan, ProposedMeasure, Response } from '../plan';
import { propose } from '../propose';
import type { ExpectedEffect } from '../trail/act';
import { countedSignals } from './affected';
import type { Case, CaseMeasure } from './case';

/**
 * What the plan in force proposes for a case: at the level of the case or the present one, whichever is higher (a level
 * that has come down since does not take away what was open), on the signals that count in the derivation.
 */
export function responseOf(
  d: RegionDerivation,
  caseLevel: WarningLevel,
  {
    region,
    layer,
    plan,
    facts,
  }: { readonly region: Region; readonly layer: Layer; readonly plan: Plan; readonly facts: KnownFacts },
): Response | null {
  const now = d.level <= 4 ? d.level : 0;
  return propose(
    {
      level: Math.max(now, caseLevel),
      regionLayer: layer,
      traits: region.traits,
      signals: countedSignals(d),
      facts,
    },
    plan,
  );
}

/** A measure that is decided on, with what the plan has of it. */
export interface Decided<D extends CaseMeasure> {
  readonly decision: D;
  /** Null: the plan in force no longer has it. */
  readonly measure: Measure | null;
  /** The proposal as it stands now; null = nothing speaks for it any more. */
  readonly proposed: ProposedMeasure | null;
}

export interface Proposals {
  /** Proposed and not decided on, best fit first. */
  readonly open: readonly ProposedMeasure[];
  /** In the order of the decisions. */
  readonly accepted: readonly Decided<Extract<CaseMeasure, { readonly accepted: true }>>[];
  readonly rejected: readonly Decided<Extract<CaseMeasure, { readonly accepted: false }>>[];
  /** Measures of the plan that are neither proposed nor decided on: an office may have its reasons to take one of them. */
  readonly others: readonly Measure[];
}

/** The plan's proposals with what was decided on each. */
export function proposalsOf(response: Response | null, { measures }: Pick<Case, 'measures'>, plan: Plan): Proposals {
  const proposed = response?.measures ?? [];
  const join = <D extends CaseMeasure>(decision: D): Decided<D> => ({
    decision,
    measure: plan.measures.find((m) => m.id === decision.measure) ?? null,
    proposed: proposed.find((p) => p.measure.id === decision.measure) ?? null,
  });
  const decided = [...measures.values()].toSorted((a, b) => a.seq - b.seq);
  return {
    open: proposed.filter((p) => !measures.has(p.measure.id)),
    accepted: decided.flatMap((decision) => (decision.accepted ? [join(decision)] : [])),
    rejected: decided.flatMap((decision) => (decision.accepted ? [] : [join(decision)])),
    others: plan.measures.filter((m) => !measures.has(m.id) && !proposed.some((p) => p.measure.id === m.id)),
  };
}

/**
 * How the effect of a measure is expected to be seen unless people say otherwise: its indicator moves away from where it
 * is worse (a context indicator: rises), so many months after `from`, the newest period. The target is left to people.
 */
export function usualExpectation(
  { effect }: Pick<Measure, 'effect'>,
  catalogue: IndicatorCatalogue,
  {
    frequency,
    weekEndsOn,
    from,
  }: { readonly frequency: Frequency; readonly weekEndsOn: number; readonly from: Period },
): ExpectedEffect {
  const periods = Math.max(1, Math.ceil((effect.withinMonths * PERIODS_PER_YEAR[frequency]) / 12));
  return {
    indicatorId: effect.indicator,
    direction: betterWay(catalogue.byId.get(effect.indicator)),
    target: null,
    by: formatPeriod(frequency, from + periods, weekEndsOn),
  };
}

function betterWay(indicator: Indicator | undefined): ExpectedEffect['direction'] {
  return indicator?.worse === 'up' ? 'fall' : 'rise';
}

/** Working days allowed for carrying a measure out where the plan gives no time for the first follow-up; ours. */
const USUAL_WORKDAYS = 20;

/** Day by which a measure is to be under way unless people say otherwise: that of the first follow-up at the level. */
export function usualDueDay(
  { deadlines }: Pick<Plan, 'deadlines'>,
  level: WarningLevel,
  nowMs: number,
  calendar: WorkCalendar,
): Day {
  const deadline = deadlines.find((d) => d.level === level && d.step === 'followUp');
  if (!deadline) return addWorkdays(dayOfMoment(nowMs), USUAL_WORKDAYS, calendar);
  return dayOfMoment(dueAt(nowMs, deadline, calendar));
}
