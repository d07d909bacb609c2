import { assess, type Config } from '../assess';
import { detectorsIn, loadRuleTests } from '../backtest/rule-test-file';
import { type RuleTestRun, runRuleTests } from '../backtest/rule-tests';
import type { IndicatorCatalogue } from '../base/indicators';
import { loadDetectors } from '../detectors/registry';
import type { CallOptions } from './engine-api';

/** Rule tests as they came against the rules in force; faults of the file are the answer where it has any. */
export async function ruleTests(
  raw: unknown,
  { ruleSet, scheme }: Config,
  catalogue: IndicatorCatalogue,
  { signal }: CallOptions,
): Promise<RuleTestRun> {
  await loadDetectors(detectorsIn(raw));
  signal?.throwIfAborted();
  const { value, faults } = loadRuleTests(raw, { ruleSet, scheme, catalogue });
  if (!value) return { faults, name: { zh: '', en: '' }, frequency: ruleSet.frequency, results: [] };
  return runRuleTests(value, catalogue, (panels, config) => assess(panels, config, null));
}
