import { formatPeriod, parsePeriod, PERIODS_PER_YEAR, type Period } from '../../../base/period';
import type { AssessmentView } from '../../../platform/engine-api';
import { EFFECT_VIEWS, type EffectQuestion } from '../../../response/effects/effect';
import { occupiedRegions, type StartedMeasure } from '../../../response/effects/started-measures';

/** What of the assessment a question is read against. */
export type Asked = Pick<
  AssessmentView,
  'tree' | 'frequency' | 'weekEndsOn' | 'first' | 'count' | 'latest' | 'indicators'
>;

export interface ReadQuestion {
  readonly question: EffectQuestion;
  readonly measure: StartedMeasure | null;
}

/** Lengths that are offered, in periods. */
export const LENGTHS = [3, 6, 9, 12, 18, 24] as const;
const LEAST = 3;
const MOST = 36;

/**
 * The question that an address asks: `measure` (line of the trail), and `of`, `figure`, `start`, `for`, `as`, `with`,
 * `without`, which go before what the measure says. What is not said or not there is taken from the measure, else: the
 * region on the screen, the first indicator, the last year. Null where there is nothing to compare.
 */
export function readQuestion(
  free: Readonly<Record<string, string>>,
  region: string | null,
  view: Asked,
  started: readonly StartedMeasure[],
): ReadQuestion | null {
  const { tree, indicators, first, count, latest } = view;
  const measure = started.find(({ seq }) => String(seq) === free.measure) ?? null;
  const known = (code: string | null | undefined): string | null => (code && tree.indexOf.has(code) ? code : null);
  const peered = (code: string | null): string | null =>
    code !== null && tree.depth[tree.indexOf.get(code)!]! > 0 ? code : null;
  const fallback = tree.regions.findIndex((_, at) => tree.depth[at] === 1);
  const regionCode =
    known(free.of) ?? known(measure?.regionCode) ?? peered(known(region)) ?? tree.regions[Math.max(0, fallback)]?.code;
  const has = (id: string | undefined): string | undefined => indicators.find((one) => one === id);
  const indicatorId = has(free.figure) ?? has(measure?.expected.indicatorId) ?? indicators[0];
  if (regionCode === undefined || indicatorId === undefined || count <= PERIODS_PER_YEAR[view.frequency]) return null;
  const periodIn = (spelt: string | undefined): Period | null => {
    const parsed = spelt === undefined ? null : parsePeriod(spelt);
    const inside = parsed !== null && parsed.period > first && parsed.period < first + count;
    return inside && parsed.frequency === view.frequency ? parsed.period : null;
  };
  const start =
    periodIn(free.start) ?? measure?.start ?? Math.max(first + 1, latest - PERIODS_PER_YEAR[view.frequency] + 1);
  const given = Number(free.for);
  const length =
    Number.isInteger(given) && given > 0 ? given : (lengthOf(measure, view) ?? PERIODS_PER_YEAR[view.frequency]);
  const periods = Math.min(MOST, Math.max(LEAST, length));
  const codes = (list: string | undefined): string[] => (list ?? '').split(' ').filter((code) => known(code) !== null);
  return {
    measure,
    question: {
      regionCode,
      indicatorId,
      start,
      periods,
      view: EFFECT_VIEWS.find((v) => v === free.as) ?? null,
      add: codes(free.with),
      remove: codes(free.without),
      occupied: occupiedRegions(started, measure?.measure ?? null, indicatorId, start + periods),
    },
  };
}

/** Until the effect was expected. */
function lengthOf(measure: StartedMeasure | null, { frequency }: Asked): number | null {
  const by = measure === null ? null : parsePeriod(measure.expected.by);
  return measure !== null && by?.frequency === frequency ? by.period - measure.start + 1 : null;
}

/** Periods from which a measure may have begun, newest first: a year of figures must lie before. */
export function startOptions({
  frequency,
  weekEndsOn,
  first,
  count,
}: Asked): readonly { period: Period; spelt: string }[] {
  const from = first + PERIODS_PER_YEAR[frequency];
  return Array.from({ length: Math.max(0, first + count - from) }, (_, k) => first + count - 1 - k).map((period) => ({
    period,
    spelt: formatPeriod(frequency, period, weekEndsOn),
  }));
}

/** A region put in or out by hand: the two lists of the address, empty ones as null. */
export function turned(
  { add, remove }: Pick<EffectQuestion, 'add' | 'remove'>,
  code: string,
  wanted: boolean,
  automatic: boolean,
): { with: string | null; without: string | null } {
  const others = (list: readonly string[]): string[] => list.filter((one) => one !== code);
  const added = wanted && !automatic ? [...others(add), code] : others(add);
  const removed = !wanted && automatic ? [...others(remove), code] : others(remove);
  return { with: added.join(' ') || null, without: removed.join(' ') || null };
}
