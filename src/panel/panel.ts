import type { Indicator, IndicatorCatalogue } from '../base/indicators';
import type { Day, Frequency, Period } from '../base/period';
import type { RegionTree } from '../base/regions';
import type { Text } from '../base/text';

/** What stays of a batch in the panel: enough to name the source row of any value. */
export interface BatchInfo {
  readonly id: string;
  readonly name: string;
  /** The name in both languages, where the source gives one. */
  readonly title?: Text;
  readonly source: string;
  readonly takenOn: Day;
  readonly demonstration: boolean;
  readonly rows: number;
}

/**
 * Values that a later vintage replaced, sorted by cell, then by the day on which they became known; one for a cell and
 * day. Where two different values claim the same day, the value is NaN and the status `held`.
 * A cell is `region * panel.count + (period − panel.first)`.
 */
export interface Revisions {
  readonly cell: Uint32Array;
  readonly value: Float64Array;
  /** A byte of `Status` per value. */
  readonly status: Uint8Array;
  readonly knownOn: Int32Array;
  readonly batch: Uint16Array;
  readonly row: Uint32Array;
}

/** One indicator: all regions × all periods, region-major, the period running fastest; NaN = missing. */
export interface Column {
  readonly indicator: Indicator;
  readonly values: Float64Array;
  /** A byte of `Status` per value. */
  readonly status: Uint8Array;
  /** Day on which the value became known; null when no value of the column has one. */
  readonly knownOn: Int32Array | null;
  /** Source of each value: index into `panel.batches` and line in it; null for computed columns. */
  readonly batch: Uint16Array | null;
  readonly row: Uint32Array | null;
  readonly revisions: Revisions | null;
  /** Share of the children (by weight or by number) behind an aggregated value, 0–1; null when nothing was aggregated. */
  readonly coverage: Float32Array | null;
  /** Preparation steps that made this column, in order; empty = as reported. */
  readonly steps: readonly string[];
}

/** Dense columns of one frequency over one region tree. */
export interface Panel {
  readonly frequency: Frequency;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  readonly first: Period;
  readonly count: number;
  readonly weekEndsOn: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly batches: readonly BatchInfo[];
}

/** A panel for each frequency that the data has. */
export type Panels = Partial<Record<Frequency, Panel>>;

export function cellOf(panel: Panel, region: number, period: Period): number {
  return region * panel.count + (period - panel.first);
}

export function isDemonstration(panel: Panel): boolean {
  return panel.batches.some((b) => b.demonstration);
}
