import { expect, test } from 'vitest';
import { type LeadLagInput, leadLagModel } from '../../src/charts/lead-lag-option';
import { CHART_THEMES } from '../../src/charts/theme';
import { draw, wordsIn } from './draw';

const input: LeadLagInput = {
  leading: '工业增加值增速',
  following: '调查失业率',
  region: '包头市',
  frequency: 'month',
  most: 3,
  correlations: [0.1, 0.2, 0.1, -0.3, -0.5, -0.72, Number.NaN],
  best: 2,
  measure: '同比',
  lang: 'zh',
};
const title = (part: Partial<LeadLagInput>): string => leadLagModel({ ...input, ...part }, CHART_THEMES.light).title;

test('the title says which goes before, by how much, and how closely', () => {
  expect(title({})).toBe('包头市：工业增加值增速领先调查失业率 2个月时两者最相关（−0.72）');
  expect(title({ best: -1 })).toContain('落后于调查失业率 1个月');
  expect(title({ best: 0 })).toContain('同期最相关（−0.30）');
  expect(title({ best: null })).toContain('共同时期不足');
  expect(title({ lang: 'en', leading: 'Output', following: 'Unemployment', region: 'Baotou' })).toBe(
    'Baotou: Output goes before Unemployment by 2 months where they are closest (−0.72)',
  );
});

test('the table has every lead in words; a gap is a gap, and the chart can be drawn', () => {
  const model = leadLagModel(input, CHART_THEMES.dark);
  expect(model.table.rows).toHaveLength(7);
  expect(model.table.rows[6]).toEqual(['领先 3个月', '—']);
  expect(model.table.rows[3]).toEqual(['同期', '−0.30']);
  expect(wordsIn(draw(model.option))).toContain('−0.72');
});
