import type { EChartsOption } from 'echarts';
import { formatPeriodWords, formatShare } from '../base/format';
import { type Frequency, type Period, yearOf } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import { yearMarks } from './period-axis';
import type { ChartTheme } from './theme';

const T = defineText({
  title: {
    zh: '{name}：最多时{period}有{share}的地区亮警报',
    en: '{name}: at its widest, in {period}, the alarm was on in {share} of the regions',
  },
  quiet: { zh: '{name}：从未亮过警报', en: '{name}: the alarm was never on' },
  subtitle: {
    zh: '各期已知警报与事件的地区中，警报亮着（线）与处于事件（灰面）的份额',
    en: 'Of the regions with both alarm and episode known: share with the alarm on (line) and in an episode (grey)',
  },
  event: { zh: '处于事件', en: 'In an episode' },
  period: { zh: '时期', en: 'Period' },
});

export interface AlarmShareInput {
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly on: ArrayLike<number> }[];
  /** Share of the regions in an episode; NaN = none known. */
  readonly event: ArrayLike<number>;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

/** How widely the alarm was on, over the share of regions that really were in an episode. */
export function alarmShareOption(input: AlarmShareInput): ChartModel {
  const { lang, rows, event, first } = input;
  const count = event.length;
  const spelt = (p: Period): string => formatPeriodWords(input.frequency, p, lang, input.weekEndsOn);
  const on = rows[0]!.on;
  let widest = 0;
  for (let t = 1; t < count; t++) if (Number.isFinite(on[t]) && !(on[widest]! >= on[t]!)) widest = t;
  const title = say(on[widest]! > 0 ? T.title : T.quiet, lang, {
    name: input.name,
    period: spelt(first + widest),
    share: formatShare(on[widest]!),
  });
  return {
    title,
    subtitle: T.subtitle[lang],
    description: `${title}。${T.subtitle[lang]}`,
    get table() {
      return {
        head: [T.period[lang], T.event[lang], ...rows.map((r) => r.name)],
        rows: Array.from({ length: count }, (_, k) => {
          const t = count - 1 - k;
          return [spelt(first + t), formatShare(event[t]!, 1), ...rows.map((r) => formatShare(r.on[t]!, 1))];
        }),
      };
    },
    option: drawn(input, spelt),
  };
}

function drawn(input: AlarmShareInput, spelt: (p: Period) => string): EChartsOption {
  const { rows, event, first, frequency, theme, lang } = input;
  const count = event.length;
  const marks = yearMarks(frequency, first, count).filter((m) => (first + count - m) / count > 0.04);
  const data = (values: ArrayLike<number>) =>
    Array.from({ length: count }, (_, t) => [first + t, Number.isFinite(values[t]) ? values[t]! : null]);
  return {
    animation: false,
    grid: { left: 46, right: 8, top: 24, bottom: 24, containLabel: false },
    legend: {
      top: 0,
      right: 8,
      itemHeight: 8,
      textStyle: { color: theme.ink2 },
      selectedMode: false,
      data: [T.event[lang], ...rows.map((r) => r.name)],
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params) => {
        const at = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
        if (at === undefined) return '';
        const t = at - first;
        return tooltipHtml(spelt(at), [
          [T.event[lang], formatShare(event[t]!, 1)],
          ...rows.map((r): [string, string] => [r.name, formatShare(r.on[t]!, 1)]),
        ]);
      },
    },
    xAxis: {
      type: 'value',
      min: first,
      max: first + count - 1,
      splitLine: { show: false },
      axisTick: { show: true, customValues: [...marks] },
      axisLabel: { customValues: [...marks], formatter: (v: number) => String(yearOf(frequency, v)) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      // Never beyond the whole.
      max: ({ max }: { max: number }) => Math.min(1, max * 1.1 || 1),
      splitNumber: 3,
      axisLabel: { formatter: (v: number) => formatShare(v), showMaxLabel: false },
    },
    series: [
      {
        id: 'event',
        name: T.event[lang],
        type: 'line',
        step: 'middle',
        symbol: 'none',
        data: data(event),
        itemStyle: { color: theme.lineStrong },
        lineStyle: { width: 0 },
        areaStyle: { color: theme.lineStrong, opacity: 0.55 },
      },
      ...rows.map((row, k) => ({
        id: `on ${k}`,
        name: row.name,
        type: 'line' as const,
        symbol: 'none',
        data: data(row.on),
        itemStyle: { color: theme.series[k]! },
        lineStyle: { color: theme.series[k]!, width: 1.8, type: k === 0 ? ('solid' as const) : ('dashed' as const) },
      })),
    ],
    aria: { enabled: false },
  };
}
