import type { RegionTree } from '../../base/regions';
import { defineText, sayBoth, type Text } from '../../base/text';
import { type Actor, layerOf } from '../../response/actor';
import type { Department, Layer } from '../../response/plan';
import { regionName } from '../../response/trail/who';

const T = defineText({
  department: { zh: '{region}人力资源和社会保障厅', en: 'Department of Human Resources and Social Security, {region}' },
  bureau: { zh: '{region}人力资源和社会保障局', en: 'Bureau of Human Resources and Social Security, {region}' },
  government: { zh: '{region}人民政府', en: 'Government of {region}' },
  // A league is no level of government of its own: it has an administrative office.
  administration: { zh: '{region}行政公署', en: 'Administrative Office of {region}' },
});

/** The office of somebody who acts: the labour authority of their region. */
export function officeName(tree: RegionTree, { role, regionCode }: Actor): Text {
  return sayBoth(role === 'region' ? T.department : T.bureau, { region: regionName(tree, regionCode) });
}

function governmentName(region: Text): Text {
  return sayBoth(region.zh.endsWith('盟') ? T.administration : T.government, { region });
}

/** Names of the region and of those above it, by layer. */
function namesByLayer(tree: RegionTree, regionCode: string): ReadonlyMap<Layer, Text> {
  const names = new Map<Layer, Text>();
  for (let at = tree.indexOf.get(regionCode) ?? -1; at >= 0; at = tree.regions[at]!.parent) {
    const layer = layerOf(tree.depth[at]!);
    // In a tree deeper than three layers, the nearest one of a layer speaks.
    if (!names.has(layer)) names.set(layer, tree.regions[at]!.name);
  }
  return names;
}

/** How plans name a body in general, and what it is called in a region. */
const GENERIC: readonly {
  readonly layer: Layer;
  readonly words: Text;
  readonly name: (region: Text) => Text;
}[] = [
  {
    layer: 'county',
    words: {
      zh: '旗县（市、区）人力资源社会保障局',
      en: 'banner or county human resources and social security bureau',
    },
    name: (region) => sayBoth(T.bureau, { region }),
  },
  { layer: 'county', words: { zh: '旗县（市、区）人民政府', en: 'banner or county government' }, name: governmentName },
  {
    layer: 'league',
    words: { zh: '盟市人力资源社会保障局', en: 'league or city human resources and social security bureau' },
    name: (region) => sayBoth(T.bureau, { region }),
  },
  { layer: 'league', words: { zh: '盟行政公署、市人民政府', en: 'league or city government' }, name: governmentName },
  {
    layer: 'region',
    words: {
      zh: '自治区人力资源社会保障厅',
      en: 'Department of Human Resources and Social Security of the autonomous region',
    },
    name: (region) => sayBoth(T.department, { region }),
  },
  {
    layer: 'region',
    words: { zh: '自治区人民政府', en: 'government of the autonomous region' },
    name: governmentName,
  },
];

/**
 * A body that the plan names in general (旗县（市、区）人民政府) as the one of this region (海勃湾区人民政府). A plan that
 * uses other words, or a body of a layer that the region does not lie in (有关盟行政公署), stays as the plan says it.
 */
export function bodyOf(words: Text, tree: RegionTree, regionCode: string): Text {
  const names = namesByLayer(tree, regionCode);
  return GENERIC.reduce((text, { layer, words: generic, name }): Text => {
    const region = names.get(layer);
    if (!region || text.zh.includes(`有关${generic.zh}`)) return text;
    const own = name(region);
    const after = { zh: text.zh.replace(generic.zh, own.zh), en: text.en.replace(generic.en, own.en) };
    return after;
  }, words);
}

/** A department as it is called today; where it has changed, without the year of the change. */
export function departmentName({ name, now }: Department): Text {
  if (!now) return name;
  return { zh: now.zh.replace(/（[^（）]*）$/, ''), en: now.en.replace(/ \([^()]*\)$/, '') };
}
