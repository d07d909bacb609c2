import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { FREQUENCIES, formatPeriod } from '../../../src/base/period';
import { readFile } from '../../../src/observations/read-file';
import type { ReadResult } from '../../../src/observations/read-result';

const own = 'test/reference/dirty';
const shared = '../shared/data/dirty';
const specimens = readdirSync(own).filter((f) => /^s\d\d_.*\.csv$/.test(f) && !f.includes('.expected.'));

const context = { tree: defaultRegionTree(), catalogue: defaultCatalogue() };

async function take(folder: string, file: string, cut = 1 << 20): Promise<ReadResult> {
  const bytes = new Uint8Array(readFileSync(`${folder}/${file}`));
  const pieces = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, k) =>
    bytes.subarray(k * cut, (k + 1) * cut),
  );
  return readFile(() => pieces, file, context);
}

/** The figures as lines of the expected file, sorted as it is. */
function linesOf({ observations: o }: ReadResult): string[] {
  const units = o.indicatorIds.map((id) => context.catalogue.byId.get(id)!.unit);
  return Array.from({ length: o.length }, (_, i) => {
    const k = o.indicator[i]!;
    const period = formatPeriod(FREQUENCIES[o.frequency[i]!]!, o.period[i]!);
    return [o.regionCodes[o.region[i]!], o.indicatorIds[k], period, o.value[i], units[k]].join(',');
  }).sort();
}

function expectedOf(folder: string, file: string): string[] {
  const [, ...lines] = readFileSync(`${folder}/${file.replace('.csv', '.expected.csv')}`, 'utf8')
    .trim()
    .split('\n');
  return lines
    .map((line) => {
      const [code, , id, period, value, unit] = line.trim().split(',');
      return [code, id, period, Number(value), unit].join(',');
    })
    .sort();
}

const places = (issues: readonly { readonly type: string; readonly where: string }[]): string[] =>
  issues.map(({ type, where }) => `${type} @ ${where}`).sort();

test('all nine specimens are here', () => expect(specimens).toHaveLength(9));

describe.each(specimens)('%s', (file) => {
  test('gives exactly the expected figures', async () => {
    expect(linesOf(await take(own, file))).toEqual(expectedOf(own, file));
  });
  test('tells exactly the expected issues, each at its place', async () => {
    const wanted = JSON.parse(readFileSync(`${own}/${file.replace('.csv', '.issues.json')}`, 'utf8'));
    expect(places((await take(own, file)).issues)).toEqual(places(wanted));
  });
  test('accounts for every figure: taken, held, repeated or missing', async () => {
    const { rows, taken, held, duplicates, missing } = await take(own, file);
    expect(taken + held + duplicates + missing).toBe(rows);
  });
  test('read in small pieces it is the same', async () => {
    const [whole, pieces] = [await take(own, file), await take(own, file, 509)];
    expect(linesOf(pieces)).toEqual(linesOf(whole));
    expect(pieces.issues).toEqual(whole.issues);
    expect(pieces.digest).toBe(whole.digest);
  });
  test.skipIf(!existsSync(shared))('is the requester’s (skipped: data not present)', () => {
    for (const suffix of ['.csv', '.expected.csv', '.issues.json']) {
      const name = file.replace('.csv', suffix);
      expect(readFileSync(`${own}/${name}`).equals(readFileSync(`${shared}/${name}`)), name).toBe(true);
    }
  });
});
