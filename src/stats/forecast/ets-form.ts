/** A season with more periods than this is not fitted: too many figures to estimate. */
export const LONGEST_SEASON = 24;

/** Which parts an exponential smoothing model has, named as R `forecast` and Hyndman et al. 2008 name them. */
export interface EtsForm {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A';
  readonly damped: boolean;
  readonly season: 'N' | 'A' | 'M';
}

/** ETS(A,Ad,N) and the like. */
export function formName({ error, trend, damped, season }: EtsForm): string {
  return `ETS(${error},${trend}${damped ? 'd' : ''},${season})`;
}

/**
 * The models that an automatic choice goes through, in R's order: no multiplicative trend, no additive error beside a
 * multiplicative season (its variance is infinite), multiplicative parts for positive series alone, a season only where
 * the year has 2–24 periods.
 */
export function candidateForms(positive: boolean, seasonal: boolean): EtsForm[] {
  const forms: EtsForm[] = [];
  for (const error of positive ? (['A', 'M'] as const) : (['A'] as const)) {
    for (const trend of ['N', 'A'] as const) {
      for (const season of seasonal ? (['N', 'A', 'M'] as const) : (['N'] as const)) {
        if (error === 'A' && season === 'M') continue;
        for (const damped of trend === 'A' ? [true, false] : [false]) forms.push({ error, trend, damped, season });
      }
    }
  }
  return forms;
}

/** How many weights (α, β, γ, φ) and how many states before the first value (the last season follows from the others). */
export function sizesOf({ trend, damped, season }: EtsForm, m: number): { weights: number; states: number } {
  const parts = (trend === 'A' ? 1 : 0) + (season === 'N' ? 0 : 1);
  return {
    weights: 1 + parts + (damped ? 1 : 0),
    states: 1 + (trend === 'A' ? 1 : 0) + (season === 'N' ? 0 : m - 1),
  };
}
