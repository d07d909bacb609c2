import type { Issue } from '../base/issue';
import type { Period } from '../base/period';
import { cellOf, type Column, type Panel } from './panel';
import { ShockDraft } from './shock-draft';
import { moveParents } from './shock-parents';
import { movesOfRegion, type ShockChange } from './shock-series';

/**
 * One change of an indicator, supposed, not observed. Both ends of the stretch are included.
 *
 * `factor` and `shock` act on the regions named and on all that lies below them. A shock is in the unit; of what is
 * summed upward it is the amount of the named region as a whole (`all`: of each root), shared among the reporting
 * regions below by labour force, or evenly where one is not known; of a rate or an index everybody gets it whole.
 * `path`: the figures of the named regions themselves, one for each period, null = left as it is, nothing is filled in
 * between. It alone may go on after a region's last figure: then it is a projection.
 */
export interface Shock {
  readonly indicator: string;
  readonly regions: 'all' | readonly string[];
  readonly from: Period;
  readonly to: Period;
  readonly change: ShockChange;
}

export interface Shocked {
  readonly panel: Panel;
  /** Figures that the plausible range of their indicator stopped, one for each shock and region. */
  readonly issues: readonly Issue[];
  /** Figures that each shock changed by itself, parents not counted; 0 says that it meets nothing. */
  readonly touched: readonly number[];
  /** Own figures of regions above that stay as reported: their indicator is not made from the parts, or weights lack. */
  readonly left: readonly { readonly indicator: string; readonly regionCode: string }[];
}

/**
 * The panel as it would be. Values alone change: every status stays, what is missing stays missing, and revisions are
 * left out, for the supposition is not of any day. Shocks act one after the other.
 *
 * Figures that count up over the year: the change is one of the single periods, which are then added up again, so that
 * the rest of the year moves with it. Where a figure stands for several periods (January is published with February,
 * a month is missing), each of them has an even share.
 *
 * A parent's own figure moves by the sum, or by the weighted share, of its children's changes; a ratio that is reported
 * moves with its parts. No figure leaves the plausible range of its indicator.
 */
export function shockPanel(panel: Panel, shocks: readonly Shock[]): Shocked {
  const last = Math.max(panel.first + panel.count - 1, ...shocks.filter(isPath).map((s) => s.to));
  const longer = extended(panel, last - panel.first + 1);
  const columns = new Map(longer.columns);
  const issues: Issue[] = [];
  const touched: number[] = [];
  const left: { indicator: string; regionCode: string }[] = [];
  for (const shock of shocks) {
    const column = columns.get(shock.indicator);
    if (!column) throw new Error(`shock: the panel has no ${shock.indicator}`);
    const draft = new ShockDraft(longer, column);
    touched.push(shockRegions(longer, draft, shock));
    const weights = (id: string): Column | undefined => columns.get(id);
    for (const region of moveParents(longer, draft, weights))
      left.push({ indicator: shock.indicator, regionCode: longer.tree.regions[region]!.code });
    issues.push(...draft.issues());
    columns.set(shock.indicator, draft.finish('shock'));
    moveRatios(longer, columns, column, columns.get(shock.indicator)!);
  }
  return { panel: { ...longer, columns }, issues, touched, left };
}

function isPath({ change }: Shock): boolean {
  return change.kind === 'path';
}

/** Changes the figures of the regions that a shock names; how many. */
function shockRegions(panel: Panel, draft: ShockDraft, shock: Shock): number {
  const { change, from, to } = shock;
  let changed = 0;
  for (const [region, part] of partsOf(panel, draft, shock)) {
    const scaled = change.kind === 'shock' ? { ...change, amount: change.amount * part } : change;
    const moves = movesOfRegion(panel, draft.indicator, draft.before, region, {
      from: from - panel.first,
      to: to - panel.first,
      change: scaled,
    });
    for (const [t, value] of moves) draft.put(region, t, value);
    if (moves.length > 0) draft.touched[region] = 1;
    changed += moves.length;
  }
  return changed;
}

/** Regions with figures that a shock changes, each with its part of the amount. */
function partsOf(panel: Panel, draft: ShockDraft, { regions, change }: Shock): Map<number, number> {
  const { tree, count } = panel;
  const reports = (r: number): boolean => {
    for (let cell = r * count; cell < (r + 1) * count; cell++)
      if (draft.before[cell] === draft.before[cell]) return true;
    return false;
  };
  const named = regions === 'all' ? tree.roots : regions.flatMap((code) => tree.indexOf.get(code) ?? []);
  const parts = new Map<number, number>();
  if (change.kind === 'path') {
    const meant = regions === 'all' ? tree.regions.map((_, r) => r) : named;
    for (const r of meant) if (reports(r)) parts.set(r, 1);
    return parts;
  }
  const summed = draft.indicator.aggregation.by === 'sum';
  const isNamed = new Set(named);
  const below = (r: number): number[] => [r, ...tree.children[r]!.flatMap(below)];
  const hasNamedAbove = (r: number): boolean => {
    for (let p = tree.regions[r]!.parent; p >= 0; p = tree.regions[p]!.parent) if (isNamed.has(p)) return true;
    return false;
  };
  // A place that is named beside the region above it is in that region already.
  for (const top of named.filter((r) => !hasNamedAbove(r))) {
    const all = below(top);
    const lowest = new Set(all.filter((r) => reports(r) && !below(r).some((b) => b !== r && reports(b))));
    const size = sizeAmong(panel, [...lowest]);
    const whole = [...lowest].reduce((sum, r) => sum + size(r), 0);
    for (const r of all) {
      if (!reports(r)) continue;
      const share = below(r).reduce((sum, b) => sum + (lowest.has(b) ? size(b) : 0), 0) / whole;
      parts.set(r, summed ? share : 1);
    }
  }
  return parts;
}

/** By what an amount is shared: the labour force where it is known of all, else all alike. */
function sizeAmong({ tree }: Panel, regions: readonly number[]): (region: number) => number {
  const known = regions.every((r) => tree.regions[r]!.labourForce > 0);
  return (r) => (known ? tree.regions[r]!.labourForce : 1);
}

/** Ratios that are reported, not computed, go with their parts. */
function moveRatios(panel: Panel, columns: Map<string, Column>, before: Column, after: Column): void {
  const { id } = after.indicator;
  for (const ratio of Array.from(columns.values())) {
    const rule = ratio.indicator.aggregation;
    if (rule.by !== 'ratio' || (rule.numerator !== id && rule.denominator !== id)) continue;
    const draft = new ShockDraft(panel, ratio);
    for (let cell = 0; cell < draft.values.length; cell++) {
      const [was, is, value] = [before.values[cell]!, after.values[cell]!, ratio.values[cell]!];
      if (value !== value || was === is || !(was > 0) || !(is > 0)) continue;
      const factor = rule.numerator === id ? is / was : was / is;
      draft.put(Math.floor(cell / panel.count), cell % panel.count, value * factor);
    }
    columns.set(ratio.indicator.id, draft.finish('shock'));
  }
}

/** The panel with missing periods at its end. */
function extended(panel: Panel, count: number): Panel {
  if (count <= panel.count) return panel;
  const regions = panel.tree.regions.length;
  const longer = { ...panel, count };
  const stretch = <A extends Float64Array | Uint8Array | Int32Array | Uint16Array | Uint32Array | Float32Array>(
    from: A,
    to: A,
  ): A => {
    for (let r = 0; r < regions; r++) {
      to.set(from.subarray(r * panel.count, (r + 1) * panel.count) as never, cellOf(longer, r, panel.first));
    }
    return to;
  };
  const size = regions * count;
  const columns = [...panel.columns].map(([key, c]): [string, Column] => [
    key,
    {
      ...c,
      values: stretch(c.values, new Float64Array(size).fill(NaN)),
      status: stretch(c.status, new Uint8Array(size)),
      knownOn: null,
      batch: c.batch && stretch(c.batch, new Uint16Array(size)),
      row: c.row && stretch(c.row, new Uint32Array(size)),
      coverage: c.coverage && stretch(c.coverage, new Float32Array(size).fill(1)),
      revisions: null,
    },
  ]);
  return { ...longer, columns: new Map(columns) };
}
