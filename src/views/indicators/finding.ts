import { headlineWords, isFigure, periodWords, statusMark } from '../../charts/indicator-words';
import { regionLevelName } from '../../base/regions';
import type { Period } from '../../base/period';
import { defineText, type Lang, say } from '../../base/text';
import { type IndicatorFigures, type Line, statusAt, valueAt } from './figures';

const TEXT = defineText({
  value: { zh: '{period}{region}{name}{figure}', en: '{region}: {name} {figure} in {period}' },
  yoy: { zh: '{period}{region}{name}同比{figure}', en: '{region}: {name} {figure} year on year in {period}' },
  mom: {
    zh: '{period}{region}{name}环比{figure}',
    en: '{region}: {name} {figure} against the period before in {period}',
  },
  index: { zh: '{period}{region}{name}指数为{figure}', en: '{region}: index of {name} at {figure} in {period}' },
  absent: { zh: '{period}{region}{name}没有数值（{why}）', en: '{region}: no figure of {name} for {period} ({why})' },
  missing: { zh: '缺失', en: 'missing' },
  highest: { zh: '，{count}个{noun}中最高', en: ', the highest of {count} areas' },
  lowest: { zh: '，{count}个{noun}中最低', en: ', the lowest of {count} areas' },
  tiedHighest: { zh: '，{count}个{noun}中并列最高', en: ', joint highest of {count} areas' },
  tiedLowest: { zh: '，{count}个{noun}中并列最低', en: ', joint lowest of {count} areas' },
  fromTop: { zh: '，{count}个{noun}中由高到低第{rank}', en: ', {rank} from the top of {count} areas' },
  fromBottom: { zh: '，{count}个{noun}中由低到高第{rank}', en: ', {rank} from the bottom of {count} areas' },
  peak: { zh: '，为{since}以来最高', en: ', the highest since {since}' },
  trough: { zh: '，为{since}以来最低', en: ', the lowest since {since}' },
});

/** Figures of the range below which "the highest since" says little. */
const MIN_FOR_RECORD = 13;

/**
 * The finding of a chart in one sentence: the region's figure at the chosen period, its place among the regions of its
 * rank, and whether the range has seen the like. Without a figure it says so and why.
 */
export function findingOf(figures: IndicatorFigures, line: Line, lang: Lang): string {
  const { indicator, measure, span, at, treatment } = figures;
  const value = valueAt(line.series, at);
  const params = {
    period: periodWords(span, at, lang),
    region: line.region.name[lang],
    name: lang === 'en' ? uncapital(indicator.short.en) : indicator.short.zh,
  };
  if (!isFigure(value)) {
    const why = statusMark(statusAt(line.series, at), value) ?? TEXT.missing;
    return say(TEXT.absent, lang, { ...params, why: why[lang] });
  }
  const figure = headlineWords(value, measure, lang);
  return (
    say(TEXT[treatment.view], lang, { ...params, figure }) +
    rankWords(figures, line, lang) +
    recordWords(figures, line, lang)
  );
}

/** Names are capitalised for lists; inside a sentence only abbreviations and proper names stay so. */
function uncapital(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

function rankWords({ peers, at, indicator }: IndicatorFigures, line: Line, lang: Lang): string {
  if (!peers.some((p) => p.region.code === line.region.code)) return '';
  const value = valueAt(line.series, at);
  const values = peers.map((p) => valueAt(p.series, at)).filter(isFigure);
  const count = values.length;
  if (count < 3) return '';
  const above = values.filter((v) => v > value).length;
  const below = values.filter((v) => v < value).length;
  const tied = count - above - below > 1;
  const params = { count, noun: regionLevelName(line.region.level)[lang] };
  // All alike: no rank to speak of.
  if (above === 0 && below === 0) return '';
  if (above === 0) return say(tied ? TEXT.tiedHighest : TEXT.highest, lang, params);
  if (below === 0) return say(tied ? TEXT.tiedLowest : TEXT.lowest, lang, params);
  // In the middle the worse side is counted from.
  const fromTop = indicator.worse !== 'down';
  const rank = (fromTop ? above : below) + 1;
  return say(fromTop ? TEXT.fromTop : TEXT.fromBottom, lang, { ...params, rank: lang === 'en' ? ordinal(rank) : rank });
}

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th')}`;
}

function recordWords({ span, at }: IndicatorFigures, line: Line, lang: Lang): string {
  const value = valueAt(line.series, at);
  const before: { period: Period; value: number }[] = [];
  for (let p = span.first; p < at && p < span.first + span.count; p++) {
    const earlier = valueAt(line.series, p);
    if (isFigure(earlier)) before.push({ period: p, value: earlier });
  }
  if (before.length + 1 < MIN_FOR_RECORD) return '';
  const since = periodWords(span, before[0]!.period, lang);
  if (before.every((b) => b.value < value)) return say(TEXT.peak, lang, { since });
  if (before.every((b) => b.value > value)) return say(TEXT.trough, lang, { since });
  return '';
}
