import { INSUFFICIENT } from '../base/level';
import { SignalState } from '../signals/rule';
import type { RuleSeries } from './rule-series';

/** Rules in service at the period, worst first: counted level, then what is past a line, then how near it is. */
export function rankRules(rules: readonly RuleSeries[], at: number): readonly RuleSeries[] {
  const order = (r: RuleSeries): number => {
    const level = r.level[at]!;
    const state = r.state[at]!;
    if (level !== INSUFFICIENT && level > 0) return level * 10;
    if (state === SignalState.pending) return 5;
    return state === SignalState.insufficient ? -1 : nearness(r, at);
  };
  return rules
    .filter((r) => r.state[at] !== SignalState.notApplicable)
    .map((rule, i) => ({ rule, i, order: order(rule) }))
    .sort((a, b) => b.order - a.order || a.i - b.i)
    .map(({ rule }) => rule);
}

/** How near a quiet statistic is to its lowest line, below 1; 0 when it cannot be said. */
function nearness(rule: RuleSeries, at: number): number {
  const line = rule.thresholds.find((t) => t !== null);
  const value = rule.statistic[at]!;
  if (line === null || line === undefined || !Number.isFinite(value)) return 0;
  return 1 / (1 + Math.abs(line - value) / (Math.abs(line) || 1));
}
