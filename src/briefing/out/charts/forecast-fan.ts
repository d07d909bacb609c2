import { type Lang, say } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import { lastFigure } from '../native/end-labels';
import type { FillSeries, NativeChart } from '../native/native-chart';
import { clean, numberFormat } from '../native/scale';
import { levelPaint, PAPER } from '../palette';
import { OUT_TEXT } from '../text';
import { axisLabels } from './axis-labels';
import { labelledLines, measureScale, type NamedLine, noChart } from './line-parts';

/** Opacity of the bands, widest first. */
const OPACITY = [14, 22, 34, 46] as const;

/**
 * The intervals as stacked areas on an unseen base, from the last figure on; what the differences were made from stands
 * in the workbook behind the chart.
 */
export function forecastFan(exhibit: ExhibitOf<'forecast-fan'>, lang: Lang): NativeChart {
  const { labels, history, steps, intervals, lines, measure } = exhibit.data;
  const ahead = labels.length - steps.length;
  const at = (i: number): (typeof steps)[number] | undefined => steps[i - ahead];
  const below = carried(history.slice(0, ahead));
  const named = intervals.map((percent) => say(OUT_TEXT.interval, lang, { percent }));
  const inner = intervals.length - 1;
  // From below: base, widest lower band … narrowest as one, … widest upper band.
  const edges: { name: string; edge: (step: (typeof steps)[number]) => number; band: number }[] = [
    { name: say(OUT_TEXT.base, lang), edge: (s) => s.lower[inner]!, band: -1 },
    ...intervals.slice(1).map((_, k) => ({
      name: say(OUT_TEXT.widthOf, lang, { interval: named[inner - k]! }),
      edge: (s: (typeof steps)[number]) => s.lower[inner - k - 1]!,
      band: k,
    })),
    { name: named[0]!, edge: (s) => s.upper[0]!, band: inner },
    ...intervals.slice(1).map((_, k) => ({
      name: say(OUT_TEXT.widthAbove, lang, { interval: named[k + 1]! }),
      edge: (s: (typeof steps)[number]) => s.upper[k + 1]!,
      band: inner - k - 1,
    })),
  ];
  const bands: FillSeries[] = edges.map(({ name, edge, band }, k) => ({
    name,
    values: labels.map((_, i) => {
      const step = at(i);
      // An area that begins out of nothing would be drawn up from zero: before it opens it runs, without width, below the line.
      if (!step) return k === 0 ? (below[i] ?? null) : 0;
      return clean(edge(step) - (k === 0 ? 0 : edges[k - 1]!.edge(step)));
    }),
    fill: band < 0 ? null : PAPER.accent,
    opacity: OPACITY[Math.min(band, OPACITY.length - 1)] ?? 100,
  }));
  const thresholds: NamedLine[] = lines.map((line) => ({
    name: line.name,
    // As many values as labels, or as steps.
    values: line.values.length === labels.length ? line.values : labels.map((_, i) => line.values[i - ahead] ?? null),
    colour: levelPaint(line.level).text,
    widthPt: 1.25,
    dash: true,
    label: { show: 'name' },
  }));
  const all = [
    ...history,
    ...steps.flatMap((s) => [s.mean, ...s.lower, ...s.upper]),
    ...thresholds.flatMap((l) => l.values),
  ];
  const value = measureScale(all, measure);
  const figure = numberFormat(measure.decimals, measure.unit);
  const drawn: NamedLine[] = [
    ...thresholds,
    {
      name: say(OUT_TEXT.history, lang),
      values: labels.map((_, i) => (i < ahead ? (history[i] ?? null) : null)),
      colour: PAPER.accent,
      widthPt: 2.25,
      label: null,
    },
    {
      name: say(OUT_TEXT.forecast, lang),
      values: labels.map((_, i) => at(i)?.mean ?? null),
      colour: PAPER.accent,
      widthPt: 2,
      dash: true,
      label: { show: 'both', bold: true },
    },
  ];
  const series = labelledLines(drawn, { ...value, format: figure });
  const end = lastFigure(history);
  return {
    ...noChart,
    categories: axisLabels(exhibit.data, lang),
    groups: [
      { kind: 'area', series: bands },
      {
        kind: 'line',
        series: series.map((s, i) =>
          i === thresholds.length && end >= 0
            ? {
                ...s,
                labels: {
                  at: [{ index: end, show: 'value' as const, format: figure }],
                  place: 't' as const,
                  colour: PAPER.ink,
                  bold: true,
                },
              }
            : s,
        ),
      },
    ],
    value,
    behind: intervals.flatMap((_, k) => [
      {
        name: say(OUT_TEXT.lower, lang, { interval: named[k]! }),
        values: labels.map((__, i) => at(i)?.lower[k] ?? null),
      },
      {
        name: say(OUT_TEXT.upper, lang, { interval: named[k]! }),
        values: labels.map((__, i) => at(i)?.upper[k] ?? null),
      },
    ]),
    endEm: 9,
    description: exhibit.description,
  };
}

/** Without gaps: each takes the figure before it, the first ones the first figure. */
function carried(values: readonly (number | null)[]): readonly (number | null)[] {
  let last = values.find((value) => value !== null) ?? null;
  return values.map((value) => {
    last = value ?? last;
    return last;
  });
}
