import type { EChartsOption, LineSeriesOption } from 'echarts';
import { formatNumber, formatPeriodWords, formatScaled, formatSpan } from '../base/format';
import { type Frequency, type Period, yearOf } from '../base/period';
import { say, type Lang } from '../base/text';
import type { ChartModel } from './chart-model';
import { dodge } from './dodge';
import { tooltipHtml } from './escape-html';
import { yearMarks } from './period-axis';
import { CHART_TEXT } from './text';
import type { ChartTheme } from './theme';

export interface SupplyDemandInput {
  readonly openings: ArrayLike<number>;
  readonly seekers: ArrayLike<number>;
  readonly ratio: ArrayLike<number>;
  /** Unit of openings and seekers in words. */
  readonly unit: string;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly count: number;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

export const SUPPLY_DEMAND_PX = 264;
const LEFT = 56;
const RIGHT = 78;
const TOP = { top: 10, height: 122 } as const;
const BOTTOM = { top: 160, height: 78 } as const;

/** Openings and seekers above, their ratio below on the same time axis. */
export function supplyDemandOption(input: SupplyDemandInput): ChartModel {
  const { openings, seekers, ratio, first, count, lang, theme } = input;
  const words = (p: Period): string => formatPeriodWords(input.frequency, p, lang, input.weekEndsOn);
  const title = supplyTitle(input);
  const persons = (v: number | undefined): string => formatScaled(v ?? null, lang);
  const range = rangeOf([openings, seekers]);
  const ends = [lastFigure(openings), lastFigure(seekers)];
  const endPx = dodgedOffsets(ends, range, TOP.height);
  const ratioRange = rangeOf([ratio, [1]]);
  const marks = yearMarks(input.frequency, first, count, 6);
  const line = (
    id: string,
    data: ArrayLike<number>,
    axis: 0 | 1,
    name: string,
    colour: string,
    offset: number,
    dashed: boolean,
  ): LineSeriesOption => ({
    id,
    type: 'line',
    xAxisIndex: axis,
    yAxisIndex: axis,
    name,
    symbol: 'none',
    connectNulls: false,
    data: Array.from({ length: count }, (_, i) => [first + i, Number.isFinite(data[i]!) ? data[i]! : null]),
    lineStyle: { color: colour, width: 1.6, type: dashed ? [5, 3] : 'solid' },
    itemStyle: { color: colour },
    endLabel: {
      show: true,
      formatter: name,
      color: colour,
      fontSize: 11,
      fontWeight: 'bold',
      distance: 5,
      offset: [0, offset],
    },
  });
  const option: EChartsOption = {
    animation: false,
    axisPointer: { link: [{ xAxisIndex: 'all' }], label: { show: false } },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => {
        const at = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
        if (at === undefined) return '';
        const i = at - first;
        return tooltipHtml(words(at), [
          [CHART_TEXT.openings[lang], formatNumber(openings[i] ?? null)],
          [CHART_TEXT.seekers[lang], formatNumber(seekers[i] ?? null)],
          [CHART_TEXT.ratio[lang], formatNumber(ratio[i] ?? null, 2)],
        ]);
      },
    },
    grid: [
      { left: LEFT, right: RIGHT, ...TOP, containLabel: false },
      { left: LEFT, right: RIGHT, ...BOTTOM, containLabel: false },
    ],
    xAxis: [0, 1].map((gridIndex) => ({
      type: 'value' as const,
      gridIndex,
      min: first,
      max: first + count - 1,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false },
      axisTick: { show: true, customValues: [...marks] },
      axisLabel: {
        show: gridIndex === 1,
        customValues: [...marks],
        formatter: (v: number) => String(yearOf(input.frequency, v)),
      },
    })),
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: range[0],
        max: range[1],
        splitNumber: 3,
        axisLabel: { formatter: (v: number) => formatScaled(v, lang), showMinLabel: false, showMaxLabel: false },
      },
      {
        type: 'value',
        gridIndex: 1,
        min: ratioRange[0],
        max: ratioRange[1],
        splitNumber: 2,
        axisLabel: { formatter: (v: number) => formatNumber(v, 2), showMinLabel: false, showMaxLabel: false },
      },
    ],
    series: [
      line('openings', openings, 0, CHART_TEXT.openings[lang], theme.accent, endPx[0]!, false),
      line('seekers', seekers, 0, CHART_TEXT.seekers[lang], theme.ink2, endPx[1]!, true),
      {
        ...line('ratio', ratio, 1, formatNumber(lastFigure(ratio), 2), theme.accent, 0, false),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: theme.ink3, type: 'dashed', width: 1 },
          data: [{ yAxis: 1 }],
        },
      },
    ],
  };
  const last = count - 1;
  return {
    title,
    subtitle: say(CHART_TEXT.supplySubtitle, lang, { unit: input.unit }),
    description: say(CHART_TEXT.supplyDescription, lang, {
      from: words(first),
      to: words(first + last),
      title,
      openings: persons(openings[last]),
      seekers: persons(seekers[last]),
    }),
    get table() {
      return {
        head: [CHART_TEXT.period, CHART_TEXT.openings, CHART_TEXT.seekers, CHART_TEXT.ratio].map((h) => h[lang]),
        rows: Array.from({ length: count }, (_, k) => last - k).map((i) => [
          words(first + i),
          formatNumber(openings[i] ?? null),
          formatNumber(seekers[i] ?? null),
          formatNumber(ratio[i] ?? null, 2),
        ]),
      };
    },
    option,
  };
}

/** How long the ratio has been on its side of one, counted over the figures that there are. */
function supplyTitle(input: SupplyDemandInput): string {
  const { ratio, count, lang } = input;
  const last = count - 1;
  // The unpublished January has no figure of its own: the newest one within two periods speaks.
  let at = last;
  while (at > 0 && last - at < 2 && !Number.isFinite(ratio[at]!)) at--;
  const value = ratio[at] ?? Number.NaN;
  if (!Number.isFinite(value)) return CHART_TEXT.supplyNone[lang];
  const short = value < 1;
  let since = at;
  for (let i = at - 1; i >= 0; i--) {
    if (!Number.isFinite(ratio[i]!)) continue;
    if (ratio[i]! < 1 !== short) break;
    since = i;
  }
  return say(short ? CHART_TEXT.supplyShort : CHART_TEXT.supplyEnough, lang, {
    value: formatNumber(value, 2),
    span: formatSpan(input.frequency, last - since + 1, lang),
  });
}

function lastFigure(values: ArrayLike<number>): number {
  for (let i = values.length - 1; i >= 0; i--) if (Number.isFinite(values[i]!)) return values[i]!;
  return Number.NaN;
}

function rangeOf(series: readonly ArrayLike<number>[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const values of series) {
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i]!)) continue;
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
  }
  if (low > high) return [0, 1];
  const padding = (high - low || Math.abs(high) || 1) * 0.08;
  return [low - padding, high + padding];
}

/** How far two labels at the end of their lines must move to be legible both. */
function dodgedOffsets(ends: readonly number[], range: readonly [number, number], heightPx: number): readonly number[] {
  const px = ends.map((v) => (Number.isFinite(v) ? ((range[1] - v) / (range[1] - range[0])) * heightPx : 0));
  const moved = dodge(px, 14, 0, heightPx);
  return moved.map((to, i) => to - px[i]!);
}
