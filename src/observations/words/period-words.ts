import type { Frequency, Period } from '../../base/period';

/** A period as a spelling in a file means it. */
export interface PeriodWord {
  readonly frequency: Frequency;
  readonly period: Period;
  /** The figure is the sum of the year so far, to the end of `period`: 1—3月累计, 上半年, 前三季度. */
  readonly cumulative: boolean;
  /** Way of writing, for telling that a column mixes several: `2018-01`, `2018/1/1`, `2018年1月`, `201801` … */
  readonly spelling: string;
  /** ISO weekday on which a week given by its last day ends; 6 = Saturday. */
  readonly weekEndsOn?: number;
}

/** What the cells around say: a year for `3月`, whether a plain number may be an Excel day count, and from when. */
export interface PeriodContext {
  readonly year?: number;
  readonly serials?: boolean;
  readonly date1904?: boolean;
}
