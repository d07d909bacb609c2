import { useMemo } from 'react';
import { formatMoment } from '../../../../response/calendar/moment';
import { acknowledgeClock, afterActionDraft } from '../../../../response/case/after-action';
import { courseQuestions } from '../../../../response/case/course';
import { ruleTimes } from '../../../../response/case/rule-times';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { useEngineCall } from '../../../../store/use-engine-call';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField } from '../fields';
import { isBlank } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { AFTER_TEXT } from './after-text';

const FIELDS = ['summary', 'predicted', 'actual', 'thresholds', 'lessons'] as const;
type Note = Readonly<Record<(typeof FIELDS)[number], string>>;
/** What the machine asks for: what happened, and what was learnt. */
const NEEDED: readonly (keyof Note)[] = ['summary', 'lessons'];
/** Lines that a field is drawn with. */
const ROWS: Readonly<Record<keyof Note, number>> = { summary: 9, predicted: 4, actual: 4, thresholds: 8, lessons: 4 };

/** What happened against what was expected, drawn up from the record and corrected by people. */
export function AfterActionStep(props: StepProps) {
  const { review, view, spell, entries, clocks, state, plan, calendar, nowMs } = props;
  const t = useT(AFTER_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const questions = useMemo(() => courseQuestions(review, entries), [review, entries]);
  const key = questions.length === 0 ? null : `course ${JSON.stringify(questions)}`;
  const { data, loading } = useEngineCall(key, (engine, options) => engine.measureCourse(questions, options));
  const note = review.afterAction;
  // Of a review opened by hand nothing was there to be acknowledged.
  const first =
    review.warning === null ? null : acknowledgeClock(review, spell, entries, state.undone, { plan, calendar, nowMs });
  const draft = afterActionDraft({
    case: review,
    spell,
    clocks: first ? [first, ...clocks] : clocks,
    course: data ?? [],
    rules: spell ? ruleTimes(view, spell, review) : null,
    names,
    frequency: view.frequency,
    weekEndsOn: view.weekEndsOn,
  });
  const computed: Note = {
    summary: draft.summary[lang],
    predicted: draft.predicted[lang],
    actual: draft.actual[lang],
    thresholds: draft.thresholds[lang],
    lessons: '',
  };
  return (
    <>
      {review.stage !== 'closed' &&
        (loading ? (
          <Card>
            <Skeleton lines={8} />
          </Card>
        ) : (
          <NoteForm key={note?.seq ?? 0} {...props} computed={computed} />
        ))}
      {review.stage === 'closed' && !note && (
        <Card title={t('recorded')}>
          <p className="quiet">{t('none')}</p>
        </Card>
      )}
      {note && (
        <Card title={t('recorded')} subtitle={`${formatMoment(note.at, lang)} · ${deskName(note.by, names)[lang]}`}>
          {FIELDS.filter((field) => !isBlank(note[field])).map((field) => (
            <section key={field}>
              <h3 className="case-part">{t(field)}</h3>
              <p className="case-words">{note[field]}</p>
            </section>
          ))}
        </Card>
      )}
    </>
  );
}

function NoteForm({ review, computed }: StepProps & { readonly computed: Note }) {
  const t = useT(AFTER_TEXT);
  const c = useT(CASE_TEXT);
  const { refusal } = useActing();
  const before = review.afterAction;
  const empty: Note = before ? pick(before) : computed;
  const act = (value: Note) => ({ kind: 'after-action' as const, case: review.id, ...pick(value) });
  const form = useActForm<Note>(`case:${review.id}:after:${before?.seq ?? 0}`, empty, (value) => {
    const faults = Object.fromEntries(NEEDED.filter((key) => isBlank(value[key])).map((key) => [key, c('needed')]));
    return Object.keys(faults).length > 0 ? { faults } : { act: act(value) };
  });
  const { value, edit, faults } = form;
  return (
    <Card title={t('form')} subtitle={t('formSubtitle')}>
      <ActForm
        label={t('form')}
        form={form}
        submit={t(before ? 'saveAgain' : 'save')}
        barred={refusal(act(value))}
        tools={<Button onClick={() => edit({ ...computed, lessons: value.lessons })}>{t('refill')}</Button>}
      >
        {FIELDS.map((field) => (
          <AreaField
            key={field}
            label={t(field)}
            rows={ROWS[field]}
            value={value[field]}
            onChange={(words) => edit({ [field]: words })}
            fault={faults[field]}
          />
        ))}
      </ActForm>
    </Card>
  );
}

function pick(from: Note): Note {
  return {
    summary: from.summary.trim(),
    predicted: from.predicted.trim(),
    actual: from.actual.trim(),
    thresholds: from.thresholds.trim(),
    lessons: from.lessons.trim(),
  };
}
