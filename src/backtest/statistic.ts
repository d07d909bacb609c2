import { makeOutput, makeScratch } from '../detectors/detector';
import { formKey } from '../indicators/form';
import type { Graded } from '../levels/graded';
import type { Column } from '../panel/panel';
import { bindRule, gradableColumn } from '../signals/evaluate';
import type { Rule, RuleSignals } from '../signals/rule';
import { seriesReader } from '../signals/series';
import { guardFactor, roundStatistic } from '../signals/thresholds';

/**
 * The statistic of a rule as it met the thresholds: rounded, and where a noise guard widens a region's thresholds,
 * divided by that factor, so that one threshold means the same everywhere. Panel layout; NaN where it was not graded.
 * `given`: what the detector gave, where that is at hand; else it is run again.
 */
export function statisticOf(
  { panel, config, targetsOf }: Graded,
  { rule, severity, started }: RuleSignals,
  given?: Float64Array,
): Float64Array {
  const statistic = new Float64Array(severity.length).fill(NaN);
  if (started.every((t) => t < 0)) return statistic;
  const run = given ? null : runnerOf({ panel, config, targetsOf }, rule);
  const { count } = panel;
  for (const [r, { labourForce }] of panel.tree.regions.entries()) {
    if (started[r]! < 0) continue;
    const own = run ? run(r) : given!.subarray(r * count, (r + 1) * count);
    const factor = guardFactor(rule, labourForce);
    for (let t = started[r]!; t < count; t++) {
      const cell = r * count + t;
      // The severity is a number exactly where the statistic was graded.
      if (severity[cell] === severity[cell]) statistic[cell] = roundStatistic(own[t]!, rule.decimals) / factor;
    }
  }
  return statistic;
}

/** A rule's detector over a region's series; the result is lent until the next call. */
function runnerOf(
  { panel, config, targetsOf }: Pick<Graded, 'panel' | 'config' | 'targetsOf'>,
  rule: Rule,
): (region: number) => Float64Array {
  const { detector, params } = bindRule(rule);
  const toGrade = (column: Column) => gradableColumn(column, config.ruleSet.minCoverage);
  // A rule that has begun has its column.
  const column = toGrade(panel.columns.get(formKey(rule.indicator, rule.form))!);
  const reader = seriesReader(panel, column, detector, params, targetsOf, toGrade);
  const out = makeOutput(panel.count);
  const scratch = makeScratch(panel.count);
  return (region) => {
    detector.run(reader.of(region), params, out, scratch);
    return out.statistic;
  };
}
