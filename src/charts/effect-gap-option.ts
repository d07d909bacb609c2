import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { say } from '../base/text';
import type { ChartModel } from './chart-model';
import { effectAxis, startLine } from './effect-axis';
import { EFFECT_CHART_TEXT as T, type EffectChartInput, effectWords, rowWords } from './effect-words';
import { tooltipHtml } from './escape-html';
import { textWidth } from './text-width';
import { axisDecimals } from './threshold-scale';

export interface EffectGapInput extends EffectChartInput {
  /** Mean gap since the start, and its root mean square before it. */
  readonly since: number;
  readonly misfit: number;
}

const PADDING = 0.06;
const FONT_PX = 11;

/** A region less its synthetic twin, in front of what chance does to its controls. */
export function effectGapModel(input: EffectGapInput): ChartModel {
  const { lang, region, gap, chance, periods, before } = input;
  const words = effectWords(input);
  const title = say(T.gapTitle, lang, {
    region,
    since: words.differenceInWords(input.since),
    misfit: words.sizeInWords(input.misfit),
  });
  const outside = periods.filter((_, i) => i >= before && (gap[i]! < chance.low[i]! || gap[i]! > chance.high[i]!));
  return {
    title,
    subtitle: say(T.gapSubtitle, lang, { indicator: input.indicator, unit: words.differenceUnit }),
    description: say(T.gapDescription, lang, {
      ...words.range,
      title,
      n: periods.length - before,
      out: outside.length,
      verdict: input.verdict,
    }),
    get table() {
      return {
        head: [T.period[lang], T.gap[lang], T.low[lang], T.high[lang]],
        rows: periods
          .map((_, i) => [
            rowWords(input, i),
            words.difference(gap[i]),
            words.difference(chance.low[i]),
            words.difference(chance.high[i]),
          ])
          .toReversed(),
      };
    },
    option: drawn(input),
  };
}

function drawn(input: EffectGapInput): EChartsOption {
  const { theme, lang, gap, chance, periods, region } = input;
  const words = effectWords(input);
  const all = [0, ...[gap, chance.low, chance.high].flatMap((values) => Array.from(values))];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const pad = PADDING * (most - least || 1);
  const [low, high] = [least - pad, most + pad];
  const decimals = axisDecimals(low, high);
  const tick = (v: number): string => (v === 0 ? '0' : words.difference(Number(v.toFixed(decimals))));
  return {
    animation: false,
    grid: {
      top: 22,
      bottom: 24,
      left: 14 + Math.max(...[low, high].map((v) => textWidth(tick(v), FONT_PX))),
      right: 24,
      containLabel: false,
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => {
        const period = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
        const i = periods.indexOf(period ?? NaN);
        if (i < 0) return '';
        return tooltipHtml(rowWords(input, i), [
          [T.gap[lang], words.difference(gap[i])],
          [T.low[lang], words.difference(chance.low[i])],
          [T.high[lang], words.difference(chance.high[i])],
        ]);
      },
    },
    xAxis: effectAxis(input),
    yAxis: {
      type: 'value',
      min: low,
      max: high,
      splitNumber: 4,
      axisLabel: { formatter: tick, showMinLabel: false, showMaxLabel: false },
    },
    series: [
      band(input),
      {
        id: 'zero',
        type: 'line',
        data: [
          [periods[0]!, 0],
          [periods.at(-1)!, 0],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: theme.lineStrong, width: 1, type: 'solid' },
        z: 3,
        tooltip: { show: false },
      },
      {
        id: 'gap',
        name: region,
        type: 'line',
        data: periods.map((p, i) => [p, gap[i]!]),
        symbol: 'none',
        itemStyle: { color: theme.accent },
        lineStyle: { color: theme.accent, width: 2.2 },
        z: 5,
        markLine: startLine(input),
      },
    ],
    aria: { enabled: false },
  };
}

/** The field between the 5 % and the 95 % point of the controls' gaps. */
function band({ periods, chance, theme }: EffectGapInput): CustomSeriesOption {
  const edge = (values: ArrayLike<number>): [number, number][] => periods.map((p, i) => [p, values[i]!]);
  const outline = [...edge(chance.high), ...edge(chance.low).toReversed()];
  const renderItem: CustomSeriesRenderItem = (_params, api) => ({
    type: 'polygon',
    silent: true,
    shape: { points: outline.map((point) => api.coord(point) as [number, number]) },
    style: { fill: theme.ink3, opacity: 0.18 },
  });
  return {
    id: 'band',
    type: 'custom',
    data: [[periods[0]!, 0]],
    renderItem,
    silent: true,
    clip: true,
    z: 1,
    tooltip: { show: false },
  };
}
