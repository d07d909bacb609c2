import * as z from 'zod/mini';
import { textShape } from '../../base/check';
import type { Text } from '../../base/text';
import { createSha256 } from '../../observations/sha256';
import { canonicalJson } from '../../response/trail/canonical';

/** A package that an office hands to another one; docs/package-format.md describes it. */
export const PACKAGE_SCHEMA = 'fengsui-package/1';
export const MANIFEST = 'manifest.json';

/** What may be in a package, by the name of its file; the first six are always there. */
export const PART_NAMES = [
  'figures.csv',
  'regions.csv',
  'indicators.json',
  'rules.json',
  'plan.json',
  'levels.json',
  'calendar.json',
  'briefing.json',
  'trail.json',
] as const;
export type PartName = (typeof PART_NAMES)[number];
export const NEEDED: readonly PartName[] = PART_NAMES.slice(0, 6);

/** What is said of a package before anything of it is read: by whom, of what, and how it can be checked. */
export interface Manifest {
  readonly schema: typeof PACKAGE_SCHEMA;
  /** Version of the product that made it. */
  readonly product: string;
  readonly made: {
    /** Milliseconds since 1970. */
    readonly atMs: number;
    /** As they call themselves; may be empty. */
    readonly by: string;
    readonly office: string;
  };
  readonly note: string;
  readonly demonstration: boolean;
  /** The view that is sent: path and search of its address, all that decides it pinned. */
  readonly view: { readonly path: string; readonly search: string };
  readonly data: {
    readonly name: string;
    /** Days `YYYY-MM-DD`; null = all that is known, not told. */
    readonly asOf: string | null;
    readonly knownOn: string | null;
    readonly frequency: string;
    readonly first: string;
    readonly last: string;
    readonly regions: number;
    readonly indicators: number;
    /** Rows of figures, all vintages. */
    readonly figures: number;
  };
  readonly rules: { readonly id: string; readonly name: Text; readonly ruleSet: string; readonly scheme: string };
  readonly plan: string;
  /** SHA-256 of levels and signals: whoever has the same figures and rules has the same. */
  readonly fingerprint: string;
  readonly parts: readonly { readonly name: PartName; readonly bytes: number; readonly sha256: string }[];
  /** SHA-256 of all that stands above, the digests of the parts among it: one number for the whole. */
  readonly digest: string;
}

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.int().check(z.gte(0));
const line = z.string().check(z.maxLength(2000));
const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));

export const manifestShape = z.strictObject({
  schema: z.literal(PACKAGE_SCHEMA),
  product: line,
  made: z.strictObject({ atMs: count, by: line, office: line }),
  note: z.string().check(z.maxLength(20_000)),
  demonstration: z.boolean(),
  view: z.strictObject({ path: line, search: z.string().check(z.maxLength(20_000)) }),
  data: z.strictObject({
    name: line,
    asOf: day,
    knownOn: day,
    frequency: z.enum(['month', 'quarter', 'year', 'week']),
    first: line,
    last: line,
    regions: count,
    indicators: count,
    figures: count,
  }),
  rules: z.strictObject({ id: line, name: textShape, ruleSet: line, scheme: line }),
  plan: line,
  fingerprint: hex,
  parts: z.array(z.strictObject({ name: z.enum(PART_NAMES), bytes: count, sha256: hex })),
  digest: hex,
}) as unknown as z.ZodMiniType<Manifest>;

export function sha256Of(bytes: Uint8Array): string {
  const sha = createSha256();
  sha.update(bytes);
  return sha.hex();
}

/** The digest of the whole: over the canonical JSON of everything but itself. */
export function wholeDigest(manifest: Omit<Manifest, 'digest'>): string {
  const { digest: _, ...rest } = manifest as Manifest;
  return sha256Of(new TextEncoder().encode(canonicalJson(rest)));
}
