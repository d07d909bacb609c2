import type { Day } from '../base/period';
import type { Plan } from '../response/plan';
import { planVersions, type PlanVersion, versionInForce } from '../response/plan-versions';
import type { AdoptedPlan } from '../response/state';

/** Stored plans are read once for each adoption, not at every act: the trail never changes them. */
const readBefore = new WeakMap<readonly AdoptedPlan[], readonly PlanVersion[]>();

/** The plan in force on a day, of those that were adopted; see `versionInForce`. */
export function planInForceOn(adopted: readonly AdoptedPlan[], day: Day): Plan {
  let versions = readBefore.get(adopted);
  if (!versions) {
    versions = planVersions(adopted);
    readBefore.set(adopted, versions);
  }
  return versionInForce(versions, day).plan;
}
