/** What the central directory of a ZIP says, before anything is unpacked. */
export interface ZipEntries {
  readonly entries: readonly ZipEntry[];
  /** Bytes that all entries would take unpacked, as declared; the library never unpacks an entry beyond its own. */
  readonly unpacked: number;
  readonly encrypted: boolean;
}

export interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Of its local header. */
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const UNKNOWN = 0xffffffff;
const WIDE_FIELD = 1;
const DEFLATED = 8;
/** An empty entry, deflated, takes two bytes. */
const EMPTY = 2;

/**
 * The central directory (APPNOTE.TXT 4.3.12 and 4.3.16); null when there is none, or it is broken, or an entry does not
 * say its size: then nothing would bound what it unpacks to.
 */
export function zipEntries(bytes: Uint8Array): ZipEntries | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  // A directory of a Zip64 stands elsewhere: only an archive of 65,535 parts or 4 GB needs one.
  if (count === 0xffff || view.getUint32(end + 12, true) === UNKNOWN) return null;
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  let encrypted = false;
  const decoder = new TextDecoder();
  for (let k = 0; k < count; k++) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    encrypted ||= (view.getUint16(at + 8, true) & 1) === 1;
    const nameLength = view.getUint16(at + 28, true);
    const extra = at + ENTRY_SIZE + nameLength;
    const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    const name = decoder.decode(bytes.subarray(at + ENTRY_SIZE, extra));
    const packed = view.getUint32(at + 20, true);
    const said = view.getUint32(at + 24, true);
    const size = said === UNKNOWN ? wideSize(view, extra, extra + view.getUint16(at + 30, true)) : said;
    const deflated = view.getUint16(at + 10, true) === DEFLATED;
    const streamed = (view.getUint16(at + 8, true) & 8) !== 0;
    if (deflated && size === 0 && (packed > EMPTY || (streamed && packed === 0))) return null;
    entries.push({ name, deflated, packed, unpacked: size, at: view.getUint32(at + 42, true) });
    unpacked += size;
    at = next;
  }
  return { entries, unpacked, encrypted };
}

/** Size in the Zip64 field of an entry; without one, more than any limit. */
function wideSize(view: DataView, from: number, to: number): number {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === WIDE_FIELD && at + 12 <= to) return Number(view.getBigUint64(at + 4, true));
  }
  return Number.MAX_SAFE_INTEGER;
}

/** Content of an entry; null when it is broken or larger than it says. */
export async function unzip(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, packed, unpacked, deflated } = entry;
  if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL) return null;
  const from = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) return null;
  const body = bytes.slice(from, from + packed);
  if (!deflated) return body;
  const whole = new Uint8Array(unpacked);
  let length = 0;
  try {
    const reader = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > unpacked) {
        await reader.cancel();
        return null;
      }
      whole.set(value, length);
      length += value.length;
    }
  } catch {
    return null;
  }
  return whole.subarray(0, length);
}

/** Its record stands at the end, before a comment of up to 64 KiB. */
function endOfDirectory(view: DataView): number {
  const from = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let i = view.byteLength - END_SIZE; i >= from; i--) if (view.getUint32(i, true) === END) return i;
  return -1;
}
