import { madOfBuffer, medianOfBuffer } from '../stats/robust';
import { decompose, makeStl, stlAsR, type StlSettings } from '../stats/stl';
import { type Detector, type DetectorOutput, lags, type Scratch, type SeriesInput } from './detector';
import type { ParamValues } from './params';

/** The usual line of modified z-scores: B. Iglewicz, D. C. Hoaglin, "How to Detect and Handle Outliers" (1993), 3.2. */
export const Z_LINE = 3.5;
/** Full years below which nothing is said. */
const LEAST_YEARS = 3;
/** Fewest values of the same season: two thirds of those that the fewest years have. */
const LEAST_SAME_SEASON = 6;
/** A spread that is smaller than this share of the values is left over from rounding: it counts as none. */
export const DUST = 1e-12;
/** A fit that leaves less than this share of the spread of the values themselves is too good to be a measure. */
const TOO_GOOD = 0.01;
/** Standard deviations within which 90 of 100 normal errors lie. */
const NINETY = 1.6448536269514722;

const isStl = (params: ParamValues): boolean => params.method === 'stl';
const yearsOf = (params: ParamValues): number => (params.years as number | undefined) ?? (isStl(params) ? 10 : 5);

/**
 * Robust z-score: x(t) = d·(v(t) − e(t))/s(t), e and s from values before t only.
 * `stl`: a seasonal-trend fit (as R's `stl(s.window = seasonalWindow, robust)`) of the values before t, from the last
 * missing one on and of the last `years` years at most; e is the trend at t − 1 plus the seasonal of the same place in
 * the last year, s the spread of the remainders. `seasonal-median`: e is the median of the values of the same place in
 * the year ± 1 of the last `years` years, s their spread; missing ones are left out, six must be there.
 * `years` left out: 10, of `seasonal-median` 5; at least three full years are needed. Weeks count 52 to the year.
 * s is 1.4826 times the median absolute deviation from their median, not below half of what the 90th percentile of these
 * deviations says (divided by 1.6449): rounded figures that mostly agree would have none otherwise; of `stl` not below a
 * hundredth of the same of the fitted values either. All double with the values, do not mind a shift, and stand a tenth
 * of outliers. No spread at all says nothing.
 * `expected` is e, the bound e + d·3.5·s; an alarm when x > 3.5.
 * Cost: `stl` is one fit for each period, of 120 months with robustness about a third of a millisecond (without: a tenth
 * of it); its buffers are made once for each series.
 * Source: R. B. Cleveland et al., J Off Stat 6 (1990) 3–73; B. Iglewicz, D. C. Hoaglin (1993) for z and its line.
 */
export const robustZDetector: Detector = {
  kind: 'robust-z',
  name: { zh: '稳健 z 值', en: 'Robust z-score' },
  definition: {
    zh: '当期值偏离季节趋势预期的稳健标准差倍数（STL 分解或往年同期中位数，3.5 为常用界限）',
    en: 'Robust standard deviations from what season and trend lead to expect (STL or median of the same season; 3.5 is the usual line)',
  },
  params: {
    method: { type: 'option', default: 'stl', options: ['stl', 'seasonal-median'] },
    seasonalWindow: { type: 'integer', default: 'periodic', min: 7, max: 1001, words: ['periodic'] },
    robust: { type: 'boolean', default: true },
    years: { type: 'integer', default: null, min: LEAST_YEARS, max: 40 },
  },
  unit: () => 'deviations',
  refuses(params, { periodsPerYear }) {
    if (periodsPerYear < 4) return { zh: '年度数据没有季节可言', en: 'yearly data have no seasons' };
    const span = params.seasonalWindow;
    return typeof span === 'number' && span % 2 === 0
      ? { zh: 'seasonalWindow 须为奇数', en: 'seasonalWindow has to be odd' }
      : null;
  },
  minHistory: (params, { periodsPerYear }) => LEAST_YEARS * periodsPerYear + (isStl(params) ? 1 : 2),
  reads(params, { periodsPerYear }) {
    if (isStl(params)) return lags(0, yearsOf(params) * periodsPerYear + 1);
    return [0, ...lags(1, yearsOf(params)).flatMap((year) => lags(year * periodsPerYear - 1, 3))];
  },
  blocks: () => 1,
  readsTarget: false,
  countsOn: false,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run(input, params, out, scratch) {
    const { count } = input;
    out.statistic.fill(NaN, 0, count);
    out.expected.fill(NaN, 0, count);
    out.bound.fill(NaN, 0, count);
    out.alarm.fill(0, 0, count);
    if (robustZDetector.refuses(params, input)) return;
    if (isStl(params)) runStl(input, params, out, scratch);
    else runMedian(input, params, out, scratch);
  },
};

function runStl(input: SeriesInput, params: ParamValues, out: DetectorOutput, { a, b }: Scratch): void {
  const { values, offset, count, periodsPerYear } = input;
  const span = params.seasonalWindow as number | 'periodic';
  const most = Math.min(yearsOf(params) * periodsPerYear, count);
  const stl = makeStl(most, periodsPerYear);
  let settings: StlSettings | null = null;
  let fitted = 0;
  /** Values in a row before t. */
  let whole = 0;
  for (let t = 0; t < count; t++) {
    const value = values[offset + t]!;
    const n = Math.min(whole, most);
    whole = value === value ? whole + 1 : 0;
    if (whole === 0 || n < LEAST_YEARS * periodsPerYear) continue;
    if (!settings || n !== fitted) settings = stlAsR(n, periodsPerYear, span, params.robust as boolean);
    fitted = n;
    decompose(values, offset + t - n, n, settings, stl);
    for (let i = 0; i < n; i++) {
      a[i] = stl.remainder[i]!;
      b[i] = values[offset + t - n + i]!;
    }
    const own = ownSpread(b, n);
    const spread = own > 0 ? Math.max(spreadOfBuffer(a, n), TOO_GOOD * own) : NaN;
    settle(input, t, stl.trend[n - 1]! + stl.seasonal[n - periodsPerYear]!, spread, out);
  }
}

function runMedian(input: SeriesInput, params: ParamValues, out: DetectorOutput, { a, b }: Scratch): void {
  const { values, offset, count, periodsPerYear } = input;
  const years = yearsOf(params);
  for (let t = LEAST_YEARS * periodsPerYear + 1; t < count; t++) {
    let n = 0;
    for (let year = 1; year <= years; year++) {
      const same = t - year * periodsPerYear;
      for (let k = Math.max(0, same - 1); k <= same + 1; k++) {
        const value = values[offset + k]!;
        if (value === value) a[n++] = value;
      }
    }
    if (n < LEAST_SAME_SEASON) continue;
    b.set(a.subarray(0, n));
    settle(input, t, medianOfBuffer(a, n), ownSpread(b, n), out);
  }
}

/** Writes what is said of t: nothing where there is no spread. */
function settle(
  { values, offset, sign }: SeriesInput,
  t: number,
  expected: number,
  spread: number,
  out: DetectorOutput,
): void {
  const value = values[offset + t]!;
  if (!(spread > 0) || value !== value) return;
  const x = (sign * (value - expected)) / spread;
  out.statistic[t] = x;
  out.expected[t] = expected;
  out.bound[t] = expected + sign * Z_LINE * spread;
  out.alarm[t] = x > Z_LINE ? 1 : 0;
}

/** The spread of values as they are, 0 where it is rounding alone; sorts them. */
function ownSpread(buffer: Float64Array, n: number): number {
  let size = 0;
  for (let i = 0; i < n; i++) size = Math.max(size, Math.abs(buffer[i]!));
  const spread = spreadOfBuffer(buffer, n);
  return spread > DUST * size ? spread : 0;
}

/** The spread of the first `n` values, with its floor; sorts them. */
function spreadOfBuffer(buffer: Float64Array, n: number): number {
  const mad = madOfBuffer(buffer, n, medianOfBuffer(buffer, n));
  // What is left in the buffer are the deviations, in their order.
  return Math.max(mad, buffer[Math.ceil(0.9 * n) - 1]! / (2 * NINETY));
}
