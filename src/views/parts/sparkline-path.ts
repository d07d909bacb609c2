/** Points of a small line in a box, gaps as gaps: one path per run of values. */
export interface SparklineShape {
  readonly path: string;
  readonly last: { readonly x: number; readonly y: number } | null;
}

/**
 * @param values NaN = gap; a single value between gaps is drawn as a short dash
 * @param range lowest and highest value of the scale; the same for all rows of a table, so that they compare
 */
export function sparklineShape(
  values: ArrayLike<number>,
  range: readonly [number, number],
  width: number,
  height: number,
  inset = 3,
): SparklineShape {
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const span = range[1] - range[0];
  const place = (i: number): { x: number; y: number } => {
    const share = span > 0 ? (values[i]! - range[0]) / span : 0.5;
    return {
      x: Math.round((inset + i * step) * 10) / 10,
      y: Math.round((height - inset - share * (height - 2 * inset)) * 10) / 10,
    };
  };
  let path = '';
  let open = false;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) {
      open = false;
      continue;
    }
    const { x, y } = place(i);
    path += open ? `L${x} ${y}` : `M${x} ${y}h0.1`;
    open = true;
  }
  const end = values.length - 1;
  return { path, last: end >= 0 && Number.isFinite(values[end]!) ? place(end) : null };
}
