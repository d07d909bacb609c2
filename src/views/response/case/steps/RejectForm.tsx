import type { Measure } from '../../../../response/plan';
import { useLang } from '../../../../store/place';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { LineField } from '../fields';
import { isBlank } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { DECIDE_TEXT } from './decide-text';

/** Leaves a measure out, with the reason. */
export function RejectForm({ review, measure }: Pick<StepProps, 'review'> & { readonly measure: Pick<Measure, 'id'> }) {
  const t = useT(DECIDE_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { names, refusal } = useActing();
  const act = (reason: string) => ({
    kind: 'reject-measure' as const,
    case: review.id,
    measure: measure.id,
    reason: reason.trim(),
  });
  const form = useActForm(`case:${review.id}:reject:${measure.id}`, { reason: '' }, ({ reason }) =>
    isBlank(reason) ? { faults: { reason: c('needed') } } : { act: act(reason) },
  );
  const name = names.measure(measure.id)[lang];
  return (
    <ActForm
      label={t('rejectOf', { measure: name })}
      form={form}
      submit={t('rejectOf', { measure: name })}
      look="secondary"
      barred={refusal(act(''))}
    >
      <LineField
        label={t('rejectReason')}
        value={form.value.reason}
        onChange={(reason) => form.edit({ reason })}
        fault={form.faults.reason}
        wide
      />
    </ActForm>
  );
}
