import { formatMonthRange, formatNumber, withUnit } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import type { Frequency, Period } from '../../base/period';
import type { Lang, Text } from '../../base/text';
import { both, inlineUnit, periodWords } from '../../levels/words';

/** A stretch of periods: `2026年1—3月` · `Jan–Mar 2026`; one period by its own name. */
export function spanWords(
  { frequency, weekEndsOn }: { readonly frequency: Frequency; readonly weekEndsOn: number },
  first: Period,
  last: Period,
): Text {
  if (frequency === 'month') return both((lang) => formatMonthRange(first, last, lang));
  const [from, to] = [periodWords(frequency, first, weekEndsOn), periodWords(frequency, last, weekEndsOn)];
  return first === last ? to : { zh: `${from.zh}—${to.zh}`, en: `${from.en} – ${to.en}` };
}

/** What is counted one by one is counted with a word of its own in a Chinese sentence. */
const COUNTERS: Readonly<Record<string, string>> = { jobs: '个', postings: '个' };

/** A value of an indicator with its unit. */
export function valueWords(value: number | null, { unit, decimals }: Indicator): Text {
  const word = (lang: Lang): string => (lang === 'zh' ? COUNTERS[unit] : undefined) ?? inlineUnit(unit)[lang];
  return both((lang) => withUnit(formatNumber(value, decimals), word(lang)));
}

/** Names that hold commas themselves, in a row: 甲；乙 · a; b. */
export function inSeries(words: readonly Text[]): Text {
  return { zh: words.map((w) => w.zh).join('；'), en: words.map((w) => w.en).join('; ') };
}

const MINUTE_MS = 60_000;

/** A stretch of time in days and hours, or in hours and minutes, rounded down: 2天5小时 · 2 d 5 h; of ten days and more the days alone; under a minute counts as one. */
export function durationWords(ms: number): Text {
  const minutes = Math.max(1, Math.floor(ms / MINUTE_MS));
  const parts = [
    { n: Math.floor(minutes / 1440), zh: '天', en: 'd' },
    { n: Math.floor(minutes / 60) % 24, zh: '小时', en: 'h' },
    { n: minutes % 60, zh: '分钟', en: 'min' },
  ];
  const from = parts.findIndex(({ n }) => n > 0);
  const shown = parts.slice(from, parts[0]!.n >= 10 ? 1 : from + 2).filter(({ n }) => n > 0);
  return {
    zh: shown.map(({ n, zh }) => `${n}${zh}`).join(''),
    en: shown.map(({ n, en }) => `${n} ${en}`).join(' '),
  };
}
