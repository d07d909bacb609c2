/**
 * Paths at which a value holds a number that is none. Columns (typed arrays) and the parts that other folders give keep their
 * own sign of a gap and are passed over.
 */
export function notNumbers(value: unknown, passed: readonly string[], path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    passed.includes(key) ? [] : notNumbers(one, passed, `${path}.${key}`),
  );
}
