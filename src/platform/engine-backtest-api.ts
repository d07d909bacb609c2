import type { Issue } from '../base/issue';
import type { WarningLevel } from '../base/level';
import type { Period } from '../base/period';
import type { Text } from '../base/text';
import type { Calibration, CalibrationCall, CalibrationMethod } from '../backtest/calibrate';
import type { Difference } from '../backtest/difference';
import type { RocPoint } from '../backtest/distribution';
import type { Target } from '../backtest/events';
import type { Discrimination, LineReport } from '../backtest/report';
import type { Margins } from '../backtest/spells';
import type { RulesAndScheme } from '../levels/load-rule-book';
import type { Rule } from '../signals/rule';

/** What really happened: found by a rule in the figures, or given as CSV (`region_code,start,end[,label]`). */
export type EpisodeSource =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'given'; readonly csv: string };

export interface BacktestQuery {
  /** One, or two that are set side by side; already checked. */
  readonly sets: readonly RulesAndScheme[];
  readonly episodes: EpisodeSource;
  /** In periods. */
  readonly margins: Margins;
  /** Periods that are scored, both included; null = from the first, to the last. */
  readonly from: Period | null;
  readonly to: Period | null;
  /** Each period as it was known then; otherwise as it is known now. */
  readonly asKnown: boolean;
  /** Fewer episodes of different dates are refused. */
  readonly leastEpisodes: number;
}

/** What to look at closely: an alarm, and the region of the timeline (null = all together). */
export interface BacktestFocus {
  /** Null = the level of the region. */
  readonly ruleId: string | null;
  readonly atLeast: WarningLevel;
  readonly regionCode: string | null;
}

/** Faults of the episodes that were given, or the reason why nothing is scored, or the scores. */
export interface Backtest {
  readonly faults: readonly Issue[];
  readonly refused: Text | null;
  readonly result: BacktestResult | null;
}

export interface BacktestResult {
  /** First period of the data, of which positions are counted; periods of the columns. */
  readonly first: Period;
  readonly count: number;
  /** Positions that are scored, both included. */
  readonly from: number;
  readonly to: number;
  /** False also where no value says when it became known. */
  readonly asKnown: boolean;
  readonly publicationDays: number;
  readonly assessments: number;
  /** Episodes that begin in the range: of different dates, and of all regions. */
  readonly episodes: { readonly dates: number; readonly all: number; readonly regions: number };
  readonly sets: readonly BacktestSet[];
  /** Second minus first; empty for one set. */
  readonly differences: readonly Difference[];
  /** Of each set; null where it has no such alarm. */
  readonly focus: readonly (BacktestClose | null)[];
}

export type BacktestLine = Omit<LineReport, 'regions'>;

export interface BacktestSet {
  readonly discrimination: Discrimination;
  readonly levels: readonly BacktestLine[];
  readonly rules: readonly {
    readonly rule: Rule;
    readonly statistic: Discrimination;
    readonly lines: readonly BacktestLine[];
  }[];
}

/** One alarm of one set closely. */
export interface BacktestClose {
  /** Of the statistic, without a lifecycle; empty where there are no events or no quiet periods. */
  readonly roc: readonly RocPoint[];
  readonly outcomes: readonly CloseOutcome[];
  readonly timeline: CloseTimeline;
}

export interface CloseOutcome {
  readonly regionCode: string;
  readonly first: Period;
  readonly last: Period;
  readonly name: string;
  readonly counted: boolean;
  readonly lead: number | null;
}

/** By position. */
export type CloseTimeline =
  | {
      readonly kind: 'region';
      /** Level bytes of the region, or of the rule in it. */
      readonly level: Uint8Array;
      /** Bytes of `Label`. */
      readonly label: Uint8Array;
    }
  | {
      readonly kind: 'share';
      /** Of the regions for which both the alarm and the label are known: share with the alarm on, share in an episode; NaN where there are none. */
      readonly on: Float32Array;
      readonly event: Float32Array;
    };

/** Lines of one rule of the first set of a backtest, by all methods. */
export interface CalibrationQuery {
  readonly backtest: BacktestQuery;
  readonly ruleId: string;
  readonly quantile: number;
  readonly missCost: number;
  readonly leastRecall: number;
  /** Fewer episodes in the part that is fitted are refused. */
  readonly leastEpisodes: number;
  /** First period that is held out; null = none is. */
  readonly holdOutFrom: Period | null;
}

export interface Calibrations {
  readonly ruleId: string;
  readonly faults: readonly Issue[];
  readonly refused: Text | null;
  readonly methods: readonly {
    readonly method: CalibrationMethod;
    readonly call: CalibrationCall;
    readonly found: Calibration;
  }[];
}
