import { defaultCatalogue } from '../base/catalogue';
import type { ShapeFault } from '../base/check';
import type { Day } from '../base/period';
import type { Actor } from './actor';
import { defaultPlan, loadPlan } from './load-plan';
import type { Plan } from './plan';
import type { AdoptedPlan } from './state';

/** One version of the plan: the shipped one, or one that was adopted. */
export interface PlanVersion {
  /** 1 for the shipped one, then in the order of adoption. */
  readonly number: number;
  /** Null where what was adopted can no longer be read. */
  readonly plan: Plan | null;
  /** Why not, every fault; empty for a plan that can be read. */
  readonly faults: readonly ShapeFault[];
  /** First day in force; null = from the beginning (the shipped one). */
  readonly from: Day | null;
  /** Entry of the trail that adopted it; null for the shipped one. */
  readonly adopted: { readonly seq: number; readonly at: number; readonly by: Actor; readonly reason: string } | null;
}

/** All versions, the shipped one first, then as they were adopted. */
export function planVersions(adopted: readonly AdoptedPlan[]): readonly PlanVersion[] {
  const shipped: PlanVersion = { number: 1, plan: defaultPlan(), faults: [], from: null, adopted: null };
  return [
    shipped,
    ...adopted.map(({ plan, from, seq, at, by, reason }, i): PlanVersion => {
      const { value, faults } = loadPlan(plan, defaultCatalogue());
      return { number: i + 2, plan: value, faults, from, adopted: { seq, at, by, reason } };
    }),
  ];
}

/**
 * The version in force on a day: the one whose first day is the latest that is not after it; of two that begin on the
 * same day the one that was adopted later. One that cannot be read is passed over; the shipped one is always there.
 */
export function versionInForce(versions: readonly PlanVersion[], day: Day): PlanVersion & { readonly plan: Plan } {
  const begun = versions.filter(
    (v): v is PlanVersion & { readonly plan: Plan } => v.plan !== null && (v.from === null || v.from <= day),
  );
  const [first] = begun;
  if (!first) throw new Error('the shipped plan is always in force');
  return begun.reduce((best, v) => ((v.from ?? -Infinity) >= (best.from ?? -Infinity) ? v : best), first);
}
