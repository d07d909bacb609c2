import { formatDayWords, formatPeriodWords } from '../base/format';
import { levelName } from '../base/level';
import { civilOf, dayOf, type Day, type Frequency, lastDayOf } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import type { WorkCalendar } from './calendar/calendar';
import { dayOfMoment } from './calendar/moment';
import { addWorkdays } from './calendar/working-time';
import type { Case } from './case/case';
import type { ReviewRule } from './plan';
import { PLAN_REVIEW_WORDS as WORDS } from './plan-review-text';
import type { ResponseState } from './state';
import type { Spell } from './warnings/spell';

/** One reason why the plan is to be looked through, and by when. */
export interface ReviewReason {
  readonly key: string;
  readonly kind: 'yearly' | 'episode' | 'case';
  readonly words: Text;
  readonly due: Day;
  readonly urgency: 'later' | 'due-soon' | 'overdue';
}

export interface PlanReviewDue {
  /** Last day on which the plan was reviewed or a version adopted; null = never. */
  readonly last: Day | null;
  /** Soonest first; the yearly one always, the others only while no review has followed. */
  readonly reasons: readonly ReviewReason[];
}

interface ReviewInput {
  readonly rule: ReviewRule;
  readonly state: Pick<ResponseState, 'plans' | 'planReviews' | 'cases'>;
  /** Null while they are not known: then episodes are not told. */
  readonly spells: readonly Spell[] | null;
  readonly frequency: Frequency;
  readonly regionName: (code: string) => Text;
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/** So long before its day a review is called due soon. */
const SOON_DAYS = 30;

/**
 * When the plan is to be looked through: yearly after the last review or adoption (at once when there never was one),
 * and within some working days after each episode of the level of the rule has ended, in the figures or by a closed
 * review. An episode counts until a review or adoption follows it; what is older than the yearly interval is left to
 * the yearly review.
 */
export function planReviewDue(input: ReviewInput): PlanReviewDue {
  const { rule, state, today } = input;
  const moments = [...state.planReviews, ...state.plans].map(({ at }) => dayOfMoment(at));
  const last = moments.length === 0 ? null : Math.max(...moments);
  const since = Math.max(last ?? -Infinity, addMonths(today, -rule.everyMonths));
  const spells = endedSpells(input, since);
  const told = new Set(spells.map(({ key }) => key));
  const cases = closedCases(input, since).filter(({ warning }) => warning === null || !told.has(warning));
  const reasons = [yearly(input, last), ...spells, ...cases.map(({ reason }) => reason)];
  return { last, reasons: reasons.toSorted((a, b) => a.due - b.due) };
}

function yearly({ rule, today }: ReviewInput, last: Day | null): ReviewReason {
  const due = last === null ? today : addMonths(last, rule.everyMonths);
  const words = last === null ? WORDS.never : sayBoth(WORDS.yearly, { day: dayWords(last), months: rule.everyMonths });
  return { key: 'yearly', kind: 'yearly', words, due, urgency: urgencyOf(due, today) };
}

/** Episodes of which the figures say that they have ended. */
function endedSpells(
  { spells, rule, frequency, regionName, calendar, today }: ReviewInput,
  since: Day,
): ReviewReason[] {
  return (spells ?? []).flatMap((spell) => {
    if (spell.until === null || spell.top < rule.afterLevel) return [];
    const ended = lastDayOf(frequency, spell.until);
    if (ended <= since) return [];
    const period = (lang: 'zh' | 'en'): string => formatPeriodWords(frequency, spell.until!, lang);
    const words = sayBoth(WORDS.episode, {
      region: regionName(spell.regionCode),
      level: levelName(spell.top),
      period: { zh: period('zh'), en: period('en') },
    });
    const due = addWorkdays(ended, rule.withinWorkdays, calendar);
    return [{ key: spell.id, kind: 'episode', words, due, urgency: urgencyOf(due, today) }];
  });
}

function closedCases(
  { state, rule, regionName, calendar, today }: ReviewInput,
  since: Day,
): { readonly warning: string | null; readonly reason: ReviewReason }[] {
  return [...state.cases.values()].flatMap((c: Case) => {
    const closed = c.stages.findLast(({ stage }) => stage === 'closed');
    if (c.stage !== 'closed' || !closed || c.level < rule.afterLevel) return [];
    const day = dayOfMoment(closed.at);
    if (day <= since) return [];
    const words = sayBoth(WORDS.case, { region: regionName(c.regionCode), title: c.title, day: dayWords(day) });
    const due = addWorkdays(day, rule.withinWorkdays, calendar);
    return [{ warning: c.warning, reason: { key: c.id, kind: 'case', words, due, urgency: urgencyOf(due, today) } }];
  });
}

function urgencyOf(due: Day, today: Day): ReviewReason['urgency'] {
  if (due < today) return 'overdue';
  return due - today <= SOON_DAYS ? 'due-soon' : 'later';
}

/** The same day of the month some months later, or the month's last day where it has no such day. */
function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = civilOf(day);
  const at = year * 12 + month - 1 + months;
  return Math.min(dayOf(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, date), lastDayOf('month', at));
}

function dayWords(day: Day): Text {
  return { zh: formatDayWords(day, 'zh'), en: formatDayWords(day, 'en') };
}
