import { sayBoth, type Text } from '../../base/text';
import { FREQUENCIES, NO_DAY, parseDay, type Day } from '../../base/period';
import { Status } from '../../base/status';
import { parseStatus } from '../csv-values';
import { ownText } from '../issue-log';
import { parsePeriodWord, type PeriodWord } from '../words/period-words';
import { bareKindOf } from './cell-words';
import { nearestIn } from './head-columns';
import { type Label, type LabelReader, periodOf, type Vocabulary } from './label';
import type { TablePlan } from './plan';
import type { Slot, Taking } from './taking';
import { TABLE_DETAIL, TABLE_EXPECTED } from './text';

/** What the words of a region mean. */
export type RegionMeaning =
  | {
      readonly kind: 'region';
      readonly index: number;
      readonly code: string;
      readonly exact: boolean;
      /** Beside the code stands the name of another region. */
      readonly contradicted: boolean;
      readonly count: { n: number };
    }
  | {
      readonly kind: 'subtotal' | 'ambiguous' | 'unknown' | 'ignored' | 'none';
      readonly candidates: readonly string[];
      readonly count: { n: number };
    };

/** Time as a row or a column says it, possibly half of it. */
export interface TimeWords {
  readonly period: PeriodWord | null;
  readonly yearless: string;
  readonly text: string;
}

export const NO_TIME: TimeWords = { period: null, yearless: '', text: '' };

/** Meanings of a row's labels; every text is read once. */
export interface RowLabels {
  region(code: string, name: string, parent: string): RegionMeaning;
  time(text: string, year: string, month: string): TimeWords;
  /** Time of a figure from that of its column, of its row and of the table; null when there is none. */
  combine(column: TimeWords, row: TimeWords): Slot | null;
  indicator(text: string): Label;
  knownOn(text: string): Day | null;
  status(text: string): number | null;
  regionWords(): ReadonlyMap<string, RegionMeaning>;
  /** Ways of writing periods, each with the first text of it. */
  readonly spellings: ReadonlyMap<string, string>;
  /** First day count that stood for a date. */
  serial(): { readonly text: string; readonly period: PeriodWord } | null;
}

export function createRowLabels(plan: TablePlan, vocabulary: Vocabulary, read: LabelReader, taking: Taking): RowLabels {
  const { context, mapping } = plan;
  const regions = new Map<string, RegionMeaning>();
  const words = new Map<string, RegionMeaning>();
  const times = new Map<string, TimeWords>();
  const spellings = new Map<string, string>();
  const slots = new Map<PeriodWord, Slot | null>();
  const partial = new Map<string, PeriodWord | null>();
  let serial: { text: string; period: PeriodWord } | null = null;
  let carried: PeriodWord | null = null;
  const bareYear = plan.at.month >= 0 || plan.at.year >= 0;

  /** A bare 1 below 季度 is a quarter, no January. */
  const countedIn = (column: number): string =>
    /季|quarter|qtr/i.test(plan.columns[column]?.header ?? '') ? '季度' : '月';

  function makeRegion(code: string, name: string, parent: string): RegionMeaning {
    const count = { n: 0 };
    const key = parent === '' ? name || code : `${parent}/${name || code}`;
    const hand = mapping && Object.hasOwn(mapping.regions, key) ? mapping.regions[key]! : undefined;
    if (hand === null) return { kind: 'ignored', candidates: [], count };
    const found =
      hand === undefined
        ? vocabulary.regions.find({
            ...(code !== '' && { code }),
            ...(name !== '' && { name }),
            ...(parent !== '' && { parent }),
          })
        : vocabulary.regions.find({ code: hand });
    if (found.kind === 'region') {
      taking.anyRegion = true;
      return {
        kind: 'region',
        index: taking.regionIndex(found.code, found.name),
        code: found.code,
        exact: found.exact && hand === undefined,
        contradicted: hand === undefined && code !== '' && name !== '' && isOther(found.code, name, parent),
        count,
      };
    }
    if (found.kind === 'subtotal') return { kind: 'subtotal', candidates: [], count };
    if (taking.context.openRegions && (code !== '' || name !== '')) {
      return {
        kind: 'region',
        index: taking.regionIndex(code || name, name || code),
        code: code || name,
        exact: true,
        contradicted: false,
        count,
      };
    }
    return { kind: found.kind, candidates: found.candidates, count };
  }

  function isOther(code: string, name: string, parent: string): boolean {
    const named = vocabulary.regions.find({ name, ...(parent !== '' && { parent }) });
    return named.kind === 'region' && named.code !== code;
  }

  function foundRegion(meaning: RegionMeaning, code: string, name: string): void {
    const own = meaning.kind === 'region' ? meaning.code : code || name;
    const called = meaning.kind === 'region' ? taking.regionNames[meaning.index]! : name;
    if (!taking.regionsFound.has(own)) taking.regionsFound.set(ownText(own), ownText(called));
  }

  function makeTime(text: string, year: string, month: string): TimeWords {
    if (month !== '' || year !== '') {
      const y = year === '' ? null : (parsePeriodWord(/^\d{2,4}$/.test(year) ? `${year}年` : year) ?? null);
      const m = /^(?:\d{1,2}|[一二三四])$/.test(month) ? `${month}${countedIn(plan.at.month)}` : month;
      if (month === '') return { period: y, yearless: '', text: year };
      const whole = y
        ? parsePeriodWord(m, {
            year: Math.floor(y.period / (y.frequency === 'month' ? 12 : y.frequency === 'quarter' ? 4 : 1)),
          })
        : parsePeriodWord(m);
      if (whole) return { period: whole, yearless: '', text: `${year}${m}` };
      return { period: null, yearless: periodOf(m)?.yearless ?? '', text: `${year}${month}` };
    }
    const kind = bareKindOf(text);
    const asMonth = kind === 'month' && (bareYear || plan.at.period >= 0);
    const given = asMonth ? `${text}${countedIn(plan.at.period)}` : text;
    const full = parsePeriodWord(given, { serials: true, date1904: plan.date1904 });
    if (full && kind === 'serial') serial ??= { text, period: full };
    if (full) {
      if (!spellings.has(full.spelling)) spellings.set(full.spelling, ownText(text));
      return { period: full, yearless: '', text };
    }
    const found = periodOf(given) ?? read(given);
    return { period: found.period, yearless: found.yearless, text };
  }

  function yearlessIn(yearless: string, year: number): PeriodWord | null {
    const key = `${yearless}\u0000${year}`;
    let found = partial.get(key);
    if (found === undefined) partial.set(key, (found = parsePeriodWord(yearless, { year })));
    return found;
  }

  const yearOf = (p: PeriodWord | null): number | null => (p?.frequency === 'year' ? p.period : null);

  function slotOf(period: PeriodWord, text: string): Slot | null {
    let slot = slots.get(period);
    if (slot === undefined) {
      if (period.frequency === 'week') taking.weekEndsOn ||= period.weekEndsOn ?? 7;
      slot = {
        frequency: FREQUENCIES.indexOf(period.frequency),
        period: period.period,
        cumulative: period.cumulative,
        span: period.span ?? '',
        text,
      };
      slots.set(period, slot);
    }
    return slot;
  }

  return {
    spellings,
    serial: () => serial,
    regionWords: () => words,
    region(code, name, parent) {
      // Most tables have names alone.
      const key = code === '' && parent === '' ? name : `${code}\u0000${name}\u0000${parent}`;
      let meaning = regions.get(key);
      if (!meaning) {
        meaning = makeRegion(code, name, parent);
        regions.set(ownText(key), meaning);
        words.set(parent === '' ? name || code : `${parent}/${name || code}`, meaning);
        if (meaning.kind !== 'subtotal') foundRegion(meaning, code, name);
      }
      return meaning;
    },
    time(text, year, month) {
      if (text === '' && year === '' && month === '') return NO_TIME;
      const key = year === '' && month === '' ? text : `${text}\u0000${year}\u0000${month}`;
      let time = times.get(key);
      if (!time) times.set(ownText(key), (time = makeTime(ownText(text), ownText(year), ownText(month))));
      return time;
    },
    combine(column, row) {
      const own = column.period?.frequency === 'year' ? null : column.period;
      const rows = row.period?.frequency === 'year' ? null : row.period;
      if (own) return slotOf(own, column.text);
      if (rows) {
        carried = rows;
        return slotOf(rows, row.text);
      }
      const yearless = column.yearless || row.yearless;
      if (yearless !== '') {
        const said = yearOf(column.period) ?? yearOf(row.period) ?? context.year;
        // A year that stood in the rows above goes on: 2017年12月, 1月.
        const year = said ?? (carried ? Math.floor(carried.period / (carried.frequency === 'quarter' ? 4 : 12)) : null);
        if (year === null) return null;
        const whole = said === null ? nearestIn(yearless, year, carried) : yearlessIn(yearless, year);
        if (whole && said === null) carried = whole;
        return whole ? slotOf(whole, column.yearless ? column.text : row.text) : null;
      }
      if (column.period) return slotOf(column.period, column.text);
      if (row.period) return slotOf(row.period, row.text);
      if (column.text === '' && row.text === '' && context.period) return slotOf(context.period, '');
      return null;
    },
    indicator: (text) => read(text),
    knownOn: (text) => (text === '' ? NO_DAY : (parseDay(text) ?? dayIn(text))),
    status: (text) => (text === '' ? Status.observed : parseStatus(text)),
  };
}

/** `2018/2/14`, `2018年2月14日`, `20180214`. */
function dayIn(text: string): Day | null {
  const m = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  return m ? parseDay(`${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`) : null;
}

/** One region by its name, and a code that is not its own. */
const regionDetail = ({
  kind,
  candidates,
}: {
  readonly kind: string;
  readonly candidates: readonly string[];
}): Text => {
  if (kind === 'unknown') return TABLE_DETAIL.unknownRegion;
  return candidates.length === 1 ? TABLE_DETAIL.otherCode : TABLE_DETAIL.ambiguousRegion;
};

/** Tells of words that were not understood as a region. */
export function tellRegion(
  taking: Taking,
  meaning: RegionMeaning,
  words: string,
  place: { readonly row: number; readonly column: string; readonly where: string },
): void {
  if (meaning.kind === 'subtotal') {
    taking.tell('subtotal_row', 'note', place, words, TABLE_EXPECTED.region, TABLE_DETAIL.subtotal);
    return;
  }
  if (meaning.kind !== 'unknown' && meaning.kind !== 'ambiguous') return;
  const { tree } = taking.context;
  const near = meaning.candidates.slice(0, 3).map((code) => {
    const at = tree?.indexOf.get(code);
    return at === undefined ? code : `${code} ${tree!.regions[at]!.name.zh}`;
  });
  const detail = sayBoth(regionDetail(meaning), { region: words.slice(0, 60) });
  const expected =
    near.length > 0 ? { zh: `最接近的：${near.join('、')}`, en: `nearest: ${near.join('、')}` } : TABLE_EXPECTED.region;
  taking.tell('unknown_region', 'fault', place, words, expected, detail);
}
