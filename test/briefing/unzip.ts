import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../src/observations/forms/zip-check';

/** The files of an archive as text, by name. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const found = zipEntries(bytes);
  if (!found) throw new Error('no ZIP');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Map(
    found.entries.map(({ name, deflated, packed, at }) => {
      // The local header names its own lengths; what it holds begins behind them.
      const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
      const raw = bytes.subarray(from, from + packed);
      return [name, new TextDecoder().decode(deflated ? inflateRawSync(raw) : raw)] as const;
    }),
  );
}
