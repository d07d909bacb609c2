import type { Period } from '../../base/period';
import type { AssessmentView } from '../../platform/engine-api';
import { rankRegions } from '../../store/ranking';

/**
 * The region of the address; without one the worst of the regions right below the top, for that is what brings
 * somebody here. Null when the address names one that the tree does not have.
 */
export function pickRegion(view: AssessmentView, code: string | null, period: Period): number | null {
  if (code !== null) return view.tree.indexOf.get(code) ?? null;
  const { tree } = view;
  const top =
    tree.roots.length === 1 && tree.children[tree.roots[0]!]!.length > 0 ? tree.children[tree.roots[0]!]! : tree.roots;
  return rankRegions(view, top, period)[0]!.region;
}
