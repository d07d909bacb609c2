import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption, LineSeriesOption } from 'echarts';
import { formatPeriodShort } from '../base/format';
import { type Period, PERIODS_PER_YEAR, yearOf } from '../base/period';
import type { Lang } from '../base/text';
import type { ChartModel } from './chart-model';
import { dodge } from './dodge';
import {
  type IndicatorLine,
  type IndicatorLinesInput,
  jointPeriod,
  linesDescription,
  linesTable,
  linesTooltip,
  shownPeriods,
} from './indicator-lines-words';
import { figureWords, isFigure, type Measure, scaleFor } from '../base/measure';
import { periodWords, type Span, tickWords } from './indicator-words';
import { yearMarks } from './period-axis';
import { CHART_FONT, type ChartTheme } from './theme';

const FONT = 11;
const LABEL_HEIGHT = 14;

/** Lines of several regions for one indicator: one in ink, the others grey, named at their ends; gaps stay gaps. */
export function indicatorLinesModel(input: IndicatorLinesInput, theme: ChartTheme, lang: Lang): ChartModel {
  const { measure, span, lines, at } = input;
  const periods = shownPeriods(span);
  const points = lines.map((line) => periods.map((p) => figureAt(line, p - span.first)));
  const drawn = { periods, points };
  const all = points.flat().filter(isFigure);
  const largest = Math.max(0, ...all.map(Math.abs));
  const scale = scaleFor(largest, measure, lang);
  const words = periods.map((p) => periodWords(span, p, lang));
  const ticks = periodTicks(periods, span, lang);
  const named = lines.flatMap((line, i) => (input.labels === 'all' || line.emphasis ? [i] : []));
  const labels = named.flatMap((i) => endLabelOf(lines[i]!, points[i]!, measure));
  const right = Math.max(12, ...labels.map((l) => textWidth(l.words) + 18));
  const atIndex = at === null ? -1 : periods.indexOf(jointPeriod(span, at));

  const option: EChartsOption = {
    grid: { left: 8, right, top: 26, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: words,
      boundaryGap: false,
      // Reading a period must not turn every line into the one in ink.
      axisPointer: { triggerEmphasis: false },
      axisLabel: { interval: (i: number) => ticks.has(i), formatter: (_: string, i: number) => ticks.get(i) ?? '' },
      axisTick: { interval: (i: number) => ticks.has(i) },
    },
    yAxis: {
      type: 'value',
      // Changes show where zero is; an index shows its 100 anyway, every line begins there.
      scale: measure.base !== 0,
      name: scale.unit,
      nameLocation: 'end',
      nameGap: 10,
      nameTextStyle: { align: 'left' },
      splitNumber: input.labels === 'all' ? 5 : 3,
      axisLabel: { formatter: tickWords(all, scale, measure.base === 0) },
    },
    tooltip: { trigger: 'axis', formatter: linesTooltip(input, drawn, lang) },
    series: [
      ...lines.map((line, i) =>
        lineSeries(line, points[i]!, theme, i === 0 ? marksOf(measure.base, atIndex, theme) : null),
      ),
      ...(labels.length > 0 ? [labelSeries(labels, theme)] : []),
    ],
  };
  return {
    title: input.title,
    subtitle: input.subtitle,
    description: linesDescription(input, drawn, lang),
    table: linesTable(input, drawn, lang),
    option,
  };
}

function figureAt(line: IndicatorLine, index: number): number | null {
  const value = line.values[index];
  return isFigure(value) ? value : null;
}

interface EndLabel {
  readonly words: string;
  readonly emphasis: boolean;
  readonly index: number;
  readonly value: number;
}

/** The last figure of a line, wherever it stands: a line that ends early is named all the same. */
function endLabelOf(line: IndicatorLine, points: readonly (number | null)[], measure: Measure): readonly EndLabel[] {
  const index = points.findLastIndex((v) => v !== null);
  const value = points[index];
  if (!isFigure(value)) return [];
  return [{ words: `${line.name} ${figureWords(value, measure)}`, emphasis: line.emphasis, index, value }];
}

function lineSeries(
  line: IndicatorLine,
  points: readonly (number | null)[],
  theme: ChartTheme,
  markLine: LineSeriesOption['markLine'] | null,
): LineSeriesOption {
  return {
    type: 'line',
    name: line.name,
    data: points.map((v, i) => (v !== null && isLonely(points, i) ? { value: v, symbol: 'circle' as const } : v)),
    symbol: 'none',
    symbolSize: 4,
    showAllSymbol: true,
    connectNulls: false,
    triggerEvent: 'line',
    z: line.emphasis ? 4 : 2,
    lineStyle: line.emphasis ? { color: theme.accent, width: 2.4 } : { color: theme.ink3, width: 1, opacity: 0.75 },
    itemStyle: { color: line.emphasis ? theme.accent : theme.ink3 },
    emphasis: { focus: 'series', lineStyle: { color: theme.accent, width: 2.4, opacity: 1 } },
    blur: { lineStyle: { opacity: 0.25 } },
    ...(markLine ? { markLine } : {}),
  };
}

/** A figure between two gaps would vanish in a line: it gets a dot. */
function isLonely(points: readonly (number | null)[], i: number): boolean {
  return (points[i - 1] ?? null) === null && (points[i + 1] ?? null) === null;
}

function marksOf(base: number | null, atIndex: number, theme: ChartTheme): LineSeriesOption['markLine'] | null {
  const data = [
    ...(base === null ? [] : [{ yAxis: base, lineStyle: { type: 'solid' as const, color: theme.lineStrong } }]),
    ...(atIndex < 0 ? [] : [{ xAxis: atIndex, lineStyle: { type: 'dashed' as const, color: theme.lineStrong } }]),
  ];
  return data.length === 0 ? null : { silent: true, symbol: 'none', label: { show: false }, data };
}

/** Names at the right edge, spread so that none covers another, each tied to the end of its line. */
function labelSeries(labels: readonly EndLabel[], theme: ChartTheme): CustomSeriesOption {
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const box = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
    const ends = labels.map((l) => api.coord([l.index, l.value]));
    const [low, high] = [box.y, box.y + box.height];
    // With more names than the height holds they stand closer, but never leave the chart.
    const gap = Math.min(LABEL_HEIGHT, (high - low) / Math.max(1, labels.length - 1));
    const heights = dodge(
      ends.map((p) => p[1]!),
      gap,
      low,
      high,
    );
    const edge = box.x + box.width;
    return {
      type: 'group',
      silent: true,
      children: labels.flatMap((label, i) => [
        {
          type: 'polyline' as const,
          shape: { points: [ends[i]! as [number, number], [edge + 4, ends[i]![1]!], [edge + 10, heights[i]!]] },
          style: { stroke: theme.lineStrong, fill: 'none', lineWidth: 1 },
        },
        {
          type: 'text' as const,
          style: {
            x: edge + 13,
            y: heights[i]!,
            text: label.words,
            fill: label.emphasis ? theme.accent : theme.ink2,
            font: `${label.emphasis ? '700 ' : ''}${FONT}px ${CHART_FONT}`,
            verticalAlign: 'middle' as const,
          },
        },
      ]),
    };
  };
  return {
    type: 'custom',
    name: '',
    // A point of the chart, or the axis would stretch to hold another.
    data: labels.slice(0, 1).map((l) => [l.index, l.value]),
    renderItem,
    silent: true,
    clip: false,
    z: 6,
    tooltip: { show: false },
  };
}

/** Width of a line of words, about: Chinese characters are square, others a little over half. */
function textWidth(words: string): number {
  let ems = 0;
  for (const c of words) ems += c > '\u2e7f' ? 1 : ' .,'.includes(c) ? 0.32 : 0.6;
  return Math.ceil(ems * FONT);
}

/** Years where the range has several, else months; never more than about ten words. */
function periodTicks(periods: readonly Period[], span: Span, lang: Lang): ReadonlyMap<number, string> {
  const { frequency, weekEndsOn } = span;
  const ticks = new Map<number, string>();
  if (span.count > 2 * PERIODS_PER_YEAR[frequency]) {
    for (const mark of yearMarks(frequency, span.first, span.count)) {
      const place = periods.indexOf(jointPeriod(span, mark));
      if (place >= 0) ticks.set(place, String(yearOf(frequency, mark)));
    }
    return ticks;
  }
  const every = Math.max(1, Math.ceil(periods.length / 8));
  for (let i = 0; i < periods.length; i += every) {
    const period = periods[i]!;
    const sameYear = i > 0 && yearOf(frequency, period) === yearOf(frequency, periods[i - every]!);
    ticks.set(i, sameYear ? formatPeriodShort(frequency, period, lang, weekEndsOn) : periodWords(span, period, lang));
  }
  return ticks;
}
