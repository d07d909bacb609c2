import { type Assessment, type Config, gradedPanel } from '../assess';
import { replay, type Replay } from '../backtest/replay';
import { type Day, lastDayOf } from '../base/period';
import type { Graded } from '../levels/graded';
import { panelAsOf } from '../panel/as-of';
import type { Panel, Panels } from '../panel/panel';
import { assessInSlices } from './assess-in-slices';
import type { CallOptions } from './engine-api';

/** So many assessments are held at once: each weighs as much as the present one. */
const AT_ONCE = 6;

/**
 * A replay that can be cancelled, tells how far it is, and holds few assessments at a time. `asOf`: the day of
 * knowledge on which it ends; null = all that is known. Not `asKnown`: every period as it is known on that day.
 * @throws the signal's reason when it was aborted
 */
export async function replayInSlices(
  panels: Panels,
  config: Config,
  asOf: Day | null,
  asKnown: boolean,
  options: CallOptions,
): Promise<Replay> {
  const graded = gradedPanel(panels, config.ruleSet.frequency);
  if (!graded) throw new Error('replay: there is no panel to grade');
  const reported = asOf === null ? graded : panelAsOf(graded, asOf);
  const { onProgress } = options;
  const assessed = (day: Day | null, from: number, share: number): Promise<Assessment> => {
    const until = asOf === null || day === null ? (day ?? asOf) : Math.min(day, asOf);
    return assessInSlices(panels, config, until, {
      ...options,
      onProgress: (done, step) => onProgress?.(from + (step === 'grade' ? 1 : done) * share, step),
    });
  };
  if (!asKnown) {
    const last = await assessed(null, 0, 1);
    return replay(withoutDays(reported), undefined, null, () => last);
  }
  const last = await assessed(null, 0, 0);
  // A rehearsal in which nothing has signals costs little and tells on which days the past is to be looked at.
  const silent: Graded = { ...last, signals: [] };
  const days: Day[] = [];
  const rehearsed = replay(reported, panels.year, null, (day) => {
    if (day !== null) days.push(day);
    return silent;
  });
  if (!rehearsed.asKnown) return replay(reported, panels.year, null, () => last);
  const ends = endsOf(reported, rehearsed.publicationDays, days);
  let whole: Replay | null = null;
  for (let k = 0; k < days.length; k += AT_ONCE) {
    const now = new Map<Day, Graded>();
    for (const [i, day] of days.slice(k, k + AT_ONCE).entries()) {
      now.set(day, await assessed(day, (k + i) / days.length, 1 / days.length));
    }
    const part = replay(reported, panels.year, null, (day) => (day === null ? last : (now.get(day) ?? silent)));
    const from = k === 0 ? 0 : ends[k - 1]! + 1;
    const to = ends[Math.min(k + AT_ONCE, days.length) - 1]!;
    if (whole) takeOver(whole, part, from, to);
    else whole = part;
  }
  return whole ?? rehearsed;
}

/** Last position of each block, by the day on which it is looked at. */
function endsOf(
  { frequency, first, count, weekEndsOn }: Panel,
  publicationDays: number,
  days: readonly Day[],
): number[] {
  const positionOf = new Map(
    Array.from({ length: count }, (_, t) => [lastDayOf(frequency, first + t, weekEndsOn) + publicationDays, t]),
  );
  return days.map((day) => positionOf.get(day)!);
}

function takeOver(whole: Replay, part: Replay, from: number, to: number): void {
  const { count } = whole.panel;
  for (const r of whole.panel.tree.regions.keys()) {
    const [start, end] = [r * count + from, r * count + to + 1];
    whole.level.set(part.level.subarray(start, end), start);
    for (const [i, { level, statistic }] of part.rules.entries()) {
      whole.rules[i]!.level.set(level.subarray(start, end), start);
      whole.rules[i]!.statistic.set(statistic.subarray(start, end), start);
    }
  }
}

/** A panel that does not say when its values became known. */
function withoutDays(panel: Panel): Panel {
  return {
    ...panel,
    columns: new Map([...panel.columns].map(([key, column]) => [key, { ...column, knownOn: null, revisions: null }])),
  };
}
