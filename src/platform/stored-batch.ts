import { FREQUENCIES } from '../base/period';
import { buildRegionTree, type RegionRow, type RegionTree } from '../base/regions';
import { STATUS_NAMES } from '../base/status';
import type { Text } from '../base/text';
import type { Batch, Observations } from '../observations/observations';
import type { Mapping } from '../observations/tables/mapping';

/** A batch as it is kept: a head, and its rows in blocks, so that no single record grows without bound. */
export interface StoredHead {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly takenOn: number;
  readonly demonstration: boolean;
  /** Order of import on this device, in milliseconds. */
  readonly at: number;
  readonly regionCodes: readonly string[];
  readonly indicatorIds: readonly string[];
  readonly length: number;
  readonly weekEndsOn: number;
  /** The name in both languages, where the source gives one. */
  readonly title?: Text;
  /** Who imported it; absent in heads of version 1. */
  readonly by?: string;
  /** How its tables were set right by hand. */
  readonly mappings?: readonly Mapping[];
}

const COLUMNS = {
  region: Uint32Array,
  indicator: Uint16Array,
  frequency: Uint8Array,
  period: Int32Array,
  value: Float64Array,
  status: Uint8Array,
  knownOn: Int32Array,
  row: Uint32Array,
} as const;
type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];

export type StoredBlock = { readonly key: readonly [batchId: string, block: number] } & Pick<Observations, ColumnName>;

export const BLOCK_ROWS = 262_144;

export function headOf(batch: Batch, at: number, by: string, mappings: readonly Mapping[]): StoredHead {
  const { id, name, title, source, takenOn, demonstration, observations } = batch;
  const { regionCodes, indicatorIds, length, weekEndsOn } = observations;
  const own = { id, name, ...(title && { title }), source, takenOn, demonstration, at, by, mappings };
  return { ...own, regionCodes, indicatorIds, length, weekEndsOn };
}

export function blockCount(length: number): number {
  return Math.ceil(length / BLOCK_ROWS);
}

/** Block `k` of a batch, in arrays of its own: a view would be stored with all of the buffer behind it. */
export function blockOf(batch: Batch, k: number): StoredBlock {
  const from = k * BLOCK_ROWS;
  const to = Math.min(from + BLOCK_ROWS, batch.observations.length);
  const columns = Object.fromEntries(NAMES.map((name) => [name, batch.observations[name].slice(from, to)]));
  return { key: [batch.id, k], ...columns } as unknown as StoredBlock;
}

/** Columns of a block as bytes, in the order of `COLUMNS`. */
export function columnBytes(block: StoredBlock): Uint8Array<ArrayBuffer>[] {
  return NAMES.map((name) => {
    const column = block[name];
    return new Uint8Array(column.buffer as ArrayBuffer, column.byteOffset, column.byteLength);
  });
}

/** Block `k` of a head from bytes at an offset, and where it ends; null when there are too few. */
export function columnsFrom(
  head: StoredHead,
  k: number,
  bytes: Uint8Array,
  from: number,
): { block: StoredBlock; end: number } | null {
  const rows = Math.min(BLOCK_ROWS, head.length - k * BLOCK_ROWS);
  const columns: Record<string, unknown> = {};
  let at = from;
  for (const name of NAMES) {
    const size = rows * COLUMNS[name].BYTES_PER_ELEMENT;
    if (at + size > bytes.length) return null;
    // A copy: a column must begin at a multiple of its element's size.
    columns[name] = new COLUMNS[name](bytes.slice(at, at + size).buffer);
    at += size;
  }
  return { block: { key: [head.id, k], ...columns } as unknown as StoredBlock, end: at };
}

/**
 * A batch from what was kept; null when it is damaged (a block missing or of another form, an index that points
 * nowhere). What we stored last year is foreign data like any other.
 */
export function batchOf(head: StoredHead, blocks: readonly StoredBlock[]): Batch | null {
  const { length, regionCodes, indicatorIds, weekEndsOn } = head;
  if (!Number.isInteger(length) || length < 0 || blocks.length !== blockCount(length)) return null;
  const columns = {} as Record<ColumnName, InstanceType<(typeof COLUMNS)[ColumnName]>>;
  for (const name of NAMES) {
    const whole = new COLUMNS[name](length);
    for (let k = 0; k < blocks.length; k++) {
      const part: unknown = blocks[k]![name];
      const expected = Math.min(BLOCK_ROWS, length - k * BLOCK_ROWS);
      if (!(part instanceof COLUMNS[name]) || part.length !== expected) return null;
      whole.set(part, k * BLOCK_ROWS);
    }
    columns[name] = whole;
  }
  const observations = { regionCodes, indicatorIds, length, weekEndsOn, ...columns } as unknown as Observations;
  if (!isSound(observations)) return null;
  const { id, name, title, source, takenOn, demonstration } = head;
  return { id, name, ...(title && { title }), source, takenOn, demonstration, observations };
}

function isSound(o: Observations): boolean {
  if (!Array.isArray(o.regionCodes) || !Array.isArray(o.indicatorIds)) return false;
  for (let i = 0; i < o.length; i++) {
    if (o.region[i]! >= o.regionCodes.length || o.indicator[i]! >= o.indicatorIds.length) return false;
    if (o.frequency[i]! >= FREQUENCIES.length || o.status[i]! >= STATUS_NAMES.length) return false;
  }
  return true;
}

/** A tree as rows, for keeping; `treeFrom` builds and checks it anew. */
export function rowsOf(tree: RegionTree): RegionRow[] {
  return tree.regions.map((r) => ({
    code: r.code,
    nameZh: r.name.zh,
    nameEn: r.name.en,
    level: r.level,
    parentCode: r.parent < 0 ? '' : tree.regions[r.parent]!.code,
    labourForce: r.labourForce,
    employed: r.employed,
    insured: r.insured,
    traits: r.traits,
    coalSteelPowerShare: r.coalSteelPowerShare,
    promoted: r.promoted,
  }));
}

export function treeFrom(id: string, rows: readonly RegionRow[]): RegionTree | null {
  return buildRegionTree(id, rows).tree;
}
