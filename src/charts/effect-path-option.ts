import type { EChartsOption } from 'echarts';
import { formatNumber } from '../base/format';
import { say } from '../base/text';
import type { ChartModel } from './chart-model';
import { dodge } from './dodge';
import { EFFECT_CHART_TEXT as T, type EffectChartInput, effectWords, rowWords } from './effect-words';
import { tooltipHtml } from './escape-html';
import { effectAxis, startLine } from './effect-axis';
import { textWidth } from './text-width';
import { axisDecimals } from './threshold-scale';

export const EFFECT_PX = 280;
const GRID = { top: 22, bottom: 24 } as const;
const PADDING = 0.06;
const FONT_PX = 11;

/** A region, its synthetic twin and the mean of its controls, before and since a measure. */
export function effectPathModel(input: EffectChartInput): ChartModel {
  const { lang, region, own, twin, parallel, periods } = input;
  const words = effectWords(input);
  const last = periods.length - 1;
  const mean = (values: ArrayLike<number>, early: boolean): string => {
    const part = Array.from(values).slice(early ? 0 : input.before, early ? input.before : undefined);
    return words.inWords(part.reduce((sum, v) => sum + v, 0) / part.length);
  };
  return {
    title: say(T.pathTitle, lang, {
      region,
      before: mean(own, true),
      since: mean(own, false),
      twinBefore: mean(twin, true),
      twinSince: mean(twin, false),
    }),
    subtitle: say(T.pathSubtitle, lang, { indicator: input.indicator, unit: words.unit, start: words.start }),
    description: say(T.pathDescription, lang, {
      ...words.range,
      region,
      last: words.at(last),
      own: words.figure(own[last]),
      twin: words.figure(twin[last]),
      mean: words.figure(parallel[last]),
      verdict: input.verdict,
    }),
    get table() {
      return {
        head: [T.period[lang], region, T.twin[lang], T.parallel[lang]],
        rows: periods
          .map((_, i) => [rowWords(input, i), words.figure(own[i]), words.figure(twin[i]), words.figure(parallel[i])])
          .toReversed(),
      };
    },
    option: drawn(input),
  };
}

function drawn(input: EffectChartInput): EChartsOption {
  const { theme, lang, own, twin, parallel, periods } = input;
  const words = effectWords(input);
  const all = [own, twin, parallel].flatMap((values) => Array.from(values));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const pad = PADDING * (most - least || Math.abs(most) || 1);
  const [low, high] = [least - pad, most + pad];
  const decimals = axisDecimals(low, high);
  const lines = [
    {
      id: 'parallel',
      name: T.parallel[lang],
      values: parallel,
      colour: theme.ink3,
      width: 1.2,
      type: 'solid' as const,
    },
    { id: 'twin', name: T.twin[lang], values: twin, colour: theme.ink2, width: 1.8, type: 'dashed' as const },
    { id: 'own', name: input.region, values: own, colour: theme.accent, width: 2.4, type: 'solid' as const },
  ];
  const last = periods.length - 1;
  const px = EFFECT_PX - GRID.top - GRID.bottom;
  const toPx = (v: number): number => ((high - v) / (high - low)) * px;
  const ends = lines.map((line) => toPx(line.values[last]!));
  const places = dodge(ends, 15, 0, px);
  const tick = (v: number): string => formatNumber(v, decimals);
  return {
    animation: false,
    grid: {
      ...GRID,
      left: 14 + Math.max(...[low, high].map((v) => textWidth(tick(v), FONT_PX))),
      right: 14 + Math.max(...lines.map((line) => textWidth(line.name, 12))),
      containLabel: false,
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => {
        const period = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
        const i = periods.indexOf(period ?? NaN);
        if (i < 0) return '';
        return tooltipHtml(
          rowWords(input, i),
          lines.toReversed().map((line) => [line.name, words.figure(line.values[i])] as const),
        );
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
    series: lines.map((line, k) => ({
      id: line.id,
      name: line.name,
      type: 'line' as const,
      data: periods.map((p, i) => [p, line.values[i]!]),
      symbol: 'none',
      itemStyle: { color: line.colour },
      lineStyle: { color: line.colour, width: line.width, type: line.type },
      z: 3 + k,
      endLabel: {
        show: true,
        formatter: line.name,
        color: line.id === 'parallel' ? theme.ink2 : line.colour,
        fontSize: 12,
        fontWeight: line.id === 'own' ? ('bold' as const) : ('normal' as const),
        offset: [0, places[k]! - ends[k]!],
      },
      ...(line.id === 'own' ? { markLine: startLine(input) } : {}),
    })),
    aria: { enabled: false },
  };
}
