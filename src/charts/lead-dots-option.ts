import type { EChartsOption } from 'echarts';
import { formatNumber, formatSpan } from '../base/format';
import type { Frequency } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import type { ChartTheme } from './theme';

const T = defineText({
  early: {
    zh: '{name}：{n}个事件报出{hits}个，中位提前{span}',
    en: '{name}: {hits} of {n} episodes caught, the middle one {span} ahead',
  },
  late: {
    zh: '{name}：{n}个事件报出{hits}个，中位迟到{span}',
    en: '{name}: {hits} of {n} episodes caught, the middle one {span} late',
  },
  same: {
    zh: '{name}：{n}个事件报出{hits}个，中位与事件同期',
    en: '{name}: {hits} of {n} episodes caught, the middle one as it began',
  },
  none: { zh: '{name}：{n}个事件一个也未报出', en: '{name}: none of {n} episodes caught' },
  empty: { zh: '{name}：没有可计的事件', en: '{name}: no episode to score' },
  subtitle: {
    zh: '警报首次亮起距事件开始的期数；圆的大小为事件数，0 为事件开始，左为提前；空心为漏报',
    en: 'Periods from the start of the episode to the first alarm; size is the number of episodes, 0 its start, left is early; hollow: missed',
  },
  ahead: { zh: '提前{span}', en: '{span} ahead' },
  behind: { zh: '迟到{span}', en: '{span} late' },
  at: { zh: '同期', en: 'as it began' },
  missed: { zh: '漏报', en: 'Missed' },
  lead: { zh: '警报', en: 'Alarm' },
  episodes: { zh: '事件数', en: 'Episodes' },
  set: { zh: '规则', en: 'Rules' },
});

export interface LeadRow {
  readonly set: string;
  /** Periods from the start of each counted episode to its alarm; negative = early; null = missed. */
  readonly leads: readonly (number | null)[];
}

export interface LeadDotsInput {
  readonly name: string;
  /** One, or two that are compared; the title tells the first. */
  readonly rows: readonly LeadRow[];
  readonly median: number | null;
  readonly frequency: Frequency;
  /** The window in which an alarm counts as ahead. */
  readonly span: number;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

interface Dot {
  readonly y: number;
  readonly lead: number | null;
  readonly count: number;
}

/** How early the alarms came: a dot for each lead, as large as the number of episodes. */
export function leadDotsOption(input: LeadDotsInput): ChartModel {
  const { name, rows, median, lang, frequency } = input;
  const leads = rows[0]?.leads ?? [];
  const hits = leads.filter((l) => l !== null).length;
  const finding =
    leads.length === 0 ? T.empty : median === null ? T.none : median < 0 ? T.early : median > 0 ? T.late : T.same;
  const title = say(finding, lang, {
    name,
    n: formatNumber(leads.length),
    hits: formatNumber(hits),
    span: spanWords(frequency, Math.abs(median ?? 0), lang),
  });
  const dots = rows.flatMap((row, y) => dotsOf(row.leads, y));
  const words = (lead: number | null): string =>
    lead === null
      ? T.missed[lang]
      : lead === 0
        ? T.at[lang]
        : say(lead < 0 ? T.ahead : T.behind, lang, { span: formatSpan(frequency, Math.abs(lead), lang) });
  return {
    title,
    subtitle: T.subtitle[lang],
    description: `${title}。${T.subtitle[lang]}`,
    get table() {
      return {
        head: [T.lead, T.set, T.episodes].map((h) => h[lang]),
        rows: dots.map((d) => [words(d.lead), rows[d.y]!.set, formatNumber(d.count)]),
      };
    },
    option: drawn(input, dots, words),
  };
}

/** `1.5` periods have no plural of their own. */
function spanWords(frequency: Frequency, span: number, lang: Lang): string {
  if (Number.isInteger(span)) return formatSpan(frequency, span, lang);
  return formatSpan(frequency, 2, lang).replace('2', formatNumber(span, 1));
}

function dotsOf(leads: readonly (number | null)[], y: number): Dot[] {
  const counts = new Map<number | null, number>();
  for (const lead of leads) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  return [...counts]
    .map(([lead, count]) => ({ y, lead, count }))
    .toSorted((a, b) => (a.lead ?? Infinity) - (b.lead ?? Infinity));
}

function drawn(input: LeadDotsInput, dots: readonly Dot[], words: (lead: number | null) => string): EChartsOption {
  const { rows, lang, theme, span } = input;
  const known = dots.flatMap((d) => d.lead ?? []);
  const low = Math.min(-span, ...known) - 1;
  const high = Math.max(6, ...known) + 1;
  const step = [1, 2, 3, 6, 12, 24, 48].find((s) => (high - low) / s <= 12) ?? 96;
  const marks = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((v) => v % step === 0 && v < high);
  // What was missed stands apart, right of everything.
  const missedAt = high + Math.max(1, (high - low) * 0.06);
  const most = Math.max(1, ...dots.map((d) => d.count));
  return {
    animation: false,
    grid: { left: rows.length > 1 ? 160 : 16, right: 24, top: 8, bottom: 26, containLabel: false },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const dot = dots[(params as unknown as { dataIndex: number }).dataIndex];
        return dot ? tooltipHtml(words(dot.lead), [[T.episodes[lang], formatNumber(dot.count)]]) : '';
      },
    },
    xAxis: {
      type: 'value',
      min: low,
      max: missedAt + (high - low) * 0.05,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        customValues: [...marks, missedAt],
        formatter: (v: number) => (v === missedAt ? T.missed[lang] : v > 0 ? `+${v}` : String(v).replace('-', '−')),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((r) => r.set),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: rows.length > 1, width: 148, overflow: 'truncate' },
    },
    series: [
      {
        id: 'dots',
        type: 'scatter',
        data: dots.map((d) => ({
          value: [d.lead ?? missedAt, d.y],
          symbolSize: 9 + 25 * Math.sqrt(d.count / most),
          itemStyle:
            d.lead === null
              ? { color: theme.card, borderColor: theme.ink2, borderWidth: 1.5 }
              : { color: theme.series[d.y]!, opacity: 0.8 },
          label: {
            show: d.count > 1,
            formatter: formatNumber(d.count),
            color: d.lead === null ? theme.ink : theme.card,
            fontSize: 11,
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: theme.ink3, type: 'solid', width: 1 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
    aria: { enabled: false },
  };
}
