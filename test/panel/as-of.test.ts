import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, formatDay, formatPeriod, lastDayOf, NO_DAY, parseDay, parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import type { Batch } from '../../src/observations/observations';
import { countAsOf, panelAsOf, stretchAsOf, vintageOf } from '../../src/panel/as-of';
import { buildPanels } from '../../src/panel/build';
import type { Panel } from '../../src/panel/panel';
import { batchOf, catalogue, indicatorOf, type Row, treeOf } from './make-panel';

const tree = treeOf({ R: '', A: 'R', B: 'R' });
const list = catalogue(indicatorOf('rate'), indicatorOf('jobs'));
const first = parsePeriod('2020-01')!.period;
const dayZero = parseDay('2020-01-01')!;

const panelOfRows = (batches: readonly Batch[]): Panel | undefined => buildPanels(batches, tree, list).panels.month;

/** Everything that a panel holds, by name, whatever its extent: values, vintages, dates, sources. */
function contents(panel: Panel | undefined): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (!panel) return found;
  for (const [id, column] of panel.columns) {
    column.status.forEach((status, cell) => {
      if (status === Status.missing) return;
      const old = column.revisions;
      const where = `${id} ${tree.regions[Math.floor(cell / panel.count)]!.code} ${formatPeriod('month', panel.first + (cell % panel.count))}`;
      found[where] = {
        value: column.values[cell],
        status,
        knownOn: column.knownOn ? column.knownOn[cell] : NO_DAY,
        row: column.row![cell],
        batch: panel.batches[column.batch![cell]!]!.id,
        vintages: old
          ? [...old.cell.keys()]
              .filter((i) => old.cell[i] === cell)
              .map((i) => [old.value[i], old.status[i], old.knownOn[i], old.row[i]])
          : [],
      };
    });
  }
  return found;
}

const rowOf = fc
  .record({
    region: fc.constantFrom('R', 'A', 'B'),
    indicator: fc.constantFrom('rate', 'jobs'),
    month: fc.integer({ min: 0, max: 5 }),
    value: fc.integer({ min: 0, max: 3 }),
    delay: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 4 }),
    status: fc.constantFrom(Status.observed, Status.provisional, Status.suspect),
  })
  .map(({ region, indicator, month, value, delay, status }): Row => {
    const known = delay === null ? null : formatDay(lastDayOf('month', first + month) + delay);
    return [region, indicator, formatPeriod('month', first + month), value, known, status];
  });

const knownBy =
  (day: Day) =>
  (row: Row): boolean =>
    lastDayOf('month', parsePeriod(row[2])!.period) <= day && (!row[4] || parseDay(row[4])! <= day);

describe('the panel as of a day', () => {
  // Undated, then revised, then said once more with a day between the two.
  const late: Row[] = [
    ['A', 'rate', '2020-03', 1, null, Status.suspect],
    ['A', 'rate', '2020-03', 0, '2020-04-01', Status.observed],
    ['A', 'rate', '2020-03', 1, '2020-03-31', Status.suspect],
  ];
  test('equals the panel built from only the rows known by that day', () => {
    fc.assert(
      fc.property(
        fc.array(rowOf, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -10, max: 330 }),
        (rows, after) => {
          const day = dayZero + after;
          const whole = panelOfRows([batchOf(rows)])!;
          const before = contents(whole);
          // Rows keep their line numbers: only what is not known is taken out.
          const batch = batchOf(rows);
          const o = batch.observations;
          const keep = [...rows.keys()].filter((i) => knownBy(day)(rows[i]!));
          const part: Batch = {
            ...batch,
            observations: {
              ...o,
              length: keep.length,
              region: Uint32Array.from(keep, (i) => o.region[i]!),
              indicator: Uint16Array.from(keep, (i) => o.indicator[i]!),
              frequency: Uint8Array.from(keep, (i) => o.frequency[i]!),
              period: Int32Array.from(keep, (i) => o.period[i]!),
              value: Float64Array.from(keep, (i) => o.value[i]!),
              status: Uint8Array.from(keep, (i) => o.status[i]!),
              knownOn: Int32Array.from(keep, (i) => o.knownOn[i]!),
              row: Uint32Array.from(keep, (i) => o.row[i]!),
            },
          };
          expect(contents(panelAsOf(whole, day))).toEqual(contents(panelOfRows([part])));
          expect(contents(whole)).toEqual(before);
        },
      ),
      { numRuns: 400, examples: [[late, 90]] },
    );
  });

  test('a stretch of it has the same values and statuses', () => {
    let cells = 0;
    fc.assert(
      fc.property(
        fc.array(rowOf, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 330 }),
        fc.nat(5),
        fc.nat(5),
        (rows, after, skip, length) => {
          const whole = panelOfRows([batchOf(rows)])!;
          const then = panelAsOf(whole, dayZero + after);
          expect(countAsOf(whole, dayZero + after)).toBe(then.count);
          const from = Math.min(skip, then.count);
          const count = Math.min(length, then.count - from);
          const stretch = stretchAsOf(whole, from, count, dayZero + after);
          expect([stretch.first, stretch.count]).toEqual([then.first + from, count]);
          for (const [key, { values, status }] of stretch.columns) {
            const all = then.columns.get(key)!;
            const within = (_: number, cell: number): boolean =>
              cell % then.count >= from && cell % then.count < from + count;
            expect(values).toEqual(all.values.filter(within));
            expect(status).toEqual(all.status.filter(within));
            cells += status.filter((s) => s !== Status.missing).length;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(cells).toBeGreaterThan(100);
  });

  test('equals what was there when later batches had not come', () => {
    // Each month's file brings what became known since the last one.
    const month = fc.array(rowOf, { maxLength: 25 });
    fc.assert(
      fc.property(fc.array(month, { minLength: 2, maxLength: 4 }), (files) => {
        const batches = files.map((rows, k) => {
          const taken = dayZero + 100 * (k + 1);
          const dated = rows.map((r): Row => [r[0], r[1], r[2], r[3], formatDay(taken - 1 - (r[3] % 3)), r[5]]);
          return batchOf(dated, { id: `b${k}`, takenOn: taken });
        });
        const whole = panelOfRows(batches);
        if (!whole) return;
        batches.forEach((batch, k) => {
          const day = batch.takenOn;
          const then = panelOfRows(batches.slice(0, k + 1));
          expect(contents(panelAsOf(whole, day))).toEqual(contents(then && panelAsOf(then, day)));
        });
      }),
    );
  });

  const rows: Row[] = [
    ['A', 'rate', '2020-01', 5.0, '2020-02-10', Status.provisional],
    ['A', 'rate', '2020-01', 5.2, '2020-03-10'],
    ['A', 'rate', '2020-02', 6.0, '2020-03-10'],
    ['B', 'rate', '2020-01', 4.0],
    ['B', 'rate', '2020-02', 4.2, '2020-04-02'],
  ];
  const whole = panelOfRows([batchOf(rows)])!;

  test.each([
    ['2020-01-30', {}],
    ['2020-02-09', { 'rate B 2020-01': 4 }],
    ['2020-02-10', { 'rate A 2020-01': 5, 'rate B 2020-01': 4 }],
    ['2020-03-09', { 'rate A 2020-01': 5, 'rate B 2020-01': 4 }],
    ['2020-03-10', { 'rate A 2020-01': 5.2, 'rate A 2020-02': 6, 'rate B 2020-01': 4 }],
    ['2020-04-02', { 'rate A 2020-01': 5.2, 'rate A 2020-02': 6, 'rate B 2020-01': 4, 'rate B 2020-02': 4.2 }],
  ])('on %s', (day, wanted) => {
    const then = contents(panelAsOf(whole, parseDay(day)!));
    expect(Object.fromEntries(Object.entries(then).map(([k, v]) => [k, (v as { value: number }).value]))).toEqual(
      wanted,
    );
  });

  test('gives a vintage its own status and source row back', () => {
    expect(contents(panelAsOf(whole, parseDay('2020-03-09')!))['rate A 2020-01']).toMatchObject({
      status: Status.provisional,
      row: 2,
    });
  });

  test('shares what does not change', () => {
    const now = panelAsOf(whole, parseDay('2030-01-01')!);
    expect(now.columns.get('rate')).toBe(whole.columns.get('rate'));
  });

  test('of a day before everything is empty, not broken', () => {
    const none = panelAsOf(whole, parseDay('1990-01-01')!);
    expect(none.count).toBe(0);
    expect(none.columns.get('rate')!.values).toHaveLength(0);
  });

  test('vintageOf keeps periods that have not ended: a target is known before its year is over', () => {
    const yearly = buildPanels(
      [
        batchOf([
          ['A', 'jobs', '2020', 100, '2020-02-01'],
          ['A', 'jobs', '2020', 120, '2020-07-01'],
        ]),
      ],
      tree,
      list,
    ).panels.year!;
    const of = (day: string): number =>
      vintageOf(yearly, parseDay(day)!).columns.get('jobs')!.values[tree.indexOf.get('A')!]!;
    expect([of('2020-01-15'), of('2020-03-01'), of('2020-08-01')]).toEqual([NaN, 100, 120]);
    expect(panelAsOf(yearly, parseDay('2020-08-01')!).count).toBe(0);
  });
});
