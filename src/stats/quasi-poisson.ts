/**
 * Quasi-Poisson regression with logarithmic link of counts on group levels and, if wanted, one common slope: log μ =
 * a(group) + b·x. Fitted by iteratively reweighted least squares (P. McCullagh, J. A. Nelder, "Generalized Linear
 * Models", 2nd ed. 1989, 2.5), started, stopped (change of deviance below 1e-8 relative, 25 steps) and reported as R's
 * `glm.fit` does: weights and hat values are those with which the last step was made. As the levels are free, the
 * slope is the one within groups, so no matrix is ever built: a step costs a few passes over the values.
 */
export interface CountModel {
  /** How many values there are; the arrays hold at least as many, and are filled by the caller. */
  n: number;
  readonly y: Float64Array;
  readonly x: Float64Array;
  /** 0 … groups − 1. */
  readonly group: Uint8Array;
  /** Weights that the values have by themselves. */
  readonly prior: Float64Array;
  /** Fitted means. */
  readonly mu: Float64Array;
  /** Weights of the last step. */
  readonly weights: Float64Array;
  /** Scratch: the linear predictor. */
  readonly eta: Float64Array;
  /** By group: the sum of the weights, the mean of x and the level. */
  readonly sums: Float64Array;
  readonly centres: Float64Array;
  readonly levels: Float64Array;
  /** 0 where there is none. */
  slope: number;
  /** Weighted sum of squares of x within groups. */
  spread: number;
  /** Values less coefficients. */
  freedom: number;
}

/** Room for `size` values in up to `groups` groups. */
export function makeCountModel(size: number, groups: number): CountModel {
  return {
    n: 0,
    y: new Float64Array(size),
    x: new Float64Array(size),
    group: new Uint8Array(size),
    prior: new Float64Array(size),
    mu: new Float64Array(size),
    weights: new Float64Array(size),
    eta: new Float64Array(size),
    sums: new Float64Array(groups),
    centres: new Float64Array(groups),
    levels: new Float64Array(groups),
    slope: 0,
    spread: 0,
    freedom: 0,
  };
}

/** Fits the model, with a slope or without; false when it does not converge. */
export function fitCounts(model: CountModel, sloped: boolean): boolean {
  const { n, y, mu, eta } = model;
  for (let i = 0; i < n; i++) {
    mu[i] = y[i]! + 0.1;
    eta[i] = Math.log(mu[i]!);
  }
  let before = devianceOf(model);
  for (let step = 0; step < 25; step++) {
    leastSquares(model, sloped);
    for (let i = 0; i < n; i++) {
      eta[i] = predictor(model, model.group[i]!, model.x[i]!);
      mu[i] = Math.exp(eta[i]!);
    }
    const deviance = devianceOf(model);
    if (!Number.isFinite(deviance)) return false;
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < 1e-8) return true;
    before = deviance;
  }
  return false;
}

/** The linear predictor of a value with this group and x. */
export function predictor({ levels, centres, slope }: CountModel, group: number, x: number): number {
  return levels[group]! + slope * (x - centres[group]!);
}

/** Leverage of one unit of weight at this group and x: the variance of the predictor there, before dispersion. */
export function leverage({ sums, centres, spread, slope }: CountModel, group: number, x: number): number {
  const apart = x - centres[group]!;
  return 1 / sums[group]! + (slope === 0 ? 0 : (apart * apart) / spread);
}

/** Sum of the squared relative residuals, weighted as told, over the degrees of freedom. */
export function dispersionOf({ n, y, mu, freedom }: CountModel, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const residual = (y[i]! - mu[i]!) / mu[i]!;
    sum += weights[i]! * residual * residual;
  }
  return freedom > 0 ? sum / freedom : NaN;
}

function devianceOf({ n, y, mu, prior }: CountModel): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const value = y[i]!;
    const log = value > 0 ? value * Math.log(value / mu[i]!) : 0;
    sum += prior[i]! * (log - (value - mu[i]!));
  }
  return 2 * sum;
}

/** One step: weighted least squares of the working response, group by group. */
function leastSquares(model: CountModel, sloped: boolean): void {
  const { n, y, x, group, prior, mu, weights, eta, sums, centres, levels } = model;
  sums.fill(0);
  centres.fill(0);
  levels.fill(0);
  for (let i = 0; i < n; i++) {
    const g = group[i]!;
    const weight = prior[i]! * mu[i]!;
    weights[i] = weight;
    sums[g] = sums[g]! + weight;
    centres[g] = centres[g]! + weight * x[i]!;
    levels[g] = levels[g]! + weight * (eta[i]! + (y[i]! - mu[i]!) / mu[i]!);
  }
  for (let g = 0; g < sums.length; g++) {
    centres[g] = centres[g]! / sums[g]!;
    levels[g] = levels[g]! / sums[g]!;
  }
  model.spread = model.slope = 0;
  model.freedom = n;
  for (const sum of sums) if (sum > 0) model.freedom--;
  if (!sloped) return;
  model.freedom--;
  let product = 0;
  for (let i = 0; i < n; i++) {
    const g = group[i]!;
    const apart = x[i]! - centres[g]!;
    product += weights[i]! * apart * (eta[i]! + (y[i]! - mu[i]!) / mu[i]! - levels[g]!);
    model.spread += weights[i]! * apart * apart;
  }
  model.slope = product / model.spread;
}
