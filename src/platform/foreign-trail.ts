/** Entries of a kept `foreign-trail` (see `Paper`), unchecked. */
export function foreignEntries(body: unknown): readonly unknown[] {
  const entries: unknown = (body as { entries?: unknown } | null)?.entries;
  return Array.isArray(entries) ? entries : [];
}
