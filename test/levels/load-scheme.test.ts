import { describe, expect, test } from 'vitest';
import defaultJson from '../../src/levels/defaults/scheme.json';
import { defaultScheme, loadScheme, rulesNotThere } from '../../src/levels/load-scheme';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

type Json = Record<string, unknown>;
const scheme = (over: Json = {}): Json => ({ ...(structuredClone(defaultJson) as Json), ...over });

const rulesCondition = (rules: readonly string[], count: number): Json => ({ kind: 'rules', rules, atLeast: 1, count });

test('the default scheme loads once, and says that its numbers are ours', () => {
  expect(defaultScheme()).toBe(defaultScheme());
  expect(defaultScheme().levels).toEqual([1, 2, 3, 4]);
  expect(defaultScheme().basis.en).toMatch(/defaults of this product/);
});

test('a scheme of three levels can be written', () => {
  const three = scheme({ levels: [2, 3, 4], spread: { 2: { children: 0.3, labourForce: 0.3 } } });
  expect(loadScheme(three).value).toEqual(three);
});

test('names, source, weighting, conditions of rules and of the score are taken; a scheme without them is as before', () => {
  const naming = { numeral: '', name: { zh: '灯', en: 'lamp' } };
  const full = scheme({
    names: { 0: naming, 1: naming, 2: naming, 3: naming, 4: { ...naming, numeral: 'Ⅰ' } },
    source: { place: { zh: '某地', en: 'somewhere' }, year: 2007, citation: { zh: '某文', en: 'some paper' } },
    weighting: 'critic',
    score: { items: 9, points: [5, 4, 3, 2, 1] },
    conditions: {
      ...defaultJson.conditions,
      1: [
        { kind: 'rules', rules: ['a', 'b'], atLeast: 1, count: 2 },
        { kind: 'score', atMost: 37 },
      ],
    },
  });
  expect(loadScheme(full).value).toEqual(full);
  const { weighting: _, ...plain } = scheme();
  expect(loadScheme(plain).value).toEqual(plain);
});

test('rules that a scheme names and a rule set has not', () => {
  const { value } = loadScheme(
    scheme({
      conditions: { 1: [], 2: [rulesCondition(['a', 'x'], 1)], 3: [rulesCondition(['x', 'y'], 2)], 4: [] },
    }),
  );
  expect(rulesNotThere(value!, ruleSetOf([ruleOf({ id: 'a' }), ruleOf({ id: 'b' })]))).toEqual(['x', 'y']);
  expect(rulesNotThere(defaultScheme(), ruleSetOf([]))).toEqual([]);
});

describe('faults, with their path', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['.']],
    ['another form', scheme({ schema: 'x' }), ['.schema']],
    ['no levels', scheme({ levels: [] }), ['.levels']],
    ['levels that fall', scheme({ levels: [3, 2] }), ['.levels']],
    ['a level twice', scheme({ levels: [2, 2] }), ['.levels']],
    ['a fifth level', scheme({ levels: [1, 5] }), ['.levels[1]']],
    [
      'a condition of no kind',
      scheme({ conditions: { ...defaultJson.conditions, 1: [{ kind: 'magic', atLeast: 1 }] } }),
      ['.conditions.1[0].kind'],
    ],
    [
      'no requirement',
      scheme({ conditions: { ...defaultJson.conditions, 2: [{ kind: 'families', require: [] }] } }),
      ['.conditions.2[0].require'],
    ],
    ['a share above one', scheme({ spread: { 1: { children: 1.1, labourForce: 0.5 } } }), ['.spread.1.children']],
    ['a share of nothing', scheme({ minUsable: { count: 1, share: 0 } }), ['.minUsable.share']],
    [
      'a negative weight',
      scheme({ weights: { employment: -1, market: 1, macro: 1, newforms: 1 } }),
      ['.weights.employment'],
    ],
    ['an unknown weighting', scheme({ weighting: 'magic' }), ['.weighting']],
    [
      'names that leave a level out',
      scheme({ names: { 0: { numeral: '', name: { zh: '灯', en: 'lamp' } } } }),
      ['.names'],
    ],
    ['a name in one language', scheme({ names: { 0: { numeral: '', name: { zh: '灯' } } } }), ['.names.0.name.en']],
    [
      'a score condition without points',
      scheme({ conditions: { ...defaultJson.conditions, 4: [{ kind: 'score', atMost: 16 }] } }),
      ['.conditions.4[0]'],
    ],
    ['points that rise', scheme({ score: { items: 9, points: [1, 2, 3, 4, 5] } }), ['.score.points']],
    ['four points', scheme({ score: { items: 9, points: [5, 4, 3, 2] } }), ['.score.points']],
    [
      'no rules',
      scheme({ conditions: { ...defaultJson.conditions, 1: [rulesCondition([], 1)] } }),
      ['.conditions.1[0].rules'],
    ],
    [
      'more rules than are named',
      scheme({ conditions: { ...defaultJson.conditions, 1: [rulesCondition(['a'], 2)] } }),
      ['.conditions.1[0].count'],
    ],
    [
      'a rule named twice',
      scheme({ conditions: { ...defaultJson.conditions, 1: [rulesCondition(['a', 'a'], 2)] } }),
      ['.conditions.1[0].rules'],
    ],
    ['an unknown field', scheme({ weigths: {} }), ['.']],
  ])('%s', (_what, raw, paths) => {
    const { value, faults } = loadScheme(raw);
    expect(value).toBeNull();
    expect(faults.map((f) => f.path)).toEqual(paths);
  });

  test('are all listed at once', () => {
    expect(loadScheme(scheme({ id: 1, minSignals: { 1: 0, 2: 1, 3: 1, 4: 1 } })).faults.map((f) => f.path)).toEqual([
      '.id',
      '.minSignals.1',
    ]);
  });
});
