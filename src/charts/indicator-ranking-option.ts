import type { EChartsOption } from 'echarts';
import { defineText, type Lang, say, type Text } from '../base/text';
import { median } from '../stats/summary';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import { figureWords, headlineWords, isFigure, type Measure, scaleFor, unitWords } from '../base/measure';
import { tickWords } from './indicator-words';
import type { ChartTheme } from './theme';

const TEXT = defineText({
  rank: { zh: '位次', en: 'Rank' },
  region: { zh: '地区', en: 'Region' },
  figure: { zh: '数值', en: 'Figure' },
  mark: { zh: '数据状态', en: 'Status' },
  bars: {
    zh: '条形图，{subtitle}，{count}个地区由高到低排列。最高{high} {a}，最低{low} {b}。',
    en: 'Bar chart, {subtitle}, {count} regions from high to low. {high} is highest at {a}, {low} lowest at {b}. ',
  },
  dots: {
    zh: '点图，{subtitle}，{count}个地区。最高{high} {a}，最低{low} {b}，中位数{median}。',
    en: 'Dot plot, {subtitle}, {count} regions. {high} is highest at {a}, {low} lowest at {b}, the median is {median}. ',
  },
  chosen: { zh: '所选：{list}。', en: 'Chosen: {list}. ' },
  absent: { zh: '{count}个地区无数值。', en: 'Without a figure: {count}. ' },
  empty: { zh: '本期没有数值。', en: 'No figures for this period.' },
});

export interface RankedRegion {
  readonly name: string;
  /** NaN = no figure: listed in the table, not drawn. */
  readonly value: number;
  /** How the figure came to be, or why there is none; null when simply as reported. */
  readonly mark: Text | null;
  readonly chosen: boolean;
  readonly emphasis: boolean;
}

export interface RankingInput {
  readonly title: string;
  readonly subtitle: string;
  readonly measure: Measure;
  readonly regions: readonly RankedRegion[];
}

/** Areas that are told apart as bars with their names; more become dots. */
export const MAX_BARS = 30;
const BAR_ROW = 21;

/** Height that the ranking needs, in pixels. */
export function rankingHeight(regions: number): number {
  return regions <= MAX_BARS ? 34 + BAR_ROW * Math.max(3, regions) : 190;
}

/** All regions of a rank at one period, highest first: bars from zero; the ink one, the chosen ones and the others. */
export function indicatorRankingModel(input: RankingInput, theme: ChartTheme, lang: Lang): ChartModel {
  const { measure } = input;
  const ranked = rankedOf(input.regions);
  // Where every region is chosen, being chosen says nothing.
  const all = ranked.every((r) => r.chosen);
  const negative = ranked.some((r) => r.value < 0);
  const option: EChartsOption = {
    grid: { left: 8, right: 64, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: ranked.map((r) => r.name),
      axisTick: { show: false },
      axisLine: { show: !negative },
      axisLabel: {
        interval: 0,
        hideOverlap: false,
        fontSize: 12,
        color: (_name?: string | number, i?: number) => (ranked[i ?? -1]?.emphasis ? theme.accent : theme.ink2),
      },
    },
    xAxis: {
      type: 'value',
      scale: false,
      axisLabel: { show: false },
      splitLine: { show: false },
      // Room for the figure of the longest bar to the left, between it and the names.
      boundaryGap: [negative ? '18%' : 0, 0],
    },
    tooltip: { trigger: 'item', formatter: (p: unknown) => tooltipOf(ranked, dataIndexOf(p), input, lang) },
    series: [
      {
        type: 'bar',
        barCategoryGap: '28%',
        data: ranked.map((r) => ({
          value: r.value,
          itemStyle: { color: r.emphasis ? theme.accent : r.chosen && !all ? theme.ink3 : theme.lineStrong },
          label: {
            position: r.value < 0 ? ('left' as const) : ('right' as const),
            color: r.emphasis ? theme.accent : theme.ink2,
            fontWeight: r.emphasis ? ('bold' as const) : ('normal' as const),
          },
        })),
        label: {
          show: true,
          fontSize: 11,
          formatter: (p: unknown) => headlineWords(ranked[dataIndexOf(p)]?.value, measure, lang),
        },
      },
    ],
  };
  return modelOf(input, ranked, option, TEXT.bars, lang);
}

/** Too many areas for bars: one dot each on the scale of the measure, the chosen ones in ink with their names. */
export function indicatorStripModel(input: RankingInput, theme: ChartTheme, lang: Lang): ChartModel {
  const { measure } = input;
  const ranked = rankedOf(input.regions);
  const scale = scaleFor(Math.max(0, ...ranked.map((r) => Math.abs(r.value))), measure, lang);
  const rows = stackRows(ranked.map((r) => r.value));
  const tallest = Math.max(1, ...rows.map(Math.abs));
  const option: EChartsOption = {
    grid: { left: 16, right: 16, top: 30, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      scale: measure.base !== 0,
      name: scale.unit,
      nameLocation: 'end',
      nameTextStyle: { align: 'right', verticalAlign: 'top', padding: [6, 0, 0, 0] },
      axisLine: { show: true, onZero: false },
      axisLabel: {
        formatter: tickWords(
          ranked.map((r) => r.value),
          scale,
          measure.base === 0,
        ),
      },
    },
    yAxis: { type: 'value', show: false, min: -tallest - 1, max: tallest + 1 },
    tooltip: { trigger: 'item', formatter: (p: unknown) => tooltipOf(ranked, dataIndexOf(p), input, lang) },
    series: [
      {
        type: 'scatter',
        symbolSize: 9,
        data: ranked.map((r, i) => ({
          value: [r.value, rows[i]!],
          symbolSize: r.emphasis ? 13 : 9,
          itemStyle: {
            color: r.emphasis ? theme.accent : r.chosen ? theme.ink2 : theme.lineStrong,
            opacity: r.emphasis || r.chosen ? 1 : 0.7,
          },
        })),
        // The name stands above all dots, so that it covers none.
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.accent, type: 'solid', width: 1 },
          data: ranked.flatMap((r) =>
            r.emphasis
              ? [
                  {
                    xAxis: r.value,
                    label: {
                      position: 'end' as const,
                      align: sideOf(r, ranked),
                      color: theme.accent,
                      fontSize: 11,
                      fontWeight: 'bold' as const,
                      formatter: () => `${r.name} ${figureWords(r.value, measure)}`,
                    },
                  },
                ]
              : [],
          ),
        },
      },
    ],
  };
  return modelOf(input, ranked, option, TEXT.dots, lang);
}

function rankedOf(regions: readonly RankedRegion[]): readonly RankedRegion[] {
  return regions.filter((r) => isFigure(r.value)).sort((a, b) => b.value - a.value);
}

/** A name near an edge of the scale grows inwards. */
function sideOf(region: RankedRegion, ranked: readonly RankedRegion[]): 'left' | 'center' | 'right' {
  const [high, low] = [ranked[0]!.value, ranked[ranked.length - 1]!.value];
  const share = high > low ? (region.value - low) / (high - low) : 0.5;
  return share > 0.7 ? 'right' : share < 0.3 ? 'left' : 'center';
}

/** Dots of nearly the same value stand above and below one another: 0, 1, −1, 2, −2 … */
export function stackRows(values: readonly number[]): readonly number[] {
  const low = Math.min(...values);
  const width = (Math.max(...values) - low) / 40 || 1;
  const used = new Map<number, number>();
  return values.map((v) => {
    const bin = Math.round((v - low) / width);
    const k = used.get(bin) ?? 0;
    used.set(bin, k + 1);
    return k % 2 === 1 ? (k + 1) / 2 : -k / 2 || 0;
  });
}

function dataIndexOf(params: unknown): number {
  return typeof params === 'object' && params !== null && 'dataIndex' in params ? Number(params.dataIndex) : -1;
}

/** Place from the top; equal figures share it. */
function rankOf(ranked: readonly RankedRegion[], region: RankedRegion): number {
  return ranked.filter((other) => other.value > region.value).length + 1;
}

function tooltipOf(ranked: readonly RankedRegion[], index: number, input: RankingInput, lang: Lang): string {
  const region = ranked[index];
  if (!region) return '';
  return tooltipHtml(region.name, [
    [TEXT.figure[lang], figureWords(region.value, input.measure)],
    [TEXT.rank[lang], `${rankOf(ranked, region)} / ${ranked.length}`],
    ...(region.mark ? [[TEXT.mark[lang], region.mark[lang]] as const] : []),
  ]);
}

function modelOf(
  input: RankingInput,
  ranked: readonly RankedRegion[],
  option: EChartsOption,
  words: (typeof TEXT)['bars'],
  lang: Lang,
): ChartModel {
  const { measure, regions, title, subtitle } = input;
  const absent = regions.filter((r) => !isFigure(r.value));
  const chosen = ranked.filter((r) => r.chosen).map((r) => `${r.name} ${figureWords(r.value, measure)}`);
  const [high, low] = [ranked[0], ranked[ranked.length - 1]];
  const description =
    high && low
      ? [
          say(words, lang, {
            subtitle,
            count: ranked.length,
            high: high.name,
            a: figureWords(high.value, measure),
            low: low.name,
            b: figureWords(low.value, measure),
            median: figureWords(median(ranked.map((r) => r.value)), measure),
          }),
          chosen.length > 0 && chosen.length < ranked.length
            ? say(TEXT.chosen, lang, { list: chosen.join(lang === 'zh' ? '、' : ', ') })
            : '',
          absent.length > 0 ? say(TEXT.absent, lang, { count: absent.length }) : '',
        ].join('')
      : TEXT.empty[lang];
  const rows = [...ranked, ...absent].map((r) => {
    return [
      r.name,
      figureWords(r.value, measure),
      isFigure(r.value) ? String(rankOf(ranked, r)) : '',
      r.mark ? r.mark[lang] : '',
    ];
  });
  const unit = unitWords(measure.unit, lang);
  const figureHead = unit === '' ? TEXT.figure[lang] : `${TEXT.figure[lang]} (${unit})`;
  return {
    title,
    subtitle,
    description,
    table: { head: [TEXT.region[lang], figureHead, TEXT.rank[lang], TEXT.mark[lang]], rows },
    option,
  };
}
