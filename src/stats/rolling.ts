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
  sumOver(values, offset, count, size, size, out);
}

/**
 * Sum of the last `size` values, the present one included; `out` may not be `values`. Nothing is ever subtracted: the
 * values are cut into blocks of `size`, and a window is the end of one block plus the beginning of the next. So a sum
 * holds the values of its window and nothing else, neither rounding left over from earlier ones nor a missing value.
 */
export function rollingSum(values: Float64Array, offset: number, count: number, size: number, out: Float64Array): void {
  sumOver(values, offset, count, size, 1, out);
}

/** The sums, each divided by `divisor` where it is written: a pass of its own for that costs a third as much again. */
function sumOver(
  values: Float64Array,
  offset: number,
  count: number,
  size: number,
  divisor: number,
  out: Float64Array,
): void {
  out.fill(NaN, 0, Math.min(size - 1, count));
  for (let block = 0; block < count; block += size) {
    const last = block + size - 1;
    const end = Math.min(last, count);
    let head = 0;
    if (block === 0) for (let i = 0; i < end; i++) head += values[offset + i]!;
    else {
      for (let i = block; i < end; i++) {
        head += values[offset + i]!;
        // The rest of the window was left here by the block before.
        out[i] = (out[i]! + head) / divisor;
      }
    }
    if (last >= count) return;
    // A block's last window is the block itself.
    out[last] = (head + values[offset + last]!) / divisor;
    let tail = 0;
    for (let i = last; i > block; i--) {
      tail += values[offset + i]!;
      if (i + size - 1 < count) out[i + size - 1] = tail;
    }
  }
}

/**
 * Minimum of the `size` values before the present one (which is not in the window), by the same blocks; `out` may not
 * be `values`. A missing value makes every minimum NaN that it stands in.
 */
export function rollingMinBefore(
  values: Float64Array,
  offset: number,
  count: number,
  size: number,
  out: Float64Array,
): void {
  out.fill(NaN, 0, Math.min(size, count));
  for (let block = 0; block < count - 1; block += size) {
    const last = block + size - 1;
    const end = Math.min(last, count - 1);
    let head = Infinity;
    if (block === 0) for (let i = 0; i < end; i++) head = Math.min(head, values[offset + i]!);
    else {
      for (let i = block; i < end; i++) {
        head = Math.min(head, values[offset + i]!);
        out[i + 1] = Math.min(out[i + 1]!, head);
      }
    }
    if (last >= count - 1) return;
    out[last + 1] = Math.min(head, values[offset + last]!);
    let tail = Infinity;
    for (let i = last; i > block; i--) {
      tail = Math.min(tail, values[offset + i]!);
      if (i + size < count) out[i + size] = tail;
    }
  }
}

/**
 * Mean and standard deviation (n − 1) of the last `size` values, the present one included; neither output may be
 * `values`. By the same blocks: mean and sum of squares of a block's end and of the next one's beginning are put
 * together (T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae", 1979), so that nothing is ever subtracted, and
 * equal values have a deviation of exactly 0.
 */
export function rollingMoments(
  values: Float64Array,
  offset: number,
  count: number,
  size: number,
  means: Float64Array,
  deviations: Float64Array,
): void {
  means.fill(NaN, 0, Math.min(size - 1, count));
  deviations.fill(NaN, 0, Math.min(size - 1, count));
  for (let block = 0; block < count; block += size) {
    const end = Math.min(block + size, count);
    let mean = 0;
    let squares = 0;
    for (let i = block; i < end; i++) {
      const n = i - block + 1;
      const step = values[offset + i]! - mean;
      mean += step / n;
      squares += step * (values[offset + i]! - mean);
      if (i < size - 1) continue;
      const rest = size - n;
      // Of the block before, the end of it was left here; a block's last window is the block itself.
      const apart = rest === 0 ? 0 : means[i]! - mean;
      means[i] = mean + (apart * rest) / size;
      const sum = squares + (rest === 0 ? 0 : deviations[i]! + (apart * apart * rest * n) / size);
      deviations[i] = Math.sqrt(sum / (size - 1));
    }
    mean = squares = 0;
    for (let i = end === block + size ? end - 1 : block; i > block; i--) {
      const step = values[offset + i]! - mean;
      mean += step / (end - i);
      squares += step * (values[offset + i]! - mean);
      if (i + size - 1 >= count) continue;
      means[i + size - 1] = mean;
      deviations[i + size - 1] = squares;
    }
  }
}
