import { formatDayWords, formatNumber } from '../base/format';
import { civilOf, type Day } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import { dayOfMoment } from './calendar/moment';
import type { Case, CaseMeasure } from './case/case';
import type { Partners } from './case/partners';
import { GATE_WORDS as WORDS } from './gate-text';
import { factKey } from './gates';
import type { KnownFact, KnownFacts, Plan } from './plan';
import type { CaseAssessment } from './trail/act';

interface Sources {
  /** What the figures tell (`RegionDetail.responseInput.facts`). */
  readonly data: KnownFacts;
  readonly plan: Pick<Plan, 'measures'>;
  readonly cases: Iterable<Case>;
  readonly regionCode: string;
  readonly today: Day;
  /** The review in hand: what it plans itself is no earlier run. Null = none. */
  readonly inHand: string | null;
  /** What an office typed in; null = nothing yet. */
  readonly assessment: Pick<CaseAssessment, 'fund' | 'facts'> | null;
  /** The engine's answer; null = not known (yet). */
  readonly partners: Partners | null;
}

/** All that is known for the gates of a region's measures: from the figures, the trail, and what was typed in. */
export function knownFacts({
  data,
  plan,
  cases,
  regionCode,
  today,
  inHand,
  assessment,
  partners,
}: Sources): KnownFacts {
  return new Map([
    ...data,
    ...partnerFacts(partners),
    ...trailFacts(plan, cases, regionCode, today, inHand),
    ...caseFacts(assessment),
  ]);
}

/** How many regions have openings to spare; at most those that are named. */
function partnerFacts(found: Partners | null): KnownFacts {
  if (!found) return new Map();
  const { partners, reason, considered } = found;
  const [first] = partners;
  const unknown = !first && considered.missing === considered.all;
  const source = first ? sayBoth(WORDS.bestPartner, { words: first.words }) : (reason ?? WORDS.noPartner);
  return new Map([['partner-regions', { value: unknown ? NaN : partners.length, source }]]);
}

type Accepted = Extract<CaseMeasure, { accepted: true }>;

/**
 * How long ago each measure last ran in a region, from all its reviews: whole months since it was reported done or
 * stopped; 0 while it runs; Infinity when no review of the region ever ran it. A measure that was accepted and not
 * begun has not run. The review in hand is left out: what it plans itself is no earlier run.
 */
function trailFacts(
  plan: Pick<Plan, 'measures'>,
  cases: Iterable<Case>,
  regionCode: string,
  today: Day,
  inHand: string | null,
): KnownFacts {
  const own = [...cases].filter((c) => c.regionCode === regionCode && c.id !== inHand);
  return new Map(
    plan.measures.map(({ id }) => [
      factKey('months-since-run', id),
      latestOf(own.flatMap((c) => runOf(c, id, today) ?? [])),
    ]),
  );
}

function latestOf(runs: readonly KnownFact[]): KnownFact {
  return runs.reduce((latest, run) => (run.value < latest.value ? run : latest), {
    value: Infinity,
    source: WORDS.neverRan,
  });
}

function runOf({ measures, title }: Case, id: string, today: Day): KnownFact | null {
  const measure = measures.get(id);
  const last = measure?.accepted ? measure.course.at(-1) : undefined;
  if (!last || last.state === 'planned' || !hasRun(measure as Accepted)) return null;
  if (last.state === 'running') return { value: 0, source: sayBoth(WORDS.running, { title }) };
  const ended = dayOfMoment(last.at);
  return { value: monthsBetween(ended, today), source: sayBoth(WORDS.ran, { day: dayWords(ended), title }) };
}

/** Stopped before it ever ran is no run; done always is. */
function hasRun({ course }: Accepted): boolean {
  return course.some(({ state }) => state === 'running' || state === 'done');
}

/** Whole months from one day to a later one: from 31 January to 28 February none, to 28 March one. */
function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  return Math.max(0, months);
}

/** What an office typed into its review: the fund in months of outlay, and the facts that no figures have. */
function caseFacts(assessment: Pick<CaseAssessment, 'fund' | 'facts'> | null): KnownFacts {
  const facts = new Map<string, KnownFact>();
  for (const [id, value] of Object.entries(assessment?.facts ?? {})) facts.set(id, { value, source: WORDS.typed });
  const fund = assessment?.fund;
  if (fund && fund.monthlyOutlay > 0) {
    const words = { balance: formatNumber(fund.balance), outlay: formatNumber(fund.monthlyOutlay) };
    facts.set('fund-months', { value: fund.balance / fund.monthlyOutlay, source: sayBoth(WORDS.fund, words) });
  }
  return facts;
}

function dayWords(day: Day): Text {
  return { zh: formatDayWords(day, 'zh'), en: formatDayWords(day, 'en') };
}
