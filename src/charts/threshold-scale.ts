/** A threshold as it stands on the chart: level 1–4 (Ⅳ–Ⅰ) and its value in the shown sign. */
export interface ThresholdLine {
  readonly level: 1 | 2 | 3 | 4;
  readonly value: number;
}

export interface ThresholdScale {
  readonly low: number;
  readonly high: number;
  /** Lines that fall inside the axis, lowest level first. */
  readonly lines: readonly ThresholdLine[];
  /** The field from each line to the next worse one, or to the end of the axis. */
  readonly bands: readonly { readonly level: ThresholdLine['level']; readonly from: number; readonly to: number }[];
}

/** Share of the span that stays free at both ends. */
const PADDING = 0.08;

/**
 * The value axis of a small multiple. All figures are on it; of the thresholds those that were reached and the next
 * worse one, so that a far-off red line does not flatten the curve. Null without a single figure.
 */
export function thresholdScale(
  figures: ArrayLike<number>,
  thresholds: readonly (number | null)[],
  worse: 'up' | 'down',
): ThresholdScale | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < figures.length; i++) {
    const v = figures[i]!;
    if (!Number.isFinite(v)) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  if (low > high) return null;
  const all = thresholds.flatMap((value, i) =>
    value === null || !Number.isFinite(value) ? [] : [{ level: (i + 1) as ThresholdLine['level'], value }],
  );
  const worst = worse === 'up' ? high : low;
  const reached = all.filter(({ value }) => (worse === 'up' ? value <= worst : value >= worst)).length;
  const lines = all.slice(0, reached + 1);
  for (const { value } of lines) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low || Math.abs(high) || 1;
  low -= span * PADDING;
  high += span * PADDING;
  const end = worse === 'up' ? high : low;
  const bands = lines.map((line, i) => ({ level: line.level, from: line.value, to: lines[i + 1]?.value ?? end }));
  return { low, high, lines, bands };
}

/** Decimals that tell the marks of an axis apart, at most four. */
export function axisDecimals(low: number, high: number): number {
  const step = (high - low) / 4;
  return step >= 2 || !(step > 0) ? 0 : Math.min(4, Math.ceil(-Math.log10(step)));
}
