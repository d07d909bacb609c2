import { describe, expect, test } from 'vitest';
import { targetProgressHeight, targetProgressModel } from '../../src/charts/target-progress-option';
import type { TargetChartInput } from '../../src/charts/target-progress-words';
import { CHART_THEMES } from '../../src/charts/theme';
import { draw, wordsIn } from './draw';

const EVIL = '<script>alert(1)</script>';
const theme = CHART_THEMES.light;
const bar = (
  name: string,
  rank: number | null,
  share: number | null,
  over: Partial<TargetChartInput['rows'][number]> = {},
) => ({
  name,
  rank,
  achieved: share === null ? null : share * 10,
  target: 1000,
  share,
  gap: share === null ? null : share - 75,
  duePast: 72.5,
  gapPast: share === null ? null : share - 72.5,
  why: share === null ? { zh: '该地区没有本期数值', en: 'no figure' } : null,
  ...over,
});
const input = (rows: TargetChartInput['rows'], lang: 'zh' | 'en' = 'zh'): TargetChartInput => ({
  indicator: lang === 'zh' ? '城镇新增就业人数' : 'New urban jobs',
  unit: 'persons',
  decimals: 0,
  period: lang === 'zh' ? '2026年9月' : 'Sep 2026',
  noun: lang === 'zh' ? '盟市' : 'leagues and cities',
  due: 75,
  rows,
  lang,
});
const ROWS = [bar('包头市', 1, 80.24), bar(EVIL, 2, 75), bar('乌海市', 3, 66.1), bar('兴安盟', null, null)];

interface Shape {
  readonly yAxis: readonly { data: string[] }[];
  readonly xAxis: { min: number; max: number };
  readonly tooltip: { formatter: (p: unknown) => string };
  readonly series: {
    data: { value: number | number[]; itemStyle?: { color: string } }[];
    markLine?: { data: { xAxis: number }[] };
  }[];
}
const shape = (rows: TargetChartInput['rows']) => targetProgressModel(input(rows), theme).option as unknown as Shape;

describe('the bullets', () => {
  test('bars from zero to at least the target, dark where behind; on the line is not behind', () => {
    const { xAxis, yAxis, series } = shape(ROWS);
    expect([xAxis.min, xAxis.max]).toEqual([0, 100]);
    expect(yAxis[0]!.data).toEqual(['包头市', EVIL, '乌海市']);
    expect(series[1]!.data.map((d) => d.value)).toEqual([80.24, 75, 66.1]);
    expect(series[1]!.data.map((d) => d.itemStyle!.color === theme.accent)).toEqual([false, false, true]);
    expect(shape([bar('甲', 1, 112)]).xAxis.max).toBe(112);
  });

  test('the line of the calendar, and a diamond for each that has past years', () => {
    const { series } = shape([bar('甲', 1, 80), bar('乙', 2, 70, { duePast: null, gapPast: null })]);
    expect(series[0]!.markLine!.data[0]!.xAxis).toBe(75);
    expect(series[2]!.data.map((d) => d.value)).toEqual([[72.5, 0]]);
  });

  test('drawn with the parts that the page registers: names, figures and the line are written', () => {
    const words = wordsIn(draw(targetProgressModel(input(ROWS), theme).option, 640, targetProgressHeight(4)));
    expect(words).toEqual(expect.arrayContaining(['包头市', '乌海市', '时序 75.0%']));
    expect(words.join(' ')).toContain('66.1%');
    expect(words.join(' ')).toContain('−8.9个百分点');
  });

  test('the tooltip is escaped and survives a place that is none', () => {
    const { tooltip } = shape(ROWS);
    expect(tooltip.formatter({ dataIndex: 1 })).not.toContain('<script');
    expect(tooltip.formatter({ dataIndex: 9 })).toBe('');
  });
});

describe('the words', () => {
  const title = (rows: TargetChartInput['rows'], lang: 'zh' | 'en' = 'zh') =>
    targetProgressModel(input(rows, lang), theme).title;

  test('the finding: how many are behind and who most, all on, one alone, none', () => {
    expect(title(ROWS)).toBe('3个盟市中1个落后时序进度，乌海市差距最大，落后8.9个百分点');
    expect(title(ROWS.slice(0, 2))).toBe('2个盟市均达到时序进度');
    expect(title([bar('海南区', null, 70)])).toBe('海南区落后时序进度5.0个百分点');
    expect(title([bar('海南区', null, 76)], 'en')).toMatch(/^海南区 is on schedule, \+1\.0/);
    expect(title([ROWS[3]!])).toBe('没有可比的目标进度');
    expect(title(ROWS, 'en')).toMatch(/^1 of 3 leagues and cities behind schedule, 乌海市 furthest, by 8\.9/);
  });

  test('the table holds every row, those without a share with the reason; the description counts them', () => {
    const { table, description, subtitle } = targetProgressModel(input(ROWS), theme);
    expect(table.head.slice(0, 4)).toEqual(['地区', '位次', '累计完成 (人)', '全年目标 (人)']);
    expect(table.rows[0]).toEqual(['包头市', '1', '802', '1,000', '80.2', '+5.2个百分点', '72.5', '+7.7个百分点', '']);
    expect(table.rows[3]).toEqual(['兴安盟', '', '—', '1,000', '—', '—', '72.5', '—', '该地区没有本期数值']);
    expect(description).toContain('包头市 80.2%');
    expect(description).toContain('1个无法计算');
    expect(subtitle).toContain('时序进度 75.0%');
  });
});
