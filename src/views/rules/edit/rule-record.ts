import { PERIODS_PER_YEAR } from '../../../base/period';
import type { AssessmentView } from '../../../platform/engine-api';
import { type RuleSignals, SignalState } from '../../../signals/rule';

/** What a rule has done on the data that is loaded. */
export interface RuleRecord {
  /** Regions in which it speaks. */
  readonly regions: number;
  /** Times that a level began from nothing, per region and ten years; NaN where it never spoke. */
  readonly alarmsPerDecade: number;
  /** Share of the region-periods, of those in which it could speak, with a counted level; NaN where it never did. */
  readonly onAlert: number;
}

/** Alarms and time on alert of each rule, by its id, from the signals as they are. */
export function recordsOf({ signals, frequency, count, tree }: AssessmentView): ReadonlyMap<string, RuleRecord> {
  const perYear = PERIODS_PER_YEAR[frequency];
  return new Map(signals.map((s) => [s.rule.id, recordOf(s, tree.regions.length, count, perYear)]));
}

function recordOf({ level, state, started }: RuleSignals, regions: number, count: number, perYear: number): RuleRecord {
  let speaking = 0;
  let spoken = 0;
  let onAlert = 0;
  let alarms = 0;
  for (let r = 0; r < regions; r++) {
    const from = started[r]!;
    if (from < 0) continue;
    speaking++;
    let before = 0;
    for (let t = from; t < count; t++) {
      const cell = r * count + t;
      // Where it cannot speak it is not quiet: neither on alert nor the end of an alarm.
      if (state[cell] === SignalState.insufficient) continue;
      spoken++;
      const now = level[cell]!;
      if (now > 0) onAlert++;
      if (now > 0 && before === 0) alarms++;
      before = now;
    }
  }
  return {
    regions: speaking,
    alarmsPerDecade: spoken > 0 ? (alarms * 10 * perYear) / spoken : NaN,
    onAlert: spoken > 0 ? onAlert / spoken : NaN,
  };
}
