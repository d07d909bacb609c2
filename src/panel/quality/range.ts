import type { Indicator } from '../../base/indicators';
import { dimensionOf, isCount } from './series';

/** The widest span of an unbounded count: what no place on earth exceeds. */
const MOST = 1e15;

/** The catalogue's range, narrowed by what the unit itself allows. */
export function reportableRange(indicator: Indicator): readonly [low: number, high: number] {
  const [low, high] = indicator.range;
  if (isCount(indicator)) return [Math.max(low, 0), Math.min(high, MOST)];
  // A rate of change may pass 100 per cent; a share of something may not.
  if (dimensionOf(indicator) === 'share' && low >= 0) {
    return [low, Math.min(high, indicator.unit === 'per_mille' ? 1000 : 100)];
  }
  return [low, high];
}
