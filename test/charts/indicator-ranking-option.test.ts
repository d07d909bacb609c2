import { describe, expect, test } from 'vitest';
import {
  indicatorRankingModel,
  indicatorStripModel,
  rankingHeight,
  stackRows,
  type RankedRegion,
  type RankingInput,
} from '../../src/charts/indicator-ranking-option';
import { CHART_THEMES } from '../../src/charts/theme';

const EVIL = '<script>alert(1)</script>';
const theme = CHART_THEMES.dark;

const region = (name: string, value: number, over: Partial<RankedRegion> = {}): RankedRegion => ({
  name,
  value,
  mark: Number.isNaN(value) ? { zh: '缺失', en: 'missing' } : null,
  chosen: false,
  emphasis: false,
  ...over,
});

const input = (regions: readonly RankedRegion[]): RankingInput => ({
  title: '发现',
  subtitle: '城镇登记失业率，%；2026年10月',
  measure: { unit: 'percent', decimals: 2, signed: false, base: null },
  regions,
});

const REGIONS = [
  region('包头市', 3.1, { chosen: true }),
  region(EVIL, 4.9, { chosen: true, emphasis: true }),
  region('兴安盟', NaN),
  region('乌海市', 3.1, { mark: { zh: '初步数', en: 'provisional' } }),
];

interface Bars {
  readonly xAxis: { scale: boolean; min?: number };
  readonly yAxis: { data: string[] };
  readonly tooltip: { formatter: (p: unknown) => string };
  readonly series: {
    data: { value: number; itemStyle: { color: string } }[];
    label: { formatter: (p: unknown) => string };
  }[];
}
const bars = (regions = REGIONS, lang: 'zh' | 'en' = 'zh') => {
  const model = indicatorRankingModel(input(regions), theme, lang);
  return { model, option: model.option as unknown as Bars };
};

describe('bars', () => {
  test('highest first, from zero, without those that have no figure', () => {
    const { option } = bars();
    expect(option.yAxis.data).toEqual([EVIL, '包头市', '乌海市']);
    expect(option.series[0]!.data.map((d) => d.value)).toEqual([4.9, 3.1, 3.1]);
    expect(option.xAxis.scale).toBe(false);
    expect(option.xAxis.min).toBeUndefined();
  });

  test('ink for the one, darker grey for the chosen, light grey for the others', () => {
    const colours = bars().option.series[0]!.data.map((d) => d.itemStyle.color);
    expect(colours).toEqual([theme.accent, theme.ink3, theme.lineStrong]);
  });

  test('labels carry the unit; the tooltip is escaped, equal figures share a rank, a mark is said', () => {
    const { option } = bars();
    expect(option.series[0]!.label.formatter({ dataIndex: 0 })).toBe('4.90%');
    expect(option.tooltip.formatter({ dataIndex: 0 })).not.toContain('<script');
    expect(option.tooltip.formatter({ dataIndex: 2 })).toContain('2 / 3');
    expect(option.tooltip.formatter({ dataIndex: 2 })).toContain('初步数');
    expect(option.tooltip.formatter({ dataIndex: 9 })).toBe('');
  });

  test('the table lists those without a figure, too, last and without a rank', () => {
    const { table } = bars().model;
    expect(table.head).toEqual(['地区', '数值 (%)', '位次', '数据状态']);
    expect(table.rows.at(-1)).toEqual(['兴安盟', '—', '', '缺失']);
    expect(table.rows.map((r) => r[2])).toEqual(['1', '2', '2', '']);
  });

  test('the description names both ends, the chosen, and how many are missing', () => {
    expect(bars().model.description).toBe(
      `条形图，城镇登记失业率，%；2026年10月，3个地区由高到低排列。最高${EVIL} 4.90，最低乌海市 3.10。所选：${EVIL} 4.90、包头市 3.10。1个地区无数值。`,
    );
    expect(bars([region('兴安盟', NaN)]).model.description).toBe('本期没有数值。');
    expect(bars(REGIONS, 'en').model.description).toContain('Without a figure: 1');
  });

  test('negative bars stand left of zero', () => {
    const { option } = bars([region('甲', 2), region('乙', -3)]);
    expect(option.series[0]!.data[1]).toMatchObject({ value: -3, label: { position: 'left' } });
  });
});

describe('dots', () => {
  const many = Array.from({ length: 103 }, (_, i) =>
    region(`县${i}`, 3 + (i % 10) / 10, { emphasis: i === 50, chosen: i === 50 }),
  );
  const model = indicatorStripModel(input(many), theme, 'zh');
  const { series, xAxis } = model.option as unknown as {
    series: {
      data: { value: [number, number] }[];
      markLine: { data: { xAxis: number; label: { formatter: () => string } }[] };
    }[];
    xAxis: { name: string };
  };

  test('one dot for each, at its figure, none on another; the ink one is named', () => {
    const dots = series[0]!.data;
    expect(dots).toHaveLength(103);
    expect(new Set(dots.map((d) => d.value.join())).size).toBe(103);
    expect(series[0]!.markLine.data.map((d) => [d.xAxis, d.label.formatter()])).toEqual([[3, '县50 3.00']]);
    expect(xAxis.name).toBe('%');
  });

  test('the description says the median as well', () => {
    expect(model.description).toContain('中位数3.');
  });

  test('equal values are stacked to both sides, one value or none do no harm', () => {
    expect(stackRows([5, 5, 5, 5])).toEqual([0, 1, -1, 2]);
    expect(stackRows([1, 100])).toEqual([0, 0]);
    expect(stackRows([])).toEqual([]);
  });
});

test('the height follows the number of bars, dots need the same for any number', () => {
  expect(rankingHeight(12)).toBeGreaterThan(rankingHeight(5));
  expect(rankingHeight(103)).toBe(rankingHeight(2900));
});
