import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../../src/base/catalogue';
import { buildRegionTree } from '../../../src/base/regions';
import { officeFor, officesOf } from '../../../src/views/parts/actor-regions';

const tree = defaultRegionTree();

describe('offices', () => {
  it('of each layer, under the region above them', () => {
    expect(officesOf(tree, 'region')).toEqual([{ under: null, regions: ['150000'] }]);
    expect(officesOf(tree, 'league')).toEqual([{ under: '150000', regions: expect.any(Array) }]);
    expect(officesOf(tree, 'league')[0]!.regions).toHaveLength(12);
    const counties = officesOf(tree, 'county');
    expect(counties).toHaveLength(12);
    expect(counties.flatMap(({ regions }) => regions)).toHaveLength(103);
    expect(counties.find(({ under }) => under === '150300')!.regions).toContain('150302');
  });
  it('the only one of a layer is meant; of several the one that was chosen before, if it is of the layer', () => {
    expect(officeFor(tree, 'region', '150300')).toBe('150000');
    expect(officeFor(tree, 'league', '150300')).toBe('150300');
    expect(officeFor(tree, 'county', '150300')).toBe('');
  });
  it('a tree of two levels has no counties', () => {
    const row = { nameZh: '', nameEn: 'x', level: 'area' };
    const flat = buildRegionTree('x', [
      { ...row, code: 'a', parentCode: '' },
      { ...row, code: 'b', parentCode: 'a' },
    ]).tree!;
    expect(officesOf(flat, 'county')).toEqual([]);
    expect(officesOf(flat, 'league')).toEqual([{ under: 'a', regions: ['b'] }]);
  });
});
