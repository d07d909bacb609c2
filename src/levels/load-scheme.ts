import * as z from 'zod/mini';
import { type Checked, checkShape, textShape } from '../base/check';
import defaultSchemeJson from './defaults/scheme.json';
import type { Scheme } from './scheme';

const SCHEME_SCHEMA = 'fengsui-scheme/1';

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
]);

const spread = z.optional(z.strictObject({ children: share, labourForce: share }));
const weight = z.number().check(z.gte(0));

const schemeShape = z.strictObject({
  schema: z.literal(SCHEME_SCHEMA),
  id: z.string(),
  version: z.string(),
  name: textShape,
  levels: z.array(warningLevel).check(z.minLength(1)),
  minSignals: z.strictObject({ 1: count, 2: count, 3: count, 4: count }),
  conditions: z.strictObject({
    1: z.array(condition),
    2: z.array(condition),
    3: z.array(condition),
    4: z.array(condition),
  }),
  spread: z.strictObject({ 1: spread, 2: spread, 3: spread, 4: spread }),
  minUsable: z.strictObject({ count, share }),
  weights: z.strictObject({ employment: weight, market: weight, macro: weight, newforms: weight }),
  basis: textShape,
});

/** A scheme from JSON; every fault with its path. */
export function loadScheme(raw: unknown): Checked<Scheme> {
  const checked = checkShape(schemeShape as unknown as z.ZodMiniType<Scheme & { schema: string }>, raw);
  if (!checked.value) return checked;
  const { levels } = checked.value;
  const rising = levels.every((l, i) => i === 0 || l > levels[i - 1]!);
  return rising ? checked : { value: null, faults: [{ path: '.levels', expected: 'levels once each, lowest first' }] };
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
