import { INSUFFICIENT } from '../base/level';
import type { Period } from '../base/period';
import type { Panel } from '../panel/panel';

/** The last period in which most regions have a level; the last period of all when there is none. */
export function latestGraded(panel: Pick<Panel, 'tree' | 'first' | 'count'>, level: Uint8Array): Period {
  const regions = panel.tree.regions.length;
  for (let t = panel.count - 1; t >= 0; t--) {
    let graded = 0;
    for (let r = 0; r < regions; r++) if (level[r * panel.count + t] !== INSUFFICIENT) graded++;
    if (graded * 2 > regions) return panel.first + t;
  }
  return panel.first + panel.count - 1;
}
