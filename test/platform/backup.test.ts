import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_DAY } from '../../src/base/period';
import { append, createDraft, finishDraft } from '../../src/observations/draft';
import { NO_MAPPING } from '../../src/observations/tables/mapping';
import { type BackupParts, readBackupFile, writeBackupFile } from '../../src/platform/backup';
import { headOf } from '../../src/platform/stored-batch';
import { BACKUP_TEXT } from '../../src/platform/text';
import { trailOf } from '../response/trail/make-entries';

const mapping = { ...NO_MAPPING, signature: 's', indicators: { 甲: null } };

function parts(): BackupParts {
  const draft = createDraft();
  for (let i = 0; i < 50; i++) append(draft, i % 2, 0, 0, 24_000 + i, i / 3, 1, NO_DAY, i + 2);
  const observations = finishDraft(draft, ['A', 'B'], ['x'], 0);
  const batch = { id: 'b', name: '甲.csv', source: 's', takenOn: 1, demonstration: false, observations };
  return {
    current: 'second',
    sets: [
      { id: 'first', name: '', at: 0, batchIds: [], regions: null },
      { id: 'second', name: '二季度', at: 7, batchIds: ['b'], regions: null },
    ],
    batches: [{ batch, head: headOf(batch, 5, '王科长', [mapping]) }],
    mappings: [{ signature: 's', mapping, name: '甲.csv', at: 6, by: '王科长' }],
    papers: [
      { kind: 'scenario', id: 'p', at: 9, by: '', body: { name: '矿井关闭' } },
      { kind: 'briefing', id: 'b', at: 8, by: '', body: { name: '十月月报' } },
      { kind: 'briefing-version', id: 'b.0001', at: 7, by: '', body: { number: 1 } },
    ],
    trail: trailOf(3),
  };
}

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());
const refusal = (bytes: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  readBackupFile(new Blob([bytes])).then(
    () => 'taken',
    (error: { trouble?: { what: unknown } }) => error.trouble?.what,
  );

test('everything comes back: figures, who, when, mappings, data sets', async () => {
  expect(await readBackupFile(writeBackupFile(parts()))).toEqual({ ...parts(), trailFault: null });
});

test('the file names its version and the SHA-256 of all that follows', async () => {
  const bytes = await bytesOf(writeBackupFile(parts()));
  const end = bytes.indexOf(10);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(end + 1)));
  const hex = Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
  expect(new TextDecoder().decode(bytes.subarray(0, end))).toBe(`fengsui-backup 4 ${hex}`);
});

test('a bit that is changed anywhere, a byte too few or too many: nothing of it is taken', async () => {
  const good = await bytesOf(writeBackupFile(parts()));
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(7), async (at, bit) => {
      const bad = good.slice();
      bad[at]! ^= 1 << bit;
      expect(await refusal(bad)).not.toBe('taken');
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
      expect(await refusal(good.slice(0, length))).not.toBe('taken');
    }),
  );
  expect(await refusal(Uint8Array.of(...good, 0))).toBe(BACKUP_TEXT.damaged);
});

test('another file and a newer version are told apart from damage', async () => {
  expect(await refusal(new TextEncoder().encode('region_code,indicator\n'))).toBe(BACKUP_TEXT.other);
  const newer = new TextDecoder('latin1').decode(await bytesOf(writeBackupFile(parts()))).replace(' 4 ', ' 5 ');
  expect(await refusal(Uint8Array.from(newer, (c) => c.charCodeAt(0)))).toBe(BACKUP_TEXT.newer);
});

test.each([
  [1, { papers: [], trail: [] }],
  [2, { trail: [] }],
  [3, {}],
] as const)('a backup of version %i is read as having none of what came later', async (version, none) => {
  const old = Object.fromEntries(Object.entries(parts()).filter(([part]) => !Object.hasOwn(none, part)));
  const now = new TextDecoder('latin1').decode(await bytesOf(writeBackupFile(old as unknown as BackupParts)));
  const then = Uint8Array.from(now.replace(' 4 ', ` ${version} `), (c) => c.charCodeAt(0));
  expect(await readBackupFile(new Blob([then]))).toEqual({ ...old, ...none, trailFault: null });
});

test('a trail that was tampered with before the backup was made costs nothing but itself', async () => {
  const [first, second, third] = trailOf(3);
  const trail = [first!, { ...second!, by: { ...second!.by, name: '他人' } }, third!];
  const read = await readBackupFile(writeBackupFile({ ...parts(), trail }));
  expect(read).toMatchObject({ trail, batches: parts().batches, trailFault: { seq: 2, kind: 'digest' } });
});
