import { seasonOf } from '../base/period';
import { Status } from '../base/status';
import { makeOutput, makeScratch, type SeriesInput } from '../detectors/detector';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { bindRule, firstPeriod, hasValue, jointStatus, makeSignals, partialStretches, silence } from './evaluate';
import { CARRIED, runLifecycle } from './lifecycle';
import type { Rule, RuleSet, RuleSignals } from './rule';
import { type SeriesReader, seriesReader, shapeOf, type TargetsOf } from './series';
import { guardedThresholds, ruleApplies } from './thresholds';

/** What a rule's next periods rest on, beside the figures. Never changed: going on makes a new one. */
export interface RuleStanding {
  /** See `Carried` in lifecycle.ts. */
  readonly carried: Int16Array;
  /** Per region, the last severity; 0 where there was none. */
  readonly severity: Float32Array;
  /** Some region has had a figure. */
  readonly begun: boolean;
  /** Null where the statistic rests on all that came before. */
  readonly reach: Reach | null;
}

/** The newest figures as rules read them, the next periods included. */
export interface Recent {
  /** The next periods alone: their place, the regions, the catalogue. */
  readonly panel: Panel;
  /** Periods before them since the series began. */
  readonly before: number;
  /** Of the next periods, how many the new standing takes in. */
  readonly kept: number;
  /** By form: the last periods of each region; as many as the rules reach back, or all where there are no more. */
  readonly spans: ReadonlyMap<string, Column>;
  readonly targetsOf: TargetsOf;
  /** Of each region, in persons: laid out flat for the many rules that ask. */
  readonly labourForce: Float64Array;
}

/** A rule's next periods: `signals` and `statistic` have one entry a region and period. */
export interface NextOfRule {
  readonly signals: RuleSignals;
  /** As the detector gives it; NaN where the rule does not speak of a region. */
  readonly statistic: Float64Array;
  readonly standing: RuleStanding;
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
 * A rule's signals of the next periods of all regions, and what those after the kept ones go on from. The same to the
 * byte as the last periods of `evaluateRules` over all: the same detector over the end of each series, and the same
 * lifecycle, which goes on from where it left off.
 */
export function evaluateNext(recent: Recent, ruleSet: RuleSet, rule: Rule, standing: RuleStanding): NextOfRule {
  const { panel, before, kept, spans, targetsOf, labourForce } = recent;
  const regions = panel.tree.regions.length;
  const next = panel.count;
  const signals: RuleSignals = {
    ...makeSignals(rule, regions, regions * next),
    lastSeverity: standing.severity,
  };
  const statistic = new Float64Array(regions * next).fill(NaN);
  const column = spans.get(formKey(rule.indicator, rule.form));
  if (!column || panel.frequency !== ruleSet.frequency)
    return { signals: silence(signals, 0, regions * next), statistic, standing };

  const { detector, params } = bindRule(rule);
  const width = column.values.length / regions;
  /** The first of the next periods within a span. */
  const from = width - next;
  const own: Panel = { ...panel, first: panel.first - from, count: width, columns: spans };
  const reader = seriesReader(own, column, detector, params, targetsOf);
  const { other, shape } = reader;
  const skip = skipOf(standing.reach, before, from);
  const inputOf = inputsFrom(
    reader,
    own,
    skip,
    labourForce,
    detector.readsTarget || reader.other !== undefined || detector.readsPeers === true,
  );
  const status = newestOf(other ? jointStatus(column.status, other.status) : column.status, width, next);
  const partial = partialStretches(column.status, width);
  const otherPartial = other && partialStretches(other.status, width);
  const firstSeason = seasonOf(panel.frequency, panel.first);
  const lagsBySeason = Array.from({ length: shape.periodsPerYear }, (_, season) =>
    detector.reads(params, shape, season),
  );
  const otherLags = other ? [detector.other!.reads(params, shape)] : [];
  const out = makeOutput(width - skip);
  const scratch = makeScratch(width - skip);
  const thresholdsOf = guardedThresholds(rule);
  const carried = standing.carried.slice();
  const severity = standing.severity.slice();
  const firstOfAll = standing.begun ? 0 : Math.max(0, firstPeriod(column, width) - from);
  // Lent from region to region: the periods that are kept, those that are not, and where the latter go on from.
  const ofKept = trackOf(status, kept, detector.countsOn);
  const ofRest = trackOf(status, next - kept, detector.countsOn);
  const carriedKept = { numbers: carried, region: 0 };
  const carriedRest = { numbers: new Int16Array(CARRIED), region: 0 };
  let [ownPartial, othersPartial] = [false, false];
  const live = (r: number, track: typeof ofKept, start: number, goOn: typeof carriedKept): number => {
    const end = from + start;
    const at = r * next + start;
    track.offset = at;
    for (let k = 0; k < track.count; k++) track.statistic[k] = statistic[at + k]!;
    track.doubt = ownPartial || othersPartial ? track.doubts.fill(0) : null;
    if (ownPartial) markDoubt(column.status, r * width + end, end, firstSeason + start, lagsBySeason, track.doubts);
    if (othersPartial) markDoubt(other!.status, r * width + end, end, 0, otherLags, track.doubts);
    return runLifecycle(track, rule, thresholdsOf(labourForce[r]!), signals, goOn);
  };
  for (let r = 0; r < regions; r++) {
    const at = r * next;
    const spoke = carried[r * CARRIED] === 1;
    const speaks = spoke || (ruleApplies(rule, panel.tree, r, ruleSet) && hasValue(column.values, r * width, width));
    if (!speaks || (detector.other && !other)) {
      silence(signals, at, at + next);
      continue;
    }
    detector.run(inputOf(r), params, out, scratch);
    for (let k = 0; k < next; k++) statistic[at + k] = out.statistic[from - skip + k]!;
    ownPartial = partial(r);
    othersPartial = otherPartial?.(r) === true;
    let started = -1;
    if (kept > 0) {
      carriedKept.region = r;
      started = live(r, ofKept, 0, carriedKept);
    }
    if (kept < next) {
      for (let k = 0; k < CARRIED; k++) carriedRest.numbers[k] = carried[r * CARRIED + k]!;
      const later = live(r, ofRest, kept, carriedRest);
      if (started < 0 && later >= 0) started = kept + later;
      // What a later figure alone makes speak has not spoken yet.
      if (!spoke && kept > 0 && !hasValue(column.values, r * width, from + kept))
        carried.fill(0, r * CARRIED, (r + 1) * CARRIED);
    }
    signals.started[r] = started;
    // As over all periods: before any region had the indicator nothing was missing; where a rule never speaks, nothing waits.
    signals.gap.fill(0, at, at + (started < 0 ? next : firstOfAll));
    for (let k = 0; k < kept; k++) {
      const now = signals.severity[at + k]!;
      if (now === now) severity[r] = now;
    }
  }
  const begun = standing.begun || firstOfAll < kept;
  return { signals, statistic, standing: { carried, severity, begun, reach: standing.reach } };
}

/** Some of a region's next periods as the lifecycle takes them; lent from region to region. */
function trackOf(status: Uint8Array, count: number, countsOn: boolean) {
  return {
    statistic: new Float64Array(count),
    status,
    offset: 0,
    count,
    doubt: null as Uint8Array | null,
    doubts: new Uint8Array(count),
    countsOn,
  };
}

/** Values at the beginning of a span that the rule's detector is not given: it begins at one of its blocks. */
function skipOf(reach: Reach | null, before: number, from: number): number {
  if (!reach) return 0;
  const oldest = before + 1 - reach.values;
  return Math.max(0, Math.floor(oldest / reach.block) * reach.block) - (before - from);
}

/**
 * The series of the regions from `skip` on, in one object that is lent from region to region. `each`: more than its
 * place differs between regions.
 */
function inputsFrom(
  reader: SeriesReader,
  span: Panel,
  skip: number,
  labourForce: Float64Array,
  each: boolean,
): (region: number) => SeriesInput {
  const first = reader.of(0);
  const lent: { -readonly [K in keyof SeriesInput]: SeriesInput[K] } = {
    ...first,
    count: first.count - skip,
    firstPeriod: first.firstPeriod + skip,
    firstSeason: seasonOf(span.frequency, first.firstPeriod + skip),
  };
  return (region) => {
    lent.offset = region * span.count + skip;
    lent.labourForce = labourForce[region]!;
    if (each) {
      const { targets, against, peers } = reader.of(region);
      lent.targets = targets && targets.subarray(skip);
      lent.against = against;
      lent.peers = peers;
    }
    return lent;
  };
}

/**
 * Marks the periods whose statistic rests on a partial aggregate. `place`: of the first of them in `status`; `before`:
 * values of the region in front of it.
 */
function markDoubt(
  status: Uint8Array,
  place: number,
  before: number,
  firstSeason: number,
  lagsBySeason: readonly (readonly number[])[],
  doubts: Uint8Array,
): void {
  for (let k = 0; k < doubts.length; k++) {
    for (const lag of lagsBySeason[(firstSeason + k) % lagsBySeason.length]!)
      if (lag <= before + k && status[place + k - lag] === Status.partial) doubts[k] = 1;
  }
}

/** The last `next` of each region's `width` statuses. */
function newestOf(status: Uint8Array, width: number, next: number): Uint8Array {
  const newest = new Uint8Array((status.length / width) * next);
  for (let r = 0; r * next < newest.length; r++)
    for (let k = 0; k < next; k++) newest[r * next + k] = status[(r + 1) * width - next + k]!;
  return newest;
}
