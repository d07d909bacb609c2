import * as z from 'zod/mini';
import { defaultCatalogue } from '../../base/catalogue';
import { type Checked, checkShape, shapeFault, textShape } from '../../base/check';
import type { IndicatorCatalogue } from '../../base/indicators';
import type { Region } from '../../base/regions';
import type { Text } from '../../base/text';
import groupsJson from '../defaults/groups.json';
import { GROUP_FAULTS as FAULTS } from './group-faults';

/** One of the eight key groups and areas of clauses 4.1–4.8 of the document, and how it shows in the data. */
export interface KeyGroup {
  readonly id: string;
  /** `chapter.item` of the document. */
  readonly clause: string;
  readonly kind: 'people' | 'area';
  readonly name: Text;
  /** Graded indicators that speak of this group, ours; empty = the catalogue has none, people have to judge. */
  readonly indicators: readonly string[];
  /** Areas: regions with one of these traits belong to it; empty = it is a group of persons, or no trait tells. */
  readonly traits: readonly string[];
  /** Areas: what else makes a region one of them, and the whole rule in words; null = a group of persons. */
  readonly area: AreaRule | null;
  /** What the data does not have about it, and where that could be had. */
  readonly lacking: Text;
  readonly needed: Text;
}

interface AreaRule {
  /** Endings of the Chinese name. */
  readonly nameEnds: readonly string[];
  /** Share of jobs in steel, coal and coal power from which a region belongs to it, 0–1; null = the share says nothing. */
  readonly minCoalSteelPowerShare: number | null;
  readonly rule: Text;
}

interface KeyGroups {
  readonly schema: string;
  readonly version: string;
  /** What of it stands in the document and what is ours. */
  readonly basis: Text;
  readonly groups: readonly KeyGroup[];
}

const filled = z.string().check(z.minLength(1));

const groupsShape = z.strictObject({
  schema: z.literal('fengsui-key-groups/1'),
  version: filled,
  basis: textShape,
  groups: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
        clause: z.string().check(z.regex(/^4\.[1-8]$/)),
        kind: z.enum(['people', 'area']),
        name: textShape,
        indicators: z.array(filled),
        traits: z.array(filled),
        area: z.nullable(
          z.strictObject({
            nameEnds: z.array(filled),
            minCoalSteelPowerShare: z.nullable(z.number().check(z.gt(0), z.lte(1))),
            rule: textShape,
          }),
        ),
        lacking: textShape,
        needed: textShape,
      }),
    )
    .check(z.minLength(1)),
});

/** Groups from JSON: shape, ids once each, indicators that exist and are graded, a rule for areas and for none else. All faults are collected. */
export function loadKeyGroups(json: unknown, catalogue: IndicatorCatalogue): Checked<KeyGroups> {
  const checked = checkShape(groupsShape as unknown as z.ZodMiniType<KeyGroups>, json);
  if (!checked.value) return checked;
  const { groups } = checked.value;
  const ids = groups.map((g) => g.id);
  const faults = groups.flatMap((group, i) => [
    ...(ids.indexOf(group.id) < i ? [shapeFault(['groups', i, 'id'], json, FAULTS.idOnce)] : []),
    ...((group.kind === 'area') === (group.area !== null)
      ? []
      : [shapeFault(['groups', i, 'area'], json, FAULTS.areaRule)]),
    ...group.indicators.flatMap((id, k) =>
      (catalogue.byId.get(id)?.worse ?? 'none') === 'none'
        ? [shapeFault(['groups', i, 'indicators', k], json, FAULTS.graded)]
        : [],
    ),
  ]);
  return faults.length > 0 ? { value: null, faults } : checked;
}

function shipped(): KeyGroups {
  const { value, faults } = loadKeyGroups(groupsJson, defaultCatalogue());
  if (!value) throw new Error(`groups.json: ${faults[0]!.path}: ${faults[0]!.expected}`);
  return value;
}

const SHIPPED = shipped();

/** In the order of the document. Which indicators speak of which group is our reading, not the document's. */
export const KEY_GROUPS: readonly KeyGroup[] = SHIPPED.groups;

export const KEY_GROUPS_BASIS: Text = SHIPPED.basis;

/** Is the region one of this kind of area? Never for groups of persons; what is not known of a region speaks for nothing. */
export function isArea({ traits, area }: KeyGroup, region: Region): boolean {
  if (area === null) return false;
  const least = area.minCoalSteelPowerShare;
  return (
    traits.some((trait) => region.traits.includes(trait)) ||
    area.nameEnds.some((ending) => region.name.zh.endsWith(ending)) ||
    (least !== null && region.coalSteelPowerShare >= least)
  );
}
