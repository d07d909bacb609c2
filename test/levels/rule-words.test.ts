import { describe, expect, it } from 'vitest';
import { rankRules } from '../../src/levels/rank-rules';
import type { RuleSeries } from '../../src/levels/rule-series';
import { ruleWords } from '../../src/levels/rule-words';
import { SignalState as S } from '../../src/signals/rule';
import { rules, series, view } from '../views/make-rule-series';

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

describe('rules of a region', () => {
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
});
