import * as z from 'zod/mini';
import { type Checked, checkShape, shapeFault, type ShapeFault, textShape } from '../base/check';
import { FAMILIES, type Family, type IndicatorCatalogue } from '../base/indicators';
import { type Frequency, FREQUENCIES, parsePeriod, type Period } from '../base/period';
import { quoteGiven } from '../base/issue';
import { defineText, sayBoth, type Text } from '../base/text';
import { loadScheme } from '../levels/load-scheme';
import type { Scheme } from '../levels/scheme';
import { loadRuleSet, RULE_SET_SCHEMA } from '../signals/load-rule-set';
import type { Rule, RuleSet } from '../signals/rule';
import { readLevels, readSeries, readStates, type Words, type WrittenSeries } from './rule-test-words';

export const RULE_TESTS_SCHEMA = 'fengsui-rule-tests/1';

const T = defineText({
  rule: { zh: '现行规则中的标识、"default" 或一条规则', en: 'the id of a rule in force, "default", or a rule' },
  ruleOfTest: { zh: '本文件所测规则的标识', en: 'the id of a rule that this file tests' },
  twice: { zh: '每条规则只出现一次', en: 'every rule once' },
  indicator: { zh: '指标目录中的标识', en: 'the id of an indicator of the catalogue' },
  period: { zh: '{frequency} 的时期（年度目标写年份）', en: 'a {frequency} (a year for yearly targets)' },
  overlap: { zh: '各段不重叠', en: 'stretches that do not overlap' },
  noSeries: { zh: '至少一个 {frequency} 的序列', en: 'at least one series by {frequency}' },
  expectation: {
    zh: 'levels、families、signals、states 至少一项',
    en: 'at least one of levels, families, signals, states',
  },
  within: { zh: '数据时段内的时期', en: 'periods that the series have' },
});

const words = z.string().check(z.minLength(1), z.maxLength(20_000));
const byPeriod = z.record(z.string(), words);
const expected = z.union([words, byPeriod]);

/** In one language or in both. */
const nameShape = z.union([z.string().check(z.minLength(1), z.maxLength(200)), textShape]);

const testShape = z.strictObject({
  name: nameShape,
  note: z.optional(z.string().check(z.maxLength(2000))),
  region: z.optional(z.strictObject({ labourForce: z.optional(z.number().check(z.gt(0))) })),
  series: z.record(z.string(), byPeriod),
  levels: z.optional(expected),
  families: z.optional(z.partialRecord(z.enum(FAMILIES), expected)),
  signals: z.optional(z.record(z.string(), expected)),
  states: z.optional(z.record(z.string(), expected)),
});

const ruleRef = z.union([z.string().check(z.minLength(1)), z.record(z.string(), z.unknown())]);

const fileShape = z.strictObject({
  schema: z.literal(RULE_TESTS_SCHEMA),
  name: nameShape,
  frequency: z.optional(z.enum(FREQUENCIES)),
  rules: z.union([ruleRef, z.array(ruleRef).check(z.minLength(1))]),
  scheme: z.optional(z.union([z.literal('default'), z.record(z.string(), z.unknown())])),
  tests: z.array(testShape).check(z.minLength(1), z.maxLength(500)),
});

type Written = z.infer<typeof fileShape>;
type WrittenExpectation = z.infer<typeof expected>;

/** A stretch of expected bytes from a period on; NOT_LOOKED_AT where nothing is expected. */
export interface Stretch {
  readonly first: Period;
  readonly bytes: readonly number[];
}

/** What a row of expectations is about. */
export type TrackOf =
  | { readonly of: 'level' }
  | { readonly of: 'family'; readonly family: Family }
  | { readonly of: 'signal'; readonly ruleId: string }
  | { readonly of: 'state'; readonly ruleId: string };

export interface WrittenTrack {
  readonly about: TrackOf;
  readonly stretches: readonly Stretch[];
}

/** One series of a test; yearly ones are targets. */
export interface TestSeries extends WrittenSeries {
  readonly indicatorId: string;
  readonly frequency: Frequency;
  readonly first: Period;
}

export interface RuleTest {
  readonly name: Text;
  /** Persons; NaN when not given. */
  readonly labourForce: number;
  readonly series: readonly TestSeries[];
  /** First period and number of periods that the series of the rules' frequency have together. */
  readonly first: Period;
  readonly count: number;
  readonly tracks: readonly WrittenTrack[];
}

export interface RuleTestFile {
  readonly name: Text;
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
  readonly tests: readonly RuleTest[];
}

/** What tests are held against where they name no rules of their own. */
export interface RuleTestGround {
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
  readonly catalogue: IndicatorCatalogue;
}

/**
 * Rule tests from JSON (docs/rule-tests.md): shape, rules, series, expectations. Every fault with its path. Large
 * detectors that inline rules name must have been fetched (`detectorsIn`).
 */
export function loadRuleTests(raw: unknown, ground: RuleTestGround): Checked<RuleTestFile> {
  const checked = checkShape(fileShape as unknown as z.ZodMiniType<Written>, raw);
  if (!checked.value) return checked;
  const written = checked.value;
  const rules = rulesOf(written, ground);
  const scheme = schemeOf(written, ground);
  const faults: ShapeFault[] = [...rules.faults, ...scheme.faults];
  const ids = rules.value?.rules.map((r) => r.id) ?? null;
  const frequency = rules.value?.frequency ?? written.frequency ?? ground.ruleSet.frequency;
  const tests = written.tests.map((test, i) => testOf(test, i, { written, frequency, ids, ground, faults }));
  if (faults.length > 0 || !rules.value || !scheme.value) return { value: null, faults };
  return {
    value: {
      name: inBoth(written.name),
      ruleSet: rules.value,
      scheme: scheme.value,
      tests: tests.filter((t) => t !== null),
    },
    faults: [],
  };
}

function inBoth(name: string | Text): Text {
  return typeof name === 'string' ? { zh: name, en: name } : name;
}

/** Kinds of detectors that inline rules of a file name, whatever else is wrong with it. */
export function detectorsIn(raw: unknown): string[] {
  const { rules } = (raw ?? {}) as { rules?: unknown };
  const all: readonly unknown[] = Array.isArray(rules) ? rules : [rules];
  return all.flatMap((rule) => {
    const kind = (rule as { detector?: { kind?: unknown } } | null | undefined)?.detector?.kind;
    return typeof kind === 'string' ? [kind] : [];
  });
}

/** What an inline rule need not say: the least that a rule can be. */
const LEAST: Omit<Rule, 'id' | 'name' | 'indicator' | 'detector' | 'thresholds'> = {
  form: 'reported',
  decimals: 2,
  role: 'signal',
  confirm: { blue: 1, yellow: 1, orange: 1, red: 1 },
  clear: 1,
  exitMargin: 0,
  holdMissing: 0,
  appliesTo: 'all',
  guard: null,
  basis: { kind: 'user', note: { zh: '规则测试', en: 'A rule test' } },
};

function rulesOf(written: Written, { ruleSet }: RuleTestGround): Checked<RuleSet> {
  const refs = Array.isArray(written.rules) ? written.rules : [written.rules];
  const path = (i: number): PropertyKey[] => (Array.isArray(written.rules) ? ['rules', i] : ['rules']);
  const faults: ShapeFault[] = [];
  /** Each rule with the reference that brought it, for the paths of its faults. */
  const found: { rule: unknown; ref: number }[] = [];
  for (const [i, ref] of refs.entries()) {
    if (typeof ref !== 'string') {
      const { id } = ref;
      const name = typeof id === 'string' && id !== '' ? { zh: id, en: id } : undefined;
      found.push({ rule: { ...LEAST, ...(name && { name }), ...ref }, ref: i });
    } else if (ref === 'default') found.push(...ruleSet.rules.map((rule) => ({ rule, ref: i })));
    else {
      const rule = ruleSet.rules.find((r) => r.id === ref);
      if (rule) found.push({ rule, ref: i });
      else faults.push(shapeFault(path(i), written, T.rule));
    }
  }
  if (faults.length > 0) return { value: null, faults };
  const checked = loadRuleSet({
    ...ruleSet,
    schema: RULE_SET_SCHEMA,
    ...(written.frequency && { frequency: written.frequency }),
    rules: found.map((f) => f.rule),
  });
  if (checked.value) return checked;
  // The set is our own make: its rules are called by the place where they stand in the file.
  return {
    value: null,
    faults: checked.faults.map((f) => {
      const place = /^\.rules\[(\d+)\](.*)$/.exec(f.path);
      if (!place) return f.path === '.rules' ? { ...shapeFault(['rules'], written, T.twice) } : f;
      const at = shapeFault(path(found[Number(place[1])]!.ref), written, { zh: '', en: '' });
      return { ...f, path: at.path + place[2]! };
    }),
  };
}

function schemeOf(written: Written, { scheme }: RuleTestGround): Checked<Scheme> {
  if (written.scheme === undefined || written.scheme === 'default') return { value: scheme, faults: [] };
  const checked = loadScheme(written.scheme);
  if (checked.value) return checked;
  return { value: null, faults: checked.faults.map((f) => ({ ...f, path: `.scheme${f.path === '.' ? '' : f.path}` })) };
}

interface Reading {
  readonly written: Written;
  readonly frequency: Frequency;
  /** Ids of the rules; null when they are faulty. */
  readonly ids: readonly string[] | null;
  readonly ground: RuleTestGround;
  readonly faults: ShapeFault[];
}

function testOf(test: Written['tests'][number], i: number, reading: Reading): RuleTest | null {
  const { written, frequency, faults } = reading;
  const at = (...path: PropertyKey[]): PropertyKey[] => ['tests', i, ...path];
  const before = faults.length;
  const series = Object.entries(test.series).flatMap(([id, pieces]) => seriesOf(id, pieces, at('series', id), reading));
  const graded = series.filter((s) => s.frequency === frequency);
  if (faults.length > before) return null;
  if (graded.length === 0) {
    faults.push(shapeFault(at('series'), written, sayBoth(T.noSeries, { frequency })));
    return null;
  }
  const first = Math.min(...graded.map((s) => s.first));
  const count = Math.max(...graded.map((s) => s.first + s.values.length)) - first;
  const tracks: WrittenTrack[] = [];
  const track = (about: TrackOf, given: WrittenExpectation, path: PropertyKey[]): void => {
    const read = about.of === 'state' ? readStates : readLevels;
    const stretches = stretchesOf(given, path, read, { ...reading, first, count });
    if (stretches) tracks.push({ about, stretches });
  };
  if (test.levels !== undefined) track({ of: 'level' }, test.levels, at('levels'));
  for (const family of FAMILIES) {
    const given = test.families?.[family];
    if (given !== undefined) track({ of: 'family', family }, given, at('families', family));
  }
  for (const [key, of] of [
    ['signals', 'signal'],
    ['states', 'state'],
  ] as const) {
    for (const [ruleId, given] of Object.entries(test[key] ?? {})) {
      if (reading.ids && !reading.ids.includes(ruleId)) faults.push(shapeFault(at(key, ruleId), written, T.ruleOfTest));
      track({ of, ruleId }, given, at(key, ruleId));
    }
  }
  if (faults.length === before && tracks.length === 0) faults.push(shapeFault(at(), written, T.expectation));
  return { name: inBoth(test.name), labourForce: test.region?.labourForce ?? NaN, series, first, count, tracks };
}

/** The pieces of one indicator put together; what lies between two of them is missing. */
function seriesOf(
  id: string,
  pieces: Readonly<Record<string, string>>,
  path: readonly PropertyKey[],
  { written, frequency, ground, faults }: Reading,
): TestSeries[] {
  const target = id.endsWith('_target');
  const wanted: Frequency = target ? 'year' : frequency;
  if (!ground.catalogue.byId.has(id)) faults.push(shapeFault(path, written, T.indicator));
  const found: { first: Period; series: WrittenSeries }[] = [];
  for (const [start, text] of Object.entries(pieces)) {
    const parsed = parsePeriod(start);
    if (parsed?.frequency !== wanted) {
      faults.push({ ...shapeFault([...path, start], written, sayBoth(T.period, { frequency: wanted })), given: start });
      continue;
    }
    const { value, fault } = readSeries(text);
    if (fault) faults.push(wordFault([...path, start], written, fault));
    else found.push({ first: parsed.period, series: value });
  }
  if (found.length === 0) return [];
  found.sort((a, b) => a.first - b.first);
  const first = found[0]!.first;
  const values: number[] = [];
  const status: number[] = [];
  for (const piece of found) {
    const from = piece.first - first;
    if (from < values.length) {
      faults.push(shapeFault(path, written, T.overlap));
      return [];
    }
    while (values.length < from) {
      values.push(NaN);
      status.push(0);
    }
    values.push(...piece.series.values);
    status.push(...piece.series.status);
  }
  return [{ indicatorId: id, frequency: wanted, first, values, status }];
}

function stretchesOf(
  given: WrittenExpectation,
  path: readonly PropertyKey[],
  read: (text: string) => Words<readonly number[]>,
  { written, frequency, faults, first, count }: Reading & { readonly first: Period; readonly count: number },
): Stretch[] | null {
  const pieces: [at: readonly PropertyKey[], start: Period | null, text: string][] =
    typeof given === 'string'
      ? [[path, first, given]]
      : Object.entries(given).map(([start, text]) => {
          const parsed = parsePeriod(start);
          return [[...path, start], parsed?.frequency === frequency ? parsed.period : null, text];
        });
  const stretches: Stretch[] = [];
  for (const [at, start, text] of pieces) {
    const { value, fault } = read(text);
    if (start === null) faults.push(shapeFault(at, written, sayBoth(T.period, { frequency })));
    else if (fault) faults.push(wordFault(at, written, fault));
    else if (start < first || start + value.length > first + count) faults.push(shapeFault(at, written, T.within));
    else stretches.push({ first: start, bytes: value });
  }
  return stretches.length === pieces.length ? stretches : null;
}

function wordFault(path: readonly PropertyKey[], raw: unknown, fault: { given: string; words: Text }): ShapeFault {
  return { ...shapeFault(path, raw, fault.words), given: quoteGiven(fault.given) };
}
