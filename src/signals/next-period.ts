import { seasonOf } from '../base/period';
import { Status } from '../base/status';
import { makeOutput, makeScratch, type SeriesInput } from '../detectors/detector';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { bindRule, hasValue, jointStatus, makeSignals, partialStretches, silence } from './evaluate';
import { CARRIED, runLifecycle } from './lifecycle';
import { type Rule, type RuleSet, type RuleSignals, SignalState } from './rule';
import { type SeriesReader, seriesReader, shapeOf, type TargetsOf } from './series';
import { guardedThresholds, ruleApplies } from './thresholds';

/** What a rule's next period rests on, beside the figures. Never changed: the period after goes on from a new one. */
export interface RuleStanding {
  /** See `Carried` in lifecycle.ts. */
  readonly carried: Int16Array;
  /** Per region, the last severity; 0 where there was none. */
  readonly severity: Float32Array;
  /** Null where the statistic rests on all that came before. */
  readonly reach: Reach | null;
}

/** The newest figures as rules read them, the next period included. */
export interface Recent {
  /** The next period alone: its place, the regions, the catalogue. */
  readonly panel: Panel;
  /** Periods before it since the series began. */
  readonly before: number;
  /** By form: the last periods of each region; as many as the rules reach back, or all where there are no more. */
  readonly spans: ReadonlyMap<string, Column>;
  readonly targetsOf: TargetsOf;
  /** Of each region, in persons: laid out flat for the many rules that ask. */
  readonly labourForce: Float64Array;
}

/** What a rule's next statistic takes of its series. */
export interface Reach {
  /** Values that it reads, counted back from the present one to the oldest. */
  readonly values: number;
  /** See `Detector.blocks`. */
  readonly block: number;
}

/** Null where the statistic rests on all that came before. */
export function reachOf(rule: Rule, panel: Panel, column: Column): Reach | null {
  const { detector, params } = bindRule(rule);
  // Two series, or many, are not cut: it would have to be shown of each such detector that it can be.
  if (!detector.blocks || detector.countsOn || detector.other || detector.readsPeers) return null;
  const shape = shapeOf(panel, column);
  let oldest = 0;
  for (let season = 0; season < shape.periodsPerYear; season++)
    for (const lag of detector.reads(params, shape, season)) oldest = Math.max(oldest, lag);
  return { values: oldest + 1, block: detector.blocks(params) };
}

/**
 * A rule's signals of the next period of all regions, and what the one after goes on from. The same to the byte as the
 * last period of `evaluateRules` over all periods: the same detector over the end of each series, and the same
 * lifecycle, which goes on from where it left off.
 */
export function evaluateNext(
  recent: Recent,
  ruleSet: RuleSet,
  rule: Rule,
  standing: RuleStanding,
): { signals: RuleSignals; standing: RuleStanding } {
  const { panel, before, spans, targetsOf, labourForce } = recent;
  const regions = panel.tree.regions.length;
  const signals: RuleSignals = { ...makeSignals(rule, regions, regions), lastSeverity: standing.severity };
  const column = spans.get(formKey(rule.indicator, rule.form));
  if (!column || panel.frequency !== ruleSet.frequency) return { signals: silence(signals, 0, regions), standing };

  const { detector, params } = bindRule(rule);
  const width = column.values.length / regions;
  const own: Panel = { ...panel, first: panel.first - width + 1, count: width, columns: spans };
  const reader = seriesReader(own, column, detector, params, targetsOf);
  const { other, shape } = reader;
  const skip = skipOf(standing.reach, before, width);
  const inputOf = inputsFrom(
    reader,
    own,
    skip,
    labourForce,
    detector.readsTarget || reader.other !== undefined || detector.readsPeers === true,
  );
  const status = lastOf(other ? jointStatus(column.status, other.status) : column.status, width);
  const partial = partialStretches(column.status, width);
  const otherPartial = other && partialStretches(other.status, width);
  const lags = detector.reads(params, shape, seasonOf(panel.frequency, panel.first));
  const otherLags = other ? detector.other!.reads(params, shape) : [];
  const out = makeOutput(width - skip);
  const scratch = makeScratch(width - skip);
  const thresholdsOf = guardedThresholds(rule);
  const statistic = new Float64Array(1);
  const doubt = Uint8Array.of(1);
  const carried = standing.carried.slice();
  const severity = standing.severity.slice();

  // Lent from region to region.
  const track = {
    statistic,
    status,
    offset: 0,
    count: 1,
    doubt: null as Uint8Array | null,
    countsOn: detector.countsOn,
  };
  const from = { numbers: carried, region: 0 };
  for (let r = 0; r < regions; r++) {
    const last = r * width + width - 1;
    const spoke = carried[r * CARRIED] === 1;
    const speaks = spoke || (ruleApplies(rule, panel.tree, r, ruleSet) && hasValue(column.values, r * width, width));
    if (!speaks || (detector.other && !other)) {
      signals.state[r] = SignalState.notApplicable;
      signals.severity[r] = NaN;
      continue;
    }
    detector.run(inputOf(r), params, out, scratch);
    statistic[0] = out.statistic[width - skip - 1]!;
    const doubtful =
      (partial(r) && isPartial(column.status, last, lags, width)) ||
      (otherPartial?.(r) === true && isPartial(other!.status, last, otherLags, width));
    track.offset = r;
    track.doubt = doubtful ? doubt : null;
    from.region = r;
    const started = runLifecycle(track, rule, thresholdsOf(labourForce[r]!), signals, from);
    signals.started[r] = started;
    // As over all periods: where a rule has never spoken, nothing waits for it.
    if (started < 0) signals.gap[r] = 0;
    const now = signals.severity[r]!;
    if (now === now) severity[r] = now;
  }
  return { signals, standing: { carried, severity, reach: standing.reach } };
}

/** Values at the beginning of a span that the rule's detector is not given: it begins at one of its blocks. */
function skipOf(reach: Reach | null, before: number, width: number): number {
  if (!reach) return 0;
  const oldest = before + 1 - reach.values;
  return Math.max(0, Math.floor(oldest / reach.block) * reach.block) - (before + 1 - width);
}

/** The series of the regions from `skip` on. One object serves them all where nothing but the place differs. */
function inputsFrom(
  reader: SeriesReader,
  span: Panel,
  skip: number,
  labourForce: Float64Array,
  each: boolean,
): (region: number) => SeriesInput {
  const from = (region: number): { -readonly [K in keyof SeriesInput]: SeriesInput[K] } => {
    const input = reader.of(region);
    return {
      ...input,
      offset: input.offset + skip,
      count: input.count - skip,
      firstPeriod: input.firstPeriod + skip,
      firstSeason: seasonOf(span.frequency, input.firstPeriod + skip),
      targets: input.targets && input.targets.subarray(skip),
    };
  };
  if (each) return from;
  const one = from(0);
  return (region) => {
    one.offset = region * span.count + skip;
    one.labourForce = labourForce[region]!;
    return one;
  };
}

function isPartial(status: Uint8Array, last: number, lags: readonly number[], width: number): boolean {
  for (const lag of lags) if (lag < width && status[last - lag] === Status.partial) return true;
  return false;
}

/** The last of each region's `width` statuses. */
function lastOf(status: Uint8Array, width: number): Uint8Array {
  const last = new Uint8Array(status.length / width);
  for (let r = 0; r < last.length; r++) last[r] = status[r * width + width - 1]!;
  return last;
}
