import type { Rule, RuleSet } from '../../src/signals/rule';

/** Rules for tests: everything of no matter here is filled in. */
export function ruleOf(over: Partial<Rule> = {}): Rule {
  return {
    id: 'rule',
    name: { zh: '规则', en: 'rule' },
    indicator: 'rate',
    form: 'reported',
    detector: { kind: 'level', params: {} },
    thresholds: { blue: 1, yellow: 2, orange: 3, red: 4 },
    decimals: 2,
    role: 'signal',
    confirm: { blue: 1, yellow: 1, orange: 1, red: 1 },
    clear: 1,
    exitMargin: 0,
    holdMissing: 2,
    appliesTo: 'all',
    guard: null,
    basis: { kind: 'ours', note: { zh: '测试', en: 'test' } },
    ...over,
  };
}

export function ruleSetOf(rules: readonly Rule[], over: Partial<RuleSet> = {}): RuleSet {
  return {
    id: 'test',
    version: '1',
    name: { zh: '测试', en: 'test' },
    frequency: 'month',
    largeFrom: 500_000,
    minCoverage: 0.9,
    rules,
    ...over,
  };
}
