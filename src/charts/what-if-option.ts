import type { EChartsOption } from 'echarts';
import { formatNumber, formatPeriodWords, formatSigned, withUnit } from '../base/format';
import { levelName, levelNumeral } from '../base/level';
import { type Frequency, type Period, yearOf } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import { yearMarks } from './period-axis';
import { type ChartTheme, levelColours } from './theme';
import { axisDecimals, thresholdScale } from './threshold-scale';

const T = defineText({
  title: { zh: '{name}：{period}由 {before} 变为 {after}', en: '{name}: from {before} to {after} in {period}' },
  same: { zh: '{name}：{period}仍为 {after}', en: '{name}: still {after} in {period}' },
  projected: { zh: '{name}：推演到{period}为 {after}', en: '{name}: {after} in {period}, projected' },
  none: { zh: '{name}：{period}不可计算', en: '{name}: not computable in {period}' },
  description: {
    zh: '折线图，{measure}。{from}至{to}，灰虚线为现行数据，深色线为推演，各级横线为推演所用阈值。{title}。',
    en: 'Line chart, {measure}. {from} to {to}; the dashed grey line is actual, the dark line the supposition, the level lines its thresholds. {title}. ',
  },
  before: { zh: '现行', en: 'Actual' },
  after: { zh: '推演', en: 'What if' },
  period: { zh: '时期', en: 'Period' },
  levelBefore: { zh: '现行等级', en: 'Actual level' },
  levelAfter: { zh: '推演等级', en: 'What-if level' },
  ahead: { zh: '推测期', en: 'projected' },
});

/** A statistic over one stretch of time, actual and supposed; both have `count` places, NaN = none. */
export interface WhatIfChartInput {
  readonly name: string;
  readonly measure: string;
  readonly unit: string;
  readonly decimals: number;
  readonly signed: boolean;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly count: number;
  /** Places from here on lie after the data. */
  readonly known: number;
  /** Place whose figures the title tells. */
  readonly at: number;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  readonly levelBefore: ArrayLike<number>;
  readonly levelAfter: ArrayLike<number>;
  /** Of the supposition, Ⅳ to Ⅰ, in the shown sign; null where absent. */
  readonly thresholds: readonly (number | null)[];
  readonly worse: 'up' | 'down';
  /** That nothing here is an actual figure; stands in the subtitle, which goes with every image. */
  readonly mark: string;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

/** A rule's statistic as it is and as it would be, with the thresholds of the supposition. */
export function whatIfOption(input: WhatIfChartInput): ChartModel {
  const { lang, first, count } = input;
  const words = (p: Period): string => formatPeriodWords(input.frequency, p, lang, input.weekEndsOn);
  const title = titleOf(input, words);
  return {
    title,
    subtitle: `${input.mark}${lang === 'zh' ? '，' : ', '}${input.measure}`,
    description: say(T.description, lang, {
      measure: input.measure,
      from: words(first),
      to: words(first + count - 1),
      title,
    }),
    get table() {
      return {
        head: [T.period, T.before, T.after, T.levelBefore, T.levelAfter].map((h) => h[lang]),
        rows: Array.from({ length: count }, (_, k) => {
          const i = count - 1 - k;
          return [
            words(first + i) + (i >= input.known ? ` ${T.ahead[lang]}` : ''),
            figureOf(input, input.before[i]),
            figureOf(input, input.after[i]),
            levelName(input.levelBefore[i]!)[lang],
            levelName(input.levelAfter[i]!)[lang],
          ];
        }),
      };
    },
    option: drawn(input, words),
  };
}

function figureOf({ signed, decimals, unit }: WhatIfChartInput, value: number | undefined): string {
  return withUnit((signed ? formatSigned : formatNumber)(value ?? NaN, decimals), unit);
}

function titleOf(input: WhatIfChartInput, words: (p: Period) => string): string {
  const { at, lang, name } = input;
  const [before, after] = [figureOf(input, input.before[at]), figureOf(input, input.after[at])];
  const params = { name, period: words(input.first + at), before, after };
  if (!Number.isFinite(input.after[at])) return say(T.none, lang, params);
  if (at >= input.known) return say(T.projected, lang, params);
  return say(before === after ? T.same : T.title, lang, params);
}

function drawn(input: WhatIfChartInput, words: (p: Period) => string): EChartsOption {
  const { first, count, known, theme, lang } = input;
  const scale = thresholdScale([...points(input.before), ...points(input.after)], input.thresholds, input.worse);
  if (!scale) return { animation: false, series: [] };
  const marks = yearMarks(input.frequency, first, count, 6);
  const decimals = axisDecimals(scale.low, scale.high);
  const data = (values: ArrayLike<number>) =>
    Array.from({ length: count }, (_, i) => [first + i, Number.isFinite(values[i]) ? values[i]! : null]);
  return {
    animation: false,
    grid: { left: 46, right: 62, top: 26, bottom: 24, containLabel: false },
    legend: {
      top: 0,
      right: 8,
      itemHeight: 8,
      textStyle: { color: theme.ink2 },
      data: [T.before[lang], T.after[lang]],
      selectedMode: false,
    },
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
      max: first + count - 1,
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
        id: 'before',
        name: T.before[lang],
        type: 'line',
        data: data(input.before),
        symbol: 'none',
        connectNulls: false,
        itemStyle: { color: theme.ink2 },
        lineStyle: { color: theme.ink2, width: 1.8, type: 'dashed' },
        z: 4,
        ...(known < count
          ? {
              markArea: {
                silent: true,
                itemStyle: { color: theme.line, opacity: 0.35 },
                label: { show: true, position: 'insideBottom', color: theme.ink2, fontSize: 11 },
                data: [[{ name: T.ahead[lang], xAxis: first + known - 1 }, { xAxis: first + count - 1 }]],
              },
            }
          : {}),
      },
      {
        id: 'after',
        name: T.after[lang],
        type: 'line',
        data: data(input.after),
        symbol: 'none',
        connectNulls: false,
        itemStyle: { color: theme.accent },
        lineStyle: { color: theme.accent, width: 2 },
        z: 5,
        markArea: {
          silent: true,
          data: scale.bands.map((band) => [
            { yAxis: band.from, itemStyle: { color: levelColours(theme, band.level).band, opacity: 0.9 } },
            { yAxis: band.to },
          ]),
        },
        markLine: {
          silent: true,
          symbol: 'none',
          data: scale.lines.map((line) => ({
            yAxis: line.value,
            lineStyle: { color: levelColours(theme, line.level).text, type: 'dashed', width: 1, opacity: 0.8 },
            label: {
              position: 'end',
              distance: 4,
              formatter: `${levelNumeral(line.level)} ${(input.signed ? formatSigned : formatNumber)(line.value, input.decimals)}`,
              color: levelColours(theme, line.level).text,
              fontSize: 11,
              fontWeight: 'bold',
            },
          })),
        },
      },
    ],
    aria: { enabled: false },
  };
}

function points(values: ArrayLike<number>): number[] {
  return Array.from(values).filter((v) => Number.isFinite(v));
}

function pointTooltip(input: WhatIfChartInput, i: number, words: (p: Period) => string): string {
  const { lang } = input;
  return tooltipHtml(words(input.first + i), [
    [T.before[lang], figureOf(input, input.before[i])],
    [T.after[lang], figureOf(input, input.after[i])],
    [T.levelBefore[lang], levelName(input.levelBefore[i]!)[lang]],
    [T.levelAfter[lang], levelName(input.levelAfter[i]!)[lang]],
  ]);
}
