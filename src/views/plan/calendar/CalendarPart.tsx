import { useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { civilOf, type Day, dayOf, formatDay } from '../../../base/period';
import { arrangedDays, CALENDAR_SOURCE, calendarOf } from '../../../response/calendar/calendar';
import { dayOfMoment } from '../../../response/calendar/moment';
import { unpublishedWords, workdaysBetween } from '../../../response/calendar/working-time';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useDraft } from '../../../store/use-draft';
import { useResponse } from '../../../store/use-response';
import { Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { MonthTable } from './MonthTable';
import { SaveCalendar } from './SaveCalendar';
import { CALENDAR_TEXT } from './text';
import { type CalendarDraft, toggled, yearGrid } from './year-grid';
import './calendar.css';

const EMPTY: CalendarDraft = { days: null, reason: '' };

/** The calendar by which deadlines in working days run: a year to look at and to mend. */
export function CalendarPart() {
  const t = useT(CALENDAR_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const saved = useResponse((s) => s.state.calendar);
  const now = useResponse((s) => civilOf(dayOfMoment(s.nowMs)).year);
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const [draft, setDraft, clear] = useDraft<CalendarDraft>('plan-calendar', EMPTY);
  const edits = draft.days ?? saved;
  const calendar = useMemo(() => calendarOf(edits), [edits]);
  const festivals = useMemo(() => new Map(arrangedDays().map(({ day, name }) => [day, name])), []);
  const years = useMemo(() => [...new Set([...calendarOf({}).years, now, now + 1])].toSorted((a, b) => b - a), [now]);
  const year = years.find((y) => String(y) === free.year) ?? now;
  const grid = useMemo(() => yearGrid(year, calendar, festivals), [year, calendar, festivals]);
  const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  const [focus, setFocus] = useState<Day>(today);
  const at = focus >= first && focus <= last ? focus : first;
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) box.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    moved.current = false;
  }, [at]);
  const unpublished = unpublishedWords(first, last, calendar);
  return (
    <div className="plan-part" data-ready="plan">
      <Card
        title={t('title', { year })}
        subtitle={t('subtitle')}
        footer={t('source', { source: CALENDAR_SOURCE[lang] })}
        tools={
          <Select
            label={t('year')}
            value={String(year)}
            options={years.map((y) => ({
              value: String(y),
              label: calendar.years.has(y) ? String(y) : t('yearNotPublished', { year: y }),
            }))}
            onChange={(y) => setPlace({ free: { year: y } }, { replace: true })}
          />
        }
      >
        {unpublished && <p className="caution">{unpublished[lang]}</p>}
        <p className="calendar-legend small">
          <span>
            <span className="calendar-day calendar-holiday">{t('holidayMark')}</span> {t('holiday')}
          </span>
          <span>
            <span className="calendar-day calendar-make-up">{t('makeUpMark')}</span> {t('make-up')}
          </span>
          <span>
            <span className="calendar-day calendar-weekend"> </span> {t('weekend')}
          </span>
          <span>{t('editedLegend')}</span>
          <span className="quiet">
            {t('workdays', { count: formatNumber(workdaysBetween(first - 1, last, calendar)) })}
          </span>
          <span className="quiet">{t('keys')}</span>
        </p>
        <div className="calendar-year" ref={box}>
          {grid.map((month) => (
            <MonthTable
              key={month.month}
              year={year}
              month={month}
              focus={at}
              onMove={(day) => {
                if (day < first || day > last) return;
                moved.current = true;
                setFocus(day);
              }}
              onToggle={(day) => setDraft({ ...draft, days: toggled(edits, formatDay(day), day) })}
            />
          ))}
        </div>
      </Card>
      <SaveCalendar draft={draft} saved={saved} setDraft={setDraft} clear={clear} />
    </div>
  );
}
