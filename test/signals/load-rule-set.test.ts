import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import defaultJson from '../../src/signals/defaults/rule-set.json';
import { defaultRuleSet, loadRuleSet } from '../../src/signals/load-rule-set';

type Json = Record<string, unknown>;
const rule = (over: Json = {}): Json => ({
  id: 'a-rule',
  name: { zh: '规则', en: 'rule' },
  indicator: 'rate',
  form: 'reported',
  detector: { kind: 'rise', params: {} },
  thresholds: { blue: 0.5, yellow: 0.8 },
  decimals: 2,
  role: 'signal',
  confirm: { blue: 1, yellow: 1, orange: 1, red: 1 },
  clear: 1,
  exitMargin: 0.1,
  holdMissing: 3,
  appliesTo: 'all',
  guard: null,
  basis: { kind: 'user', note: { zh: '注', en: 'note' } },
  ...over,
});
const set = (rules: readonly Json[], over: Json = {}): Json => ({
  schema: 'fengsui-rules/1',
  id: 'mine',
  version: '1',
  name: { zh: '我的', en: 'mine' },
  frequency: 'month',
  largeFrom: 500_000,
  minCoverage: 0.9,
  rules,
  ...over,
});
const pathsOf = (raw: unknown): string[] => loadRuleSet(raw).faults.map((f) => f.path);

test('the default rule set loads, and every threshold in it is marked as ours or published', () => {
  const { rules, frequency } = defaultRuleSet();
  expect(frequency).toBe('month');
  expect(
    rules.every(
      (r) => ['ours', 'published'].includes(r.basis.kind) && r.basis.note.zh !== '' && r.basis.note.en !== '',
    ),
  ).toBe(true);
  expect(defaultRuleSet()).toBe(defaultRuleSet());
});

test('it grades every one of the indicators that has a bad direction, and none that has not', () => {
  const graded = new Set(defaultRuleSet().rules.map((r) => r.indicator));
  const catalogue = defaultCatalogue();
  for (const id of graded) expect(catalogue.byId.get(id)?.worse, id).toMatch(/up|down/);
  const first27 = catalogue.indicators
    .slice(0, 27)
    .filter((i) => i.worse !== 'none')
    .map((i) => i.id);
  expect(first27.filter((id) => !graded.has(id))).toEqual([]);
});

test('a user set loads as it is', () => {
  const raw = set([rule()]);
  expect(loadRuleSet(raw)).toEqual({ value: raw, faults: [] });
});

test('a guard that only names a least size does not multiply: lines below zero are in order', () => {
  const guard = { referenceLabourForce: 1000, maxFactor: 1, minLabourForce: 1000 };
  expect(pathsOf(set([rule({ thresholds: { blue: -1 }, guard })]))).toEqual([]);
});

test('what JSON makes of the default set and back is the same set', () => {
  expect(loadRuleSet(JSON.parse(JSON.stringify(defaultJson))).value).toEqual(defaultRuleSet());
});

describe('faults, with their path', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', null, ['.']],
    ['a list', [], ['.']],
    ['another form', set([rule()], { schema: 'fengsui-rules/2' }), ['.schema']],
    ['no rules', set([]), ['.rules']],
    ['more rules than are counted', set(Array.from({ length: 256 }, (_, i) => rule({ id: `r${i}` }))), ['.rules']],
    ['an unknown field', set([rule({ treshold: 1 })]), ['.rules[0]']],
    ['an unknown frequency', set([rule()], { frequency: 'day' }), ['.frequency']],
    ['an unknown detector', set([rule({ detector: { kind: 'magic', params: {} } })]), ['.rules[0].detector.kind']],
    [
      'an unknown parameter',
      set([rule({ detector: { kind: 'rise', params: { lookBack: 3 } } })]),
      ['.rules[0].detector.params.lookBack'],
    ],
    [
      'a parameter out of bounds',
      set([rule({ detector: { kind: 'rise', params: { lookback: 0 } } })]),
      ['.rules[0].detector.params.lookback'],
    ],
    ['thresholds that fall', set([rule({ thresholds: { blue: 1, yellow: 0.5 } })]), ['.rules[0].thresholds']],
    ['equal thresholds', set([rule({ thresholds: { blue: 1, red: 1 } })]), ['.rules[0].thresholds']],
    ['no thresholds', set([rule({ thresholds: {} })]), ['.rules[0].thresholds']],
    [
      'a guard over lines below zero',
      set([rule({ thresholds: { blue: -1 }, guard: { referenceLabourForce: 1, maxFactor: 2 } })]),
      ['.rules[0].guard'],
    ],
    [
      'a guard that narrows',
      set([rule({ guard: { referenceLabourForce: 1, maxFactor: 0.5 } })]),
      ['.rules[0].guard.maxFactor'],
    ],
    [
      'a guard without a least size',
      set([rule({ guard: { referenceLabourForce: 1, maxFactor: 2, minLabourForce: 0 } })]),
      ['.rules[0].guard.minLabourForce'],
    ],
    ['an id twice', set([rule(), rule()]), ['.rules']],
    [
      'a zero confirmation',
      set([rule({ confirm: { blue: 0, yellow: 1, orange: 1, red: 1 } })]),
      ['.rules[0].confirm.blue'],
    ],
    ['half a period', set([rule({ clear: 1.5 })]), ['.rules[0].clear']],
    ['a negative margin', set([rule({ exitMargin: -0.1 })]), ['.rules[0].exitMargin']],
    ['a coverage above one', set([rule()], { minCoverage: 1.1 }), ['.minCoverage']],
    ['a name in one language', set([rule({ name: { zh: '规则' } })]), ['.rules[0].name.en']],
    ['an id that is no id', set([rule({ id: '<img>' })]), ['.rules[0].id']],
  ])('%s', (_what, raw, paths) => {
    const { value, faults } = loadRuleSet(raw);
    expect(value).toBeNull();
    expect(faults.map((f) => f.path)).toEqual(paths);
    expect(faults.every((f) => f.expected !== '')).toBe(true);
  });

  describe('a detector that cannot speak of such a series', () => {
    const scale = (indicator: string, form: string): Json =>
      rule({ indicator, form, detector: { kind: 'scale', params: {} } });
    const past = (frequency: string): Json =>
      set([rule({ detector: { kind: 'progress', params: { expected: 'past' } } })], { frequency });

    test('sums of cumulative figures are refused in both languages, and say what was given', () => {
      const { value, faults } = loadRuleSet(set([scale('new_urban_jobs', 'reported')]));
      expect(value).toBeNull();
      expect(faults).toEqual([
        {
          path: '.rules[0].detector',
          given: 'scale · new_urban_jobs · reported · month',
          expected: expect.stringContaining('counted again in every sum'),
          words: { zh: expect.stringContaining('累计数'), en: faults[0]!.expected },
        },
      ]);
    });

    test('their single periods are taken, and so is what never was cumulative', () => {
      for (const [indicator, form] of [
        ['new_urban_jobs', 'monthly'],
        ['new_urban_jobs', 'joint'],
        ['reported_layoffs', 'reported'],
        ['an_indicator_of_mine', 'reported'],
      ] as const) {
        expect(loadRuleSet(set([scale(indicator, form)])).faults).toEqual([]);
      }
    });

    test('the path of past years is for months and quarters', () => {
      expect(pathsOf(past('month'))).toEqual([]);
      expect(pathsOf(past('quarter'))).toEqual([]);
      expect(pathsOf(past('week'))).toEqual(['.rules[0].detector']);
      expect(pathsOf(past('year'))).toEqual(['.rules[0].detector']);
    });
  });

  test('are all listed at once', () => {
    expect(pathsOf(set([rule({ clear: 0 }), rule({ id: 'b', holdMissing: -1 })], { largeFrom: 0 })).sort()).toEqual([
      '.largeFrom',
      '.rules[0].clear',
      '.rules[1].holdMissing',
    ]);
    expect(
      pathsOf(set([rule({ detector: { kind: 'rise', params: { a: 1, lookback: 'x' } }, thresholds: {} })])),
    ).toEqual(['.rules[0].detector.params.a', '.rules[0].detector.params.lookback', '.rules[0].thresholds']);
  });

  test('a polluted prototype is refused and pollutes nothing', () => {
    const raw = JSON.parse(
      JSON.stringify(set([rule()])).replace('"params":{}', '"params":{"__proto__":{"lookback":1}}'),
    );
    loadRuleSet(raw);
    expect(({} as Json).lookback).toBeUndefined();
  });
});
