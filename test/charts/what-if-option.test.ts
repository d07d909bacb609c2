import { describe, expect, it } from 'vitest';
import { INSUFFICIENT } from '../../src/base/level';
import { monthPeriod } from '../../src/base/period';
import { CHART_THEMES } from '../../src/charts/theme';
import { type WhatIfChartInput, whatIfOption } from '../../src/charts/what-if-option';
import { draw, wordsIn } from './draw';

const N = Number.NaN;

function chart(part: Partial<WhatIfChartInput> = {}): WhatIfChartInput {
  return {
    name: 'New claims, on a year before',
    measure: 'New claims, 3-period mean, %',
    unit: '%',
    decimals: 1,
    signed: true,
    frequency: 'month',
    weekEndsOn: 6,
    first: monthPeriod(2026, 6),
    count: 6,
    known: 4,
    at: 3,
    before: [1, N, 2, 3, N, N],
    after: [1, N, 20, 40, 50, 60],
    levelBefore: [0, 0, 0, 0, INSUFFICIENT, INSUFFICIENT],
    levelAfter: [0, 0, 1, 2, 3, 3],
    thresholds: [20, 35, null, 80],
    worse: 'up',
    mark: 'What if · not actual data',
    lang: 'en',
    theme: CHART_THEMES.light,
    ...part,
  };
}

describe('a rule under a scenario', () => {
  it('says from what to what, and in every form that it is no actual figure', () => {
    const model = whatIfOption(chart());
    expect(model.title).toBe('New claims, on a year before: from +3.0% to +40.0% in Sep 2026');
    expect(model.subtitle).toBe('What if · not actual data, New claims, 3-period mean, %');
    expect(model.description).toContain(model.title);
  });

  it('tells a projection, an unmoved figure and one that is not computable apart', () => {
    expect(whatIfOption(chart({ at: 5 })).title).toBe('New claims, on a year before: +60.0% in Nov 2026, projected');
    expect(whatIfOption(chart({ at: 0 })).title).toBe('New claims, on a year before: still +1.0% in Jun 2026');
    expect(whatIfOption(chart({ at: 1 })).title).toBe('New claims, on a year before: not computable in Jul 2026');
  });

  it('has both figures and both levels in its table, newest first', () => {
    const { rows } = whatIfOption(chart()).table;
    expect(rows[0]).toEqual(['Nov 2026 projected', '—', '+60.0%', 'Insufficient data', 'Level Ⅱ (orange)']);
    expect(rows[3]).toEqual(['Aug 2026', '+2.0%', '+20.0%', 'Normal', 'Level Ⅳ (blue)']);
  });

  it('draws both lines, gaps as gaps, with the lines of the supposition', () => {
    const { option } = whatIfOption(chart());
    const [before, after] = option.series as { data: (number | null)[][]; markLine?: { data: { yAxis: number }[] } }[];
    expect(before!.data.map((d) => d[1])).toEqual([1, null, 2, 3, null, null]);
    expect(after!.data.map((d) => d[1])).toEqual([1, null, 20, 40, 50, 60]);
    expect(after!.markLine!.data.map((d) => d.yAxis)).toEqual([20, 35, 80]);
    const words = wordsIn(draw(option));
    expect(words).toContain('projected');
    expect(words.some((w) => w.includes('Ⅳ +20.0'))).toBe(true);
  });

  it('draws nothing where there is no figure at all', () => {
    const nothing = [N, N, N, N, N, N];
    expect(whatIfOption(chart({ before: nothing, after: nothing })).option.series).toEqual([]);
  });
});
