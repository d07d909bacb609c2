import * as z from 'zod/mini';
import { type Checked, checkShape, type ShapeFault, textShape } from '../base/check';
import { WARNING_LEVELS } from '../base/level';
import { defineText, type Text } from '../base/text';
import type { RuleSet } from '../signals/rule';
import { rulesConditions } from './conditions';
import defaultSchemeJson from './defaults/scheme.json';
import { type Scheme, WEIGHTINGS } from './scheme';

const SCHEME_SCHEMA = 'fengsui-scheme/1';

const T = defineText({
  rising: { zh: '等级各列一次，由低到高', en: 'levels once each, lowest first' },
  names: { zh: '0级和所用各级都有名称，或都没有', en: 'names of level 0 and of every level in use, or none at all' },
  points: { zh: '预警越重分数越低', en: 'points that fall as the level rises' },
  score: { zh: '有按综合分数的条件时须给出 score', en: 'a `score` in the scheme, for this condition asks for it' },
  once: { zh: '规则各列一次', en: 'rules once each' },
  count: { zh: '不多于所列规则数', en: 'no more than the rules that are named' },
});

const warningLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const count = z.int().check(z.gte(1));
const share = z.number().check(z.gt(0), z.lte(1));

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signals'), atLeast: warningLevel, count }),
  z.strictObject({
    kind: z.literal('families'),
    require: z.array(z.strictObject({ atLeast: warningLevel, count })).check(z.minLength(1)),
  }),
  z.strictObject({ kind: z.literal('floor'), atLeast: warningLevel }),
  z.strictObject({ kind: z.literal('scale'), atLeast: warningLevel }),
  z.strictObject({
    kind: z.literal('rules'),
    rules: z.array(z.string()).check(z.minLength(1)),
    atLeast: warningLevel,
    count,
  }),
  z.strictObject({ kind: z.literal('score'), atMost: z.number().check(z.gte(0)) }),
]);

const naming = z.optional(z.strictObject({ numeral: z.string(), name: textShape }));
const points = z.number().check(z.gte(0));

const spread = z.optional(z.strictObject({ children: share, labourForce: share }));
const weight = z.number().check(z.gte(0));

const schemeShape = z.strictObject({
  schema: z.literal(SCHEME_SCHEMA),
  id: z.string(),
  version: z.string(),
  name: textShape,
  levels: z.array(warningLevel).check(z.minLength(1)),
  names: z.optional(z.strictObject({ 0: naming, 1: naming, 2: naming, 3: naming, 4: naming })),
  source: z.optional(z.strictObject({ place: textShape, year: z.int(), citation: textShape })),
  minSignals: z.strictObject({ 1: count, 2: count, 3: count, 4: count }),
  conditions: z.strictObject({
    1: z.array(condition),
    2: z.array(condition),
    3: z.array(condition),
    4: z.array(condition),
  }),
  score: z.optional(z.strictObject({ items: count, points: z.tuple([points, points, points, points, points]) })),
  spread: z.strictObject({ 1: spread, 2: spread, 3: spread, 4: spread }),
  minUsable: z.strictObject({ count, share }),
  weighting: z.optional(z.enum(WEIGHTINGS)),
  weights: z.strictObject({ employment: weight, market: weight, macro: weight, newforms: weight }),
  basis: textShape,
});

/** A scheme from JSON; every fault with its path. */
export function loadScheme(raw: unknown): Checked<Scheme> {
  const checked = checkShape(schemeShape as unknown as z.ZodMiniType<Scheme & { schema: string }>, raw);
  if (!checked.value) return checked;
  const faults = schemeFaults(checked.value);
  return faults.length > 0 ? { value: null, faults } : checked;
}

function schemeFaults(scheme: Scheme): ShapeFault[] {
  const { levels, names, score } = scheme;
  const faults: ShapeFault[] = [];
  const fault = (path: string, words: Text): void => void faults.push({ path, expected: words.en, words });
  if (levels.some((l, i) => i > 0 && l <= levels[i - 1]!)) fault('.levels', T.rising);
  if (names && [0 as const, ...levels].some((l) => !names[l])) fault('.names', T.names);
  if (score?.points.some((p, i) => i > 0 && p >= score.points[i - 1]!)) fault('.score.points', T.points);
  for (const level of WARNING_LEVELS) {
    scheme.conditions[level].forEach((asked, i) => {
      const path = `.conditions.${level}[${i}]`;
      if (asked.kind === 'score' && !score) fault(path, T.score);
      if (asked.kind !== 'rules') return;
      if (new Set(asked.rules).size < asked.rules.length) fault(`${path}.rules`, T.once);
      if (asked.count > asked.rules.length) fault(`${path}.count`, T.count);
    });
  }
  return faults;
}

/** Rules that a scheme names and a rule set does not have: each is a condition that can never hold. */
export function rulesNotThere(scheme: Scheme, ruleSet: RuleSet): string[] {
  const there = new Set(ruleSet.rules.map((r) => r.id));
  return [...new Set(rulesConditions(scheme).flatMap(({ rules }) => rules))].filter((id) => !there.has(id));
}

let shipped: Scheme | null = null;

/** The four-level scheme that ships with the product (engine.md §5); its numbers are ours. */
export function defaultScheme(): Scheme {
  if (!shipped) {
    const { value, faults } = loadScheme(defaultSchemeJson);
    if (!value) throw new Error(`default scheme: ${faults.map((f) => `${f.path}: ${f.expected}`).join('; ')}`);
    shipped = value;
  }
  return shipped;
}
