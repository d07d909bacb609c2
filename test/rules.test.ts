import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess';
import { loadRuleTests } from '../src/backtest/rule-test-file';
import { differenceWords } from '../src/backtest/rule-test-report';
import { type RuleTestRun, runRuleTests } from '../src/backtest/rule-tests';
import { loadScenario } from '../src/backtest/what-if';
import { defaultCatalogue } from '../src/base/catalogue';
import { defaultScheme } from '../src/levels/load-scheme';
import { defaultRuleSet } from '../src/signals/load-rule-set';
import { exampleText } from '../src/views/rules/tests/example';

/** Every file of test/rules: series in, levels out, written by hand (docs/rule-tests.md). */
const folder = fileURLToPath(new URL('rules/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const catalogue = defaultCatalogue();

test('there are files', () => {
  expect(files.length).toBeGreaterThan(5);
});

/** The example of the manual is run like any other. */
const documented = (): unknown => JSON.parse(exampleIn('rule-tests.md'));

function exampleIn(doc: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../docs/${doc}`, import.meta.url)), 'utf8');
  return /```json\n([\s\S]*?)```/.exec(text)![1]!;
}

test('the example in docs/what-if.md is a scenario', () => {
  expect(loadScenario(JSON.parse(exampleIn('what-if.md'))).faults).toEqual([]);
});

test('the example that the screen begins with passes', () => {
  expect(runOf(JSON.parse(exampleText())).results.map((r) => r.passed)).toEqual([true, true, true]);
});

function runOf(raw: unknown): RuleTestRun {
  const { value, faults } = loadRuleTests(raw, { ruleSet: defaultRuleSet(), scheme: defaultScheme(), catalogue });
  if (!value) throw new Error(JSON.stringify(faults));
  return runRuleTests(value, catalogue, (panels, config) => assess(panels, config, null));
}

describe.each([...files, 'docs/rule-tests.md'])('%s', (name) => {
  const raw = name.endsWith('.md') ? documented() : (JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as unknown);
  const run = runOf(raw);

  test.each(run.results)('$name.en', (result) => {
    expect(result.difference && differenceWords(result.difference, run.frequency, 'en')).toBeNull();
    expect(result.compared).toBeGreaterThan(0);
  });
});
