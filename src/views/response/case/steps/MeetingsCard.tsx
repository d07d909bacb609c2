import { formatDayWords, formatList } from '../../../../base/format';
import { formatDay } from '../../../../base/period';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Card } from '../../../parts/Card';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField, ChecksField, LineField } from '../fields';
import { isBlank, readDay } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { CONSULT_TEXT } from './consult-text';
import { consulted } from './departments';

/** Meetings that were held, with their minutes, and the form for the next one. */
export function MeetingsCard({ review, plan, today }: StepProps) {
  const t = useT(CONSULT_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { names, refusal } = useActing();
  const empty = { on: formatDay(today), place: '', attendees: [] as readonly string[], others: '', minutes: '' };
  const act = (value: typeof empty, on: number) => ({
    kind: 'hold-meeting' as const,
    case: review.id,
    on,
    place: value.place.trim(),
    attendees: [...value.attendees, ...splitNames(value.others)],
    minutes: value.minutes.trim(),
  });
  const form = useActForm(`case:${review.id}:meeting`, empty, (value) => {
    const on = readDay(value.on);
    const present = value.attendees.length + splitNames(value.others).length;
    if (on === null || present === 0 || isBlank(value.minutes)) {
      return {
        faults: {
          ...(on === null && { on: c('badDay') }),
          ...(present === 0 && { others: t('nobody') }),
          ...(isBlank(value.minutes) && { minutes: c('needed') }),
        },
      };
    }
    return { act: act(value, on) };
  });
  const { value, edit, faults } = form;
  return (
    <Card title={t('meetings')}>
      {review.meetings.length === 0 && <p className="quiet">{t('noMeeting')}</p>}
      <ul className="case-rows">
        {review.meetings.map((meeting) => (
          <li key={meeting.seq}>
            <div className="case-row-head">
              <strong>{formatDayWords(meeting.on, lang)}</strong>
              <span>{meeting.place}</span>
              <span className="quiet">{deskName(meeting.by, names)[lang]}</span>
            </div>
            <p className="quiet">
              {t('presentWere', {
                names: formatList(
                  meeting.attendees.map((id) => names.department(id)[lang]),
                  lang,
                ),
              })}
            </p>
            <p className="case-words">{meeting.minutes}</p>
          </li>
        ))}
      </ul>
      <details key={review.meetings.length}>
        <summary className="small">{t('meetingForm')}</summary>
        <ActForm
          label={t('meetingForm')}
          form={form}
          submit={t('enterMeeting')}
          barred={refusal(act({ ...empty, others: '…', minutes: '…' }, today))}
        >
          <LineField label={t('on')} type="date" value={value.on} onChange={(on) => edit({ on })} fault={faults.on} />
          <LineField label={t('place')} value={value.place} onChange={(place) => edit({ place })} />
          <ChecksField
            legend={t('attendees')}
            value={value.attendees}
            options={consulted(plan).map(({ id }) => ({ value: id, label: names.department(id)[lang] }))}
            onChange={(attendees) => edit({ attendees })}
          />
          <LineField
            label={t('others')}
            hint={t('othersHint')}
            value={value.others}
            onChange={(others) => edit({ others })}
            fault={faults.others}
            wide
          />
          <AreaField
            label={t('minutes')}
            rows={5}
            value={value.minutes}
            onChange={(minutes) => edit({ minutes })}
            fault={faults.minutes}
          />
        </ActForm>
      </details>
    </Card>
  );
}

function splitNames(text: string): readonly string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
