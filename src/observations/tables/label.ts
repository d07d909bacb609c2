import { ownText } from '../issue-log';
import type { IndicatorNames } from '../names/indicator-names';
import type { RegionFound, RegionNames } from '../names/region-names';
import { parsePeriodWord, type PeriodWord } from '../words/period-words';
import { unitInText } from '../words/unit-words';
import { roleOfHeader } from './header-words';
import type { ColumnRole } from './mapping';

/** What the words of a file are read by. */
export interface Vocabulary {
  readonly regions: RegionNames;
  readonly indicators: IndicatorNames;
}

/** What one cell of a head, a title or a worksheet's name says. */
export interface Label {
  /** As it stands. */
  readonly text: string;
  /** The word is the name of a column (地区, 月份, 数值) and says nothing else. */
  readonly role: ColumnRole | null;
  readonly period: PeriodWord | null;
  /** Words of a period without its year: 3月, 三季度. */
  readonly yearless: string;
  readonly region: { readonly code: string; readonly name: string } | null;
  /** Sum or mean over regions. */
  readonly subtotal: boolean;
  /** What is left: names an indicator, or says more of one (累计, 同比). */
  readonly words: string;
  readonly unit: string | null;
  readonly unitText: string;
}

const EMPTY: Label = {
  text: '',
  role: null,
  period: null,
  yearless: '',
  region: null,
  subtotal: false,
  words: '',
  unit: null,
  unitText: '',
};

/** Any year: only to see whether words without a year are those of a period. */
const SOME_YEAR = 2000;

const DASH = '\\s*[-—–－−~～至到]\\s*';
const MONTHS = `(?:\\d{1,2}\\s*月?${DASH})?\\d{1,2}\\s*月份?(?:[上中下]旬|第?[一二三四五1-5]周)?`;
const PART_OF_YEAR = `(?:第?\\s*[一二三四1-4]\\s*季度?|前[二三两]季度|[上下]半年|全年|${MONTHS}|[一二三四五六七八九十]{1,2}月份?)`;
const ENGLISH_MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** Where a period stands among other words, longest form first. */
const IN_TEXT: readonly RegExp[] = [
  new RegExp(`(?<!\\d)(?:(?:19|20)?\\d{2}|[一二][〇零○一二三四五六七八九]{3})\\s*年\\s*度?\\s*(?:${PART_OF_YEAR})?`),
  /(?<!\d)(?:19|20)\d{2}\s*[-./]\s*(?:1[0-2]|0?[1-9])(?!\d)/,
  /(?<!\d)(?:19|20)\d{2}\s*-?\s*[qm]\s*\d{1,2}(?!\d)/i,
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?!\d)/,
  new RegExp(`(?<![a-z])${ENGLISH_MONTH}[-\\s'.]*(?:19|20)\\d{2}`, 'i'),
  new RegExp(`(?<![\\d个近])${MONTHS}`),
  /第?[一二三四]季度|前三季度|[上下]半年|全年/,
];

const OF_ONE_MONTH = /当月|本月|单月/;

/** Brackets with nothing in them, and punctuation that is left at the ends when words were taken out. */
const tidy = (text: string): string =>
  text
    .replace(/[（(【[]\s*[)）\]】]/g, '')
    .replace(/^[\s_·\-—–:：,，、;；/|]+|[\s_·\-—–:：,，、;；/|]+$/g, '')
    .replace(/^[末底]$/, '')
    .trim();

export interface LabelReader {
  (text: string): Label;
}

/** Reads the words of heads, titles and names; each text once. */
export function createLabelReader({ regions, indicators }: Vocabulary): LabelReader {
  const read = new Map<string, Label>();

  function regionIn(text: string): Pick<Label, 'region' | 'subtotal'> | null {
    const found = findRegion(regions, text);
    if (found.kind === 'region') return { region: { code: found.code, name: found.name }, subtotal: false };
    return found.kind === 'subtotal' ? { region: null, subtotal: true } : null;
  }

  /** A region's name in front of an indicator's: 呼和浩特市失业率, 全国城镇调查失业率. */
  function regionBefore(words: string): { region: NonNullable<Label['region']>; rest: string } | null {
    const parts = words.split(/[\s_·\-—–:：,，、/|（）()]+/).filter((p) => p !== '');
    if (parts.length > 1) {
      for (const part of parts) {
        const found = findRegion(regions, part);
        const rest = tidy(words.replace(part, ' '));
        if (found.kind !== 'region' || (!found.exact && indicators.find(rest, {}).id === null)) continue;
        return { region: { code: found.code, name: found.name }, rest };
      }
    }
    for (let length = Math.min(12, words.length - 2); length >= 2; length--) {
      const found = findRegion(regions, words.slice(0, length));
      if (found.kind !== 'region') continue;
      const rest = tidy(words.slice(length));
      if (rest.length >= 2 && indicators.find(rest, {}).id !== null) {
        return { region: { code: found.code, name: found.name }, rest };
      }
    }
    return null;
  }

  function wordsOf(text: string, label: Label): Label {
    if (text === '') return label;
    const whole = regionIn(text);
    if (whole) return { ...label, ...whole };
    const before = regionBefore(text);
    return before ? { ...label, region: before.region, words: before.rest } : { ...label, words: text };
  }

  function readOne(given: string): Label {
    const text = given.normalize('NFKC').trim();
    const base: Label = { ...EMPTY, text: given.trim() };
    if (text === '') return base;
    const role = roleOfHeader(text);
    if (role !== null) return { ...base, role };
    const alone = periodOf(text);
    // `3月当月` is a month, and says of the figures that they are of that month alone.
    if (alone) return { ...base, ...alone, words: OF_ONE_MONTH.exec(text)?.[0] ?? '' };
    const region = regionIn(text);
    if (region) return { ...base, ...region };
    // An id ends in no unit: new_urban_jobs.
    const unit = indicators.find(text, {}).id === text ? null : unitInText(text);
    const label: Label = unit ? { ...base, unit: unit.unit, unitText: unit.text } : base;
    const rest = tidy(unit ? unit.rest : text);
    const named = roleOfHeader(rest);
    if (named !== null) return { ...label, role: named };
    const period = periodOf(rest);
    if (period) return { ...label, ...period };
    for (const pattern of IN_TEXT) {
      const match = pattern.exec(rest);
      const found = match && periodOf(match[0]);
      if (!match || !found) continue;
      const left = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
      return wordsOf(tidy(left), { ...label, ...found });
    }
    return wordsOf(rest, label);
  }

  return (text) => {
    let label = read.get(text);
    if (!label) {
      // A slice of a large text would keep all of it.
      const own = ownText(text);
      read.set(own, (label = readOne(own)));
    }
    return label;
  };
}

/** A period, or words of one that lack their year; null when the text is none. */
export function periodOf(text: string): Pick<Label, 'period' | 'yearless'> | null {
  const period = parsePeriodWord(text);
  if (period) return { period, yearless: '' };
  return parsePeriodWord(text, { year: SOME_YEAR }) ? { period: null, yearless: text } : null;
}

const CODE_AND_NAME = /^(\d{4,12})\s*[-_:：]?\s*(\D.*)$/;

/** A region by what one cell says: code, name, or both. */
export function findRegion(regions: RegionNames, text: string): RegionFound {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return regions.find({ code: trimmed });
  const both = CODE_AND_NAME.exec(trimmed);
  return both ? regions.find({ code: both[1]!, name: both[2]! }) : regions.find({ name: trimmed });
}
