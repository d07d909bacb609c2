import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import type { RulesAndScheme } from '../levels/load-rule-book';

/** Rules that are being worked on: what the next version may become, and the version that it began as. */
export interface RulesDraft extends RulesAndScheme {
  readonly basedOn: string;
}

/** Keys from the draft down to a field. */
export type FieldPath = readonly (string | number)[];

/** A copy with another value at a place; undefined takes the field out. What is not on the way is shared. */
export function setAt<T>(whole: T, path: FieldPath, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(whole)) {
    return whole.map((item: unknown, i) => (i === key ? setAt(item, rest, value) : item)) as T;
  }
  const { [key as keyof T & string]: old, ...others } = whole as T & Record<string, unknown>;
  const next = rest.length === 0 ? value : setAt(old ?? {}, rest, value);
  if (next === undefined) return others as T;
  // In the place where it stood: a rule that is written down again reads as before.
  return Object.hasOwn(whole as object, key) ? { ...whole, [key]: next } : { ...(whole as object as T), [key]: next };
}

/** Path as the checks write it: `.ruleSet.rules[3].name.zh`. */
export function pathWords(path: FieldPath): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
}

/** Steps back and forth. `key`: the field of the last edit; edits of one field in a row are one step. */
export interface History {
  readonly past: readonly RulesDraft[];
  readonly now: RulesDraft;
  readonly future: readonly RulesDraft[];
  readonly key: string | null;
}

const MOST_STEPS = 200;

export function beginHistory(now: RulesDraft): History {
  return { past: [], now, future: [], key: null };
}

export function edited(history: History, now: RulesDraft, key: string | null): History {
  const sameField = key !== null && key === history.key && history.past.length > 0;
  const past = sameField ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now, future: [], key };
}

/** The next edit is a step of its own, also of the same field: a slider was let go, a field was left. */
export function sealed(history: History): History {
  return history.key === null ? history : { ...history, key: null };
}

export function undone(history: History): History {
  const now = history.past.at(-1);
  if (!now) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], key: null };
}

export function redone(history: History): History {
  const [now, ...future] = history.future;
  if (!now) return history;
  return { past: [...history.past, history.now], now, future, key: null };
}

const DRAFT_SCHEMA = 'fengsui-rule-draft/1';

/** A draft may be wrong in its values, but its frame has to stand, or the screen could not show what is wrong. */
const frame = z.looseObject({
  schema: z.literal(DRAFT_SCHEMA),
  basedOn: z.string(),
  ruleSet: z.looseObject({
    name: z.looseObject({}),
    rules: z.array(
      z.looseObject({
        id: z.string(),
        name: z.looseObject({}),
        indicator: z.string(),
        detector: z.looseObject({ kind: z.string(), params: z.looseObject({}) }),
        thresholds: z.looseObject({}),
        confirm: z.looseObject({}),
        guard: z.nullable(z.looseObject({})),
        basis: z.looseObject({ kind: z.string(), note: z.looseObject({}) }),
      }),
    ),
  }),
  scheme: z.looseObject({
    levels: z.array(z.number()),
    minSignals: z.looseObject({}),
    conditions: z.looseObject({ 1: z.array(z.any()), 2: z.array(z.any()), 3: z.array(z.any()), 4: z.array(z.any()) }),
    spread: z.looseObject({}),
    minUsable: z.looseObject({}),
    weights: z.looseObject({}),
  }),
});

export function draftBody(draft: RulesDraft): unknown {
  return { schema: DRAFT_SCHEMA, ...draft };
}

/** A kept draft; null when its frame does not stand. */
export function readDraft(body: unknown): RulesDraft | null {
  if (!checkShape(frame, body).value) return null;
  // As it was written, not as the frame's check puts its fields in order.
  const { basedOn, ruleSet, scheme } = body as RulesDraft;
  return { basedOn, ruleSet, scheme };
}

/** The same content, in whatever order its fields were written. */
export function isSameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return mine.length === theirs.size && mine.every(([key, v]) => theirs.has(key) && isSameContent(v, theirs.get(key)));
}
