import type { WarningLevel } from '../base/level';
import type { Day, Period } from '../base/period';
import type { Text } from '../base/text';
import type { ForecastStep } from '../detectors/forecast';
import type { SeriesForm } from '../indicators/form';
import type { ForecastModelName } from '../stats/forecast/models';

/** What is expected of one indicator of a region, as seen from a period: the figures up to it are read and no later ones. */
export interface OutlookQuery {
  readonly regionCode: string;
  readonly period: Period;
  /** Null, or one that the region has no figures of: the first one offered that had a figure within the year. */
  readonly indicatorId: string | null;
  /** In periods. */
  readonly horizon: number;
  /** Null: of Theta and Holt the one whose forecasts of this series erred less so far. */
  readonly model: ForecastModelName | null;
}

export interface Outlook {
  readonly regionCode: string;
  /** Indicators that the region has figures of, floor indicators first. */
  readonly offered: readonly string[];
  /** The one that is looked at; null when the region has figures of none. */
  readonly indicatorId: string | null;
  readonly form: SeriesForm;
  readonly horizon: number;
  readonly model: ForecastModelName;
  /** Why nothing can be expected; null when something can. */
  readonly refused: Text | null;
  readonly ahead: OutlookAhead | null;
}

export interface OutlookAhead {
  /** The last figures, `values[i]` of the period `first + i`, NaN = gap; the last of them is there. */
  readonly first: Period;
  readonly values: Float64Array;
  /** In percent. */
  readonly levels: readonly number[];
  /** One for each period after the last figure; inside the range that the indicator can have. */
  readonly steps: readonly ForecastStep[];
  /** That one of these periods at least is worse than all of the last year (0–1); NaN = not computable. */
  readonly probability: number;
  /** Lines of the rule below, lowest level first; empty where no rule has a line that can be drawn among the values. */
  readonly lines: readonly OutlookLine[];
  readonly lineRule: OutlookLineRule | null;
  /** Of lines that stay where they are: the next one, and the probability (0–1) that it is reached in one of the periods. */
  readonly next: { readonly level: WarningLevel; readonly value: number; readonly probability: number } | null;
  /** Day on which the newest of the figures became known; null when they do not say. */
  readonly knownOn: Day | null;
  /** Enough past errors of this series for the widths to come from them. */
  readonly calibrated: boolean;
  readonly quality: OutlookQuality;
}

export interface OutlookLine {
  readonly level: WarningLevel;
  /** What the value has to reach at each step, in the indicator's unit; NaN where it cannot be told yet. */
  readonly values: readonly number[];
}

/** Of which rule the lines are: a level, or a change on `lag` periods before of the mean of `meanPeriods` values. */
export interface OutlookLineRule {
  readonly ruleId: string;
  readonly meanPeriods: number;
  readonly lag: number | null;
}

/** Forecasts of this series, made `horizon` periods ahead from what was known then, against what came. */
export interface OutlookQuality {
  readonly forecasts: number;
  /** Mean error without sign, in the indicator's unit, and in mean changes from period to period (MASE); NaN without any. */
  readonly error: number;
  readonly mase: number;
  /** The same of the last figure carried on, over the same periods. */
  readonly naiveError: number;
  readonly naiveMase: number;
  /** Share (0–1) of the values inside the interval of the first level. */
  readonly coverage: number;
}
