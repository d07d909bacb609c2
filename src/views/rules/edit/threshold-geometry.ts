/** Where the drawing of a statistic with its threshold lines has what: values upward, periods to the right. */
export interface Plane {
  readonly low: number;
  readonly high: number;
  toY(value: number): number;
  toValue(y: number): number;
}

/** Share of the span that stays free above and below. */
const PADDING = 0.1;

/** A plane of so many pixels that holds all figures and all lines; without any, from 0 to 1. */
export function planeOf(figures: readonly ArrayLike<number>[], pixels: number): Plane {
  let low = Infinity;
  let high = -Infinity;
  for (const list of figures) {
    for (let i = 0; i < list.length; i++) {
      const v = list[i]!;
      if (!Number.isFinite(v)) continue;
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
  }
  if (low > high) [low, high] = [0, 1];
  const room = (high - low || Math.abs(high) || 1) * PADDING;
  const [from, to] = [low - room, high + room];
  return {
    low: from,
    high: to,
    toY: (value) => ((to - value) / (to - from)) * pixels,
    toValue: (y) => to - (y / pixels) * (to - from),
  };
}

/** A step of the keyboard: about a two-hundredth of what is seen, as 1, 2 or 5 times a power of ten, no finer than the rule compares. */
export function stepOf(span: number, decimals: number): number {
  const finest = 10 ** -decimals;
  const wanted = span / 200;
  if (!(wanted > finest)) return finest;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= wanted * 0.999)!;
  return Math.max(step, finest);
}

/** A value on the grid of steps of `decimals`, without binary dust. */
export function onGrid(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/**
 * A threshold where it was pulled to, kept between its neighbours: blue < yellow < orange < red by at least the finest
 * difference that the rule sees. `lines`: thresholds of levels 1–4, larger is worse; undefined where absent.
 */
export function pulledTo(
  lines: readonly (number | undefined)[],
  level: number,
  wanted: number,
  decimals: number,
  floor = -Infinity,
): number {
  const gap = 10 ** -decimals;
  const below = lines.slice(0, level - 1).findLast((v) => v !== undefined);
  const above = lines.slice(level).find((v) => v !== undefined);
  const least = Math.max(below === undefined ? -Infinity : below + gap, floor);
  const most = above === undefined ? Infinity : above - gap;
  return onGrid(Math.min(Math.max(onGrid(wanted, decimals), least), most), decimals);
}

/** Runs of figures without a gap, as points of a line: `[[index, value], …]`. */
export function unbroken(values: ArrayLike<number>): (readonly [at: number, value: number])[][] {
  const runs: (readonly [number, number])[][] = [];
  let run: (readonly [number, number])[] = [];
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    if (Number.isFinite(v)) {
      if (run.length === 0) runs.push(run);
      run.push([i, v]);
    } else run = [];
  }
  return runs;
}

/** Round values inside a plane, three to six of them, for its axis. */
export function roundTicks(low: number, high: number): number[] {
  const wanted = (high - low) / 5;
  if (!(wanted > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= wanted)!;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}
