import { INSUFFICIENT } from './level';

/** A stretch of equal levels; `from` and `to` are positions within the window, `to` excluded. */
export interface LevelRun {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** Runs of one region's levels, in order, without gaps. */
export function levelRuns(levels: ArrayLike<number>): readonly LevelRun[] {
  const runs: LevelRun[] = [];
  let from = 0;
  for (let i = 1; i <= levels.length; i++) {
    if (i < levels.length && levels[i] === levels[from]) continue;
    runs.push({ from, to: i, level: levels[from]! });
    from = i;
  }
  return levels.length === 0 ? [] : runs;
}

/** Positions at level `atLeast` or above; insufficient does not count. */
export function countAtOrAbove(levels: ArrayLike<number>, atLeast: number): number {
  let count = 0;
  for (let i = 0; i < levels.length; i++) if (levels[i] !== INSUFFICIENT && levels[i]! >= atLeast) count++;
  return count;
}
