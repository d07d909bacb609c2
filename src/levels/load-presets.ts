import * as z from 'zod/mini';
import { type Checked, checkShape, type ShapeFault, textShape } from '../base/check';
import { defaultRuleSet } from '../signals/load-rule-set';
import { loadPresetRules } from '../signals/presets';
import type { RuleSet } from '../signals/rule';
import { defaultScheme, loadScheme, rulesNotThere } from './load-scheme';
import { NOT_COMPUTED_WHYS, type Preset, PRESET_STATUSES, type PresetEntry } from './preset';
import type { Scheme } from './scheme';

const PRESETS_SCHEMA = 'fengsui-presets/1';

const entryShape = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: textShape,
  place: textShape,
  year: z.int().check(z.gte(1900), z.lte(2100)),
  source: textShape,
  status: z.enum(PRESET_STATUSES),
  note: textShape,
  lines: z.array(z.strictObject({ text: textShape, rule: z.nullable(z.string()) })),
  needs: z.array(z.strictObject({ indicator: z.string(), definition: textShape })),
  notComputed: z.array(z.strictObject({ line: textShape, why: z.enum(NOT_COMPUTED_WHYS), reason: textShape })),
  ruleSet: z.string(),
  scheme: z.string(),
});

const listShape = z.strictObject({ schema: z.literal(PRESETS_SCHEMA), presets: z.array(entryShape) });

/** Schemes of presets, by id; fetched when asked for. */
const SCHEMES: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'hangzhou-2015': () => import('./defaults/presets/hangzhou-2015.json'),
  'heilongjiang-2007': () => import('./defaults/presets/heilongjiang-2007.json'),
  'korea-crisis-area': () => import('./defaults/presets/korea-crisis-area.json'),
  'layoff-events': () => import('./defaults/presets/layoff-events.json'),
  'layoff-filing': () => import('./defaults/presets/layoff-filing.json'),
  'light-score': () => import('./defaults/presets/light-score.json'),
  'qingdao-2007': () => import('./defaults/presets/qingdao-2007.json'),
  'three-level': () => import('./defaults/presets/three-level.json'),
  'us-extended-benefits': () => import('./defaults/presets/us-extended-benefits.json'),
};

/** In a list: the rules or the scheme that ship with the product. */
const BUILT_IN = 'default';

/** The presets that ship with the product, without their rules and schemes. Fetched when asked for. */
export async function loadPresetList(): Promise<readonly PresetEntry[]> {
  const { default: raw } = await import('./defaults/presets.json');
  const { value, faults } = checkPresetList(raw);
  if (!value) throw new Error(`presets: ${faults.map((f) => `${f.path}: ${f.expected}`).join('; ')}`);
  return value;
}

/** A list of presets from JSON; every fault with its path. */
export function checkPresetList(raw: unknown): Checked<readonly PresetEntry[]> {
  const list = listShape as unknown as z.ZodMiniType<{ readonly presets: readonly PresetEntry[] }>;
  const { value, faults } = checkShape(list, raw);
  if (!value) return { value, faults };
  const ids = value.presets.map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) < i);
  if (twice.length > 0)
    return { value: null, faults: [{ path: '.presets', expected: `ids once each: ${twice.join()}` }] };
  return { value: value.presets, faults: [] };
}

/** The rules and the scheme of a preset through their gates, and whether they fit one another. */
export async function loadPreset(entry: PresetEntry): Promise<Checked<Preset>> {
  const rules: Checked<RuleSet> =
    entry.ruleSet === BUILT_IN ? { value: defaultRuleSet(), faults: [] } : await loadPresetRules(entry.ruleSet);
  if (!rules.value) return rules;
  const scheme = await schemeOf(entry.scheme);
  if (!scheme.value) return scheme;
  const faults = [
    ...rulesNotThere(scheme.value, rules.value),
    ...entry.lines.flatMap(({ rule }) => (rule === null || rules.value.rules.some((r) => r.id === rule) ? [] : [rule])),
  ].map((id): ShapeFault => ({ path: '.ruleSet', expected: `a rule "${id}", which the preset names` }));
  if (faults.length > 0) return { value: null, faults };
  return { value: { ...entry, ruleSet: rules.value, scheme: scheme.value }, faults: [] };
}

async function schemeOf(id: string): Promise<Checked<Scheme>> {
  if (id === BUILT_IN) return { value: defaultScheme(), faults: [] };
  if (!Object.hasOwn(SCHEMES, id)) {
    return {
      value: null,
      faults: [{ path: '.scheme', expected: `one of ${Object.keys(SCHEMES).join(', ')}`, given: id }],
    };
  }
  return loadScheme((await SCHEMES[id]!()).default);
}
