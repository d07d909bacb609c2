import type { EtsFit } from './ets-fit';
import type { Outlook } from './outlook';

/**
 * Means, deviations and responses of the periods after the fit's last value.
 * With c(j) = α + β·(φ + … + φ^j), + γ where j is a whole number of seasons, the effect of an error on the value j
 * periods later: an additive error has variance s²·(1 + c(1)² + … + c(h−1)²). For a multiplicative one, with or without
 * an additive season, θ(1) = μ(1)², θ(h) = μ(h)² + s²·Σ c(j)²·θ(h−j), variance (1 + s²)·θ(h) − μ(h)². With a
 * multiplicative season the same of the model without it, times the season's square: exact up to one season ahead; beyond,
 * what the season itself learns meanwhile is left out.
 * Source: Hyndman, Koehler, Ord, Snyder 2008, chapter 6 (classes 1–3, tables 6.1 and 6.2).
 */
export function outlookOf(fit: EtsFit, { mean, deviation, response }: Outlook): void {
  const { form, m, weights, state, variance } = fit;
  const { alpha, beta, gamma, phi } = weights;
  const horizon = mean.length;
  let ahead = 0;
  let power = 1;
  response[0] = 1;
  for (let h = 1; h <= horizon; h++) {
    power *= phi;
    ahead += power;
    mean[h - 1] = state.level + (form.trend === 'A' ? ahead * state.trend : 0);
    if (form.season === 'A') mean[h - 1]! += state.seasons[(state.at + h - 1) % m]!;
    if (h < horizon) response[h] = alpha + beta * ahead + (form.season === 'A' && h % m === 0 ? gamma : 0);
  }
  if (form.error === 'A') {
    let spread = 1;
    for (let h = 1; h <= horizon; h++) {
      deviation[h - 1] = Math.sqrt(variance * spread);
      if (h < horizon) spread += response[h]! ** 2;
    }
    return;
  }
  // θ stands in the place of the deviations until all of it is there.
  for (let h = 1; h <= horizon; h++) {
    let theta = mean[h - 1]! ** 2;
    for (let j = 1; j < h; j++) theta += variance * response[j]! ** 2 * deviation[h - j - 1]!;
    deviation[h - 1] = theta;
  }
  for (let h = 1; h <= horizon; h++) {
    const season = form.season === 'M' ? state.seasons[(state.at + h - 1) % m]! : 1;
    deviation[h - 1] =
      Math.abs(season) * Math.sqrt(Math.max(0, (1 + variance) * deviation[h - 1]! - mean[h - 1]! ** 2));
    mean[h - 1]! *= season;
  }
}
