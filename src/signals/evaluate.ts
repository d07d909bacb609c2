import { derivedStatus, Status } from '../base/status';
import { detectorOf } from '../detectors/registry';
import { parseParams } from '../detectors/params';
import { type Detector, makeOutput, makeScratch } from '../detectors/detector';
import type { ParamValues } from '../detectors/params';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { CARRIED, runLifecycle } from './lifecycle';
import { type Rule, type RuleSet, type RuleSignals, SignalState } from './rule';
import { seriesReader, type TargetsOf } from './series';
import { guardedThresholds, ruleApplies } from './thresholds';

/** A rule bound to its detector and checked parameters; a bad rule is a bug here: rule sets are checked when loaded. */
export function bindRule(rule: Rule): { detector: Detector; params: ParamValues } {
  const detector = detectorOf(rule.detector.kind);
  if (!detector) throw new Error(`rule ${rule.id}: no detector of kind ${rule.detector.kind}`);
  const { params, faults } = parseParams(detector, rule.detector.params);
  if (!params)
    throw new Error(`rule ${rule.id}: ${faults.map((f) => `${f.path} = ${f.given}, ${f.expected}`).join('; ')}`);
  return { detector, params };
}

/** Statistics by rule, panel layout: so that a rule whose thresholds alone have changed need not run its detector again. */
export interface KeptStatistics {
  get(rule: Rule): Float64Array | undefined;
  put(rule: Rule, statistics: Float64Array): void;
}

/** Every rule of the set over a prepared panel: detector, thresholds, lifecycle. Same layout as the panel's columns. */
export function evaluateRules(
  panel: Panel,
  ruleSet: RuleSet,
  targetsOf: TargetsOf,
  kept?: KeptStatistics,
): RuleSignals[] {
  return [...evaluateEach(panel, ruleSet, targetsOf, kept)];
}

/** The same, rule by rule in the order of the set, for a caller that does something in between. */
export function* evaluateEach(
  panel: Panel,
  ruleSet: RuleSet,
  targetsOf: TargetsOf,
  kept?: KeptStatistics,
): Generator<RuleSignals> {
  const size = panel.tree.regions.length * panel.count;
  /** Rules without figures say the same everywhere: they share it. */
  let silent: RuleSignals | null = null;
  for (const rule of ruleSet.rules) {
    const prepared = panel.columns.get(formKey(rule.indicator, rule.form));
    if (prepared && panel.frequency === ruleSet.frequency)
      yield evaluateRule(panel, ruleSet, rule, prepared, targetsOf, kept);
    else {
      silent ??= silence(makeSignals(rule, panel.tree.regions.length, size), 0, size);
      yield { ...silent, rule };
    }
  }
}

export function makeSignals(rule: Rule, regions: number, size: number): RuleSignals {
  return {
    rule,
    level: new Uint8Array(size),
    state: new Uint8Array(size),
    severity: new Float32Array(size),
    started: new Int32Array(regions).fill(-1),
    gap: new Uint8Array(size),
  };
}

/** What the lifecycles of a rule carry beyond the last period, kept as long as its signals. */
const carriedBeyond = new WeakMap<RuleSignals, Int16Array>();

/** What the next period goes on from, of signals as `evaluateRules` made them; null where no lifecycle has run. */
export function carriedOf(signals: RuleSignals): Int16Array | null {
  return carriedBeyond.get(signals) ?? null;
}

/** Writes down that a rule does not apply to a stretch of cells. */
export function silence(signals: RuleSignals, from: number, to: number): RuleSignals {
  signals.state.fill(SignalState.notApplicable, from, to);
  signals.severity.fill(NaN, from, to);
  return signals;
}

function evaluateRule(
  panel: Panel,
  ruleSet: RuleSet,
  rule: Rule,
  prepared: Column,
  targetsOf: TargetsOf,
  kept?: KeptStatistics,
): RuleSignals {
  const regions = panel.tree.regions.length;
  const signals = makeSignals(rule, regions, regions * panel.count);
  const carried = new Int16Array(regions * CARRIED);
  const column = gradableColumn(prepared, ruleSet.minCoverage);
  const { detector, params } = bindRule(rule);
  const reader = seriesReader(panel, column, detector, params, targetsOf, (other) =>
    gradableColumn(other, ruleSet.minCoverage),
  );
  const { shape, other } = reader;
  const status = other ? jointStatus(column.status, other.status) : column.status;
  const lagsBySeason = Array.from({ length: shape.periodsPerYear }, (_, season) =>
    detector.reads(params, shape, season),
  );
  const otherLags = other ? [detector.other!.reads(params, shape)] : null;
  const { count } = panel;
  const out = makeOutput(count);
  const scratch = makeScratch(count);
  const thresholdsOf = guardedThresholds(rule);
  const doubt = new Uint8Array(count);
  const partial = partialStretches(column.status, count);
  const otherPartial = other && partialStretches(other.status, count);
  const firstOfAll = firstPeriod(column, count);
  const known = kept?.get(rule);
  const fresh = kept && !known ? new Float64Array(regions * count) : null;
  for (let r = 0; r < regions; r++) {
    const offset = r * count;
    const speaks = ruleApplies(rule, panel.tree, r, ruleSet) && hasValue(column.values, offset, count);
    if (!speaks || (detector.other && !other)) {
      silence(signals, offset, offset + count);
      continue;
    }
    const input = reader.of(r);
    if (known) out.statistic.set(known.subarray(offset, offset + count));
    else detector.run(input, params, out, scratch);
    fresh?.set(out.statistic, offset);
    const thresholds = thresholdsOf(panel.tree.regions[r]!.labourForce);
    const own = partial(r);
    const others = otherPartial?.(r) ?? false;
    const doubtful = own || others;
    if (doubtful) doubt.fill(0);
    if (own) markDoubt(column.status, offset, input.firstSeason, lagsBySeason, doubt);
    if (others) markDoubt(other!.status, offset, 0, otherLags!, doubt);
    const started = runLifecycle(
      {
        statistic: out.statistic,
        status,
        offset,
        count,
        doubt: doubtful ? doubt : null,
        countsOn: detector.countsOn,
      },
      rule,
      thresholds,
      signals,
      { numbers: carried, region: r },
    );
    signals.started[r] = started;
    // Before any region had the indicator nothing was missing; where a rule never speaks, nothing waits for it.
    signals.gap.fill(0, offset, offset + (started < 0 ? count : firstOfAll));
  }
  if (fresh) kept!.put(rule, fresh);
  carriedBeyond.set(signals, carried);
  return signals;
}

/** Marks the periods whose statistic rests on a partial aggregate. */
function markDoubt(
  status: Uint8Array,
  offset: number,
  firstSeason: number,
  lagsBySeason: readonly (readonly number[])[],
  doubt: Uint8Array,
): void {
  for (let t = 0; t < doubt.length; t++) {
    for (const lag of lagsBySeason[(firstSeason + t) % lagsBySeason.length]!)
      if (lag <= t && status[offset + t - lag] === Status.partial) doubt[t] = 1;
  }
}

/** Whether a region's stretch of a column holds a partial aggregate. Regions are asked for in their order. */
export function partialStretches(status: Uint8Array, count: number): (region: number) => boolean {
  let next = status.indexOf(Status.partial);
  return (region) => {
    const from = region * count;
    if (next >= 0 && next < from) next = status.indexOf(Status.partial, from);
    return next >= 0 && next < from + count;
  };
}

/** What a statistic of two series rests on is no better than the worse of the two. */
export function jointStatus(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((own, cell) => {
    const other = b[cell]!;
    for (const absent of [Status.expectedGap, Status.missing, Status.held])
      if (own === absent || other === absent) return absent;
    return derivedStatus(own, other);
  });
}

/** The first period in which any region has a value. */
export function firstPeriod(column: Column, count: number): number {
  let first = count;
  for (let offset = 0; offset < column.values.length; offset += count) {
    for (let t = 0; t < first; t++) if (!Number.isNaN(column.values[offset + t])) first = t;
  }
  return first;
}

/** Shares are stored as 32-bit numbers: 19 of 20 children reach 0.95. */
const SHARE_DUST = 1e-6;

/** Masked columns, kept as long as their originals: every derivation asks for them again. */
const gradable = new WeakMap<Column, { readonly minCoverage: number; readonly column: Column }>();

/** An aggregate with too little behind it is shown, not graded: to the rules it is missing, in every window. */
export function gradableColumn(column: Column, minCoverage: number): Column {
  const known = gradable.get(column);
  if (known?.minCoverage === minCoverage) return known.column;
  const masked = maskColumn(column, minCoverage);
  gradable.set(column, { minCoverage, column: masked });
  return masked;
}

function maskColumn(column: Column, minCoverage: number): Column {
  const { coverage } = column;
  if (!coverage) return column;
  const next = (from: number): number => column.status.indexOf(Status.partial, from);
  let values: Float64Array | null = null;
  let status = column.status;
  for (let cell = next(0); cell >= 0; cell = next(cell + 1)) {
    if (coverage[cell]! >= minCoverage - SHARE_DUST) continue;
    if (!values) {
      values = column.values.slice();
      status = column.status.slice();
    }
    values[cell] = NaN;
    status[cell] = Status.missing;
  }
  return values ? { ...column, values, status } : column;
}

export function hasValue(values: Float64Array, offset: number, count: number): boolean {
  for (let cell = offset; cell < offset + count; cell++) if (values[cell] === values[cell]) return true;
  return false;
}
