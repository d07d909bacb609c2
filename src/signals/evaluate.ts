import { worseSign } from '../base/indicators';
import { PERIODS_PER_YEAR, seasonOf, yearOf } from '../base/period';
import { detectorOf, parseParams } from '../detectors/registry';
import {
  type Detector,
  makeOutput,
  makeScratch,
  type ParamValues,
  type SeriesInput,
  type SeriesShape,
} from '../detectors/detector';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { runLifecycle } from './lifecycle';
import { type Rule, type RuleSet, type RuleSignals, SignalState } from './rule';
import { guardFactor, ruleApplies, thresholdArray } from './thresholds';
import { Status } from '../base/status';

/** Yearly targets of an indicator, from the yearly panel, or undefined when the data has none. */
export type TargetsOf = (indicatorId: string) => { readonly panel: Panel; readonly column: Column } | undefined;

/** A rule bound to its detector and checked parameters; a bad rule is a bug here: rule sets are checked when loaded. */
export function bindRule(rule: Rule): { detector: Detector; params: ParamValues } {
  const detector = detectorOf(rule.detector.kind);
  if (!detector) throw new Error(`rule ${rule.id}: no detector of kind ${rule.detector.kind}`);
  const { params, faults } = parseParams(detector, rule.detector.params);
  if (!params)
    throw new Error(`rule ${rule.id}: ${faults.map((f) => `${f.path} = ${f.given}, ${f.expected}`).join('; ')}`);
  return { detector, params };
}

/** Every rule of the set over a prepared panel: detector, thresholds, lifecycle. Same layout as the panel's columns. */
export function evaluateRules(
  panel: Panel,
  ruleSet: RuleSet,
  targetsOf: TargetsOf,
  onRule?: (done: number) => void,
): RuleSignals[] {
  const size = panel.tree.regions.length * panel.count;
  /** Rules without figures say the same everywhere: they share it. */
  let silent: RuleSignals | null = null;
  return ruleSet.rules.map((rule, i) => {
    const prepared = panel.columns.get(formKey(rule.indicator, rule.form));
    let signals: RuleSignals;
    if (prepared && panel.frequency === ruleSet.frequency)
      signals = evaluateRule(panel, ruleSet, rule, prepared, targetsOf);
    else {
      silent ??= silence(makeSignals(rule, panel.tree.regions.length, size), 0, size);
      signals = { ...silent, rule };
    }
    onRule?.((i + 1) / ruleSet.rules.length);
    return signals;
  });
}

function makeSignals(rule: Rule, regions: number, size: number): RuleSignals {
  return {
    rule,
    level: new Uint8Array(size),
    state: new Uint8Array(size),
    severity: new Float32Array(size),
    started: new Int32Array(regions).fill(-1),
    gap: new Uint8Array(size),
  };
}

/** Writes down that a rule does not apply to a stretch of cells. */
function silence(signals: RuleSignals, from: number, to: number): RuleSignals {
  signals.state.fill(SignalState.notApplicable, from, to);
  signals.severity.fill(NaN, from, to);
  return signals;
}

function evaluateRule(panel: Panel, ruleSet: RuleSet, rule: Rule, prepared: Column, targetsOf: TargetsOf): RuleSignals {
  const regions = panel.tree.regions.length;
  const signals = makeSignals(rule, regions, regions * panel.count);
  const column = gradableColumn(prepared, ruleSet.minCoverage);
  const { detector, params } = bindRule(rule);
  const shape = shapeOf(panel, column);
  const lagsBySeason = Array.from({ length: shape.periodsPerYear }, (_, season) =>
    detector.reads(params, shape, season),
  );
  const { count } = panel;
  const out = makeOutput(count);
  const scratch = makeScratch(count);
  const doubt = new Uint8Array(count);
  /** The next partial aggregate of the column, at or after the region at hand. */
  let nextPartial = column.status.indexOf(Status.partial);
  const firstOfAll = firstPeriod(column, count);
  for (let r = 0; r < regions; r++) {
    const offset = r * count;
    if (!ruleApplies(rule, panel.tree, r, ruleSet) || !hasValue(column.values, offset, count)) {
      silence(signals, offset, offset + count);
      continue;
    }
    const input = seriesInput(panel, column, r, targetsOf);
    detector.run(input, params, out, scratch);
    const thresholds = thresholdArray(rule, guardFactor(rule, panel.tree.regions[r]!.labourForce));
    if (nextPartial >= 0 && nextPartial < offset) nextPartial = column.status.indexOf(Status.partial, offset);
    const doubtful = nextPartial >= 0 && nextPartial < offset + count;
    if (doubtful) markDoubt(column.status, input, lagsBySeason, doubt);
    const started = runLifecycle(
      {
        statistic: out.statistic,
        status: column.status,
        offset,
        count,
        doubt: doubtful ? doubt : null,
        countsOn: detector.countsOn,
      },
      rule,
      thresholds,
      signals,
    );
    signals.started[r] = started;
    // Before any region had the indicator nothing was missing; where a rule never speaks, nothing waits for it.
    signals.gap.fill(0, offset, offset + (started < 0 ? count : firstOfAll));
  }
  return signals;
}

/** Marks the periods whose statistic rests on a partial aggregate. */
function markDoubt(
  status: Uint8Array,
  { offset, count, firstSeason }: SeriesInput,
  lagsBySeason: readonly (readonly number[])[],
  doubt: Uint8Array,
): void {
  for (let t = 0; t < count; t++) {
    doubt[t] = 0;
    for (const lag of lagsBySeason[(firstSeason + t) % lagsBySeason.length]!)
      if (lag <= t && status[offset + t - lag] === Status.partial) doubt[t] = 1;
  }
}

/** The first period in which any region has a value. */
function firstPeriod(column: Column, count: number): number {
  let first = count;
  for (let offset = 0; offset < column.values.length; offset += count) {
    for (let t = 0; t < first; t++) if (!Number.isNaN(column.values[offset + t])) first = t;
  }
  return first;
}

function shapeOf(panel: Panel, column: Column): SeriesShape {
  const kind = column.steps.includes('decumulate') ? 'flow' : column.indicator.kind;
  return { kind, periodsPerYear: PERIODS_PER_YEAR[panel.frequency] };
}

/** A region's series as its detector sees it. */
export function seriesInput(panel: Panel, column: Column, region: number, targetsOf: TargetsOf): SeriesInput {
  return {
    values: column.values,
    offset: region * panel.count,
    count: panel.count,
    sign: worseSign(column.indicator),
    ...shapeOf(panel, column),
    firstSeason: seasonOf(panel.frequency, panel.first),
    labourForce: panel.tree.regions[region]!.labourForce,
    targets: targetSeries(panel, region, targetsOf(column.indicator.id)),
  };
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

function hasValue(values: Float64Array, offset: number, count: number): boolean {
  for (let cell = offset; cell < offset + count; cell++) if (values[cell] === values[cell]) return true;
  return false;
}

function targetSeries(panel: Panel, region: number, yearly: ReturnType<TargetsOf>): Float64Array | null {
  if (!yearly) return null;
  const targets = new Float64Array(panel.count);
  for (let t = 0; t < panel.count; t++) {
    const at = yearOf(panel.frequency, panel.first + t) - yearly.panel.first;
    targets[t] = at >= 0 && at < yearly.panel.count ? yearly.column.values[region * yearly.panel.count + at]! : NaN;
  }
  return targets;
}
