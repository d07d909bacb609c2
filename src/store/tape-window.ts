import type { Period } from '../base/period';
import type { AssessmentView } from '../platform/engine-api';

/**
 * The stretch of time that a tape shows: the last `count` periods, moved back only when the chosen period lies before
 * them. So the tape stands still while the slider moves within it.
 */
export function tapeWindow(
  view: Pick<AssessmentView, 'first' | 'count' | 'latest'>,
  period: Period,
  count: number,
): { readonly first: Period; readonly count: number } {
  const size = Math.min(count, view.count);
  const last = view.first + view.count - 1;
  // What lies after the latest judged period is all insufficient: it would fill the tape with hatching.
  const end = Math.max(Math.min(last, Math.max(view.latest, period)), view.first + size - 1);
  const first = period > end - size ? end - size + 1 : Math.max(view.first, period - size + 1);
  return { first, count: size };
}
