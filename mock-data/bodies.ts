import { generate, observationsPath } from './generate';

/** One answer of the demonstration feed, ready to be sent. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong validator: follows from the content alone. */
  readonly etag: string;
  /** When it became so, as an HTTP date; absent where nobody keeps count. */
  readonly lastModified?: string;
}

/** Answers by their path below the feed's base, e.g. `catalog.json`. */
export type Bodies = ReadonlyMap<string, Body>;

/** The whole demonstration as bytes. The catalogue says who takes part, so it is the first one. */
export function demonstrationBodies(seed?: string): Map<string, Body> {
  const { catalog, observations } = generate(seed);
  return new Map([
    ['catalog.json', bodyOf(catalog)],
    ...observations.map((o) => [observationsPath(o), bodyOf(o)] as const),
  ]);
}

export function bodyOf(content: unknown): Body {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return { bytes, etag: etagOf(bytes) };
}

/** Two 32-bit FNV-1a sums from different starts: to tell versions apart, not to protect against anybody. */
function etagOf(bytes: Uint8Array): string {
  let a = 2166136261;
  let b = 0x9e3779b9;
  for (let i = 0; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i]!, 16777619);
    b = Math.imul(b ^ bytes[i]!, 16777619) ^ (b >>> 13);
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return `"${hex(a)}${hex(b)}"`;
}
