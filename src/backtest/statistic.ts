import { makeOutput, makeScratch } from '../detectors/detector';
import { formKey } from '../indicators/form';
import type { Graded } from '../levels/graded';
import { bindRule, gradableColumn } from '../signals/evaluate';
import type { RuleSignals } from '../signals/rule';
import { seriesReader } from '../signals/series';
import { guardFactor, roundStatistic } from '../signals/thresholds';

/**
 * The statistic of a rule as it met the thresholds: rounded, and where a noise guard widens a region's thresholds,
 * divided by that factor, so that one threshold means the same everywhere. Panel layout; NaN where it was not graded.
 */
export function statisticOf(
  { panel, config, targetsOf }: Graded,
  { rule, severity, started }: RuleSignals,
): Float64Array {
  const statistic = new Float64Array(severity.length).fill(NaN);
  const prepared = panel.columns.get(formKey(rule.indicator, rule.form));
  if (!prepared || started.every((t) => t < 0)) return statistic;
  const { detector, params } = bindRule(rule);
  const toGrade = (column: typeof prepared) => gradableColumn(column, config.ruleSet.minCoverage);
  const reader = seriesReader(panel, toGrade(prepared), detector, params, targetsOf, toGrade);
  const { count } = panel;
  const out = makeOutput(count);
  const scratch = makeScratch(count);
  for (const [r, { labourForce }] of panel.tree.regions.entries()) {
    if (started[r]! < 0) continue;
    detector.run(reader.of(r), params, out, scratch);
    const factor = guardFactor(rule, labourForce);
    for (let t = started[r]!; t < count; t++) {
      const cell = r * count + t;
      // The severity is a number exactly where the statistic was graded.
      if (severity[cell] === severity[cell])
        statistic[cell] = roundStatistic(out.statistic[t]!, rule.decimals) / factor;
    }
  }
  return statistic;
}
