import { describe, expect, it } from 'vitest';
import { CHART_THEMES } from '../../../src/charts/theme';
import { clauseWords } from '../../../src/views/region/clause';
import { departmentName } from '../../../src/views/region/department';
import { pickRegion } from '../../../src/views/region/pick-region';
import { ruleChart } from '../../../src/views/region/rule-charts';
import { first, series, view } from '../make-rule-series';

describe('small multiples of a region', () => {
  it('show a loss as negative, its lines too', () => {
    const loss = series('monitored-jobs-loss', {
      sign: -1,
      statistic: Float64Array.of(1, 2.5, 6.2),
      thresholds: [2, 4, 6, 9],
    });
    const { model } = ruleChart(view, loss, first + 2, 'zh', CHART_THEMES.light)!;
    expect(model.title).toBe('监测岗位同比−6.2%，处于Ⅳ级（蓝色），已1个月');
    expect(model.description).toContain('Ⅱ −6.0%');
    expect(model.table.rows.map((r) => r[1])).toEqual(['−6.2%', '−2.5%', '−1.0%']);
  });

  it('end at the chosen period: nothing later is shown', () => {
    const { model } = ruleChart(view, series('new-claims-change'), first + 1, 'zh', CHART_THEMES.light)!;
    expect(model.table.rows.map((r) => r[0])).toEqual(['2026年2月', '2026年1月']);
  });

  it('are none for a rule that the rule set does not have', () => {
    expect(ruleChart(view, { ...series('pmi-level'), ruleId: 'gone' }, first, 'zh', CHART_THEMES.light)).toBeNull();
  });
});

describe('region of the screen', () => {
  it('is that of the address, else the worst right below the top; an unknown one is none', () => {
    const code = (region: number | null) => (region === null ? null : view.tree.regions[region]!.code);
    expect(code(pickRegion(view, '150429', first))).toBe('150429');
    expect(code(pickRegion(view, null, first + 2))).toBe('150300');
    expect(pickRegion(view, 'US-MI', first)).toBeNull();
  });
});

it('counts clauses as the document does', () => {
  expect(clauseWords('6.4', 'zh')).toBe('六（四）');
  expect(clauseWords('6.4', 'en')).toBe('6.4');
  expect(clauseWords('4.2, 4.8', 'zh')).toBe('四（二）和四（八）');
  expect(clauseWords('annex', 'zh')).toBe('annex');
});

it('names departments, with the present name where it has changed', () => {
  const hrss = departmentName('hrss', 'zh');
  expect(hrss).not.toBe('hrss');
  expect(departmentName('nobody', 'en')).toBe('nobody');
});
