import { type Period, seasonOf } from '../../../../base/period';
import type { BriefingAsk, BriefingKind } from '../../../../briefing/briefing';
import type { AssessmentView } from '../../../../platform/engine-api';
import type { Spell } from '../../../../response/warnings/spell';

type Span = Pick<AssessmentView, 'frequency' | 'first' | 'count' | 'latest'>;

const MONTHS_OF_QUARTER = 3;

/** Periods that a kind can report on, newest first: of monthly figures a quarterly one ends with a quarter. */
export function periodsFor(kind: BriefingKind, { frequency, first, count }: Span): readonly Period[] {
  const all = Array.from({ length: count }, (_, i) => first + count - 1 - i);
  if (kind !== 'quarterly' || frequency !== 'month') return all;
  return all.filter((p) => seasonOf(frequency, p) % MONTHS_OF_QUARTER === MONTHS_OF_QUARTER - 1);
}

/** The wanted period where the kind can report on it, else the newest one up to it that it can; null = there is none. */
export function periodFor(kind: BriefingKind, wanted: Period, span: Span): Period | null {
  return periodsFor(kind, span).find((p) => p <= wanted) ?? null;
}

/** Episodes of a region that a special report of a period can follow, newest first. */
export function episodesOf(spells: readonly Spell[], regionCode: string, period: Period): readonly Spell[] {
  return spells.filter((s) => s.regionCode === regionCode && s.since <= period).toSorted((a, b) => b.since - a.since);
}

/** Do two asks want the same briefing? */
export function isSameAsk(a: BriefingAsk, b: BriefingAsk): boolean {
  return a.kind === b.kind && a.period === b.period && a.regionCode === b.regionCode && a.since === b.since;
}

/** The ask of the period before: what last month's briefing would have been. */
export function askBefore(ask: BriefingAsk, frequency: Span['frequency']): BriefingAsk {
  const back = ask.kind === 'quarterly' && frequency === 'month' ? MONTHS_OF_QUARTER : 1;
  return { ...ask, period: ask.period - back };
}

/** A name that no draft has yet: a number is put behind one that is taken. */
export function freeName(name: string, taken: readonly string[], numbered: (n: number) => string): string {
  if (!taken.includes(name)) return name;
  for (let n = 2; ; n++) if (!taken.includes(numbered(n))) return numbered(n);
}
