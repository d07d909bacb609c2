import type { WarningLevel } from '../../base/level';
import type { Day } from '../../base/period';
import { dayOfMoment } from '../../response/calendar/moment';
import type { Case, CaseMeasure } from '../../response/case/case';
import type { Plan } from '../../response/plan';
import type { ResponseState } from '../../response/state';
import type { Warning } from '../../response/warnings/inbox';
import { isOver } from '../../response/warnings/warning-states';
import type { ResponseFacts } from './facts';

type CaseFacts = ResponseFacts['cases'][number];
type MeasureFacts = CaseFacts['measures'][number];

/** A closed review is told for so many days more: the briefing after it says that it ended. A default of ours. */
const TELL_CLOSED_DAYS = 31;

/**
 * What people did, as a briefing tells it: the warnings of the inbox counted as the inbox counts them, and the reviews that
 * are open or were closed within the last month, the highest level first, of equal ones the newest.
 * `plan`: the one in force, for what measures are called; `today`: the day on which the briefing is made.
 */
export function responseFacts(
  state: Pick<ResponseState, 'warnings' | 'cases'>,
  warnings: readonly Warning[],
  plan: Pick<Plan, 'measures'>,
  today: Day,
): ResponseFacts {
  const count = (is: (warning: Warning) => boolean): number => warnings.filter(is).length;
  return {
    warnings: {
      open: count((w) => !isOver(w.state)),
      unacknowledged: count((w) => w.due?.step === 'acknowledge'),
      overdue: count((w) => w.due?.urgency === 'overdue'),
      falseAlarms: count((w) => w.state === 'false-alarm'),
    },
    cases: [...state.cases.values()]
      .filter((one) => isTold(one, today))
      .map((one) => caseFacts(one, levelOf(one, state), plan, today))
      .toSorted((a, b) => b.level - a.level || b.opened - a.opened || (a.id < b.id ? -1 : 1)),
  };
}

function isTold({ stage, stages, opened }: Case, today: Day): boolean {
  return stage !== 'closed' || today - dayOfMoment((stages.at(-1) ?? opened).at) <= TELL_CLOSED_DAYS;
}

/** That of the case or, where its warning has been acted on at a higher one since, that one. */
function levelOf({ id, level, warning }: Case, { warnings }: Pick<ResponseState, 'warnings'>): WarningLevel {
  const record = warning === null ? undefined : warnings.get(warning);
  return Math.max(level, record?.case === id ? record.level : 0) as WarningLevel;
}

function caseFacts(one: Case, level: WarningLevel, plan: Pick<Plan, 'measures'>, today: Day): CaseFacts {
  return {
    id: one.id,
    title: one.title,
    regionCode: one.regionCode,
    level,
    stage: one.stage,
    opened: dayOfMoment(one.opened.at),
    reports: one.reports
      .map(({ to, sentAt }) => ({ to, sentOn: dayOfMoment(sentAt) }))
      .toSorted((a, b) => a.sentOn - b.sentOn),
    measures: [...one.measures.values()]
      .filter((m): m is Accepted => m.accepted)
      .toSorted((a, b) => a.seq - b.seq)
      .map((m) => measureFacts(m, plan, today)),
  };
}

type Accepted = Extract<CaseMeasure, { readonly accepted: true }>;

/** Overdue: its day has gone by, and nobody reported that it is done or was stopped. */
function measureFacts(
  { measure, owner, due, course }: Accepted,
  plan: Pick<Plan, 'measures'>,
  today: Day,
): MeasureFacts {
  const entry = plan.measures.find(({ id }) => id === measure);
  const state = course.at(-1)?.state ?? 'planned';
  return {
    id: measure,
    title: entry?.name ?? { zh: measure, en: measure },
    clause: entry?.clause ?? '',
    owner,
    due,
    overdue: due < today && (state === 'planned' || state === 'running'),
    state,
  };
}
