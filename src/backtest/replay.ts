import { INSUFFICIENT } from '../base/level';
import { type Day, lastDayOf, NO_DAY, yearOf } from '../base/period';
import type { Graded } from '../levels/graded';
import { countAsOf } from '../panel/as-of';
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

/** What a replay asks for: the engine's answer as of a day. The days rise. */
export interface Look {
  /** Null: with all that is known; asked for first, of all periods. */
  readonly day: Day | null;
  /** Periods of the panel as it is known then. */
  readonly count: number;
  /** From this position on the answer is wanted; what was known before it is the same as at the look before. */
  readonly from: number;
  /** `from` of the next look. */
  readonly next: number;
  /** Share of the looks that lie behind, 0–1. */
  readonly done: number;
}

/** The answer to a look: of all periods known then, or of the last of them, from `Look.from` or an earlier one on. */
export interface Seen extends Graded {
  /** By rule, what its detector gave, in the layout of the signals; left out: it is computed. */
  readonly statistics?: readonly Float64Array[];
}

/**
 * Replays a panel: the levels of each period as the figures stood `publicationDays` after its end; null: when all
 * figures of the panel are usually out.
 *
 * `reported`: the graded panel as read, with all its vintages; `yearly`: the panel of targets, if any; `assess`: the
 * engine as of a day. Since no statistic looks ahead, one assessment serves all periods up to its own between two days
 * on which something older than due became known: a late figure, a revision, a target. A panel without dates is
 * assessed once.
 */
export function replay(
  reported: Panel,
  yearly: Panel | undefined,
  publicationDays: number | null,
  assess: (asOf: Day | null, look: Look) => Seen,
): Replay {
  const steps = replaySteps(reported, yearly, publicationDays);
  let step = steps.next();
  while (!step.done) step = steps.next(assess(step.value.day, step.value));
  return step.value;
}

/** The same, look by look, for a caller whose answers take their time: each look wants its answer before the next comes. */
export function* replaySteps(
  reported: Panel,
  yearly: Panel | undefined,
  publicationDays: number | null,
): Generator<Look, Replay, Seen> {
  const { count } = reported;
  const last = yield { day: null, count, from: 0, next: 0, done: 0 };
  const lags = lagDaysOf(last);
  const days = publicationDays ?? Math.max(0, ...lags);
  const dated = [reported, yearly].some((p) => [...(p?.columns.values() ?? [])].some((c) => c.knownOn !== null));
  const history = emptyHistory(last);
  if (!dated) {
    takeOver(history, last, 0, count - 1);
    return { ...history, asKnown: false, publicationDays: days, assessments: 1 };
  }
  const looks = looksOf(reported, yearly, lags, days);
  for (const look of looks) takeOver(history, yield look, look.first, look.last);
  return { ...history, asKnown: true, publicationDays: days, assessments: looks.length };
}

/** Publication lags of the figures that the panel has. */
function lagDaysOf({ panel }: Graded): number[] {
  return [...new Set(Array.from(panel.columns.values(), ({ indicator }) => indicator.lagDays))];
}

/** One look for the positions from `first` to `last`. */
interface BlockLook extends Look {
  readonly day: Day;
  readonly first: number;
  readonly last: number;
}

function looksOf(
  reported: Panel,
  yearly: Panel | undefined,
  lags: readonly number[],
  publicationDays: number,
): BlockLook[] {
  const { frequency, first, count, weekEndsOn } = reported;
  const lookedAt = Int32Array.from(
    { length: count },
    (_, t) => lastDayOf(frequency, first + t, weekEndsOn) + publicationDays,
  );
  const firstAfter = firstLookAfter(lookedAt);
  /** By position at which it is first seen, the oldest position of what is new there. */
  const oldest = Int32Array.from({ length: count + 1 }, (_, t) => t);
  const older = (at: number, t: number): void => {
    if (t < oldest[at]!) oldest[at] = t;
  };
  for (const column of reported.columns.values()) {
    everyVintage(column, (cell, day) => older(firstAfter(day), cell % count));
  }
  const breaks = new Set<number>();
  oldest.forEach((t, at) => t < at && breaks.add(at));
  // What is not yet due depends on the day itself.
  for (const lag of lags.filter((l) => l > publicationDays)) {
    for (let t = 0; t < count; t++) {
      breaks.add(t);
      older(firstAfter(lookedAt[t]! - publicationDays + lag), t);
    }
  }
  const years = Array.from({ length: count }, (_, t) => yearOf(frequency, first + t));
  for (const column of yearly?.columns.values() ?? []) {
    everyVintage(column, (cell, day) => {
      const at = firstAfter(day);
      breaks.add(at);
      const t = years.indexOf(yearly!.first + (cell % yearly!.count));
      if (t >= 0) older(at, t);
    });
  }
  const blocks: { readonly first: number; last: number; readonly from: number }[] = [];
  for (let t = 0; t < count; t++) {
    const block = blocks.at(-1);
    // Where nothing breaks, nothing older is new.
    if (block && !breaks.has(t)) block.last = t;
    else blocks.push({ first: t, last: t, from: oldest[t]! });
  }
  return blocks.map(({ first: start, last, from }, k) => {
    const day = lookedAt[last]!;
    const next = blocks[k + 1]?.from ?? count;
    return { day, count: countAsOf(reported, day), first: start, last, from, next, done: k / blocks.length };
  });
}

/** The first position that is looked at on a day or later; as many as there are when none is. `lookedAt` rises. */
function firstLookAfter(lookedAt: Int32Array): (day: Day) => number {
  const [start, end] = [lookedAt[0] ?? 0, lookedAt.at(-1) ?? 0];
  const byDay = new Int32Array(end - start + 1);
  for (let at = 0, day = start; day <= end; day++) {
    if (lookedAt[at]! < day) at++;
    byDay[day - start] = at;
  }
  return (day) => (day <= start ? 0 : day > end ? lookedAt.length : byDay[day - start]!);
}

/** Every dated value of a column, the replaced ones as well. */
function everyVintage({ knownOn, revisions }: Column, tell: (cell: number, day: Day) => void): void {
  if (knownOn)
    for (let cell = 0; cell < knownOn.length; cell++) if (knownOn[cell] !== NO_DAY) tell(cell, knownOn[cell]!);
  if (!revisions) return;
  for (let i = 0; i < revisions.cell.length; i++)
    if (revisions.knownOn[i] !== NO_DAY) tell(revisions.cell[i]!, revisions.knownOn[i]!);
}

type History = Pick<Replay, 'panel' | 'level' | 'rules'>;

function emptyHistory({ panel, signals }: Graded): History {
  const size = panel.tree.regions.length * panel.count;
  const nothing = (): Uint8Array => new Uint8Array(size).fill(INSUFFICIENT);
  return {
    panel,
    level: nothing(),
    rules: signals.map(({ rule }) => ({ rule, level: nothing(), statistic: new Float64Array(size).fill(NaN) })),
  };
}

/** Writes the positions from `first` to `last` as they were seen. */
function takeOver(history: History, seen: Seen, first: number, last: number): void {
  const { panel, level, rules } = history;
  const { count } = panel;
  const then = seen.panel.count;
  /** Position at which the answer begins. */
  const begin = seen.panel.first - panel.first;
  const [from, end] = [first - begin, Math.min(last - begin + 1, then)];
  for (const r of panel.tree.regions.keys()) {
    level.set(seen.levels.level.subarray(r * then + from, r * then + end), r * count + first);
  }
  for (const [i, signals] of seen.signals.entries()) {
    const rule = rules[i]!;
    const statistic = statisticOf(seen, signals, seen.statistics?.[i]);
    for (const r of panel.tree.regions.keys()) {
      rule.statistic.set(statistic.subarray(r * then + from, r * then + end), r * count + first);
      for (let t = from; t < end; t++) {
        const state = signals.state[r * then + t];
        const speaks = state !== SignalState.insufficient && state !== SignalState.notApplicable;
        if (speaks) rule.level[r * count + begin + t] = signals.level[r * then + t]!;
      }
    }
  }
}
