import { expect, test } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { readRegions } from '../../src/observations/read-regions';
import { regionTableCsv, treeCsv } from '../../src/observations/region-table';

const read = (text: string) => readRegions(() => [new TextEncoder().encode(text)]);
const HEADER =
  'region_code,region_name,region_name_en,level,parent_code,labour_force,traits,coal_steel_power_share,promoted';

test('a tree with its attributes, in any order of rows', async () => {
  const { tree, issues } = await read(
    `${HEADER}\nB,乙,Bee,league,A,1000,border; coal,0.25,true\nA,甲,Ay,province,,,,,\n`,
  );
  expect(issues).toEqual([]);
  expect(tree!.regions.map((r) => r.code)).toEqual(['A', 'B']);
  expect(tree!.regions[1]).toMatchObject({
    name: { zh: '乙', en: 'Bee' },
    parent: 0,
    labourForce: 1000,
    employed: NaN,
    traits: ['border', 'coal'],
    coalSteelPowerShare: 0.25,
    promoted: true,
  });
});

test('code and name are enough', async () => {
  const { tree } = await read('region_code,region_name\nUS-AK,Alaska\nUS-AL,Alabama\n');
  expect(tree!.roots).toEqual([0, 1]);
});

test('faults: header, repeated code, unknown parent, a figure that is none; all with their lines, and no tree', async () => {
  const types = async (text: string): Promise<unknown[]> => {
    const { tree, issues } = await read(text);
    expect(tree).toBeNull();
    return issues.map((i) => [i.row, i.type, i.column]);
  };
  expect(await types('')).toEqual([[0, 'empty_file', '']]);
  expect(await types('code,name\n1,x\n')).toContainEqual([1, 'missing_column', 'region_code']);
  expect(await types('region_code,region_name\nA,x\n\nA,y\n')).toEqual([[4, 'bad_region_table', 'region_code']]);
  expect(await types(`${HEADER}\nA,x,,,Z,,,,\n`)).toEqual([[2, 'bad_region_table', 'parent_code']]);
  expect(await types(`${HEADER}\nA,x,,,,many,,,\n`)).toEqual([[2, 'bad_region_table', 'labour_force']]);
  expect(await types(`${HEADER}\nA,x,,,B,,,,\nB,y,,,A,,,,\n`)).toEqual([[2, 'bad_region_table', 'parent_code']]);
  expect(await types('region_code,region_name\n')).toEqual([[0, 'bad_region_table', 'region_code']]);
});

test('the built-in tree, written and read, is the same tree', async () => {
  const built = defaultRegionTree();
  const { tree, issues } = await read(treeCsv(built));
  expect(issues).toEqual([]);
  expect(tree!.regions).toEqual(built.regions);
});

test('a table of the regions that a file names: flat, under one that holds them all', async () => {
  const found = [
    { code: 'X', name: '<img src=x onerror=alert(1)>' },
    { code: '=1+1', name: 'a "b", c' },
    { code: 'ALL', name: '' },
  ];
  const { tree, issues } = await read(regionTableCsv(found));
  expect(issues).toEqual([]);
  expect(tree!.regions.map((r) => [r.code, r.name.zh, r.parent])).toEqual([
    ['_ALL', '全部地区', -1],
    ['X', '<img src=x onerror=alert(1)>', 0],
    ['=1+1', 'a "b", c', 0],
    ['ALL', 'ALL', 0],
  ]);
});
