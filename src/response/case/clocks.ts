import type { WarningLevel } from '../../base/level';
import type { WorkCalendar } from '../calendar/calendar';
import { HOUR_MS } from '../calendar/moment';
import { dueAt } from '../calendar/working-time';
import type { Plan, Step } from '../plan';
import type { WarningRecord } from '../state';
import type { Due } from '../warnings/inbox';
import { type Case, STAGES, type Stage } from './case';

/** The clock of one step of a case: what set it off, when it runs out, and when the step was done. */
export interface CaseClock {
  readonly step: Exclude<Step, 'acknowledge'>;
  /** Null = it has not been set off yet. */
  readonly from: number | null;
  /** Moment by which it is due; null = not set off, or the plan has no deadline for it. */
  readonly at: number | null;
  readonly doneAt: number | null;
  /** As it stands now; of a step that is done, as it was done (`in-time` or `overdue`). */
  readonly urgency: Due['urgency'];
  /** By how much it was, or is by now, late; 0 = in time. */
  readonly lateMs: number;
}

interface ClockWorld {
  readonly plan: Pick<Plan, 'deadlines'>;
  readonly calendar: WorkCalendar;
  readonly nowMs: number;
}

/** Less than so much of the time is left, or less than two hours: due soon. Defaults of ours. */
const SOON_SHARE = 1 / 4;
const SOON_MS = 2 * HOUR_MS;

/** How a time that runs from one moment to another stands now. At its last millisecond it is not overdue yet. */
export function urgencyOf(from: number, at: number, nowMs: number): Due['urgency'] {
  if (nowMs > at) return 'overdue';
  return at - nowMs <= Math.max(SOON_MS, (at - from) * SOON_SHARE) ? 'due-soon' : 'in-time';
}

/**
 * All clocks of a case, with those that have ended; the inbox tells of them the one that ends first. The level is that of
 * the case or, where its warning has been acted on at a higher one since, that one.
 * Verification runs from the acknowledgement (of a case opened by hand, from its opening); consultation and the report
 * upward from the verification, or from the acknowledgement of a rise during the review; the first follow-up from the
 * last report before it. `found`: the record of the warning under review; null = there is none. One that began anew
 * after the review was closed tells of another round, and nothing of this one.
 */
export function caseClocks(subject: Case, found: WarningRecord | null, world: ClockWorld): readonly CaseClock[] {
  const record = found?.case === subject.id ? found : null;
  const level = Math.max(subject.level, record?.level ?? 0) as WarningLevel;
  const verified = record?.verified?.at ?? leftAt(subject, 'verify');
  const acknowledged = record?.acknowledged?.at ?? null;
  // Under review only a rise is acknowledged.
  const risen = acknowledged !== null && acknowledged > subject.opened.at ? acknowledged : null;
  const from = verified === null ? null : Math.max(verified, risen ?? verified);
  const reports = subject.reports.filter((report) => risen === null || report.at >= risen);
  const reported = earliest(reports.map((report) => report.sentAt));
  const followed = earliest(
    [...subject.measures.values()].map((measure) => (measure.accepted ? measure.course[0]?.at : null)),
  );
  const consulted = earliest([
    subject.meetings[0]?.at,
    ...[...subject.opinions.values()].map((opinion) => opinion.at),
    leftAt(subject, 'consult'),
  ]);
  const before = reports.filter((report) => followed === null || report.at <= followed).at(-1)?.sentAt;
  return [
    clockOf(
      level,
      'verify',
      risen === null && acknowledged !== null ? acknowledged : subject.opened.at,
      verified,
      world,
    ),
    clockOf(level, 'consult', from, consulted, world),
    clockOf(level, 'report', from, reported, world),
    clockOf(level, 'followUp', before ?? leftAt(subject, 'report'), followed, world),
  ];
}

function clockOf(
  level: WarningLevel,
  step: CaseClock['step'],
  from: number | null,
  doneAt: number | null,
  { plan, calendar, nowMs }: ClockWorld,
): CaseClock {
  const deadline = plan.deadlines.find((d) => d.level === level && d.step === step);
  const at = from === null || !deadline ? null : dueAt(from, deadline, calendar);
  const clock = { step, from, at, doneAt };
  if (at === null) return { ...clock, urgency: 'in-time', lateMs: 0 };
  const lateMs = Math.max(0, (doneAt ?? nowMs) - at);
  if (doneAt !== null) return { ...clock, urgency: lateMs > 0 ? 'overdue' : 'in-time', lateMs };
  return { ...clock, urgency: urgencyOf(from!, at, nowMs), lateMs };
}

/** When a case first went on beyond a stage. */
function leftAt({ stages }: Case, stage: Stage): number | null {
  const beyond = STAGES.indexOf(stage);
  return stages.find((entered) => STAGES.indexOf(entered.stage) > beyond)?.at ?? null;
}

function earliest(moments: readonly (number | null | undefined)[]): number | null {
  const known = moments.filter((at) => at != null);
  return known.length > 0 ? Math.min(...known) : null;
}
