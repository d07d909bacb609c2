import { admissible } from './ets-admissible';
import { type EtsPass, type EtsState, type EtsWeights, makeEtsState, passEts } from './ets-filter';
import { candidateForms, type EtsForm, LONGEST_SEASON, sizesOf } from './ets-form';
import { LEAST_YEARS, startOf } from './ets-start';
import { makeSimplex, nelderMead } from './nelder-mead';
import type { History } from './outlook';

/** Evaluations of the likelihood at most, as R has it. */
const MOST = 2000;

export interface EtsFit {
  readonly form: EtsForm;
  /** Periods of the season, 1 for none. */
  readonly m: number;
  /** α, β, γ, φ, then the states before the first value, as `startOf` has them. */
  readonly point: Float64Array;
  readonly weights: EtsWeights;
  /** After the last value. */
  readonly state: EtsState;
  /** Of the errors, n − number of parameters degrees; of relative errors where the error is multiplicative. */
  variance: number;
  /** −2·log likelihood, without constants. */
  deviance: number;
  /** Akaike's criterion, corrected for short series. */
  aicc: number;
}

/** Writes the weights of a point; those that the form does not have are 0, φ 1. */
function readWeights({ trend, season, damped }: EtsForm, point: Float64Array, into: EtsWeights): void {
  let next = 0;
  into.alpha = point[next++]!;
  into.beta = trend === 'A' ? point[next++]! : 0;
  into.gamma = season === 'N' ? 0 : point[next++]!;
  into.phi = damped ? point[next]! : 1;
}

/** Writes the state before the first value; false where a seasonal ratio is negative. The seasons add up to 0, or to m. */
function readState(form: EtsForm, m: number, point: Float64Array, from: number, into: EtsState): boolean {
  let next = from;
  into.level = point[next++]!;
  into.trend = form.trend === 'A' ? point[next++]! : 0;
  into.at = 0;
  if (form.season === 'N') return true;
  let sum = 0;
  let least = Infinity;
  for (let place = m - 1; place >= 1; place--) {
    const figure = point[next++]!;
    into.seasons[place] = figure;
    sum += figure;
    least = Math.min(least, figure);
  }
  into.seasons[0] = (form.season === 'M' ? m : 0) - sum;
  return form.season === 'A' || Math.min(least, into.seasons[0]!) >= 0;
}

/**
 * −2·log likelihood of a point without constants: present·log(squares), for a multiplicative error + 2·Σ log|forecast|.
 * Infinity where weights or states are not allowed.
 */
function devianceOf(fit: EtsFit, history: History, weightCount: number, pass: EtsPass, buffer: Float64Array): number {
  const { form, m, point, weights, state } = fit;
  readWeights(form, point, weights);
  if (!admissible(form, m, weights, buffer) || !readState(form, m, point, weightCount, state)) return Infinity;
  passEts(history.values, history.n, form, m, weights, state, pass);
  const deviance = history.present * Math.log(pass.squares) + (form.error === 'M' ? 2 * pass.logs : 0);
  // A perfect fit is as good as any other perfect fit.
  return Math.max(deviance, -1e10);
}

/**
 * Fits one model by maximum likelihood: weights and states before the first value together, as R `forecast::ets` does,
 * and no further than it (2000 evaluations: with a season the search may end before it has arrived). Null where the
 * history is too short for the number of parameters, or nothing finite is found.
 */
export function fitEts(form: EtsForm, periodsPerYear: number, history: History): EtsFit | null {
  const m = form.season === 'N' ? 1 : periodsPerYear;
  const { weights, states } = sizesOf(form, m);
  const parameters = weights + states;
  if (parameters + 2 >= history.present || (form.season !== 'N' && history.n < LEAST_YEARS * m)) return null;
  const fit: EtsFit = {
    form,
    m,
    point: startOf(form, m, history.filled, history.n, new Float64Array(m)),
    weights: { alpha: NaN, beta: 0, gamma: 0, phi: 1 },
    state: makeEtsState(m),
    variance: NaN,
    deviance: NaN,
    aicc: NaN,
  };
  return search(fit, history, fit.point, parameters, MOST) ? fit : null;
}

/**
 * Moves on with time: the weights are estimated anew from where they were, the states before the first value stay. False
 * where that cannot be.
 */
export function refitWeights(fit: EtsFit, history: History): boolean {
  const { weights } = sizesOf(fit.form, fit.m);
  return search(fit, history, fit.point.subarray(0, weights), weights, 100 * weights);
}

/** Searches over the first parameters of the fit's point, `free`, which is a view of it or all of it. */
function search(fit: EtsFit, history: History, free: Float64Array, size: number, most: number): boolean {
  const counts = sizesOf(fit.form, fit.m);
  const pass: EtsPass = { squares: NaN, logs: NaN };
  const buffer = new Float64Array(2 * (fit.m + 2));
  const began = Float64Array.from(free);
  const height = (at: Float64Array): number => {
    free.set(at);
    return devianceOf(fit, history, counts.weights, pass, buffer);
  };
  const found = Number.isNaN(nelderMead(began, height, most, makeSimplex(size))) ? NaN : height(began);
  if (!Number.isFinite(found)) return false;
  const parameters = counts.weights + counts.states;
  fit.deviance = found;
  fit.variance = pass.squares / (history.present - parameters);
  // The variance counts as a parameter too.
  const k = parameters + 1;
  fit.aicc = found + 2 * k + (2 * k * (k + 1)) / (history.present - k - 1);
  return true;
}

/** The model with the lowest AICc among all that the series allows; null where none can be fitted. */
export function chooseEts(periodsPerYear: number, history: History): EtsFit | null {
  let positive = true;
  for (let t = 0; t < history.n; t++) if (history.filled[t]! <= 0) positive = false;
  const seasonal = periodsPerYear > 1 && periodsPerYear <= LONGEST_SEASON;
  let best: EtsFit | null = null;
  for (const form of candidateForms(positive, seasonal)) {
    const fit = fitEts(form, periodsPerYear, history);
    if (fit && fit.aicc < (best?.aicc ?? Infinity)) best = fit;
  }
  return best;
}
