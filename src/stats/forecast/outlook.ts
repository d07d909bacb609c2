/**
 * What a forecast is made from: the first `n` values of a series, oldest first, in its own unit. `values` has NaN where
 * one is missing; `filled` has there what the model expected, or the value before. The first value is never missing.
 */
export interface History {
  readonly values: Float64Array;
  readonly filled: Float64Array;
  n: number;
  /** How many of the values are there. */
  present: number;
}

/**
 * What is expected of the periods after the last value, one entry a step from 1 on (position 0): mean and standard
 * deviation, in the unit of the series; `response[k]` is what a shock of one unit does to the value k periods later
 * (1 at 0), which says how the errors of neighbouring steps hang together.
 */
export interface Outlook {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly response: Float64Array;
}

/** A way of forecasting, for one series: it may remember its last fit, and rests on what it was shown alone. */
export interface ForecastModel {
  /** Fewest values that are there. */
  readonly least: number;
  /**
   * Fits the history and writes the outlook; false when the history does not suffice. `whole`: fit everything anew, as
   * of the last value, and take nothing over from earlier fits.
   */
  ahead(history: History, outlook: Outlook, whole: boolean): boolean;
}

export function makeHistory(size: number): History {
  return { values: new Float64Array(size), filled: new Float64Array(size), n: 0, present: 0 };
}

export function makeOutlook(horizon: number): Outlook {
  return {
    mean: new Float64Array(horizon),
    deviation: new Float64Array(horizon),
    response: new Float64Array(horizon),
  };
}
