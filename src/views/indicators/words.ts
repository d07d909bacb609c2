import { formatDayWords, formatList } from '../../base/format';
import type { Indicator, IndicatorKind } from '../../base/indicators';
import { defineText, type Lang, say, type Text } from '../../base/text';
import { unitWords } from '../../base/measure';
import { periodWords } from '../../charts/indicator-words';
import type { AssessmentView } from '../../platform/engine-api';
import type { IndicatorFigures } from './figures';
import { TEXT as SCREEN_TEXT } from './text';
import { treatmentWords } from './treatment';

const TEXT = defineText({
  comma: { zh: '，', en: ', ' },
  range: { zh: '{from}至{to}', en: '{from} – {to}' },
  source: { zh: '来源：{source}', en: 'Source: {source}' },
  known: { zh: '截至{day}已知', en: 'as known on {day}' },
  taken: { zh: '{day}载入', en: 'loaded on {day}' },
  asOf: { zh: '按{day}当日所知', en: 'as it was known on {day}' },
  semicolon: { zh: '；', en: '; ' },
});

/** What is 100 in the index view. */
export function baseWords({ basePeriod, span }: IndicatorFigures, lang: Lang): string {
  return basePeriod === null ? SCREEN_TEXT.indexEachFirst[lang] : periodWords(span, basePeriod, lang);
}

/** Measure, unit and treatment; the range or the period stands behind. */
function measureWords(figures: IndicatorFigures, lang: Lang): string {
  const { indicator, measure, treatment } = figures;
  const unit = unitWords(measure.unit, lang);
  const base = baseWords(figures, lang);
  const treatments = treatmentWords(indicator, treatment).map((t) => say(t, lang, { base }));
  return [indicator.name[lang], ...(unit === '' ? [] : [unit]), ...treatments].join(TEXT.comma[lang]);
}

/** Subtitle of a chart over time. */
export function seriesSubtitle(figures: IndicatorFigures, lang: Lang): string {
  const { span } = figures;
  const range = say(TEXT.range, lang, {
    from: periodWords(span, span.first, lang),
    to: periodWords(span, span.first + span.count - 1, lang),
  });
  return `${measureWords(figures, lang)}${TEXT.semicolon[lang]}${range}`;
}

/** Subtitle of a chart of one period. */
export function periodSubtitle(figures: IndicatorFigures, lang: Lang): string {
  return `${measureWords(figures, lang)}${TEXT.semicolon[lang]}${periodWords(figures.span, figures.at, lang)}`;
}

export type SourceView = Pick<AssessmentView, 'batches' | 'lastKnownOn' | 'asOf'>;

/**
 * Who published the figures, where they came in from, and as of which day. `mark` is the demonstration mark: it stands
 * first, so that no cut of the line loses it.
 */
export function sourceWords(indicators: readonly Indicator[], view: SourceView, mark: Text | null, lang: Lang): string {
  const publishers = [...new Set(indicators.map((i) => i.source[lang]))];
  // The demonstration mark says already where its figures come in from.
  const batches = mark ? [] : [...new Set(view.batches.map((b) => b.source))].filter((s) => s !== '');
  const shown = batches.length > 3 ? [...batches.slice(0, 3), '…'] : batches;
  const parts = [
    ...(mark ? [mark[lang]] : []),
    say(TEXT.source, lang, {
      source: formatList(publishers, lang) + (shown.length > 0 ? ` (${shown.join(', ')})` : ''),
    }),
    ...dateWords(view, lang),
    ...(view.asOf === null ? [] : [say(TEXT.asOf, lang, { day: formatDayWords(view.asOf, lang) })]),
  ];
  return parts.join(TEXT.semicolon[lang]);
}

/** The day of the data: when its last figure became known; where the data does not say, when it was loaded. */
function dateWords({ lastKnownOn, batches }: SourceView, lang: Lang): readonly string[] {
  if (lastKnownOn !== null) return [say(TEXT.known, lang, { day: formatDayWords(lastKnownOn, lang) })];
  if (batches.length === 0) return [];
  return [say(TEXT.taken, lang, { day: formatDayWords(Math.max(...batches.map((b) => b.takenOn)), lang) })];
}

const KINDS: Readonly<Record<IndicatorKind, Text>> = {
  stock: { zh: '时点数（期末）', en: 'stock (at the end of the period)' },
  flow: { zh: '时期数（当期）', en: 'flow (per period)' },
  rate: { zh: '率或比值', en: 'rate or ratio' },
  index: { zh: '指数', en: 'index' },
  cumulative: { zh: '年内累计数', en: 'cumulative in the year' },
};

export function kindWords(kind: IndicatorKind): Text {
  return KINDS[kind];
}

const WORSE: Readonly<Record<Indicator['worse'], Text>> = {
  up: { zh: '上升为恶化', en: 'a rise is worse' },
  down: { zh: '下降为恶化', en: 'a fall is worse' },
  none: { zh: '不作好坏判断', en: 'neither way is worse' },
};

export function worseWords(worse: Indicator['worse']): Text {
  return WORSE[worse];
}

/** Names of the chosen that keep their own form or view, with how they are shown instead; null when all follow. */
export function keepsPlainWords(
  figures: readonly IndicatorFigures[],
  asked: IndicatorFigures['treatment'],
  lang: Lang,
): string | null {
  const other = figures.filter(
    ({ treatment }) => treatment.view !== asked.view || (treatment.form !== asked.form && asked.form !== 'reported'),
  );
  if (other.length === 0) return null;
  const how = [
    ...new Set(
      other.map((f) =>
        treatmentWords(f.indicator, f.treatment)
          .map((t) => say(t, lang))
          .join(TEXT.comma[lang]),
      ),
    ),
  ];
  return say(SCREEN_TEXT.keepsPlain, lang, {
    names: formatList(
      other.map((f) => f.indicator.short[lang]),
      lang,
    ),
    how: how.join(TEXT.semicolon[lang]),
  });
}
