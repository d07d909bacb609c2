import { formatNumber, formatSpan } from '../base/format';
import type { Frequency } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import type { ChartTheme } from './theme';

export interface LeadLagInput {
  readonly leading: string;
  readonly following: string;
  readonly region: string;
  readonly frequency: Frequency;
  readonly most: number;
  /** For k = −most … most. */
  readonly correlations: ArrayLike<number>;
  readonly best: number | null;
  /** How both were turned, in words. */
  readonly measure: string;
  readonly lang: Lang;
}

const T = defineText({
  leads: {
    zh: '{region}：{leading}领先{following} {span}时两者最相关（{r}）',
    en: '{region}: {leading} goes before {following} by {span} where they are closest ({r})',
  },
  follows: {
    zh: '{region}：{leading}落后于{following} {span}时两者最相关（{r}）',
    en: '{region}: {leading} comes after {following} by {span} where they are closest ({r})',
  },
  together: {
    zh: '{region}：{leading}与{following}同期最相关（{r}）',
    en: '{region}: {leading} and {following} are closest at the same time ({r})',
  },
  none: {
    zh: '{region}：{leading}与{following}的共同时期不足，看不出先后',
    en: '{region}: too few common periods of {leading} and {following} to tell which goes before',
  },
  subtitle: {
    zh: '相关系数（−1至1），{measure}；相关不等于因果',
    en: 'Correlation (−1 to 1), {measure}; correlation is not cause',
  },
  axis: { zh: '领先期数', en: 'periods ahead' },
  lead: { zh: '领先', en: 'Lead' },
  correlation: { zh: '相关系数', en: 'Correlation' },
  ahead: { zh: '领先 {span}', en: '{span} ahead' },
  behind: { zh: '落后 {span}', en: '{span} behind' },
  same: { zh: '同期', en: 'same period' },
});

/** How closely one indicator, so many periods before, goes with another: a bar for each lead. */
export function leadLagModel(input: LeadLagInput, theme: ChartTheme): ChartModel {
  const { most, correlations, best, lang, frequency, leading, following, region } = input;
  const value = (k: number): number => correlations[k + most] ?? NaN;
  const figure = (r: number): string => (r === r ? formatNumber(r, 2) : '—');
  const words = (k: number): string =>
    k === 0 ? T.same[lang] : say(k > 0 ? T.ahead : T.behind, lang, { span: formatSpan(frequency, Math.abs(k), lang) });
  const leads = Array.from({ length: 2 * most + 1 }, (_, i) => i - most);
  const finding = best === null ? T.none : best > 0 ? T.leads : best < 0 ? T.follows : T.together;
  const title = say(finding, lang, {
    region,
    leading,
    following,
    span: formatSpan(frequency, Math.abs(best ?? 0), lang),
    r: figure(best === null ? NaN : value(best)),
  });
  const subtitle = say(T.subtitle, lang, { measure: input.measure });
  return {
    title,
    subtitle,
    description: `${title}。${subtitle}`,
    get table() {
      return {
        head: [T.lead[lang], T.correlation[lang]],
        rows: leads.map((k) => [words(k), figure(value(k))]),
      };
    },
    option: {
      animation: false,
      grid: { left: 44, right: 16, top: 12, bottom: 46, containLabel: false },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (params) => {
          const k = (params as unknown as readonly { value: readonly number[] }[])[0]?.value[0];
          return k === undefined ? '' : tooltipHtml(words(k), [[T.correlation[lang], figure(value(k))]]);
        },
      },
      xAxis: {
        type: 'value',
        min: -most - 0.6,
        max: most + 0.6,
        name: T.axis[lang],
        nameLocation: 'middle',
        nameGap: 28,
        splitLine: { show: false },
        axisLine: { onZero: true },
        axisTick: { show: false },
        axisLabel: {
          customValues: leads.filter((k) => k % 3 === 0),
          formatter: (k: number) => (k > 0 ? `+${k}` : String(k).replace('-', '−')),
        },
      },
      yAxis: {
        type: 'value',
        min: -1,
        max: 1,
        interval: 0.5,
        axisLabel: { formatter: (r: number) => formatNumber(r, 1) },
      },
      series: [
        {
          type: 'bar',
          barWidth: '60%',
          data: leads.map((k) => ({
            value: [k, value(k) === value(k) ? value(k) : null] as (number | null)[] as number[],
            itemStyle: { color: k === best ? theme.accent : theme.lineStrong },
            label: { position: value(k) < 0 ? ('bottom' as const) : ('top' as const) },
          })),
          label: {
            show: true,
            color: theme.ink,
            formatter: (p) => {
              const k = (p.value as readonly number[])[0]!;
              return k === best ? figure(value(k)) : '';
            },
          },
        },
      ],
    },
  };
}
