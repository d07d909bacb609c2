import { civilOf, type Day, dayOf } from '../../../base/period';
import { type ArrangedDay, calendarOf, isWorkday, type WorkCalendar } from '../../../response/calendar/calendar';

/** What a day is: an ordinary working day or weekend, a holiday on a weekday, or a make-up day at a weekend. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'make-up';

export interface CalendarDay {
  readonly day: Day;
  readonly date: number;
  readonly kind: DayKind;
  /** Festival of the shipped arrangement; null = none. */
  readonly festival: ArrangedDay['name'] | null;
  /** Differs from the shipped calendar. */
  readonly edited: boolean;
}

export interface CalendarMonth {
  readonly month: number;
  /** Monday first; null before the first and after the last day. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** What waits to be saved: all edits as they would be (null = none), and why. */
export interface CalendarDraft {
  readonly days: Readonly<Record<string, boolean>> | null;
  readonly reason: string;
}

const SHIPPED = calendarOf({});

/** 1970-01-01 was a Thursday: Monday = 0 … Sunday = 6. */
const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** A year, month by month, week by week. */
export function yearGrid(
  year: number,
  calendar: WorkCalendar,
  festivals: ReadonlyMap<Day, ArrangedDay['name']>,
): readonly CalendarMonth[] {
  return Array.from({ length: 12 }, (_, m) => {
    const first = dayOf(year, m + 1, 1);
    const next = m === 11 ? dayOf(year + 1, 1, 1) : dayOf(year, m + 2, 1);
    const cells: (CalendarDay | null)[] = Array.from({ length: weekdayOf(first) }, () => null);
    for (let day = first; day < next; day++) cells.push(dayAt(day, calendar, festivals.get(day) ?? null));
    while (cells.length % 7 !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (__, w) => cells.slice(w * 7, w * 7 + 7));
    return { month: m + 1, weeks };
  });
}

function dayAt(day: Day, calendar: WorkCalendar, festival: ArrangedDay['name'] | null): CalendarDay {
  const [work, weekend] = [isWorkday(day, calendar), weekdayOf(day) >= 5];
  const kind: DayKind = work ? (weekend ? 'make-up' : 'work') : weekend && !festival ? 'weekend' : 'holiday';
  return { day, date: civilOf(day).day, kind, festival, edited: work !== isWorkday(day, SHIPPED) };
}

/** Edits with one day turned over; an edit that says what the shipped calendar says anyway is taken out. */
export function toggled(edits: Readonly<Record<string, boolean>>, spelt: string, day: Day): Record<string, boolean> {
  const work = !isWorkday(day, calendarOf(edits));
  const { [spelt]: _, ...others } = edits;
  return work === isWorkday(day, SHIPPED) ? others : { ...others, [spelt]: work };
}

/** Days on which two sets of edits differ, oldest first. */
export function changedDays(
  before: Readonly<Record<string, boolean>>,
  after: Readonly<Record<string, boolean>>,
): readonly string[] {
  const days = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...days].filter((day) => before[day] !== after[day]).toSorted();
}
