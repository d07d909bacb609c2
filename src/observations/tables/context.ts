import { formatPeriod, parsePeriod } from '../../base/period';
import { parsePeriodWord, type PeriodWord, yearInText } from '../words/period-words';
import { unitInText, unitsInText } from '../words/unit-words';
import type { Head, SampleRow } from './find-head';
import { KEY_VALUE, NATIONAL_SOURCE, NOTE, TITLE_TAIL, UNIT_ROW } from './header-words';
import { findRegion, type LabelReader, type Vocabulary } from './label';
import type { Mapping } from './mapping';

/** What holds for a whole table where no cell says it, from the rows above it, its worksheet's and its file's name. */
export interface TableContext {
  readonly region: { readonly code: string; readonly name: string } | null;
  /** Words that name an indicator. */
  readonly words: string;
  readonly units: readonly string[];
  /** Where the unit stands, for the message that it was converted. */
  readonly unitFrom: string;
  readonly period: PeriodWord | null;
  readonly year: number | null;
}

/** Keys of `键：值` rows that speak of the figures; others (填报日期, 制表人) speak of the paper. */
const KEY_OF_FIGURES =
  /^\s*(?:统计|数据|报告|所属)?(?:时间|月份|年月|年份|年度|时期|期间|期别|指标|指标名称|地区|盟市|项目|名称|表名|标题|报告期|period|date|indicator|region|area)\s*[:：]/i;

/** A rate that is another one in other places is found with this confidence; a mere likeness with less. */
const SURE = 0.7;

/** Titles of a table that are looked at: what has more above its head is no table of figures. */
const MOST_TITLES = 8;

/** Longest words looked at for the name of an indicator or region. */
const LONGEST = 30;

export function tableContext(
  head: Head,
  sample: readonly SampleRow[],
  sheetName: string,
  manySheets: boolean,
  fileName: string,
  vocabulary: Vocabulary,
  read: LabelReader,
  mapping: Mapping | null,
): TableContext {
  const above = head.above.flatMap(({ cells }) => cells.filter((c) => c !== ''));
  const titles = above
    .filter(
      (t) =>
        !UNIT_ROW.test(t) &&
        (KEY_OF_FIGURES.test(t) || !(KEY_VALUE.test(t) && t.length < 40 && !/[（(].*[:：]/.test(t))) &&
        !NOTE.test(t),
    )
    .slice(0, MOST_TITLES);
  const ofTitles = titles.map((t) => (KEY_OF_FIGURES.test(t) ? t.replace(/^[^:：]*[:：]\s*/, '') : t));
  // Of several worksheets each is told by its name; of one alone the title says more.
  const texts = manySheets ? [sheetName, ...ofTitles, stem(fileName)] : [...ofTitles, sheetName, stem(fileName)];
  const places = texts.map((text) => lookAt(text, vocabulary, read));
  const unitTexts = [...above.filter((t) => UNIT_ROW.test(t)), sheetName, ...above.filter((t) => !UNIT_ROW.test(t))];
  const withUnit = unitTexts.find((t) => unitsOf(t).length > 0);
  const hand = mapping?.constants ?? {};
  const period = hand.period === undefined ? null : parsePeriod(hand.period);
  const years = places.map((p) => p.year).filter((y) => y !== null);
  const known = places.find((p) => p.region !== null)?.region ?? nationalIn(sample, vocabulary);
  return {
    region: hand.region === undefined ? known : regionOf(hand.region, vocabulary),
    words: places.find((p) => p.words !== '')?.words ?? '',
    units: hand.unit === undefined ? (withUnit === undefined ? [] : unitsOf(withUnit)) : [hand.unit],
    unitFrom: hand.unit ?? withUnit ?? '',
    period: period
      ? { ...period, cumulative: false, spelling: formatPeriod(period.frequency, period.period) }
      : periodOfAll(places, years[0] ?? null),
    year: period?.frequency === 'year' ? period.period : (years[0] ?? null),
  };
}

/** The one period of a table: in full somewhere, or `3月` in one place and its year in another. */
function periodOfAll(places: readonly Seen[], year: number | null): PeriodWord | null {
  const whole = places.find((p) => p.period !== null && p.period.frequency !== 'year')?.period;
  if (whole) return whole;
  const part = places.find((p) => p.yearless !== '')?.yearless;
  if (part !== undefined && year !== null) return parsePeriodWord(part, { year });
  return places.find((p) => p.period !== null)?.period ?? null;
}

/** The country, where a table names no region and says that it comes from the national database. */
function nationalIn(sample: readonly SampleRow[], vocabulary: Vocabulary): TableContext['region'] {
  const national = sample.some(({ cells }) => cells.some((c) => NATIONAL_SOURCE.test(c)));
  return national ? regionOf('CN', vocabulary) : null;
}

const stem = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');

function regionOf(code: string, { regions }: Vocabulary): TableContext['region'] {
  const found = regions.find({ code });
  return found.kind === 'region' ? { code: found.code, name: found.name } : { code, name: code };
}

function unitsOf(text: string): readonly string[] {
  const one = unitInText(text);
  return one ? [one.unit] : unitsInText(text);
}

interface Seen {
  readonly region: TableContext['region'];
  readonly words: string;
  readonly period: PeriodWord | null;
  readonly yearless: string;
  readonly year: number | null;
}

function lookAt(text: string, vocabulary: Vocabulary, read: LabelReader): Seen {
  if (text === '') return { region: null, words: '', period: null, yearless: '', year: null };
  const label = read(text);
  const year = label.period ? Math.floor(label.period.period / perYear(label.period)) : yearInText(text);
  // Of a span of time (2019年1月至2020年12月) neither end is the time of the figures.
  const spanned = label.period !== null && /[至~～—–－]\s*(?:19|20)\d{2}/.test(text.normalize('NFKC'));
  const words = label.words === '' ? '' : label.words.replace(/[（(【[].*?[)）\]】]/g, ' ').trim();
  return {
    region: label.region ?? longest(words, (part, from) => regionIn(part, from, vocabulary)),
    words: indicatorIn(words.replace(TITLE_TAIL, ''), vocabulary),
    period: spanned ? null : label.period,
    yearless: spanned ? '' : label.yearless,
    year: spanned ? null : year,
  };
}

const perYear = ({ frequency }: PeriodWord): number =>
  frequency === 'month' ? 12 : frequency === 'quarter' ? 4 : frequency === 'year' ? 1 : Infinity;

/** In full anywhere, in short (内蒙古, 包头) only at the beginning: 新城镇 is not the district 新城. */
function regionIn(part: string, from: number, { regions }: Vocabulary): TableContext['region'] {
  const found = findRegion(regions, part);
  return found.kind === 'region' && (found.exact || from === 0) ? { code: found.code, name: found.name } : null;
}

/** The longest part of a title that names an indicator surely. */
function indicatorIn(words: string, { indicators }: Vocabulary): string {
  return (
    longest(words, (part) => {
      const found = indicators.find(part, {});
      return found.id !== null && found.confidence >= SURE ? part : null;
    }) ?? ''
  );
}

function longest<T>(words: string, find: (part: string, from: number) => T | null): T | null {
  const text = words.slice(0, 80);
  // A name begins and ends with a letter, a figure or a bracket.
  const mayEnd = text.split('').map((c) => /[\p{L}\p{N}()（）%]/u.test(c));
  for (let length = Math.min(LONGEST, text.length); length >= 2; length--) {
    for (let from = 0; from + length <= text.length; from++) {
      if (!mayEnd[from] || !mayEnd[from + length - 1]) continue;
      const found = find(text.slice(from, from + length), from);
      if (found !== null) return found;
    }
  }
  return null;
}
