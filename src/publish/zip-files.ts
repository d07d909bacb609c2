import { strToU8, zipSync } from 'fflate';

/** Small text files as one ZIP archive, by name. */
export function zipTexts(files: Readonly<Record<string, string>>): Blob {
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}
