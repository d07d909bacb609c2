import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../../src/base/catalogue';
import { buildRegionTree } from '../../../src/base/regions';
import { regionsNoun, shortName } from '../../../src/base/region-names';
import { atOrAbove, countLevels, labourForceAtOrAbove } from '../../../src/views/overview/counts';
import { listedRegions, watchOf } from '../../../src/views/overview/watch';
import { makeView, X } from '../make-view';

describe('what the overview watches', () => {
  it('is the leagues below the autonomous region, the two promoted cities beside them, the counties at the ends', () => {
    const tree = defaultRegionTree();
    const watch = watchOf(tree);
    expect(tree.regions[watch.whole!]!.code).toBe('150000');
    expect(watch.parts).toHaveLength(12);
    expect(watch.promoted.map((r) => tree.regions[r]!.code).sort()).toEqual(['150781', '152501']);
    expect(watch.ends).toHaveLength(103);
    expect(listedRegions(watch, 'parts', true)).toHaveLength(14);
    expect(listedRegions(watch, 'ends', true)).toHaveLength(103);
  });

  it('is the roots of a forest, and nothing at the ends of a flat one', () => {
    const rows = ['US-AK', 'US-AL'].map((code) => ({
      code,
      nameZh: code,
      nameEn: code,
      level: 'state',
      parentCode: '',
    }));
    const tree = buildRegionTree('us', rows).tree!;
    const watch = watchOf(tree);
    expect(watch).toEqual({ whole: null, parts: [0, 1], promoted: [], ends: [] });
    expect(listedRegions(watch, 'ends', false)).toEqual([0, 1]);
    expect(regionsNoun(tree, watch.parts).en).toBe('states');
  });

  it('is the single region itself when there is no other', () => {
    const rows = [{ code: 'a', nameZh: '甲州市', nameEn: 'A City', level: 'city', parentCode: '' }];
    const tree = buildRegionTree('one', rows).tree!;
    expect(watchOf(tree)).toMatchObject({ whole: null, parts: [0] });
    expect(regionsNoun(tree, [0]).zh).toBe('地区');
    expect(shortName(tree.regions[0]!)).toEqual({ zh: '甲州', en: 'A' });
  });
});

describe('counts', () => {
  it('never count insufficient data as a level', () => {
    const view = makeView({ count: 1, levels: { '150300': [4], '150600': [2], '152900': [X] } });
    const watch = watchOf(view.tree);
    const counts = countLevels(view, watch.parts, view.first);
    expect(counts).toEqual({ at: [9, 0, 1, 0, 1], insufficient: 1 });
    expect(atOrAbove(counts, 2)).toBe(2);
  });

  it('weigh by the labour force only where all of it is known', () => {
    const view = makeView({ count: 1, levels: { '150300': [4], '152900': [X] } });
    const watch = watchOf(view.tree);
    expect(labourForceAtOrAbove(view, watch.parts, view.first, 2)).toBeNull();
    const tree = {
      ...view.tree,
      regions: view.tree.regions.map((r) => ({ ...r, labourForce: r.code === '150300' ? 200 : 100 })),
    };
    expect(labourForceAtOrAbove({ ...view, tree }, watch.parts, view.first, 2)).toBeCloseTo(200 / 1300, 10);
  });
});
