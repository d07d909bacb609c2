import { catalogueOf, type IndicatorCatalogue } from '../base/indicators';
import type { Issue } from '../base/issue';
import { type Day, FREQUENCIES, type Frequency, formatPeriod, NO_DAY } from '../base/period';
import type { RegionTree } from '../base/regions';
import { Status } from '../base/status';
import type { Batch } from '../observations/observations';
import type { BatchInfo, Column, Panel, Panels, Revisions } from './panel';

/** Columns while they grow. */
interface Draft {
  values: Float64Array;
  status: Uint8Array;
  knownOn: Int32Array;
  batch: Uint16Array;
  row: Uint32Array;
  anyKnownOn: boolean;
  old: { cell: number; value: number; knownOn: Day; batch: number; row: number }[];
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
    const range = rangeOf(batches, code);
    if (range) panels[frequency] = buildOne(batches, infos, tree, catalogue, frequency, code, range, weekEndsOn, issues);
  });
  return { panels, issues };
}

function infoOf(batch: Batch): BatchInfo {
  const { id, name, source, takenOn, demonstration, observations } = batch;
  return { id, name, source, takenOn, demonstration, rows: observations.length };
}

function rangeOf(batches: readonly Batch[], code: number): { first: number; last: number } | null {
  let first = Infinity;
  let last = -Infinity;
  for (const { observations: o } of batches) {
    for (let i = 0; i < o.length; i++) {
      if (o.frequency[i] !== code) continue;
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
    old: [],
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

  batches.forEach((batch, b) => {
    const o = batch.observations;
    const regionOf = o.regionCodes.map((c) => tree.indexOf.get(c) ?? -1);
    const draftOf = o.indicatorIds.map((id): Draft | null => {
      if (!catalogue.byId.has(id)) return null;
      return drafts.get(id) ?? null;
    });
    for (let i = 0; i < o.length; i++) {
      if (o.frequency[i] !== code) continue;
      const region = regionOf[o.region[i]!]!;
      const indicatorIndex = o.indicator[i]!;
      if (region < 0) continue;
      let draft = draftOf[indicatorIndex] ?? null;
      if (!draft) {
        const id = o.indicatorIds[indicatorIndex]!;
        if (!catalogue.byId.has(id)) continue;
        draft = newDraft(size);
        drafts.set(id, draft);
        draftOf[indicatorIndex] = draft;
      }
      const cell = region * count + (o.period[i]! - range.first);
      const value = o.value[i]!;
      const knownOn = o.knownOn[i]!;
      const taken = draft.status[cell]!;
      if (taken === Status.missing) {
        put(draft, cell, value, o.status[i]!, knownOn, b, o.row[i]!);
        continue;
      }
      merge(draft, cell, value, o.status[i]!, knownOn, b, o.row[i]!, batch.takenOn, (a, c) => {
        const place = `${tree.regions[region]!.name.zh} ${formatPeriod(frequency, o.period[i]!, weekEndsOn)}`;
        issues.push(conflict(place, a, c, o.row[i]!, o.indicatorIds[indicatorIndex]!));
      });
    }
  });

  const columns = new Map<string, Column>();
  for (const indicator of catalogue.indicators) {
    const draft = drafts.get(indicator.id);
    if (draft) columns.set(indicator.id, finish(draft, indicator));
  }
  return { frequency, tree, catalogue, first: range.first, count, weekEndsOn, columns, batches: infos };
}

function put(d: Draft, cell: number, value: number, status: number, knownOn: Day, batch: number, row: number): void {
  d.values[cell] = value;
  d.status[cell] = status;
  d.knownOn[cell] = knownOn;
  d.batch[cell] = batch;
  d.row[cell] = row;
  if (knownOn !== NO_DAY) d.anyKnownOn = true;
}

/** A second value for a cell: a repeat, a revision, an earlier vintage that came late, or a conflict. */
function merge(
  d: Draft,
  cell: number,
  value: number,
  status: number,
  knownOn: Day,
  batch: number,
  row: number,
  takenOn: Day,
  onConflict: (was: number, is: number) => void,
): void {
  const was = d.values[cell]!;
  const wasKnownOn = d.knownOn[cell]!;
  const otherBatch = d.batch[cell] !== batch;
  const same = was === value;
  let day = knownOn;
  if (day === wasKnownOn) {
    if (same) return;
    if (!otherBatch || takenOn <= wasKnownOn) {
      if (d.status[cell] !== Status.held) onConflict(was, value);
      d.values[cell] = NaN;
      d.status[cell] = Status.held;
      return;
    }
    day = takenOn;
  } else if (day === NO_DAY) {
    if (same) return;
    day = otherBatch ? Math.max(takenOn, wasKnownOn + 1) : NO_DAY;
  }
  if (day > wasKnownOn) {
    if (d.status[cell] !== Status.held) {
      d.old.push({ cell, value: was, knownOn: wasKnownOn, batch: d.batch[cell]!, row: d.row[cell]! });
    }
    put(d, cell, value, status, day, batch, row);
  } else {
    d.old.push({ cell, value, knownOn: day, batch, row });
    d.anyKnownOn = true;
  }
}

function conflict(place: string, was: number, is: number, row: number, indicator: string): Issue {
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
    where: place,
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
    revisions: d.old.length > 0 ? revisionsOf(d.old) : null,
    coverage: null,
    steps: [],
  };
}

function revisionsOf(old: Draft['old']): Revisions {
  old.sort((a, b) => a.cell - b.cell || a.knownOn - b.knownOn);
  return {
    cell: Uint32Array.from(old, (o) => o.cell),
    value: Float64Array.from(old, (o) => o.value),
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

