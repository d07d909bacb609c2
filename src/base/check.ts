import * as z from 'zod/mini';
import { expectationOf } from './expectation';
import { quoteGiven } from './issue';
import type { Text } from './text';

// Our Content-Security-Policy forbids code made at run time, which zod would otherwise use for speed.
z.config({ jitless: true });

/** What is wrong in a configuration file: where (JSON path), what was expected, what stood there. */
export interface ShapeFault {
  readonly path: string;
  readonly expected: string;
  /** The value at that place as JSON, cut to a readable length; `—` when there is none. */
  readonly given?: string;
  /** The expectation in both languages, where there is one; `expected` is its English. */
  readonly words?: Text;
}

export type Checked<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly ShapeFault[] };

/** One gate for configuration from outside: the value in its type, or every fault with its path. */
export function checkShape<T>(schema: z.ZodMiniType<T>, raw: unknown): Checked<T> {
  const result = z.safeParse(schema, raw);
  if (result.success) return { value: result.data, faults: [] };
  return {
    value: null,
    faults: result.error.issues.map((issue) => shapeFault(issue.path, raw, expectationOf(issue))),
  };
}

/** A fault at a path of `raw`, with the value that stands there. */
export function shapeFault(path: readonly PropertyKey[], raw: unknown, words: Text): ShapeFault {
  return { path: pathOf(path), expected: words.en, given: givenAt(raw, path), words };
}

function givenAt(raw: unknown, path: readonly PropertyKey[]): string {
  let at = raw;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return '—';
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at === undefined ? '—' : quoteGiven(JSON.stringify(at));
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') || '.';
}

export const textShape: z.ZodMiniType<Text> = z.strictObject({
  zh: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
