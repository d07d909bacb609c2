/**
 * Rolling statistics over a stretch of a typed array. Incomplete windows and windows with a missing value (NaN)
 * give NaN: a window is either whole or not there, so a missing value can never move a result, only remove it.
 * Cost per value does not grow with the window. `out[i]` belongs to `values[offset + i]`.
 */

/** Mean of the last `size` values, the present one included. `out` may not be `values`. */
export function rollingMean(
  values: Float64Array,
  offset: number,
  count: number,
  size: number,
  out: Float64Array,
): void {
  rollingSum(values, offset, count, size, out);
  for (let i = 0; i < count; i++) out[i] = out[i]! / size;
}

/**
 * Sum of the last `size` values, the present one included; `out` may not be `values`. Nothing is ever subtracted: the
 * values are cut into blocks of `size`, and a window is the end of one block plus the beginning of the next. So a sum
 * holds the values of its window and nothing else, neither rounding left over from earlier ones nor a missing value.
 */
export function rollingSum(values: Float64Array, offset: number, count: number, size: number, out: Float64Array): void {
  out.fill(NaN, 0, Math.min(size - 1, count));
  for (let block = 0; block < count; block += size) {
    const end = Math.min(block + size, count);
    let head = 0;
    for (let i = block; i < end; i++) {
      head += values[offset + i]!;
      // The rest of the window was left here by the block before; a block's last window is the block itself.
      if (i >= size - 1) out[i] = i === block + size - 1 ? head : out[i]! + head;
    }
    let tail = 0;
    for (let i = end === block + size ? end - 1 : block; i > block; i--) {
      tail += values[offset + i]!;
      if (i + size - 1 < count) out[i + size - 1] = tail;
    }
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
