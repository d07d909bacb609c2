import * as z from 'zod/mini';
import { type Checked, checkShape } from '../base/check';
import type { Target } from './events';

const positive = z.number().check(z.gt(0));

const riseShape = z.strictObject({
  indicator: z.string(),
  rise: positive,
  within: z.int().check(z.gte(1), z.lte(120)),
});
const risenShape = z.strictObject({
  indicator: z.string(),
  risen: positive,
  within: z.int().check(z.gte(1), z.lte(120)),
});
const reachShape = z.strictObject({ indicator: z.string(), reaches: z.number() });

/** A target from outside, e.g. `{"indicator":"unemployment_rate","rise":1,"within":12}`; every fault with its path. */
export function loadTarget(raw: unknown): Checked<Target> {
  const names = (key: string): boolean => typeof raw === 'object' && raw !== null && Object.hasOwn(raw, key);
  if (names('reaches')) return checkShape(reachShape, raw);
  return names('risen') ? checkShape(risenShape, raw) : checkShape(riseShape, raw);
}
