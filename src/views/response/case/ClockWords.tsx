import { formatMoment } from '../../../response/calendar/moment';
import type { CaseClock } from '../../../response/case/clocks';
import { durationWords } from '../../../response/case/words';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import { CASE_TEXT } from './text';

const URGENCY = { 'in-time': 'inTime', 'due-soon': 'dueSoon', overdue: 'overdue' } as const;

/** When a step is due and how that stands, or when it was done. */
export function ClockWords({ clock, nowMs }: { readonly clock: CaseClock; readonly nowMs: number }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  if (clock.doneAt !== null) {
    const late = clock.lateMs > 0;
    return (
      <span className={late ? 'urgency-overdue' : 'urgency-done'}>
        {t(late ? 'doneLate' : 'doneAt', { moment: formatMoment(clock.doneAt, lang) })}
      </span>
    );
  }
  if (clock.at === null) return <span className="quiet">{t('notAsked')}</span>;
  return (
    <span>
      {t('dueAt', { moment: formatMoment(clock.at, lang) })}{' '}
      <span className={`urgency-${clock.urgency}`}>
        {t(URGENCY[clock.urgency], { span: durationWords(Math.abs(clock.at - nowMs))[lang] })}
      </span>
    </span>
  );
}
