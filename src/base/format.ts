import { civilOf, formatDay, lastDayOf, seasonOf, yearOf, type Day, type Frequency, type Period } from './period';
import type { Lang, Text } from './text';

/**
 * Figures, changes, periods and days in words. Everything is spelt here and not by `Intl`, so that Node, the page and
 * a worker write the same characters, whatever their locale data. Not computable (NaN, ±∞, null) is an em dash.
 */
export const NO_FIGURE = '—';
/** A true minus: as wide as the plus, never broken from its number. */
const MINUS = '−';

/** Half away from zero in decimal notation: 1.005 at two decimals is 1.01, as a reader would round it. */
export function roundTo(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value)}e${decimals}`);
  // Numbers that print with an exponent of their own, before or after, cannot be shifted by text.
  if (!(shifted < 1e21)) return Number(value.toFixed(decimals));
  const rounded = Number(`${Math.round(shifted)}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function digits(value: number, decimals: number): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

const isFigure = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** `12,345.6`, `−0.3`, `—`. Exactly `decimals` decimals. */
export function formatNumber(value: number | null, decimals = 0): string {
  if (!isFigure(value)) return NO_FIGURE;
  const rounded = roundTo(value, decimals);
  return (rounded < 0 ? MINUS : '') + digits(rounded, decimals);
}

/** As `formatNumber`, with a plus on rises; what rounds to zero has no sign. */
export function formatSigned(value: number | null, decimals = 0): string {
  if (!isFigure(value)) return NO_FIGURE;
  return (roundTo(value, decimals) > 0 ? '+' : '') + formatNumber(value, decimals);
}

/** A share 0–1 as a percentage: `94%`. What is not the whole never reads 100%: 0.996 is `99%`, or `99.6%` at one decimal. */
export function formatShare(share: number | null, decimals = 0): string {
  if (!isFigure(share)) return NO_FIGURE;
  const percent = roundTo(share * 100, decimals);
  const shown = share < 1 && percent >= 100 ? 100 - 10 ** -decimals : percent;
  return `${formatNumber(shown, decimals)}%`;
}

/**
 * A change in words of Chinese statistics: the difference of two rates is in percentage points (百分点),
 * a relative change in per cent. `+0.3个百分点` · `+0.3 pp` · `−6.2%`.
 */
export function formatChange(value: number | null, kind: 'points' | 'percent', lang: Lang, decimals = 1): string {
  if (!isFigure(value)) return NO_FIGURE;
  const figure = formatSigned(value, decimals);
  if (kind === 'percent') return `${figure}%`;
  return lang === 'zh' ? `${figure}个百分点` : `${figure} pp`;
}

/** Number and unit with the gap each language wants: no space before Chinese words and per cent signs. */
export function withUnit(figure: string, unit: string): string {
  if (unit === '' || figure === NO_FIGURE) return figure;
  return /^[\u2e80-\uffef%]/.test(unit) ? figure + unit : `${figure} ${unit}`;
}

interface Scale {
  readonly from: number;
  readonly divide: number;
  readonly zh: string;
  readonly en: string;
}

// Chinese groups by ten thousand, English by thousand: each language takes its own steps.
const SCALES: Readonly<Record<Lang, readonly Scale[]>> = {
  zh: [
    { from: 1e8, divide: 1e8, zh: '亿', en: '' },
    { from: 1e4, divide: 1e4, zh: '万', en: '' },
  ],
  en: [
    { from: 1e9, divide: 1e9, zh: '', en: ' billion' },
    { from: 1e6, divide: 1e6, zh: '', en: ' million' },
    { from: 1e4, divide: 1e3, zh: '', en: ' thousand' },
  ],
};

/** A count shortened by size: `25.6万`, `256 thousand`; small ones stay whole. For headlines; tables show the exact value. */
export function formatScaled(value: number | null, lang: Lang, decimals = 1): string {
  if (!isFigure(value)) return NO_FIGURE;
  const scale = SCALES[lang].find((s) => Math.abs(value) >= s.from);
  if (!scale) return formatNumber(value, 0);
  const scaled = value / scale.divide;
  // Three figures are enough: 256 thousand, not 256.3 thousand.
  return formatNumber(scaled, Math.abs(scaled) >= 100 ? 0 : decimals) + scale[lang];
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const QUARTERS_ZH = ['一', '二', '三', '四'] as const;

/** `2026年11月10日` · `10 Nov 2026`. */
export function formatDayWords(day: Day, lang: Lang): string {
  const { year, month, day: date } = civilOf(day);
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS_EN[month - 1]} ${year}`;
}

/** `2026年10月` · `Oct 2026`, `2017年三季度` · `Q3 2017`, `2020年1月4日当周` · `week ending 4 Jan 2020`. */
export function formatPeriodWords(frequency: Frequency, period: Period, lang: Lang, weekEndsOn = 6): string {
  const year = yearOf(frequency, period);
  const season = seasonOf(frequency, period);
  switch (frequency) {
    case 'month':
      return lang === 'zh' ? `${year}年${season + 1}月` : `${MONTHS_EN[season]} ${year}`;
    case 'quarter':
      return lang === 'zh' ? `${year}年${QUARTERS_ZH[season]}季度` : `Q${season + 1} ${year}`;
    case 'year':
      return lang === 'zh' ? `${year}年` : `${year}`;
    case 'week': {
      const day = formatDayWords(lastDayOf('week', period, weekEndsOn), lang);
      return lang === 'zh' ? `${day}当周` : `week ending ${day}`;
    }
  }
}

/** Without the year, for lists that name it once: `10月` · `Oct`. Years and weeks stay whole. */
export function formatPeriodShort(frequency: Frequency, period: Period, lang: Lang, weekEndsOn = 6): string {
  const season = seasonOf(frequency, period);
  if (frequency === 'month') return lang === 'zh' ? `${season + 1}月` : MONTHS_EN[season]!;
  if (frequency === 'quarter') return lang === 'zh' ? `${QUARTERS_ZH[season]}季度` : `Q${season + 1}`;
  if (frequency === 'week') return formatDay(lastDayOf('week', period, weekEndsOn)).slice(5);
  return formatPeriodWords(frequency, period, lang);
}

/** A joint or cumulative figure: `2026年1—2月` · `Jan–Feb 2026`; from one month to the same one, that month. */
export function formatMonthRange(first: Period, last: Period, lang: Lang): string {
  if (first === last) return formatPeriodWords('month', last, lang);
  const [y1, y2] = [yearOf('month', first), yearOf('month', last)];
  const [m1, m2] = [seasonOf('month', first), seasonOf('month', last)];
  if (y1 !== y2)
    return `${formatPeriodWords('month', first, lang)}${lang === 'zh' ? '—' : ' – '}${formatPeriodWords('month', last, lang)}`;
  return lang === 'zh' ? `${y1}年${m1 + 1}—${m2 + 1}月` : `${MONTHS_EN[m1]}–${MONTHS_EN[m2]} ${y1}`;
}

/** A month of a series in which January and February are one figure: both of them are `2026年1—2月`. */
export function formatJointMonth(period: Period, lang: Lang): string {
  const season = seasonOf('month', period);
  const first = period - season;
  return season < 2 ? formatMonthRange(first, first + 1, lang) : formatPeriodWords('month', period, lang);
}

const PERIOD_NOUNS: Readonly<Record<Frequency, { readonly zh: string; readonly one: string; readonly many: string }>> =
  {
    month: { zh: '个月', one: 'month', many: 'months' },
    quarter: { zh: '个季度', one: 'quarter', many: 'quarters' },
    year: { zh: '年', one: 'year', many: 'years' },
    week: { zh: '周', one: 'week', many: 'weeks' },
  };

/** A span of time: `3个月` · `3 months`, `1 month`. */
export function formatSpan(frequency: Frequency, count: number, lang: Lang): string {
  const noun = PERIOD_NOUNS[frequency];
  const figure = formatNumber(count, 0);
  return lang === 'zh' ? figure + noun.zh : `${figure} ${count === 1 ? noun.one : noun.many}`;
}

/** What a change is measured against: the words that go with every change. */
export const AGAINST_PREVIOUS: Readonly<Record<Frequency, Text>> = {
  month: { zh: '较上月', en: 'from the month before' },
  quarter: { zh: '较上季度', en: 'from the quarter before' },
  year: { zh: '较上年', en: 'from the year before' },
  week: { zh: '较上周', en: 'from the week before' },
};

/** Words in a row: `甲、乙和丙`, `A, B and C`. */
export function formatList(words: readonly string[], lang: Lang): string {
  if (words.length < 2) return words[0] ?? '';
  const last = words[words.length - 1]!;
  const before = words.slice(0, -1).join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh' ? `${before}和${last}` : `${before} and ${last}`;
}
