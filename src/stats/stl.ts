import { type Loess, type LoessPoints, smooth, smoothAt, type TricubeTable } from './loess';
import { medianOfBuffer } from './robust';

/**
 * Seasonal-trend decomposition by local regression: values = seasonal + trend + remainder.
 * Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning, "STL: A Seasonal-Trend Decomposition Procedure
 * Based on Loess", J Off Stat 6 (1990) 3–73.
 */
export interface StlSettings {
  readonly period: number;
  readonly seasonal: Loess;
  readonly trend: Loess;
  readonly lowPass: Loess;
  /** Passes between seasonal and trend for each set of robustness weights. */
  readonly inner: number;
  /** How often robustness weights are taken from the remainders; 0 = never. */
  readonly outer: number;
  /** The seasonal is averaged over the years in the end, so that all years have the same. */
  readonly periodic: boolean;
}

const nextOdd = (v: number): number => {
  const whole = Math.ceil(v);
  return whole % 2 === 0 ? whole + 1 : whole;
};

/** What R's `stl(s.window, robust)` takes for a series of `n` values. */
export function stlAsR(n: number, period: number, span: number | 'periodic', robust: boolean): StlSettings {
  const periodic = span === 'periodic';
  const size = periodic ? 10 * n + 1 : span;
  const trend = nextOdd((1.5 * period) / (1 - 1.5 / size));
  const loess = (width: number, degree: 0 | 1): Loess => ({ span: width, degree, jump: Math.ceil(width / 10) });
  return {
    period,
    seasonal: { ...loess(size, 0), span: nextOdd(size) },
    trend: loess(trend, 1),
    lowPass: loess(nextOdd(period), 1),
    inner: robust ? 1 : 2,
    outer: robust ? 15 : 0,
    periodic,
  };
}

/** What statsmodels' `STL(period, seasonal, robust)` takes: the same trend, a seasonal of degree 1, no jumps. */
export function stlAsStatsmodels(period: number, span: number, robust: boolean): StlSettings {
  const loess = (width: number): Loess => ({ span: width, degree: 1, jump: 1 });
  return {
    period,
    seasonal: loess(span),
    trend: loess(nextOdd((1.5 * period) / (1 - 1.5 / span))),
    lowPass: loess(nextOdd(period + 1)),
    inner: robust ? 2 : 5,
    outer: robust ? 15 : 0,
    periodic: false,
  };
}

/** A decomposition and the buffers that make it, to be used again and again; `capacity` values at most. */
export interface Stl {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
  /** Robustness weights of the last pass, 0 … 1; 1 where there are none. */
  readonly weights: Float64Array;
  readonly work: {
    /** Seasonal before the low-pass filter, a year longer at either end. */
    readonly cycle: Float64Array;
    readonly passed: Float64Array;
    readonly filtered: Float64Array;
    /** Of one season: values, weights, smoothed values with one more at either end. */
    readonly season: Float64Array;
    readonly seasonWeights: Float64Array;
    readonly smoothed: Float64Array;
    readonly plain: Float64Array;
    readonly scratch: Float64Array;
    readonly table: TricubeTable;
  };
}

export function makeStl(capacity: number, period: number): Stl {
  const room = (size: number): Float64Array => new Float64Array(size);
  const inSeason = Math.ceil(capacity / period);
  return {
    seasonal: room(capacity),
    trend: room(capacity),
    remainder: room(capacity),
    weights: room(capacity),
    work: {
      cycle: room(capacity + 2 * period),
      passed: room(capacity + 2 * period),
      filtered: room(capacity + 2 * period),
      season: room(inSeason),
      seasonWeights: room(inSeason),
      smoothed: room(inSeason + 2),
      plain: room(capacity),
      scratch: room(capacity),
      table: { reach: NaN, known: 0, weights: room(capacity + 2) },
    },
  };
}

/**
 * Decomposes `values[offset … offset + n)` into the first `n` numbers of `stl`; n > 2·period. No value may be
 * missing: the caller sees to it. Cost: (outer + 1)·inner passes, each of n·(span/jump) steps of the three smoothings.
 */
export function decompose(values: Float64Array, offset: number, n: number, settings: StlSettings, stl: Stl): void {
  const { seasonal, trend, remainder, weights } = stl;
  trend.fill(0, 0, n);
  weights.fill(1, 0, n);
  for (let round = 0; round <= settings.outer; round++) {
    for (let pass = 0; pass < settings.inner; pass++) passOnce(values, offset, n, settings, stl, round > 0);
    for (let i = 0; i < n; i++) remainder[i] = values[offset + i]! - seasonal[i]! - trend[i]!;
    if (round < settings.outer) weigh(n, stl);
  }
  if (!settings.periodic) return;
  for (let j = 0; j < settings.period; j++) {
    let sum = 0;
    let years = 0;
    for (let i = j; i < n; i += settings.period, years++) sum += seasonal[i]!;
    for (let i = j; i < n; i += settings.period) {
      seasonal[i] = sum / years;
      remainder[i] = values[offset + i]! - seasonal[i]! - trend[i]!;
    }
  }
}

/** One pass: seasonal from what is left without the trend, trend from what is left without the seasonal. */
function passOnce(
  values: Float64Array,
  offset: number,
  n: number,
  { period, seasonal, trend, lowPass }: StlSettings,
  stl: Stl,
  weighted: boolean,
): void {
  const { cycle, passed, filtered, plain, scratch, table } = stl.work;
  for (let i = 0; i < n; i++) plain[i] = values[offset + i]! - stl.trend[i]!;
  smoothSeasons(n, period, seasonal, stl, weighted);
  // What is slow in it goes to the trend.
  movingAverage(cycle, n + 2 * period, period, passed);
  movingAverage(passed, n + period + 1, period, filtered);
  movingAverage(filtered, n + 2, 3, passed);
  smooth({ values: passed, factors: null, scratch, table }, n, lowPass, filtered, 0);
  for (let i = 0; i < n; i++) {
    stl.seasonal[i] = cycle[period + i]! - filtered[i]!;
    plain[i] = values[offset + i]! - stl.seasonal[i]!;
  }
  smooth({ values: plain, factors: weighted ? stl.weights : null, scratch, table }, n, trend, stl.trend, 0);
}

/** Smooths each season over the years, and goes on one year at either end. */
function smoothSeasons(n: number, period: number, loess: Loess, { work, weights }: Stl, weighted: boolean): void {
  const { cycle, plain, season, seasonWeights, smoothed, scratch, table } = work;
  const points: LoessPoints = { values: season, factors: weighted ? seasonWeights : null, scratch, table };
  for (let j = 0; j < period; j++) {
    let years = 0;
    for (let i = j; i < n; i += period, years++) {
      season[years] = plain[i]!;
      seasonWeights[years] = weights[i]!;
    }
    smooth(points, years, loess, smoothed, 1);
    const size = Math.min(loess.span, years);
    const before = smoothAt(points, years, loess, -1, 0, size - 1);
    const after = smoothAt(points, years, loess, years, years - size, years - 1);
    smoothed[0] = before === before ? before : smoothed[1]!;
    smoothed[years + 1] = after === after ? after : smoothed[years]!;
    for (let y = 0; y < years + 2; y++) cycle[y * period + j] = smoothed[y]!;
  }
}

/** Means of `size` successive values of the first `n`; there are n − size + 1 of them. */
function movingAverage(values: Float64Array, n: number, size: number, out: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += values[i]!;
  out[0] = sum / size;
  for (let i = size; i < n; i++) {
    sum += values[i]! - values[i - size]!;
    out[i - size + 1] = sum / size;
  }
}

/** Bisquare weights of the remainders: 0 from six times their median size on. */
function weigh(n: number, { remainder, weights, work: { scratch } }: Stl): void {
  for (let i = 0; i < n; i++) scratch[i] = Math.abs(remainder[i]!);
  const reach = 6 * medianOfBuffer(scratch, n);
  const far = 0.999 * reach;
  const near = 0.001 * reach;
  for (let i = 0; i < n; i++) {
    const size = Math.abs(remainder[i]!);
    const share = size / reach;
    weights[i] = size <= near ? 1 : size <= far ? (1 - share * share) * (1 - share * share) : 0;
  }
}
