import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorKind } from '../../src/base/indicators';
import type { SeriesInput } from '../../src/detectors/detector';
import { DETECTORS } from '../../src/detectors/registry';
import { bound, run } from './run-detector';

/** What every detector promises, tried on each with several settings. A new detector fails here until it is listed. */
interface Case {
  readonly kind: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly of: IndicatorKind;
  /** x of shifted values: the same, or shifted with them; of doubled values: the same or doubled; null: no such law. */
  readonly shift: 'same' | 'moves' | null;
  readonly double: 'same' | 'doubles' | null;
  /** Lags that are read, and cancel in the difference of two overlapping means. */
  readonly cancel?: readonly number[];
}
const CASES: readonly Case[] = [
  { kind: 'level', raw: {}, of: 'rate', shift: 'moves', double: 'doubles' },
  { kind: 'change', raw: { lag: 1 }, of: 'rate', shift: 'same', double: 'doubles' },
  { kind: 'change', raw: { lag: 12, meanPeriods: 3 }, of: 'rate', shift: 'same', double: 'doubles' },
  { kind: 'change', raw: { lag: 2, meanPeriods: 4 }, of: 'stock', shift: 'same', double: 'doubles', cancel: [2, 3] },
  { kind: 'change', raw: { lag: 3, as: 'percent', meanPeriods: 2 }, of: 'flow', shift: null, double: 'same' },
  { kind: 'rise', raw: {}, of: 'rate', shift: 'same', double: 'doubles' },
  { kind: 'rise', raw: { meanPeriods: 1, lookback: 5 }, of: 'rate', shift: 'same', double: 'doubles' },
  {
    kind: 'rise',
    raw: { meanPeriods: 5, lookback: 1 },
    of: 'rate',
    shift: 'same',
    double: 'doubles',
    cancel: [1, 2, 3, 4],
  },
  { kind: 'streak', raw: {}, of: 'index', shift: 'same', double: 'same' },
  { kind: 'streak', raw: { lag: 3 }, of: 'index', shift: 'same', double: 'same' },
  { kind: 'progress', raw: {}, of: 'cumulative', shift: null, double: null },
  { kind: 'progress', raw: { expected: 'past', years: 2 }, of: 'cumulative', shift: null, double: null },
  { kind: 'scale', raw: { periods: 3 }, of: 'flow', shift: null, double: 'doubles' },
  { kind: 'scale', raw: { periods: 4 }, of: 'stock', shift: 'same', double: 'doubles' },
  { kind: 'scale', raw: { periods: 2, as: 'persons' }, of: 'rate', shift: 'same', double: 'doubles' },
];

/** Whole positive numbers: sums and differences of them are exact, so that laws can be checked to the last digits. */
const whole = fc.integer({ min: 1, max: 40 });
const holed = fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: fc.constant(NaN) });
const sign = fc.constantFrom<1 | -1>(1, -1);

const inputOf = (c: Case, n: number, s: 1 | -1): Partial<SeriesInput> => ({
  kind: c.of,
  sign: s,
  labourForce: 500,
  periodsPerYear: 6,
  firstSeason: 2,
  targets: new Float64Array(n).fill(240),
});
const xOf = (c: Case, values: readonly number[], s: 1 | -1): number[] =>
  run(c.kind, c.raw, values, inputOf(c, values.length, s)).statistic;

function expectClose(got: readonly number[], wanted: readonly number[]): void {
  expect(got.map(Number.isNaN)).toEqual(wanted.map(Number.isNaN));
  got.forEach((v, i) => {
    if (!Number.isNaN(v)) expect(Math.abs(v - wanted[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(v)));
  });
}

test('every detector of the registry is tried here', () => {
  expect(new Set(CASES.map((c) => c.kind))).toEqual(new Set(DETECTORS.map((d) => d.kind)));
});

describe.each(CASES)('$kind $raw of a $of', (c) => {
  const { detector, params } = bound(c.kind, c.raw);
  const lags = detector.reads(params, c.of);
  const minHistory = detector.minHistory(params, c.of);

  test('never looks ahead: a series cut off anywhere gives the same x up to there, bit by bit', () => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 50 }), fc.nat(50), sign, (values, cut, s) => {
        const out = run(c.kind, c.raw, values, inputOf(c, values.length, s));
        const part = run(c.kind, c.raw, values.slice(0, cut), inputOf(c, Math.min(cut, values.length), s));
        expect(part.statistic).toEqual(out.statistic.slice(0, cut));
        expect(part.expected).toEqual(out.expected.slice(0, cut));
      }),
    );
  });

  test('reads its own stretch of the column and nothing beside it', () => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 30 }), fc.array(holed, { maxLength: 5 }), sign, (values, beside, s) => {
        const alone = xOf(c, values, s);
        const inside = run(c.kind, c.raw, [...beside, ...values, ...beside], {
          ...inputOf(c, values.length, s),
          offset: beside.length,
          count: values.length,
        });
        expect(inside.statistic.slice(0, values.length)).toEqual(alone);
      }),
    );
  });

  test('is mirrored with its direction', () => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 40 }), (values) => {
        // A ratio to a base, and a share of a target, turn with the sign alone; the others with the values as well.
        const turnsAlone = c.kind === 'progress' || c.raw.as === 'percent';
        const other = turnsAlone
          ? xOf(c, values, -1).map((x) => -x)
          : xOf(
              c,
              values.map((v) => -v),
              -1,
            );
        expectClose(other, xOf(c, values, 1));
      }),
    );
  });

  test.runIf(c.shift)('shift law', () => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 40 }), fc.integer({ min: -30, max: 30 }), sign, (values, by, s) => {
        const wanted = xOf(c, values, s).map((x) => (c.shift === 'moves' ? x + s * by : x));
        expectClose(
          xOf(
            c,
            values.map((v) => v + by),
            s,
          ),
          wanted,
        );
      }),
    );
  });

  test.runIf(c.double)('scale law', () => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 40 }), sign, (values, s) => {
        const wanted = xOf(c, values, s).map((x) => (c.double === 'doubles' ? 2 * x : x));
        expectClose(
          xOf(
            c,
            values.map((v) => 2 * v),
            s,
          ),
          wanted,
        );
      }),
    );
  });

  test('speaks from minHistory values on, and not before', () => {
    // A fall at the first comparison, so that a streak is known from its beginning.
    const n = minHistory + 8;
    const values = Array.from({ length: n }, (_, i) => 5 + ((i * 7) % 11));
    const by = { ...inputOf(c, n, 1), periodsPerYear: 12, firstSeason: 0 };
    const x = run(c.kind, c.raw, values, by).statistic;
    expect(x.findIndex((v) => !Number.isNaN(v))).toBe(minHistory - 1);
    expect(x.slice(minHistory - 1).some(Number.isNaN)).toBe(false);
  });

  test('reads name each lag once, from the present one on, within its history', () => {
    expect(lags[0]).toBe(0);
    expect([...new Set(lags)].sort((a, b) => a - b)).toEqual([...lags]);
    expect(Math.max(...lags)).toBeLessThan(minHistory);
  });

  // A streak rests on all values since it began, and a past path also on the ends of its years.
  const windowed = c.kind !== 'streak' && c.raw.expected !== 'past';

  test.runIf(windowed)('a missing value empties the windows that hold it, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.array(holed, { minLength: 1, maxLength: 50 }), fc.nat(), sign, (values, pick, s) => {
        const at = pick % values.length;
        const before = xOf(c, values, s);
        const after = xOf(c, values.with(at, NaN), s);
        expect(after).toEqual(before.map((x, t) => (lags.includes(t - at) ? NaN : x)));
      }),
    );
  });

  test.runIf(windowed)(
    'a changed value changes x at the lags that are read alone, and at each of them somewhere',
    () => {
      const moved = new Set<number>();
      fc.assert(
        fc.property(
          fc.array(whole, { minLength: minHistory + 3, maxLength: minHistory + 30 }),
          fc.nat(),
          fc.integer({ min: 50, max: 60 }),
          (values, pick, by) => {
            const at = pick % values.length;
            for (const changed of [values[at]! + by, values[at]! / by]) {
              const before = xOf(c, values, 1);
              const after = xOf(c, values.with(at, changed), 1);
              before.forEach((x, t) => {
                if (Number.isNaN(x) || Math.abs(x - after[t]!) < 1e-9) return;
                expect(lags).toContain(t - at);
                moved.add(t - at);
              });
            }
          },
        ),
        { numRuns: 400 },
      );
      expect([...moved].sort((a, b) => a - b)).toEqual(lags.filter((l) => !c.cancel?.includes(l)));
    },
  );
});

test('a streak after a missing value is a lower bound, and exact again from the first break on', () => {
  fc.assert(
    fc.property(
      fc.array(holed, { minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      (values, pick, lag) => {
        const at = pick % values.length;
        const before = run('streak', { lag }, values).statistic;
        const after = run('streak', { lag }, values.with(at, NaN)).statistic;
        expect(after.slice(0, at)).toEqual(before.slice(0, at));
        let exact = false;
        before.forEach((x, t) => {
          if (t === at || t === at + lag) expect(after[t]).toBeNaN();
          else if (Number.isNaN(x)) expect(after[t]).toBeNaN();
          else if (t > at) {
            expect(after[t]).toBeLessThanOrEqual(x);
            if (t > at + lag && x === 0) exact = true;
            if (exact) expect(after[t]).toBe(x);
          }
        });
      },
    ),
  );
});
