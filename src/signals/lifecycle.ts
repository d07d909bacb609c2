import { isGradable, Status } from '../base/status';
import { Gap, type Rule, SignalState } from './rule';
import { reachedLevel, roundStatistic, severityBelow, severityOf, stepBelow } from './thresholds';

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

/**
 * All that a lifecycle carries from one period to the next, `CARRIED` numbers a region; all 0 where it has not begun.
 * A run goes on from what it finds at its region, and leaves there what the next run goes on from.
 */
export interface Carried {
  readonly numbers: Int16Array;
  readonly region: number;
}

/** Places in a region's numbers; levels 1–4 are added to `reached` and `below`. */
const AT = {
  run: 0,
  started: 1,
  level: 2,
  state: 3,
  missing: 4,
  top: 5,
  quiet: 6,
  lowerBound: 7,
  gap: 8,
  reached: 8,
  below: 12,
} as const;
export const CARRIED = 17;

/** Counters that are lent from call to call. Index = level. */
const reachedRun = new Int32Array(5);
const belowRun = new Int32Array(5);
const confirm = new Int32Array(5);

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
 * `carried`: where an earlier run over the periods before has left off; null when there are none before.
 *
 * @returns position of the first computable statistic, 0 when one was carried in, −1 when there is none
 */
export function runLifecycle(
  track: StatisticTrack,
  rule: Rule,
  thresholds: Float64Array,
  out: SignalTrack,
  carried: Carried | null = null,
): number {
  const { statistic, status, offset, count, doubt, countsOn } = track;
  const { clear, exitMargin, holdMissing, decimals } = rule;
  confirm[1] = rule.confirm.blue;
  confirm[2] = rule.confirm.yellow;
  confirm[3] = rule.confirm.orange;
  confirm[4] = rule.confirm.red;
  let lowest = 0;
  let top = 0;
  for (let l = 1; l <= 4; l++) {
    if (Number.isNaN(thresholds[l])) continue;
    if (lowest === 0) lowest = l;
    top = l;
  }
  const quietLine = thresholds[lowest]! - exitMargin;
  for (let l = 1; l <= 4; l++) reachedRun[l] = belowRun[l] = 0;
  let level = 0;
  let state: number = SignalState.insufficient;
  let missingRun = 0;
  let topRun = 0;
  let quietRun = 0;
  let lowerBound = countsOn;
  let gap: number = Gap.missing;
  let started = -1;
  const kept = carried?.numbers;
  const at = carried ? carried.region * CARRIED : 0;
  if (kept && kept[at + AT.run] === 1) {
    started = kept[at + AT.started]! - 1;
    level = kept[at + AT.level]!;
    state = kept[at + AT.state]!;
    missingRun = kept[at + AT.missing]!;
    topRun = kept[at + AT.top]!;
    quietRun = kept[at + AT.quiet]!;
    lowerBound = kept[at + AT.lowerBound] === 1;
    gap = kept[at + AT.gap]!;
    for (let l = 1; l <= 4; l++) {
      reachedRun[l] = kept[at + AT.reached + l]!;
      belowRun[l] = kept[at + AT.below + l]!;
    }
  }

  for (let t = 0; t < count; t++) {
    if (quietRun > 0 && level === 0 && gap === 0 && doubt === null) {
      const until = passQuiet(track, t, quietLine, decimals, thresholds, lowest, out);
      quietRun += until - t;
      t = until;
      if (t === count) break;
    }
    const cell = offset + t;
    const x = statistic[t]!;
    let severity = NaN;
    if (x === x && isGradable(status[cell]!)) {
      if (started < 0) started = t;
      missingRun = 0;
      const doubtful = doubt !== null && doubt[t] === 1;
      if (doubtful) gap |= Gap.partial;
      if (countsOn && (doubtful || x <= 0)) lowerBound = doubtful;
      const rounded = roundStatistic(x, decimals);
      const reached = reachedLevel(rounded, thresholds);
      let next = 0;
      for (let l = lowest; l <= top; l++) {
        const line = thresholds[l]!;
        if (line !== line) continue;
        reachedRun[l] = reached >= l ? reachedRun[l]! + 1 : 0;
        belowRun[l] = rounded < line - exitMargin && !lowerBound ? belowRun[l]! + 1 : 0;
        if (reachedRun[l]! >= confirm[l]! || (l <= level && belowRun[l]! < clear)) next = l;
      }
      if (next > 0) state = rounded < thresholds[next]! - exitMargin ? SignalState.recovering : SignalState.active;
      else state = reached > 0 ? SignalState.pending : SignalState.normal;
      level = next;
      topRun = reached >= top ? topRun + 1 : 0;
      quietRun = rounded < quietLine && !lowerBound && !doubtful ? quietRun + 1 : 0;
      if (quietRun >= clear || topRun >= confirm[top]!) gap = 0;
      severity = severityOf(rounded, thresholds);
    } else if (started >= 0 && status[cell] !== Status.expectedGap) {
      missingRun++;
      topRun = quietRun = 0;
      gap |= Gap.missing;
      lowerBound = countsOn;
      for (let l = lowest; l <= top; l++) {
        belowRun[l] = 0;
        if (reachedRun[l]! > 0) reachedRun[l]!++;
      }
      state = missingRun <= holdMissing ? SignalState.stale : SignalState.insufficient;
    }
    out.severity[cell] = severity;
    out.level[cell] = state === SignalState.insufficient ? 0 : level;
    out.state[cell] = state;
    out.gap[cell] = gap;
  }
  if (kept) {
    kept[at + AT.run] = 1;
    kept[at + AT.started] = started < 0 ? 0 : 1;
    kept[at + AT.level] = level;
    kept[at + AT.state] = state;
    kept[at + AT.missing] = missingRun;
    kept[at + AT.top] = topRun;
    kept[at + AT.quiet] = quietRun;
    kept[at + AT.lowerBound] = lowerBound ? 1 : 0;
    kept[at + AT.gap] = gap;
    for (let l = 1; l <= 4; l++) {
      kept[at + AT.reached + l] = reachedRun[l]!;
      kept[at + AT.below + l] = belowRun[l]!;
    }
  }
  return started;
}

/**
 * Periods in a row, up to the last of the series, that count towards the confirmation of each level (index 1–4). These
 * are the lifecycle's own counters: a proof that says "confirmed 2 of 3" cannot count otherwise than the level did.
 */
export function confirmationRuns(
  statistic: Float64Array,
  status: Uint8Array,
  rule: Rule,
  thresholds: Float64Array,
): Int32Array {
  const count = statistic.length;
  const bytes = (): Uint8Array => new Uint8Array(count);
  // Doubt and lower bounds hold back the clearing alone.
  runLifecycle({ statistic, status, offset: 0, count, doubt: null, countsOn: false }, rule, thresholds, {
    level: bytes(),
    state: bytes(),
    severity: new Float32Array(count),
    gap: bytes(),
  });
  return reachedRun.slice();
}

/**
 * The way of most periods, apart for speed: from a period on at which nothing is on, nothing is near and nothing is
 * missing, it writes down the quiet ones, and yields the position of the first that is not.
 */
function passQuiet(
  { statistic, status, offset, count }: StatisticTrack,
  from: number,
  quietLine: number,
  decimals: number,
  thresholds: Float64Array,
  lowest: number,
  { severity, level, state, gap }: SignalTrack,
): number {
  const line = thresholds[lowest]!;
  const step = stepBelow(thresholds);
  for (let t = from; t < count; t++) {
    const cell = offset + t;
    const rounded = roundStatistic(statistic[t]!, decimals);
    if (!(rounded < quietLine) || !isGradable(status[cell]!)) return t;
    severity[cell] = severityBelow(rounded, lowest, line, step);
    level[cell] = 0;
    state[cell] = SignalState.normal;
    gap[cell] = 0;
  }
  return count;
}
