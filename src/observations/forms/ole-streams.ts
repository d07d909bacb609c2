const END = 0xfffffffa;
const ENTRY = 128;
const STREAM = 2;
const PIECE = 64;
const NOTHING = (): Uint8Array => new Uint8Array();

/**
 * Streams of an OLE compound file by name (MS-CFB); a stream is read when it is asked for. Broken chains end where they
 * break, chains in a circle where the stream is full.
 */
export function oleStreams(bytes: Uint8Array): ReadonlyMap<string, () => Uint8Array> {
  if (bytes.length < 512) return new Map();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return new Map();
  const size = 1 << shift;
  const sectors = Math.floor(bytes.length / size);
  const word = (sector: number, k: number): number => {
    const at = (sector + 1) * size + k * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : END;
  };
  // The table of the tables: 109 places in the head, the rest in a chain of sectors.
  const tables: number[] = [];
  for (let k = 0; k < 109; k++) tables.push(view.getUint32(76 + k * 4, true));
  const perSector = size / 4;
  let more = view.getUint32(68, true);
  for (let guard = 0; more < END && guard <= sectors; guard++) {
    for (let k = 0; k < perSector - 1; k++) tables.push(word(more, k));
    more = word(more, perSector - 1);
  }
  const nextOf = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)] ?? END;
    return table < END ? word(table, sector % perSector) : END;
  };
  const chain = (first: number, length: number): Uint8Array => {
    const whole = new Uint8Array(Math.min(length, sectors * size));
    let at = 0;
    for (let s = first; s < END && s <= sectors && at < whole.length; s = nextOf(s)) {
      const part = bytes.subarray((s + 1) * size, (s + 1) * size + Math.min(size, whole.length - at));
      whole.set(part, at);
      at += size;
    }
    return whole.subarray(0, Math.min(at, whole.length));
  };
  const directory = chain(view.getUint32(48, true), sectors * size);
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  // Streams below a size share the sectors of the root entry, in pieces of 64 bytes with a chain of their own.
  const smallest = view.getUint32(56, true);
  const pieceTable = chain(view.getUint32(60, true), sectors * size);
  const pieces = new DataView(pieceTable.buffer, pieceTable.byteOffset, pieceTable.byteLength);
  const shared =
    directory.length >= ENTRY ? chain(entries.getUint32(116, true), entries.getUint32(120, true)) : directory;
  const small = (first: number, wanted: number): Uint8Array => {
    const length = Math.min(wanted, shared.length);
    const whole = new Uint8Array(length);
    let at = 0;
    for (
      let p = first;
      p < END && at < length;
      p = p * 4 + 4 <= pieceTable.length ? pieces.getUint32(p * 4, true) : END
    ) {
      whole.set(shared.subarray(p * PIECE, p * PIECE + Math.min(PIECE, length - at)), at);
      at += PIECE;
    }
    return whole.subarray(0, Math.min(at, length));
  };
  const streams = new Map<string, () => Uint8Array>();
  for (let at = 0; at + ENTRY <= directory.length && streams.size < 1000; at += ENTRY) {
    if (directory[at + 66] === 0) continue;
    let name = '';
    for (let k = 0; k < 32; k++) {
      const unit = entries.getUint16(at + k * 2, true);
      if (unit === 0) break;
      name += String.fromCharCode(unit);
    }
    if (streams.has(name)) continue;
    const first = entries.getUint32(at + 116, true);
    const length = entries.getUint32(at + 120, true);
    const content = directory[at + 66] !== STREAM ? NOTHING : () => (length < smallest ? small : chain)(first, length);
    streams.set(name, content);
  }
  return streams;
}
