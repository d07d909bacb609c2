import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, FREQUENCIES, NO_DAY } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { append, createDraft, finishDraft } from '../../src/observations/draft';
import { cellName } from '../../src/observations/feed-contract';
import { mergeFeed, withVintages } from '../../src/observations/feed-vintages';
import type { Observations } from '../../src/observations/observations';

/** `code indicator period value day`; the day may be left out. */
type Row = readonly [code: string, indicator: string, period: number, value: number, day?: Day, status?: number];

function observations(rows: readonly Row[], codes = [...new Set(rows.map(([code]) => code))]): Observations {
  const ids = [...new Set(rows.map(([, id]) => id))];
  const draft = createDraft();
  rows.forEach(([code, id, period, value, day = NO_DAY, status = Status.observed], k) =>
    append(draft, codes.indexOf(code), ids.indexOf(id), 0, period, value, status, day, k + 1),
  );
  return finishDraft(draft, codes, ids, 0);
}

/** Vintages in words, sorted: a set without order. */
function listOf(o: Observations): string[] {
  return Array.from({ length: o.length }, (_, i) => {
    const day = o.knownOn[i] === NO_DAY ? 'ever' : o.knownOn[i];
    const status = o.status[i] === Status.observed ? '' : ` ${o.status[i]}`;
    return `${o.regionCodes[o.region[i]!]} ${o.indicatorIds[o.indicator[i]!]} ${o.period[i]}: ${o.value[i]} ${day}${status}`;
  }).sort();
}
const NONE: ReadonlySet<string> = new Set();
const merge = (before: readonly Row[], now: readonly Row[], takenOn: Day, nulls = NONE): string[] =>
  listOf(mergeFeed(observations(before), observations(now), nulls, takenOn).observations);
const nameOf = (code: string, id: string, period: number): string => cellName(code, id, 0, period);

test('months are the first frequency', () => expect(FREQUENCIES[0]).toBe('month'));

describe('a refresh', () => {
  test('that says the same changes nothing', () => {
    const rows: Row[] = [
      ['A', 'x', 1, 5, 10],
      ['A', 'x', 1, 6, 20],
      ['B', 'x', 1, 7],
    ];
    const merged = mergeFeed(observations(rows), observations(rows), NONE, 99);
    expect(listOf(merged.observations)).toEqual(listOf(observations(rows)));
    expect(merged.vintages).toBeNull();
  });
  test('a value overwritten without a day: known from the day of taking on', () => {
    expect(merge([['A', 'x', 1, 5, 10]], [['A', 'x', 1, 6, 10]], 30)).toEqual(['A x 1: 5 10', 'A x 1: 6 30']);
    expect(merge([['A', 'x', 1, 5]], [['A', 'x', 1, 6]], 30)).toEqual(['A x 1: 5 ever', 'A x 1: 6 30']);
  });
  test('the feed’s own days stand before the day of taking', () => {
    const now: Row[] = [
      ['A', 'x', 1, 5, 10],
      ['A', 'x', 1, 6, 20],
    ];
    expect(merge([['A', 'x', 1, 5, 10]], now, 30)).toEqual(['A x 1: 5 10', 'A x 1: 6 20']);
  });
  test('a feed that forgets the earlier value: it stays', () => {
    expect(merge([['A', 'x', 1, 5, 10]], [['A', 'x', 1, 6, 20]], 30)).toEqual(['A x 1: 5 10', 'A x 1: 6 20']);
  });
  test('and back again: three vintages', () => {
    const before: Row[] = [
      ['A', 'x', 1, 5, 10],
      ['A', 'x', 1, 6, 30],
    ];
    expect(merge(before, [['A', 'x', 1, 5, 10]], 40)).toEqual(['A x 1: 5 10', 'A x 1: 5 40', 'A x 1: 6 30']);
  });
  test('within one day the last word counts', () => {
    expect(merge([['A', 'x', 1, 5, 30]], [['A', 'x', 1, 6, 30]], 30)).toEqual(['A x 1: 6 30']);
  });
  test('a status that changed is a vintage too: provisional becomes final', () => {
    const before: Row[] = [['A', 'x', 1, 5, 10, Status.provisional]];
    expect(merge(before, [['A', 'x', 1, 5, 10]], 30)).toEqual([`A x 1: 5 10 ${Status.provisional}`, 'A x 1: 5 30']);
  });
  test('new cells: with their own day, else known on the day of taking', () => {
    const now: Row[] = [
      ['A', 'x', 1, 5, 10],
      ['A', 'x', 2, 8, 20],
      ['B', 'y', 2, 9],
    ];
    expect(merge([['A', 'x', 1, 5, 10]], now, 30)).toEqual(['A x 1: 5 10', 'A x 2: 8 20', 'B y 2: 9 30']);
  });
  test('a cell that is no longer told of stays as it was; one given as null was taken back', () => {
    const before: Row[] = [
      ['A', 'x', 1, 5, 10],
      ['A', 'x', 2, 6, 20],
    ];
    const now: Row[] = [['B', 'x', 2, 7, 20]];
    expect(merge(before, now, 30)).toEqual(['A x 1: 5 10', 'A x 2: 6 20', 'B x 2: 7 20']);
    const gone = `A x 2: NaN 30 ${Status.missing}`;
    const nulls = new Set([nameOf('A', 'x', 2), nameOf('B', 'x', 1)]);
    expect(merge(before, now, 30, nulls)).toEqual(['A x 1: 5 10', 'A x 2: 6 20', gone, 'B x 2: 7 20'].sort());
  });
  test('taken back stays taken back, and a new value after it is new', () => {
    const before: Row[] = [
      ['A', 'x', 1, 5, 10],
      ['A', 'x', 1, NaN, 30, Status.missing],
    ];
    const nulls = new Set([nameOf('A', 'x', 1)]);
    expect(merge(before, [['B', 'x', 1, 1, 1]], 50, nulls)).toHaveLength(3);
    expect(merge(before, [['A', 'x', 1, 5, 10]], 50)).toContain('A x 1: 5 50');
  });
  test('dictionaries in another order are the same places', () => {
    const a = observations(
      [
        ['A', 'x', 1, 5, 10],
        ['B', 'y', 1, 6, 10],
      ],
      ['A', 'B'],
    );
    const b = observations(
      [
        ['B', 'y', 1, 6, 10],
        ['A', 'x', 1, 5, 10],
      ],
      ['B', 'C', 'A'],
    );
    expect(mergeFeed(a, b, NONE, 30).vintages).toBeNull();
  });
});

/** Values of few cells and few days, so that they meet; one value for a cell and day, as the reader leaves it. */
const rowsArbitrary = (lastDay: number) =>
  fc
    .uniqueArray(
      fc.record({
        code: fc.constantFrom('A', 'B'),
        id: fc.constantFrom('x', 'y'),
        period: fc.integer({ min: 1, max: 2 }),
        value: fc.integer({ min: 1, max: 3 }),
        day: fc.oneof(fc.constant(NO_DAY), fc.integer({ min: 1, max: lastDay })),
      }),
      { selector: (r) => `${r.code} ${r.id} ${r.period} ${r.day}`, maxLength: 14 },
    )
    .map((list) => list.map((r): Row => [r.code, r.id, r.period, r.value, r.day]));

/** Figure of every cell as known at the end of a day; missing ones left out. */
function asOf(o: Observations, day: number): Map<string, number> {
  const best = new Map<string, { day: number; value: number }>();
  for (let i = 0; i < o.length; i++) {
    const key = `${o.regionCodes[o.region[i]!]} ${o.indicatorIds[o.indicator[i]!]} ${o.period[i]}`;
    const known = o.knownOn[i]!;
    if (known > day || (best.get(key)?.day ?? -Infinity) > known) continue;
    best.set(key, { day: known, value: o.value[i]! });
  }
  return new Map([...best].filter(([, { value }]) => !Number.isNaN(value)).map(([key, { value }]) => [key, value]));
}

test('laws of any row of refreshes', () => {
  let revisions = 0;
  fc.assert(
    fc.property(fc.array(rowsArbitrary(10), { minLength: 1, maxLength: 5 }), (answers) => {
      let known = observations(answers[0]!);
      answers.slice(1).forEach((rows, k) => {
        const takenOn = 20 + k * 5;
        const now = observations(rows);
        const merged = mergeFeed(known, now, NONE, takenOn);
        // Nothing that was known is lost: every vintage before this day is still there.
        const vintages = listOf(merged.observations);
        for (const vintage of listOf(known)) expect(vintages).toContain(vintage);
        // What the feed says now is what is known now.
        const [present, said] = [asOf(merged.observations, takenOn), asOf(now, takenOn)];
        for (const [key, value] of said) expect(present.get(key)).toBe(value);
        // The answers and what is kept beside them give it all back.
        const back = merged.vintages ? withVintages(now, merged.vintages) : now;
        expect(listOf(back)).toEqual(vintages);
        // Once more the same: nothing new, on whatever day.
        const again = mergeFeed(merged.observations, now, NONE, takenOn + 1);
        expect(listOf(again.observations)).toEqual(vintages);
        if (merged.vintages) revisions++;
        known = merged.observations;
      });
    }),
    { numRuns: 200 },
  );
  expect(revisions).toBeGreaterThan(50);
});
