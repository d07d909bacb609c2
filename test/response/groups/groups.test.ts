import { describe, expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import type { Region } from '../../../src/base/regions';
import groupsJson from '../../../src/response/defaults/groups.json';
import { isArea, KEY_GROUPS, loadKeyGroups } from '../../../src/response/groups/groups';
import { defaultPlan } from '../../../src/response/load-plan';

const catalogue = defaultCatalogue();
const group = (id: string) => KEY_GROUPS.find((g) => g.id === id)!;
type Json = typeof groupsJson;
const broken = (change: (json: Json) => void) => {
  const json = structuredClone(groupsJson);
  change(json);
  return loadKeyGroups(json, catalogue);
};

describe('the gate', () => {
  test('what is shipped passes, in the order of the document, each clause with measures of the plan', () => {
    expect(loadKeyGroups(groupsJson, catalogue).faults).toEqual([]);
    expect(KEY_GROUPS.map((g) => g.clause)).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8']);
    const { measures } = defaultPlan();
    for (const { clause } of KEY_GROUPS) expect(measures.some((m) => m.clause === clause)).toBe(true);
  });

  test('all faults at once: an id twice, an ungraded or unknown indicator, an area without its rule', () => {
    const { value, faults } = broken(({ groups }) => {
      groups[1]!.id = 'graduates';
      groups[2]!.indicators = ['rural_transfer_employment', 'flexible_insured', 'nonsense'];
      groups[6]!.area = null;
    });
    expect(value).toBeNull();
    expect(faults.map((f) => f.path).toSorted()).toEqual([
      '.groups[1].id',
      '.groups[2].indicators[1]',
      '.groups[2].indicators[2]',
      '.groups[6].area',
    ]);
  });

  test('a clause outside chapter 4 and an unknown field are refused', () => {
    expect(broken(({ groups }) => void (groups[0]!.clause = '6.4')).faults).toHaveLength(1);
    expect(broken((json) => void Object.assign(json, { more: 1 })).value).toBeNull();
  });
});

describe('areas by what is known of a region', () => {
  const { regions, indexOf } = defaultRegionTree();
  const named = (code: string): Region => regions[indexOf.get(code)!]!;

  test('the three autonomous banners and no other; the region itself is not one by its name', () => {
    const found = regions.filter((r) => isArea(group('minority-areas'), r)).map((r) => r.name.zh);
    expect(found.toSorted()).toEqual(['莫力达瓦达斡尔族自治旗', '鄂伦春自治旗', '鄂温克族自治旗'].toSorted());
  });

  test('difficult: by trait, or by the share of jobs at its line and above; an unknown share says nothing', () => {
    const plain: Region = { ...named('150100'), traits: [], coalSteelPowerShare: NaN };
    const difficult = (over: Partial<Region>) => isArea(group('difficult-areas'), { ...plain, ...over });
    expect(isArea(group('difficult-areas'), named('150300'))).toBe(true);
    expect(difficult({})).toBe(false);
    expect(difficult({ coalSteelPowerShare: 0.1 })).toBe(true);
    expect(difficult({ coalSteelPowerShare: 0.099 })).toBe(false);
    expect(difficult({ traits: ['border'] })).toBe(false);
  });

  test('no region is a group of persons', () => {
    expect(KEY_GROUPS.filter((g) => g.kind === 'people' && regions.some((r) => isArea(g, r)))).toEqual([]);
  });
});
