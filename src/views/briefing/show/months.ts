import { formatPeriod, parsePeriod, type Period } from '../../../base/period';
import type { Briefing, BriefingAsk, Page } from '../../../briefing/briefing';
import type { AssessmentView } from '../../../platform/engine-api';

type Span = Pick<AssessmentView, 'first' | 'count' | 'latest'>;

/** Periods from one briefing of a kind to the next: a quarterly one on monthly figures goes by three. */
export function stride({ kind }: Pick<BriefingAsk, 'kind'>, frequency: Briefing['frequency']): number {
  return kind === 'quarterly' && frequency === 'month' ? 3 : 1;
}

/**
 * How many steps back and on there are figures. On: up to the latest period that is judged, or the one of the briefing
 * where that is later. Zero is always within: the briefing itself is there, whatever the data have become.
 */
export function reachOf(
  ask: Pick<BriefingAsk, 'kind' | 'period'>,
  frequency: Briefing['frequency'],
  span: Span,
): { readonly earliest: number; readonly latest: number } {
  const by = stride(ask, frequency);
  const steps = (to: Period): number => Math.trunc((to - ask.period) / by);
  return { earliest: Math.min(0, steps(span.first)), latest: Math.max(0, steps(span.latest)) };
}

/** Steps from the period of a briefing to one named in the address; 0 where it names none, or one that no step leads to. */
export function stepsTo(
  named: string | undefined,
  ask: Pick<BriefingAsk, 'kind' | 'period'>,
  frequency: Briefing['frequency'],
): number {
  const parsed = named === undefined ? null : parsePeriod(named);
  if (parsed?.frequency !== frequency) return 0;
  const steps = (parsed.period - ask.period) / stride(ask, frequency);
  return Number.isInteger(steps) ? steps : 0;
}

/** How the address names the period of a step; null for the briefing's own. */
export function namedPeriod(
  steps: number,
  { ask, frequency, weekEndsOn }: Pick<Briefing, 'ask' | 'frequency' | 'weekEndsOn'>,
): string | null {
  return steps === 0 ? null : formatPeriod(frequency, ask.period + steps * stride(ask, frequency), weekEndsOn);
}

/**
 * The pages that a fresh briefing has in common with the one that is shown, in the order of that one: what somebody took
 * out stays out, and what a hand added speaks of its own month alone. All of the fresh ones where none is common.
 */
export function samePages(shown: readonly Page[], fresh: readonly Page[]): readonly Page[] {
  const same = shown.flatMap(({ id }) => fresh.find((page) => page.id === id) ?? []);
  return same.length > 0 ? same : fresh;
}

/** Where to stand among new pages: on the one of the same id, else at the same place. */
export function placeAmong(pages: readonly Page[], before: Page | undefined, place: number): number {
  const same = before ? pages.findIndex(({ id }) => id === before.id) : -1;
  return same >= 0 ? same : place;
}
