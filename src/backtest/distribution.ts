import { Label } from './events';
import { type MonthCounts, type Range, share } from './month-scores';

/** Values of a statistic, each once and rising, with how many event and quiet periods had it. */
export interface Distribution {
  readonly values: Float64Array;
  readonly events: Float64Array;
  readonly quiets: Float64Array;
  readonly eventCount: number;
  readonly quietCount: number;
}

/** Pools the periods of some regions at which both the statistic and the label are known; no region: an empty one. */
export function distributionOf(
  statistic: Float64Array,
  label: Uint8Array,
  count: number,
  regions: readonly number[],
  range: Range,
): Distribution {
  const byValue = new Map<number, { events: number; quiets: number }>();
  let eventCount = 0;
  let quietCount = 0;
  for (const r of regions) {
    for (let cell = r * count + range.from; cell <= r * count + range.to; cell++) {
      const x = statistic[cell]!;
      if (x !== x || label[cell] === Label.unknown) continue;
      let found = byValue.get(x);
      if (!found) byValue.set(x, (found = { events: 0, quiets: 0 }));
      if (label[cell] === Label.event) {
        found.events++;
        eventCount++;
      } else {
        found.quiets++;
        quietCount++;
      }
    }
  }
  const values = Float64Array.from(byValue.keys()).sort();
  return {
    values,
    events: Float64Array.from(values, (v) => byValue.get(v)!.events),
    quiets: Float64Array.from(values, (v) => byValue.get(v)!.quiets),
    eventCount,
    quietCount,
  };
}

/** Counts of an alarm at or above each line. */
export function countsAt(distribution: Distribution, lines: readonly number[]): MonthCounts[] {
  const { values, events, quiets, eventCount, quietCount } = distribution;
  return lines.map((line) => {
    let hit = 0;
    let falseAlarm = 0;
    for (let i = values.length - 1; i >= 0 && values[i]! >= line; i--) {
      hit += events[i]!;
      falseAlarm += quiets[i]!;
    }
    return { hit, falseAlarm, miss: eventCount - hit, quiet: quietCount - falseAlarm };
  });
}

/**
 * Area under the ROC curve: the chance that an event period has a larger statistic than a quiet one, a tie counting
 * half (Mann–Whitney). Null without events or without quiet periods.
 */
export function aucOf({ events, quiets, eventCount, quietCount }: Distribution): number | null {
  let below = 0;
  let wins = 0;
  for (let i = 0; i < events.length; i++) {
    wins += events[i]! * (below + quiets[i]! / 2);
    below += quiets[i]!;
  }
  return share(wins, eventCount * quietCount);
}

export interface RocPoint {
  /** Alarm at or above it: a midpoint between two values of the statistic, ±Infinity at the ends. */
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
}

/** The ROC curve from "always" to "never", with the thresholds that pROC gives; empty where the area is null. */
export function rocOf({ values, events, quiets, eventCount, quietCount }: Distribution): RocPoint[] {
  if (eventCount === 0 || quietCount === 0) return [];
  const points: RocPoint[] = [];
  let hits = eventCount;
  let quiet = 0;
  for (let i = 0; i <= values.length; i++) {
    const threshold = i === 0 ? -Infinity : i === values.length ? Infinity : (values[i - 1]! + values[i]!) / 2;
    points.push({ threshold, sensitivity: hits / eventCount, specificity: quiet / quietCount });
    if (i < values.length) {
      hits -= events[i]!;
      quiet += quiets[i]!;
    }
  }
  return points;
}

/** The point of the curve farthest above chance (W. J. Youden, Cancer 3, 1950); of equal ones the lowest threshold. */
export function bestByYouden(curve: readonly RocPoint[]): RocPoint | null {
  let best: RocPoint | null = null;
  for (const point of curve) {
    const above = best ? point.sensitivity + point.specificity - (best.sensitivity + best.specificity) : Infinity;
    if (above > 1e-12) best = point;
  }
  return best;
}
