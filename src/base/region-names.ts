import type { Region, RegionTree } from './regions';
import { defineText, type Text } from './text';

/** How regions of one kind are called together: 12个盟市, 12 leagues and cities. */
const PLURALS = defineText({
  province: { zh: '省级地区', en: 'provinces' },
  league: { zh: '盟市', en: 'leagues and cities' },
  county: { zh: '旗县市区', en: 'banners, counties and districts' },
  state: { zh: '州', en: 'states' },
  country: { zh: '国家', en: 'countries' },
  region: { zh: '地区', en: 'regions' },
});

export function regionsNoun(tree: RegionTree, regions: readonly number[]): Text {
  const kinds = new Set(regions.map((r) => tree.regions[r]!.level));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && Object.hasOwn(PLURALS, kind)
    ? PLURALS[kind as keyof typeof PLURALS]
    : PLURALS.region;
}

/** Name for tight places: without 市 and 盟, without "League" and "City"; districts keep theirs. */
export function shortName(region: Pick<Region, 'name'>): Text {
  const { zh, en } = region.name;
  return {
    zh: zh.length > 2 ? zh.replace(/(市|盟|自治区)$/, '') : zh,
    en: en.replace(/ (League|City|Autonomous Region)$/, ''),
  };
}
