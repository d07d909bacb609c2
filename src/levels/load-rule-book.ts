import * as z from 'zod/mini';
import { type Checked, checkShape, type ShapeFault, shapeFault, textShape } from '../base/check';
import { quoteGiven } from '../base/issue';
import { type Day, formatDay, parseDay } from '../base/period';
import { sayBoth } from '../base/text';
import { loadRuleSet } from '../signals/load-rule-set';
import type { RuleSet } from '../signals/rule';
import { loadScheme, rulesNotThere } from './load-scheme';
import { BUILT_IN_ID, builtInVersion, type RuleBook, type RuleVersion } from './rule-book';
import type { Scheme } from './scheme';

/** First day of a version that never comes into force by itself: it grades where the address asks for it. */
export const ONLY_WHEN_ASKED: Day = parseDay('9999-12-31')!;

const VERSION_SCHEMA = 'fengsui-rule-version/1';
const FILE_SCHEMA = 'fengsui-rules-and-scheme/1';

/** Rules and scheme together: what a draft holds, what a version decides, what a file carries. */
export interface RulesAndScheme {
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
}

const versionShape = z.strictObject({
  schema: z.literal(VERSION_SCHEMA),
  number: z.int().check(z.gte(1)),
  name: textShape,
  inForceFrom: z.string(),
  note: z.string(),
  basedOn: z.nullable(z.string()),
  ruleSet: z.unknown(),
  scheme: z.unknown(),
});

const fileShape = z.strictObject({
  schema: z.literal(FILE_SCHEMA),
  name: z.optional(textShape),
  note: z.optional(z.string()),
  ruleSet: z.unknown(),
  scheme: z.unknown(),
});

const NOT_THERE = {
  zh: '分级条件所指的规则都在规则集中；缺 {ids}',
  en: 'rules of the rule set in the conditions; there is no {ids}',
};
const DAY_WORDS = { zh: '日期，如 2026-03-10', en: 'a day such as 2026-03-10' };
const BUILT_IN_WORDS = { zh: '不同于内置规则的编号', en: 'another id than that of the built-in rules' };

/** What is kept of a version; `id`, `by` and `at` stand on the paper itself. */
export function versionBody(version: Omit<RuleVersion, 'id' | 'by' | 'at'> & { readonly inForceFrom: Day }): unknown {
  const { number, name, inForceFrom, note, basedOn, ruleSet, scheme } = version;
  return {
    schema: VERSION_SCHEMA,
    number,
    name,
    inForceFrom: formatDay(inForceFrom),
    note,
    basedOn,
    ...withSchemas({ ruleSet, scheme }),
  };
}

/**
 * A version as it was kept. The detectors that its rules name have to be at hand (`loadDetectors`). Every fault with
 * its path; a version with any fault grades nothing.
 */
export function loadVersion(paper: {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly body: unknown;
}): Checked<RuleVersion> {
  const { id, by, at, body } = paper;
  const checked = checkShape(versionShape, body);
  if (!checked.value) return checked;
  const { number, name, note, basedOn } = checked.value;
  const inForceFrom = parseDay(checked.value.inForceFrom);
  const content = loadContent(body, checked.value);
  const faults = [...content.faults];
  if (id === BUILT_IN_ID) faults.push({ path: '.id', expected: BUILT_IN_WORDS.en, words: BUILT_IN_WORDS });
  if (inForceFrom === null) faults.push(shapeFault(['inForceFrom'], body, DAY_WORDS));
  if (!content.value || inForceFrom === null || faults.length > 0) return { value: null, faults };
  return { value: { id, number, name, inForceFrom, note, basedOn, by, at, ...content.value }, faults: [] };
}

/** The book from what is kept; a version that cannot be read is counted, never passed over in silence. */
export function bookOf(papers: readonly Parameters<typeof loadVersion>[0][]): RuleBook {
  const read = papers.flatMap((paper) => loadVersion(paper).value ?? []);
  return {
    versions: [builtInVersion(), ...read.toSorted((a, b) => a.number - b.number)],
    unreadable: papers.length - read.length,
  };
}

/** Rules and scheme as a file for others. */
export function rulesFile(name: RuleVersion['name'], note: string, content: RulesAndScheme): string {
  return `${JSON.stringify({ schema: FILE_SCHEMA, name, note, ...withSchemas(content) }, null, 2)}\n`;
}

/**
 * A file of rules from outside: both parts, or a bare rule set or scheme as the command line takes them; then the other
 * part is null. Every fault with place, value and expectation; with any fault there is nothing.
 */
export function loadRulesFile(raw: unknown): Checked<{
  readonly ruleSet: RuleSet | null;
  readonly scheme: Scheme | null;
}> {
  const schema = (raw as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && schema.startsWith('fengsui-rules/')) {
    const { value, faults } = loadRuleSet(raw);
    return value ? { value: { ruleSet: value, scheme: null }, faults: [] } : failed(faults, raw);
  }
  if (typeof schema === 'string' && schema.startsWith('fengsui-scheme/')) {
    const { value, faults } = loadScheme(raw);
    return value ? { value: { ruleSet: null, scheme: value }, faults: [] } : failed(faults, raw);
  }
  const checked = checkShape(fileShape, raw);
  if (!checked.value) return checked;
  return loadContent(raw, checked.value);
}

/** Rules and scheme of a draft, with the paths of a file that holds both. */
export function checkRules(content: { readonly ruleSet: unknown; readonly scheme: unknown }): Checked<RulesAndScheme> {
  const whole = withSchemas(content as RulesAndScheme);
  return loadContent(whole, whole);
}

/** The loaders' marks of form, which a rule set made by hand in the program lacks. */
function withSchemas({ ruleSet, scheme }: RulesAndScheme): { ruleSet: object; scheme: object } {
  return {
    ruleSet: { schema: 'fengsui-rules/1', ...ruleSet },
    scheme: { schema: 'fengsui-scheme/1', ...scheme },
  };
}

function loadContent(whole: unknown, parts: { readonly ruleSet?: unknown; readonly scheme?: unknown }) {
  const ruleSet = loadRuleSet(parts.ruleSet);
  const scheme = loadScheme(parts.scheme);
  if (ruleSet.value && scheme.value) {
    const absent = rulesNotThere(scheme.value, ruleSet.value);
    if (absent.length > 0) {
      const words = sayBoth(NOT_THERE, { ids: absent.join(', ') });
      return failed([{ path: '.scheme.conditions', expected: words.en, words, given: absent.join(', ') }], whole);
    }
    return { value: { ruleSet: ruleSet.value, scheme: scheme.value }, faults: [] } as const;
  }
  const below = (part: string, faults: readonly ShapeFault[]): ShapeFault[] =>
    faults.map((f) => ({ ...f, path: `.${part}${f.path === '.' ? '' : f.path}` }));
  return failed([...below('ruleSet', ruleSet.faults), ...below('scheme', scheme.faults)], whole);
}

/** With the value that stands at each place, where the check did not say it. */
function failed(faults: readonly ShapeFault[], raw: unknown): { value: null; faults: readonly ShapeFault[] } {
  return {
    value: null,
    faults: faults.map((f) => (f.given === undefined ? { ...f, given: givenAt(raw, f.path) } : f)),
  };
}

function givenAt(raw: unknown, path: string): string {
  let at = raw;
  for (const [, name, index] of path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)) {
    const key = name ?? index!;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return '—';
    at = (at as Record<string, unknown>)[key];
  }
  return at === undefined ? '—' : quoteGiven(JSON.stringify(at));
}
