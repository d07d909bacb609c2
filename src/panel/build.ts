import { catalogueOf, type IndicatorCatalogue } from '../base/indicators';
import type { Issue } from '../base/issue';
import { type Day, FREQUENCIES, type Frequency, formatPeriod, NO_DAY } from '../base/period';
import type { RegionTree } from '../base/regions';
import { Status } from '../base/status';
import type { Batch } from '../observations/observations';
import type { BatchInfo, Column, Panel, Panels, Revisions } from './panel';

/** An earlier value of a cell. */
interface Vintage {
  readonly cell: number;
  readonly value: number;
  readonly status: number;
  readonly knownOn: Day;
  readonly batch: number;
  readonly row: number;
}

/** Columns while they grow. */
interface Draft {
  values: Float64Array;
  status: Uint8Array;
  knownOn: Int32Array;
  batch: Uint16Array;
  row: Uint32Array;
  anyKnownOn: boolean;
  /** Earlier values, by cell. */
  readonly old: Map<number, Vintage[]>;
}

/**
 * Batches, oldest first → one checked panel per frequency. Rows of regions or indicators outside the tree or
 * catalogue are skipped: the readers have reported them already. A later batch that brings another value for a cell
 * is a revision, known on its own `known_on` or else on the day the batch was taken; the earlier value is kept as a
 * vintage. The same cell known on the same day with two values is a conflict: neither is taken.
 */
export function buildPanels(
  batches: readonly Batch[],
  tree: RegionTree,
  catalogue: IndicatorCatalogue,
): { panels: Panels; issues: Issue[] } {
  const issues: Issue[] = [];
  const panels: Panels = {};
  const infos = batches.map(infoOf);
  const weekEndsOn = batches.find((b) => b.observations.weekEndsOn > 0)?.observations.weekEndsOn ?? 6;
  FREQUENCIES.forEach((frequency, code) => {
    const range = rangeOf(batches, code, tree, catalogue);
    if (range)
      panels[frequency] = buildOne(batches, infos, tree, catalogue, frequency, code, range, weekEndsOn, issues);
  });
  return { panels, issues };
}

function infoOf(batch: Batch): BatchInfo {
  const { id, name, title, source, takenOn, demonstration, observations } = batch;
  return { id, name, ...(title && { title }), source, takenOn, demonstration, rows: observations.length };
}

/** First and last period of the rows that will be taken; null when there is none of this frequency. */
function rangeOf(
  batches: readonly Batch[],
  code: number,
  tree: RegionTree,
  catalogue: IndicatorCatalogue,
): { first: number; last: number } | null {
  let first = Infinity;
  let last = -Infinity;
  for (const { observations: o } of batches) {
    const inTree = o.regionCodes.map((c) => tree.indexOf.has(c));
    const inCatalogue = o.indicatorIds.map((id) => catalogue.byId.has(id));
    for (let i = 0; i < o.length; i++) {
      if (o.frequency[i] !== code || !inTree[o.region[i]!] || !inCatalogue[o.indicator[i]!]) continue;
      const p = o.period[i]!;
      if (p < first) first = p;
      if (p > last) last = p;
    }
  }
  return last < first ? null : { first, last };
}

function newDraft(size: number): Draft {
  return {
    values: new Float64Array(size).fill(NaN),
    status: new Uint8Array(size),
    knownOn: new Int32Array(size).fill(NO_DAY),
    batch: new Uint16Array(size),
    row: new Uint32Array(size),
    anyKnownOn: false,
    old: new Map(),
  };
}

function buildOne(
  batches: readonly Batch[],
  infos: readonly BatchInfo[],
  tree: RegionTree,
  catalogue: IndicatorCatalogue,
  frequency: Frequency,
  code: number,
  range: { first: number; last: number },
  weekEndsOn: number,
  issues: Issue[],
): Panel {
  const count = range.last - range.first + 1;
  const size = tree.regions.length * count;
  const drafts = new Map<string, Draft>();

  const draftOf = (id: string): Draft | null => {
    if (!catalogue.byId.has(id)) return null;
    let draft = drafts.get(id);
    if (!draft) drafts.set(id, (draft = newDraft(size)));
    return draft;
  };

  batches.forEach((batch, b) => {
    const o = batch.observations;
    const regions = o.regionCodes.map((c) => tree.indexOf.get(c) ?? -1);
    // Made on the first row: a batch names indicators of every frequency.
    const own: (Draft | null | undefined)[] = [];
    for (let i = 0; i < o.length; i++) {
      if (o.frequency[i] !== code) continue;
      const region = regions[o.region[i]!]!;
      if (region < 0) continue;
      const k = o.indicator[i]!;
      const draft = own[k] === undefined ? (own[k] = draftOf(o.indicatorIds[k]!)) : own[k];
      if (!draft) continue;
      const cell = region * count + (o.period[i]! - range.first);
      const conflict = merge(
        draft,
        { cell, value: o.value[i]!, status: o.status[i]!, knownOn: o.knownOn[i]!, batch: b, row: o.row[i]! },
        batch.takenOn,
      );
      if (conflict)
        issues.push(
          conflictIssue(placeOf(tree, region, frequency, o.period[i]!, weekEndsOn), conflict, o.indicatorIds[k]!),
        );
    }
  });

  const columns = new Map<string, Column>();
  for (const indicator of catalogue.indicators) {
    const draft = drafts.get(indicator.id);
    if (draft) columns.set(indicator.id, finish(draft, indicator));
  }
  return { frequency, tree, catalogue, first: range.first, count, weekEndsOn, columns, batches: infos };
}

function put(d: Draft, v: Vintage): void {
  d.values[v.cell] = v.value;
  d.status[v.cell] = v.status;
  d.knownOn[v.cell] = v.knownOn;
  d.batch[v.cell] = v.batch;
  d.row[v.cell] = v.row;
  if (v.knownOn !== NO_DAY) d.anyKnownOn = true;
}

interface Conflict {
  readonly was: number;
  readonly is: number;
  readonly row: number;
}

/**
 * A value for a cell: the first one, a repeat, a revision, an earlier vintage that came late, or a conflict.
 * Batches come oldest first, so another batch is a later one; batches taken on no day (NO_DAY) were taken together.
 */
function merge(d: Draft, v: Vintage, takenOn: Day): Conflict | null {
  if (d.status[v.cell] === Status.missing) {
    put(d, v);
    return null;
  }
  const now = current(d, v.cell);
  if (v.knownOn === NO_DAY && v.batch !== now.batch && takenOn !== NO_DAY) {
    return revise(d, now, { ...v, knownOn: Math.max(takenOn, now.knownOn + 1) });
  }
  if (v.knownOn > now.knownOn) return revise(d, now, v);
  const vintages = d.old.get(v.cell) ?? [];
  const rival = v.knownOn === now.knownOn ? now : vintages.find((o) => o.knownOn === v.knownOn);
  if (!rival) return slipIn(d, now, vintages, v);
  if (Object.is(rival.value, v.value)) return null;
  // A later batch corrects what an earlier one said; one batch, or two of one day, contradict each other.
  if (v.batch !== rival.batch && takenOn > now.knownOn) return revise(d, now, { ...v, knownOn: takenOn });
  const held = { ...rival, value: NaN, status: Status.held };
  if (rival === now) put(d, held);
  else vintages[vintages.indexOf(rival)] = held;
  return rival.status === Status.held ? null : { was: rival.value, is: v.value, row: v.row };
}

/**
 * An earlier vintage that came late, as if it had come in its time: it is nothing new where the one before it says the same,
 * and takes the place of the one after it where that one does. So the order of the rows does not matter.
 */
function slipIn(d: Draft, now: Vintage, vintages: Vintage[], v: Vintage): null {
  let before: Vintage | null = null;
  let after = now;
  for (const o of vintages) {
    if (o.knownOn < v.knownOn && (!before || o.knownOn > before.knownOn)) before = o;
    if (o.knownOn > v.knownOn && o.knownOn < after.knownOn) after = o;
  }
  if (before && same(before, v)) return null;
  if (!same(after, v)) d.old.set(v.cell, [...vintages, v]);
  else if (after === now) put(d, v);
  else vintages[vintages.indexOf(after)] = v;
  return null;
}

function same(a: Vintage, b: Vintage): boolean {
  return Object.is(a.value, b.value) && a.status === b.status;
}

/** The newer value takes the place of the present one, unless it says the same. */
function revise(d: Draft, now: Vintage, newer: Vintage): null {
  if (same(now, newer)) return null;
  d.old.set(now.cell, [...(d.old.get(now.cell) ?? []), now]);
  put(d, newer);
  return null;
}

function current(d: Draft, cell: number): Vintage {
  return {
    cell,
    value: d.values[cell]!,
    status: d.status[cell]!,
    knownOn: d.knownOn[cell]!,
    batch: d.batch[cell]!,
    row: d.row[cell]!,
  };
}

function placeOf(tree: RegionTree, region: number, frequency: Frequency, period: number, weekEndsOn: number): string {
  return `${tree.regions[region]!.name.zh} ${formatPeriod(frequency, period, weekEndsOn)}`;
}

function conflictIssue(where: string, { was, is, row }: Conflict, indicator: string): Issue {
  return {
    type: 'conflicting_duplicate',
    severity: 'fault',
    row,
    column: 'value',
    given: `${was} / ${is}`,
    expected: { zh: '同一指标、地区、时期只有一个值', en: 'one value for an indicator, region and period' },
    detail: {
      zh: `${indicator}：同一天已知的两个不同数值 ${was} 与 ${is}，均未载入`,
      en: `${indicator}: two different values known on the same day, ${was} and ${is}; neither is taken`,
    },
    where,
  };
}

function finish(d: Draft, indicator: Column['indicator']): Column {
  return {
    indicator,
    values: d.values,
    status: d.status,
    knownOn: d.anyKnownOn ? d.knownOn : null,
    batch: d.batch,
    row: d.row,
    revisions: d.old.size > 0 ? revisionsOf([...d.old.values()].flat()) : null,
    coverage: null,
    steps: [],
  };
}

function revisionsOf(old: Vintage[]): Revisions {
  old.sort((a, b) => a.cell - b.cell || a.knownOn - b.knownOn);
  return {
    cell: Uint32Array.from(old, (o) => o.cell),
    value: Float64Array.from(old, (o) => o.value),
    status: Uint8Array.from(old, (o) => o.status),
    knownOn: Int32Array.from(old, (o) => o.knownOn),
    batch: Uint16Array.from(old, (o) => o.batch),
    row: Uint32Array.from(old, (o) => o.row),
  };
}

/** A panel over other indicators than the built-in ones, taken as they come (command line `detect`). */
export function extendCatalogue(
  catalogue: IndicatorCatalogue,
  more: IndicatorCatalogue['indicators'],
): IndicatorCatalogue {
  const unknown = more.filter((i) => !catalogue.byId.has(i.id));
  return unknown.length === 0 ? catalogue : catalogueOf(catalogue.version, [...catalogue.indicators, ...unknown]);
}

/** Last day on which any value of the panel became known; null when no value carries a day. */
export function lastKnownOn(panel: Panel): Day | null {
  let last = NO_DAY;
  for (const column of panel.columns.values()) {
    if (!column.knownOn) continue;
    for (const day of column.knownOn) if (day > last) last = day;
  }
  return last === NO_DAY ? null : last;
}
