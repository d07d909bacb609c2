import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { FAN_PX, forecastFanOption } from '../../src/charts/forecast-fan-option';
import type { ForecastFanInput } from '../../src/charts/forecast-fan-words';
import { CHART_THEMES } from '../../src/charts/theme';
import { draw, wordsIn } from './draw';

const N = Number.NaN;

function fan(part: Partial<ForecastFanInput> = {}): ForecastFanInput {
  return {
    name: '登记失业率',
    measureWords: '城镇登记失业率',
    measure: { unit: 'percent', decimals: 1, signed: false, base: null },
    worse: 'up',
    span: {
      frequency: 'month',
      weekEndsOn: 6,
      first: monthPeriod(2026, 5),
      count: 6,
      joint: false,
      noJanuary: false,
    },
    values: [3.5, N, 3.6, 3.7, 3.7, 3.8],
    levels: [80, 95],
    steps: [
      { mean: 3.8, low: [3.7, 3.6], high: [3.9, 4.0] },
      { mean: 3.85, low: [3.65, 3.5], high: [4.05, 4.2] },
      { mean: 3.9, low: [3.6, 3.4], high: [4.2, 4.4] },
    ],
    probability: 0.354,
    lines: [
      { level: 1, values: [3.9, 3.95, 4.0] },
      { level: 3, values: [4.3, 4.4, 4.5] },
      { level: 4, values: [6, 6.1, 6.2] },
    ],
    method: 'Theta 法',
    lang: 'zh',
    theme: CHART_THEMES.light,
    ...part,
  };
}

const jobs: Partial<ForecastFanInput> = {
  name: 'New jobs',
  measure: { unit: 'persons', decimals: 0, signed: false, base: null },
  worse: 'down',
  values: [12_000, 12_500, 13_000, 12_000, 11_000, 10_500],
  steps: [{ mean: 10_400, low: [9_000, 8_000], high: [11_800, 12_800] }],
  lines: [],
  lang: 'en',
};

describe('a forecast fan', () => {
  it('states what is expected, how sure that is and how likely it gets worse than lately', () => {
    const { title, subtitle } = forecastFanOption(fan());
    expect(title).toBe('登记失业率：3个月后预计 3.9%（80% 区间 3.6–4.2）；其间高于过去一年最高值的概率 35%');
    expect(subtitle).toBe('城镇登记失业率，%；数据到2026年10月，预测到2027年1月；Theta 法');
    expect(forecastFanOption(fan(jobs)).title).toBe(
      'New jobs: 10,400 persons expected 1 month ahead (80% interval 9,000–11,800); probability 35% of going below the lowest of the past year until then',
    );
  });

  it('reads counts in ten thousands in Chinese, and never says that a thing is impossible or certain', () => {
    const title = (part: Partial<ForecastFanInput>): string => forecastFanOption(fan({ ...jobs, ...part })).title;
    expect(title({ lang: 'zh' })).toContain('预计 1.04万人（80% 区间 0.90–1.18）');
    expect(title({ probability: 0 })).toContain('probability below 1%');
    expect(title({ probability: 1 })).toContain('probability above 99%');
    expect(title({ probability: N })).not.toContain('probability');
  });

  it('has as many decimals as tell the ends apart, and no more than the figures have', () => {
    const steps = [{ mean: 3_190_123, low: [3_184_567, 3_180_000], high: [3_195_678, 3_200_000] }];
    const title = (lang: 'zh' | 'en'): string =>
      forecastFanOption(fan({ ...jobs, values: Array<number>(6).fill(3_180_000), steps, lang })).title;
    expect(title('zh')).toContain('预计 319.0万人（80% 区间 318.5–319.6）');
    expect(title('en')).toContain('3,190,123 persons expected 1 month ahead (80% interval 3,184,567–3,195,678)');
    const rate = [{ mean: 3.8, low: [3.79, 3.7], high: [3.81, 3.9] }];
    expect(forecastFanOption(fan({ steps: rate })).title).toContain('预计 3.8%（80% 区间 3.8–3.8）');
  });

  it('puts a word between ends of which one is below zero', () => {
    const steps = [{ mean: -1, low: [-2.5, -4], high: [0.5, 2] }];
    expect(forecastFanOption(fan({ steps })).title).toContain('80% 区间 −2.5 至 0.5');
  });

  it('has every figure, end and shown line in its table, newest first', () => {
    const { head, rows } = forecastFanOption(fan()).table;
    expect(head).toEqual(['时期', '实际值', '预测值', '80% 区间', '95% 区间', 'Ⅳ 级线', 'Ⅱ 级线']);
    expect(rows).toHaveLength(9);
    expect(rows[0]).toEqual(['2027年1月', '', '3.9', '3.6 至 4.2', '3.4 至 4.4', '4.0', '4.5']);
    expect(rows[3]!.slice(0, 3)).toEqual(['2026年10月', '3.8', '']);
    expect(rows[7]!.slice(0, 2)).toEqual(['2026年6月', '—']);
  });

  it('says in words what is drawn', () => {
    const { description, title } = forecastFanOption(fan());
    expect(description).toContain(title);
    expect(description).toContain('80% 区间 3.6–4.2，95% 区间 3.4–4.4');
    expect(description).toContain('期末预警线：Ⅳ 4.0%、Ⅱ 4.5%。');
  });

  it('draws the figures with their gap, the mean from the last of them, and both bands', () => {
    const series = forecastFanOption(fan()).option.series as { id: string; data: (number | null)[][] }[];
    const of = (id: string) => series.find((s) => s.id === id)!.data.map((d) => d[1]);
    expect(of('values')).toEqual([3.5, null, 3.6, 3.7, 3.7, 3.8]);
    expect(of('expected')).toEqual([3.8, 3.8, 3.85, 3.9]);
    expect(of('line-1')).toEqual([3.9, 3.95, 4.0]);
    // The red line is far beyond: of those that nothing reaches only the next one is shown.
    expect(series.map((s) => s.id)).toEqual(expect.not.arrayContaining(['line-4']));
    const svg = draw(forecastFanOption(fan()).option, 600, FAN_PX);
    const words = wordsIn(svg);
    for (const word of ['3.9', '4.2 (80%)', '3.6 (80%)', '4.4 (95%)', '3.4 (95%)', 'Ⅳ 4.0', 'Ⅱ 4.5', '%', '3.8'])
      expect(words).toContain(word);
    const bands = [...svg.matchAll(/<polygon[^>]*fill-opacity="(0\.14|0\.2)"/g)].map((m) => m[1]);
    expect(bands).toEqual(['0.14', '0.2']);
  });

  it('keeps the labels at the edge apart', () => {
    const flat = fan({ steps: [{ mean: 3.8, low: [3.8, 3.8], high: [3.8, 3.8] }] });
    const svg = draw(forecastFanOption(flat).option, 600, FAN_PX);
    const heights = [...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)"[^>]*>(?:3\.8|Ⅳ|Ⅱ)/g)].map((m) => Number(m[2]));
    const sorted = heights.toSorted((a, b) => a - b);
    expect(sorted.length).toBeGreaterThanOrEqual(6);
    expect(new Set(sorted.map((h) => Math.round(h))).size).toBeGreaterThanOrEqual(6);
  });

  it('cuts a very unsure end off and tells it with an arrow', () => {
    const steps = [{ mean: 3.8, low: [3.7, 0], high: [3.9, 30] }];
    const { option } = forecastFanOption(fan({ steps, lines: [] }));
    const { min, max } = option.yAxis as { min: number; max: number };
    expect(max).toBeLessThan(5);
    expect(min).toBeGreaterThan(3);
    const words = wordsIn(draw(option, 600, FAN_PX));
    expect(words).toEqual(expect.arrayContaining(['↑30.0 (95%)', '↓0.0 (95%)']));
  });

  it('gives a joint January no place of its own, unless it is the last', () => {
    const joint = { ...fan().span, first: monthPeriod(2026, 7), joint: true, noJanuary: true };
    const one = { mean: 4, low: [3.9, 3.8], high: [4.1, 4.2] };
    const periods = (steps: ForecastFanInput['steps']): string[] => {
      const { rows } = forecastFanOption(fan({ span: joint, steps, lines: [] })).table;
      return rows.slice(0, -6).map((row) => row[0]!);
    };
    expect(periods([one, one])).toEqual(['2027年1—2月']);
    expect(periods([one])).toEqual(['2027年1—2月']);
  });

  it('is drawn in the dark and in English without a Chinese word', () => {
    const { option } = forecastFanOption(
      fan({ ...jobs, theme: CHART_THEMES.dark, measureWords: 'New jobs', method: '' }),
    );
    const words = wordsIn(draw(option, 600, FAN_PX, 'dark'));
    expect(words).toContain('last figure');
    expect(words.join(' ')).not.toMatch(/[一-鿿]/);
  });
});
