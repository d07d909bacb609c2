import { INSUFFICIENT, levelName } from '../../../base/level';
import { formatPeriod, parsePeriod, type Period } from '../../../base/period';
import type { RegionTree } from '../../../base/regions';
import type { Lang } from '../../../base/text';
import { csvText } from '../../../observations/to-csv';
import type { AssessmentView } from '../../../platform/engine-api';
import type { WhatIfResult } from '../../../platform/rule-answers';
import { WHAT_IF_TEXT } from './text';

type Words = Pick<AssessmentView, 'tree' | 'frequency' | 'weekEndsOn'>;

/** Regions at each level 0–4 and (index 5) without one, at a position. */
export function countsAt(levels: Uint8Array, regions: readonly number[], count: number, t: number): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0];
  for (const r of regions) {
    const level = levels[r * count + t]!;
    counts[level === INSUFFICIENT ? 5 : level]!++;
  }
  return counts;
}

/** Regions of the same rank together: the whole, its parts, and what lies below. */
export function ranksOf(tree: RegionTree): readonly (readonly number[])[] {
  const ranks: number[][] = [];
  for (const r of tree.regions.keys()) (ranks[tree.depth[r]!] ??= []).push(r);
  return ranks;
}

export interface RegionChange {
  readonly region: number;
  readonly code: string;
  readonly before: number;
  readonly after: number;
}

/** All regions at a position: those that move first, the worst supposed level first among them. */
export function regionsAt({ before, after, count }: WhatIfResult, tree: RegionTree, t: number): RegionChange[] {
  const rank = (level: number): number => (level === INSUFFICIENT ? -1 : level);
  return tree.regions
    .map(({ code }, region) => ({
      region,
      code,
      before: before[region * count + t]!,
      after: after[region * count + t]!,
    }))
    .sort(
      (a, b) =>
        Number(b.before !== b.after) - Number(a.before !== a.after) ||
        rank(b.after) - rank(a.after) ||
        a.region - b.region,
    );
}

/** A move from one level to another: out of insufficient data is no rise, into it no fall. */
export function turnOf({ before, after }: Pick<RegionChange, 'before' | 'after'>): -1 | 0 | 1 {
  const [a, b] = [before === INSUFFICIENT ? 0 : before, after === INSUFFICIENT ? 0 : after];
  return b > a ? 1 : b < a ? -1 : 0;
}

/** The position to show: the one in the address, else the last one in which a level moves, else the usual one. */
export function positionOf(result: WhatIfResult, view: Words & Pick<AssessmentView, 'latest'>, wanted: string): number {
  const parsed = parsePeriod(wanted);
  const at = parsed?.frequency === view.frequency ? parsed.period - result.first : -1;
  if (at >= 0 && at < result.count) return at;
  for (let t = result.count - 1; t >= 0; t--) {
    if (view.tree.regions.some((_, r) => result.before[r * result.count + t] !== result.after[r * result.count + t]))
      return t;
  }
  return view.latest - result.first;
}

/** Every region-period whose level differs, projected ones included. Each line says that it is no actual figure. */
export function whatIfCsv(result: WhatIfResult, view: Words, name: string, lang: Lang): string {
  const { first, count, before, after } = result;
  const T = WHAT_IF_TEXT;
  const head = [T.csvMark, T.csvScenario, T.csvCode, T.regionHead, T.periodHead, T.before, T.after];
  const lines = [head.map((h) => csvText(h[lang])).join(',')];
  const mark = csvText(T.mark[lang]);
  for (const [r, region] of view.tree.regions.entries()) {
    for (let t = 0; t < count; t++) {
      const cell = r * count + t;
      if (before[cell] === after[cell]) continue;
      const period: Period = first + t;
      lines.push(
        [
          mark,
          csvText(name),
          csvText(region.code),
          csvText(region.name[lang]),
          formatPeriod(view.frequency, period, view.weekEndsOn),
          csvText(levelName(before[cell]!)[lang]),
          csvText(levelName(after[cell]!)[lang]),
        ].join(','),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
