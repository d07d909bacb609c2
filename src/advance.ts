import { type Assessment, type Config, gradedPanel, needsOf, yearlyTargets } from './assess';
import type { Look, Seen } from './backtest/replay';
import { type Day, seasonOf } from './base/period';
import { type FormNeed, formKey } from './indicators/form';
import { prepare } from './indicators/prepare';
import { gradeRegions } from './levels/grade';
import { weighsByData } from './levels/index-weights';
import { countAsOf, stretchAsOf } from './panel/as-of';
import { lastKnownOn } from './panel/build';
import type { Column, Panel, Panels } from './panel/panel';
import { bindRule, carriedOf, firstPeriod, gradableColumn } from './signals/evaluate';
import { CARRIED } from './signals/lifecycle';
import { evaluateNext, type Reach, reachOf, type RuleStanding } from './signals/next-period';

/**
 * All that the next periods' levels rest on, besides their own figures (docs/decisions/one-month-at-a-time.md). A value:
 * going on from it leaves it as it was, so that one can go on from it again, with other figures.
 */
export interface Standing {
  readonly config: Config;
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

/** What an assessment says of the next periods: every array has one entry a region and period. */
export interface Advanced extends Seen {
  /** The next periods alone, without columns. */
  readonly panel: Panel;
  readonly statistics: readonly Float64Array[];
  /** From which the period after those kept goes on. */
  readonly standing: Standing;
}

/** So many standings are held by one that looks again and again: revisions mostly reach back a few periods. */
const MOST_HELD = 8;

/**
 * From where an assessment leaves off, or (`count` 0) from where it begins; null where nothing can go on from it: an
 * index weighed by the data changes with each month, and so does the adjustment for the Spring Festival.
 */
export function standingOf(assessment: Assessment, count: number = assessment.panel.count): Standing | null {
  const { config, asOf, signals } = assessment;
  const whole = assessment.panel;
  if (count !== 0 && count !== whole.count) throw new Error('standingOf: neither the beginning nor the end');
  if (weighsByData(config.scheme) || needsOf(config.ruleSet).some(({ form }) => form === 'festival')) return null;
  const regions = whole.tree.regions.length;
  const columns = config.ruleSet.rules.map((rule) => {
    const column = whole.columns.get(formKey(rule.indicator, rule.form));
    return column && gradableColumn(column, config.ruleSet.minCoverage);
  });
  const reaches = config.ruleSet.rules.map((rule, k) => (columns[k] ? reachOf(rule, whole, columns[k]) : null));
  const widths = widthsOf(config, whole, reaches);
  const spans = new Map<string, Column>();
  for (const [key, width] of widths) {
    const column = gradableColumn(whole.columns.get(key)!, config.ruleSet.minCoverage);
    spans.set(key, cutSpan(column, regions, count, Math.min(width, count)));
  }
  return {
    config,
    day: count === 0 ? null : (asOf ?? lastKnownOn(whole)),
    panel: { ...whole, count, columns: new Map() },
    widths,
    spans,
    rules: signals.map((s, k) => ({
      carried: (count > 0 && carriedOf(s)) || new Int16Array(regions * CARRIED),
      severity: count > 0 ? lastSeverities(s.severity, regions) : new Float32Array(regions),
      begun: count > 0 && columns[k] !== undefined && firstPeriod(columns[k], count) < count,
      reach: reaches[k]!,
    })),
  };
}

/**
 * The levels of the next `count` periods: their work alone, whatever came before, and to the byte what `assess` says of
 * them as the last ones of all. `panels`: at least the last period so far and the next ones, with the same indicators;
 * more before or after does no harm. Nothing before the next periods may have changed. The new standing takes in the
 * first `kept` of them. Rules whose detector rests on all that came before (streak, CUSUM, EWMA, fitted models) are
 * computed over their whole series again.
 */
export function advance(
  standing: Standing,
  panels: Panels,
  asOf: Day | null,
  count = 1,
  kept: number = count,
): Advanced {
  const { config, panel: so } = standing;
  const { ruleSet, scheme } = config;
  const first = so.first + so.count;
  const lead = Math.min(1, so.count);
  const reported = gradedPanel(panels, ruleSet.frequency);
  const from = reported ? first - lead - reported.first : -1;
  const whole = reported && asOf !== null ? countAsOf(reported, asOf) : (reported?.count ?? 0);
  if (
    !reported ||
    reported.tree !== so.tree ||
    reported.frequency !== so.frequency ||
    from < 0 ||
    from + lead + count > whole
  )
    throw new Error(`advance: ${count} periods from ${first} on cannot follow`);
  const known =
    asOf === null ? periodsFrom(reported, from, lead + count) : stretchAsOf(reported, from, lead + count, asOf);
  const day = asOf ?? laterOf(standing.day, lastKnownOn(known));
  const prepared = prepare(known, needsOf(ruleSet), day);
  const regions = so.tree.regions.length;
  const spans = new Map<string, Column>();
  const keptSpans = new Map<string, Column>();
  for (const [key, width] of standing.widths) {
    const column = prepared.columns.get(key);
    if (!column) throw new Error(`advance: ${key} is not there any more`);
    // A joint January is known with its February only.
    const again = lead === 1 && key.endsWith('/joint') && seasonOf('month', first) === 1;
    const graded = gradableColumn(column, ruleSet.minCoverage);
    const all = Math.min(width + count - 1, so.count + count);
    const span = append(standing.spans.get(key)!, graded, regions, all, count, again);
    spans.set(key, span);
    const rest = count - kept;
    if (kept > 0) keptSpans.set(key, cutSpan(span, regions, all - rest, Math.min(width, so.count + kept), all));
  }

  const panel: Panel = { ...so, first, count, columns: new Map(), batches: known.batches };
  const labourForce = Float64Array.from(so.tree.regions, (r) => r.labourForce);
  const targetsOf = yearlyTargets(panels, asOf);
  const recent = { panel, before: so.count, kept, spans, targetsOf, labourForce };
  const next = ruleSet.rules.map((rule, k) => evaluateNext(recent, ruleSet, rule, standing.rules[k]!));
  const signals = next.map((n) => n.signals);
  return {
    config,
    panel,
    targetsOf,
    signals,
    statistics: next.map((n) => n.statistic),
    levels: gradeRegions(panel, signals, scheme),
    standing:
      kept === 0
        ? standing
        : {
            config,
            day,
            panel: { ...so, count: so.count + kept, batches: known.batches },
            widths: standing.widths,
            spans: keptSpans,
            rules: next.map((n) => n.standing),
          },
  };
}

/**
 * Answers the looks of a replay, each from what it shares with those before it: only periods from the first changed one
 * on are graded again. `last`: the answer to the first look, with all that is known. Null where nothing can go on.
 */
export function lookOnward(panels: Panels, last: Assessment): ((look: Look, asOf: Day) => Seen) | null {
  const beginning = standingOf(last, 0);
  if (!beginning) return null;
  const held = [beginning];
  return ({ count, from, next }, asOf) => {
    while (held.at(-1)!.panel.count > from) held.pop();
    const standing = held.at(-1)!;
    const so = standing.panel.count;
    const seen = advance(standing, panels, asOf, count - so, Math.max(0, Math.min(next, count) - so));
    if (seen.standing !== standing) held.push(seen.standing);
    if (held.length > MOST_HELD) held.splice(1, 1);
    return seen;
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

/** The `width` periods up to `end` of each region's `count`; sources are left behind. */
function cutSpan(
  column: Column,
  regions: number,
  end: number,
  width: number,
  count: number = column.values.length / regions,
): Column {
  if (width === count) return bare(column, column.values, column.status);
  const values = new Float64Array(regions * width);
  const status = new Uint8Array(regions * width);
  for (let r = 0; r < regions; r++) {
    for (let k = 0; k < width; k++) {
      values[r * width + k] = column.values[r * count + end - width + k]!;
      status[r * width + k] = column.status[r * count + end - width + k]!;
    }
  }
  return bare(column, values, status);
}

/**
 * `width` periods of each region: the end of a span, and behind it the last `next` of a column; `again`: of the column
 * the one before them is taken as well, in the place of what stood there.
 */
function append(span: Column, column: Column, regions: number, width: number, next: number, again: boolean): Column {
  const old = span.values.length / regions;
  const given = column.values.length / regions;
  const from = width - next;
  const taken = again && from > 0 ? from - 1 : from;
  const values = new Float64Array(regions * width);
  const status = new Uint8Array(regions * width);
  let moved = 0;
  // Of one period more each value moves down one place: those that leave their region are written over below.
  if (old === width && next === 1) {
    values.set(span.values.subarray(1));
    status.set(span.status.subarray(1));
    moved = taken;
  }
  for (let r = 0; r < regions; r++) {
    const a = (r + 1) * old - from;
    const b = (r + 1) * given - width;
    const to = r * width;
    for (let k = moved; k < taken; k++) {
      values[to + k] = span.values[a + k]!;
      status[to + k] = span.status[a + k]!;
    }
    for (let k = taken; k < width; k++) {
      values[to + k] = column.values[b + k]!;
      status[to + k] = column.status[b + k]!;
    }
  }
  return bare(column, values, status);
}

/** So many periods from a position on, without their sources. */
function periodsFrom(panel: Panel, from: number, count: number): Panel {
  if (from === 0 && count === panel.count) return panel;
  const regions = panel.tree.regions.length;
  const take = <A extends Float64Array | Uint8Array | Int32Array>(of: A, to: A): A => {
    for (let r = 0; r < regions; r++)
      for (let t = 0; t < count; t++) to[r * count + t] = of[r * panel.count + from + t]!;
    return to;
  };
  const columns = new Map(
    Array.from(panel.columns, ([key, c]) => {
      const values = take(c.values, new Float64Array(regions * count));
      const cut = bare(c, values, take(c.status, new Uint8Array(regions * count)));
      return [key, { ...cut, knownOn: c.knownOn && take(c.knownOn, new Int32Array(regions * count)) }] as const;
    }),
  );
  return { ...panel, first: panel.first + from, count, columns };
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
