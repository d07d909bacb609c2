import type { EChartsOption } from 'echarts';

/** The figures of a chart as words, for the table below it, for screen readers and for copying. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What a builder yields. `title` states the finding, `subtitle` the measure and unit, `description` says in words what
 * a sighted reader sees, `table` holds the figures themselves. All in one language.
 */
export interface ChartModel {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** Made when it is read: most tables are never opened. */
  readonly table: ChartTable;
  readonly option: EChartsOption;
}
