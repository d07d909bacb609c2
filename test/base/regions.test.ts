import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { buildRegionTree, type RegionRow, regionLevelName } from '../../src/base/regions';

const row = (code: string, parentCode: string, over: Partial<RegionRow> = {}): RegionRow => ({
  code,
  nameZh: `${code}名`,
  nameEn: `name of ${code}`,
  level: 'county',
  parentCode,
  ...over,
});

describe('a region tree', () => {
  test('has parents before children, whatever the order of the rows', () => {
    const rows = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).chain((picks) => {
      const made = picks.map((pick, i) => row(`r${i}`, i === 0 ? '' : `r${pick % i}`));
      return fc.shuffledSubarray(made, { minLength: made.length });
    });
    fc.assert(
      fc.property(rows, (shuffled) => {
        const { tree, faults } = buildRegionTree('t', shuffled);
        expect(faults).toEqual([]);
        expect(tree!.regions).toHaveLength(shuffled.length);
        tree!.regions.forEach((region, i) => {
          expect(tree!.indexOf.get(region.code)).toBe(i);
          expect(region.parent).toBeLessThan(i);
          const source = shuffled.find((r) => r.code === region.code)!;
          expect(region.parent < 0 ? '' : tree!.regions[region.parent]!.code).toBe(source.parentCode);
          expect(tree!.depth[i]).toBe(region.parent < 0 ? 0 : tree!.depth[region.parent]! + 1);
          expect(tree!.children[i]!.every((c) => tree!.regions[c]!.parent === i)).toBe(true);
        });
        expect(tree!.roots).toEqual(tree!.regions.flatMap((r, i) => (r.parent < 0 ? [i] : [])));
        expect(tree!.children.flat()).toHaveLength(shuffled.length - tree!.roots.length);
      }),
    );
  });

  test('keeps the order of the file among siblings, and several roots', () => {
    const { tree } = buildRegionTree('t', [row('b', 'x'), row('x', ''), row('a', 'x'), row('y', '')]);
    expect(tree!.regions.map((r) => r.code)).toEqual(['x', 'y', 'b', 'a']);
    expect(tree!.roots).toEqual([0, 1]);
  });

  test('fills what is not given: names from each other, sizes unknown (NaN, not 0)', () => {
    const { tree } = buildRegionTree('t', [
      row('a', '', { nameEn: '' }),
      row('b', 'a', { nameZh: '' }),
      row('c', 'a', { nameZh: '', nameEn: '' }),
    ]);
    expect(tree!.regions.map((r) => r.name)).toEqual([
      { zh: 'a名', en: 'a名' },
      { zh: 'name of b', en: 'name of b' },
      { zh: 'c', en: 'c' },
    ]);
    expect(tree!.regions[0]).toMatchObject({
      labourForce: NaN,
      employed: NaN,
      insured: NaN,
      coalSteelPowerShare: NaN,
      promoted: false,
      traits: [],
    });
    expect(buildRegionTree('t', [row('a', '', { labourForce: 0 })]).tree!.regions[0]!.labourForce).toBe(0);
  });

  test('lists all faults at once, by row', () => {
    const { tree, faults } = buildRegionTree('t', [row('a', ''), row('', 'a'), row('a', ''), row('b', 'nowhere')]);
    expect(tree).toBeNull();
    expect(faults.map((f) => [f.row, f.column, f.given])).toEqual([
      [2, 'region_code', ''],
      [3, 'region_code', 'a'],
      [4, 'parent_code', 'nowhere'],
    ]);
    expect(faults.every((f) => f.detail.zh !== '' && f.detail.en !== '')).toBe(true);
  });

  test('refuses cycles and an empty table', () => {
    const cycle = buildRegionTree('t', [row('r', ''), row('a', 'b'), row('b', 'a')]);
    expect(cycle.tree).toBeNull();
    expect(cycle.faults).toMatchObject([{ row: 2, column: 'parent_code', given: 'b' }]);
    expect(buildRegionTree('t', [row('a', 'a')]).faults).toHaveLength(1);
    expect(buildRegionTree('t', []).faults).toMatchObject([{ row: 0 }]);
  });

  test('does not confuse a code with a property of objects', () => {
    const { tree, faults } = buildRegionTree('t', [row('__proto__', ''), row('constructor', '__proto__')]);
    expect(faults).toEqual([]);
    expect(tree!.indexOf.get('constructor')).toBe(1);
  });

  test('knows words for its kinds of areas, and shows others as they come', () => {
    expect(regionLevelName('league').zh).toBe('盟市');
    expect(regionLevelName('canton')).toEqual({ zh: 'canton', en: 'canton' });
  });
});

test('the built-in tree: one region, 12 leagues and cities, 103 counties; the two promoted ones hang where they belong', () => {
  const tree = defaultRegionTree();
  const byLevel = (level: string): number => tree.regions.filter((r) => r.level === level).length;
  expect([byLevel('province'), byLevel('league'), byLevel('county')]).toEqual([1, 12, 103]);
  const parentOf = (code: string): string => tree.regions[tree.regions[tree.indexOf.get(code)!]!.parent]!.code;
  expect(parentOf('150781')).toBe('150700');
  expect(parentOf('152501')).toBe('152500');
  expect(tree.regions.filter((r) => r.promoted).map((r) => r.code)).toEqual(['150781', '152501']);
});
