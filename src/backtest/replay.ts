import { INSUFFICIENT } from '../base/level';
import { type Day, lastDayOf, NO_DAY } from '../base/period';
import type { Graded } from '../levels/graded';
import type { Column, Panel } from '../panel/panel';
import { type Rule, SignalState } from '../signals/rule';
import { statisticOf } from './statistic';

/** One rule's history: what stood there when each period was looked at. Panel layout. */
export interface RuleHistory {
  readonly rule: Rule;
  /** Counted level 0–4; INSUFFICIENT where the rule could not speak. */
  readonly level: Uint8Array;
  /** As `statisticOf` gives it; NaN = not graded. */
  readonly statistic: Float64Array;
}

/** Levels and signals of every period as they were known then. */
export interface Replay {
  /** The panel as it is known last, prepared. */
  readonly panel: Panel;
  /** False: no value says when it became known, so that every period is seen with what is known last. */
  readonly asKnown: boolean;
  /** Days after the end of a period on which it is looked at. */
  readonly publicationDays: number;
  readonly assessments: number;
  readonly level: Uint8Array;
  readonly rules: readonly RuleHistory[];
}

/**
 * Replays a panel: the levels of each period as the figures stood `publicationDays` after its end; null: when all
 * figures of the panel are usually out.
 *
 * `reported`: the graded panel as read, with all its vintages; `yearly`: the panel of targets, if any; `assess`: the
 * engine as of a day, or (null) with all that is known. Since no statistic looks ahead, one assessment serves all
 * periods up to its own between two days on which something older than due became known: a late figure, a revision,
 * a target. A panel without dates is assessed once.
 */
export function replay(
  reported: Panel,
  yearly: Panel | undefined,
  publicationDays: number | null,
  assess: (asOf: Day | null) => Graded,
): Replay {
  const last = assess(null);
  const lags = lagDaysOf(last);
  const days = publicationDays ?? Math.max(0, ...lags);
  const dated = [reported, yearly].some((p) => [...(p?.columns.values() ?? [])].some((c) => c.knownOn !== null));
  if (!dated) {
    const whole = { from: 0, to: last.panel.count - 1, graded: last };
    return historyOf(last, false, days, [whole]);
  }
  const lookedAt = Array.from(
    { length: reported.count },
    (_, t) => lastDayOf(reported.frequency, reported.first + t, reported.weekEndsOn) + days,
  );
  // What is not yet due depends on the day itself.
  const everyOne = lags.some((lag) => lag > days);
  const breaks = new Set(everyOne ? lookedAt.keys() : breaksOf(reported, yearly, lookedAt));
  const blocks: Block[] = [];
  for (let from = 0; from < reported.count; ) {
    let to = from;
    while (to + 1 < reported.count && !breaks.has(to + 1)) to++;
    blocks.push({ from, to, graded: assess(lookedAt[to]!) });
    from = to + 1;
  }
  return historyOf(last, true, days, blocks);
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly graded: Graded;
}

/** Publication lags of the figures that the panel has. */
function lagDaysOf({ panel }: Graded): number[] {
  return Array.from(panel.columns.values(), ({ indicator }) => indicator.lagDays);
}

/** Positions from which on something older is known than at the position before. `lookedAt` rises. */
function* breaksOf(reported: Panel, yearly: Panel | undefined, lookedAt: readonly Day[]): Generator<number> {
  const firstAfter = (day: Day): number => {
    let [low, high] = [0, lookedAt.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lookedAt[middle]! >= day) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  for (const column of reported.columns.values()) {
    for (const { cell, day } of vintagesOf(column)) {
      const t = cell % reported.count;
      if (day > lookedAt[t]!) yield firstAfter(day);
    }
  }
  for (const column of yearly?.columns.values() ?? []) {
    for (const { day } of vintagesOf(column)) yield firstAfter(day);
  }
}

/** Every dated value of a column, the replaced ones as well. */
function* vintagesOf({ knownOn, revisions }: Column): Generator<{ cell: number; day: Day }> {
  for (const [cell, day] of knownOn?.entries() ?? []) if (day !== NO_DAY) yield { cell, day };
  if (!revisions) return;
  for (const [i, day] of revisions.knownOn.entries()) if (day !== NO_DAY) yield { cell: revisions.cell[i]!, day };
}

/** Puts the blocks together, each with its own periods. */
function historyOf(last: Graded, asKnown: boolean, publicationDays: number, blocks: readonly Block[]): Replay {
  const { panel } = last;
  const { count } = panel;
  const size = panel.tree.regions.length * count;
  const level = new Uint8Array(size).fill(INSUFFICIENT);
  const rules = last.signals.map(
    ({ rule }): RuleHistory => ({
      rule,
      level: new Uint8Array(size).fill(INSUFFICIENT),
      statistic: new Float64Array(size).fill(NaN),
    }),
  );
  for (const { from, to, graded } of blocks) {
    const then = graded.panel.count;
    const end = Math.min(to + 1, then);
    for (const r of panel.tree.regions.keys()) {
      level.set(graded.levels.level.subarray(r * then + from, r * then + end), r * count + from);
    }
    for (const [i, signals] of graded.signals.entries()) {
      const history = rules[i]!;
      const statistic = statisticOf(graded, signals);
      for (const r of panel.tree.regions.keys()) {
        history.statistic.set(statistic.subarray(r * then + from, r * then + end), r * count + from);
        for (let t = from; t < end; t++) {
          const state = signals.state[r * then + t];
          const speaks = state !== SignalState.insufficient && state !== SignalState.notApplicable;
          if (speaks) history.level[r * count + t] = signals.level[r * then + t]!;
        }
      }
    }
  }
  return { panel, asKnown, publicationDays, assessments: blocks.length, level, rules };
}
