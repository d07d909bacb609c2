import { ets } from './ets';
import type { EtsForm } from './ets-form';
import type { ForecastModel } from './outlook';
import { randomWalk } from './random-walk';
import { ses } from './ses';
import { theta } from './theta';

/** Names of the ways of forecasting. */
export const FORECAST_MODELS = ['naive', 'snaive', 'drift', 'ses', 'holt', 'holt-winters', 'ets', 'theta'] as const;
export type ForecastModelName = (typeof FORECAST_MODELS)[number];

const HOLT: EtsForm = { error: 'A', trend: 'A', damped: false, season: 'N' };
const HOLT_WINTERS: EtsForm = { error: 'A', trend: 'A', damped: false, season: 'A' };

/** Fewest values from which a model can forecast. */
export function leastValues(name: ForecastModelName, periodsPerYear: number): number {
  return forecastModel(name, periodsPerYear, 0).least;
}

/** A model for one series of at most `size` values. */
export function forecastModel(name: ForecastModelName, periodsPerYear: number, size: number): ForecastModel {
  switch (name) {
    case 'naive':
      return randomWalk(1, false);
    case 'snaive':
      return randomWalk(periodsPerYear, false);
    case 'drift':
      return randomWalk(1, true);
    case 'ses':
      return ses();
    case 'holt':
      return ets(HOLT, periodsPerYear, size);
    case 'holt-winters':
      return ets(HOLT_WINTERS, periodsPerYear, size);
    case 'ets':
      return ets(null, periodsPerYear, size);
    case 'theta':
      return theta(periodsPerYear, size);
  }
}
