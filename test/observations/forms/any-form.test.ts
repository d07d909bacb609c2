import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/observations/read-file';
import { makeTable, randomOf } from '../tables/make-table';
import { context } from '../tables/read-table-text';
import { spoil } from '../tables/spoil-table';
import { wrongIn } from '../tables/wrong-in';
import { FORMS } from './write-forms';

const runs = Number(process.env['FORM_RUNS'] ?? 8);

describe.each(Object.entries(FORMS))('%s', (form, write) => {
  test('any panel reads back equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
        const random = randomOf(seed + 2);
        const made = makeTable(seed);
        const spoilt = spoil(made, random);
        if (made.expected.size === 0) return;
        const { bytes, name, without, more = [] } = await write(made, random);
        const read = await readFile(() => [bytes], name, context);
        const [first] = [...made.expected.keys()].sort();
        const own = form === 'json-feed' ? `|${first!.split('|')[1]}|` : '|';
        const wanted = {
          expected: new Map([...made.expected].filter(([place]) => place.includes(own))),
          issues: new Set([...made.issues].filter((type) => !without.includes(type))),
        };
        expect(read.form).toBe(form);
        expect(wrongIn(wanted, read, more), `${made.what}; ${spoilt.join(', ')}`).toEqual([]);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
