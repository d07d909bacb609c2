import type { IndicatorKind } from '../base/indicators';
import type { Period } from '../base/period';
import type { Text } from '../base/text';
import type { FormNeed } from '../indicators/form';
import type { ParamSpec, ParamValues } from './params';

/** What a series is, whatever its values: enough to say whether a detector can speak of it, and what it reads. */
export interface SeriesShape {
  /** Of the prepared form: a cumulative series turned into single periods is a flow. */
  readonly kind: IndicatorKind;
  readonly periodsPerYear: number;
}

/**
 * One series as a detector sees it: `values[offset … offset + count)`, oldest first, NaN = missing.
 * `sign`: +1 when a rise is worse, −1 when a fall is.
 */
export interface SeriesInput extends SeriesShape {
  readonly values: Float64Array;
  readonly offset: number;
  readonly count: number;
  readonly sign: 1 | -1;
  /** Position in the year of the first value, from 0. */
  readonly firstSeason: number;
  /** Period of the first value, as its frequency counts them: of weeks the date is needed. */
  readonly firstPeriod: Period;
  /** Persons; NaN when not known. */
  readonly labourForce: number;
  /** Target of each value's year, same positions as the values; null when the data has none. */
  readonly targets: Float64Array | null;
  /** The other indicator of the same region; null where the detector asks for none, or the data has none. */
  readonly against: Against | null;
  /** What the areas of the same rank say; null where the detector does not ask for them. */
  readonly peers: PeersOf | null;
}

/** Another series of the same region over the same periods: its value at position t is `values[offset + t]`. */
export interface Against {
  readonly values: Float64Array;
  readonly offset: number;
  /** As of the series itself: +1 when a rise is worse. */
  readonly sign: 1 | -1;
}

/**
 * Mean and population standard deviation, over the areas of the region's rank that have a value, of the values
 * (`lag` 0) or of their changes over `lag` periods; one number for each position, NaN where fewer than three have one.
 */
export type PeersOf = (lag: number) => { readonly means: Float64Array; readonly deviations: Float64Array };

/**
 * What a detector yields, each of length `count`, NaN = not computable: the statistic x(t), oriented so that larger is
 * worse, from values at or before t only; and what it was compared with, in the unit named by the detector.
 */
export interface DetectorOutput {
  readonly statistic: Float64Array;
  readonly expected: Float64Array;
  /**
   * The line that the method itself draws at each period, in what the detector says; NaN = none. Detectors without a
   * line of their own leave it as `makeOutput` made it.
   */
  readonly bound: Float64Array;
  /** 1 where the method gives an alarm; says something only where `bound` is a number. */
  readonly alarm: Uint8Array;
}

export type StatisticUnit = 'unit' | 'points' | 'percent' | 'periods' | 'persons' | 'share' | 'deviations' | 'score';

export interface Detector {
  readonly kind: string;
  readonly name: Text;
  /** Definition in one sentence and where it comes from. */
  readonly definition: Text;
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** Unit of the statistic, given the parameters and the kind of indicator. */
  unit(params: ParamValues, kind: IndicatorKind): StatisticUnit;
  /** Why no statistic can come from such a series, whatever its values; null when one can. */
  refuses(params: ParamValues, shape: SeriesShape): Text | null;
  /** Fewest values, the present one included, from which a statistic can come. */
  minHistory(params: ParamValues, shape: SeriesShape): number;
  /** Lags of the values that the statistic at a place in the year rests on, 0 = the present one, rising, each once. */
  reads(params: ParamValues, shape: SeriesShape, season: number): readonly number[];
  /**
   * The statistic at a place comes out the same to the last bit when it is computed from the values that it reads and
   * no others, in a stretch that begins a multiple of so many periods after the series does (sums are made by blocks).
   * Left out: it rests on all that came before.
   */
  blocks?(params: ParamValues): number;
  /** The statistic rests on the year's target as well. */
  readonly readsTarget: boolean;
  /** The other indicator that is read besides; left out: none. */
  readonly other?: {
    of(params: ParamValues): FormNeed;
    /** Lags of the other series' values, as `reads` has them of its own. */
    reads(params: ParamValues, shape: SeriesShape): readonly number[];
  };
  /** The mean of the last `length` values is compared with that of as many, `lag` before. Left out: no such pair. */
  comparison?(params: ParamValues): { readonly lag: number; readonly length: number };
  /** The statistic compares with the areas of the same rank. Left out: it does not. */
  readonly readsPeers?: boolean;
  /**
   * The statistic counts on from period to period: after a missing value it is only a lower bound, until it is 0 again.
   * A lower bound is evidence that a line is reached, never that it has been left.
   */
  readonly countsOn: boolean;
  /**
   * It may withhold its line and its alarm and still give the statistic: there is no alarm then, rather than none to be
   * computed. Left out: it does not.
   */
  readonly holdsBack?: boolean;
  /** The statistic carries d = ±1: screens turn it back, so that a fall is shown as a fall. */
  readonly signed: boolean;
  /** Threshold that the method's publication names, in the statistic's unit; null when it names none. */
  readonly publishedBound: number | null;
  /** Decimals at which the publication compares with its threshold; null when it does not round. */
  readonly publishedDecimals: number | null;
  run(input: SeriesInput, params: ParamValues, out: DetectorOutput, scratch: Scratch): void;
}

/** Buffers that are lent from call to call, so that no value costs an allocation. Each holds at least `count`. */
export interface Scratch {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

export function makeScratch(count: number): Scratch {
  return { a: new Float64Array(count), b: new Float64Array(count) };
}

export function makeOutput(count: number): DetectorOutput {
  return {
    statistic: new Float64Array(count),
    expected: new Float64Array(count),
    bound: new Float64Array(count).fill(NaN),
    alarm: new Uint8Array(count),
  };
}

/** Lags 0 … size−1 shifted by `from`. */
export function lags(from: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => from + i);
}
