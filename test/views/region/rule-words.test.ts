import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { CHART_THEMES } from '../../../src/charts/theme';
import type { RuleSeries } from '../../../src/levels/rule-series';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import { SignalState as S } from '../../../src/signals/rule';
import { clauseWords } from '../../../src/views/region/clause';
import { departmentName } from '../../../src/views/region/department';
import { pickRegion } from '../../../src/views/region/pick-region';
import { rankRules, ruleChart } from '../../../src/views/region/rule-charts';
import { ruleWords } from '../../../src/views/region/rule-words';
import { makeView } from '../make-view';

const first = monthPeriod(2026, 1);
const view = makeView({
  first,
  count: 3,
  index: { '150300': [1, 2, 3] },
  levels: { '150300': [0, 0, 3], '150400': [0, 0, 2] },
});
const rules = defaultRuleSet();

function series(ruleId: string, part: Partial<RuleSeries> = {}): RuleSeries {
  const rule = rules.rules.find((r) => r.id === ruleId)!;
  return {
    ruleId,
    indicatorId: rule.indicator,
    statistic: Float64Array.of(0, 1, 2),
    unit: 'percent',
    indicatorUnit: view.catalogue.byId.get(rule.indicator)!.unit,
    sign: 1,
    thresholds: [1, 2, 3, 4],
    level: Uint8Array.of(0, 0, 1),
    state: Uint8Array.of(S.normal, S.normal, S.active),
    values: Float64Array.of(10, 11, 12),
    ...part,
  };
}

function words(ruleId: string, unit: RuleSeries['unit'], lang: 'zh' | 'en' = 'zh') {
  const rule = rules.rules.find((r) => r.id === ruleId)!;
  const one = series(ruleId, { unit });
  return ruleWords(rule, one, view.catalogue.byId.get(rule.indicator)!, 'month', lang);
}

describe('rules in words', () => {
  it.each([
    ['new-claims-change', 'percent', '新申领失业金同比', '新申领失业保险金人数，1—2月合并，3期平均，同比，%', true],
    ['registered-rate-change', 'points', '登记失业率同比', '城镇登记失业率，3期平均，同比，个百分点，下限指标', true],
    ['openings-to-seekers-level', 'unit', '求人倍率', '求人倍率，1—2月合并', false],
    ['pmi-streak', 'periods', '制造业PMI连续恶化', '制造业采购经理指数，连续恶化的期数，期', false],
    [
      'layoffs-scale',
      'share',
      '规模裁员近3期合计占劳动力（规模触发）',
      '规模裁员人数，近3期合计占劳动力，%，规模触发',
      false,
    ],
    [
      'new-urban-jobs-progress',
      'points',
      '城镇新增就业落后进度',
      '城镇新增就业人数，按时序应完成比例减已完成比例，个百分点，下限指标',
      false,
    ],
    [
      'unemployment-rise-sa',
      'points',
      '失业率（季调）自低点升幅',
      '失业率（季节调整），3期平均较前12期最低点，个百分点，下限指标',
      true,
    ],
  ] as const)('%s', (id, unit, name, measure, signed) => {
    expect(words(id, unit)).toMatchObject({ name, measure, signed });
  });

  it('has words for every rule of the default set, in both languages, without an id in them', () => {
    for (const rule of rules.rules) {
      for (const lang of ['zh', 'en'] as const) {
        const { name, measure } = words(rule.id, 'percent', lang);
        expect(`${name} ${measure}`).not.toMatch(/_|\{|undefined|-change|-level|-rise/);
      }
    }
  });

  it('goes by the name of a rule whose detector is not known here', () => {
    const rule = { ...rules.rules[0]!, detector: { kind: 'farrington', params: {} } };
    const one = ruleWords(rule, series(rule.id), view.catalogue.byId.get(rule.indicator)!, 'month', 'zh');
    expect(one.name).toBe(rule.name.zh);
  });
});

describe('small multiples of a region', () => {
  it('come worst first, what is pending before what is quiet, without those that do not apply', () => {
    const all = [
      series('pmi-level', {
        level: Uint8Array.of(0, 0, 0),
        state: Uint8Array.of(0, 0, S.insufficient),
        statistic: Float64Array.of(0, 0, Number.NaN),
      }),
      series('coal-fall', {
        level: Uint8Array.of(0, 0, 0),
        state: Uint8Array.of(0, 0, S.normal),
        statistic: Float64Array.of(0, 0, -9),
      }),
      series('retail-level', {
        level: Uint8Array.of(0, 0, 0),
        state: Uint8Array.of(0, 0, S.normal),
        statistic: Float64Array.of(0, 0, 0.9),
      }),
      series('openings-fall', { level: Uint8Array.of(0, 0, 0), state: Uint8Array.of(0, 0, S.pending) }),
      series('new-claims-change'),
      series('monitored-jobs-loss', { level: Uint8Array.of(0, 0, 4) }),
      series('seekers-rise', { state: Uint8Array.of(0, 0, S.notApplicable) }),
    ];
    expect(rankRules(all, 2).map((r) => r.ruleId)).toEqual([
      'monitored-jobs-loss',
      'new-claims-change',
      'openings-fall',
      'retail-level',
      'coal-fall',
      'pmi-level',
    ]);
  });

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
