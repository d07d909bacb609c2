import { headlineWords, isFigure } from '../../base/measure';
import { periodWords } from '../../charts/indicator-words';
import { regionLevelName } from '../../base/regions';
import { formatMonthRange } from '../../base/format';
import { type Period, seasonOf } from '../../base/period';
import { defineText, type Lang, say } from '../../base/text';
import { type IndicatorFigures, type Line, markAt, valueAt } from './figures';

const TEXT = defineText({
  value: { zh: '{period}{region}{name}{figure}', en: '{region}: {name} {figure} in {period}' },
  yoy: { zh: '{period}{region}{name}同比{figure}', en: '{region}: {name} {figure} year on year in {period}' },
  mom: {
    zh: '{period}{region}{name}环比{figure}',
    en: '{region}: {name} {figure} against the period before in {period}',
  },
  index: { zh: '{period}{region}{name}指数为{figure}', en: '{region}: index of {name} at {figure} in {period}' },
  cumulative: { zh: '{name}累计', en: '{name} (cumulative)' },
  absent: { zh: '{period}{region}{name}没有数值（{why}）', en: '{region}: no figure of {name} for {period} ({why})' },
  latest: { zh: '，最近一期（{period}）为{figure}', en: ', last {figure} in {period}' },
  missing: { zh: '缺失', en: 'missing' },
  highest: { zh: '，{count}个{noun}中最高', en: ', the highest of {count} areas' },
  lowest: { zh: '，{count}个{noun}中最低', en: ', the lowest of {count} areas' },
  tiedHighest: { zh: '，{count}个{noun}中并列最高', en: ', joint highest of {count} areas' },
  tiedLowest: { zh: '，{count}个{noun}中并列最低', en: ', joint lowest of {count} areas' },
  fromTop: { zh: '，{count}个{noun}中由高到低第{rank}', en: ', {rank} from the top of {count} areas' },
  fromBottom: { zh: '，{count}个{noun}中由低到高第{rank}', en: ', {rank} from the bottom of {count} areas' },
  spread: {
    zh: '{count}个{noun}中{high}最高（{a}），{low}最低（{b}）',
    en: '{high} is highest ({a}) and {low} lowest ({b}) of {count} areas',
  },
  level: { zh: '{count}个{noun}均为{a}', en: 'All {count} areas at {a}' },
  nothing: { zh: '{period}没有可排序的数值', en: 'No figures to rank for {period}' },
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
  const cumulative = indicator.kind === 'cumulative' && treatment.form === 'reported';
  const name = lang === 'en' ? uncapital(indicator.short.en) : indicator.short.zh;
  const params = {
    period:
      cumulative && span.frequency === 'month'
        ? formatMonthRange(at - seasonOf('month', at), at, lang)
        : periodWords(span, at, lang),
    region: line.region.name[lang],
    name: cumulative ? say(TEXT.cumulative, lang, { name }) : name,
  };
  if (!isFigure(value)) {
    const why = markAt(figures, line.series, at) ?? TEXT.missing;
    return say(TEXT.absent, lang, { ...params, why: why[lang] }) + latestWords(figures, line, lang);
  }
  const figure = headlineWords(value, measure, lang);
  return (
    say(TEXT[treatment.view], lang, { ...params, figure }) +
    rankWords(figures, line, lang) +
    recordWords(figures, line, lang)
  );
}

/** The finding of the ranking: both ends of it. */
export function rankingFinding({ peers, at, measure, span }: IndicatorFigures, lang: Lang): string {
  const ranked = peers
    .map((line) => ({ line, value: valueAt(line.series, at) }))
    .filter(({ value }) => isFigure(value))
    .sort((x, y) => y.value - x.value);
  const [high, low] = [ranked[0], ranked[ranked.length - 1]];
  if (!high || !low) return say(TEXT.nothing, lang, { period: periodWords(span, at, lang) });
  return say(high.value === low.value ? TEXT.level : TEXT.spread, lang, {
    count: ranked.length,
    noun: regionLevelName(high.line.region.level)[lang],
    high: high.line.region.name[lang],
    low: low.line.region.name[lang],
    a: headlineWords(high.value, measure, lang),
    b: headlineWords(low.value, measure, lang),
  });
}

/** Names are capitalised for lists; inside a sentence only abbreviations and proper names stay so. */
function uncapital(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** For a region without a figure at the period: the last one that there is. */
function latestWords({ span, at, measure }: IndicatorFigures, line: Line, lang: Lang): string {
  for (let p = at - 1; p >= span.first; p--) {
    const value = valueAt(line.series, p);
    if (!isFigure(value)) continue;
    return say(TEXT.latest, lang, { period: periodWords(span, p, lang), figure: headlineWords(value, measure, lang) });
  }
  return '';
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

function recordWords({ span, at, indicator, treatment }: IndicatorFigures, line: Line, lang: Lang): string {
  // A cumulative figure is highest every December: no record.
  if (indicator.kind === 'cumulative' && treatment.form === 'reported' && treatment.view === 'value') return '';
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
