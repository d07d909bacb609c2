import { formatNumber, formatPeriodWords } from '../../../../base/format';
import { formatMoment } from '../../../../response/calendar/moment';
import {
  CONDITION_NAMES,
  conditionsForAct,
  needsReason,
  standDownConditions,
  timeAtLevel,
} from '../../../../response/case/stand-down';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Card } from '../../../parts/Card';
import { DataTable, type TableColumn } from '../../../parts/DataTable';
import { Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField } from '../fields';
import { isBlank } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { STAND_DOWN_TEXT } from './stand-down-text';

/** A condition as the table shows it. */
interface ConditionRow {
  readonly id: string;
  readonly name: string;
  readonly met: boolean | null;
  readonly figure: string;
}

/** May the response end? The conditions with their figures, and the decision. */
export function StandDownStep(props: StepProps) {
  const { review, view, plan, duty, detail, period } = props;
  const t = useT(STAND_DOWN_TEXT);
  const lang = useLang();
  const { names } = useActing();
  if (detail === null) {
    return (
      <Card>
        <Skeleton lines={6} />
      </Card>
    );
  }
  const conditions = standDownConditions({ case: review, derivation: detail.derivation, levels: view, duty, plan });
  const count = (met: boolean | null): string => formatNumber(conditions.filter((one) => one.met === met).length);
  const decided = review.standDown;
  return (
    <>
      <Card
        title={t('conditions')}
        subtitle={t('conditionsSubtitle', {
          period: formatPeriodWords(view.frequency, period, lang, view.weekEndsOn),
          met: count(true),
          notMet: count(false),
          unknown: count(null),
        })}
        footer={timeAtLevel(detail.derivation)[lang]}
      >
        <ConditionTable
          caption={t('conditions')}
          rows={conditions.map((one) => ({ ...one, name: one.name[lang], figure: one.figure[lang] }))}
        />
        <StandDownForm {...props} conditions={conditions} />
      </Card>
      {decided && (
        <Card
          title={t('decided')}
          subtitle={`${formatMoment(decided.at, lang)} · ${deskName(decided.by, names)[lang]}`}
        >
          {decided.reason !== '' && <p className="case-words">{decided.reason}</p>}
          <ConditionTable
            caption={t('asThen')}
            rows={decided.conditions.map((one) => ({ ...one, name: CONDITION_NAMES[one.id]?.[lang] ?? one.id }))}
          />
        </Card>
      )}
    </>
  );
}

function ConditionTable({ caption, rows }: { readonly caption: string; readonly rows: readonly ConditionRow[] }) {
  const t = useT(STAND_DOWN_TEXT);
  return <DataTable caption={caption} rows={rows} rowKey={(row) => row.id} columns={columnsOf(t)} />;
}

const look = (met: boolean | null): string => (met === null ? 'case-mark-notice' : met ? '' : 'case-mark-worse');

function columnsOf(t: ReturnType<typeof useT<keyof typeof STAND_DOWN_TEXT>>): readonly TableColumn<ConditionRow>[] {
  return [
    { key: 'name', head: t('condition'), rowHeader: true, cell: (row) => row.name },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => (
        <span className={`case-mark ${look(row.met)}`}>
          {t(row.met === null ? 'unknown' : row.met ? 'met' : 'notMet')}
        </span>
      ),
    },
    { key: 'figure', head: t('figure'), cell: (row) => row.figure },
  ];
}

function StandDownForm({
  review,
  conditions,
}: StepProps & { readonly conditions: ReturnType<typeof standDownConditions> }) {
  const t = useT(STAND_DOWN_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { refusal } = useActing();
  const needed = needsReason(conditions);
  const act = (reason: string) => ({
    kind: 'stand-down' as const,
    case: review.id,
    conditions: conditionsForAct(conditions, lang),
    reason: reason.trim(),
  });
  const form = useActForm(`case:${review.id}:stand-down`, { reason: '' }, ({ reason }) =>
    needed && isBlank(reason) ? { faults: { reason: c('needed') } } : { act: act(reason) },
  );
  return (
    <ActForm label={t('form')} form={form} submit={t('decide')} barred={refusal(act(''))}>
      <AreaField
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        value={form.value.reason}
        onChange={(reason) => form.edit({ reason })}
        fault={form.faults.reason}
      />
    </ActForm>
  );
}
