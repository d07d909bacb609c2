import { describe, expect, test } from 'vitest';
import defaultJson from '../../src/levels/defaults/scheme.json';
import { defaultScheme, loadScheme } from '../../src/levels/load-scheme';

type Json = Record<string, unknown>;
const scheme = (over: Json = {}): Json => ({ ...(structuredClone(defaultJson) as Json), ...over });

test('the default scheme loads once, and says that its numbers are ours', () => {
  expect(defaultScheme()).toBe(defaultScheme());
  expect(defaultScheme().levels).toEqual([1, 2, 3, 4]);
  expect(defaultScheme().basis.en).toMatch(/defaults of this product/);
});

test('a scheme of three levels can be written', () => {
  const three = scheme({ levels: [2, 3, 4], spread: { 2: { children: 0.3, labourForce: 0.3 } } });
  expect(loadScheme(three).value).toEqual(three);
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
