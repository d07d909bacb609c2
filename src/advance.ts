import { type Assessment, type Config, gradedPanel, needsOf, yearlyTargets } from './assess';
import { type Day, type Period, seasonOf } from './base/period';
import { type FormNeed, formKey } from './indicators/form';
import { prepare } from './indicators/prepare';
import { gradeRegions } from './levels/grade';
import { weighsByData } from './levels/index-weights';
import type { Levels } from './levels/levels';
import { panelAsOf } from './panel/as-of';
import { lastKnownOn } from './panel/build';
import type { Column, Panel, Panels } from './panel/panel';
import { bindRule, carriedOf, gradableColumn } from './signals/evaluate';
import { CARRIED } from './signals/lifecycle';
import { evaluateNext, type Reach, reachOf, type RuleStanding } from './signals/next-period';
import type { RuleSignals } from './signals/rule';

/**
 * All that the next period's levels rest on, besides its own figures (docs/decisions/one-month-at-a-time.md). A value:
 * going on from it leaves it as it was, so that one can go on from it again, with other figures.
 */
export interface Standing {
  readonly config: Config;
  /** Day of knowledge, as in `assess`. */
  readonly asOf: Day | null;
  /** Day from which "not yet due" followed; null when unknown. */
  readonly day: Day | null;
  /** Place and regions: the periods so far, without their columns. */
  readonly panel: Panel;
  /** By form, how many of the newest periods the rules take; Infinity = all. */
  readonly widths: ReadonlyMap<string, number>;
  /** By form, these periods, masked as the rules read them. */
  readonly spans: ReadonlyMap<string, Column>;
  readonly rules: readonly RuleStanding[];
}

/** What an assessment says of one period: every array has one entry a region. */
export interface Advanced {
  readonly period: Period;
  readonly signals: readonly RuleSignals[];
  readonly levels: Levels;
  /** From which the period after goes on. */
  readonly standing: Standing;
}

/** From where an assessment leaves off; null where nothing can go on from it: an index weighed by the data changes with it. */
export function standingOf(assessment: Assessment): Standing | null {
  const { config, asOf, panel, signals } = assessment;
  if (weighsByData(config.scheme) || panel.count === 0) return null;
  const regions = panel.tree.regions.length;
  const spans = new Map<string, Column>();
  const reaches = config.ruleSet.rules.map((rule) => {
    const column = panel.columns.get(formKey(rule.indicator, rule.form));
    return column ? reachOf(rule, panel, column) : null;
  });
  const widths = widthsOf(config, panel, reaches);
  for (const [key, width] of widths) {
    const column = gradableColumn(panel.columns.get(key)!, config.ruleSet.minCoverage);
    spans.set(key, spanFrom(column, regions, panel.count, Math.min(width, panel.count)));
  }
  return {
    config,
    asOf,
    day: asOf ?? lastKnownOn(panel),
    panel: { ...panel, columns: new Map() },
    widths,
    spans,
    rules: signals.map((s, k) => ({
      carried: carriedOf(s) ?? new Int16Array(regions * CARRIED),
      severity: lastSeverities(s.severity, regions),
      reach: reaches[k]!,
    })),
  };
}

/**
 * The levels of the next period: one period's work, whatever came before, and to the byte what `assess` says of it over
 * all periods. `panels`: at least the last period so far and the next one, with the same indicators; more before or
 * after does no harm. Nothing before the next period may have changed: see `samePeriods`. Rules whose detector rests on
 * all that came before (streak, CUSUM, EWMA, fitted models) are computed over their whole series again.
 */
export function advance(standing: Standing, panels: Panels, asOf: Day | null): Advanced {
  const { config, panel: so } = standing;
  const { ruleSet, scheme } = config;
  const period = so.first + so.count;
  const reported = gradedPanel(panels, config.ruleSet.frequency);
  const known = reported && periodsFrom(asOf === null ? reported : panelAsOf(reported, asOf), period - 1, 2);
  if (!known || known.tree !== so.tree || known.frequency !== so.frequency)
    throw new Error(`advance: period ${period} cannot follow`);
  const day = asOf ?? laterOf(standing.day, lastKnownOn(known));
  const prepared = prepare(known, needsOf(ruleSet), day);
  const regions = so.tree.regions.length;
  const spans = new Map<string, Column>();
  for (const [key, width] of standing.widths) {
    const column = prepared.columns.get(key);
    if (!column) throw new Error(`advance: ${key} is not there any more`);
    // A joint January is known with its February only.
    const again = key.endsWith('/joint') && seasonOf('month', period) === 1;
    const graded = gradableColumn(column, ruleSet.minCoverage);
    spans.set(key, append(standing.spans.get(key)!, graded, regions, Math.min(width, so.count + 1), again));
  }

  const panel: Panel = { ...so, first: period, count: 1, batches: known.batches };
  const labourForce = Float64Array.from(so.tree.regions, (r) => r.labourForce);
  const recent = { panel, before: so.count, spans, targetsOf: yearlyTargets(panels, asOf), labourForce };
  const next = ruleSet.rules.map((rule, k) => evaluateNext(recent, ruleSet, rule, standing.rules[k]!));
  const signals = next.map((n) => n.signals);
  return {
    period,
    signals,
    levels: gradeRegions(panel, signals, scheme),
    standing: {
      config,
      asOf,
      day,
      panel: { ...so, count: so.count + 1, batches: known.batches },
      widths: standing.widths,
      spans,
      rules: next.map((n) => n.standing),
    },
  };
}

/** Newest values of each form that the rules take, two at least; only forms that the panel has. */
function widthsOf({ ruleSet }: Config, panel: Panel, reaches: readonly (Reach | null)[]): Map<string, number> {
  const widths = new Map<string, number>();
  const widen = (need: FormNeed, width: number): void => {
    const key = formKey(need.indicator, need.form);
    if (panel.columns.has(key)) widths.set(key, Math.max(2, width, widths.get(key) ?? 0));
  };
  ruleSet.rules.forEach((rule, k) => {
    const reach = reaches[k];
    widen(rule, reach ? reach.values + reach.block - 1 : Infinity);
    const { detector, params } = bindRule(rule);
    if (detector.other) widen(detector.other.of(params), Infinity);
  });
  return widths;
}

/** The last `width` periods of each region; sources are left behind. */
function spanFrom(column: Column, regions: number, count: number, width: number): Column {
  const values = new Float64Array(regions * width);
  const status = new Uint8Array(regions * width);
  for (let r = 0; r < regions; r++) {
    const end = (r + 1) * count;
    values.set(column.values.subarray(end - width, end), r * width);
    status.set(column.status.subarray(end - width, end), r * width);
  }
  return bare(column, values, status);
}

/**
 * A span with the second of the column's two periods at its end; `again`: the first is taken as well, in the place of
 * what stood there.
 */
function append(span: Column, column: Column, regions: number, width: number, again: boolean): Column {
  const old = span.values.length / regions;
  const values = new Float64Array(regions * width);
  const status = new Uint8Array(regions * width);
  if (old === width) {
    // Every value moves down one place; those that leave their region are written over below.
    values.set(span.values.subarray(1));
    status.set(span.status.subarray(1));
  } else {
    for (let r = 0; r < regions; r++) {
      values.set(span.values.subarray(r * old, (r + 1) * old), r * width);
      status.set(span.status.subarray(r * old, (r + 1) * old), r * width);
    }
  }
  for (let r = 0; r < regions; r++) {
    const last = r * width + width - 1;
    values[last] = column.values[2 * r + 1]!;
    status[last] = column.status[2 * r + 1]!;
    if (!again) continue;
    values[last - 1] = column.values[2 * r]!;
    status[last - 1] = column.status[2 * r]!;
  }
  return bare(column, values, status);
}

/** So many periods from one on, without their sources; undefined when the panel does not have them all. */
function periodsFrom(panel: Panel, first: Period, count: number): Panel | undefined {
  const at = first - panel.first;
  if (at < 0 || at + count > panel.count) return undefined;
  if (at === 0 && count === panel.count) return panel;
  const regions = panel.tree.regions.length;
  const take = <A extends Float64Array | Uint8Array | Int32Array>(from: A, to: A): A => {
    for (let r = 0; r < regions; r++)
      for (let t = 0; t < count; t++) to[r * count + t] = from[r * panel.count + at + t]!;
    return to;
  };
  const columns = new Map(
    Array.from(panel.columns, ([key, c]) => {
      const values = take(c.values, new Float64Array(regions * count));
      const cut = bare(c, values, take(c.status, new Uint8Array(regions * count)));
      return [key, { ...cut, knownOn: c.knownOn && take(c.knownOn, new Int32Array(regions * count)) }] as const;
    }),
  );
  return { ...panel, first, count, columns };
}

function bare(column: Column, values: Float64Array, status: Uint8Array): Column {
  return { ...column, values, status, knownOn: null, batch: null, row: null, revisions: null, coverage: null };
}

/** The last severity of each region, 0 where there is none. */
function lastSeverities(severity: Float32Array, regions: number): Float32Array {
  const count = severity.length / regions;
  return Float32Array.from({ length: regions }, (_, r) => {
    for (let cell = (r + 1) * count - 1; cell >= r * count; cell--)
      if (severity[cell] === severity[cell]) return severity[cell]!;
    return 0;
  });
}

function laterOf(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
