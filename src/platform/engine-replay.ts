import { lookOnward } from '../advance';
import { type Assessment, type Config, gradedPanel } from '../assess';
import { type Replay, replaySteps, type Seen } from '../backtest/replay';
import type { Day } from '../base/period';
import { panelAsOf } from '../panel/as-of';
import type { Panel, Panels } from '../panel/panel';
import { assessInSlices, messagesIn } from './assess-in-slices';
import type { CallOptions } from './engine-api';

/** So long, in ms, looks follow each other before what came in meanwhile is heard. */
const SLICE_MS = 40;

/**
 * A replay that can be cancelled between two looks, and tells how far it is. `asOf`: the day of knowledge on which it
 * ends; null = all that is known. Not `asKnown`: every period as it is known on that day.
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
  const { signal, onProgress } = options;
  const assessed = (day: Day | null): Promise<Assessment> =>
    // How far the whole is, the looks say.
    assessInSlices(panels, config, day, { ...options, onProgress: (_done, step) => onProgress?.(0, step) });
  const last = await assessed(asOf);
  const onward = asKnown ? lookOnward(panels, last) : null;
  const steps = asKnown
    ? replaySteps(reported, panels.year, null)
    : replaySteps(withoutDays(reported), undefined, null);
  let since = -Infinity;
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value;
    const { day, done } = step.value;
    onProgress?.(done, 'detect');
    if (performance.now() - since > SLICE_MS) {
      await messagesIn();
      since = performance.now();
    }
    signal?.throwIfAborted();
    let seen: Seen = last;
    if (day !== null) {
      const until = asOf === null ? day : Math.min(day, asOf);
      seen = onward ? onward(step.value, until) : await assessed(until);
    }
    step = steps.next(seen);
  }
}

/** A panel that does not say when its values became known. */
function withoutDays(panel: Panel): Panel {
  return {
    ...panel,
    columns: new Map([...panel.columns].map(([key, column]) => [key, { ...column, knownOn: null, revisions: null }])),
  };
}
