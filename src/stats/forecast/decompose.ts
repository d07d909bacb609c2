/**
 * Classical decomposition: the trend is the centred mean of a year's periods (half weights at both ends where the year
 * has an even number), the seasonal figure of a place in the year the mean of value − trend, or value / trend, over the
 * years, corrected to mean 0 or 1. Writes one figure for each of the `m` places, from that of the first value on.
 * `n` ≥ 2·m; no value missing; for a ratio all of one sign.
 * Source: M. Kendall, A. Stuart, "The Advanced Theory of Statistics" 3 (1983) 410–414; as R `decompose`.
 */
export function seasonalFigures(
  values: Float64Array,
  n: number,
  m: number,
  multiplicative: boolean,
  figures: Float64Array,
): void {
  const half = Math.floor(m / 2);
  const even = m % 2 === 0;
  figures.fill(0, 0, m);
  for (let place = 0; place < m; place++) {
    let sum = 0;
    let seen = 0;
    for (let t = place; t < n - half; t += m) {
      if (t < half) continue;
      let trend = 0;
      for (let k = t - half; k <= t + half; k++) trend += values[k]!;
      if (even) trend -= (values[t - half]! + values[t + half]!) / 2;
      trend /= m;
      sum += multiplicative ? values[t]! / trend : values[t]! - trend;
      seen++;
    }
    figures[place] = sum / seen;
  }
  let mean = 0;
  for (let place = 0; place < m; place++) mean += figures[place]! / m;
  for (let place = 0; place < m; place++) {
    figures[place] = multiplicative ? figures[place]! / mean : figures[place]! - mean;
  }
}
