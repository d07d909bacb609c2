import { formatNumber } from '../../../base/format';
import { formatDay } from '../../../base/period';
import { type Lang, say } from '../../../base/text';
import { csvText } from '../../../observations/to-csv';
import type { HouseholdClock } from '../../../response/groups/households';
import type { ActNames } from '../../../response/trail/words';
import { REGISTER_TEXT as TEXT } from './text';

/** How a household stands, with the working days that are left or past. */
export function standingWords({ standing, left }: Pick<HouseholdClock, 'standing' | 'left'>, lang: Lang): string {
  const n = formatNumber(Math.abs(left));
  if (standing === 'in-time') return TEXT.inTime[lang];
  if (standing === 'late') return left === 0 ? TEXT.lateOff[lang] : say(TEXT.late, lang, { n });
  if (standing === 'overdue') return left === 0 ? TEXT.overdueToday[lang] : say(TEXT.overdue, lang, { n });
  return say(standing === 'due-soon' ? TEXT.dueSoon : TEXT.running, lang, { n });
}

/** The register as CSV in one language; first its source, with the mark of figures that are not real. Text is neutral for spreadsheets. */
export function householdsCsv(
  clocks: readonly HouseholdClock[],
  names: Pick<ActNames, 'region'>,
  source: string,
  lang: Lang,
): string {
  const heads = ['number', 'code', 'place', 'on', 'due', 'state', 'settledOn', 'settledHow', 'note'] as const;
  const lines = clocks.map(({ household, due, ...clock }) => [
    household.id,
    household.regionCode,
    names.region(household.regionCode)[lang],
    formatDay(household.on),
    formatDay(due),
    standingWords(clock, lang),
    household.settled ? formatDay(household.settled.on) : '',
    household.settled?.how ?? '',
    household.note,
  ]);
  return [[source], heads.map((head) => TEXT[head][lang]), ...lines]
    .map((cells) => `${cells.map(csvText).join(',')}\r\n`)
    .join('');
}
