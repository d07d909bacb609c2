import { levelName } from '../../base/level';
import { lastDayOf, parseDay, parsePeriod } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { STAGES } from '../case/case';
import type { ResponseState } from '../state';
import type { Act, ActKind, ActOf } from './act';
import { stageOf } from './changes-case';
import { guardsOf, isFinished } from './guards';
import { ACT_RULES, SILENCE_DAYS, SILENCE_UP_TO } from './machine';
import { FIELD_NAMES, REFUSALS as NO } from './refusal-text';
import { ACT_NAMES, MEASURE_STATE_NAMES } from './text';
import { caseLevel, dutyFor, type World } from './who';

/** A report may have been sent this much later than the clock of this machine says: clocks differ. */
const CLOCK_SLACK_MS = 60_000;

/** What an otherwise open act lacks in what it says; null = nothing. The case, measure or household it is on exists. */
export function contentRefusal(act: Act, state: ResponseState, world: World): Text | null {
  for (const field of ACT_RULES[act.kind].needs as readonly string[]) {
    const value = (act as unknown as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'string' && value.trim() !== '') continue;
    return sayBoth(NO.blank, { act: ACT_NAMES[act.kind], field: FIELD_NAMES[field as keyof typeof FIELD_NAMES] });
  }
  const rule = CONTENT[act.kind] as ((act: Act, state: ResponseState, world: World) => Text | null) | undefined;
  return rule ? rule(act, state, world) : null;
}

/** Kinds that are not here ask for their words (`ACT_RULES.needs`) and no more. */
const CONTENT: { readonly [K in ActKind]?: (act: ActOf<K>, state: ResponseState, world: World) => Text | null } = {
  silence: ({ scope, until }, _, { today }) => {
    if (scope.upTo > SILENCE_UP_TO) return NO.silenceRed;
    if (until < today) return NO.silencePast;
    return until > today + SILENCE_DAYS ? sayBoth(NO.silenceLong, { days: SILENCE_DAYS }) : null;
  },
  'check-figure': ({ case: id, item, result, note }, { cases }) => {
    // Another desk may have marked it since this one looked: what is suspect is lifted by name and with words.
    const isSuspect = cases.get(id)!.checks.get(item)?.result === 'suspect';
    if (result === 'confirmed') return isSuspect ? NO.stillSuspect : null;
    if (result === 'cleared' && !isSuspect) return NO.notSuspect;
    if (note.trim() !== '') return null;
    return result === 'suspect' ? NO.suspectNote : NO.clearedNote;
  },
  'assess-case': ({ assessment: { persons, fund, districts } }, _, { tree }) => {
    if ([persons, fund?.balance, fund?.monthlyOutlay].some((n) => n !== null && n !== undefined && n < 0)) {
      return NO.negative;
    }
    const unknown = districts.find((code) => !tree.indexOf.has(code));
    return unknown === undefined ? null : sayBoth(NO.noSuchRegion, { code: unknown });
  },
  'give-opinion': ({ department }, _, { plan }) => (hasDepartment(plan, department) ? null : NO.noDepartment),
  'hold-meeting': ({ on }, _, { today }) => (on > today ? NO.meetingLater : null),
  'accept-measure': (act, state, { plan, today }) => {
    if (!hasDepartment(plan, act.owner)) return NO.noDepartment;
    if (act.due < today) return NO.dueBefore;
    const by = parsePeriod(act.expected.by);
    if (!by) return NO.expectedPeriod;
    if (lastDayOf(by.frequency, by.period, by.weekEndsOn) <= today) return NO.expectedPast;
    const measure = plan.measures.find(({ id }) => id === act.measure)!;
    const level = caseLevel(state, state.cases.get(act.case)!);
    if (level >= measure.fromLevel || act.decision.trim() !== '') return null;
    return sayBoth(NO.decision, { measure: measure.name, level: levelName(level) });
  },
  'send-report': ({ case: id, report, sentAt }, { cases }, { nowMs }) => {
    if (cases.get(id)!.reports.some((sent) => sent.report === report)) return NO.reportTwice;
    return sentAt > nowMs + CLOCK_SLACK_MS ? NO.sentLater : null;
  },
  'follow-measure': ({ case: id, measure, state: next }, { cases }) => {
    const followed = cases.get(id)!.measures.get(measure)!;
    // Taken up again: the way out also where a report was sent since and the end cannot be taken back.
    if (!followed.accepted || !isFinished(followed) || next === 'running') return null;
    return sayBoth(NO.finished, { state: MEASURE_STATE_NAMES[followed.course.at(-1)!.state] });
  },
  'stand-down': ({ conditions, reason }) =>
    conditions.some(({ met }) => met !== true) && reason.trim() === '' ? NO.conditionReason : null,
  'advance-case': ({ case: id, to, reason }, state, world) => {
    if (reason.trim() !== '') return null;
    const review = state.cases.get(id)!;
    const stage = stageOf(to)!;
    if (STAGES.indexOf(stage) < STAGES.indexOf(review.stage)) return NO.backReason;
    const duty = dutyFor(world, { regionCode: review.regionCode, level: caseLevel(state, review) });
    const lacking = guardsOf(review, stage, { plan: world.plan, duty }).find(({ met }) => !met);
    return lacking ? lacking.words : null;
  },
  'set-calendar': ({ days }) => {
    const wrong = Object.keys(days).find((day) => parseDay(day) === null);
    return wrong === undefined ? null : sayBoth(NO.calendarDay, { day: wrong });
  },
  'adopt-plan': ({ from, plan }, _, { today }) => {
    if (from < today) return NO.planPast;
    return typeof plan === 'object' && plan !== null ? null : NO.planNothing;
  },
  'recognise-household': ({ on }, _, { today }) => (on > today ? NO.dayLater : null),
  'settle-household': ({ household, on }, { households }, { today }) => {
    if (on > today) return NO.dayLater;
    return on < households.get(household)!.on ? NO.settledBefore : null;
  },
};

function hasDepartment(plan: World['plan'], id: string): boolean {
  return plan.departments.some((department) => department.id === id);
}
