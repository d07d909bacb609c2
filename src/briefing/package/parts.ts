import * as z from 'zod/mini';
import { defaultRegionTree, loadCatalogue } from '../../base/catalogue';
import { type Checked, checkShape } from '../../base/check';
import type { IndicatorCatalogue } from '../../base/indicators';
import { INSUFFICIENT } from '../../base/level';
import { sayBoth, type Text } from '../../base/text';
import { loadDetectors } from '../../detectors/registry';
import { loadRulesFile, type RulesAndScheme } from '../../levels/load-rule-book';
import { readRegions } from '../../observations/read-regions';
import { treeCsv } from '../../observations/region-table';
import { canonicalJson } from '../../response/trail/canonical';
import { loadPlan } from '../../response/load-plan';
import { checkBriefing } from '../check-briefing';
import type { LevelsAt, OpenedPackage, PackageContent } from './content';
import { jsonOf } from './json';
import type { PartName } from './manifest';
import { PACKAGE_TEXT as T } from './text';

type Parts = ReadonlyMap<PartName, Uint8Array>;

const levelByte = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(INSUFFICIENT),
]);
const levelsShape = z.strictObject({
  period: z.string(),
  levels: z.record(z.string(), levelByte),
}) as unknown as z.ZodMiniType<LevelsAt>;
const calendarShape = z.record(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), z.boolean());
const draftShape = z.strictObject({ name: z.string(), briefing: z.unknown() });

/**
 * What stands in the parts, each through the gate of its kind; every fault is collected. Figures are read by the engine
 * afterwards, as any file is. Entries of the trail are checked by their own chain where they are shown.
 */
export async function partsOf(
  parts: Parts,
  catalogue: IndicatorCatalogue,
  faults: Text[],
): Promise<Omit<OpenedPackage, 'manifest'> | null> {
  // Rules are checked with the detectors that they name at hand.
  await loadDetectors();
  const figures = parts.get('figures.csv')!;
  const regions = parts.get('regions.csv')!;
  const tree = await treeOf(regions, faults);
  const indicators = taken(parts, 'indicators.json', loadCatalogue, faults);
  const rules = taken(parts, 'rules.json', bothOf, faults);
  const plan = taken(parts, 'plan.json', (raw) => planOf(raw, indicators ?? catalogue), faults);
  const levels = taken(parts, 'levels.json', (raw) => checkShape(levelsShape, raw), faults);
  const calendar = taken(parts, 'calendar.json', (raw) => checkShape(calendarShape, raw), faults);
  const briefing = taken(parts, 'briefing.json', draftOf, faults);
  const trail = taken(parts, 'trail.json', listOf, faults);
  if (!tree || !indicators || !rules || !plan || !levels) return null;
  return {
    figures,
    regions,
    builtInRegions: new TextDecoder().decode(regions) === treeCsv(defaultRegionTree()),
    sameIndicators: canonicalJson(indicators.indicators) === canonicalJson(catalogue.indicators),
    rules,
    plan: plan.raw,
    levels,
    calendar,
    briefing,
    trail,
  };
}

/** A part through its gate; null when it is not there, or has faults. */
function taken<V>(parts: Parts, name: PartName, gate: (raw: unknown) => Checked<V>, faults: Text[]): V | null {
  const bytes = parts.get(name);
  if (!bytes) return null;
  const raw = jsonOf(bytes);
  if (!raw) {
    faults.push(sayBoth(T.noJson, { name }));
    return null;
  }
  const checked = gate(raw.value);
  for (const { path, expected, words } of checked.faults) {
    faults.push(sayBoth(T.part, { name, path, expected: words ?? expected }));
  }
  return checked.value;
}

async function treeOf(bytes: Uint8Array, faults: Text[]): Promise<object | null> {
  async function* whole(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  const { tree, issues } = await readRegions(whole);
  if (!tree) {
    for (const { row, detail } of issues) faults.push(sayBoth(T.regions, { row, detail }));
  }
  return tree;
}

/** A file of rules may hold one half of them; a package holds both. */
function bothOf(raw: unknown): Checked<RulesAndScheme> {
  const { value, faults } = loadRulesFile(raw);
  if (value?.ruleSet && value.scheme) return { value: { ruleSet: value.ruleSet, scheme: value.scheme }, faults: [] };
  const words = { zh: '规则集和分级方案', en: 'a rule set and a scheme' };
  return { value: null, faults: value ? [{ path: '.', expected: words.en, words }] : faults };
}

function planOf(raw: unknown, catalogue: IndicatorCatalogue): Checked<{ readonly raw: unknown }> {
  const { value, faults } = loadPlan(raw, catalogue);
  return value ? { value: { raw }, faults: [] } : { value: null, faults };
}

function draftOf(raw: unknown): Checked<NonNullable<PackageContent['briefing']>> {
  const frame = checkShape(draftShape, raw);
  if (!frame.value) return frame;
  const { value, faults } = checkBriefing(frame.value.briefing);
  return value ? { value: { name: frame.value.name, briefing: value }, faults: [] } : { value: null, faults };
}

function listOf(raw: unknown): Checked<readonly unknown[]> {
  if (Array.isArray(raw)) return { value: raw, faults: [] };
  return { value: null, faults: [{ path: '.', expected: T.list.en, words: T.list }] };
}
