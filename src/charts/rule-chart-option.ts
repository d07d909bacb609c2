import type { EChartsOption } from 'echarts';
import { formatList, formatNumber, formatPeriodWords, formatSigned, formatSpan, withUnit } from '../base/format';
import { levelName, levelNumeral, levelShort } from '../base/level';
import { type Frequency, type Period, yearOf } from '../base/period';
import { say, type Lang } from '../base/text';
import { SIGNAL_STATE_NAMES, SignalState } from '../signals/rule';
import type { ChartModel } from './chart-model';
import { dodge } from './dodge';
import { tooltipHtml } from './escape-html';
import { yearMarks } from './period-axis';
import { CHART_TEXT, SIGNAL_STATE_TEXT } from './text';
import { type ChartTheme, levelColours } from './theme';
import { axisDecimals, thresholdScale, type ThresholdScale } from './threshold-scale';

export interface RuleChartInput {
  /** What the statistic is, short: "新申领同比". */
  readonly name: string;
  /** Measure, treatment and unit, for the line below the title. */
  readonly measure: string;
  /** Unit mark after a figure: "%", "个百分点". */
  readonly unit: string;
  readonly decimals: number;
  /** The statistic is a change and carries its sign. */
  readonly signed: boolean;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  /** The window; its last period is the chosen one. */
  readonly first: Period;
  readonly count: number;
  /** In the sign that officials know (a loss is negative); NaN = gap. */
  readonly statistic: ArrayLike<number>;
  /** Same sign as the statistic, Ⅳ to Ⅰ; null where absent. */
  readonly thresholds: readonly (number | null)[];
  readonly worse: 'up' | 'down';
  readonly level: ArrayLike<number>;
  /** SignalState bytes. */
  readonly state: ArrayLike<number>;
  /** The indicator's own values, for the table. */
  readonly values: ArrayLike<number>;
  readonly valueUnit: string;
  readonly valueDecimals: number;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

export const RULE_CHART_PX = 190;
const GRID = { left: 46, right: 62, top: 10, bottom: 24 } as const;
const LABEL_GAP_PX = 13;
/** Room behind the last figure, as a share of the window: for its label now, for a forecast later. */
const ROOM_AHEAD = 0.13;

/** A rule's statistic over time with its thresholds as bands: where it stands, since when, and how far it is to the next. */
export function ruleChartOption(input: RuleChartInput): ChartModel {
  const { lang, first, count, statistic } = input;
  const scale = thresholdScale(statistic, input.thresholds, input.worse);
  const words = (p: Period): string => formatPeriodWords(input.frequency, p, lang, input.weekEndsOn);
  const title = ruleTitle(input);
  const gaps = Array.from(statistic).filter((v) => !Number.isFinite(v)).length;
  const lines = input.thresholds.flatMap((value, i) =>
    value === null ? [] : [`${levelNumeral(i + 1)} ${withUnit(figureOf(input, value), input.unit)}`],
  );
  return {
    title,
    subtitle: input.measure,
    description: say(CHART_TEXT.multipleDescription, lang, {
      subtitle: input.measure,
      from: words(first),
      to: words(first + count - 1),
      title,
      lines: formatList(lines, lang),
      gaps: gaps === 0 ? '' : say(CHART_TEXT.gaps, lang, { count: gaps }),
    }),
    get table() {
      return {
        head: [CHART_TEXT.period, CHART_TEXT.statistic, CHART_TEXT.value, CHART_TEXT.level, CHART_TEXT.state].map(
          (h) => h[lang],
        ),
        rows: Array.from({ length: count }, (_, k) => {
          const i = count - 1 - k;
          return [
            words(first + i),
            withUnit(figureOf(input, statistic[i]!), input.unit),
            withUnit(formatNumber(input.values[i] ?? null, input.valueDecimals), input.valueUnit),
            levelName(input.level[i]!)[lang],
            stateText(input.state[i]!, lang),
          ];
        }),
      };
    },
    option: scale ? drawn(input, scale, words) : { animation: false, series: [] },
  };
}

function figureOf(input: RuleChartInput, value: number | null): string {
  return (input.signed ? formatSigned : formatNumber)(value, input.decimals);
}

function stateText(byte: number, lang: Lang): string {
  return SIGNAL_STATE_TEXT[SIGNAL_STATE_NAMES[byte] ?? 'insufficient'][lang];
}

/** The finding: figure, level and since when; or why there is none. */
export function ruleTitle(input: RuleChartInput): string {
  const { lang, statistic, level, state } = input;
  const last = input.count - 1;
  const now = state[last];
  const at = level[last]!;
  const value = statistic[last]!;
  const name = input.name;
  if (now === SignalState.stale) return say(CHART_TEXT.stale, lang, { name, level: levelName(at)[lang] });
  // An unpublished period carries the state on: the figure to name is the last one that is there.
  let figureAt = last;
  while (figureAt > 0 && last - figureAt < 2 && !Number.isFinite(statistic[figureAt]!)) figureAt--;
  const figure = Number.isFinite(value) ? value : statistic[figureAt]!;
  if (now === SignalState.insufficient || now === SignalState.notApplicable || !Number.isFinite(figure)) {
    return say(CHART_TEXT.noFigure, lang, { name });
  }
  let since = last;
  while (since > 0 && level[since - 1] === at) since--;
  const line = reachedLine(input, figure);
  const params = {
    name,
    value: withUnit(figureOf(input, figure), input.unit) + (figureAt === last ? '' : olderFigure(input, figureAt)),
    level: levelName(at)[lang],
    line: levelShort(line)[lang],
    span: formatSpan(input.frequency, last - since + 1, lang),
  };
  if (now === SignalState.recovering) return say(CHART_TEXT.recovering, lang, params);
  if (at === 0) return say(now === SignalState.pending ? CHART_TEXT.pending : CHART_TEXT.quiet, lang, params);
  return say(now === SignalState.pending && line > at ? CHART_TEXT.activeWorse : CHART_TEXT.active, lang, params);
}

/** "（2025年12月）": of which period the figure is, when it is not the chosen one. */
function olderFigure(input: RuleChartInput, at: number): string {
  const words = formatPeriodWords(input.frequency, input.first + at, input.lang, input.weekEndsOn);
  return input.lang === 'zh' ? `（${words}）` : ` (${words})`;
}

/** Highest line that a figure is past. */
function reachedLine(input: RuleChartInput, figure: number): number {
  for (let i = 3; i >= 0; i--) {
    const line = input.thresholds[i];
    if (line !== null && line !== undefined && (input.worse === 'up' ? figure >= line : figure <= line)) return i + 1;
  }
  return 0;
}

function drawn(input: RuleChartInput, scale: ThresholdScale, words: (p: Period) => string): EChartsOption {
  const { first, count, statistic, theme, lang } = input;
  const marks = yearMarks(input.frequency, first, count, 6);
  const end = first + count - 1 + Math.max(1, Math.round(count * ROOM_AHEAD));
  const plotPx = RULE_CHART_PX - GRID.top - GRID.bottom;
  const toPx = (v: number): number => ((scale.high - v) / (scale.high - scale.low)) * plotPx;
  const labelPx = dodge(
    scale.lines.map((l) => toPx(l.value)),
    LABEL_GAP_PX,
    0,
    plotPx,
  );
  const decimals = axisDecimals(scale.low, scale.high);
  const has = (i: number): boolean => Number.isFinite(statistic[i] ?? Number.NaN);
  let lastAt = count - 1;
  while (lastAt > 0 && !has(lastAt)) lastAt--;
  return {
    animation: false,
    grid: { ...GRID, containLabel: false },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => {
        const at = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
        return at === undefined ? '' : pointTooltip(input, at - first, words);
      },
    },
    xAxis: {
      type: 'value',
      min: first,
      max: end,
      axisLine: { show: true, onZero: false },
      splitLine: { show: false },
      axisTick: { show: true, customValues: [...marks] },
      axisLabel: { customValues: [...marks], formatter: (v: number) => String(yearOf(input.frequency, v)) },
      axisPointer: { show: true, snap: true, label: { show: false }, lineStyle: { color: theme.lineStrong } },
    },
    yAxis: {
      type: 'value',
      min: scale.low,
      max: scale.high,
      splitNumber: 3,
      splitLine: { show: false },
      axisLabel: { formatter: (v: number) => formatNumber(v, decimals), showMinLabel: false, showMaxLabel: false },
    },
    series: [
      {
        id: 'statistic',
        type: 'line',
        data: Array.from({ length: count }, (_, i) => [first + i, has(i) ? statistic[i]! : null]),
        symbol: (_value: unknown, params: { dataIndex: number }) =>
          has(params.dataIndex) && !has(params.dataIndex - 1) && !has(params.dataIndex + 1) ? 'circle' : 'none',
        symbolSize: 4,
        showAllSymbol: true,
        connectNulls: false,
        itemStyle: { color: theme.accent },
        lineStyle: { color: theme.accent, width: 1.6 },
        z: 5,
        markArea: {
          silent: true,
          data: scale.bands.map((band) => [
            { yAxis: band.from, itemStyle: { color: levelColours(theme, band.level).band, opacity: 1 } },
            { yAxis: band.to },
          ]),
        },
        markLine: {
          silent: true,
          symbol: 'none',
          data: scale.lines.map((line, i) => ({
            yAxis: line.value,
            lineStyle: { color: levelColours(theme, line.level).text, type: 'dashed', width: 1, opacity: 0.8 },
            label: {
              position: 'end',
              distance: 4,
              offset: [0, labelPx[i]! - toPx(line.value)],
              formatter: `${levelNumeral(line.level)} ${figureOf(input, line.value)}`,
              color: levelColours(theme, line.level).text,
              fontSize: 11,
              fontWeight: 'bold',
            },
          })),
        },
      },
      { id: 'marks', type: 'scatter', z: 6, silent: true, data: stateMarks(input) },
      {
        id: 'last',
        type: 'scatter',
        z: 7,
        silent: true,
        symbolSize: 6,
        data: has(lastAt) ? [[first + lastAt, statistic[lastAt]!]] : [],
        itemStyle: { color: theme.accent, opacity: 1 },
        label: {
          show: true,
          position: 'right',
          distance: 5,
          formatter: figureOf(input, statistic[lastAt]!),
          color: theme.ink,
          fontSize: 12,
          fontWeight: 'bold',
          textBorderColor: theme.card,
          textBorderWidth: 3,
        },
      },
    ],
    aria: { enabled: false },
    textStyle: { fontSize: lang === 'zh' ? 12 : 11 },
  };
}

/** Hollow where a line is past but not confirmed, filled where a level begins or rises. */
function stateMarks(input: RuleChartInput): { value: [number, number]; symbolSize: number; itemStyle: object }[] {
  const { first, count, statistic, level, state, theme } = input;
  const marks: ReturnType<typeof stateMarks> = [];
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(statistic[i]!)) continue;
    const at = level[i]!;
    const rises = at >= 1 && at <= 4 && i > 0 && at > level[i - 1]! && level[i - 1]! <= 4;
    const value: [number, number] = [first + i, statistic[i]!];
    if (rises) {
      const { fill } = levelColours(theme, at);
      marks.push({
        value,
        symbolSize: 9,
        itemStyle: { color: fill, borderColor: theme.ink, borderWidth: 1, opacity: 1 },
      });
    } else if (state[i] === SignalState.pending) {
      marks.push({
        value,
        symbolSize: 6,
        itemStyle: { color: theme.card, borderColor: theme.accent, borderWidth: 1.3, opacity: 1 },
      });
    }
  }
  return marks;
}

function pointTooltip(input: RuleChartInput, i: number, words: (p: Period) => string): string {
  const { lang } = input;
  return tooltipHtml(words(input.first + i), [
    [input.name, withUnit(figureOf(input, input.statistic[i] ?? null), input.unit)],
    [CHART_TEXT.value[lang], withUnit(formatNumber(input.values[i] ?? null, input.valueDecimals), input.valueUnit)],
    [CHART_TEXT.level[lang], levelName(input.level[i]!)[lang]],
    [CHART_TEXT.state[lang], stateText(input.state[i]!, lang)],
  ]);
}
