import type { CustomSeriesOption, LineSeriesOption } from 'echarts';
import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { indicatorLinesModel } from '../../src/charts/indicator-lines-option';
import type { IndicatorLinesInput } from '../../src/charts/indicator-lines-words';
import { CHART_THEMES } from '../../src/charts/theme';

const FIRST = monthPeriod(2021, 1);
const EVIL = '<img src=x onerror=alert(1)>';

function input(over: Partial<IndicatorLinesInput> = {}): IndicatorLinesInput {
  const count = 36;
  const line = (name: string, valueAt: (i: number) => number, emphasis = false) => {
    const values = Array.from({ length: count }, (_, i) => valueAt(i));
    return { name, values, status: values.map((v) => (Number.isNaN(v) ? Status.missing : Status.observed)), emphasis };
  };
  return {
    title: '发现',
    subtitle: '城镇登记失业率，%',
    measure: { unit: 'percent', decimals: 2, signed: false, base: null },
    span: { frequency: 'month', weekEndsOn: 6, first: FIRST, count, joint: false, noJanuary: false },
    lines: [
      line('乌海市', (i) => 4 + i / 100, true),
      line('包头市', (i) => (i === 5 || i === 7 ? NaN : 3)),
      line(EVIL, () => 0),
    ],
    at: FIRST + 30,
    labels: 'all',
    ...over,
  };
}

interface Drawn {
  readonly grid: { right: number };
  readonly xAxis: {
    data: string[];
    axisLabel: { interval: (i: number) => boolean; formatter: (v: string, i: number) => string };
  };
  readonly yAxis: { name: string; scale: boolean; axisLabel: { formatter: (v: number) => string } };
  readonly tooltip: { formatter: (params: unknown) => string };
  readonly series: (LineSeriesOption | CustomSeriesOption)[];
}

function draw(over: Partial<IndicatorLinesInput> = {}, lang: 'zh' | 'en' = 'zh') {
  const model = indicatorLinesModel(input(over), CHART_THEMES.light, lang);
  const option = model.option as unknown as Drawn;
  const lines = option.series.filter((s): s is LineSeriesOption => s.type === 'line');
  return { model, option, lines };
}

describe('lines', () => {
  test('a gap is null, a zero is zero, and nothing is joined over a gap', () => {
    const { lines } = draw();
    expect(lines[1]!.data![5]).toBeNull();
    expect(lines[2]!.data![5]).toBe(0);
    expect(lines.every((l) => l.connectNulls === false)).toBe(true);
  });

  test('a figure between two gaps gets a dot, or it would not be seen', () => {
    const { lines } = draw();
    expect(lines[1]!.data![6]).toMatchObject({ value: 3, symbol: 'circle' });
    expect(lines[1]!.data![8]).toBe(3);
  });

  test('one line in ink, the others grey', () => {
    const { lines } = draw();
    expect(lines[0]!.lineStyle?.color).toBe(CHART_THEMES.light.accent);
    expect(lines[1]!.lineStyle?.color).toBe(CHART_THEMES.light.ink3);
    expect(lines[0]!.z).toBeGreaterThan(lines[1]!.z as number);
  });

  test('the joint form has no January: eleven places a year, February is both months', () => {
    const { option, lines } = draw({ span: { ...input().span, joint: true, noJanuary: true }, at: FIRST + 12 });
    expect(option.xAxis.data).toHaveLength(33);
    expect(option.xAxis.data[0]).toBe('2021年1—2月');
    expect(lines[0]!.data).toHaveLength(33);
    // The chosen January is marked at its common place with February.
    expect(JSON.stringify(lines[0]!.markLine)).toContain('"xAxis":11');
  });
});

describe('axes', () => {
  test('the unit stands on the axis, large counts in 万 in Chinese and in digits in English', () => {
    expect(draw().option.yAxis.name).toBe('%');
    const persons = {
      measure: { unit: 'persons', decimals: 0, signed: false, base: null },
      lines: input().lines.map((l) => ({ ...l, values: Array.from(l.values, (v) => v * 100_000) })),
    };
    const zh = draw(persons).option.yAxis;
    expect([zh.name, zh.axisLabel.formatter(250_000)]).toEqual(['万人', '25']);
    const en = draw(persons, 'en').option.yAxis;
    expect([en.name, en.axisLabel.formatter(250_000)]).toEqual(['persons', '250,000']);
  });

  test('changes show zero, levels need not', () => {
    expect(draw().option.yAxis.scale).toBe(true);
    const change = draw({ measure: { unit: 'points', decimals: 2, signed: true, base: 0 } });
    expect(change.option.yAxis.scale).toBe(false);
    expect(change.option.yAxis.name).toBe('百分点');
    expect(JSON.stringify(change.lines[0]!.markLine)).toContain('"yAxis":0');
  });

  test('years are named over a long range, months over a short one', () => {
    const named = ({ xAxis }: Drawn) =>
      xAxis.data.flatMap((v, i) => (xAxis.axisLabel.interval(i) ? [xAxis.axisLabel.formatter(v, i)] : []));
    expect(named(draw().option)).toEqual(['2021', '2022', '2023']);
    const short = named(draw({ span: { ...input().span, count: 14 } }).option);
    expect(short[0]).toBe('2021年1月');
    expect(short).toContain('3月');
    expect(short).toContain('2022年1月');
    expect(short.length).toBeLessThanOrEqual(9);
  });
});

describe('names at the ends', () => {
  const labelsOf = (option: Drawn, heights: readonly number[]) => {
    const custom = option.series.find((s): s is CustomSeriesOption => s.type === 'custom')!;
    let k = 0;
    const render = custom.renderItem as unknown as (
      params: unknown,
      api: unknown,
    ) => {
      children: { type: string; style: { text?: string; y?: number; fill?: string } }[];
    };
    const group = render(
      { coordSys: { x: 40, y: 20, width: 500, height: 300 } },
      { coord: () => [540, heights[k++]!] },
    );
    return group.children.filter((c) => c.type === 'text').map((c) => c.style);
  };

  test('none covers another, all inside the chart, in the order of the lines', () => {
    const styles = labelsOf(draw().option, [100, 102, 101]);
    const ys = styles.map((s) => s.y!);
    const sorted = [...ys].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(14);
    expect(ys[0]).toBeLessThan(ys[2]!);
    expect(ys[2]).toBeLessThan(ys[1]!);
    expect(styles.map((s) => s.text)).toEqual(['乌海市 4.35', '包头市 3.00', `${EVIL} 0.00`]);
  });

  test('twelve lines ending at one point stay inside', () => {
    const lines = Array.from({ length: 12 }, (_, i) => ({ ...input().lines[0]!, name: `地区${i}`, emphasis: i === 0 }));
    const ys = labelsOf(
      draw({ lines }).option,
      Array.from({ length: 12 }, () => 318),
    ).map((s) => s.y!);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...ys)).toBeLessThanOrEqual(320);
    expect(new Set(ys.map(Math.round)).size).toBe(12);
  });

  test('small charts name the ink line alone, and keep less room', () => {
    const all = draw().option;
    const { option } = draw({ labels: 'emphasis', lines: input().lines.slice(0, 2) });
    expect(labelsOf(option, [50]).map((s) => s.text)).toEqual(['乌海市 4.35']);
    expect(option.grid.right).toBeLessThan(all.grid.right);
  });

  test('they do not stretch the axis: their series holds a point of the chart', () => {
    const custom = draw().option.series.find((s): s is CustomSeriesOption => s.type === 'custom')!;
    expect(custom.data).toEqual([[35, 4.35]]);
  });

  test('a line that ends early is named with its own last figure; one without figures is not', () => {
    const gone = { ...input().lines[1]!, values: Array.from({ length: 36 }, (_, i) => (i < 10 ? 2 : NaN)) };
    const empty = { ...input().lines[1]!, values: Array.from({ length: 36 }, () => NaN) };
    expect(labelsOf(draw({ lines: [gone, empty] }).option, [10]).map((s) => s.text)).toEqual(['包头市 2.00']);
  });
});

describe('words', () => {
  test('the tooltip is escaped and sorted, with units and marks', () => {
    const html = draw().option.tooltip.formatter([{ dataIndex: 5 }]);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
    expect(html).toContain('2021年6月');
    expect(html).toContain('— 缺失');
    expect(html.indexOf('乌海市')).toBeLessThan(html.indexOf('&lt;img'));
    expect(draw().option.tooltip.formatter([])).toBe('');
  });

  test('reading a period leaves the ink line alone: no emphasis of all lines at once', () => {
    expect(draw().model.option.xAxis).toMatchObject({ axisPointer: { triggerEmphasis: false } });
  });

  test('the table has every period, newest first, with units in its head', () => {
    const { table } = draw().model;
    expect(table.head).toEqual(['时期', '乌海市 (%)', '包头市 (%)', `${EVIL} (%)`]);
    expect(table.rows).toHaveLength(36);
    expect(table.rows[0]).toEqual(['2023年12月', '4.35', '3.00', '0.00']);
    expect(table.rows[30]).toEqual(['2021年6月', '4.05', '— 缺失', '0.00']);
  });

  test('the description says what is seen, in both languages', () => {
    expect(draw().model.description).toBe(
      '折线图，城镇登记失业率，%，2021年1月至2023年12月，3条线。2021年1月至2023年12月，乌海市由4.00变为4.35。' +
        `期末最高乌海市 4.35，最低${EVIL} 0.00。2处无数值，断开不连。`,
    );
    expect(draw({}, 'en').model.description).toContain('乌海市 goes from 4.00 to 4.35');
    const nothing = draw({ lines: [{ ...input().lines[0]!, values: Array.from({ length: 36 }, () => NaN) }] });
    expect(nothing.model.description).toContain('所选时段内没有数值');
  });

  test('no raw id in any string, in either language', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const unit of ['percent', 'points', 'persons', '10k_kwh', 'ratio', 'index']) {
        const { model } = draw({ measure: { unit, decimals: 1, signed: false, base: null } }, lang);
        const words = JSON.stringify([model.option, model.table, model.description, model.title]);
        expect(words).not.toMatch(/10k_|_rate|150\d{3}|\bundefined\b|\bNaN\b/);
        if (lang === 'zh') expect(words).not.toContain('"percent"');
      }
    }
  });
});
