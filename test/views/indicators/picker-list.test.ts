import { describe, expect, test } from 'vitest';
import { indicatorGroups, regionItems, toggled, toggledAll } from '../../../src/views/indicators/picker-list';
import { makeView, statesView } from './fixture';

const view = makeView();
const names = (items: ReturnType<typeof regionItems>) => items.map((i) => view.tree.regions[i.index]!.name.zh);

describe('indicators', () => {
  test('by family, only those that the data has', () => {
    expect(indicatorGroups(view, '').map((g) => [g.family, g.indicators.length])).toEqual([
      ['employment', 4],
      ['market', 1],
      ['macro', 1],
    ]);
  });
  test('found by any part of either name, whatever the case', () => {
    expect(indicatorGroups(view, 'REGISTERED').flatMap((g) => g.indicators.map((i) => i.id))).toEqual([
      'registered_unemployment_rate',
    ]);
    expect(indicatorGroups(view, '原煤')[0]!.indicators[0]!.id).toBe('coal_output');
    expect(indicatorGroups(view, 'coal raw')[0]!.indicators[0]!.id).toBe('coal_output');
    expect(indicatorGroups(view, '没有这个')).toEqual([]);
  });
});

describe('regions', () => {
  test('the root and the leagues at first; counties when a league is opened', () => {
    expect(regionItems(view.tree, '', new Set())).toHaveLength(13);
    const opened = regionItems(view.tree, '', new Set(['150300']));
    expect(opened).toHaveLength(16);
    expect(names(opened).slice(3, 7)).toEqual(['乌海市', '海勃湾区', '海南区', '乌达区']);
    expect(opened[4]!.indent).toBeGreaterThan(opened[3]!.indent);
  });
  test('a search is flat, with the names above', () => {
    const found = regionItems(view.tree, '海勃', new Set());
    expect(names(found)).toEqual(['海勃湾区']);
    expect(found[0]!.path.map((i) => view.tree.regions[i]!.name.zh)).toEqual(['乌海市']);
    expect(names(regionItems(view.tree, '150302', new Set()))).toEqual(['海勃湾区']);
  });
  test('a tree of roots alone', () => {
    expect(regionItems(statesView().tree, '', new Set())).toHaveLength(30);
  });
});

test('ticking keeps the order and never doubles', () => {
  expect(toggled(['a', 'b'], 'c', true)).toEqual(['a', 'b', 'c']);
  expect(toggled(['a', 'b'], 'a', true)).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b']);
  expect(toggledAll(['b'], ['a', 'b', 'c'], true)).toEqual(['b', 'a', 'c']);
  expect(toggledAll(['b', 'x'], ['a', 'b', 'c'], false)).toEqual(['x']);
});
