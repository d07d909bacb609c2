import * as z from 'zod/mini';
import type { Text } from './text';

// Our Content-Security-Policy forbids code made at run time, which zod would otherwise use for speed.
z.config({ jitless: true });

/** What is wrong in a configuration file: where (JSON path), what was expected. */
export interface ShapeFault {
  readonly path: string;
  readonly expected: string;
}

export type Checked<T> = { readonly value: T; readonly faults: readonly [] } | { readonly value: null; readonly faults: readonly ShapeFault[] };

/** One gate for configuration from outside: the value in its type, or every fault with its path. */
export function checkShape<T>(schema: z.ZodMiniType<T>, raw: unknown): Checked<T> {
  const result = z.safeParse(schema, raw);
  if (result.success) return { value: result.data, faults: [] };
  return {
    value: null,
    faults: result.error.issues.map((issue) => ({ path: pathOf(issue.path), expected: issue.message })),
  };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') || '.';
}

export const textShape: z.ZodMiniType<Text> = z.strictObject({
  zh: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
