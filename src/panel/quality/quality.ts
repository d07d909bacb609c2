import type { Frequency, Period } from '../../base/period';
import type { Text } from '../../base/text';

/** The checks, in the order in which they run: later ones look at what earlier ones marked. */
export const QUALITY_CHECKS = [
  'bounds',
  'jump',
  'swap',
  'peers',
  'sum',
  'ratio',
  'cumulative',
  'stale',
  'repeat',
  'rounding',
  'digits',
] as const;
export type QualityCheckId = (typeof QUALITY_CHECKS)[number];

/** What a check looks for, after which published method, with which settings. */
interface CheckWords {
  readonly what: Text;
  /** Publication that the method is taken from. */
  readonly method: Text;
  readonly params: Readonly<Record<string, number>>;
}

/** One suspect value, or several of one place that are suspect together. Nothing is removed. */
export interface QualityFlag {
  readonly check: QualityCheckId;
  /** Null where a figure of many regions is meant (a whole month copied). */
  readonly regionCode: string | null;
  /** Null where a region's figures of many indicators are meant. */
  readonly indicatorId: string | null;
  readonly frequency: Frequency;
  /** Null where the whole series is meant. */
  readonly period: Period | null;
  /** Last period of the data's weeks is spelt by the weekday on which they end. */
  readonly weekEndsOn: number;
  /** Number of values that are meant; 1 for a single one. */
  readonly count: number;
  readonly value: number | null;
  /** What was expected: from–to; both the same for an exact expectation; null where no number is expected. */
  readonly low: number | null;
  readonly high: number | null;
  /** Unit of value and expectation. */
  readonly unit: string;
  readonly decimals: number;
  /** File and line of the (first) value; empty and 0 where there is none. */
  readonly source: string;
  readonly row: number;
  /** Why it is suspect, in words with the numbers. */
  readonly why: Text;
}

/** A check with its settings and what came of it. */
export interface CheckResult extends CheckWords, CheckCount {}

export interface CheckCount {
  readonly check: QualityCheckId;
  /** Values (or series, for checks of whole series) that the check could judge. */
  readonly checked: number;
  /** Flags, also those beyond the listed ones. */
  readonly flagged: number;
}

/** How far the looked-at values of an indicator reach, and how many of those that are due there are. */
export interface IndicatorExtent {
  readonly indicatorId: string;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly last: Period;
  /** Regions with any of the values. */
  readonly regions: number;
  readonly values: number;
  /** Regions × periods from first to last, without what is never published. */
  readonly due: number;
}

export interface QualityReport {
  /** Values that were looked at. */
  readonly values: number;
  /** Distinct values marked as suspect. */
  readonly suspects: number;
  /** Earlier figures were there to compare with. */
  readonly withHistory: boolean;
  /** By frequency, then in the order of the catalogue. */
  readonly extents: readonly IndicatorExtent[];
  readonly checks: readonly CheckResult[];
  /** The first of each check; `checks` counts all. */
  readonly flags: readonly QualityFlag[];
}

/** Bits of the checks that marked a value, by indicator: cells as in the panel. Indicators without marks are absent. */
export type SuspectMarks = ReadonlyMap<string, Uint16Array>;
