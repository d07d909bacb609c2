import { checkShape } from '../../base/check';
import type { IndicatorCatalogue } from '../../base/indicators';
import { sayBoth, type Text } from '../../base/text';
import { unzip, zipEntries, type ZipEntry } from '../../observations/forms/zip-check';
import type { OpenedPackage } from './content';
import { jsonOf } from './json';
import { LIMITS } from './limits';
import {
  MANIFEST,
  type Manifest,
  manifestShape,
  NEEDED,
  PACKAGE_SCHEMA,
  PART_NAMES,
  type PartName,
  sha256Of,
  wholeDigest,
} from './manifest';
import { partsOf } from './parts';
import { PACKAGE_TEXT as T } from './text';

/** A package, or every fault that was found in it, in words: with any of them nothing of it is used. */
export type ReadPackage =
  | { readonly value: OpenedPackage; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly Text[] };

/**
 * Bytes of a file → a package that was checked whole: archive and names before anything is unpacked, sizes against what
 * they say, every digest, then every part by the gate of its kind. `catalogue`: the indicator list in force here.
 */
export async function readPackage(bytes: Uint8Array, catalogue: IndicatorCatalogue): Promise<ReadPackage> {
  const faults: Text[] = [];
  const failed = (): ReadPackage => ({ value: null, faults: faults.slice(0, LIMITS.faults) });
  const entries = entriesOf(bytes, faults);
  if (!entries) return failed();
  const manifest = await manifestOf(bytes, entries.get(MANIFEST), faults);
  if (!manifest) return failed();
  const parts = await listedParts(bytes, entries, manifest, faults);
  if (faults.length > 0) return failed();
  const content = await partsOf(parts, catalogue, faults);
  if (!content || faults.length > 0) return failed();
  return { value: { manifest, ...content }, faults: [] };
}

/** Files of the archive by name, from its directory alone; null when it must not be unpacked. */
function entriesOf(bytes: Uint8Array, faults: Text[]): ReadonlyMap<string, ZipEntry> | null {
  if (bytes.length > LIMITS.packed) {
    faults.push(sayBoth(T.tooLarge, { size: megabytes(bytes.length), limit: megabytes(LIMITS.packed) }));
    return null;
  }
  if (new TextDecoder().decode(bytes.subarray(0, 15)) === 'fengsui-backup ') {
    faults.push(T.backup);
    return null;
  }
  const archive = zipEntries(bytes);
  if (!archive) {
    faults.push(T.noZip);
    return null;
  }
  const found = new Map<string, ZipEntry>();
  for (const entry of archive.entries) {
    const { name } = entry;
    // Only names that we give are taken: no folder, no way up, nothing that would be written anywhere.
    if (name !== MANIFEST && !PART_NAMES.includes(name as PartName))
      faults.push(sayBoth(T.badName, { name: shown(name) }));
    else if (found.has(name)) faults.push(sayBoth(T.twice, { name }));
    else found.set(name, entry);
  }
  if (archive.encrypted) faults.push(T.encrypted);
  if (archive.unpacked > LIMITS.unpacked) {
    faults.push(sayBoth(T.bomb, { size: megabytes(archive.unpacked), limit: megabytes(LIMITS.unpacked) }));
  }
  return faults.length > 0 ? null : found;
}

async function manifestOf(bytes: Uint8Array, entry: ZipEntry | undefined, faults: Text[]): Promise<Manifest | null> {
  const unpacked = entry ? await unzip(bytes, entry) : null;
  const raw = unpacked && jsonOf(unpacked);
  if (!raw) {
    faults.push(T.noManifest);
    return null;
  }
  const schema = String((raw.value as { schema?: unknown } | null)?.schema);
  const format = /^fengsui-package\/(\d+)$/.exec(schema)?.[1];
  if (format !== undefined && schema !== PACKAGE_SCHEMA) {
    faults.push(sayBoth(T.newer, { format, own: PACKAGE_SCHEMA.split('/')[1]! }));
    return null;
  }
  const checked = checkShape(manifestShape, raw.value);
  for (const { path, expected, words } of checked.faults) {
    faults.push(sayBoth(T.shape, { path, expected: words ?? expected }));
  }
  if (!checked.value) return null;
  if (wholeDigest(checked.value) !== checked.value.digest) faults.push(T.digest);
  return checked.value;
}

/** Parts with the bytes that the manifest means; every one that is not there, not listed or another is a fault. */
async function listedParts(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  { parts }: Manifest,
  faults: Text[],
): Promise<ReadonlyMap<PartName, Uint8Array>> {
  const listed = new Set<string>(parts.map((p) => p.name));
  for (const name of entries.keys()) {
    if (name !== MANIFEST && !listed.has(name)) faults.push(sayBoth(T.unlisted, { name }));
  }
  for (const name of NEEDED) if (!listed.has(name)) faults.push(sayBoth(T.missing, { name }));
  const read = new Map<PartName, Uint8Array>();
  for (const part of parts) {
    const { name } = part;
    const entry = entries.get(name);
    const unpacked = entry ? await unzip(bytes, entry) : null;
    if (!entry) faults.push(sayBoth(T.missing, { name }));
    else if (!unpacked) faults.push(sayBoth(T.broken, { name }));
    else if (unpacked.length !== part.bytes || sha256Of(unpacked) !== part.sha256) {
      faults.push(sayBoth(T.changed, { name }));
    } else read.set(name, unpacked);
  }
  return read;
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** A name from outside, short enough to be read. */
const shown = (name: string): string => (name.length > 80 ? `${name.slice(0, 80)}…` : name);
