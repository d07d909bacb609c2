import type { EtsForm } from './ets-form';

/** Weights of level, trend, season, and damping; β as in the state space form: the level's α times Holt's own. */
export interface EtsWeights {
  alpha: number;
  beta: number;
  gamma: number;
  /** 1 where the trend is not damped. */
  phi: number;
}

/**
 * Level, trend and seasonal figures at one moment. `seasons[(at + k) mod m]` is the figure of the k-th period from now
 * on (k = 0 the next one).
 */
export interface EtsState {
  level: number;
  trend: number;
  readonly seasons: Float64Array;
  at: number;
}

/** What a pass over the values leaves: errors as the model has them, relative ones for a multiplicative error. */
export interface EtsPass {
  squares: number;
  /** Sum of the logarithms of the absolute one-step forecasts: the likelihood of a multiplicative error needs it. */
  logs: number;
}

/** Divisors closer to 0 than this are not divided by. */
const NOTHING = 1e-10;
const HUGE = 1e10;

/**
 * One pass of an exponential smoothing model over the first `n` values, from `state`, which is left as it is after the
 * last of them. A missing value changes nothing but the time: it is taken to be what was expected, and does not count.
 * O(n), nothing is allocated. Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, "Forecasting with
 * Exponential Smoothing" (2008), tables 2.2 and 2.3; an additive and a multiplicative error move the states alike.
 */
export function passEts(
  values: Float64Array,
  n: number,
  form: EtsForm,
  m: number,
  { alpha, beta, gamma, phi }: EtsWeights,
  state: EtsState,
  out: EtsPass,
): void {
  const { seasons } = state;
  const trended = form.trend === 'A';
  const additive = form.season === 'A';
  const seasonal = form.season !== 'N';
  const relative = form.error === 'M';
  const slope = beta / alpha;
  let { level, trend, at } = state;
  let squares = 0;
  let logs = 0;
  // The product of some forecasts, so that there is a logarithm for each lot alone.
  let product = 1;
  for (let t = 0; t < n; t++) {
    const move = trended ? phi * trend : 0;
    const base = level + move;
    const season = seasonal ? seasons[at]! : 0;
    const expected = additive ? base + season : seasonal ? base * season : base;
    const given = values[t]!;
    const value = given === given ? given : expected;
    let error = value - expected;
    if (relative && given === given) {
      error /= expected;
      product *= Math.abs(expected);
      if (!(product < 1e100 && product > 1e-100)) {
        logs += Math.log(product);
        product = 1;
      }
    }
    squares += error * error;
    const own = additive ? value - season : seasonal ? (Math.abs(season) < NOTHING ? HUGE : value / season) : value;
    const next = base + alpha * (own - base);
    if (trended) trend = move + slope * (next - level - move);
    level = next;
    if (seasonal) {
      const seen = additive ? value - base : Math.abs(base) < NOTHING ? HUGE : value / base;
      seasons[at] = season + gamma * (seen - season);
      at = at === m - 1 ? 0 : at + 1;
    }
  }
  state.level = level;
  state.trend = trend;
  state.at = at;
  out.squares = squares;
  out.logs = logs + Math.log(product);
}

export function makeEtsState(m: number): EtsState {
  return { level: NaN, trend: 0, seasons: new Float64Array(m), at: 0 };
}
