import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { ruleChartOption, ruleTitle, type RuleChartInput } from '../../src/charts/rule-chart-option';
import { supplyDemandOption } from '../../src/charts/supply-demand-option';
import { CHART_THEMES } from '../../src/charts/theme';
import { SignalState as S } from '../../src/signals/rule';
import { draw, wordsIn } from './draw';

const first = monthPeriod(2025, 11);
const N = Number.NaN;

function rule(part: Partial<RuleChartInput> = {}): RuleChartInput {
  const statistic = part.statistic ?? [2, 3, N, 4, 12, 14, 25, 26];
  const count = statistic.length;
  return {
    name: '新申领同比',
    measure: '新申领失业保险金人数，3期平均，同比，%',
    unit: '%',
    decimals: 1,
    signed: true,
    frequency: 'month',
    weekEndsOn: 6,
    first,
    count,
    statistic,
    thresholds: [10, 20, 35, 60],
    worse: 'up',
    level: [0, 0, 0, 0, 0, 1, 1, 2],
    state: [S.normal, S.normal, S.normal, S.normal, S.pending, S.active, S.active, S.active],
    values: Array<number>(count).fill(1234),
    valueUnit: '人',
    valueDecimals: 0,
    lang: 'zh',
    theme: CHART_THEMES.light,
    ...part,
  };
}

describe('small multiple', () => {
  it.each([
    ['新申领同比+26.0%，处于Ⅲ级（黄色），已1个月', {}],
    [
      '新申领同比+26.0%，越过Ⅲ 黄线，待确认',
      { level: Array<number>(8).fill(0), state: Array<number>(8).fill(S.pending) },
    ],
    [
      '新申领同比+26.0%，处于Ⅳ级（蓝色），越过Ⅲ 黄线待确认',
      { level: Array<number>(8).fill(1), state: Array<number>(8).fill(S.pending) },
    ],
    [
      '新申领同比+26.0%，正在恢复，仍记Ⅱ级（橙色）',
      { level: Array<number>(8).fill(3), state: Array<number>(8).fill(S.recovering) },
    ],
    ['新申领同比本期缺报，沿用Ⅲ级（黄色）', { state: Array<number>(8).fill(S.stale) }],
    ['新申领同比数据不足，不作判断', { state: Array<number>(8).fill(S.insufficient) }],
    ['新申领同比数据不足，不作判断', { statistic: Array<number>(8).fill(N) }],
    [
      '新申领同比+3.0%（2026年5月），未达预警线',
      { statistic: [1, 1, 1, 1, 1, 1, 3, N], level: Array<number>(8).fill(0), state: Array<number>(8).fill(S.normal) },
    ],
  ] as const)('title: %s', (title, part) => {
    expect(ruleTitle(rule(part))).toBe(title);
  });

  it('draws the lines with their numerals and values, the last figure, and the years', () => {
    const words = wordsIn(draw(ruleChartOption(rule()).option, 420, 190));
    expect(words).toEqual(expect.arrayContaining(['Ⅳ +10.0', 'Ⅲ +20.0', 'Ⅱ +35.0', '+26.0', '2026']));
    expect(words).not.toContain('Ⅰ +60.0');
  });

  it('leaves a gap open: two pieces of line, not one', () => {
    const svg = draw(ruleChartOption(rule()).option, 420, 190);
    const lines = [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke="#12384f"[^>]*stroke-width="1.6"/g)].map((m) => m[1]!);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.match(/M/g)).toHaveLength(2);
    expect(ruleChartOption(rule()).description).toContain('其中1期无数据');
  });

  it('marks what is pending hollow, and where a level begins or rises filled', () => {
    const series = ruleChartOption(rule()).option.series as {
      id: string;
      data: { value: number[]; itemStyle: { color: string } }[];
    }[];
    const { data } = series.find((s) => s.id === 'marks')!;
    const { blue, yellow } = CHART_THEMES.light.levels;
    expect(data.map((d) => [d.value[0]! - first, d.itemStyle.color])).toEqual([
      [4, CHART_THEMES.light.card],
      [5, blue.fill],
      [7, yellow.fill],
    ]);
  });

  it('tells every period in its table, newest first, missing ones as missing', () => {
    const { table } = ruleChartOption(rule());
    expect(table.rows[0]).toEqual(['2026年6月', '+26.0%', '1,234人', 'Ⅲ级（黄色）', '生效']);
    expect(table.rows[5]).toEqual(['2026年1月', '—', '1,234人', '正常', '正常']);
  });

  it('draws nothing, and says so, without a figure', () => {
    const model = ruleChartOption(rule({ statistic: Array<number>(8).fill(N) }));
    expect(model.option.series).toEqual([]);
    expect(wordsIn(draw(model.option, 420, 190))).toEqual([]);
  });
});

describe('supply and demand', () => {
  const input = {
    openings: [900, 800, N, 700, 650, 640],
    seekers: [600, 700, N, 800, 810, 805],
    ratio: [1.5, 1.14, N, 0.88, 0.8, 0.8],
    unit: '人',
    frequency: 'month' as const,
    weekEndsOn: 6,
    first,
    count: 6,
    lang: 'zh' as const,
    theme: CHART_THEMES.light,
  };

  it('says how long openings have been short', () => {
    expect(supplyDemandOption(input).title).toBe('求人倍率0.80，岗位少于求职者，已3个月');
    expect(supplyDemandOption({ ...input, ratio: [0.9, 1.2, 1, 1, 1.1, 1.01] }).title).toBe(
      '求人倍率1.01，岗位不少于求职者，已5个月',
    );
    expect(supplyDemandOption({ ...input, ratio: Array<number>(6).fill(N) }).title).toBe('本期无市场供求数据');
  });

  it('names its lines at their ends', () => {
    const words = wordsIn(draw(supplyDemandOption(input).option, 600, 264));
    expect(words).toEqual(expect.arrayContaining(['市场需求人数', '市场求职人数', '0.80']));
  });
});
