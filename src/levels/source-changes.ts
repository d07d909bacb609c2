import type { Period } from '../base/period';
import type { ObservationDerivation } from './derivation';

/**
 * Periods at which the figures that a statistic rests on begin to come another way than the one read before: the
 * region's own figure, the sum or mean of its parts, a ratio of its parts. Such a step is none of the economy's.
 *
 * It is a mark of the proof and not a bit of `Levels.flags`: those say that a level may be higher than it is shown, and
 * are carried for every cell of every rule; a change of source may move a figure either way, is seen only where the
 * sources are at hand, and is over as soon as the window has passed it.
 */
export function sourceChanges(observations: readonly ObservationDerivation[], regionCode: string): Period[] {
  const byIndicator = new Map<string, Map<Period, Way>>();
  const visit = (o: ObservationDerivation): void => {
    if (o.value === null || o.regionCode !== regionCode) return;
    const way = wayOf(o);
    if (way) {
      const ways = byIndicator.get(o.indicatorId) ?? new Map<Period, Way>();
      byIndicator.set(o.indicatorId, ways.set(o.period, way));
    }
    o.inputs.forEach(visit);
  };
  observations.forEach(visit);
  const changes = [...byIndicator.values()].flatMap((ways) => {
    const oldestFirst = [...ways].sort(([a], [b]) => a - b);
    return oldestFirst.flatMap(([period, way], i) => (i > 0 && way !== oldestFirst[i - 1]![1] ? [period] : []));
  });
  return [...new Set(changes)].sort((a, b) => a - b);
}

type Way = 'own' | 'aggregate' | 'ratio';

/** How a reported figure came; null for one that was made from figures of other periods, whose own ways count. */
function wayOf(o: ObservationDerivation): Way | null {
  if (o.source) return 'own';
  if (o.steps.includes('aggregate')) return 'aggregate';
  return o.steps.includes('ratio') ? 'ratio' : null;
}
