import { type Assessment, assessSteps, type Config } from '../assess';
import type { Day } from '../base/period';
import type { Panels } from '../panel/panel';
import type { CallOptions } from './engine-api';

/** So long, in ms, work goes on before what came in meanwhile is heard: a cancel above all. */
const SLICE_MS = 40;

/**
 * An assessment that can be cancelled while it is made: between two steps it lets messages in. The steps themselves
 * (a rule, the preparation, the grading) are not cut.
 * @throws the signal's reason when it was aborted
 */
export async function assessInSlices(
  panels: Panels,
  config: Config,
  asOf: Day | null,
  { signal, onProgress }: CallOptions,
): Promise<Assessment> {
  signal?.throwIfAborted();
  const steps = assessSteps(panels, config, asOf);
  // At once after the first step: an abort may have come while the panel was built.
  let since = -Infinity;
  for (;;) {
    const { done, value } = steps.next();
    if (!done) onProgress?.(...value);
    if (performance.now() - since > SLICE_MS) {
      await messagesIn();
      since = performance.now();
    }
    signal?.throwIfAborted();
    if (done) return value;
  }
}

/** Comes back when the messages that are waiting have been heard. A timer would wait 4 ms each time. */
export function messagesIn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
