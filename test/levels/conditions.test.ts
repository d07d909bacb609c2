import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLevel, conditionHolds, type Counts, levelFrom, upTo } from '../../src/levels/conditions';
import { defaultScheme } from '../../src/levels/load-scheme';

/** `counts({ families: [2, 1] })`: two families at Ⅳ or above, one at Ⅲ or above. */
type Given = Partial<Record<'signals' | 'families' | 'floor' | 'scale', readonly number[]>>;
function counts(at: Given, over: Partial<Counts> = {}): Counts {
  const packed = (values: readonly number[] = []): number => values.reduce((sum, n, i) => sum + n * 2 ** (8 * i), 0);
  return {
    signals: packed(at.signals),
    families: packed(at.families),
    floor: packed(at.floor),
    scale: packed(at.scale),
    named: new Map(),
    score: NaN,
    ...over,
  };
}

test('a count holds the four levels apart: one of a level stands at it and at all lower ones', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 255 }), (levels) => {
      const count = levels.reduce((sum, level) => sum + upTo(level), 0);
      for (const l of [1, 2, 3, 4]) expect(atLevel(count, l)).toBe(levels.filter((level) => level >= l).length);
    }),
  );
  expect([1, 2, 3, 4].map((l) => atLevel(255 * upTo(4), l))).toEqual([255, 255, 255, 255]);
});

describe('conditions', () => {
  test('signals: so many at or above', () => {
    expect(conditionHolds({ kind: 'signals', atLeast: 2, count: 2 }, counts({ signals: [5, 2] }))).toBe(true);
    expect(conditionHolds({ kind: 'signals', atLeast: 2, count: 2 }, counts({ signals: [5, 1] }))).toBe(false);
  });
  test('families: every requirement', () => {
    const condition = {
      kind: 'families',
      require: [
        { atLeast: 3, count: 1 },
        { atLeast: 2, count: 2 },
      ],
    } as const;
    expect(conditionHolds(condition, counts({ families: [2, 2, 1] }))).toBe(true);
    expect(conditionHolds(condition, counts({ families: [3, 1, 1] }))).toBe(false);
    expect(conditionHolds(condition, counts({ families: [3, 3, 0] }))).toBe(false);
  });
  test('floor and scale: one at or above', () => {
    expect(conditionHolds({ kind: 'floor', atLeast: 3 }, counts({ floor: [1, 1, 1] }))).toBe(true);
    expect(conditionHolds({ kind: 'floor', atLeast: 3 }, counts({ floor: [1, 1, 0], scale: [1, 1, 1] }))).toBe(false);
    expect(conditionHolds({ kind: 'scale', atLeast: 4 }, counts({ scale: [1, 1, 1, 1] }))).toBe(true);
    expect(conditionHolds({ kind: 'scale', atLeast: 4 }, counts({ floor: [1, 1, 1, 1] }))).toBe(false);
  });
  test('rules: so many of those named, as counted for this very condition', () => {
    const condition = { kind: 'rules', rules: ['a', 'b'], atLeast: 3, count: 2 } as const;
    const named = (...levels: number[]): Counts =>
      counts({ signals: [9, 9, 9, 9] }, { named: new Map([[condition, levels.reduce((n, l) => n + upTo(l), 0)]]) });
    expect(conditionHolds(condition, named(3, 4))).toBe(true);
    expect(conditionHolds(condition, named(2, 4))).toBe(false);
    expect(conditionHolds({ ...condition, count: 1 }, named(4, 4))).toBe(false);
  });
  test('score: at most; none at all is never low', () => {
    const condition = { kind: 'score', atMost: 22 } as const;
    expect([21, 22, 23, NaN].map((score) => conditionHolds(condition, counts({}, { score })))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the default scheme (engine.md §5)', () => {
  const level = (at: Parameters<typeof counts>[0]): number => levelFrom(defaultScheme(), counts(at)).level;

  test.each<[string, number, Parameters<typeof counts>[0]]>([
    ['nothing', 0, {}],
    ['one signal', 1, { signals: [1], families: [1] }],
    ['one family Ⅲ alone', 1, { signals: [1, 1], families: [1, 1] }],
    ['one family Ⅲ, a second Ⅳ', 2, { signals: [2, 1], families: [2, 1] }],
    ['a floor indicator Ⅲ', 2, { signals: [1, 1], families: [1, 1], floor: [1, 1] }],
    ['one family Ⅱ, a second Ⅳ', 2, { signals: [2, 1, 1], families: [2, 1, 1] }],
    ['one family Ⅱ, a second Ⅲ', 3, { signals: [2, 2, 1], families: [2, 2, 1] }],
    ['a floor indicator Ⅱ', 3, { signals: [1, 1, 1], families: [1, 1, 1], floor: [1, 1, 1] }],
    [
      'a floor indicator Ⅰ: no more than Ⅱ by itself',
      3,
      { signals: [1, 1, 1, 1], families: [1, 1, 1, 1], floor: [1, 1, 1, 1] },
    ],
    ['one family Ⅰ, a second Ⅲ', 3, { signals: [2, 2, 1, 1], families: [2, 2, 1, 1] }],
    ['one family Ⅰ, a second Ⅱ', 4, { signals: [2, 2, 2, 1], families: [2, 2, 2, 1] }],
    ['the scale trigger Ⅰ', 4, { signals: [1, 1, 1, 1], families: [1, 1, 1, 1], scale: [1, 1, 1, 1] }],
    ['the scale trigger Ⅱ', 1, { signals: [1, 1, 1], families: [1, 1, 1], scale: [1, 1, 1] }],
  ])('%s → %d', (_what, wanted, at) => expect(level(at)).toBe(wanted));

  test('names the condition that holds', () => {
    expect(levelFrom(defaultScheme(), counts({ scale: [1, 1, 1, 1] }))).toEqual({
      level: 4,
      condition: { kind: 'scale', atLeast: 4 },
    });
    expect(levelFrom(defaultScheme(), counts({}))).toEqual({ level: 0, condition: null });
  });

  test('more counts never give a lower level', () => {
    const falling = fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
      .map((a) => a.sort((x, y) => y - x));
    const any = fc.record({ signals: falling, families: falling, floor: falling, scale: falling });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const sum = (key: keyof typeof a): number[] => a[key].map((v, i) => v + b[key][i]!);
        const more = { signals: sum('signals'), families: sum('families'), floor: sum('floor'), scale: sum('scale') };
        expect(level(more)).toBeGreaterThanOrEqual(level(a));
      }),
    );
  });
});
