import { formatNumber } from '../../base/format';

/** A straight scale from figures to pixels. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly at: (value: number) => number;
}

export function scaleOf(low: number, high: number, from: number, to: number): Scale {
  return { low, high, at: (value) => from + ((value - low) / (high - low)) * (to - from) };
}

/** Round marks of an axis inside [low, high], about `count` of them. */
export function ticksOf(low: number, high: number, count: number): readonly number[] {
  const step = stepOf(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const ticks: number[] = [];
  for (let k = first; k * step <= high + step * 1e-9; k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}

/** 1, 2 or 5 times a power of ten: the one that gives the number of marks nearest to `count`. */
function stepOf(span: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(span / Math.max(1, count)));
  const distance = (step: number): number => Math.abs(Math.log(span / step / Math.max(1, count)));
  return [1, 2, 5, 10].map((m) => m * power).reduce((best, step) => (distance(step) < distance(best) ? step : best));
}

/** Marks in words, with as many decimals as their step has. */
export function tickWords(ticks: readonly number[]): (value: number) => string {
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1;
  const decimals = Math.max(0, Math.min(4, -Math.floor(Math.log10(step) + 1e-9)));
  return (value) => formatNumber(value, decimals);
}

const PADDING = 0.06;

/** Ends of an axis that holds all figures with some air; with `zero` it begins there. Without a figure 0 to 1. */
export function rangeOf(values: readonly (number | null)[], zero = false): readonly [low: number, high: number] {
  let [low, high] = zero ? [0, 0] : [Infinity, -Infinity];
  for (const v of values) {
    if (v === null) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  if (low > high || (zero && low === high)) return [0, 1];
  const air = (high - low || Math.abs(high) || 1) * PADDING;
  return [zero && low === 0 ? 0 : low - air, zero && high === 0 ? 0 : high + air];
}
