import { type Period, seasonOf } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import type { ChartTable } from './chart-model';
import { tooltipHtml } from './escape-html';
import { figureWords, type Measure, unitWords } from '../base/measure';
import { periodWords, type Span, statusMark } from './indicator-words';

const TEXT = defineText({
  period: { zh: '时期', en: 'Period' },
  lines: {
    zh: '折线图，{subtitle}，{from}至{to}，{count}条线。',
    en: 'Line chart, {subtitle}, {from} to {to}, {count} lines. ',
  },
  ends: { zh: '{from}至{to}，{name}由{a}变为{b}。', en: '{name} goes from {a} to {b} between {from} and {to}. ' },
  extremes: {
    zh: '期末最高{high} {a}，最低{low} {b}。',
    en: 'At the end {high} is highest at {a}, {low} lowest at {b}. ',
  },
  gaps: { zh: '{count}处无数值，断开不连。', en: '{count} places without a figure are left open. ' },
  empty: { zh: '所选时段内没有数值。', en: 'No figures within the range. ' },
});

export interface IndicatorLine {
  /** Name of the region; the line's only identity on the chart. */
  readonly name: string;
  /** `values[i]` belongs to `span.first + i`; NaN = no figure. */
  readonly values: ArrayLike<number>;
  readonly status: ArrayLike<number>;
  /** The one line in ink; the others are grey. */
  readonly emphasis: boolean;
}

export interface IndicatorLinesInput {
  readonly title: string;
  readonly subtitle: string;
  readonly measure: Measure;
  readonly span: Span;
  readonly lines: readonly IndicatorLine[];
  /** The chosen period, marked by a vertical line; outside the span it is not. */
  readonly at: Period | null;
  /** `all`: every line is named at its end; `emphasis`: for small charts, the ink line alone. */
  readonly labels: 'all' | 'emphasis';
}

/** What is drawn: for every line the figures at the shown periods, null where there is none. */
export interface LinePoints {
  readonly periods: readonly Period[];
  readonly points: readonly (readonly (number | null)[])[];
}

/** In the joint form January has no place of its own: the year has eleven. */
export function shownPeriods(span: Span): readonly Period[] {
  const all = Array.from({ length: span.count }, (_, i) => span.first + i);
  return span.joint && span.frequency === 'month' ? all.filter((p) => seasonOf('month', p) !== 0) : all;
}

/** The place where a period is shown: in the joint form January is shown at February. */
export function jointPeriod(span: Span, period: Period): Period {
  return span.joint && span.frequency === 'month' && seasonOf('month', period) === 0 ? period + 1 : period;
}

/** HTML of the tooltip at one period, highest line first. */
export function linesTooltip(
  input: IndicatorLinesInput,
  { periods, points }: LinePoints,
  lang: Lang,
): (params: unknown) => string {
  const unit = unitWords(input.measure.unit, lang);
  return (params) => {
    const index = indexOf(params);
    const period = periods[index];
    if (period === undefined) return '';
    const rows = input.lines
      .map((line, i) => ({ line, value: points[i]![index] ?? null }))
      .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
    const heading =
      unit === '' ? periodWords(input.span, period, lang) : `${periodWords(input.span, period, lang)}  (${unit})`;
    return tooltipHtml(
      heading,
      rows.map(({ line, value }) => [
        line.emphasis ? `▸ ${line.name}` : line.name,
        cellWords(line, value, period, input, lang),
      ]),
    );
  };
}

/** Axis tooltips get one object per line, all at the same place. */
function indexOf(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
}

function cellWords(
  line: IndicatorLine,
  value: number | null,
  period: Period,
  { span, measure }: IndicatorLinesInput,
  lang: Lang,
): string {
  const mark = statusMark(line.status[period - span.first] ?? 0, value, span, period);
  const figure = figureWords(value, measure);
  return mark === null ? figure : `${figure} ${mark[lang]}`;
}

export function linesTable(input: IndicatorLinesInput, { periods, points }: LinePoints, lang: Lang): ChartTable {
  const unit = unitWords(input.measure.unit, lang);
  const head = input.lines.map((line) => (unit === '' ? line.name : `${line.name} (${unit})`));
  const rows = periods.map((period, k) => [
    periodWords(input.span, period, lang),
    ...input.lines.map((line, i) => cellWords(line, points[i]![k] ?? null, period, input, lang)),
  ]);
  // Newest first: that is what is looked for.
  return { head: [TEXT.period[lang], ...head], rows: rows.toReversed() };
}

export function linesDescription(input: IndicatorLinesInput, { periods, points }: LinePoints, lang: Lang): string {
  const { measure, span, lines } = input;
  const figure = (v: number): string => figureWords(v, measure);
  const ends = lines.flatMap((line, i) => {
    const a = points[i]!.findIndex((v) => v !== null);
    const b = points[i]!.findLastIndex((v) => v !== null);
    return a < 0 ? [] : [{ line, a, b, from: points[i]![a]!, to: points[i]![b]! }];
  });
  const last = ends.filter((e) => e.b === periods.length - 1).sort((x, y) => y.to - x.to);
  const shown = ends.find((e) => e.line.emphasis) ?? ends[0];
  const gaps = points.flat().filter((v) => v === null).length;
  const parts = [
    say(TEXT.lines, lang, {
      subtitle: input.subtitle,
      from: periodWords(span, periods[0] ?? span.first, lang),
      to: periodWords(span, periods[periods.length - 1] ?? span.first, lang),
      count: lines.length,
    }),
    shown
      ? say(TEXT.ends, lang, {
          name: shown.line.name,
          from: periodWords(span, periods[shown.a]!, lang),
          to: periodWords(span, periods[shown.b]!, lang),
          a: figure(shown.from),
          b: figure(shown.to),
        })
      : TEXT.empty[lang],
    last.length > 1
      ? say(TEXT.extremes, lang, {
          high: last[0]!.line.name,
          a: figure(last[0]!.to),
          low: last[last.length - 1]!.line.name,
          b: figure(last[last.length - 1]!.to),
        })
      : '',
    gaps > 0 && ends.length > 0 ? say(TEXT.gaps, lang, { count: gaps }) : '',
  ];
  return parts.join('').trim();
}
