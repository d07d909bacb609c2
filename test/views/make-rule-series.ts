import { monthPeriod } from '../../src/base/period';
import type { RuleSeries } from '../../src/levels/rule-series';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { SignalState as S } from '../../src/signals/rule';
import { makeView } from './make-view';

export const first = monthPeriod(2026, 1);
export const view = makeView({
  first,
  count: 3,
  index: { '150300': [1, 2, 3] },
  levels: { '150300': [0, 0, 3], '150400': [0, 0, 2] },
});
export const rules = defaultRuleSet();

/** Three months of one rule of the default set: normal, normal, active. */
export function series(ruleId: string, part: Partial<RuleSeries> = {}): RuleSeries {
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
