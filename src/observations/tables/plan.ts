import type { PeriodWord } from '../words/period-words';
import type { TableContext } from './context';
import type { Head } from './find-head';
import type { HeadColumns } from './head-columns';
import type { RoledColumn } from './column-roles';
import type { ColumnRole, Mapping } from './mapping';

/** Where the label columns of a table stand; −1 when there is none. */
export type LabelPlaces = Readonly<Record<LabelRole, number>>;
export const LABEL_ROLES = [
  'region_code',
  'region_name',
  'parent_name',
  'indicator',
  'period',
  'year',
  'month',
  'unit',
  'source',
  'known_on',
  'status',
] as const satisfies readonly ColumnRole[];
export type LabelRole = (typeof LABEL_ROLES)[number];

/** A column of figures. */
export interface MeasureColumn extends RoledColumn {
  readonly period: PeriodWord | null;
}

/** How far down the tree the regions of a table reach: a figure's name means other things there. */
export type Scope = 'country' | 'province' | 'below';

/** All that is needed to read the rows of a table. */
export interface TablePlan {
  readonly sheetName: string;
  /** Worksheet in the words of a place; empty when the file has but one. */
  readonly placeName: string;
  readonly head: Head;
  readonly heads: HeadColumns;
  readonly columns: readonly RoledColumn[];
  readonly at: LabelPlaces;
  readonly measures: readonly MeasureColumn[];
  readonly context: TableContext;
  readonly scope: Scope;
  /** Label columns in which an empty cell repeats the one above it (merged cells). */
  readonly fillDown: ReadonlySet<number>;
  /** The regions stand in the head: words there that are no region are unknown regions. */
  readonly regionsAcross: boolean;
  readonly mapping: Mapping | null;
  readonly signature: string;
  readonly trailing: number;
  readonly width: number;
  readonly date1904: boolean;
}
