/** Pearson's correlation of the first `n` pairs; NaN for fewer than two, or where one side does not move. None may be missing. */
export function correlation(x: Float64Array, y: Float64Array, n: number): number {
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += (x[i]! - meanX) / (i + 1);
    meanY += (y[i]! - meanY) / (i + 1);
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const a = x[i]! - meanX;
    const b = y[i]! - meanY;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return n > 1 && xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : NaN;
}

/**
 * How well one series goes before another: the correlation of `leading` at t − k with `following` at t, for each k from
 * −`most` to `most`, over the periods in which both have a value; NaN with fewer than `least` of them. The index of k is
 * k + most.
 */
export function leadLag(leading: Float64Array, following: Float64Array, most: number, least: number): Float64Array {
  const count = following.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  return Float64Array.from({ length: 2 * most + 1 }, (_, at) => {
    const k = at - most;
    let n = 0;
    for (let t = Math.max(0, k); t < Math.min(count, count + k); t++) {
      const [a, b] = [leading[t - k]!, following[t]!];
      if (a !== a || b !== b) continue;
      x[n] = a;
      y[n++] = b;
    }
    return n < least ? NaN : correlation(x, y, n);
  });
}
