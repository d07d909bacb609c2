import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { NO_DAY } from '../../src/base/period';
import { append, createDraft, finishDraft } from '../../src/observations/draft';
import type { Batch } from '../../src/observations/observations';
import {
  batchOf,
  BLOCK_ROWS,
  blockCount,
  blockOf,
  headOf,
  rowsOf,
  type StoredBlock,
  treeFrom,
} from '../../src/platform/stored-batch';

function batchOfRows(rows: number): Batch {
  const draft = createDraft();
  for (let i = 0; i < rows; i++) append(draft, i % 2, 0, 0, 24_000 + (i % 100), i / 3, 1, NO_DAY, i + 2);
  return {
    id: 'b',
    name: 'n',
    source: 's',
    takenOn: 1,
    demonstration: false,
    observations: finishDraft(draft, ['A', 'B'], ['x'], 0),
  };
}
const blocksOf = (batch: Batch): StoredBlock[] =>
  Array.from({ length: blockCount(batch.observations.length) }, (_, k) => blockOf(batch, k));
/** As the database keeps and gives back. */
const stored = (batch: Batch, change: (blocks: StoredBlock[]) => StoredBlock[] = (b) => b): Batch | null =>
  batchOf(structuredClone(headOf(batch, 5, '', [])), structuredClone(change(blocksOf(batch))));

test.each([0, 1, BLOCK_ROWS, BLOCK_ROWS + 1])('%i rows come back as they were', (rows) => {
  const batch = batchOfRows(rows);
  // Vitest's own comparison takes seconds for arrays of this length.
  expect(isDeepStrictEqual(stored(batch), batch)).toBe(true);
  for (const block of blocksOf(batch)) expect(block.value.buffer.byteLength).toBe(block.value.byteLength);
});

test('what is damaged does not come back', () => {
  const batch = batchOfRows(BLOCK_ROWS + 1);
  expect(stored(batch, (blocks) => blocks.slice(1))).toBeNull();
  expect(stored(batch, ([a, b]) => [b!, a!])).toBeNull();
  expect(stored(batch, ([a, b]) => [{ ...a!, value: new Float32Array(BLOCK_ROWS) as never }, b!])).toBeNull();
  expect(stored(batch, ([a, b]) => [{ ...a!, region: a!.region.map(() => 7) }, b!])).toBeNull();
  expect(stored(batch, ([a, b]) => [{ ...a!, status: a!.status.map(() => 99) }, b!])).toBeNull();
});

test('a tree as rows and back', () => {
  const tree = defaultRegionTree();
  expect(treeFrom(tree.id, structuredClone(rowsOf(tree)))).toEqual(tree);
});
