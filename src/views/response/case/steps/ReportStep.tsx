import { formatNumber } from '../../../../base/format';
import { nowMs as clockNow } from '../../../../platform/clock';
import { formatMoment } from '../../../../response/calendar/moment';
import type { ActOf } from '../../../../response/trail/act';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { useT } from '../../../parts/use-text';
import { clauseWords } from '../../../region/clause';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { ClockWords } from '../ClockWords';
import { LineField, SelectField } from '../fields';
import { isBlank, readMoment, writeMoment } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { REPORT_TEXT } from './report-text';

const KINDS = ['first', 'progress', 'final'] as const satisfies readonly ActOf<'send-report'>['stage'][];

/** To whom, by when, what was sent, and the proof of it. */
export function ReportStep(props: StepProps) {
  const { review, duty, clocks, nowMs } = props;
  const t = useT(REPORT_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const clock = clocks.find((one) => one.step === 'report');
  return (
    <Card title={t('duty')} subtitle={t('dutySubtitle')}>
      <dl className="facts">
        <dt>{t('to')}</dt>
        <dd>{duty.reportsTo[lang]}</dd>
        <dt>{t('must')}</dt>
        <dd>{duty.mustReport ? t('mustReport', { clause: clauseWords(duty.clause, lang) }) : t('mayReport')}</dd>
        <dt>{t('clock')}</dt>
        <dd>{clock && <ClockWords clock={clock} nowMs={nowMs} />}</dd>
      </dl>
      <h3 className="case-part">{t('sent')}</h3>
      {review.reports.length === 0 && <p className="quiet">{t('noneSent')}</p>}
      <ol className="case-rows">
        {review.reports.map((report, i) => (
          <li key={report.seq}>
            <div className="case-row-head">
              <strong>{t('number', { count: formatNumber(i + 1) })}</strong>
              <span className="case-mark">{t(report.stage)}</span>
              <span>{formatMoment(report.sentAt, lang)}</span>
            </div>
            <p>{t('line', { to: report.to, channel: report.channel, proof: report.proof })}</p>
            <p className="quiet">
              {formatMoment(report.at, lang)} · {deskName(report.by, names)[lang]}
            </p>
          </li>
        ))}
      </ol>
      <ReportForm {...props} />
    </Card>
  );
}

function ReportForm({ review, duty, nowMs }: StepProps) {
  const t = useT(REPORT_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { refusal } = useActing();
  const count = review.reports.length;
  const empty = {
    stage: count === 0 ? 'first' : 'progress',
    to: duty.reportsTo[lang],
    channel: '',
    sentAt: '',
    proof: '',
  };
  const act = (value: typeof empty, sentAt: number) => ({
    kind: 'send-report' as const,
    case: review.id,
    report: `${review.id}-${count + 1}`,
    stage: KINDS.find((kind) => kind === value.stage) ?? 'progress',
    to: value.to.trim(),
    channel: value.channel.trim(),
    sentAt,
    proof: value.proof.trim(),
  });
  const form = useActForm(`case:${review.id}:report:${count}`, empty, (value) => {
    const sentAt = readMoment(value.sentAt);
    // The clock itself: that of the screen moves on by half minutes, and what was sent just now is no fault.
    const late = sentAt !== null && sentAt > clockNow();
    if (sentAt === null || late || isBlank(value.to) || isBlank(value.channel) || isBlank(value.proof)) {
      return {
        faults: {
          ...(isBlank(value.to) && { to: c('needed') }),
          ...(isBlank(value.channel) && { channel: c('needed') }),
          ...(sentAt === null && { sentAt: c('badMoment') }),
          ...(late && { sentAt: t('future') }),
          ...(isBlank(value.proof) && { proof: c('needed') }),
        },
      };
    }
    return { act: act(value, sentAt) };
  });
  const { value, edit, faults } = form;
  return (
    <>
      <h3 className="case-part">{t('form')}</h3>
      <ActForm
        label={t('form')}
        form={form}
        submit={t('enter')}
        barred={refusal(act({ ...empty, channel: '…', proof: '…' }, nowMs))}
        tools={<span className="quiet">{t('cannotUndo')}</span>}
      >
        <SelectField
          label={t('kind')}
          value={value.stage}
          options={KINDS.map((kind) => ({ value: kind, label: t(kind) }))}
          onChange={(stage) => edit({ stage })}
        />
        <LineField label={t('to')} value={value.to} onChange={(to) => edit({ to })} fault={faults.to} wide />
        <LineField
          label={t('channel')}
          hint={t('channelHint')}
          value={value.channel}
          onChange={(channel) => edit({ channel })}
          fault={faults.channel}
        />
        <LineField
          label={t('sentAt')}
          type="datetime-local"
          value={value.sentAt}
          onChange={(sentAt) => edit({ sentAt })}
          fault={faults.sentAt}
          tool={
            <Button look="plain" aria-label={t('nowOf')} onClick={() => edit({ sentAt: writeMoment(clockNow()) })}>
              {t('now')}
            </Button>
          }
        />
        <LineField
          label={t('proof')}
          hint={t('proofHint')}
          value={value.proof}
          onChange={(proof) => edit({ proof })}
          fault={faults.proof}
        />
      </ActForm>
    </>
  );
}
