import type { KeyboardEvent } from 'react';
import { formatDayWords, formatPeriodShort } from '../../../base/format';
import { type Day, monthPeriod } from '../../../base/period';
import type { Lang } from '../../../base/text';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import { CALENDAR_TEXT } from './text';
import type { CalendarDay, CalendarMonth } from './year-grid';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface MonthTableProps {
  readonly year: number;
  readonly month: CalendarMonth;
  /** The day of the year that the Tab key comes to. */
  readonly focus: Day;
  readonly onMove: (day: Day) => void;
  readonly onToggle: (day: Day) => void;
}

/** One month: each day a button, one of the whole year in the order of the Tab key, the others by arrows. */
export function MonthTable({ year, month, focus, onMove, onToggle }: MonthTableProps) {
  const t = useT(CALENDAR_TEXT);
  const lang = useLang();
  const name = formatPeriodShort('month', monthPeriod(year, month.month), lang);
  const move = (event: KeyboardEvent, day: Day): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(day + step);
  };
  return (
    <table className="month-table">
      <caption>{name}</caption>
      <thead>
        <tr>
          {t('weekdays')
            .split(' ')
            .map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, w) => (
          <tr key={week.find((d) => d)?.day ?? w}>
            {week.map((day, d) =>
              day === null ? (
                // Nothing stands before the first and after the last day.
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <td key={`empty ${d}`} />
              ) : (
                <td key={day.day}>
                  <button
                    type="button"
                    className={`calendar-day calendar-${day.kind} ${day.edited ? 'calendar-edited' : ''}`}
                    data-day={day.day}
                    tabIndex={day.day === focus ? 0 : -1}
                    aria-label={labelOf(day, lang)}
                    title={labelOf(day, lang)}
                    onClick={() => {
                      onMove(day.day);
                      onToggle(day.day);
                    }}
                    onKeyDown={(e) => move(e, day.day)}
                  >
                    <span>{day.date}</span>
                    <span className="calendar-mark" aria-hidden="true">
                      {day.kind === 'holiday' ? t('holidayMark') : day.kind === 'make-up' ? t('makeUpMark') : ''}
                    </span>
                  </button>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelOf({ day, kind, festival, edited }: CalendarDay, lang: Lang): string {
  const parts = [
    formatDayWords(day, lang),
    CALENDAR_TEXT[kind][lang],
    ...(festival ? [festival[lang]] : []),
    ...(edited ? [CALENDAR_TEXT.edited[lang]] : []),
  ];
  return parts.join(lang === 'zh' ? '，' : ', ');
}
