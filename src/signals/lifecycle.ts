import { isGradable, Status } from '../base/status';
import { Gap, type Rule, SignalState } from './rule';
import { reachedLevel, roundTo, severityOf, stepBelow } from './thresholds';

/** Where the lifecycle of one region's signal is written; all byte columns share the panel's layout. */
export interface SignalTrack {
  readonly level: Uint8Array;
  readonly state: Uint8Array;
  readonly severity: Float32Array;
  readonly gap: Uint8Array;
}

/** The statistic of one region: `statistic[t]` belongs to `status[offset + t]`. */
export interface StatisticTrack {
  readonly statistic: Float64Array;
  readonly status: Uint8Array;
  readonly offset: number;
  readonly count: number;
  /** 1 where the statistic rests on an aggregate of some children only; null when it never does. */
  readonly doubt: Uint8Array | null;
  /** See `Detector.countsOn`. */
  readonly countsOn: boolean;
}

/** Counters that are lent from call to call. Index = level. */
const reachedRun = new Int32Array(5);
const belowRun = new Int32Array(5);

/**
 * One region's statistic → signal, period by period.
 *
 * A level begins when the statistic has reached it for `confirm` periods in a row, and ends when the statistic has
 * been under its exit line (threshold − exitMargin) for `clear` periods in a row; the signal then steps down to the
 * highest level that has not ended. Until confirmed it is pending, until cleared recovering.
 *
 * Missing: the last state is held, marked stale, for `holdMissing` periods; then the signal is insufficient. A missing
 * value is never evidence of recovery: it restarts the clearing, and does not restart a confirmation. The level is
 * remembered through an insufficient spell and goes on when values return. The same holds for a statistic that is only
 * a lower bound: it confirms, and does not clear.
 *
 * `gap` is set from a missing value (or a statistic that rests on a part of the children) on until the statistic has
 * been quiet (or at the top) long enough that the value, whatever it was, can no longer matter: so a level that is
 * lower because a value is missing is always marked.
 *
 * Expected gap: nothing happens, the state is carried on; severity is NaN.
 *
 * @returns position of the first computable statistic, −1 when there is none
 */
export function runLifecycle(track: StatisticTrack, rule: Rule, thresholds: Float64Array, out: SignalTrack): number {
  const { statistic, status, offset, count, doubt, countsOn } = track;
  const confirm = [0, rule.confirm.blue, rule.confirm.yellow, rule.confirm.orange, rule.confirm.red];
  let lowest = 0;
  let top = 0;
  for (let l = 1; l <= 4; l++) {
    if (Number.isNaN(thresholds[l])) continue;
    if (lowest === 0) lowest = l;
    top = l;
  }
  /** Under this nothing is on and, from a level of none, nothing can begin. */
  const quietLine = thresholds[lowest]! - rule.exitMargin;
  const step = stepBelow(thresholds);
  const zeroSeverity = thresholds[lowest]! - step;
  reachedRun.fill(0);
  belowRun.fill(0);
  let level = 0;
  let state: number = SignalState.insufficient;
  let missingRun = 0;
  let topRun = 0;
  let quietRun = 0;
  let lowerBound = countsOn;
  let gap: number = Gap.missing;
  let started = -1;

  for (let t = 0; t < count; t++) {
    const cell = offset + t;
    const x = statistic[t]!;
    if (x === x && isGradable(status[cell]!)) {
      if (started < 0) started = t;
      missingRun = 0;
      const doubtful = doubt !== null && doubt[t] === 1;
      if (doubtful) gap |= Gap.partial;
      if (countsOn && (doubtful || x <= 0)) lowerBound = doubtful;
      const rounded = roundTo(x, rule.decimals);
      const quiet = rounded < quietLine && !lowerBound;
      quietRun = quiet && !doubtful ? quietRun + 1 : 0;
      if (quiet && level === 0) {
        // The way of most periods: the same as below, without looking at each level.
        if (state !== SignalState.normal) {
          state = SignalState.normal;
          reachedRun.fill(0);
        }
        topRun = 0;
        if (quietRun >= rule.clear) gap = 0;
        out.severity[cell] = rounded <= zeroSeverity ? 0 : (lowest * (rounded - zeroSeverity)) / step;
        out.level[cell] = 0;
        out.state[cell] = state;
        out.gap[cell] = gap;
        continue;
      }
      const reached = reachedLevel(rounded, thresholds);
      let next = 0;
      for (let l = lowest; l <= top; l++) {
        const line = thresholds[l]!;
        if (line !== line) continue;
        reachedRun[l] = reached >= l ? reachedRun[l]! + 1 : 0;
        belowRun[l] = rounded < line - rule.exitMargin && !lowerBound ? belowRun[l]! + 1 : 0;
        if (reachedRun[l]! >= confirm[l]! || (l <= level && belowRun[l]! < rule.clear)) next = l;
      }
      if (next > 0) state = rounded < thresholds[next]! - rule.exitMargin ? SignalState.recovering : SignalState.active;
      else state = reached > 0 ? SignalState.pending : SignalState.normal;
      level = next;
      topRun = reached >= top ? topRun + 1 : 0;
      if (quietRun >= rule.clear || topRun >= confirm[top]!) gap = 0;
      out.severity[cell] = severityOf(rounded, thresholds);
      out.level[cell] = level;
    } else {
      out.severity[cell] = NaN;
      if (status[cell] !== Status.expectedGap && started >= 0) {
        missingRun++;
        topRun = quietRun = 0;
        gap |= Gap.missing;
        lowerBound = countsOn;
        belowRun.fill(0);
        for (let l = 1; l <= 4; l++) if (reachedRun[l]! > 0) reachedRun[l]!++;
        state = missingRun <= rule.holdMissing ? SignalState.stale : SignalState.insufficient;
      }
      out.level[cell] = state === SignalState.insufficient ? 0 : level;
    }
    out.state[cell] = state;
    out.gap[cell] = gap;
  }
  return started;
}
