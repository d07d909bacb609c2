import { STAGES, type Stage } from '../../../response/case/case';
import { guardsOf } from '../../../response/trail/guards';
import { STAGE_NAMES } from '../../../response/trail/text';
import { useLang } from '../../../store/place';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { ActForm } from './ActForm';
import { AreaField, SelectField } from './fields';
import { isBlank } from './read-fields';
import type { StepProps } from './step';
import { CASE_TEXT } from './text';
import { useActForm } from './use-act-form';

/** The way on to the next stage with what it asks for, and the way back. Nothing once the review is closed. */
export function Onward(props: StepProps) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const at = STAGES.indexOf(props.review.stage);
  const next = STAGES[at + 1];
  if (next === undefined) return null;
  return (
    <Card
      title={t('next')}
      subtitle={t('nextSubtitle', { stage: STAGE_NAMES[props.review.stage][lang] })}
      className="stage-onward"
    >
      <OnwardForm key={next} {...props} next={next} />
      {at > 0 && (
        <details className="stage-back">
          <summary>{t('backTo')}</summary>
          <BackForm {...props} earlier={STAGES.slice(0, at).toReversed()} />
        </details>
      )}
    </Card>
  );
}

function OnwardForm({ review, plan, duty, next }: StepProps & { readonly next: Stage }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const { refusal } = useActing();
  const guards = guardsOf(review, next, { plan, duty });
  const open = guards.filter((guard) => !guard.met);
  const blocked = open.some((guard) => !guard.byReason);
  const needsReason = open.length > 0 && !blocked;
  const act = (reason: string) => ({ kind: 'advance-case' as const, case: review.id, to: next, reason });
  const form = useActForm(`case:${review.id}:onward:${next}`, { reason: '' }, ({ reason }) =>
    needsReason && isBlank(reason) ? { faults: { reason: t('needed') } } : { act: act(reason.trim()) },
  );
  const stage = STAGE_NAMES[next][lang];
  const barred = blocked ? t('onwardBlocked', { stage }) : refusal(act(needsReason ? '…' : form.value.reason));
  return (
    <>
      {guards.length > 0 && (
        <ul className="guards">
          {guards.map((guard) => (
            <li key={guard.id} className={guard.met ? 'guard-met' : 'guard-open'}>
              <span aria-hidden="true">{guard.met ? '✓' : '○'}</span> {guard.words[lang]}
              <span className="quiet"> {t(guard.met ? 'met' : 'notMet')}</span>
            </li>
          ))}
        </ul>
      )}
      <ActForm
        label={t('onward', { stage })}
        form={form}
        submit={next === 'closed' ? t('onwardClose') : t('onward', { stage })}
        barred={barred}
      >
        {needsReason && (
          <AreaField
            label={t('onwardReason')}
            value={form.value.reason}
            onChange={(reason) => form.edit({ reason })}
            fault={form.faults.reason}
            rows={2}
          />
        )}
      </ActForm>
    </>
  );
}

function BackForm({ review, earlier }: StepProps & { readonly earlier: readonly Stage[] }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const { refusal } = useActing();
  const act = (to: string, reason: string) => ({ kind: 'advance-case' as const, case: review.id, to, reason });
  const form = useActForm(
    `case:${review.id}:back:${review.stage}`,
    { to: earlier[0] as string, reason: '' },
    ({ to, reason }) => (isBlank(reason) ? { faults: { reason: t('needed') } } : { act: act(to, reason.trim()) }),
  );
  const { value, edit, faults } = form;
  return (
    <ActForm
      label={t('backTo')}
      form={form}
      submit={t('backNow')}
      look="secondary"
      barred={refusal(act(value.to, '…'))}
    >
      <SelectField
        label={t('backStage')}
        value={value.to}
        options={earlier.map((stage) => ({ value: stage, label: STAGE_NAMES[stage][lang] }))}
        onChange={(to) => edit({ to })}
      />
      <AreaField
        label={t('backReason')}
        value={value.reason}
        onChange={(reason) => edit({ reason })}
        fault={faults.reason}
        rows={2}
      />
    </ActForm>
  );
}
