import { defineText, sayBoth, type Text } from '../../../../base/text';
import type { CaseFacts, CourseFact, FigureFact } from '../../../../briefing/case-documents/facts';
import type { AssessmentView, CallOptions, EngineApi, RegionDetail, Series } from '../../../../platform/engine-api';
import type { Actor } from '../../../../response/actor';
import { acknowledgeClock } from '../../../../response/case/after-action';
import { questionOf } from '../../../../response/case/checklist';
import { type Course, courseQuestions } from '../../../../response/case/course';
import { COURSE_STATES } from '../../../../response/case/course-text';
import { CONDITION_NAMES } from '../../../../response/case/stand-down';
import { type TimelineItem, timelineOf } from '../../../../response/case/timeline';
import { valueWords } from '../../../../response/case/words';
import type { FigureSeen } from '../../../../response/trail/act';
import { trailNames } from '../../../../store/trail-names';
import type { StepProps } from '../step';
import { figureFact, figureIndicators, formOfFigure, withVintage } from './figure-facts';

/** What the page knows without asking. */
export interface PageFacts
  extends Pick<
    StepProps,
    'review' | 'view' | 'plan' | 'state' | 'entries' | 'duty' | 'clocks' | 'calendar' | 'nowMs' | 'today' | 'spell'
  > {
  readonly detail: RegionDetail;
  readonly actor: Actor | null;
  readonly demonstration: Text | null;
}

const FACTS_TEXT = defineText({
  confirmed: { zh: '确认{count}项数据属实', en: '{count} figures confirmed' },
});

type Engine = Pick<EngineApi, 'series' | 'partners' | 'measureCourse'>;

/** All facts that the papers of a case are written from: what the page has, and what only the engine can tell. */
export async function gatherFacts(page: PageFacts, engine: Engine, options: CallOptions): Promise<CaseFacts> {
  const { review, view, state, plan, spell, detail } = page;
  const [figures, partners, course] = await Promise.all([
    gatherFigures(figureIndicators(detail.derivation, spell, review), page, engine, options),
    review.measures.get('labour-matching')?.accepted
      ? engine.partners(review.regionCode, view.latest, options)
      : Promise.resolve(null),
    engine.measureCourse(courseQuestions(review, page.entries), options),
  ]);
  const base = { case: review, context: view, frequency: view.frequency, derivation: detail.derivation };
  return {
    ...base,
    spell,
    record: review.warning === null ? null : (state.warnings.get(review.warning) ?? null),
    plan,
    duty: page.duty,
    office: page.actor,
    figures: figures.map((figure) => withVintage(figure, base)),
    knownOn: view.asOf ?? view.lastKnownOn,
    partners: (partners?.partners ?? []).map(({ regionCode, words }) => ({ regionCode, figures: words })),
    course: Object.fromEntries(course.map((one) => [one.measure, courseFact(one, view)])),
    conditionNames: CONDITION_NAMES,
    timeline: timelineFacts(page),
    demonstration: page.demonstration,
    today: page.today,
  };
}

/** Everything of the case that stands; that papers were written is no part of what happened. */
function timelineFacts(page: PageFacts): CaseFacts['timeline'] {
  const { review, view, plan, state, entries, spell, calendar, nowMs } = page;
  // Of a review opened by hand nothing was there to be acknowledged.
  const first =
    review.warning === null ? null : acknowledgeClock(review, spell, entries, state.undone, { plan, calendar, nowMs });
  const items = timelineOf({
    case: review,
    spell,
    entries,
    undone: state.undone,
    clocks: first ? [first, ...page.clocks] : page.clocks,
    frequency: view.frequency,
    weekEndsOn: view.weekEndsOn,
    names: { ...trailNames(view, plan), item: (id) => questionOf(id) ?? { zh: id, en: id } },
    nowMs,
  });
  const told = items.filter(({ kind, undone, entry }) => kind !== 'document' && !undone && entry?.act.kind !== 'undo');
  return inRuns(told).map(([one, ...more]) => ({
    at: one.at,
    what: more.length === 0 ? one.text : sayBoth(FACTS_TEXT.confirmed, { count: more.length + 1 }),
    by: one.entry?.by ?? null,
  }));
}

type Run = [TimelineItem, ...TimelineItem[]];

/** Figures that one office confirmed one after the other are a line together: dozens of them would hide the rest. */
function inRuns(items: readonly TimelineItem[]): readonly Run[] {
  const confirms = ({ entry }: TimelineItem): boolean =>
    entry?.act.kind === 'check-figure' && entry.act.result === 'confirmed' && entry.act.figure !== null;
  const desk = ({ entry }: TimelineItem): string => `${entry?.by.regionCode} ${entry?.by.name}`;
  const runs: Run[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && confirms(item) && confirms(last[0]) && desk(item) === desk(last[0])) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

async function gatherFigures(
  indicatorIds: readonly string[],
  { review: { regionCode }, view }: PageFacts,
  engine: Engine,
  options: CallOptions,
): Promise<FigureFact[]> {
  const { frequency, latest, catalogue } = view;
  const indicators = indicatorIds.flatMap((id) => catalogue.byId.get(id) ?? []);
  const forms = new Map(indicators.map((one) => [one.id, formOfFigure(one, frequency)]));
  const asked = (['reported', 'joint'] as const).flatMap((form) =>
    (['value', 'yoy', 'mom'] as const).map((turn) => ({ form, view: turn })),
  );
  const answers = await Promise.all(
    asked.map(async ({ form, view: turn }): Promise<readonly Series[]> => {
      const ids = indicatorIds.filter((id) => forms.get(id) === form);
      if (ids.length === 0) return [];
      return engine.series({ regionCodes: [regionCode], indicatorIds: ids, form, view: turn }, options);
    }),
  );
  const all = answers.flat();
  return indicators.flatMap((indicator) => {
    const of = (turn: Series['view']) => all.find((s) => s.indicatorId === indicator.id && s.view === turn);
    const value = of('value');
    const fact = value ? figureFact(indicator, frequency, latest, { value, yoy: of('yoy'), mom: of('mom') }) : null;
    return fact ? [fact] : [];
  });
}

function courseFact({ atDecision, now, state, reason }: Course, { catalogue }: AssessmentView): CourseFact {
  const words = (figure: FigureSeen | null): Text | null => {
    const indicator = figure ? catalogue.byId.get(figure.indicatorId) : undefined;
    return figure && indicator ? valueWords(figure.value, indicator) : null;
  };
  return { before: words(atDecision), now: words(now), verdict: reason ?? COURSE_STATES[state] };
}
