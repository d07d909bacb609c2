import type { Warning } from '../../response/warnings/inbox';
import { gradeRank } from './grade';

/** Id of the fold that holds what is silenced. */
export const SILENCED = 'silenced';

/** A line of the list: a warning, or the fold of those that are silenced. */
export interface ListRow {
  /** Id of the warning; `SILENCED` for the fold of the silenced. */
  readonly id: string;
  readonly warning: Warning | null;
  /** 1 at the outside; what is folded under another line is one deeper. */
  readonly depth: 1 | 2;
  /** What this line folds; empty = it folds nothing. */
  readonly folded: readonly Warning[];
  /** The worst of what it folds; null = it folds nothing. */
  readonly worst: Warning | null;
  readonly open: boolean;
  /** Among its equals, from 1: for screen readers. */
  readonly place: number;
  readonly of: number;
}

/**
 * Warnings in the order given → lines of the list. The warning of an area above folds those below it that are no
 * higher, and says the worst of them; silenced ones stand together at the end. Nothing is left out: whose holder is not
 * in the list stands for itself. `open`: ids of the lines whose fold is open.
 */
export function listRows(warnings: readonly Warning[], open: ReadonlySet<string>): readonly ListRow[] {
  const holders = new Map<string, Warning>();
  for (const w of warnings) {
    if (w.silence === null && w.spell.until === null && w.foldedUnder === null) holders.set(w.spell.regionCode, w);
  }
  const outside: Warning[] = [];
  const silenced: Warning[] = [];
  const under = new Map<string, Warning[]>();
  for (const w of warnings) {
    const holder = w.foldedUnder === null ? undefined : holders.get(w.foldedUnder);
    if (w.silence !== null) silenced.push(w);
    else if (holder === undefined || holder === w) outside.push(w);
    else {
      const group = under.get(holder.id);
      if (group) group.push(w);
      else under.set(holder.id, [w]);
    }
  }
  const rows: ListRow[] = [];
  const of = outside.length + (silenced.length > 0 ? 1 : 0);
  const add = (id: string, warning: Warning | null, folded: readonly Warning[], place: number): void => {
    const isOpen = folded.length > 0 && open.has(id);
    rows.push({ id, warning, depth: 1, folded, worst: worstOf(folded), open: isOpen, place, of });
    if (!isOpen) return;
    folded.forEach((w, k) =>
      rows.push({
        id: w.id,
        warning: w,
        depth: 2,
        folded: [],
        worst: null,
        open: false,
        place: k + 1,
        of: folded.length,
      }),
    );
  };
  outside.forEach((w, k) => add(w.id, w, under.get(w.id) ?? [], k + 1));
  if (silenced.length > 0) add(SILENCED, null, silenced, of);
  return rows;
}

function worstOf(warnings: readonly Warning[]): Warning | null {
  let worst: Warning | null = null;
  for (const w of warnings) if (worst === null || gradeRank(w) > gradeRank(worst)) worst = w;
  return worst;
}
