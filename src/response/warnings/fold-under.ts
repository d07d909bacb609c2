import { levelRank } from '../../base/level';
import type { RegionTree } from '../../base/regions';
import type { Warning } from './inbox';
import { isOver } from './warning-states';

/** What folding looks at: a row of the inbox, before it is known what folds it. */
export type Foldable = Pick<Warning, 'spell' | 'state' | 'silence'>;

/**
 * For each row, the code of the region above whose warning stands for it; null = it stands for itself. A region's warning
 * folds those below it that are no higher, and is itself folded by one further up that is at least as high: so the
 * topmost is named, and that one is never folded. Nothing is hidden that asks for more than its holder:
 * what is higher, under review, silenced, over, or cannot be told stands for itself; and a warning that was put away or
 * silenced holds nobody.
 */
export function foldsOf(rows: readonly Foldable[], tree: RegionTree): (string | null)[] {
  const holder = new Int8Array(tree.regions.length).fill(-1);
  for (const row of rows) {
    const region = tree.indexOf.get(row.spell.regionCode);
    if (region !== undefined && row.spell.until === null && row.silence === null && !isOver(row.state))
      holder[region] = Math.max(0, levelRank(row.spell.level));
  }
  return rows.map(({ spell, state, silence }) => {
    if (spell.until !== null || spell.state === 'insufficient' || isOver(state)) return null;
    if (silence !== null || state === 'under-review') return null;
    let level = levelRank(spell.level);
    let top: string | null = null;
    let at = tree.regions[tree.indexOf.get(spell.regionCode) ?? -1]?.parent ?? -1;
    for (; at >= 0; at = tree.regions[at]!.parent) {
      if (holder[at]! < Math.max(level, 1)) continue;
      level = holder[at]!;
      top = tree.regions[at]!.code;
    }
    return top;
  });
}
