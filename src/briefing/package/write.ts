import { strToU8, zipSync } from 'fflate';
import type { PackageContent, PackageHead } from './content';
import { MANIFEST, type Manifest, PACKAGE_SCHEMA, type PartName, sha256Of, wholeDigest } from './manifest';

/** The same content gives the same bytes: the moment of the making stands in the manifest, not in the archive. */
const WRITTEN = '1980-01-01T00:00:00';
const QUOTE = 34;
const LF = 10;

/** A package as the bytes of a ZIP archive (APPNOTE.TXT), the manifest first. `figures`: the canonical long CSV, UTF-8. */
export function writePackage(
  head: PackageHead,
  content: PackageContent,
  figures: Uint8Array,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly manifest: Manifest } {
  const texts = Object.entries(textsOf(content)).map(([name, text]) => [name as PartName, strToU8(text)] as const);
  const parts: readonly (readonly [PartName, Uint8Array])[] = [['figures.csv', figures], ...texts];
  const plain: Omit<Manifest, 'digest'> = {
    schema: PACKAGE_SCHEMA,
    ...head,
    data: { ...head.data, figures: rowsIn(figures) },
    parts: parts.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })),
  };
  const manifest: Manifest = { ...plain, digest: wholeDigest(plain) };
  const files = { [MANIFEST]: strToU8(pretty(manifest)), ...Object.fromEntries(parts) };
  return { bytes: zipSync(files, { level: 6, mtime: WRITTEN }) as Uint8Array<ArrayBuffer>, manifest };
}

function textsOf(content: PackageContent): Partial<Record<PartName, string>> {
  const { calendar, briefing, trail } = content;
  return {
    'regions.csv': content.regionsCsv,
    'indicators.json': pretty(content.indicators),
    'rules.json': pretty(content.rules),
    'plan.json': pretty(content.plan),
    'levels.json': pretty(content.levels),
    ...(calendar && { 'calendar.json': pretty(calendar) }),
    ...(briefing && { 'briefing.json': pretty(briefing) }),
    ...(trail && { 'trail.json': pretty(trail) }),
  };
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** Rows below the head; a line break within quotes is none. */
function rowsIn(csv: Uint8Array): number {
  let rows = -1;
  let quoted = false;
  for (const byte of csv) {
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === LF && !quoted) rows++;
  }
  return rows;
}
