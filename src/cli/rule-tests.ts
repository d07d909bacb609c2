import { assess } from '../assess';
import { detectorsIn, loadRuleTests } from '../backtest/rule-test-file';
import { differenceWords } from '../backtest/rule-test-report';
import { runRuleTests } from '../backtest/rule-tests';
import { defaultCatalogue, loadCatalogue } from '../base/catalogue';
import { loadDetectors } from '../detectors/registry';
import { BadData, type Verb } from './call';
import { readJson, writeOut } from './files';
import { checkedJson, LIST_OPTIONS } from './load';
import { rulesOf } from './rules';

/** Rule tests as data (docs/rule-tests.md): a line for each test, exit 1 when one fails or a file is faulty. */
export const ruleTestsVerb: Verb = {
  name: 'test-rules',
  usage: 'test-rules FILE… [--rules RULES.json] [--scheme S.json] [--indicators I.json]',
  what: 'Runs rule tests (series in, levels out); a line for each, exit 1 when one fails.',
  options: {
    rules: { value: 'RULES.json', what: 'rule set that the tests mean by "default"; default: the built-in one' },
    scheme: { value: 'S.json', what: 'scheme that the tests mean by "default"; default: the built-in one' },
    indicators: LIST_OPTIONS.indicators,
  },
  files: 'some',
  async run({ options, files }) {
    const { ruleSet, scheme } = await rulesOf(options);
    const catalogue =
      options.indicators === undefined ? defaultCatalogue() : await checkedJson(options.indicators, loadCatalogue);
    const faults: string[] = [];
    const lines: string[] = [];
    let failed = 0;
    for (const path of files) {
      const raw = await readJson(path);
      await loadDetectors(detectorsIn(raw));
      const { value, faults: wrong } = loadRuleTests(raw, { ruleSet, scheme, catalogue });
      if (!value) {
        faults.push(...wrong.map((f) => `${path}: ${f.path}: ${f.expected} (given: ${f.given ?? '—'})`));
        continue;
      }
      const run = runRuleTests(value, catalogue, (panels, config) => assess(panels, config, null));
      for (const { name, difference } of run.results) {
        lines.push(`${difference ? 'FAIL' : 'pass'} ${path} › ${name.en}`);
        if (!difference) continue;
        failed++;
        lines.push(`     ${differenceWords(difference, run.frequency, 'en')}`);
      }
    }
    await writeOut(
      undefined,
      lines.map((line) => `${line}\n`),
    );
    if (failed > 0) faults.push(`${failed} of the rule tests failed`);
    if (faults.length > 0) throw new BadData(faults);
  },
};
