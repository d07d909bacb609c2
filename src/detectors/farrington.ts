import { civilOf, dayOf, lastDayOf } from '../base/period';
import { negativeBinomialQuantile, poissonQuantile, studentTwoSided } from '../stats/distributions';
import { normalQuantile } from '../stats/normal';
import { type CountModel, dispersionOf, fitCounts, leverage, makeCountModel, predictor } from '../stats/quasi-poisson';
import type { Detector, SeriesInput } from './detector';
import {
  FARRINGTON_PARAMS,
  farringtonReads,
  farringtonRefuses,
  type FarringtonSettings,
  farringtonSettings,
  mostBack,
} from './farrington-settings';

/**
 * Farrington's method for counts: x(t) = (v − μ)/(U − μ), the distance from what is expected in units of the distance to
 * the bound, so that x > 1 is an alarm. μ and its error come from a quasi-Poisson regression (logarithmic link) on the
 * same season ± `halfWindow` of the last `years` years (with `periods` > 1 on the rest of the year too, in that many
 * blocks, each with its own level), without the last `pastNotIncluded` periods. Past outbreaks (Anscombe residuals above
 * `weightsThreshold`) weigh less where `reweight`. A `trend` stays in when p < `pThresholdTrend`, the baseline has three
 * years, and μ is not above all that was seen. Weeks step back whole years by their date, to the same weekday.
 * U by `thresholdMethod`: `delta` (μᵖ + z·error)^(1/p), p of `powerTransform`; `nbPlugin` the quantile 1 − `alpha` of the
 * negative binomial count with mean μ and the dispersion found; `muan` the same at the upper end of μ. Of the last two
 * R measures x from log μ in place of μ: kept, as x passes 1 where the bound is passed either way.
 * Unless at least `limit54[0]` cases came in the last `limit54[1]` periods there is neither a bound nor an alarm.
 * Missing values are left out; of the baseline at least half must be there. Where a fall is worse the lower bound is
 * taken, outbreaks are falls, and `limit54` is not asked, since a fall to nothing is what is looked for; x counts from μ.
 * Cost: each period is a regression of its own, two to four fits of some five steps over the baseline, of months about
 * 30 microseconds; the buffers are made once for each series.
 * Source: C. P. Farrington et al., J R Stat Soc A 159 (1996) 547–563; A. Noufaily et al., Stat Med 32 (2013) 1206–1222;
 * as R `surveillance::farringtonFlexible` (M. Salmon et al., J Stat Softw 70 (2016) 10; version 1.20.3).
 */
export const farringtonDetector: Detector = {
  kind: 'farrington',
  name: { zh: 'Farrington 计数异常检测', en: 'Farrington (counts)' },
  definition: {
    zh: '当期计数超出预期的幅度与预警界距之比，预期取自往年同期的拟泊松回归（Farrington 1996，Noufaily 2013）',
    en: 'Excess of a count over what past years lead to expect, in units of the distance to the bound (Farrington 1996, Noufaily 2013)',
  },
  params: FARRINGTON_PARAMS,
  unit: () => 'score',
  refuses: farringtonRefuses,
  minHistory(params, shape) {
    const { years, halfWindow } = farringtonSettings(params, shape);
    return mostBack(years, shape) + halfWindow + 1;
  },
  reads: farringtonReads,
  blocks: () => 1,
  readsTarget: false,
  countsOn: false,
  holdsBack: true,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run(input, params, { statistic, expected, bound, alarm }) {
    const { values, offset, count, sign } = input;
    statistic.fill(NaN, 0, count);
    expected.fill(NaN, 0, count);
    bound.fill(NaN, 0, count);
    alarm.fill(0, 0, count);
    if (farringtonRefuses(params, input)) return;
    const s = farringtonSettings(params, input);
    const reach = mostBack(s.years, input) + s.halfWindow;
    const model = makeCountModel(reach, s.periods);
    const back = new Int32Array(s.years + 1);
    const line = { mean: NaN, score: NaN, bound: NaN };
    for (let t = reach; t < count; t++) {
      const value = values[offset + t]!;
      if (value !== value) continue;
      yearsBack(input, t, back);
      if (!fillBaseline(model, input, t, back, s) || !draw(model, s, sign, value, line)) continue;
      statistic[t] = line.score;
      if (sign > 0 && s.leastCases > 0 && !(casesOf(input, t, s.lastPeriods) >= s.leastCases)) continue;
      expected[t] = line.mean;
      bound[t] = line.bound;
      alarm[t] = line.score > 1 ? 1 : 0;
    }
  },
};

/** Sum of the last `periods` values; NaN where one is missing or the series is shorter. */
function casesOf({ values, offset }: SeriesInput, t: number, periods: number): number {
  let sum = t + 1 < periods ? NaN : 0;
  for (let k = Math.max(0, t - periods + 1); k <= t; k++) sum += values[offset + k]!;
  return sum;
}

/** Periods between t and the same of 0, 1, 2 … years before. */
function yearsBack({ periodsPerYear, firstPeriod }: SeriesInput, t: number, back: Int32Array): void {
  const monday = periodsPerYear === 52 ? lastDayOf('week', firstPeriod + t, 7) - 6 : 0;
  const { year, month, day } = civilOf(monday);
  for (let i = 1; i < back.length; i++) {
    // The same weekday that is nearest to the same date.
    back[i] = periodsPerYear === 52 ? Math.round((monday - dayOf(year - i, month, day)) / 7) : i * periodsPerYear;
  }
}

/**
 * Takes the baseline of t into the model: the last group is the season of t, the others are blocks of the rest of the
 * year. False when it holds a negative value, or less than half of it is there.
 */
function fillBaseline(
  model: CountModel,
  { values, offset }: SeriesInput,
  t: number,
  back: Int32Array,
  { halfWindow, periods, years, pastNotIncluded }: FarringtonSettings,
): boolean {
  const newest = t - pastNotIncluded - 1;
  let due = 0;
  let counts = true;
  model.n = 0;
  const take = (from: number, to: number, group: number): void => {
    for (let k = from; k <= Math.min(to, newest); k++) {
      due++;
      const value = values[offset + k]!;
      if (value !== value) continue;
      if (value < 0) counts = false;
      model.y[model.n] = value;
      model.x[model.n] = k - t;
      model.group[model.n++] = group;
    }
  };
  for (let i = years; i > 0; i--) {
    const same = t - back[i]!;
    take(same - halfWindow, same + halfWindow, periods - 1);
    if (periods === 1) continue;
    // The rest of the year in blocks, the first of them longer by one where it does not divide.
    const rest = back[i]! - back[i - 1]! - 2 * halfWindow - 1;
    const longer = rest % (periods - 1);
    let from = same + halfWindow + 1;
    for (let group = 0; group < periods - 1; group++) {
      const to = from + Math.floor(rest / (periods - 1)) + (group < longer ? 1 : 0);
      take(from, to - 1, group);
      from = to;
    }
  }
  take(t - halfWindow, t - 1, periods - 1);
  return counts && 2 * model.n >= due;
}

/** What is expected of t, the bound and x; false when the baseline does not give them. */
function draw(
  model: CountModel,
  s: FarringtonSettings,
  sign: 1 | -1,
  value: number,
  line: { mean: number; score: number; bound: number },
): boolean {
  const season = s.periods - 1;
  // Fewer than three years never keep their trend.
  let dispersions = fit(model, s, sign, s.trend && s.years >= 3);
  if (dispersions?.sloped && !keepsTrend(model, s, sign, dispersions.ofError)) dispersions = fit(model, s, sign, false);
  if (!dispersions) return false;
  const { phi, ofError } = dispersions;
  // A season without values has no level: then this is not a number, nor is what follows from it.
  const eta = predictor(model, season, 0);
  const mean = Math.exp(eta);
  const error = Math.sqrt(ofError * leverage(model, season, 0));
  line.mean = mean;
  line.bound = boundOf(s, sign, mean, error, phi);
  const from = s.method === 'delta' || sign < 0 ? mean : eta;
  line.score = (value - from) / (line.bound - from);
  return sign * (line.bound - from) > 0;
}

/** The line on the worse side of the mean; `error` is that of the mean's logarithm. */
function boundOf({ method, alpha, power }: FarringtonSettings, sign: 1 | -1, mean: number, error: number, phi: number) {
  const z = -normalQuantile(alpha);
  if (method === 'delta') {
    const variance = power * power * mean ** (2 * power - 1) * (phi + error * error * mean);
    return Math.max(0, mean ** power + sign * z * Math.sqrt(variance)) ** (1 / power);
  }
  const at = method === 'muan' ? mean * Math.exp(sign * z * error) : mean;
  const p = sign > 0 ? 1 - alpha : alpha;
  return phi > 1 ? negativeBinomialQuantile(p, at, phi) : poissonQuantile(p, at);
}

/**
 * Fits the model, without the trend where it does not converge with it, and once more with less weight on past
 * outbreaks. `phi` is the dispersion of the counts, not below 1; `ofError` the one that goes into the errors of
 * the coefficients: after reweighting R takes the new weights alone there, not multiplied by the means.
 */
function fit(
  model: CountModel,
  { reweight, weightsThreshold }: FarringtonSettings,
  sign: 1 | -1,
  wanted: boolean,
): { sloped: boolean; phi: number; ofError: number } | null {
  model.prior.fill(1, 0, model.n);
  let sloped = wanted;
  if (!fitCounts(model, sloped)) {
    if (!sloped) return null;
    sloped = false;
    if (!fitCounts(model, sloped)) return null;
  }
  let phi = Math.max(dispersionOf(model, model.weights), 1);
  if (reweight) {
    weighDown(model, phi, sign, weightsThreshold);
    fitCounts(model, sloped);
    phi = Math.max(dispersionOf(model, model.weights), 1);
  }
  return { sloped, phi, ofError: dispersionOf(model, reweight ? model.prior : model.weights) };
}

/** Weights of past values: the square of the inverse of a standardised Anscombe residual beyond the threshold, else 1. */
function weighDown(model: CountModel, phi: number, sign: 1 | -1, threshold: number): void {
  const { n, y, x, mu, group, weights, prior } = model;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const hat = weights[i]! * leverage(model, group[i]!, x[i]!);
    const raw = 1.5 * (y[i]! ** (2 / 3) * mu[i]! ** (-1 / 6) - Math.sqrt(mu[i]!));
    const residual = (sign * raw) / Math.sqrt(phi * (1 - hat));
    prior[i] = residual > threshold ? 1 / (residual * residual) : 1;
    sum += prior[i]!;
  }
  for (let i = 0; i < n; i++) prior[i] = (prior[i]! * n) / sum;
}

/** A trend that is significant and does not lead beyond all that was seen. */
function keepsTrend(
  model: CountModel,
  { pThresholdTrend, periods }: FarringtonSettings,
  sign: 1 | -1,
  ofError: number,
) {
  const p = studentTwoSided(model.slope / Math.sqrt(ofError / model.spread), model.freedom);
  const mean = Math.exp(predictor(model, periods - 1, 0));
  let farthest = -Infinity;
  for (let i = 0; i < model.n; i++) farthest = Math.max(farthest, sign * model.y[i]!);
  return p < pThresholdTrend && sign * mean <= farthest;
}
