import { formatPeriodWords } from '../../../../base/format';
import { formatDay, formatPeriod, lastDayOf } from '../../../../base/period';
import { usualDueDay, usualExpectation } from '../../../../response/case/proposals';
import { reasonOf } from '../../../../response/response-text';
import { useLang } from '../../../../store/place';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField, LineField, SelectField } from '../fields';
import { isBlank, readDay, readNumber } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import type { Candidate } from './decide';
import { DECIDE_TEXT } from './decide-text';

/** So many periods ahead can be named for the effect. */
const AHEAD = 24;

/** Takes a measure: who carries it out by when, how its effect will be seen, and by which decision. */
export function AcceptForm({ candidate, ...props }: StepProps & { readonly candidate: Candidate }) {
  const { review, view, plan, level, period, nowMs, calendar, today } = props;
  const { measure, proposed, gates } = candidate;
  const t = useT(DECIDE_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { names, refusal } = useActing();
  const usual = usualExpectation(measure, view.catalogue, { ...view, from: period });
  const empty = {
    why: proposed ? reasonOf(proposed, view.catalogue)[lang] : '',
    owner: measure.lead,
    due: formatDay(usualDueDay(plan, level, nowMs, calendar)),
    indicator: usual.indicatorId,
    direction: usual.direction as string,
    target: '',
    by: usual.by,
    decision: '',
    note: '',
  };
  const needsDecision = level < measure.fromLevel || gates.some((gate) => gate.state !== 'met');
  const act = (value: typeof empty, due: number) => ({
    kind: 'accept-measure' as const,
    case: review.id,
    measure: measure.id,
    why: value.why.trim(),
    owner: value.owner,
    due,
    expected: {
      indicatorId: value.indicator,
      direction: value.direction === 'fall' ? ('fall' as const) : ('rise' as const),
      target: readNumber(value.target),
      by: value.by,
    },
    decision: value.decision.trim(),
    note: value.note.trim(),
  });
  const form = useActForm(`case:${review.id}:accept:${measure.id}`, empty, (value) => {
    const due = readDay(value.due);
    const faults = {
      ...(isBlank(value.why) && { why: c('needed') }),
      ...(due === null && { due: c('badDay') }),
      ...(due !== null && due < today && { due: t('pastDue') }),
      ...(!isBlank(value.target) && readNumber(value.target) === null && { target: c('badNumber') }),
      ...(needsDecision && isBlank(value.decision) && { decision: t('decisionNeeded') }),
    };
    return due === null || Object.keys(faults).length > 0 ? { faults } : { act: act(value, due) };
  });
  const { value, edit, faults } = form;
  const indicators = [...new Set([measure.effect.indicator, ...Object.keys(measure.answers)])];
  const periods = Array.from({ length: AHEAD }, (_, k) => period + 1 + k).filter(
    (one) => lastDayOf(view.frequency, one, view.weekEndsOn) > today,
  );
  return (
    <ActForm
      label={t('acceptOf', { measure: measure.name[lang] })}
      form={form}
      submit={t('acceptOf', { measure: measure.name[lang] })}
      barred={refusal(act(value, today))}
    >
      <AreaField label={t('why')} rows={2} value={value.why} onChange={(why) => edit({ why })} fault={faults.why} />
      <SelectField
        label={t('owner')}
        value={value.owner}
        options={plan.departments.map(({ id }) => ({ value: id, label: names.department(id)[lang] }))}
        onChange={(owner) => edit({ owner })}
      />
      <LineField label={t('due')} type="date" value={value.due} onChange={(due) => edit({ due })} fault={faults.due} />
      <SelectField
        label={t('indicator')}
        value={value.indicator}
        options={indicators.map((id) => ({ value: id, label: view.catalogue.byId.get(id)?.name[lang] ?? id }))}
        onChange={(indicator) => edit({ indicator })}
      />
      <SelectField
        label={t('direction')}
        value={value.direction}
        options={(['fall', 'rise'] as const).map((one) => ({ value: one, label: t(one) }))}
        onChange={(direction) => edit({ direction })}
      />
      <LineField
        label={t('targetValue')}
        inputMode="decimal"
        value={value.target}
        onChange={(target) => edit({ target })}
        fault={faults.target}
      />
      <SelectField
        label={t('by')}
        value={value.by}
        options={periods.map((one) => ({
          value: formatPeriod(view.frequency, one, view.weekEndsOn),
          label: formatPeriodWords(view.frequency, one, lang, view.weekEndsOn),
        }))}
        onChange={(by) => edit({ by })}
      />
      <AreaField
        label={t('decision')}
        hint={t('decisionHint')}
        rows={2}
        value={value.decision}
        onChange={(decision) => edit({ decision })}
        fault={faults.decision}
      />
      <LineField label={t('note')} value={value.note} onChange={(note) => edit({ note })} wide />
    </ActForm>
  );
}
