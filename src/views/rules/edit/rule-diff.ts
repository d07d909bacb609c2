import { formatNumber, NO_FIGURE } from '../../../base/format';
import { FAMILY_NAMES, type Family } from '../../../base/indicators';
import { LEVEL_NUMERALS } from '../../../base/level';
import type { Text } from '../../../base/text';
import type { RulesAndScheme } from '../../../levels/load-rule-book';
import { type LevelWords, levelWords } from '../../../levels/level-names';
import type { Condition } from '../../../levels/scheme';
import { conditionWords } from '../../../levels/words';
import type { Rule } from '../../../signals/rule';
import { choiceWords, familyWeight, FIELD_TEXT, levelField, levelOfKey, paramLabel } from './field-text';

export interface FieldChange {
  readonly path: string;
  readonly label: Text;
  readonly from: Text;
  readonly to: Text;
}

export interface RuleChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly name: Text;
  /** What is different, field by field; empty for a rule that came or went. */
  readonly fields: readonly FieldChange[];
}

export interface RulesDiff {
  readonly rules: readonly RuleChange[];
  /** What the rule set says for all its rules. */
  readonly set: readonly FieldChange[];
  readonly scheme: readonly FieldChange[];
  /** The same rules stand in another order. */
  readonly reordered: boolean;
}

/** Words that a comparison needs from outside: names by id. */
export interface DiffNames {
  indicator(id: string): Text;
  detector(kind: string): Text;
}

/** What is other in the second than in the first, field by field, old and new in words. Ids and numbers of versions are left out. */
export function diffRules(a: RulesAndScheme, b: RulesAndScheme, names: DiffNames): RulesDiff {
  const before = new Map(a.ruleSet.rules.map((r) => [r.id, r]));
  const after = new Map(b.ruleSet.rules.map((r) => [r.id, r]));
  const nameOf = (id: string): Text => (after.get(id) ?? before.get(id))?.name ?? { zh: id, en: id };
  const words = (path: string, value: unknown): Text => valueWords(path, value, names, nameOf);
  const changes = (x: unknown, y: unknown): FieldChange[] => fieldChanges(flat(x), flat(y), words);
  const removed = [...before.values()].filter((r) => !after.has(r.id)).map((r) => whole('removed', r));
  const rules = [...after.values()].flatMap((rule): RuleChange[] => {
    const old = before.get(rule.id);
    if (!old) return [whole('added', rule)];
    const fields = changes(old, rule);
    return fields.length > 0 ? [{ kind: 'changed', id: rule.id, name: rule.name, fields }] : [];
  });
  const shared = (x: ReadonlyMap<string, Rule>, y: ReadonlyMap<string, Rule>): string =>
    [...x.keys()].filter((id) => y.has(id)).join(' ');
  return {
    rules: [...rules, ...removed],
    set: changes(ofSet(a), ofSet(b)),
    scheme: changes(ofScheme(a), ofScheme(b)),
    reordered: shared(before, after) !== shared(after, before),
  };
}

export function isSame({ rules, set, scheme, reordered }: RulesDiff): boolean {
  return rules.length === 0 && set.length === 0 && scheme.length === 0 && !reordered;
}

function whole(kind: 'added' | 'removed', { id, name }: Rule): RuleChange {
  return { kind, id, name, fields: [] };
}

function ofSet({ ruleSet: { frequency, largeFrom, minCoverage } }: RulesAndScheme): object {
  return { frequency, largeFrom, minCoverage };
}

/** What decides; an id, a version and the mark of the file's form do not. */
function ofScheme({ scheme }: RulesAndScheme): object {
  return Object.fromEntries(
    Object.entries(scheme)
      .filter(([key]) => !['schema', 'id', 'version'].includes(key))
      .map(([key, value]) => [key === 'basis' ? 'schemeBasis' : key, value as unknown]),
  );
}

/** Leaves by their path: texts and lists are one leaf each. */
function flat(value: unknown, path = '', into = new Map<string, unknown>()): Map<string, unknown> {
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value) && !isText(value);
  if (!inner) into.set(path, value);
  else for (const [key, item] of Object.entries(value)) flat(item, path === '' ? key : `${path}.${key}`, into);
  return into;
}

function isText(value: object): value is Text {
  return 'zh' in value && 'en' in value;
}

function fieldChanges(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  words: (path: string, value: unknown) => Text,
): FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    // A guard that comes or goes is told by its parts.
    if (path === 'guard' && (old ?? now) === null) return [];
    return [{ path, label: labelOf(path), from: words(path, old), to: words(path, now) }];
  });
}

/** What a field is called; one that has no name here goes by its path, so that nothing is left out. */
function labelOf(path: string): Text {
  const [head = '', key = '', last = ''] = path.split('.');
  const level = /^[1-4]$/.test(key) ? Number(key) : levelOfKey(key);
  if (head === 'thresholds') return levelField('threshold', level);
  if (head === 'confirm') return levelField('confirmAt', level);
  if (head === 'minSignals' || head === 'conditions') return levelField(head, level);
  if (head === 'spread') return levelField(last === 'children' ? 'spreadChildren' : 'spreadLabourForce', level);
  if (head === 'weights') return familyWeight(FAMILY_NAMES[key as Family]);
  if (path === 'detector.kind') return FIELD_TEXT.detector;
  if (head === 'detector') return paramLabel(last);
  if (path === 'basis.kind') return FIELD_TEXT.basis;
  if (path === 'basis.note') return FIELD_TEXT.basisNote;
  if (path === 'minUsable.count') return FIELD_TEXT.minUsableCount;
  if (path === 'minUsable.share') return FIELD_TEXT.minUsableShare;
  const name = path.split('.').at(-1)!;
  return Object.hasOwn(FIELD_TEXT, name) ? FIELD_TEXT[name as keyof typeof FIELD_TEXT] : { zh: path, en: path };
}

const plain = (words: string): Text => ({ zh: words, en: words });

function valueWords(path: string, value: unknown, names: DiffNames, nameOf: (id: string) => Text): Text {
  if (value === undefined || value === null) return plain(NO_FIGURE);
  if (path === 'indicator' || path === 'detector.params.other') return names.indicator(String(value));
  if (path === 'detector.kind') return names.detector(String(value));
  if (path.startsWith('conditions.')) return conditionsWords(value as readonly Condition[], nameOf);
  if (path === 'levels') return plain((value as readonly number[]).map((l) => LEVEL_NUMERALS[l] ?? l).join(' '));
  if (typeof value === 'number') return plain(figure(value));
  if (typeof value === 'string') return choiceWords(value);
  if (typeof value === 'boolean') return choiceWords(String(value));
  if (isText(value)) return value;
  return plain(JSON.stringify(value));
}

/** The alternatives of a level in words; levels go by the scheme's own names where it has some. */
export function conditionsWords(
  conditions: readonly Condition[],
  nameOf: (id: string) => Text,
  levels: LevelWords = levelWords(null),
): Text {
  if (conditions.length === 0) return plain(NO_FIGURE);
  const words = conditions.map((c) => conditionWords(c, levels, nameOf));
  return { zh: words.map((w) => w.zh).join('；或'), en: words.map((w) => w.en).join('; or ') };
}

/** As many decimals as it has. */
export function figure(value: number): string {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return formatNumber(value, Math.min(decimals, 6));
}
