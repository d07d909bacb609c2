import { formatNumber } from '../base/format';
import { unitWords } from '../base/measure';
import { defineText, type Lang, say, type Text } from '../base/text';
import { pointsWords, TARGETS_DUE, TARGETS_SUBTITLE } from '../briefing/exhibits/target-words';
import type { ChartTable } from './chart-model';
import { tooltipHtml } from './escape-html';

const TEXT = defineText({
  description: { zh: '子弹图，{title}。{list}。', en: 'Bullet chart. {title}. {list}. ' },
  item: { zh: '{name} {share}%', en: '{name} {share}%' },
  absent: { zh: '{count}个无法计算。', en: 'Not computable: {count}. ' },
  rank: { zh: '位次', en: 'Rank' },
  region: { zh: '地区', en: 'Region' },
  achieved: { zh: '累计完成', en: 'Achieved' },
  target: { zh: '全年目标', en: 'Target of the year' },
  share: { zh: '完成比例 (%)', en: 'Share of target (%)' },
  gap: { zh: '与时序相比', en: 'Against schedule' },
  duePast: { zh: '前三年同期 (%)', en: 'Last three years by then (%)' },
  gapPast: { zh: '与前三年同期相比', en: 'Against the last three years' },
  note: { zh: '说明', en: 'Note' },
});

/** A region on its way to the target of the year; shares in per cent of the target, gaps in points, ahead above 0. */
interface TargetBar {
  readonly name: string;
  readonly rank: number | null;
  readonly achieved: number | null;
  readonly target: number | null;
  /** Null: listed in the table, not drawn. */
  readonly share: number | null;
  readonly gap: number | null;
  readonly duePast: number | null;
  readonly gapPast: number | null;
  readonly why: Text | null;
}

export interface TargetChartInput {
  readonly indicator: string;
  readonly unit: string;
  readonly decimals: number;
  readonly period: string;
  /** What the regions together are called: 盟市. */
  readonly noun: string;
  /** Share of the year gone by, per cent. */
  readonly due: number;
  /** By rank. */
  readonly rows: readonly TargetBar[];
  readonly lang: Lang;
}

export type Drawn = TargetBar & { readonly share: number; readonly gap: number };

export function descriptionOf(title: string, drawn: readonly Drawn[], absent: number, lang: Lang): string {
  const list = drawn.map((row) => say(TEXT.item, lang, { name: row.name, share: formatNumber(row.share, 1) }));
  return (
    say(TEXT.description, lang, { title, list: list.join(lang === 'zh' ? '、' : ', ') }) +
    (absent > 0 ? say(TEXT.absent, lang, { count: absent }) : '')
  );
}

export function tableOf({ rows, unit, decimals, lang }: TargetChartInput): ChartTable {
  const shortUnit = unitWords(unit, lang);
  const withUnit = (head: Text): string => (shortUnit === '' ? head[lang] : `${head[lang]} (${shortUnit})`);
  return {
    head: [
      TEXT.region[lang],
      TEXT.rank[lang],
      withUnit(TEXT.achieved),
      withUnit(TEXT.target),
      TEXT.share[lang],
      TEXT.gap[lang],
      TEXT.duePast[lang],
      TEXT.gapPast[lang],
      TEXT.note[lang],
    ],
    rows: rows.map((row) => [
      row.name,
      row.rank === null ? '' : String(row.rank),
      formatNumber(row.achieved, decimals),
      formatNumber(row.target, decimals),
      formatNumber(row.share, 1),
      pointsWords(row.gap, lang),
      formatNumber(row.duePast, 1),
      pointsWords(row.gapPast, lang),
      row.why?.[lang] ?? '',
    ]),
  };
}

export function tooltipOf(row: Drawn | undefined, { unit, decimals, lang }: TargetChartInput): string {
  if (!row) return '';
  const figure = (value: number | null): string => `${formatNumber(value, decimals)} ${unitWords(unit, lang)}`.trim();
  return tooltipHtml(row.name, [
    [TEXT.achieved[lang], figure(row.achieved)],
    [TEXT.target[lang], figure(row.target)],
    [TEXT.share[lang], formatNumber(row.share, 1)],
    [TEXT.gap[lang], pointsWords(row.gap, lang)],
    [TEXT.gapPast[lang], pointsWords(row.gapPast, lang)],
  ]);
}

export function subtitleOf({ indicator, period, due, lang }: TargetChartInput): string {
  return say(TARGETS_SUBTITLE, lang, { indicator, period, due: formatNumber(due, 1) });
}

/** On the line of the calendar. */
export function dueWords({ due, lang }: TargetChartInput): string {
  return say(TARGETS_DUE, lang, { due: formatNumber(due, 1) });
}
