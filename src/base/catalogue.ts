import * as z from 'zod/mini';
import { type Checked, checkShape, shapeFault, type ShapeFault, textShape } from './check';
import indicatorsJson from './defaults/indicators.json';
import regionsJson from './defaults/inner-mongolia-regions.json';
import { catalogueOf, FAMILIES, type Indicator, type IndicatorCatalogue } from './indicators';
import { FREQUENCIES } from './period';
import { buildRegionTree, type RegionFault, type RegionRow, type RegionTree } from './regions';
import { defineText, sayBoth } from './text';
import { UNITS, unitOf } from './units';

const INDICATORS_SCHEMA = 'fengsui-indicators/1';
const REGIONS_SCHEMA = 'fengsui-regions/1';

const WORDS = defineText({
  once: { zh: '每个标识只出现一次；“{id}”出现了两次', en: 'every id once; "{id}" stands twice' },
  unit: { zh: '已知的计量单位：{units}', en: 'a known unit: {units}' },
  weight: { zh: 'labourForce，或本目录中的指标', en: 'labourForce, or an indicator of this catalogue' },
  part: { zh: '本目录中的另一个指标', en: 'another indicator of this catalogue' },
  range: { zh: '下限小于上限', en: 'the lower end below the upper end' },
});

const id = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/));
const filled = z.string().check(z.minLength(1));

const aggregation = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('sum') }),
  z.strictObject({ by: z.literal('weighted-mean'), weight: filled }),
  z.strictObject({ by: z.literal('ratio'), numerator: filled, denominator: filled }),
  z.strictObject({ by: z.literal('none') }),
]);

const indicatorShape = z.strictObject({
  id,
  name: textShape,
  short: textShape,
  family: z.enum(FAMILIES),
  unit: filled,
  frequency: z.enum(FREQUENCIES),
  kind: z.enum(['stock', 'flow', 'rate', 'index', 'cumulative']),
  worse: z.enum(['up', 'down', 'none']),
  aggregation,
  janFeb: z.enum(['separate', 'joint', 'joint-published']),
  range: z.tuple([z.number(), z.number()]),
  lagDays: z.int().check(z.gte(0)),
  decimals: z.int().check(z.gte(0), z.lte(6)),
  definition: textShape,
  source: textShape,
});

const catalogueShape = z.strictObject({
  schema: z.literal(INDICATORS_SCHEMA),
  version: filled,
  indicators: z.array(indicatorShape).check(z.minLength(1)),
});

/**
 * An indicator list from JSON: shape, units, ids once each, weights and parts that exist. Every fault is collected,
 * with its path, what stands there and what was expected; with any fault there is no catalogue.
 */
export function loadCatalogue(json: unknown): Checked<IndicatorCatalogue> {
  const checked = checkShape(catalogueShape as z.ZodMiniType<{ version: string; indicators: Indicator[] }>, json);
  if (!checked.value) return checked;
  const { version, indicators } = checked.value;
  const catalogue = catalogueOf(version, indicators);
  const faults = indicators.flatMap((indicator, i) => indicatorFaults(indicator, i, catalogue, json));
  return faults.length > 0 ? { value: null, faults } : { value: catalogue, faults: [] };
}

function indicatorFaults(
  indicator: Indicator,
  i: number,
  { indicators, byId }: IndicatorCatalogue,
  raw: unknown,
): ShapeFault[] {
  const at = (...path: PropertyKey[]): PropertyKey[] => ['indicators', i, ...path];
  const faults: ShapeFault[] = [];
  if (indicators.findIndex((other) => other.id === indicator.id) < i) {
    faults.push(shapeFault(at('id'), raw, sayBoth(WORDS.once, { id: indicator.id })));
  }
  if (!unitOf(indicator.unit)) {
    faults.push(shapeFault(at('unit'), raw, sayBoth(WORDS.unit, { units: UNITS.map((u) => u.id).join(', ') })));
  }
  if (indicator.range[0] >= indicator.range[1]) faults.push(shapeFault(at('range'), raw, WORDS.range));
  const isOther = (other: string): boolean => other !== indicator.id && byId.has(other);
  const rule = indicator.aggregation;
  if (rule.by === 'weighted-mean' && rule.weight !== 'labourForce' && !isOther(rule.weight)) {
    faults.push(shapeFault(at('aggregation', 'weight'), raw, WORDS.weight));
  }
  if (rule.by === 'ratio') {
    for (const part of ['numerator', 'denominator'] as const) {
      if (!isOther(rule[part])) faults.push(shapeFault(at('aggregation', part), raw, WORDS.part));
    }
  }
  return faults;
}

const persons = z.optional(z.number().check(z.gte(0)));

const regionShape = z.strictObject({
  code: filled,
  nameZh: filled,
  nameEn: filled,
  level: filled,
  parentCode: z.string(),
  labourForce: persons,
  employed: persons,
  insured: persons,
  traits: z.optional(z.array(filled)),
  coalSteelPowerShare: z.optional(z.number().check(z.gte(0), z.lte(1))),
  promoted: z.optional(z.boolean()),
});

const treeShape = z.strictObject({
  schema: z.literal(REGIONS_SCHEMA),
  id: filled,
  version: filled,
  /** Where codes and names come from. */
  source: textShape,
  /** Where the traits come from. */
  traitsBasis: z.optional(textShape),
  regions: z.array(regionShape).check(z.minLength(1)),
});

const FIELD_OF: Readonly<Record<RegionFault['column'], keyof RegionRow>> = {
  region_code: 'code',
  parent_code: 'parentCode',
  region_name: 'nameZh',
};

/** A region tree from JSON: shape, codes once each, parents that exist, no cycle. Every fault is collected. */
export function loadRegionTree(json: unknown): Checked<RegionTree> {
  const checked = checkShape(treeShape as z.ZodMiniType<{ id: string; regions: RegionRow[] }>, json);
  if (!checked.value) return checked;
  const { tree, faults } = buildRegionTree(checked.value.id, checked.value.regions);
  if (tree) return { value: tree, faults: [] };
  return {
    value: null,
    faults: faults.map((f) => shapeFault(['regions', f.row - 1, FIELD_OF[f.column]], json, f.detail)),
  };
}

/** Value of a file that ships with the product; a fault in it is a bug. */
function shipped<T>(file: string, checked: Checked<T>): T {
  if (checked.value !== null) return checked.value;
  throw new Error(`${file}: ${checked.faults.map((f) => `${f.path}: ${f.expected}`).join('; ')}`);
}

let catalogue: IndicatorCatalogue | null = null;
let tree: RegionTree | null = null;

/** The indicators of domain.md §3, general ones for other places, and annual targets; read once. */
export function defaultCatalogue(): IndicatorCatalogue {
  catalogue ??= shipped('defaults/indicators.json', loadCatalogue(indicatorsJson));
  return catalogue;
}

/** Inner Mongolia: the region, 12 leagues and cities, 103 banners, counties, cities and districts; read once. */
export function defaultRegionTree(): RegionTree {
  tree ??= shipped('defaults/inner-mongolia-regions.json', loadRegionTree(regionsJson));
  return tree;
}
