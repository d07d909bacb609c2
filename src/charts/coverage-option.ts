import type { EChartsOption } from 'echarts';
import { formatPeriodWords, formatShare, formatSpan } from '../base/format';
import { type Frequency, PERIODS_PER_YEAR, type Period, yearOf } from '../base/period';
import { type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { COVERAGE_TEXT } from './coverage-text';
import { tooltipHtml } from './escape-html';
import { yearMarks } from './period-axis';
import type { ChartTheme } from './theme';

export interface CoverageInput {
  /** Names of the indicators, one per row. */
  readonly names: readonly string[];
  /** Share reported, indicator-major × period, 0–1; NaN when nothing was due. */
  readonly share: Float32Array;
  readonly last: readonly (Period | null)[];
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly count: number;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

const ROW_PX = 18;
const AXIS_PX = 22;
const KEY_PX = 26;

export function coverageHeight(rows: number): number {
  return rows * ROW_PX + AXIS_PX + KEY_PX + 6;
}

/** What of the due figures is there, by indicator and period: the fuller the paler, gaps stand out in ink. */
export function coverageOption(input: CoverageInput): ChartModel {
  const { names, share, first, count, lang, theme } = input;
  const words = (period: Period): string => formatPeriodWords(input.frequency, period, lang, input.weekEndsOn);
  const recent = Math.min(count, PERIODS_PER_YEAR[input.frequency]);
  const span = formatSpan(input.frequency, recent, lang);
  const means = names.map((name, row) => ({
    name,
    row,
    overall: meanOf(share, row * count, (row + 1) * count),
    recent: meanOf(share, (row + 1) * count - recent, (row + 1) * count),
  }));
  const worst = means.filter((m) => m.recent < 1).sort((a, b) => a.recent - b.recent);
  const data: [number, number, number][] = [];
  names.forEach((_, row) => {
    for (let t = 0; t < count; t++) {
      const value = share[row * count + t]!;
      if (!Number.isNaN(value)) data.push([t, row, value]);
    }
  });
  const marks = new Set(yearMarks(input.frequency, first, count));
  const option: EChartsOption = {
    animation: false,
    grid: { left: lang === 'zh' ? 118 : 168, right: 8, top: 2, bottom: AXIS_PX + KEY_PX },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const [t, row, value] = (params as unknown as { value: [number, number, number] }).value;
        return tooltipHtml(names[row] ?? '', [
          [COVERAGE_TEXT.period[lang], words(first + t)],
          [COVERAGE_TEXT.share[lang], formatShare(value)],
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: Array.from({ length: count }, (_, t) => String(first + t)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        interval: (_index: number, value: string) => marks.has(Number(value)),
        formatter: (value: string) => String(yearOf(input.frequency, Number(value))),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, color: theme.ink, width: lang === 'zh' ? 110 : 160, overflow: 'truncate' },
    },
    visualMap: {
      type: 'piecewise',
      orient: 'horizontal',
      left: lang === 'zh' ? 118 : 168,
      bottom: 0,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 12,
      showLabel: true,
      selectedMode: false,
      dimension: 2,
      pieces: piecesOf(theme, lang),
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: { borderColor: theme.card, borderWidth: count > 150 ? 0 : 1 },
        emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1.5 } },
        // Drawing in parts goes on after the chart is gone, and fails.
        progressive: 0,
      },
    ],
  };
  const listed = worst.slice(0, 5).map((m) => `${m.name} ${formatShare(m.recent)}`);
  const full = say(COVERAGE_TEXT.titleFull, lang, { count: names.length, span });
  return {
    title:
      names.length === 0
        ? COVERAGE_TEXT.titleNone[lang]
        : worst.length === 0
          ? full
          : say(COVERAGE_TEXT.titleWorst, lang, { name: worst[0]!.name, share: formatShare(worst[0]!.recent), span }),
    subtitle: COVERAGE_TEXT.subtitle[lang],
    description: say(COVERAGE_TEXT.description, lang, {
      from: words(first),
      to: words(first + count - 1),
      span,
      words: listed.length > 0 ? listed.join(lang === 'zh' ? '、' : ', ') : full,
    }),
    table: {
      head: [
        COVERAGE_TEXT.indicator[lang],
        COVERAGE_TEXT.overall[lang],
        say(COVERAGE_TEXT.recent, lang, { span }),
        COVERAGE_TEXT.lastPeriod[lang],
      ],
      rows: means.map(({ name, row, overall, recent: lately }) => {
        const last = input.last[row];
        const show = (mean: number): string => (Number.isNaN(mean) ? COVERAGE_TEXT.notDue[lang] : formatShare(mean, 1));
        return [name, show(overall), show(lately), last === null || last === undefined ? '—' : words(last)];
      }),
    },
    option,
  };
}

/** Mean share of the periods in which something was due; NaN when there was none. */
function meanOf(share: Float32Array, from: number, to: number): number {
  let sum = 0;
  let n = 0;
  for (let i = from; i < to; i++) {
    if (Number.isNaN(share[i]!)) continue;
    sum += share[i]!;
    n++;
  }
  return n === 0 ? NaN : sum / n;
}

function piecesOf(
  theme: ChartTheme,
  lang: Lang,
): {
  min?: number;
  max?: number;
  gt?: number;
  lt?: number;
  gte?: number;
  lte?: number;
  value?: number;
  label: string;
  color: string;
}[] {
  const shade = (share: number): string => mix(theme.card, theme.accent, share);
  return [
    { gte: 0.99999, label: COVERAGE_TEXT.pieceFull[lang], color: shade(0.12) },
    { gte: 0.9, lt: 0.99999, label: COVERAGE_TEXT.pieceHigh[lang], color: shade(0.3) },
    { gte: 0.5, lt: 0.9, label: COVERAGE_TEXT.pieceMid[lang], color: shade(0.52) },
    { gt: 0, lt: 0.5, label: COVERAGE_TEXT.pieceLow[lang], color: shade(0.76) },
    { lte: 0, label: COVERAGE_TEXT.pieceNone[lang], color: shade(1) },
  ];
}

/** A colour between two `#rrggbb`, 0 = the first. */
export function mix(from: string, to: string, share: number): string {
  const part = (hex: string, k: number): number => Number.parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16);
  const parts = [0, 1, 2].map((k) => Math.round(part(from, k) + (part(to, k) - part(from, k)) * share));
  return `#${parts.map((p) => p.toString(16).padStart(2, '0')).join('')}`;
}
