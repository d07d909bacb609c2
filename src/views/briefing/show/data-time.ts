import { formatDayWords, formatNumber, formatPeriodWords } from '../../../base/format';
import type { Day, Frequency, Period } from '../../../base/period';
import { say, type Lang } from '../../../base/text';
import type { AssessmentView } from '../../../platform/engine-api';
import { SHOW_TEXT as T } from './text';

/** The time of the figures on a wall, in words. */
export interface DataTime {
  readonly period: string;
  readonly known: string;
  readonly age: string;
  /** Why the figures may not be the present ones; empty = they are. */
  readonly stale: string;
}

/**
 * Without anything new for so many days, figures of a frequency are called old: the stretch between two publications and
 * half of it again. No document sets such lines; the words say that they are ours.
 */
export const STALE_DAYS: Readonly<Record<Frequency, number>> = { week: 11, month: 46, quarter: 137, year: 548 };

export function dataTime(
  view: Pick<AssessmentView, 'frequency' | 'weekEndsOn' | 'asOf' | 'lastKnownOn'>,
  period: Period,
  today: Day,
  sourceStale: boolean,
  lang: Lang,
): DataTime {
  const { frequency } = view;
  const known = view.asOf ?? view.lastKnownOn;
  const days = known === null ? null : Math.max(0, today - known);
  const limit = STALE_DAYS[frequency];
  const age =
    days === null
      ? ''
      : say(days === 0 ? T.today : days === 1 ? T.ageDay : T.ageDays, lang, { count: formatNumber(days) });
  const old = days !== null && days > limit ? say(T.staleAge, lang, { limit }) : '';
  return {
    period: say(T.dataOf, lang, { period: formatPeriodWords(frequency, period, lang, view.weekEndsOn) }),
    known: known === null ? T.dataUndated[lang] : say(T.dataKnown, lang, { day: formatDayWords(known, lang) }),
    age,
    stale: [sourceStale ? T.staleSource[lang] : '', old]
      .filter((words) => words !== '')
      .join(lang === 'zh' ? '；' : '; '),
  };
}
