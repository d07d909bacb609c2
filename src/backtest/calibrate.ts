import { sayBoth, type Text } from '../base/text';
import { countsAt, type Distribution, distributionOf } from './distribution';
import type { Events } from './events';
import { type MonthScores, monthScores, type Range } from './month-scores';
import { quantileOfSorted } from './spread';
import { TEXT } from './text';

/**
 * How a threshold is chosen among the candidates, on the part that is fitted.
 * `quantile`: the stated quantile of the statistic · `nsr`: least noise to signal among those that reach the least
 * recall (Kaminsky and Reinhart 1999; without a least recall the highest candidates, which hardly ever speak, win) ·
 * `youden`: largest recall minus false alarm rate · `cost`: least cost, a missed event period costing `missCost`
 * false alarm periods. Of equal candidates the lowest is taken: it catches more.
 */
export const CALIBRATION_METHODS = ['quantile', 'nsr', 'youden', 'cost'] as const;
export type CalibrationMethod = (typeof CALIBRATION_METHODS)[number];

export interface CalibrationCall {
  readonly method: CalibrationMethod;
  readonly quantile: number;
  readonly missCost: number;
  readonly leastRecall: number;
  /** Fewer episodes in the part that is fitted are refused. */
  readonly leastEpisodes: number;
  /** Rising; null: the percentiles 50–99 of the statistic in the part that is fitted, at the rule's decimals. */
  readonly candidates: readonly number[] | null;
  readonly decimals: number;
  /** Position from which on periods are held out; null: all are fitted and none is held out. */
  readonly holdOutFrom: number | null;
}

export interface Calibration {
  readonly threshold: number | null;
  /** Why there is no threshold; null when there is one. */
  readonly refused: Text | null;
  /** Episodes that begin in each part; those of several regions with the same dates are one. */
  readonly episodes: { readonly fit: number; readonly holdOut: number };
  /** Scores of every candidate on the part that is fitted, of the bare statistic without a lifecycle. */
  readonly candidates: readonly { readonly threshold: number; readonly scores: MonthScores }[];
  readonly fit: MonthScores | null;
  /** Scores of the chosen threshold on periods that had no part in choosing it; null when none is held out. */
  readonly holdOut: MonthScores | null;
}

/** Lines for a statistic from its own past, in order of time. */
export function calibrate(
  statistic: Float64Array,
  count: number,
  events: Events,
  range: Range,
  call: CalibrationCall,
): Calibration {
  const regions = [...events.episodes.keys()];
  const split = call.holdOutFrom;
  // A label that looks ahead over the split would bring what is held out into the fit.
  const fitted = { from: range.from, to: split === null ? range.to : Math.min(range.to, split - 1 - events.horizon) };
  const heldOut = split === null ? null : { from: Math.max(range.from, split), to: range.to };
  const episodes = {
    fit: episodesIn(statistic, count, events, fitted),
    holdOut: heldOut ? episodesIn(statistic, count, events, heldOut) : 0,
  };
  const refuse = (refused: Text): Calibration => ({
    threshold: null,
    refused,
    episodes,
    candidates: [],
    fit: null,
    holdOut: null,
  });
  if (episodes.fit < call.leastEpisodes) {
    return refuse(sayBoth(TEXT.fewEpisodes, { least: call.leastEpisodes, found: episodes.fit }));
  }
  const fit = distributionOf(statistic, events.label, count, regions, fitted);
  if (fit.eventCount === 0 || fit.quietCount === 0) return refuse(TEXT.noStatistic);
  const lines = call.candidates ?? percentilesOf(fit, call.decimals);
  const scored = scoresAt(fit, lines);
  const threshold = call.method === 'quantile' ? quantileOf(fit, call.quantile) : best(scored, call);
  if (threshold === null)
    return { ...refuse(sayBoth(TEXT.noCandidate, { share: call.leastRecall })), candidates: scored };
  const held = heldOut && distributionOf(statistic, events.label, count, regions, heldOut);
  return {
    threshold,
    refused: null,
    episodes,
    candidates: scored,
    fit: scoresAt(fit, [threshold])[0]!.scores,
    holdOut: held && scoresAt(held, [threshold])[0]!.scores,
  };
}

/** Episodes that begin in a part while the statistic of their region is there. */
function episodesIn(statistic: Float64Array, count: number, events: Events, { from, to }: Range): number {
  const dates = new Set<string>();
  events.episodes.forEach((own, r) => {
    for (const { first, last } of own) {
      if (first < from || first > to) continue;
      const x = statistic[r * count + first]!;
      if (x === x) dates.add(`${first} ${last}`);
    }
  });
  return dates.size;
}

function scoresAt(distribution: Distribution, lines: readonly number[]) {
  return countsAt(distribution, lines).map((counts, i) => ({ threshold: lines[i]!, scores: monthScores(counts) }));
}

function best(scored: Calibration['candidates'], { method, missCost, leastRecall }: CalibrationCall): number | null {
  const lossOf = ({ recall, noiseToSignal, youden, miss, falseAlarm }: MonthScores): number => {
    if (method === 'youden') return -youden!;
    if (method === 'cost') return missCost * miss + falseAlarm;
    return noiseToSignal === null || recall! < leastRecall ? Infinity : noiseToSignal;
  };
  let least = Infinity;
  let threshold: number | null = null;
  for (const candidate of scored) {
    const loss = lossOf(candidate.scores);
    if (!(loss < least - 1e-12)) continue;
    least = loss;
    threshold = candidate.threshold;
  }
  return threshold;
}

function quantileOf(distribution: Distribution, p: number): number {
  return quantileOfSorted(everyValue(distribution), p);
}

function percentilesOf(distribution: Distribution, decimals: number): number[] {
  const sorted = everyValue(distribution);
  const lines = Array.from({ length: 50 }, (_, i) =>
    Number(quantileOfSorted(sorted, (50 + i) / 100).toFixed(decimals)),
  );
  return [...new Set(lines)];
}

function everyValue({ values, events, quiets }: Distribution): Float64Array {
  const all: number[] = [];
  for (const [i, value] of values.entries()) for (let n = events[i]! + quiets[i]!; n > 0; n--) all.push(value);
  return Float64Array.from(all);
}
