import { PERIODS_PER_YEAR, seasonOf } from '../../base/period';
import { madOfBuffer, medianOfBuffer, medianOfThree } from '../../stats/robust';
import type { Column, Panel } from '../panel';
import type { CheckContext, Expectation, Expectations } from './check';
import { isCount, isLogarithmic, isThere } from './series';
import { jumpWhy } from './text';

interface JumpParams {
  readonly k: number;
  /** Smallest change that is told, as a natural logarithm (of what is compared by shares) … */
  readonly minLog: number;
  /** … and in units of what is compared by amounts (growth rates). */
  readonly minPoints: number;
  readonly minHistory: number;
  /** Differences that chance alone may make in small numbers, in standard deviations. */
  readonly chanceSigmas: number;
  /** Limits are so much wider from January to March for figures that the moving Spring Festival disturbs. */
  readonly holiday: number;
}

/** Which other years a value is held against, nearest first. */
const YEARS = [-1, 1, -2, 2] as const;
/** Periods on either side by which the general movement between the two years is taken out. */
const SIDE = 3;

/**
 * A value is held against the same season of the two nearest years, after the movement that its neighbours show
 * between the same years is taken out, on the side before and on the side after. It is off only when it disagrees with
 * both years and both sides in the same direction: a step in level, a moving holiday or a fault in the other year is
 * none. The newest value has one side only. The scale is the series' own (MAD of the same differences; where there are
 * too few of them, the median scale of the other regions).
 */
export function checkJumps({ panel, columns, expected, collect }: CheckContext, params: JumpParams): void {
  for (const column of columns) {
    const found = jumpsOf(panel, column, params);
    expected.set(column.indicator.id, found);
    let judged = 0;
    for (let cell = 0; cell < found.judged.length; cell++) {
      if (found.judged[cell] === 1 && collect.isNew(column, cell)) judged++;
    }
    collect.checked('jump', judged);
    for (const e of found.off.values()) {
      collect.add('jump', column, {
        cell: e.cell,
        low: e.low,
        high: e.high,
        why: () => jumpWhy(column.indicator, e.value, e.expected, e.low, e.high, e.power),
      });
    }
  }
}

function jumpsOf(panel: Panel, column: Column, params: JumpParams): Expectations {
  const { count, tree } = panel;
  const { indicator, values } = column;
  const log = isLogarithmic(indicator);
  const unit = 10 ** -indicator.decimals;
  const shift = unit / 2;
  const season = PERIODS_PER_YEAR[panel.frequency];
  const tries = season > 1 ? YEARS.length : 0;
  const cumulative = indicator.kind === 'cumulative' && season > 1;
  const regions = tree.regions.length;
  const y = new Float64Array(count);
  const offBy = new Float64Array(values.length).fill(NaN);
  /** The other year, where one only spoke: a fault in that year must not be turned against this one. 0 = more spoke. */
  const alone = new Int8Array(values.length);
  /** Distance from the periods around, where only one other year can be asked; nothing for what grows within the year. */
  const gap = new Float32Array(values.length);
  const scale = new Float64Array(regions).fill(NaN);
  const buffer = new Float64Array(count);

  for (let r = 0; r < regions; r++) {
    const from = r * count;
    let any = false;
    for (let t = 0; t < count; t++) {
      const v = values[from + t]!;
      const there = isThere(column, from + t) && !(log && v < 0);
      y[t] = there ? (log ? Math.log(v + shift) : v) : NaN;
      any ||= there;
    }
    if (!any) continue;
    let n = 0;
    for (let t = 0; t < count; t++) {
      if (y[t] !== y[t]) continue;
      let years = 0;
      let year = 0;
      let all = NaN;
      for (let k = 0; k < tries && years < 2; k++) {
        const lag = YEARS[k]! * season;
        const before = contrast(y, t, lag, -1);
        const after = contrast(y, t, lag, 1);
        if (before !== before && after !== after) continue;
        years++;
        year = lag;
        all = agreed(agreed(all, before), after);
        if (years === 1) buffer[n++] = meanOf(before, after);
      }
      if (years === 0 && !cumulative) {
        const before = contrast(y, t, 0, -1);
        const after = contrast(y, t, 0, 1);
        all = agreed(before, after);
        if (all !== all) continue;
        buffer[n++] = meanOf(before, after);
        years = 2;
      }
      if (years === 0) continue;
      offBy[from + t] = all;
      if (years !== 1) continue;
      alone[from + t] = year / season;
      if (!cumulative) gap[from + t] = Math.abs(meanOf(contrast(y, t, 0, -1), contrast(y, t, 0, 1)));
    }
    if (n >= params.minHistory) scale[r] = madOfBuffer(buffer, n, medianOfBuffer(buffer, n));
  }

  const pooled = pooledScale(scale);
  const disturbed = Uint8Array.from({ length: count }, (_, t) => {
    const moving = panel.frequency === 'month' && indicator.janFeb !== 'separate';
    return moving && seasonOf('month', panel.first + t) <= 2 ? 1 : 0;
  });
  const judged = new Uint8Array(values.length);
  const off = new Map<number, Expectation>();
  for (let r = 0; r < regions; r++) {
    const s = scale[r] === scale[r] ? scale[r]! : pooled;
    if (s !== s) continue;
    const usual = Math.max(log ? params.minLog : params.minPoints, params.k * s);
    for (let t = 0; t < count; t++) {
      const cell = r * count + t;
      const d = offBy[cell]!;
      if (d !== d) continue;
      judged[cell] = 1;
      const limit = disturbed[t] === 1 ? params.holiday * usual : usual;
      if (Math.abs(d) <= limit) continue;
      const v = values[cell]!;
      const of = log ? Math.log(v + shift) : v;
      const back = (x: number): number => (log ? Math.max(0, Math.exp(x) - shift) : x);
      const mid = back(of - d);
      if (isChance(v, mid, unit, isCount(indicator), params.chanceSigmas)) continue;
      // Two years only, and each says that the other is off: the one that stands out from its own neighbours is.
      const other = cell + alone[cell]! * season;
      if (other !== cell && Math.abs(offBy[other]!) > limit && !(gap[cell]! > gap[other]!)) continue;
      const low = back(of - d - limit);
      const high = back(of - d + limit);
      off.set(cell, { cell, value: v, expected: mid, low, high, power: log ? powerOf(v, mid, limit) : null });
    }
  }
  return { judged, off };
}

/** What two of several differences have in common: the smaller of one sign, nothing of opposite ones. NaN says nothing. */
function agreed(a: number, b: number): number {
  if (a !== a) return b;
  if (b !== b) return a;
  if (a * b <= 0) return 0;
  return Math.abs(a) < Math.abs(b) ? a : b;
}

function meanOf(a: number, b: number): number {
  return a !== a ? b : b !== b ? a : (a + b) / 2;
}

/** How far y(t) − y(t+lag) is from what the periods on one side have (median of up to three); NaN without two of them. */
function contrast(y: Float64Array, t: number, lag: number, side: -1 | 1): number {
  const other = lag === 0 ? 0 : y[t + lag];
  if (other === undefined || other !== other) return NaN;
  let a = NaN;
  let b = NaN;
  let c = NaN;
  let n = 0;
  for (let j = 1; j <= SIDE; j++) {
    const near = y[t + side * j];
    const far = lag === 0 ? 0 : y[t + side * j + lag];
    if (near === undefined || far === undefined) break;
    const d = near - far;
    if (d !== d) continue;
    if (n === 0) a = d;
    else if (n === 1) b = d;
    else c = d;
    n++;
  }
  return n < 2 ? NaN : y[t]! - other - medianOfThree(a, b, c, n);
}

/** Small numbers of persons and the last digit of a rate move by chance: Anscombe's root for counts, steps for others. */
function isChance(value: number, expected: number, unit: number, count: boolean, k: number): boolean {
  if (!count) return Math.abs(value - expected) <= k * unit;
  return 2 * Math.abs(Math.sqrt(value / unit + 0.375) - Math.sqrt(expected / unit + 0.375)) <= k * Math.SQRT2;
}

function pooledScale(scale: Float64Array): number {
  const known = scale.filter((s) => s === s);
  return medianOfBuffer(known, known.length);
}

/** The power of ten that would set the value right, if one does. */
function powerOf(value: number, expected: number, limit: number): number | null {
  if (!(value > 0) || !(expected > 0)) return null;
  const ratio = Math.log10(value / expected);
  const power = Math.round(ratio);
  return power !== 0 && Math.abs(ratio - power) * Math.LN10 <= Math.min(limit, Math.log(2)) ? power : null;
}
