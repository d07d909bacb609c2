import { useMemo } from 'react';
import { formatDayWords, formatNumber } from '../../../../base/format';
import { INSUFFICIENT } from '../../../../base/level';
import type { Series } from '../../../../platform/engine-api';
import { formatMoment } from '../../../../response/calendar/moment';
import type { CaseMeasure } from '../../../../response/case/case';
import { type Course, courseQuestions } from '../../../../response/case/course';
import { COURSE_STATES } from '../../../../response/case/course-text';
import type { MeasureState } from '../../../../response/trail/act';
import { acceptedMeasures, isFinished } from '../../../../response/trail/guards';
import { MEASURE_STATE_NAMES } from '../../../../response/trail/text';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { levelAt } from '../../../../store/view-select';
import { useEngineCall } from '../../../../store/use-engine-call';
import { Card } from '../../../parts/Card';
import { PlaceLink } from '../../../parts/PlaceLink';
import { Sparkline } from '../../../parts/Sparkline';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField, SelectField } from '../fields';
import { periodWords, figureWords } from '../names';
import { isBlank } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { expectedWords } from './expected-words';
import { FOLLOW_TEXT } from './follow-text';

type Accepted = Extract<CaseMeasure, { readonly accepted: true }>;

/** Each accepted measure: who is on it, how far it is, and the indicator against what was expected of it. */
export function FollowStep(props: StepProps) {
  const { review, entries } = props;
  const t = useT(FOLLOW_TEXT);
  const accepted = acceptedMeasures(review);
  const questions = useMemo(() => courseQuestions(review, entries), [review, entries]);
  const key = questions.length === 0 ? null : `course ${JSON.stringify(questions)}`;
  const { data, error } = useEngineCall(key, (engine, options) => engine.measureCourse(questions, options));
  const indicators = [...new Set(questions.map((question) => question.indicatorId))];
  const { data: series } = useEngineCall(
    indicators.length === 0 ? null : `series ${review.regionCode} ${indicators.join()}`,
    (engine, options) =>
      engine.series(
        { regionCodes: [review.regionCode], indicatorIds: indicators, form: 'reported', view: 'value' },
        options,
      ),
  );
  return (
    <Card
      title={t('measures')}
      subtitle={t('measuresSubtitle', {
        count: formatNumber(accepted.length),
        finished: formatNumber(accepted.filter(isFinished).length),
      })}
    >
      {accepted.length === 0 && <p className="quiet">{t('none')}</p>}
      {error && <p className="field-fault">{t('courseFailed')}</p>}
      <ul className="case-rows">
        {accepted.map((measure) => (
          <Followed
            key={measure.measure}
            {...props}
            measure={measure}
            course={data?.find((one) => one.measure === measure.measure) ?? null}
            series={series?.find((one) => one.indicatorId === measure.expected.indicatorId) ?? null}
          />
        ))}
      </ul>
    </Card>
  );
}

interface FollowedProps extends StepProps {
  readonly measure: Accepted;
  readonly course: Course | null;
  readonly series: Series | null;
}

const COURSE_MARKS: Readonly<Record<Course['state'], string>> = {
  reached: '',
  'on-track': '',
  behind: 'case-mark-notice',
  missed: 'case-mark-worse',
  'cannot-be-told': '',
};

function Followed(props: FollowedProps) {
  const { review, view, measure, course, series, today } = props;
  const t = useT(FOLLOW_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const state = measure.course.at(-1)?.state ?? 'planned';
  const late = !isFinished(measure) && measure.due < today;
  return (
    <li>
      <div className="case-row-head">
        <strong>{names.measure(measure.measure)[lang]}</strong>
        <span className="case-mark">{MEASURE_STATE_NAMES[state][lang]}</span>
        <span className="quiet">{t('owner', { name: names.department(measure.owner)[lang] })}</span>
        <span className="quiet">{t('due', { day: formatDayWords(measure.due, lang) })}</span>
        {late && <span className="urgency-overdue">{t('late')}</span>}
      </div>
      <p className="quiet">
        {expectedWords(measure.expected, view, lang)}{' '}
        <PlaceLink to={{ screen: 'indicators', free: { ind: measure.expected.indicatorId, reg: review.regionCode } }}>
          {t('series')}
        </PlaceLink>
      </p>
      {series && <MeasureCourse {...props} series={series} />}
      {course && (
        <p className="case-figure">
          <span className={`case-mark ${COURSE_MARKS[course.state]}`}>{COURSE_STATES[course.state][lang]}</span>{' '}
          {course.words[lang]}
        </p>
      )}
      {measure.course.length > 0 && (
        <details>
          <summary className="small">{t('history', { count: formatNumber(measure.course.length) })}</summary>
          <ul className="plain-list small">
            {measure.course.map((one) => (
              <li key={one.seq}>
                {[
                  formatMoment(one.at, lang),
                  MEASURE_STATE_NAMES[one.state][lang],
                  one.note,
                  one.figure ? seenWords(one.figure, view, lang) : '',
                  deskName(one.by, names)[lang],
                ]
                  .filter((words) => !isBlank(words))
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details key={measure.course.length}>
        <summary className="small">{t(isFinished(measure) ? 'again' : 'form')}</summary>
        <FollowForm {...props} now={state} />
      </details>
    </li>
  );
}

/** So many periods of the indicator are drawn. */
const DRAWN = 24;

function MeasureCourse({ review, view, period, series }: FollowedProps & { readonly series: Series }) {
  const region = view.tree.indexOf.get(review.regionCode);
  const values = series.values.slice(0, period - series.first + 1).slice(-DRAWN);
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0 || region === undefined) return null;
  return (
    <Sparkline
      values={values}
      range={[Math.min(...known), Math.max(...known)]}
      level={levelAt(view, region, period) ?? INSUFFICIENT}
      decimals={view.catalogue.byId.get(series.indicatorId)?.decimals ?? 1}
      width={240}
      height={36}
    />
  );
}

function seenWords(
  figure: NonNullable<Accepted['course'][number]['figure']>,
  view: StepProps['view'],
  lang: 'zh' | 'en',
): string {
  return `${periodWords(figure.period, lang, view.weekEndsOn)} ${figureWords(figure.value, figure.indicatorId, view, lang)}`;
}

/** A plan begins, what runs goes on or ends, what ended is taken up again. */
const NEXT_STATES: Readonly<Record<MeasureState, readonly MeasureState[]>> = {
  planned: ['planned', 'running', 'done', 'stopped'],
  running: ['running', 'done', 'stopped'],
  done: ['running'],
  stopped: ['running'],
};

function FollowForm({ review, view, measure, course, now }: FollowedProps & { readonly now: MeasureState }) {
  const t = useT(FOLLOW_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { names, refusal } = useActing();
  const figure = course?.now ?? null;
  const states = NEXT_STATES[now];
  const act = (value: { readonly state: string; readonly note: string }) => ({
    kind: 'follow-measure' as const,
    case: review.id,
    measure: measure.measure,
    state: states.find((one) => one === value.state) ?? 'running',
    note: value.note.trim(),
    figure,
  });
  const form = useActForm(
    `case:${review.id}:follow:${measure.measure}:${measure.course.length}`,
    { state: 'running', note: '' },
    (value) => (isBlank(value.note) ? { faults: { note: c('needed') } } : { act: act(value) }),
  );
  return (
    <ActForm
      label={t('formOf', { measure: names.measure(measure.measure)[lang] })}
      form={form}
      submit={t('form')}
      barred={refusal(act(form.value))}
      tools={figure && <span className="quiet">{t('figureToo', { figure: seenWords(figure, view, lang) })}</span>}
    >
      <SelectField
        label={t('state')}
        value={form.value.state}
        options={states.map((one) => ({ value: one, label: MEASURE_STATE_NAMES[one][lang] }))}
        onChange={(chosen) => form.edit({ state: chosen })}
      />
      <AreaField
        label={t('note')}
        rows={2}
        value={form.value.note}
        onChange={(note) => form.edit({ note })}
        fault={form.faults.note}
      />
    </ActForm>
  );
}
