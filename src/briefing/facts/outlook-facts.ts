import type { Frequency } from '../../base/period';
import type { Outlook } from '../../outlook/outlook';
import { outlookOf } from '../../outlook/outlook-of';
import type { Span } from './span';
import type { Known } from './world';

/** How far ahead a briefing looks, in periods: a quarter, of weeks a month. A default of ours. */
const AHEAD: Readonly<Record<Frequency, number>> = { week: 4, month: 3, quarter: 2, year: 1 };

/** So many indicators are looked ahead at; a default of ours. */
const MOST_OUTLOOKS = 3;

/**
 * What is expected of the floor indicators that the region has figures of; where it has figures of none, of the first indicator
 * that it reports. A refused one says why.
 */
export function outlookFacts({ assessed, panelWith }: Known, regionCode: string, { period }: Span): Outlook[] {
  const ask = (indicatorId: string | null): Outlook =>
    outlookOf(
      assessed,
      { regionCode, period, indicatorId, horizon: AHEAD[assessed.panel.frequency], model: null },
      (id, form) => panelWith([id], form),
    );
  const first = ask(null);
  const floors = new Set(
    assessed.config.ruleSet.rules.flatMap((rule) => (rule.role === 'floor' ? [rule.indicator] : [])),
  );
  const others = first.offered.filter((id) => floors.has(id) && id !== first.indicatorId);
  return [first, ...others.slice(0, MOST_OUTLOOKS - 1).map(ask)];
}
