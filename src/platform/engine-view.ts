import type { Assessment } from '../assess';
import { yearOf } from '../base/period';
import { Status } from '../base/status';
import { latestGraded } from '../levels/latest-graded';
import type { RulesInForce } from '../levels/rule-book';
import { lastKnownOn } from '../panel/build';
import { isDemonstration, type Panel } from '../panel/panel';
import type { AssessmentView, Series } from './engine-api';
import { coverageByPeriod, coverageOf } from './engine-coverage';
import { oneSeries } from './engine-series';

/** Indicators of the headline, in the order of interest; those that the data has are shown. */
const HEADLINE = [
  'surveyed_unemployment_rate',
  'registered_unemployment_rate',
  'unemployment_rate',
  'unemployment_rate_sa',
  'unemployment_rate_nsa',
  'new_urban_jobs',
  'openings_to_seekers',
  'new_benefit_claims',
] as const;

/** The page's copy of an assessment. */
export function viewOf(assessment: Assessment, rules: RulesInForce): AssessmentView {
  const { panel, levels, signals, config, asOf } = assessment;
  const coverage = coverageOf(panel);
  return {
    asOf,
    demonstration: isDemonstration(panel),
    tree: panel.tree,
    catalogue: panel.catalogue,
    frequency: panel.frequency,
    first: panel.first,
    count: panel.count,
    weekEndsOn: panel.weekEndsOn,
    latest: latestGraded(panel, levels.level),
    levels,
    signals,
    ruleSet: config.ruleSet,
    scheme: config.scheme,
    rules,
    batches: panel.batches,
    lastKnownOn: lastKnownOn(panel),
    indicators: coverage.indicators,
    coverageByPeriod: coverageByPeriod(coverage, panel.count),
    headline: headlineOf(assessment),
  };
}

function headlineOf({ panel, targetsOf }: Assessment): Series[] {
  const root = panel.tree.roots.length === 1 ? panel.tree.roots[0]! : -1;
  if (root < 0) return [];
  return HEADLINE.flatMap((id) => {
    const column = panel.columns.get(id);
    if (!column) return [];
    const series = oneSeries(panel, column, root, { form: 'reported', view: 'value' });
    if (!series.values.some((v) => v === v)) return [];
    const target = targetSeries(panel, root, id, targetsOf(id));
    return target ? [series, target] : [series];
  });
}

/** The year's target, repeated in each period of its year, under the id of the target. */
function targetSeries(
  panel: Panel,
  root: number,
  id: string,
  yearly: ReturnType<Assessment['targetsOf']>,
): Series | null {
  if (!yearly) return null;
  const values = Float64Array.from({ length: panel.count }, (_, t) => {
    const at = yearOf(panel.frequency, panel.first + t) - yearly.panel.first;
    return at >= 0 && at < yearly.panel.count ? yearly.column.values[root * yearly.panel.count + at]! : NaN;
  });
  return {
    regionCode: panel.tree.regions[root]!.code,
    indicatorId: `${id}_target`,
    form: 'reported',
    view: 'value',
    unit: yearly.column.indicator.unit,
    first: panel.first,
    values,
    status: Uint8Array.from(values, (v) => (v === v ? Status.observed : Status.missing)),
    coverage: null,
  };
}
