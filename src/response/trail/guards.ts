import type { Text } from '../../base/text';
import type { Case, CaseMeasure, Stage } from '../case/case';
import type { LayerDuty, Plan } from '../plan';
import { type GuardId, STAGE_GUARDS } from './machine';
import { GUARD_WORDS } from './text';

/** A condition for entering a stage, as it stands. */
export interface GuardState {
  readonly id: GuardId;
  readonly met: boolean;
  /** Not met, a reason stands in for it. */
  readonly byReason: boolean;
  /** What is asked for. */
  readonly words: Text;
}

interface Asked {
  readonly plan: Pick<Plan, 'departments'>;
  /** Of the case's region at its level. */
  readonly duty: Pick<LayerDuty, 'mustReport'>;
}

type Accepted = Extract<CaseMeasure, { readonly accepted: true }>;

/** Measures of a case that were accepted and not rejected since. */
export function acceptedMeasures({ measures }: Pick<Case, 'measures'>): readonly Accepted[] {
  return [...measures.values()].flatMap((measure) => (measure.accepted ? [measure] : []));
}

/** Done or stopped is the end of a measure. */
export function isFinished({ course }: Pick<Accepted, 'course'>): boolean {
  const now = course.at(-1)?.state;
  return now === 'done' || now === 'stopped';
}

/** Of this round: a stage that was returned to asks for its act again. */
const sinceEntered = (review: Case, stage: Stage, act: { readonly seq: number } | null): boolean =>
  act !== null && act.seq > (review.stages.findLast((s) => s.stage === stage)?.seq ?? Infinity);

const MET: Readonly<Record<GuardId, (review: Case, asked: Asked) => boolean>> = {
  'something-judged': ({ checks }) => checks.size > 0,
  'nothing-suspect': ({ checks }) => [...checks.values()].every((check) => check.result !== 'suspect'),
  'assessment-there': ({ assessment }) => assessment !== null,
  consulted: ({ opinions, meetings }, { plan }) => meetings.length > 0 || opinions.has(plan.departments[0]?.id ?? ''),
  'measure-accepted': (review) => acceptedMeasures(review).length > 0,
  'report-sent': ({ reports }, { duty }) => !duty.mustReport || reports.some((report) => report.stage === 'first'),
  'measures-finished': (review) => acceptedMeasures(review).every(isFinished),
  'stood-down': (review) => sinceEntered(review, 'stand-down', review.standDown),
  'noted-after': (review) => sinceEntered(review, 'after-action', review.afterAction),
};

/** What must hold before a case enters a stage, in order, each with whether it does. */
export function guardsOf(review: Case, to: Stage, asked: Asked): readonly GuardState[] {
  return STAGE_GUARDS[to].map(({ id, byReason }) => ({
    id,
    byReason,
    met: MET[id](review, asked),
    words: GUARD_WORDS[id],
  }));
}
