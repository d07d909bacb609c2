import {
  civilOf,
  type Day,
  dayOf,
  type Frequency,
  isFigurePeriod,
  monthPeriod,
  parsePeriod,
  type Period,
} from '../../base/period';

/** A period as a spelling in a file means it. */
export interface PeriodWord {
  readonly frequency: Frequency;
  readonly period: Period;
  /** The figure is the sum of the year so far, to the end of `period`: 1—3月累计, 上半年, 前三季度. */
  readonly cumulative: boolean;
  /** A span that no series of ours has, inside `period` or up to its end: 上旬, 第一周, 下半年. */
  readonly span?: string;
  /** Way of writing, for telling that a column mixes several: `2018-01`, `2018/1/1`, `2018年1月`, `201801` … */
  readonly spelling: string;
  /** ISO weekday on which a week given by its last day ends; 6 = Saturday. */
  readonly weekEndsOn?: number;
}

/** What the cells around say: a year for `3月`, whether a plain number may be an Excel day count, and from when. */
export interface PeriodContext {
  readonly year?: number;
  readonly serials?: boolean;
  readonly date1904?: boolean;
}

/** What a pattern finds; the year is absent where the text has none. */
interface Found {
  readonly year?: number;
  readonly month?: number;
  readonly quarter?: number;
  readonly cumulative?: boolean;
  readonly span?: string;
  /** Of a date: checked, then left aside, since a monthly table dates its months by any day. */
  readonly day?: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAMES = 'january february march april may june july august september october november december sept'.split(
  ' ',
);
const NAME = `(${[...MONTH_NAMES, ...MONTHS].join('|')})`;
const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

/** Two digits of a year: 17年 is 2017, 98年 is 1998. */
const yearOf = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

const Y = '(\\d{4})';
const Y2 = '(\\d{4}|\\d{2})';
const MD = '(\\d{1,2})';
const TIME = '(?:t?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?)?';

type Pattern = readonly [spelling: string, pattern: RegExp, read: (m: readonly string[]) => Found];
const pattern = (spelling: string, source: string, read: Pattern[2]): Pattern => [
  spelling,
  new RegExp(`^${source}$`),
  read,
];
const month = (year: string | undefined, m: string, cumulative = false): Found => ({
  ...(year && { year: yearOf(year) }),
  month: Number(m),
  cumulative,
});

/** Every way of writing, on the text as `plainPeriod` leaves it: narrow, small, without blanks, every dash a `-`. */
const PATTERNS: readonly Pattern[] = [
  pattern('2018-01', `${Y}-${MD}`, ([, y, m]) => month(y, m!)),
  pattern('2018/01', `${Y}/${MD}`, ([, y, m]) => month(y, m!)),
  pattern('2018.01', `${Y}\\.${MD}`, ([, y, m]) => month(y, m!)),
  pattern('201801', `${Y}(\\d{2})`, ([, y, m]) => month(y, m!)),
  pattern('2018M01', `${Y}-?m${MD}`, ([, y, m]) => month(y, m!)),
  pattern('01/2018', `${MD}[/-]${Y}`, ([, m, y]) => month(y, m!)),
  pattern('2018-01-01', `${Y}-${MD}-${MD}${TIME}`, ([, y, m, d]) => ({ ...month(y, m!), day: Number(d) })),
  pattern('2018/01/01', `${Y}/${MD}/${MD}${TIME}`, ([, y, m, d]) => ({ ...month(y, m!), day: Number(d) })),
  pattern('2018.01.01', `${Y}\\.${MD}\\.${MD}`, ([, y, m, d]) => ({ ...month(y, m!), day: Number(d) })),
  pattern('20180101', `${Y}(\\d{2})(\\d{2})`, ([, y, m, d]) => ({ ...month(y, m!), day: Number(d) })),
  pattern('2018年1月1日', `${Y2}年${MD}月${MD}日`, ([, y, m, d]) => ({ ...month(y, m!), day: Number(d) })),
  pattern('2018年1月', `${Y2}年${MD}(?:月份?)?(?:当月|底|末|期)?`, ([, y, m]) => month(y, m!)),
  pattern('1月', `${MD}月份?(?:当月|底|末)?`, ([, m]) => month(undefined, m!)),
  pattern('Jan-18', `${NAME}[-./,']?${Y2}`, ([, m, y]) => ({ year: yearOf(y!), month: monthNamed(m!) })),
  pattern('2018-Jan', `${Y}[-./,]?${NAME}`, ([, y, m]) => ({ year: yearOf(y!), month: monthNamed(m!) })),
  pattern('Jan', `${NAME}\\.?`, ([, m]) => ({ month: monthNamed(m!) })),
  // The year so far.
  pattern('1-3月', `(?:${Y2}年)?0?1月?-${MD}月份?(?:累计|合计|止)?`, ([, y, m]) => month(y, m!, true)),
  pattern('3月累计', `(?:${Y2}年)?${MD}月份?(?:累计|止累计|末累计)`, ([, y, m]) => month(y, m!, true)),
  pattern('前3月', `(?:${Y2}年)?前${MD}个?月(?:累计)?`, ([, y, m]) => month(y, m!, true)),
  pattern('1-3季度', `(?:${Y2}年)?(?:前|1-|第?1季度-第?)([1-4])个?季度?(?:累计)?`, ([, y, q]) => ({
    ...(y && { year: yearOf(y) }),
    month: Number(q) * 3,
    cumulative: true,
  })),
  pattern('上半年', `(?:${Y2}年)?(?:上半年|半年度)(?:累计)?`, ([, y]) => ({
    ...(y && { year: yearOf(y) }),
    month: 6,
    cumulative: true,
  })),
  // What is neither a month nor the year so far.
  pattern('3月上旬', `(?:${Y2}[年./-])?${MD}月?份?[上中下]旬`, ([, y, m]) => ({ ...month(y, m!), span: 'ten-day' })),
  pattern('3月第1周', `(?:${Y2}[年./-])?${MD}月份?第?[一二三四五1-5]周`, ([, y, m]) => ({
    ...month(y, m!),
    span: 'weekly',
  })),
  pattern('下半年', `(?:${Y2}年)?下半年`, ([, y]) => ({ ...(y && { year: yearOf(y) }), month: 12, span: 'half-year' })),
  pattern('2018Q1', `${Y}[-年]?q([1-4])`, ([, y, q]) => ({ year: yearOf(y!), quarter: Number(q) })),
  pattern('Q1 2018', `q([1-4])[-/,]?${Y2}`, ([, q, y]) => ({ year: yearOf(y!), quarter: Number(q) })),
  pattern('1Q18', `([1-4])q[-/,']?${Y2}`, ([, q, y]) => ({ year: yearOf(y!), quarter: Number(q) })),
  pattern('2018年1季度', `(?:${Y2}年)?第?([1-4])季度?`, ([, y, q]) => ({
    ...(y && { year: yearOf(y) }),
    quarter: Number(q),
  })),
  pattern('Q1', 'q([1-4])', ([, q]) => ({ quarter: Number(q) })),
  pattern('2018年', `${Y}年?度?(?:全年|年度|合计)?`, ([, y]) => ({ year: yearOf(y!) })),
  pattern('18年', `(\\d{2})年度?(?:全年)?`, ([, y]) => ({ year: yearOf(y!) })),
  pattern('全年', '(?:全年|年度)(?:累计|合计)?', () => ({})),
];

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 二〇一七 → 2017, 十二 → 12; a number as it is read out, of a year or a month. */
function arabic(word: string): string {
  const ten = word.indexOf('十');
  const digits = [...word.replaceAll('零', '〇').replaceAll('○', '〇')].map((c) => CHINESE_DIGITS.indexOf(c));
  if (ten < 0) return digits.join('');
  const tens = ten === 0 ? 1 : (digits[0] ?? 0);
  const ones = ten === word.length - 1 ? 0 : (digits.at(-1) ?? 0);
  return word.length <= 3 ? String(tens * 10 + ones) : word;
}

function plainPeriod(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^截[至止]到?/, '')
    .replace(/[—–―−‐‑~～〜至到]+/g, '-')
    .replace(/[〇零○一二三四五六七八九十]+(?=[年月季-]|个月|个季)/g, arabic)
    .replace(/[([（]([^)\]）]*)[)\]）]$/, '$1');
}

function wordOf(spelling: string, found: Found, context: PeriodContext): PeriodWord | null {
  const year = found.year ?? context.year;
  if (year === undefined) return null;
  const { month: m, quarter, cumulative = false, day } = found;
  if (m !== undefined) {
    if (m < 1 || m > 12) return null;
    if (day !== undefined && civilOf(dayOf(year, m, day)).day !== day) return null;
    const whole = figure('month', monthPeriod(year, m), cumulative, spelling);
    return whole && found.span ? { ...whole, span: found.span } : whole;
  }
  if (quarter !== undefined) return figure('quarter', year * 4 + quarter - 1, false, spelling);
  return figure('year', year, false, spelling);
}

function figure(frequency: Frequency, period: Period, cumulative: boolean, spelling: string): PeriodWord | null {
  return isFigurePeriod(frequency, period) ? { frequency, period, cumulative, spelling } : null;
}

/** Excel counts days from 1899-12-31 and knows a 29 February 1900; from 1904-01-01 in old files of the Macintosh. */
function dayOfSerial(serial: number, date1904: boolean): Day {
  return Math.floor(serial) - (date1904 ? 24107 : 25569);
}
/** Serials of 1950 to 2100: a smaller number is as likely a count of persons. */
const SERIALS: readonly [number, number] = [18264, 73415];

/**
 * The period that a spelling means; null when it means none, or could mean several (2017-13, 3/4/2017, a month
 * without a year). A date is its month: a monthly table may date its months by any day.
 */
export function parsePeriodWord(text: string, context: PeriodContext = {}): PeriodWord | null {
  const word = plainPeriod(text);
  if (word.length < 2 || word.length > 40) return null;
  if (context.serials && /^\d{5}(\.0+)?$/.test(word)) {
    const serial = Number(word);
    if (serial < SERIALS[0] || serial > SERIALS[1]) return null;
    const civil = civilOf(dayOfSerial(serial, context.date1904 === true));
    return figure('month', monthPeriod(civil.year, civil.month), false, 'serial');
  }
  for (const [spelling, shape, read] of PATTERNS) {
    const m = shape.exec(word);
    if (m) return wordOf(spelling, read(m), context);
  }
  const week = /^\d{4}-?w\d{2}$/.test(word) ? parsePeriod(`${word.slice(0, 4)}-W${word.slice(-2)}`) : null;
  return week && isFigurePeriod('week', week.period)
    ? { frequency: 'week', period: week.period, cumulative: false, spelling: '2018-W01', weekEndsOn: 7 }
    : null;
}

/** The year of a title (`…（2017年）`, `2017年全区…`); null when it has none, or several. */
export function yearInText(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, arabic);
  const years = new Set([...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((m) => Number(m[1])));
  return years.size === 1 ? [...years][0]! : null;
}
