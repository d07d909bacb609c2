import type { WarningLevel } from '../../base/level';
import { momentOf } from '../calendar/moment';
import { dueAt, OFFICE_HOURS } from '../calendar/working-time';
import type { Case } from '../case/case';
import { caseClocks, urgencyOf } from '../case/clocks';
import type { Step } from '../plan';
import type { WarningRecord } from '../state';
import type { Due, InboxWorld } from './inbox';
import type { Spell } from './spell';
import { countedLevel, isRisen } from './warning-states';

type Clocks = Pick<InboxWorld, 'plan' | 'calendar' | 'nowMs'>;

/**
 * The next step that a warning asks for, and by when: of the clocks that run, the one that ends first. Null while pending,
 * when all is done, and where no day is told on which the figures came in.
 *
 * A warning that nobody acknowledged, and one that has risen above the level that somebody acted on, asks for that first,
 * whatever was done before; then for its verification; then the consultation and the report run side by side. Until a
 * review is open, the deadlines are those of the present level (while the data do not suffice, of the last one); then
 * the clocks are those of the case.
 */
export function dueOf(
  spell: Spell,
  record: WarningRecord | null,
  cases: ReadonlyMap<string, Case>,
  world: Clocks,
): Due | null {
  const risen = isRisen(spell, record);
  if (record?.state === 'under-review' && !risen) {
    const review = cases.get(record.case ?? '');
    return review ? soonest(caseClocks(review, record, world).flatMap(runningClock)) : null;
  }
  const level = countedLevel(spell);
  if (level === 0) return null;
  const clock = (step: Step, from: number | undefined): Due[] => {
    const deadline = world.plan.deadlines.find((d) => d.level === level && d.step === step);
    if (from === undefined || !deadline) return [];
    const at = dueAt(from, deadline, world.calendar);
    return [{ step, at, urgency: urgencyOf(from, at, world.nowMs) }];
  };
  if (record === null || record.acknowledged === null || risen)
    return soonest(clock('acknowledge', opening(spell, level)));
  if (record.state === 'acknowledged') return soonest(clock('verify', record.acknowledged.at));
  const verified = record.verified?.at;
  return soonest([...clock('consult', verified), ...clock('report', verified)]);
}

function runningClock({ step, at, doneAt, urgency }: ReturnType<typeof caseClocks>[number]): Due[] {
  return at === null || doneAt !== null ? [] : [{ step, at, urgency }];
}

function soonest(running: readonly Due[]): Due | null {
  let next: Due | null = null;
  for (const due of running) if (next === null || due.at < next.at) next = due;
  return next;
}

/**
 * When the offices opened on the day on which it became known that the region is at its present level or above, without a
 * break since: a step down sets no clock back, and insufficient periods are no break. Undefined = not told.
 */
function opening({ moves }: Spell, level: WarningLevel): number | undefined {
  let day: number | null = null;
  for (const move of moves.toReversed()) {
    if (move.level < level) break;
    if (move.level <= 4) day = move.knownOn;
  }
  return day === null ? undefined : momentOf(day, OFFICE_HOURS.opens);
}
