import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { formatNumber } from '../base/format';
import { levelNumeral } from '../base/level';
import { type Period, yearOf } from '../base/period';
import type { ChartModel } from './chart-model';
import { dodge } from './dodge';
import {
  type Fan,
  FAN_TEXT,
  fanOf,
  fanTable,
  fanTooltip,
  fanWords,
  type ForecastFanInput,
  lastValue,
  linesShown,
} from './forecast-fan-words';
import { isFigure } from '../base/measure';
import { yearMarks } from './period-axis';
import { textWidth } from './text-width';
import { levelColours } from './theme';
import { axisDecimals } from './threshold-scale';

export const FAN_PX = 280;
const GRID = { top: 26, bottom: 24 } as const;
const FONT_PX = 11;
/** Beside a figure at either edge: the mark, and a little air. */
const BESIDE_PX = 16;
const LABEL_GAP_PX = 14;
/** Share of the axis that stays free at both ends. */
const PADDING = 0.06;

/** The last figures as a line, then the forecast with its intervals, and the lines of the rule ahead. */
export function forecastFanOption(input: ForecastFanInput): ChartModel {
  const fan = fanOf(input);
  return {
    ...fanWords(fan),
    get table() {
      return fanTable(fan);
    },
    option: drawForecastFan({
      ...fan,
      lines: linesShown(fan),
      plotPx: fanPlotPx(FAN_PX),
      tooltip: (period) => fanTooltip(fan, period),
    }),
  };
}

/**
 * The value axis: figures, forecast, the narrower interval and the lines are on it; of the wider one as much as stays
 * within half their span on either side, so that a very unsure end does not flatten all the rest (it is told beside).
 */
function axisEnds({ values, steps, lines }: FanDrawing): readonly [low: number, high: number] {
  const held = [
    ...Array.from(values),
    ...steps.flatMap((s) => [s.mean, s.low[0]!, s.high[0]!]),
    ...lines.flatMap((l) => l.values),
  ].filter(isFigure);
  const [least, most] = [Math.min(...held), Math.max(...held)];
  const span = most - least || Math.abs(most) || 1;
  const low = Math.max(least - span / 2, Math.min(least, ...steps.map((s) => s.low.at(-1)!)));
  const high = Math.min(most + span / 2, Math.max(most, ...steps.map((s) => s.high.at(-1)!)));
  const padding = PADDING * (high - low || span);
  return [low - padding, high + padding];
}

/** Height of the plot in a drawing so high. */
export function fanPlotPx(height: number): number {
  return height - GRID.top - GRID.bottom;
}

/** What the drawing needs of a fan. */
export interface FanDrawing
  extends Pick<
    Fan,
    'span' | 'values' | 'levels' | 'steps' | 'lines' | 'lang' | 'theme' | 'last' | 'shown' | 'scale' | 'figure'
  > {
  /** Height of the plot: labels at its edge are moved apart in it. */
  readonly plotPx: number;
  /** Words on a period, as HTML. */
  readonly tooltip: (period: Period) => string;
}

/** The drawing alone. */
export function drawForecastFan(fan: FanDrawing): EChartsOption {
  const { span, last, shown, steps, lang, theme, scale, levels, lines } = fan;
  const end = last + steps.length;
  const [low, high] = axisEnds(fan);
  const decimals = axisDecimals(low / scale.divide, high / scale.divide);
  const tick = (v: number): string => formatNumber(v / scale.divide, decimals);
  const labels = endLabels(fan, low, high);
  const marks = yearMarks(span.frequency, span.first, end - span.first + 1, 6);
  const start: [number, number] = [last, lastValue(fan)];
  const at = (k: number): Period => last + k + 1;
  return {
    animation: false,
    grid: {
      ...GRID,
      left: BESIDE_PX + Math.max(...[low, high].map((v) => textWidth(tick(v), FONT_PX))),
      right: BESIDE_PX + Math.max(...labels.map((l) => textWidth(l.label.formatter, FONT_PX))),
      containLabel: false,
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => {
        const period = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
        return period === undefined ? '' : fan.tooltip(period);
      },
    },
    xAxis: {
      type: 'value',
      min: span.first,
      max: end,
      axisLine: { show: true, onZero: false },
      splitLine: { show: false },
      axisTick: { show: true, customValues: [...marks] },
      axisLabel: { customValues: [...marks], formatter: (v: number) => String(yearOf(span.frequency, v)) },
      axisPointer: { show: true, snap: true, label: { show: false }, lineStyle: { color: theme.lineStrong } },
    },
    yAxis: {
      type: 'value',
      min: low,
      max: high,
      splitNumber: 4,
      name: scale.unit,
      nameLocation: 'end',
      nameGap: 10,
      nameTextStyle: { align: 'right', color: theme.ink2 },
      axisLabel: {
        formatter: tick,
        showMinLabel: false,
        showMaxLabel: false,
      },
    },
    series: [
      // The widest lies lowest.
      ...levels.map((_, i) => bandSeries(fan, levels.length - 1 - i)),
      {
        id: 'values',
        type: 'line',
        data: historyPoints(fan),
        symbol: 'none',
        connectNulls: false,
        itemStyle: { color: theme.accent },
        lineStyle: { color: theme.accent, width: 1.8 },
        z: 5,
        markLine: {
          silent: true,
          symbol: 'none',
          data: [
            {
              xAxis: last,
              lineStyle: { color: theme.lineStrong, type: 'solid', width: 1 },
              label: {
                position: 'end',
                distance: 4,
                formatter: FAN_TEXT.now[lang],
                color: theme.ink2,
                fontSize: FONT_PX,
              },
            },
          ],
        },
      },
      {
        id: 'expected',
        type: 'line',
        data: [start, ...shown.map((k) => [at(k), steps[k]!.mean])],
        symbol: 'none',
        itemStyle: { color: theme.accent },
        lineStyle: { color: theme.accent, width: 1.8, type: [5, 3] },
        z: 5,
      },
      ...lines.map((line) => ({
        id: `line-${line.level}`,
        type: 'line' as const,
        data: shown.map((k) => [at(k), isFigure(line.values[k]) ? line.values[k]! : null]),
        symbol: (_value: unknown, { dataIndex: i }: { dataIndex: number }) => {
          const has = (n: number): boolean => isFigure(line.values[shown[n] ?? -1]);
          return has(i) && !has(i - 1) && !has(i + 1) ? 'circle' : 'none';
        },
        symbolSize: 4,
        showAllSymbol: true,
        connectNulls: false,
        silent: true,
        itemStyle: { color: levelColours(theme, line.level).text },
        lineStyle: { color: levelColours(theme, line.level).text, width: 1.2, type: 'dashed' as const },
        z: 4,
      })),
      { id: 'last', type: 'scatter', z: 6, silent: true, symbolSize: 6, ...lastMark(fan, start) },
      { id: 'labels', type: 'scatter', z: 7, silent: true, data: labels },
    ],
    aria: { enabled: false },
  };
}

/** A joint January has no place of its own: the line goes past it. */
function historyPoints({ span, values }: FanDrawing): (number | null)[][] {
  return Array.from({ length: span.count }, (_, i) => i).flatMap((i) => {
    const skipped = span.joint && span.frequency === 'month' && (span.first + i) % 12 === 0;
    return skipped && !isFigure(values[i]) ? [] : [[span.first + i, isFigure(values[i]) ? values[i]! : null]];
  });
}

function lastMark({ theme, figure, values, span }: FanDrawing, start: readonly [number, number]) {
  return {
    data: [[...start]],
    itemStyle: { color: theme.accent, opacity: 1 },
    label: {
      show: true,
      // On the side that the line did not come from.
      position: values[span.count - 2]! > start[1] ? ('bottom' as const) : ('top' as const),
      offset: [-14, 0],
      distance: 6,
      formatter: figure(start[1]),
      color: theme.ink,
      fontSize: 12,
      fontWeight: 'bold' as const,
      textBorderColor: theme.card,
      textBorderWidth: 3,
    },
  };
}

/** The field between the ends of one interval, opening from the last figure. */
function bandSeries(fan: FanDrawing, level: number): CustomSeriesOption {
  const { last, shown, steps, theme, levels } = fan;
  const edge = (side: 'low' | 'high'): [number, number][] =>
    shown.map((k) => [last + k + 1, steps[k]![side][level]!] as [number, number]);
  const outline = [[last, lastValue(fan)] as [number, number], ...edge('high'), ...edge('low').toReversed()];
  const renderItem: CustomSeriesRenderItem = (_params, api) => ({
    type: 'polygon',
    silent: true,
    shape: { points: outline.map((point) => api.coord(point) as [number, number]) },
    style: { fill: theme.accent, opacity: level === levels.length - 1 ? 0.14 : 0.2 },
  });
  return {
    id: `band-${levels[level]}`,
    type: 'custom',
    data: [[last, lastValue(fan)]],
    renderItem,
    silent: true,
    clip: true,
    z: 2,
    tooltip: { show: false },
  };
}

/** The ends of the intervals, the mean and the lines by their value at the right edge, none over another. */
function endLabels(fan: FanDrawing, low: number, high: number) {
  const { steps, levels, theme, figure, last, lines, plotPx } = fan;
  const end = steps.at(-1)!;
  const labels = [
    { value: end.mean, words: figure(end.mean), colour: theme.ink, bold: true },
    ...levels.flatMap((level, i) =>
      [end.high[i]!, end.low[i]!].map((value) => ({
        value,
        // Beyond the axis: an arrow says so.
        words: `${value > high ? '↑' : value < low ? '↓' : ''}${figure(value)} (${level}%)`,
        colour: theme.ink2,
        bold: false,
      })),
    ),
    ...lines.flatMap((line) => {
      const value = line.values.at(-1)!;
      if (!isFigure(value)) return [];
      const colour = levelColours(theme, line.level).text;
      return [{ value, words: `${levelNumeral(line.level)} ${figure(value)}`, colour, bold: true }];
    }),
  ];
  const inside = (value: number): number => Math.min(high, Math.max(low, value));
  const toPx = (value: number): number => ((high - inside(value)) / (high - low)) * plotPx;
  const places = dodge(
    labels.map((l) => toPx(l.value)),
    LABEL_GAP_PX,
    0,
    plotPx,
  );
  return labels.map(({ value, words, colour, bold }, i) => ({
    value: [last + steps.length, inside(value)],
    symbolSize: bold ? 5 : 3,
    itemStyle: { color: colour, opacity: 1 },
    label: {
      show: true,
      position: 'right' as const,
      distance: 6,
      offset: [0, places[i]! - toPx(value)],
      formatter: words,
      color: colour,
      fontSize: FONT_PX,
      fontWeight: bold ? ('bold' as const) : ('normal' as const),
    },
  }));
}
