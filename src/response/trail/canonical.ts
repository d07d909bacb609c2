/**
 * One spelling for one value, so that a digest is the same in every browser and on the command line: JSON without
 * blanks, the keys of each object in the order of their UTF-16 units (as RFC 8785 has it), numbers and strings as
 * `JSON.stringify` writes them. What JSON would drop or bend in silence (undefined, NaN, ±∞, functions, dates, maps,
 * holes) is refused: it would be lost on the way to a file and back, and the digest with it.
 *
 * @throws TypeError naming the place: such a value in an entry is a bug.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: (string | number)[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item, i) => within(item, i, path)).join(',')}]`;
  if (isPlain(value)) {
    const fields = Object.keys(value).toSorted();
    return `{${fields.map((key) => `${JSON.stringify(key)}:${within(value[key], key, path)}`).join(',')}}`;
  }
  throw new TypeError(`no canonical JSON for ${typeof value} at ${path.join('.') || 'the top'}`);
}

function within(value: unknown, key: string | number, path: (string | number)[]): string {
  path.push(key);
  const text = write(value, path);
  path.pop();
  return text;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  // An object of another window or worker has an `Object.prototype` of its own: plain is what has none above it.
  return proto === null || Object.getPrototypeOf(proto) === null;
}
