import type { Text } from '../../base/text';
import type { Column, Panel } from '../panel';
import type { CheckCount, CheckResult, QualityCheckId, QualityFlag, SuspectMarks } from './quality';

/** A check as data: what it looks for, after which published method, with which settings. */
export interface QualityCheck extends Pick<CheckResult, 'what' | 'method' | 'params'> {
  readonly id: QualityCheckId;
  run(context: CheckContext, params: Readonly<Record<string, number>>): void;
}

/** What a check works on: one panel as it was reported, and what earlier checks made of it. */
export interface CheckContext {
  readonly panel: Panel;
  /** Columns with values of their own; none is computed. */
  readonly columns: readonly Column[];
  /** The step in which each region usually reports an indicator. */
  stepsOf(column: Column): Float64Array;
  /** What the jump check expected, by indicator. */
  readonly expected: Map<string, Expectations>;
  readonly collect: Collector;
}

/** What a value was expected to be, where it is not. */
export interface Expectation {
  readonly cell: number;
  readonly value: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Power of ten by which the value is off; null when it is off by something else. */
  readonly power: number | null;
}

export interface Expectations {
  /** 1 where there was history enough to judge. */
  readonly judged: Uint8Array;
  readonly off: ReadonlyMap<number, Expectation>;
}

/** What a check says of a value or a group of values. */
export interface Finding {
  /** Where the value stands; −1 = no single one. */
  readonly cell: number;
  /** Further cells that are marked with it. */
  readonly more?: readonly { readonly column: Column; readonly cell: number }[];
  /** What was expected; NaN or absent where there is no such end. */
  readonly low?: number;
  readonly high?: number;
  readonly why: () => Text;
  /** Values elsewhere that the finding rests on: it is told when any of them is new. */
  readonly restsOn?: readonly { readonly column: Column; readonly cell: number }[];
  /**
   * More than single values is meant: many regions or many indicators of one period; a whole series, or all of a
   * region (`office`): these two mark no value.
   */
  readonly whole?: 'regions' | 'indicators' | 'series' | 'office';
}

/** Gathers the flags of one panel: counts all, marks all, lists the first of each check. Memory does not grow with faults. */
export interface Collector {
  /** Is the value one of those that are looked at (of the new batch, or any)? */
  isNew(column: Column, cell: number): boolean;
  checked(check: QualityCheckId, count: number): void;
  isMarked(column: Column, cell: number, check: QualityCheckId): boolean;
  add(check: QualityCheckId, column: Column, finding: Finding): void;
  finish(): { readonly counts: CheckCount[]; readonly flags: QualityFlag[]; readonly marks: SuspectMarks };
}
