import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import { FREQUENCIES } from '../base/period';
import { buildRegionTree, type RegionTree } from '../base/regions';
import { sayBoth, type Text } from '../base/text';
import { type IssueLog, issueOf } from './issue-log';
import { DETAIL, EXPECTED } from './text';

const FEED_CONTRACT = 'fengsui-feed/1';

export const catalogShape = z.object({
  contract: z.literal(FEED_CONTRACT),
  name: z.object({ zh: z.string(), en: z.string() }),
  demonstration: z.boolean(),
  dataVersion: z.string(),
  asOf: z.string(),
  regions: z.array(
    z.object({
      code: z.string().check(z.minLength(1)),
      name: z.string(),
      name_en: z.optional(z.string()),
      level: z.optional(z.string()),
      parent_code: z.optional(z.string()),
      labour_force: z.optional(z.nullable(z.number())),
      employed: z.optional(z.nullable(z.number())),
      insured: z.optional(z.nullable(z.number())),
      traits: z.optional(z.array(z.string())),
      coal_steel_power_share: z.optional(z.nullable(z.number())),
      promoted: z.optional(z.boolean()),
    }),
  ),
  observations: z.array(z.object({ indicator: z.string(), frequency: z.enum(FREQUENCIES), url: z.string() })),
});
export type Catalog = z.infer<typeof catalogShape>;

/** The frame of an answer; the long lists within are checked by loops of our own, value by value. */
export const answerShape = z.object({
  contract: z.literal(FEED_CONTRACT),
  indicator: z.string(),
  frequency: z.enum(FREQUENCIES),
  unit: z.string(),
  source: z.string(),
  first: z.string(),
  count: z.int().check(z.gte(0), z.lte(100_000)),
  published: z.array(z.nullable(z.string())),
  series: z.array(z.object({ region: z.string(), values: z.array(z.unknown()) })),
  status: z.optional(z.array(z.tuple([z.string(), z.string(), z.string()]))),
  late: z.optional(z.array(z.tuple([z.string(), z.string(), z.string()]))),
  revisions: z.optional(z.array(z.tuple([z.string(), z.string(), z.number(), z.string()]))),
});
export type Answer = z.infer<typeof answerShape>;

/** Name of a cell that the feed explicitly gives as null, for feed-vintages.ts. */
export function cellName(code: string, indicatorId: string, frequency: number, period: number): string {
  return `${frequency} ${period} ${indicatorId} ${code}`;
}

/** The feed's regions; null when the table is faulty (reported). */
export function treeOf(catalog: Catalog, log: IssueLog): RegionTree | null {
  const rows = catalog.regions.map((r) => ({
    code: r.code,
    nameZh: r.name,
    nameEn: r.name_en ?? '',
    level: r.level ?? '',
    parentCode: r.parent_code ?? '',
    labourForce: r.labour_force ?? NaN,
    employed: r.employed ?? NaN,
    insured: r.insured ?? NaN,
    traits: r.traits ?? [],
    coalSteelPowerShare: r.coal_steel_power_share ?? NaN,
    promoted: r.promoted ?? false,
  }));
  const { tree, faults } = buildRegionTree(`feed:${catalog.dataVersion}`, rows);
  for (const { row, given, detail } of faults) {
    if (!log.wants('bad_region_table')) continue;
    const words = sayBoth(DETAIL.badRegionTable, { detail });
    const path = row > 0 ? `catalog.regions[${row - 1}]` : 'catalog.regions';
    log.list(issueOf('bad_region_table', 'fault', 0, path, given, EXPECTED.region, words, path));
  }
  return tree;
}

/** JSON of a shape, or null with every fault and its path. */
export function parseAnswer<T>(body: ArrayBuffer, shape: z.ZodMiniType<T>, name: string, log: IssueLog): T | null {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    contractFault(log, name, '', EXPECTED.json, DETAIL.notJson);
    return null;
  }
  const checked = checkShape(shape, raw);
  if (checked.value !== null) return checked.value;
  for (const { path, words, expected, given } of checked.faults) {
    const place = `${name}${path}`;
    contractFault(
      log,
      place,
      given ?? '',
      words ?? { zh: expected, en: expected },
      sayBoth(DETAIL.contract, { path: place }),
    );
  }
  return null;
}

export function contractFault(log: IssueLog, path: string, given: string, expected: Text, detail: Text): void {
  if (log.wants('bad_contract')) log.list(issueOf('bad_contract', 'fault', 0, path, given, expected, detail, path));
}
