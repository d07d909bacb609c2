import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { fetchPart } from '../../../platform/fetch-part';
import { dayOfMoment } from '../../../response/calendar/moment';
import { type Case, STAGES, type Stage } from '../../../response/case/case';
import { caseClocks } from '../../../response/case/clocks';
import { caseLevel, dutyFor } from '../../../response/trail/who';
import { STAGE_NAMES } from '../../../response/trail/text';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useEngineCall } from '../../../store/use-engine-call';
import { useResponse } from '../../../store/use-response';
import { PlaceLink } from '../../parts/PlaceLink';
import { Empty, Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { CaseCourse } from './CaseCourse';
import { CaseHead } from './CaseHead';
import { CaseRecord } from './CaseRecord';
import { Onward } from './Onward';
import { spellOfCase } from './spell-of-case';
import { lookedAt, StageBar } from './StageBar';
import type { StepProps } from './step';
import { AfterActionStep } from './steps/AfterActionStep';
import { AssessStep } from './steps/AssessStep';
import { ConsultStep } from './steps/ConsultStep';
import { DecideStep } from './steps/DecideStep';
import { FollowStep } from './steps/FollowStep';
import { ReportStep } from './steps/ReportStep';
import { StandDownStep } from './steps/StandDownStep';
import { VerifyStep } from './steps/VerifyStep';
import { CASE_TEXT } from './text';

// Documents bring a layout and an editor of their own: they are fetched when a review is opened.
const Documents = lazy(() =>
  fetchPart(() => import('./documents/DocumentsCard').then((m) => ({ default: m.DocumentsCard }))),
);

const STEPS: Readonly<Record<Stage, ComponentType<StepProps>>> = {
  verify: VerifyStep,
  assess: AssessStep,
  consult: ConsultStep,
  decide: DecideStep,
  report: ReportStep,
  'follow-up': FollowStep,
  'stand-down': StandDownStep,
  'after-action': AfterActionStep,
  // A closed review is read from its last note back.
  closed: AfterActionStep,
};

/** One review: head, stages, the stage that is looked at, documents, and beside them everything that was recorded. */
export function CasePage({ id }: { readonly id: string }) {
  const t = useT(CASE_TEXT);
  const review = useResponse((s) => s.state.cases.get(id));
  if (review) return <Review key={id} review={review} />;
  return (
    <Empty title={t('unknown', { id })}>
      <p>{t('unknownHelp')}</p>
      <p>
        <PlaceLink to={{ free: { case: null, step: null } }}>{t('back')}</PlaceLink>
      </p>
    </Empty>
  );
}

function Review({ review }: { readonly review: Case }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const view = useReadyView();
  const plan = useResponse((s) => s.plan);
  const state = useResponse((s) => s.state);
  const entries = useResponse((s) => s.entries);
  const calendar = useResponse((s) => s.calendar);
  const nowMs = useResponse((s) => s.nowMs);
  const spells = useResponse((s) => s.spells);
  const period = view.latest;
  const known = view.tree.indexOf.has(review.regionCode);
  const { data, error } = useEngineCall(known ? `case ${review.regionCode} ${period}` : null, (engine, options) =>
    engine.regionDetail(review.regionCode, period, options),
  );
  const level = caseLevel(state, review);
  const record = review.warning === null ? null : (state.warnings.get(review.warning) ?? null);
  const looked = lookedAt(review, free.step);
  const article = useRef<HTMLElement>(null);
  const shown = useRef(review.stage);
  useEffect(() => {
    if (shown.current === review.stage) return;
    shown.current = review.stage;
    // Whoever moved the review on goes along with it.
    setPlace({ free: { step: null } }, { replace: true });
    article.current?.scrollIntoView({ block: 'start' });
  }, [review.stage]);
  const Step = STEPS[looked];
  const props: StepProps = {
    review,
    view,
    plan,
    state,
    entries,
    level,
    duty: dutyFor({ plan, tree: view.tree }, { regionCode: review.regionCode, level }),
    clocks: caseClocks(review, record, { plan, calendar, nowMs }),
    calendar,
    nowMs,
    today: dayOfMoment(nowMs),
    period,
    spell: spellOfCase(review, spells, state, view),
    detail: data?.regionCode === review.regionCode && data.period === period ? data : null,
  };
  const words = { now: STAGE_NAMES[review.stage][lang], looked: STAGE_NAMES[looked][lang] };
  const ahead = STAGES.indexOf(looked) > STAGES.indexOf(review.stage);
  return (
    <article ref={article} className="case" data-testid="case" aria-label={review.title}>
      <CaseHead {...props} />
      <StageBar now={review.stage} looked={looked} />
      {looked !== review.stage && looked !== 'report' && (
        <p className="caution">
          {t(ahead ? 'lookingAhead' : 'lookingBack', words)}{' '}
          <PlaceLink to={{ free: { step: null } }}>{t('toCurrent')}</PlaceLink>
        </p>
      )}
      {!known && <p className="caution">{t('regionGone')}</p>}
      {error && <Failed title={t('detailFailed')} detail={`${error.what[lang]} ${error.where}`} />}
      <CaseRecord {...props} />
      <div className="case-columns">
        <div className="case-main">
          <h2 className="visually-hidden">{words.looked}</h2>
          <Step key={looked} {...props} />
          <Suspense fallback={<Skeleton lines={3} />}>
            <Documents {...props} />
          </Suspense>
        </div>
        <div className="case-side">
          <Onward {...props} />
          <CaseCourse {...props} />
        </div>
      </div>
    </article>
  );
}
