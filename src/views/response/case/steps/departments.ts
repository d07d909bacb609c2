import type { Department, Plan } from '../../../../response/plan';

/** The clause that names who consults on a warning. */
export const DECIDING_CLAUSE = '6.4';

/** Departments that lead or support a measure of 6.4, in the order of the document; all of them where the plan has no such measure. */
export function consulted(plan: Plan): readonly Department[] {
  const named = new Set(
    plan.measures.filter((m) => m.clause === DECIDING_CLAUSE).flatMap((m) => [m.lead, ...m.supporting]),
  );
  return named.size === 0 ? plan.departments : plan.departments.filter((d) => named.has(d.id));
}
