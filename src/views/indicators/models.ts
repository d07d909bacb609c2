import type { Lang } from '../../base/text';
import type { IndicatorLinesInput } from '../../charts/indicator-lines-words';
import type { RankingInput } from '../../charts/indicator-ranking-option';
import { type IndicatorFigures, type Line, markAt, valueAt, within } from './figures';
import { findingOf, rankingFinding } from './finding';
import { MAX_LINES } from './selection';
import { periodSubtitle, seriesSubtitle } from './words';

/** The lines of a chart: the first of the chosen, the one in ink always among them. */
export function drawnLines(chosen: readonly Line[], ink: string | null): readonly Line[] {
  if (chosen.length <= MAX_LINES) return chosen;
  const shown = chosen.slice(0, MAX_LINES);
  const inkLine = chosen.find((l) => l.region.code === ink);
  return !inkLine || shown.includes(inkLine) ? shown : [...shown.slice(0, MAX_LINES - 1), inkLine];
}

/** What the line chart of an indicator draws; the title is the finding on the region in ink. */
export function linesInput(
  figures: IndicatorFigures,
  ink: string | null,
  labels: IndicatorLinesInput['labels'],
  lang: Lang,
): IndicatorLinesInput {
  const lines = drawnLines(figures.chosen, ink);
  const inkLine = lines.find((l) => l.region.code === ink) ?? lines[0];
  return {
    title: inkLine ? findingOf(figures, inkLine, lang) : figures.indicator.name[lang],
    subtitle: seriesSubtitle(figures, lang),
    measure: figures.measure,
    span: figures.span,
    lines: lines.map((line) => ({
      name: line.region.name[lang],
      ...within(line.series, figures.span),
      emphasis: line === inkLine,
    })),
    at: figures.at,
    labels,
  };
}

/** What the ranking of an indicator draws: all regions of the rank at the chosen period. */
export function rankingInput(figures: IndicatorFigures, ink: string | null, lang: Lang): RankingInput {
  const chosen = new Set(figures.chosen.map((l) => l.region.code));
  return {
    title: rankingFinding(figures, lang),
    subtitle: periodSubtitle(figures, lang),
    measure: figures.measure,
    regions: figures.peers.map(({ region, series }) => ({
      name: region.name[lang],
      value: valueAt(series, figures.at),
      mark: markAt(figures, series, figures.at),
      chosen: chosen.has(region.code),
      emphasis: region.code === ink,
    })),
  };
}
