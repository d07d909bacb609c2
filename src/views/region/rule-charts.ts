import { INSUFFICIENT } from '../../base/level';
import type { Period } from '../../base/period';
import type { Lang } from '../../base/text';
import { unitShort } from '../../base/units';
import type { ChartModel } from '../../charts/chart-model';
import { ruleChartOption } from '../../charts/rule-chart-option';
import type { ChartTheme } from '../../charts/theme';
import type { AssessmentView } from '../../platform/engine-api';
import type { RuleSeries } from '../../levels/rule-series';
import { SignalState } from '../../signals/rule';
import { ruleWords } from './rule-words';

const WINDOW = 36;

export interface RuleChart {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly level: number;
  readonly model: ChartModel;
}

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

/** One small multiple: the rule's statistic in the sign that officials know, in the window that ends at the period. */
export function ruleChart(
  view: AssessmentView,
  series: RuleSeries,
  period: Period,
  lang: Lang,
  theme: ChartTheme,
): RuleChart | null {
  const rule = view.ruleSet.rules.find((r) => r.id === series.ruleId);
  const indicator = view.catalogue.byId.get(series.indicatorId);
  if (!rule || !indicator) return null;
  const end = period - view.first + 1;
  const start = Math.max(0, end - WINDOW);
  const words = ruleWords(rule, series, indicator, view.frequency, lang);
  const turn = (v: number | null): number | null => (v === null ? null : v * series.sign);
  return {
    ruleId: series.ruleId,
    indicatorId: series.indicatorId,
    level: series.level[end - 1]!,
    model: ruleChartOption({
      ...words,
      decimals: rule.decimals,
      frequency: view.frequency,
      weekEndsOn: view.weekEndsOn,
      first: view.first + start,
      count: end - start,
      statistic: series.statistic.slice(start, end).map((v) => v * series.sign),
      thresholds: series.thresholds.map(turn),
      worse: series.sign === 1 ? 'up' : 'down',
      level: series.level.subarray(start, end),
      state: series.state.subarray(start, end),
      values: series.values.subarray(start, end),
      valueUnit: unitShort(series.indicatorUnit)[lang],
      valueDecimals: indicator.decimals,
      lang,
      theme,
    }),
  };
}
