import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { FREQUENCIES, formatPeriod } from '../../../src/base/period';
import { readFile } from '../../../src/observations/read-file';
import type { ReadResult } from '../../../src/observations/read-result';
import { type MadeTable, makeTable, randomOf, rowsOf } from './make-table';
import { spoil } from './spoil-table';
import { encode, textOf } from './write-text';

const context = { tree: defaultRegionTree(), catalogue: defaultCatalogue() };
/** Seeds that failed once: a value column left empty under a merged region. */
const FAILED_ONCE = [637531];
const seeds = { numRuns: Number(process.env['TABLE_RUNS'] ?? 100) };

function placesOf({ observations: o }: ReadResult): Map<string, number> {
  return new Map(
    Array.from({ length: o.length }, (_, i) => {
      const period = formatPeriod(FREQUENCIES[o.frequency[i]!]!, o.period[i]!);
      return [`${o.regionCodes[o.region[i]!]}|${o.indicatorIds[o.indicator[i]!]}|${period}`, o.value[i]!] as const;
    }),
  );
}

/** What is wrong with how a made table was read; empty when nothing is. */
function wrongIn(made: MadeTable, read: ReadResult, more: readonly string[]): string[] {
  const got = placesOf(read);
  const types = new Set(read.issues.map((i) => i.type as string));
  const wanted = new Set([...made.issues, ...more]);
  return [
    ...[...made.expected]
      .filter(([place, value]) => got.get(place) !== value)
      .map(([place, value]) => `${place}: ${got.get(place)} for ${value}`),
    ...[...got.keys()].filter((place) => !made.expected.has(place)).map((place) => `${place}: not in the table`),
    ...[...wanted].filter((type) => !types.has(type)).map((type) => `not told: ${type}`),
    ...[...types].filter((type) => !wanted.has(type)).map((type) => `told for nothing: ${type}`),
    ...(read.rows === read.taken + read.held + read.duplicates + read.missing ? [] : ['figures are lost']),
  ];
}

test('any panel, written in any orientation with whatever stands around it, reads back equal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
      const random = randomOf(seed + 1);
      const made = makeTable(seed);
      const spoilt = spoil(made, random);
      const delimiter = random() < 0.7 ? ',' : '\t';
      const { bytes, issues, what } = encode(textOf(rowsOf(made), delimiter, random() < 0.5 ? '\n' : '\r\n'), random);
      const read = await readFile(() => [bytes], 'table.csv', context);
      expect(wrongIn(made, read, issues), `${made.what}; ${what}; ${spoilt.join(', ')}`).toEqual([]);
    }),
    { ...seeds, examples: FAILED_ONCE.map((seed) => [seed] as [number]) },
  );
}, 60_000);
