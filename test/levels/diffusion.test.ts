import { describe, expect, test } from 'vitest';
import { INSUFFICIENT } from '../../src/base/level';
import type { RegionTree } from '../../src/base/regions';
import { countSpread, diffuse } from '../../src/levels/diffusion';
import { LevelFlag } from '../../src/levels/levels';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Scheme } from '../../src/levels/scheme';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';

const NO = INSUFFICIENT;
/** Blue from 30 % of the children (25 % of their labour force), yellow 35 (30), orange 45 (40), red 50 (45). */
const scheme = defaultScheme();
const kids = (n: number, sizes: readonly number[] = []): RegionTree => {
  const codes = Array.from({ length: n }, (_, i) => `c${i}`);
  return treeOf(
    { R: '', ...Object.fromEntries(codes.map((c) => [c, 'R'])) },
    Object.fromEntries(codes.flatMap((c, i) => (sizes[i] === undefined ? [] : [[c, { labourForce: sizes[i] }]]))),
  );
};
const list = catalogue(indicatorOf('x'));

describe('counting children', () => {
  const spread = (levels: readonly number[], sizes?: readonly number[], by: Scheme = scheme) =>
    countSpread(kids(levels.length, sizes), 0, (c) => levels[c - 1]!, by);

  test('at or above each level, by number', () => {
    expect(spread([4, 3, 0, 0, 0, 0, 0, 0, 0, NO])).toEqual({
      level: 0,
      children: 10,
      graded: 9,
      at: [0, 2, 2, 2, 1],
      labourForceAt: null,
    });
    expect(spread([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]).level).toBe(1);
    expect(spread([4, 4, 4, 0, 0, 0, 0, 0, 0, 0]).level).toBe(1);
    expect(spread([4, 4, 4, 4, 4, 0, 0, 0, 0, 0]).level).toBe(4);
    expect(spread([2, 2, 2, 2, 0, 0, 0, 0, 0, 0]).level).toBe(2);
  });

  test('unknown children never help: they are in the denominator alone', () => {
    expect(spread([1, 1, 1, NO, NO, NO, NO, NO, NO, NO]).level).toBe(1);
    expect(spread([1, 1, NO, NO, NO, NO, NO, NO]).level).toBe(0);
  });

  test('small children alone are not enough where sizes are known of all', () => {
    const sizes = [1, 1, 1, 1, 100];
    expect(spread([4, 4, 4, 4, 0], sizes)).toMatchObject({
      level: 0,
      labourForceAt: [0, 4 / 104, 4 / 104, 4 / 104, 4 / 104],
    });
    expect(spread([0, 0, 0, 4, 4], sizes).level).toBe(2);
    // One unknown size: by number alone.
    expect(spread([4, 4, 4, 4, 0], [1, 1, 1, 1])).toMatchObject({ level: 4, labourForceAt: null });
  });

  test('a level without a spread is not reached by it, and a leaf has none', () => {
    const { 4: _red, ...noRed } = scheme.spread;
    expect(spread([4, 4], undefined, { ...scheme, spread: noRed }).level).toBe(3);
    expect(spread([])).toMatchObject({ level: 0, children: 0 });
  });
});

describe('the level that is shown', () => {
  function show(
    tree: RegionTree,
    own: Readonly<Record<string, number>>,
    over: { possible?: Readonly<Record<string, number>>; flags?: Readonly<Record<string, number>> } = {},
  ) {
    const panel = panelOf(tree, list, '2020-01', { x: { [tree.regions[0]!.code]: [1] } });
    const bytes = (by: Readonly<Record<string, number>>, otherwise: (i: number) => number): Uint8Array =>
      Uint8Array.from(tree.regions, (r, i) => by[r.code] ?? otherwise(i));
    const mine = bytes(own, () => 0);
    const flags = bytes(over.flags ?? {}, () => 0);
    const level = diffuse(
      panel,
      mine,
      bytes(over.possible ?? {}, (i) => (mine[i] === NO ? 0 : mine[i]!)),
      scheme,
      flags,
    );
    return {
      of: (code: string) => level[tree.indexOf.get(code)!],
      flag: (code: string) => flags[tree.indexOf.get(code)!],
    };
  }
  const { diffusion, gap, coverage } = LevelFlag;

  test("is the region's own, or its children's when that is higher", () => {
    const two = kids(2);
    expect(show(two, { R: 2, c0: 1 }).of('R')).toBe(2);
    expect(show(two, { R: 2, c0: 1 }).flag('R')).toBe(0);
    expect(show(two, { R: 1, c0: 3 }).of('R')).toBe(4 - 1);
    expect(show(two, { R: 1, c0: 3 }).flag('R')).toBe(diffusion);
    expect(show(two, { R: 3, c0: 3 }).flag('R')).toBe(0);
  });

  test('rises through the levels of the tree', () => {
    const deep = treeOf({ R: '', L: 'R', a: 'L', b: 'L' });
    expect(show(deep, { a: 4, b: 4 }).of('R')).toBe(4);
  });

  test('a region without signals of its own is normal when enough children are, else insufficient', () => {
    const four = kids(4);
    expect(show(four, { R: NO }).of('R')).toBe(0);
    expect(show(four, { R: NO }).flag('R')).toBe(diffusion);
    expect(show(four, { R: NO, c0: NO, c1: NO }).of('R')).toBe(0);
    expect(show(four, { R: NO, c0: NO, c1: NO, c2: NO }).of('R')).toBe(NO);
    expect(show(four, { R: NO, c0: NO, c1: NO, c2: 3, c3: 3 }).of('R')).toBe(4 - 1);
    expect(show(kids(0), { R: NO }).of('R')).toBe(NO);
  });

  test('is marked where children that are not sure could make it higher', () => {
    const ten = kids(10);
    const unsure = (n: number): Record<string, number> =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`c${i}`, 4]));
    expect(show(ten, {}, { possible: unsure(2) }).flag('R')).toBe(0);
    expect(show(ten, {}, { possible: unsure(3) }).flag('R')).toBe(gap);
    // Children without a level could be anything.
    expect(show(ten, { c0: NO, c1: NO, c2: NO }).flag('R')).toBe(gap);
    // At the top there is nothing above.
    expect(show(ten, { R: 4 }, { possible: unsure(9) }).flag('R')).toBe(0);
  });

  test('a doubt rises through the tree', () => {
    const deep = treeOf({ R: '', L: 'R', a: 'L', b: 'L' });
    expect(show(deep, {}, { possible: { a: 4, b: 4 } }).flag('R')).toBe(gap);
  });

  test('a mark of its own goes where the children lift the region above what it could hide', () => {
    const two = kids(2);
    expect(show(two, { R: 0 }, { possible: { R: 2 }, flags: { R: coverage } }).flag('R')).toBe(coverage);
    expect(show(two, { R: 0, c0: 3, c1: 3 }, { possible: { R: 2 }, flags: { R: coverage } }).flag('R')).toBe(diffusion);
  });
});

test('a scheme without any spread: the parts neither lift their parent nor call it normal', () => {
  const panel = panelOf(kids(3), list, '2020-01', { x: { R: [1, 1] } });
  const own = Uint8Array.from([NO, 0, 4, 4, 4, 4, 4, 4]);
  const flags = new Uint8Array(8);
  expect(Array.from(diffuse(panel, own, own.slice(), { ...scheme, spread: {} }, flags))).toEqual(Array.from(own));
  expect(Array.from(flags)).toEqual(Array(8).fill(0));
  // With the default lines the same children do both.
  expect(Array.from(diffuse(panel, own, own.slice(), scheme, flags)).slice(0, 2)).toEqual([4, 4]);
});
