import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess';
import { detectorsIn, loadRuleTests, type RuleTestFile } from '../../src/backtest/rule-test-file';
import { differenceWords } from '../../src/backtest/rule-test-report';
import { NOT_LOOKED_AT, readLevels, readSeries, readStates } from '../../src/backtest/rule-test-words';
import { runRuleTests } from '../../src/backtest/rule-tests';
import { defaultCatalogue } from '../../src/base/catalogue';
import type { ShapeFault } from '../../src/base/check';
import { INSUFFICIENT } from '../../src/base/level';
import { parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { defaultScheme } from '../../src/levels/load-scheme';
import { defaultRuleSet } from '../../src/signals/load-rule-set';

describe('compact series', () => {
  test('values, repeats, steps in decimals, missing and expected gaps', () => {
    const { value } = readSeries(' 5.0x2 _ ~x2\n5.0+0.1x4 3-1x3 -2 ');
    expect(value!.values).toEqual([5, 5, NaN, NaN, NaN, 5, 5.1, 5.2, 5.3, 3, 2, 1, -2]);
    expect(value!.status.slice(2, 5)).toEqual([Status.missing, Status.expectedGap, Status.expectedGap]);
  });
  test.each(['5.', 'x3', '5.0x', '5.0x0', '5.0x9999', '5,0', '5.0+0.1', '1e3', '__', '5.0x3x3'])(
    '"%s" is refused with its place',
    (word) => {
      const { value, fault } = readSeries(`1 2 ${word}`);
      expect(value).toBeNull();
      expect(fault!.given).toBe(word);
      expect(fault!.words.en).toContain('word 3');
    },
  );
  test('nothing is no series, and one of a century is too long', () => {
    expect(readSeries('  ').fault).not.toBeNull();
    expect(readSeries('1x1200 1').fault).not.toBeNull();
  });
});

describe('compact expectations', () => {
  test('levels by number, numeral, letters or word', () => {
    expect(readLevels('0x2 1 Ⅳ IV blue Ⅲ 2 Ⅱx2 Ⅰ I redx1 normal ? -x2').value).toEqual([
      0,
      0,
      1,
      1,
      1,
      1,
      2,
      2,
      3,
      3,
      4,
      4,
      4,
      0,
      INSUFFICIENT,
      NOT_LOOKED_AT,
      NOT_LOOKED_AT,
    ]);
  });
  test('states by their names', () => {
    expect(readStates('normalx2 pending - notApplicable').value).toEqual([0, 0, 1, NOT_LOOKED_AT, 6]);
    expect(readStates('normal off').fault!.given).toBe('off');
    expect(readLevels('5').fault!.given).toBe('5');
    expect(readLevels('constructor').fault!.given).toBe('constructor');
  });
});

const RULE = {
  id: 'rate',
  indicator: 'surveyed_unemployment_rate',
  detector: { kind: 'level', params: {} },
  thresholds: { blue: 5, yellow: 6 },
};
const good = {
  schema: 'fengsui-rule-tests/1',
  name: 'mine',
  rules: RULE as unknown,
  tests: [
    {
      name: 'a',
      series: { surveyed_unemployment_rate: { '2020-01': '4 5', '2020-04': '6' } } as Record<string, object>,
      signals: { rate: { '2020-02': '1 - 2' } } as object,
    },
  ] as object[],
};
const ground = { ruleSet: defaultRuleSet(), scheme: defaultScheme(), catalogue: defaultCatalogue() };

function loaded(raw: unknown): RuleTestFile {
  const { value, faults } = loadRuleTests(raw, ground);
  expect(faults).toEqual([]);
  return value!;
}

function faultsOf(raw: unknown): readonly ShapeFault[] {
  const { value, faults } = loadRuleTests(raw, ground);
  expect(value).toBeNull();
  return faults;
}

const run = (file: RuleTestFile) =>
  runRuleTests(file, ground.catalogue, (panels, config) => assess(panels, config, null));

describe('the file', () => {
  test('an inline rule needs to say no more than what it measures', () => {
    const { ruleSet, tests } = loaded(good);
    expect(ruleSet.rules).toHaveLength(1);
    expect(ruleSet.rules[0]).toMatchObject({ confirm: { blue: 1 }, clear: 1, role: 'signal', name: { en: 'rate' } });
    // What lies between two stretches is missing.
    expect(tests[0]!.series[0]!.values).toEqual([4, 5, NaN, 6]);
    expect(tests[0]!.count).toBe(4);
  });

  test('rules by id, by "default", inline, and side by side', () => {
    expect(loaded({ ...good, rules: ['pmi-level', RULE] }).ruleSet.rules.map((r) => r.id)).toEqual([
      'pmi-level',
      'rate',
    ]);
    expect(loaded({ ...good, rules: ['default', RULE] }).ruleSet.rules).toHaveLength(ground.ruleSet.rules.length + 1);
    expect(detectorsIn({ rules: [RULE, 'x', { detector: { kind: 'farrington' } }] })).toEqual(['level', 'farrington']);
    expect(detectorsIn(null)).toEqual([]);
  });

  test('every fault stands at its place', () => {
    const faults = faultsOf({
      ...good,
      rules: [RULE, { ...RULE, id: 'other', detector: { kind: 'nothing', params: {} }, thresholds: {} }],
      tests: [
        { ...good.tests[0], series: { nobody: { '2020-01': '1' }, pmi: { '2020': '1', '2020-01': '1 two' } } },
        { ...good.tests[0], signals: { unknown: '0', rate: '0x9' }, states: { rate: { '2019-12': 'normal' } } },
        { name: 'b', series: { pmi: { '2020-01': '1 1', '2020-02': '1' } } },
        { name: 'c', series: { pmi: { '2020-01': '1' } } },
      ],
    });
    expect(faults.map((f) => f.path)).toEqual([
      '.rules[1].detector.kind',
      '.rules[1].thresholds',
      '.tests[0].series.nobody',
      '.tests[0].series.pmi.2020',
      '.tests[0].series.pmi.2020-01',
      '.tests[1].signals.rate',
      '.tests[1].states.rate.2019-12',
      '.tests[2].series.pmi',
      '.tests[3]',
    ]);
    for (const fault of faults) expect(fault.expected).not.toBe('');
    expect(faults[4]).toMatchObject({ given: 'two' });
  });

  test('a rule that nobody knows, an id twice, a wrong scheme', () => {
    expect(faultsOf({ ...good, rules: ['nobody'] })[0]).toMatchObject({ path: '.rules[0]', given: '"nobody"' });
    expect(faultsOf({ ...good, rules: [RULE, RULE] }).map((f) => f.path)).toContain('.rules');
    expect(faultsOf({ ...good, scheme: { id: 'x' } }).every((f) => f.path.startsWith('.scheme'))).toBe(true);
    expect(faultsOf({ ...good, tests: [] })[0]!.path).toBe('.tests');
    expect(faultsOf('text').length).toBeGreaterThan(0);
    expect(faultsOf({ ...good, tests: [{ ...good.tests[0], signals: { unknown: '0' } }] })[0]).toMatchObject({
      path: '.tests[0].signals.unknown',
    });
  });
});

describe('the run', () => {
  test('a test that holds', () => {
    const { results } = run(loaded(good));
    expect(results[0]).toMatchObject({ passed: true, compared: 2, differences: 0, difference: null });
  });

  test('one that does not: the earliest period, got and expected, what the rule measured and its lines', () => {
    const wrong = { ...good, tests: [{ ...good.tests[0], levels: '0 0x3', signals: { rate: '0 0 ? 1' } }] };
    const [result] = run(loaded(wrong)).results;
    expect(result).toMatchObject({ passed: false, differences: 5, compared: 8 });
    expect(result!.difference).toEqual({
      about: { of: 'level' },
      period: parsePeriod('2020-02')!.period,
      expected: 0,
      got: 1,
      rules: [{ ruleId: 'rate', statistic: 5, thresholds: [5, 6, null, null], level: 1, state: 2 }],
    });
    const words = differenceWords(result!.difference!, 'month', 'en');
    expect(words).toContain('2020-02 level of the region: got Ⅳ Blue, expected Normal');
    expect(words).toContain('statistic 5.0000, lines Ⅳ 5.0000 Ⅲ 6.0000');
    expect(differenceWords(result!.difference!, 'month', 'zh')).toContain('得到 Ⅳ 蓝，应为 正常');
  });
});
