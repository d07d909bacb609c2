import type { EChartsOption } from 'echarts';
import { formatNumber } from '../base/format';
import type { Lang } from '../base/text';
import { pointsWords, targetsTitle } from '../briefing/exhibits/target-words';
import type { ChartModel } from './chart-model';
import {
  descriptionOf,
  type Drawn,
  dueWords,
  subtitleOf,
  tableOf,
  type TargetChartInput,
  tooltipOf,
} from './target-progress-words';
import type { ChartTheme } from './theme';

const BAR_ROW = 26;

/** Height that the chart needs, in pixels. */
export function targetProgressHeight(rows: number): number {
  return 46 + BAR_ROW * Math.max(1, rows);
}

/** What the drawing needs: shares in per cent of the target, gaps in points. */
export interface TargetBars {
  readonly rows: readonly {
    readonly name: string;
    readonly share: number;
    readonly gap: number;
    readonly duePast: number | null;
    /** The region over the others, written in bold. */
    readonly whole?: boolean;
  }[];
  readonly due: number;
  readonly dueWords: string;
  /** What stands below the bars; empty or left out = nothing. */
  readonly note?: string;
  readonly lang: Lang;
  /** Words on a row, as HTML. */
  readonly tooltip: (row: number) => string;
}

/** Progress to the targets of the year with its words. */
export function targetProgressModel(input: TargetChartInput, theme: ChartTheme): ChartModel {
  const { lang, rows, due } = input;
  const drawn = rows.filter((row): row is Drawn => row.share !== null && row.gap !== null);
  const title = targetsTitle(drawn, input.noun, lang);
  const bars: TargetBars = {
    rows: drawn,
    due,
    dueWords: dueWords(input),
    lang,
    tooltip: (row) => tooltipOf(drawn[row], input),
  };
  return {
    title,
    subtitle: subtitleOf(input),
    description: descriptionOf(title, drawn, rows.length - drawn.length, lang),
    table: tableOf(input),
    option: drawTargetBars(bars, theme),
  };
}

/** Bullets: the bar is what was achieved, the pale track the target, the line what was due by the calendar, the diamond by past years. */
export function drawTargetBars(bars: TargetBars, theme: ChartTheme): EChartsOption {
  const { rows: drawn, due, lang, note = '' } = bars;
  const names = drawn.map((row) => row.name);
  const most = Math.max(100, ...drawn.map((row) => row.share));
  return {
    grid: {
      left: 8,
      right: 150,
      top: 24,
      bottom: note === '' ? 6 : 28,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    // Bars of one axis stand beside one another: the track has an axis of its own, so that it lies behind.
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: drawn.map(({ name, whole }) =>
          whole ? { value: name, textStyle: { fontWeight: 'bold' as const } } : name,
        ),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { interval: 0, hideOverlap: false, fontSize: 12, color: theme.ink2 },
      },
      { type: 'category', inverse: true, data: names, show: false },
    ],
    xAxis: {
      type: 'value',
      min: 0,
      max: most,
      axisLabel: { show: false },
      splitLine: { show: false },
      name: note,
      nameLocation: 'middle',
      nameGap: 14,
    },
    tooltip: { trigger: 'item', formatter: (p: unknown) => bars.tooltip(indexOf(p)) },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: 16,
        yAxisIndex: 1,
        z: 1,
        data: drawn.map(() => 100),
        itemStyle: { color: theme.line },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.ink, type: 'solid', width: 1.5 },
          data: [
            {
              xAxis: due,
              label: {
                position: 'start',
                distance: 4,
                color: theme.ink,
                fontSize: 11,
                formatter: bars.dueWords,
              },
            },
          ],
        },
      },
      {
        type: 'bar',
        barWidth: 8,
        z: 2,
        data: drawn.map((row) => ({
          value: row.share,
          itemStyle: { color: row.gap < 0 ? theme.accent : theme.ink3, opacity: row.gap < 0 ? 1 : 0.75 },
        })),
        label: { show: false },
      },
      {
        type: 'scatter',
        z: 4,
        symbol: 'diamond',
        symbolSize: 9,
        itemStyle: { color: theme.card, borderColor: theme.ink, borderWidth: 1.5 },
        data: drawn.flatMap((row, i) => (row.duePast === null ? [] : [{ value: [row.duePast, i] }])),
        silent: true,
      },
      {
        // Carries the figures at the right edge, in one column.
        type: 'scatter',
        symbolSize: 1,
        silent: true,
        // Not by opacity, which the label would share.
        itemStyle: { color: 'transparent' },
        data: drawn.map((row, i) => ({
          value: [most, i],
          label: {
            show: true,
            position: 'right' as const,
            distance: 8,
            fontSize: 11,
            color: theme.ink2,
            fontWeight: row.gap < 0 ? ('bold' as const) : ('normal' as const),
            formatter: `${formatNumber(row.share, 1)}%  ${pointsWords(row.gap, lang)}`,
          },
        })),
      },
    ],
  };
}

function indexOf(params: unknown): number {
  return typeof params === 'object' && params !== null && 'dataIndex' in params ? Number(params.dataIndex) : -1;
}
