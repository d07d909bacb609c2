import { parsePeriod } from '../../../src/base/period';
import { type Actor, covers } from '../../../src/response/actor';
import { dayOfMoment } from '../../../src/response/calendar/moment';
import { type Case, type Done, STAGES } from '../../../src/response/case/case';
import { defaultPlan } from '../../../src/response/load-plan';
import type { Past, ResponseState } from '../../../src/response/state';
import type { Act } from '../../../src/response/trail/act';
import { ACT_RULES } from '../../../src/response/trail/machine';
import { tree } from './make-trail';

/**
 * What must hold in every state, said a second time and from the other end than the machine says it. Each law yields
 * what it finds wrong. Laws of one thing look at that thing; `LAWS_OF_ALL` at how things hang together.
 */

const plan = defaultPlan();
const RANK = { county: 0, league: 1, region: 2 } as const;
const LAYER_OF = { R: 'region', A: 'league', B: 'league' } as Readonly<Record<string, 'region' | 'league'>>;

const within = ({ by }: { readonly by: Actor }, regionCode: string): boolean => covers(tree, by, regionCode);
const words = (text: string): boolean => text.trim() !== '';

/** The lowest layer that reviews a region at a level, straight from the JSON of the plan. */
function reviewer(regionCode: string, level: number): 'county' | 'league' | 'region' {
  const layer = LAYER_OF[regionCode] ?? 'county';
  const lifted = plan.liftedDuties.find((d) => d.level === level && d.regionLayer === layer);
  return (lifted ?? plan.duties.find((d) => d.level === level)!).reviewingLayer;
}

/** Stages a case is in or has behind it, going forward. */
const past = (review: Case, stage: Case['stage']): boolean => STAGES.indexOf(review.stage) >= STAGES.indexOf(stage);

/** Number of the entry that took a case into a stage last. */
const enteredAt = (review: Case, stage: Case['stage']): number =>
  review.stages.filter((s) => s.stage === stage).at(-1)?.seq ?? Infinity;

const isOfTheSix = (measure: string): boolean => plan.measures.find(({ id }) => id === measure)!.regional;

/** What must have been so when an act was taken, from the state before it. */
export const ACT_LAWS: Readonly<Record<string, (act: Act, before: ResponseState) => boolean>> = {
  'below Ⅰ, one of the six was opened by a decision, and never below Ⅱ': (act, { cases, warnings }) => {
    if (act.kind !== 'accept-measure' || !isOfTheSix(act.measure)) return true;
    const review = cases.get(act.case)!;
    // No case stands higher than at its opening or than the highest warning of its region.
    const levels = [...warnings.values()].flatMap(({ id, level }) =>
      id.startsWith(`${review.regionCode}@`) ? [level] : [],
    );
    const highest = Math.max(review.level, ...levels);
    return highest === 4 || (highest === 3 && words(act.decision));
  },
};

type Laws<T> = Readonly<Record<string, (thing: T, state: ResponseState) => boolean>>;

export const CASE_LAWS: Laws<Case> = {
  'its stages begin at verify and go on by one, or back with a reason': ({ stages }) =>
    stages.every(({ stage, reason }, i) => {
      if (i === 0) return stage === 'verify';
      const step = STAGES.indexOf(stage) - STAGES.indexOf(stages[i - 1]!.stage);
      return step === 1 || (step < 0 && words(reason));
    }),
  'it is at the last of its stages': ({ stage, stages }) => stages.at(-1)?.stage === stage,
  'closed is the end of it': ({ stages }) => stages.slice(0, -1).every(({ stage }) => stage !== 'closed'),
  'nothing of it is older than its opening': (review) => donesOf(review).every(({ seq }) => seq >= review.opened.seq),
  'nobody from outside its region did anything in it': (review) =>
    donesOf(review).every((d) => within(d, review.regionCode)),
  'it was opened by the layer that reviews, or above': ({ opened, regionCode, level }) =>
    RANK[opened.by.role] >= RANK[reviewer(regionCode, level)],
  'past verifying, something was judged': (review) => !past(review, 'assess') || review.checks.size > 0,
  'past assessing, there is an assessment': (review) => !past(review, 'consult') || review.assessment !== null,
  'past consulting, the leading department was heard or a meeting held': (review) =>
    !past(review, 'decide') || review.opinions.has('hrss') || review.meetings.length > 0,
  'past reporting, what must be reported at its level was': (review) =>
    !past(review, 'follow-up') || review.level < 3 || review.reports.some(({ stage }) => stage === 'first'),
  'past follow-up, every accepted measure is done or stopped': (review) =>
    !past(review, 'stand-down') ||
    [...review.measures.values()].every(
      (m) => !m.accepted || ['done', 'stopped'].includes(m.course.at(-1)?.state ?? ''),
    ),
  'past standing down, that was decided anew': (review) =>
    !past(review, 'after-action') ||
    (review.standDown !== null && review.standDown.seq > enteredAt(review, 'stand-down')),
  'whoever decided to stand down is of the layer that reviews, or above': ({ standDown, regionCode, level }) =>
    standDown === null || RANK[standDown.by.role] >= RANK[reviewer(regionCode, level)],
  'closed, there is a new note on it': (review) =>
    review.stage !== 'closed' ||
    (review.afterAction !== null && review.afterAction.seq > enteredAt(review, 'after-action')),
  'a condition that is not met has a reason beside it': ({ standDown }) =>
    standDown === null || words(standDown.reason) || standDown.conditions.every(({ met }) => met === true),
  'what is suspect has a note': ({ checks }) =>
    [...checks.values()].every((c) => c.result !== 'suspect' || words(c.note)),
  'reports have numbers of their own and were not sent after they were recorded': ({ reports }) =>
    new Set(reports.map(({ report }) => report)).size === reports.length &&
    reports.every(({ sentAt, at, proof }) => sentAt <= at + 60_000 && words(proof)),
  'accepted measures have an owner, a day and an expectation': ({ measures }) =>
    [...measures.values()].every(
      (m) =>
        !m.accepted ||
        (plan.departments.some(({ id }) => id === m.owner) &&
          m.due >= dayOfMoment(m.at) &&
          parsePeriod(m.expected.by) !== null &&
          words(m.why)),
    ),
  'rejected ones have a reason': ({ measures }) => [...measures.values()].every((m) => m.accepted || words(m.reason)),
  'the six measures were accepted by the autonomous region alone': ({ measures }) =>
    [...measures.values()].every((m) => !m.accepted || !isOfTheSix(m.measure) || m.by.role === 'region'),
  'a measure that ended is at its end, or was taken up again': ({ measures }) =>
    [...measures.values()].every(
      (m) =>
        !m.accepted ||
        m.course.every(
          ({ state }, i) =>
            (state !== 'done' && state !== 'stopped') || (m.course[i + 1]?.state ?? 'running') === 'running',
        ),
    ),
  'what was suspect was cleared with words': ({ checks }) =>
    [...checks.values()].every((c) => c.result !== 'cleared' || words(c.note)),
};

function donesOf(review: Case): readonly Done[] {
  const {
    opened,
    stages,
    checks,
    assessment,
    opinions,
    meetings,
    measures,
    reports,
    standDown,
    afterAction,
    documents,
  } = review;
  return [
    opened,
    ...stages,
    ...checks.values(),
    ...opinions.values(),
    ...meetings,
    ...reports,
    ...documents,
    ...[assessment, standDown, afterAction].filter((one) => one !== null),
    ...[...measures.values()].flatMap((m): readonly Done[] => (m.accepted ? [m, ...m.course] : [m])),
  ];
}

type Record_ = ResponseState['warnings'] extends ReadonlyMap<string, infer V> ? V : never;

export const WARNING_LAWS: Laws<Record_> = {
  'an acknowledged one was acknowledged and is not verified': (w) =>
    w.state !== 'acknowledged' || (w.acknowledged !== null && w.verified === null),
  'a verified one was acknowledged before': (w) =>
    w.state !== 'verified' || (w.acknowledged !== null && w.verified !== null && w.verified.seq > w.acknowledged.seq),
  'a new one has remarks alone': (w) => w.state !== 'new' || w.acts.every(({ kind }) => kind === 'note'),
  'a false alarm has a reason': (w) => w.state !== 'false-alarm' || words(w.reason),
  'a false alarm of Ⅱ or Ⅰ is from the layer that reviews': (w) => {
    const dismissed = w.acts.findLast(({ kind }) => kind !== 'note');
    const region = w.id.split('@')[0]!;
    return w.state !== 'false-alarm' || w.level < 3 || RANK[dismissed!.by.role] >= RANK[reviewer(region, w.level)];
  },
  'nobody from outside its region acted on it': (w) => w.acts.every((done) => within(done, w.id.split('@')[0]!)),
  'its acts stand in order': ({ acts }) => acts.every(({ seq }, i) => i === 0 || seq > acts[i - 1]!.seq),
  'it is under review if and only if an open case says so': (w, { cases }) => {
    const review = w.case === null ? undefined : cases.get(w.case);
    const open = review !== undefined && review.stage !== 'closed' && review.warning === w.id;
    return (w.state === 'under-review') === open;
  },
};

/** What hangs together over the whole state. */
export const LAWS_OF_ALL: Readonly<Record<string, (state: ResponseState) => boolean>> = {
  'a region has one open case at most, and the list of them is right': ({ cases, openCases }) => {
    const open = [...cases.values()].filter(({ stage }) => stage !== 'closed');
    return open.length === openCases.size && open.every(({ id, regionCode }) => openCases.get(regionCode) === id);
  },
  'an open case has its warning under review': ({ cases, warnings }) =>
    [...cases.values()].every(
      ({ id, stage, warning }) =>
        stage === 'closed' ||
        warning === null ||
        (warnings.get(warning)?.state === 'under-review' && warnings.get(warning)?.case === id),
    ),
  'no silence covers Ⅰ, is without a reason or longer than 90 days; each ends once': ({ silences }) =>
    [...silences.values()].every(
      ({ scope, until, reason, set, ended }) =>
        scope.upTo <= 3 &&
        words(reason) &&
        until >= dayOfMoment(set.at) &&
        until <= dayOfMoment(set.at) + 90 &&
        within(set, scope.regionCode) &&
        (scope.upTo < 3 || RANK[set.by.role] >= RANK[reviewer(scope.regionCode, 3)]) &&
        (ended === null || (ended.seq > set.seq && dayOfMoment(ended.at) <= until)),
    ),
  'households are settled after they were recognised, by offices of their region': ({ households }) =>
    [...households.values()].every(
      ({ regionCode, on, recognised, settled }) =>
        within(recognised, regionCode) &&
        on <= dayOfMoment(recognised.at) &&
        (settled === null ||
          (within(settled, regionCode) && settled.on >= on && settled.on <= dayOfMoment(settled.at))),
    ),
  'plan and reviews of it are those of the autonomous region': ({ plans, planReviews }) =>
    [...plans, ...planReviews].every(({ by }) => by.role === 'region') &&
    plans.every(({ from, at, reason }) => from >= dayOfMoment(at) && words(reason)),
};

/** Over all acts on everything: dear, so looked at now and then. */
export const LAWS_OF_UNDO: Readonly<Record<string, (state: ResponseState) => boolean>> = {
  'what was taken back counts nowhere, and the last acts are told for undo': ({ past: tops, undone, head }) => {
    for (const [name, top] of tops) {
      for (let at: Past | null = top, above = head.seq + 1; at; above = at.seq, at = at.earlier) {
        if (at.seq >= above || undone.has(at.seq) || !at.touched.includes(name)) return false;
        if (
          !at.touched.every((thing) =>
            (ACT_RULES[at!.kind].touches as readonly string[]).includes(thing.split(':')[0]!),
          )
        )
          return false;
      }
    }
    return true;
  },
};
