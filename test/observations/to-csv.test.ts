import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import { dayOf, NO_DAY } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { append, createDraft, finishDraft } from '../../src/observations/draft';
import type { Batch, Observations } from '../../src/observations/observations';
import { batchesToCsv, csvText } from '../../src/observations/to-csv';
import { readText, rowsOf } from './read-text';

const REGIONS = ['150000', '150100', '150200', '150781'];
const INDICATORS = ['surveyed_unemployment_rate', 'openings', 'industrial_output_yoy'];

type Row = readonly [region: number, indicator: number, month: number, value: number, status: number, knownOn: number];

function observations(rows: readonly Row[]): Observations {
  const draft = createDraft(1);
  rows.forEach(([r, k, month, value, status, knownOn], i) =>
    append(draft, r, k, 0, month, value, status, knownOn, i + 2),
  );
  return finishDraft(draft, REGIONS, INDICATORS, 0);
}

const batch = (id: string, rows: readonly Row[], takenOn = dayOf(2020, 1, 1)): Batch => ({
  id,
  name: id,
  source: '来源, “甲”',
  takenOn,
  demonstration: false,
  observations: observations(rows),
});

const write = (...batches: readonly Batch[]): string => batchesToCsv(batches, defaultRegionTree(), defaultCatalogue());

const row: fc.Arbitrary<Row> = fc.tuple(
  fc.nat(3),
  fc.nat(2),
  fc.integer({ min: 24_000, max: 24_012 }),
  fc.double({ min: 0, max: 50, noNaN: true }).map((v) => v + 0),
  fc.constantFrom(Status.observed, Status.provisional, Status.suspect, Status.imputed, Status.derived, Status.partial),
  fc.constantFrom(NO_DAY, dayOf(2019, 1, 15), dayOf(2019, 2, 15)),
);
/** One row for a place and day: what a reader would otherwise settle is tested elsewhere. */
const distinct = fc.uniqueArray(row, { selector: ([r, k, m, , , day]) => `${r} ${k} ${m} ${day}`, maxLength: 40 });

test('written and read back: the same figures, vintages and statuses', () => {
  fc.assert(
    fc.asyncProperty(distinct, async (rows) => {
      fc.pre(rows.length > 0);
      const result = await readText(write(batch('a', rows)));
      expect(result.issues).toEqual([]);
      expect(rowsOf(result)).toEqual(rowsOf({ observations: observations(rows) }));
    }),
  );
});

test('a gap by design comes back as one', async () => {
  const result = await readText(write(batch('a', [[0, 2, 24_000, NaN, Status.expectedGap, NO_DAY]])));
  expect(rowsOf(result)).toEqual([['150000', 'industrial_output_yoy', 0, 24_000, NaN, Status.expectedGap, NO_DAY, 2]]);
});

describe('several batches', () => {
  const one: Row = [1, 1, 24_000, 10, Status.observed, NO_DAY];
  test('an undated vintage of the same batch stays undated', async () => {
    const dated: Row = [1, 1, 24_000, 12, Status.observed, dayOf(2019, 1, 15)];
    const result = await readText(
      write(batch('a', [dated, one]), batch('b', [[0, 0, 24_000, 1, Status.observed, NO_DAY]])),
    );
    expect(rowsOf(result).map((r) => [r[4], r[6]])).toEqual([
      [12, dayOf(2019, 1, 15)],
      [10, NO_DAY],
      [1, NO_DAY],
    ]);
  });
  test('a revision without a date of its own gets the day of its import; a repeat is written once', async () => {
    const later: readonly Row[] = [
      [1, 1, 24_000, 12, Status.observed, NO_DAY],
      [1, 1, 24_001, 5, Status.observed, NO_DAY],
    ];
    const result = await readText(write(batch('a', [one]), batch('b', later, dayOf(2021, 3, 1)), batch('c', later)));
    expect(result.issues).toEqual([]);
    expect(rowsOf(result).map((r) => [r[3], r[4], r[6]])).toEqual([
      [24_000, 10, NO_DAY],
      [24_000, 12, dayOf(2021, 3, 1)],
      [24_001, 5, NO_DAY],
    ]);
  });
});

test('cells that a spreadsheet would run are neutral; figures are not touched', () => {
  expect(['=1+1', '+1', '-1', '@x', 'a', 'a,b', 'say "x"', '=a,"b"'].map(csvText)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    'a',
    '"a,b"',
    '"say ""x"""',
    `"'=a,""b"""`,
  ]);
  const text = write({ ...batch('a', [[1, 2, 24_000, -3.5, Status.observed, NO_DAY]]), source: '=cmd|x' });
  expect(text.split('\n')[1]).toBe("150100,呼和浩特市,industrial_output_yoy,2000-01,-3.5,percent,'=cmd|x,,");
});
