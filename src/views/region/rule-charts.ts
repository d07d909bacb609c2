import type { Period } from '../../base/period';
import type { Lang } from '../../base/text';
import { unitShort } from '../../base/units';
import type { ChartModel } from '../../charts/chart-model';
import { ruleChartOption } from '../../charts/rule-chart-option';
import type { ChartTheme } from '../../charts/theme';
import type { AssessmentView } from '../../platform/engine-api';
import type { RuleSeries } from '../../levels/rule-series';
import { ruleWords } from '../../levels/rule-words';

const WINDOW = 36;

export interface RuleChart {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly level: number;
  readonly model: ChartModel;
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
