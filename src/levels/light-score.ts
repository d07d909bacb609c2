import { type RuleSignals, SignalState } from '../signals/rule';
import type { LightScore, Scheme } from './scheme';
import type { Voter } from './tally';

/**
 * Light score: items of so many points each, added up, and a level by the band of the total — the way in which Taiwan's
 * National Development Council grades the business cycle by nine items of 1–5 points (bands 9–16, 17–22, 23–31, 32–37,
 * 38–45). Here an item is a rule that speaks, and points fall with the warning: a rule at level 0 gives the most, at Ⅰ
 * the fewest, so that the lowest band is the worst. (There the highest band is a boom; here it is no warning.)
 *
 * With another number of items than `items` the total is what `items` of the same mean would give, in whole points as
 * bands have them, halves to the worse side. No items: NaN.
 */
export function scoreTotal(points: number, speaking: number, items: number): number {
  return speaking > 0 ? Math.ceil((items * points) / speaking - 0.5) : NaN;
}

/** The total of so many points under a scheme; NaN where fewer rules speak than the scheme wants. */
export function totalOf({ score, minUsable }: Scheme, points: number, speaking: number): number {
  return score && speaking >= minUsable.count ? scoreTotal(points, speaking, score.items) : NaN;
}

/** Whether a rule is an item of the score at a position: it speaks, fresh or by its last state. */
export function isItem({ started, state }: RuleSignals, region: number, count: number, t: number): boolean {
  return started[region]! >= 0 && t >= started[region]! && state[region * count + t] !== SignalState.insufficient;
}

/** Totals of one region by position, as they are and as they could be if no value were missing; NaN = none. */
export interface ScoreTotals {
  readonly at: Float64Array;
  readonly possible: Float64Array;
}

/**
 * The totals of one region. What is missing counts at its worst: a rule that a missing value may be holding down at the
 * points of its highest level, one that does not speak for that reason at the fewest points there are.
 */
export function tallyScore(
  voters: readonly Voter[],
  region: number,
  count: number,
  scheme: Scheme,
  { points }: LightScore,
  out: ScoreTotals,
): void {
  for (let t = 0; t < count; t++) {
    const cell = region * count + t;
    let said = 0;
    let speaking = 0;
    let possible = 0;
    let possiblySpeaking = 0;
    for (const { signals, top } of voters) {
      const unsure = signals.gap[cell] !== 0;
      if (isItem(signals, region, count, t)) {
        const level = signals.level[cell]!;
        said += points[level as 0 | 1 | 2 | 3 | 4];
        speaking++;
        possible += points[(unsure ? Math.max(level, top) : level) as 0 | 1 | 2 | 3 | 4];
        possiblySpeaking++;
      } else if (unsure) {
        possible += points[4];
        possiblySpeaking++;
      }
    }
    out.at[t] = totalOf(scheme, said, speaking);
    out.possible[t] = totalOf(scheme, possible, possiblySpeaking);
  }
}
