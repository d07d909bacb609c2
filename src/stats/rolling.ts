/**
 * Rolling statistics over a stretch of a typed array. Incomplete windows and windows with a missing value (NaN)
 * give NaN: a window is either whole or not there, so a missing value can never move a result, only remove it.
 * Cost per value does not grow with the window. `out[i]` belongs to `values[offset + i]`.
 */

/** Mean of the last `size` values, the present one included. `out` may not be `values`. */
export function rollingMean(values: Float64Array, offset: number, count: number, size: number, out: Float64Array): void {
  let sum = 0;
  // Values since the sum was last made from nothing; redone every `size` steps so that rounding does not build up.
  let sinceFresh = size;
  let missing = 0;
  for (let i = 0; i < count; i++) {
    const v = values[offset + i]!;
    if (v !== v) missing++;
    else sum += v;
    if (i >= size) {
      const old = values[offset + i - size]!;
      if (old !== old) missing--;
      else sum -= old;
    }
    if (++sinceFresh >= size && i >= size - 1) {
      sum = 0;
      for (let k = i - size + 1; k <= i; k++) {
        const w = values[offset + k]!;
        if (w === w) sum += w;
      }
      sinceFresh = 0;
    }
    out[i] = i >= size - 1 && missing === 0 ? sum / size : NaN;
  }
}

/**
 * Minimum of the `size` values before the present one (which is not in the window), by a monotone queue.
 * `queue` is scratch of at least `count` entries.
 */
export function rollingMinBefore(
  values: Float64Array,
  offset: number,
  count: number,
  size: number,
  out: Float64Array,
  queue: Int32Array,
): void {
  let head = 0;
  let tail = 0;
  let lastMissing = -1;
  for (let i = 0; i < count; i++) {
    out[i] = i >= size && lastMissing < i - size ? values[offset + queue[head]!]! : NaN;
    const v = values[offset + i]!;
    if (v === v) {
      while (tail > head && values[offset + queue[tail - 1]!]! >= v) tail--;
      queue[tail++] = i;
    } else {
      // Nothing before a missing value can serve again: every window that reaches back to it is NaN anyway.
      lastMissing = i;
      head = tail = 0;
    }
    if (tail > head && queue[head]! <= i - size) head++;
  }
}

/** Sum of the last `size` values, the present one included. */
export function rollingSum(values: Float64Array, offset: number, count: number, size: number, out: Float64Array): void {
  rollingMean(values, offset, count, size, out);
  for (let i = 0; i < count; i++) out[i] = out[i]! * size;
}
