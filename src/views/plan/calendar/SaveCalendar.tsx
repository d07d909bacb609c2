import { type FormEvent, useId, useMemo, useState } from 'react';
import { formatDayWords } from '../../../base/format';
import { parseDay } from '../../../base/period';
import { calendarOf, isWorkday } from '../../../response/calendar/calendar';
import type { ActOf } from '../../../response/trail/act';
import { useLang } from '../../../store/place';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { ActResult } from '../ActResult';
import { useAct } from '../use-act';
import { useRefusal } from '../use-may';
import { CALENDAR_TEXT } from './text';
import { type CalendarDraft, changedDays } from './year-grid';

interface SaveCalendarProps {
  readonly draft: CalendarDraft;
  readonly saved: Readonly<Record<string, boolean>>;
  readonly setDraft: (draft: CalendarDraft) => void;
  readonly clear: () => void;
}

/** What would change, why, and the act that saves it. */
export function SaveCalendar({ draft, saved, setDraft, clear }: SaveCalendarProps) {
  const t = useT(CALENDAR_TEXT);
  const lang = useLang();
  const id = useId();
  const desk = useAct();
  const [tried, setTried] = useState(false);
  const days = draft.days ?? saved;
  const changed = changedDays(saved, days);
  const act = useMemo(
    (): ActOf<'set-calendar'> => ({ kind: 'set-calendar', days, reason: draft.reason.trim() }),
    [days, draft.reason],
  );
  const refusal = useRefusal(act);
  const [was, becomes] = [calendarOf(saved), calendarOf(days)];
  const word = (spelt: string, calendar: typeof was): string =>
    t(isWorkday(parseDay(spelt)!, calendar) ? 'work' : 'holiday');
  const noReason = act.reason === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (noReason || changed.length === 0) return;
    if (await desk.send(act)) {
      clear();
      setTried(false);
    }
  };
  return (
    <Card title={t('pending')} subtitle={changed.length > 0 ? t('kept') : undefined}>
      {changed.length === 0 ? (
        <p className="quiet">{t('noPending')}</p>
      ) : (
        <form onSubmit={(e) => void submit(e)} noValidate>
          <DataTable
            caption={t('pending')}
            columns={[
              { key: 'day', head: t('day'), rowHeader: true, cell: (d) => formatDayWords(parseDay(d)!, lang) },
              { key: 'was', head: t('before'), cell: (d) => word(d, was) },
              { key: 'now', head: t('after'), cell: (d) => word(d, becomes) },
            ]}
            rows={changed}
            rowKey={(d) => d}
            maxHeight={220}
          />
          <label className="plan-field" htmlFor={id}>
            <span className="field-label">{t('reason')}</span>
            <input
              id={id}
              className="input"
              value={draft.reason}
              maxLength={300}
              placeholder={t('reasonHint')}
              aria-invalid={tried && noReason}
              aria-describedby={tried && noReason ? `${id}-fault` : undefined}
              onChange={(e) => setDraft({ ...draft, reason: e.target.value })}
            />
          </label>
          {tried && noReason && (
            <p id={`${id}-fault`} className="field-fault">
              {t('needReason')}
            </p>
          )}
          <p className="plan-ways">
            <Button type="submit" look="primary" disabled={refusal !== null || desk.busy}>
              {t('save')}
            </Button>
            <Button onClick={clear}>{t('discard')}</Button>
            {refusal !== null && <span className="caution">{refusal}</span>}
          </p>
        </form>
      )}
      <ActResult desk={desk} />
    </Card>
  );
}
