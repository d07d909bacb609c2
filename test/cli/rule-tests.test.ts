import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { call, folder } from './call';

const files = folder();
const SAHM = 'test/rules/sahm.json';

test('a line for each test, and exit 0 when all hold', async () => {
  const { code, out, err } = await call('test-rules', SAHM, 'test/rules/ladder.json');
  expect([code, err]).toEqual([0, []]);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(9);
  expect(lines.every((line) => line.startsWith('pass test/rules/'))).toBe(true);
});

test('exit 1 when one fails: where, and what the rule measured', async () => {
  const sahm = JSON.parse(readFileSync(SAHM, 'utf8')) as { tests: { signals: unknown }[] };
  sahm.tests[0]!.signals = { 'unemployment-rise': { '2008-01': '1 1' } };
  const path = files.write('sahm.json', JSON.stringify(sahm));
  const { code, out, err } = await call('test-rules', path);
  expect(code).toBe(1);
  expect(err).toEqual(['1 of the rule tests failed']);
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toBe(`FAIL ${path} › United States 2008: 0.47 in January, 0.53 in February`);
  expect(lines[1]).toContain('2008-01 level of rule unemployment-rise: got Normal, expected Ⅳ Blue');
  expect(lines[1]).toContain('statistic 0.4700');
});

test('another rule set takes the place of the built-in one; a faulty file is told with every fault', async () => {
  const rules = files.write(
    'rules.json',
    readFileSync('src/signals/defaults/rule-set.json', 'utf8').replaceAll('"blue": 0.5', '"blue": 0.45'),
  );
  const { code, out } = await call('test-rules', SAHM, '--rules', rules);
  expect(code).toBe(1);
  expect(out).toContain('FAIL');
  const bad = files.write('bad.json', '{"schema": "fengsui-rule-tests/1", "name": "", "rules": "default", "tests": 3}');
  const told = await call('test-rules', bad);
  expect(told.code).toBe(1);
  expect(told.err.map((line) => line.slice(bad.length + 2).split(':')[0])).toEqual(['.name', '.tests']);
  expect((await call('test-rules')).code).toBe(2);
});
