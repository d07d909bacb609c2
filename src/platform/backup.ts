import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import { createSha256 } from '../observations/sha256';
import { mappingShape } from '../observations/tables/mapping-shape';
import type { Batch } from '../observations/observations';
import type { Entry } from '../response/trail/entry';
import { type ChainFault, verifyTrail } from '../response/trail/verify';
import type { Paper } from './engine-api';
import {
  batchOf,
  blockCount,
  blockOf,
  columnBytes,
  columnsFrom,
  type StoredBlock,
  type StoredHead,
} from './stored-batch';
import type { StoredMapping, StoredSet } from './stored-state';
import { BACKUP_TEXT } from './text';
import { TroubleError } from './trouble';

/**
 * Everything that is kept, in one file. First a line `fengsui-backup <version> <SHA-256 of all that follows>`, then a
 * line of JSON (data sets, heads of batches, mappings, from version 2 on papers, from version 3 on the trail, from
 * version 4 on briefings among the papers), then the columns of each batch as they lie in memory (little endian). Read
 * whole and checked whole before anything of it is used; a faulty trail in a file that is sound costs nothing but itself.
 */
const MAGIC = 'fengsui-backup';
const VERSION = 4;
const LF = 10;

export interface BackupParts {
  readonly sets: readonly StoredSet[];
  readonly current: string;
  readonly batches: readonly { readonly head: StoredHead; readonly batch: Batch }[];
  readonly mappings: readonly StoredMapping[];
  readonly papers: readonly Paper[];
  readonly trail: readonly Entry[];
}

/** Parts that were read; `trailFault`: the first thing wrong with the trail. */
export interface ReadParts extends BackupParts {
  readonly trailFault: ChainFault | null;
}

const text = z.string();
const regionRow = z.looseObject({ code: text, nameZh: text, nameEn: text, level: text, parentCode: text });
const manifestShape = z.strictObject({
  current: text,
  sets: z.array(
    z.strictObject({
      id: text,
      name: text,
      at: z.number(),
      batchIds: z.array(text),
      regions: z.nullable(z.strictObject({ id: text, rows: z.array(regionRow) })),
    }),
  ),
  heads: z.array(
    z.looseObject({
      id: text,
      name: text,
      source: text,
      takenOn: z.int(),
      demonstration: z.boolean(),
      at: z.number(),
      regionCodes: z.array(text),
      indicatorIds: z.array(text),
      length: z.int().check(z.gte(0)),
      weekEndsOn: z.int(),
      by: z.optional(text),
      mappings: z.optional(z.array(mappingShape)),
    }),
  ),
  mappings: z.array(z.strictObject({ signature: text, mapping: mappingShape, name: text, at: z.number(), by: text })),
  papers: z.optional(
    z.array(
      z.strictObject({
        kind: z.enum(['rules', 'draft', 'scenario', 'rule-tests', 'foreign-trail', 'briefing', 'briefing-version']),
        id: text,
        at: z.number(),
        by: text,
        body: z.unknown(),
      }),
    ),
  ),
  // Entry by entry it is checked by its own chain.
  trail: z.optional(z.array(z.looseObject({}))),
});

interface Manifest {
  readonly current: string;
  readonly sets: readonly StoredSet[];
  readonly heads: readonly StoredHead[];
  readonly mappings: readonly StoredMapping[];
  readonly papers?: readonly Paper[];
  readonly trail?: readonly Entry[];
}

export function writeBackupFile({ sets, current, batches, mappings, papers, trail }: BackupParts): Blob {
  const manifest: Manifest = { current, sets, heads: batches.map((b) => b.head), mappings, papers, trail };
  const parts: Uint8Array<ArrayBuffer>[] = [new TextEncoder().encode(`${JSON.stringify(manifest)}\n`)];
  for (const { batch } of batches) {
    for (let k = 0; k < blockCount(batch.observations.length); k++) parts.push(...columnBytes(blockOf(batch, k)));
  }
  const sha = createSha256();
  for (const part of parts) sha.update(part);
  return new Blob([`${MAGIC} ${VERSION} ${sha.hex()}\n`, ...parts], { type: 'application/octet-stream' });
}

/** The parts of a backup file. Throws a `TroubleError` in words: another file, a newer version, damaged, cut off. */
export async function readBackupFile(file: Blob): Promise<ReadParts> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const first = lineEnd(bytes, 0);
  const [magic, version, digest] = new TextDecoder().decode(bytes.subarray(0, Math.min(first, 120))).split(' ');
  if (magic !== MAGIC) refuse(BACKUP_TEXT.other, BACKUP_TEXT.otherTodo);
  if (!(Number(version) >= 1 && Number(version) <= VERSION)) refuse(BACKUP_TEXT.newer, BACKUP_TEXT.newerTodo);
  const sha = createSha256();
  sha.update(bytes.subarray(first + 1));
  if (sha.hex() !== digest) refuse(BACKUP_TEXT.damaged, BACKUP_TEXT.damagedTodo);
  const second = lineEnd(bytes, first + 1);
  const manifest = manifestOf(new TextDecoder().decode(bytes.subarray(first + 1, second)));
  let at = second + 1;
  const batches = manifest.heads.map((head) => {
    const blocks: StoredBlock[] = [];
    for (let k = 0; k < blockCount(head.length); k++) {
      const read = columnsFrom(head, k, bytes, at);
      if (!read) refuse(BACKUP_TEXT.damaged, BACKUP_TEXT.damagedTodo);
      blocks.push(read.block);
      at = read.end;
    }
    const batch = batchOf(head, blocks);
    if (!batch) refuse(BACKUP_TEXT.damaged, BACKUP_TEXT.damagedTodo);
    return { head, batch };
  });
  const { sets, current, mappings, papers = [], trail = [] } = manifest;
  const there = new Set(batches.map(({ batch }) => batch.id));
  if (at !== bytes.length || sets.some((s) => s.batchIds.some((id) => !there.has(id)))) {
    refuse(BACKUP_TEXT.damaged, BACKUP_TEXT.damagedTodo);
  }
  return { sets, current, batches, mappings, papers, trail, trailFault: verifyTrail(trail)[0] ?? null };
}

function manifestOf(line: string): Manifest {
  let json: unknown = null;
  try {
    json = JSON.parse(line);
  } catch {
    // Falls through to the check, which says so.
  }
  const { value } = checkShape(manifestShape as unknown as z.ZodMiniType<Manifest>, json);
  return value ?? refuse(BACKUP_TEXT.damaged, BACKUP_TEXT.damagedTodo);
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(LF, from);
  return at < 0 ? bytes.length : at;
}

function refuse(what: TroubleError['trouble']['what'], todo: TroubleError['trouble']['todo']): never {
  throw new TroubleError({ what, where: '', todo });
}
