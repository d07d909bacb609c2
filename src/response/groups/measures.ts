import type { RegionTree } from '../../base/regions';
import type { Case, CaseMeasure } from '../case/case';
import type { Measure, Plan } from '../plan';
import type { ResponseState } from '../state';
import type { MeasureState } from '../trail/act';

/** An accepted measure of an open review, and how far it is. */
export interface MeasureInForce {
  readonly measure: Measure;
  readonly review: Case;
  readonly decided: Extract<CaseMeasure, { accepted: true }>;
  readonly state: Extract<MeasureState, 'planned' | 'running'>;
}

export interface ClauseMeasures {
  /** What the plan has under the clause, in its order. */
  readonly planned: readonly Measure[];
  /** Of these, what is carried out or prepared now: running before planned, each by its due day. */
  readonly inForce: readonly MeasureInForce[];
}

/**
 * Measures of a clause: in the plan, and in force in open reviews of the region, of regions in it, and of regions that
 * it lies in. One that is done, stopped or rejected is not in force; one that the plan no longer has is not found.
 */
export function clauseMeasures(
  clause: string,
  plan: Plan,
  { cases }: Pick<ResponseState, 'cases'>,
  tree: RegionTree,
  regionCode: string,
): ClauseMeasures {
  const planned = plan.measures.filter((measure) => measure.clause === clause);
  const inForce: MeasureInForce[] = [];
  for (const review of cases.values()) {
    if (review.stage === 'closed' || !related(tree, review.regionCode, regionCode)) continue;
    for (const measure of planned) {
      const decided = review.measures.get(measure.id);
      if (!decided?.accepted) continue;
      const state = decided.course.at(-1)?.state ?? 'planned';
      if (state === 'planned' || state === 'running') inForce.push({ measure, review, decided, state });
    }
  }
  const rank = { running: 0, planned: 1 } as const;
  return {
    planned,
    inForce: inForce.toSorted((a, b) => rank[a.state] - rank[b.state] || a.decided.due - b.decided.due),
  };
}

/** Is one of the two regions the other, or in it? */
function related(tree: RegionTree, a: string, b: string): boolean {
  const [i, j] = [tree.indexOf.get(a), tree.indexOf.get(b)];
  return i !== undefined && j !== undefined && (isWithin(tree, i, j) || isWithin(tree, j, i));
}

/** Is a region another one, or in it? By index. */
export function isWithin(tree: RegionTree, region: number, area: number): boolean {
  for (let at = region; at >= 0; at = tree.regions[at]!.parent) if (at === area) return true;
  return false;
}
