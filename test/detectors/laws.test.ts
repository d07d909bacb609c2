import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorKind } from '../../src/base/indicators';
import type { SeriesInput } from '../../src/detectors/detector';
import { DETECTOR_KINDS, loadDetectors } from '../../src/detectors/registry';
import { bound, run } from './run-detector';

await loadDetectors();

/** Targets and labour force of all series here. */
const TARGET = 240;
const FORCE = 500;

/** What becomes of x at one period, when all values are shifted by `by`, or doubled. */
type Law = (x: number, at: { readonly sign: number; readonly expected: number; readonly by: number }) => number;
const same: Law = (x) => x;
const doubles: Law = (x) => 2 * x;
const moves: Law = (x, { sign, by }) => x + sign * by;
/** The change in percent of a base that is shifted itself. */
const ofShiftedBase: Law = (x, { expected, by }) => (expected + by > 0 ? (x * expected) / (expected + by) : NaN);
/** The share of the target moves, what is due by calendar does not. */
const towardsTarget: Law = (x, { sign, by }) => x + (sign * 100 * by) / TARGET;
/** The share achieved, expected + sign·x, doubles; what is due stays: a path is made of shares. */
const shareDoubles: Law = (x, { sign, expected }) => 2 * x + sign * expected;

/** Tried on each detector with several settings. A new detector fails here until it is listed. */
interface Case {
  readonly kind: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly of: IndicatorKind;
  /** A law of x, or why there is none; what holds instead is tried by name below. */
  readonly shift: Law | { readonly none: string };
  readonly double: Law | { readonly none: string };
  /** Why x rests on more than the values that are read; what holds instead is tried by name below. */
  readonly unbounded?: string;
  /** Why x of the negated values, a fall being worse, is another one; what holds instead is tried by name below. */
  readonly noMirror?: string;
  /** Why a missing value does not empty the windows that hold it; what holds instead is tried in the detector's own tests. */
  readonly passesOver?: string;
  /** A fit for each value takes its time: it is tried less often. */
  readonly costly?: true;
  /** Lags that are read, and cancel in the difference of two overlapping means. */
  readonly cancel?: readonly number[];
}
const OTHER_STAYS = 'the other side does not double with it';
const PEERS_STAY = 'the areas that it is compared with do not move with it';
const TWO_THIRDS = 'two thirds of the pairs are enough';
const COUNTS_ON = 'it counts on from all values since it began';
const PATH_BENDS = 'a shift changes the shares of a past year unevenly';
const ALL_SINCE = 'it rests on all values since the baseline';
const BRIDGED = 'it rests on all values since it began, and bridges the missing ones';
const LINE_STAYS = 'its line stays where it is';
const SEARCHED = 'its parameters are searched for, in steps of the unit';
const HALF_IS_ENOUGH = 'half of the baseline is enough';
const SIX_ARE_ENOUGH = 'six values of the season are enough';
const FITS_ANEW = 'a fit begins after the last missing value';
const OF_COUNTS = 'the spread of a count is the root of its mean';
/** In units of the root of the mean; the allowance k does not double. */
const byRoot: Law = (x) => Math.SQRT2 * x;
const CASES: readonly Case[] = [
  { kind: 'level', raw: {}, of: 'rate', shift: moves, double: doubles },
  { kind: 'change', raw: { lag: 1 }, of: 'rate', shift: same, double: doubles },
  { kind: 'change', raw: { lag: 12, meanPeriods: 3 }, of: 'rate', shift: same, double: doubles },
  { kind: 'change', raw: { lag: 2, meanPeriods: 4 }, of: 'stock', shift: same, double: doubles, cancel: [2, 3] },
  { kind: 'change', raw: { lag: 3, as: 'percent', meanPeriods: 2 }, of: 'flow', shift: ofShiftedBase, double: same },
  { kind: 'rise', raw: {}, of: 'rate', shift: same, double: doubles },
  { kind: 'rise', raw: { meanPeriods: 1, lookback: 5 }, of: 'rate', shift: same, double: doubles },
  {
    kind: 'rise',
    raw: { meanPeriods: 5, lookback: 1 },
    of: 'rate',
    shift: same,
    double: doubles,
    cancel: [1, 2, 3, 4],
  },
  { kind: 'streak', raw: {}, of: 'index', shift: same, double: same, unbounded: COUNTS_ON },
  { kind: 'streak', raw: { lag: 3 }, of: 'index', shift: same, double: same, unbounded: COUNTS_ON },
  { kind: 'progress', raw: {}, of: 'cumulative', shift: towardsTarget, double: shareDoubles },
  {
    kind: 'progress',
    raw: { expected: 'past', years: 2 },
    of: 'cumulative',
    shift: { none: PATH_BENDS },
    double: shareDoubles,
  },
  {
    kind: 'scale',
    raw: { periods: 3 },
    of: 'flow',
    shift: (x, { sign, by }) => x + (sign * 3 * by * 100) / FORCE,
    double: doubles,
  },
  { kind: 'scale', raw: { periods: 4 }, of: 'stock', shift: same, double: doubles },
  { kind: 'scale', raw: { periods: 2, as: 'persons' }, of: 'rate', shift: same, double: doubles },
  { kind: 'ears', raw: {}, of: 'flow', shift: same, double: same },
  { kind: 'ears', raw: { method: 'C2', baseline: 5 }, of: 'rate', shift: same, double: same },
  { kind: 'ears', raw: { method: 'C3', baseline: 4, alpha: 0.01 }, of: 'stock', shift: same, double: same },
  {
    kind: 'ears',
    raw: { baseline: 3, minSigma: 1e6 },
    of: 'stock',
    shift: same,
    double: doubles,
  },
  ...(['standard', 'rossi', 'anscombe'] as const).map(
    (transform): Case => ({
      kind: 'cusum',
      raw: { k: 0, transform, baselinePeriods: 6 },
      of: 'flow',
      shift: { none: OF_COUNTS },
      double: byRoot,
      unbounded: ALL_SINCE,
      noMirror: OF_COUNTS,
    }),
  ),
  {
    kind: 'cusum',
    raw: { target: 9 },
    of: 'flow',
    shift: { none: OF_COUNTS },
    double: { none: OF_COUNTS },
    unbounded: ALL_SINCE,
    noMirror: OF_COUNTS,
  },
  { kind: 'ewma', raw: { baselinePeriods: 5 }, of: 'rate', shift: same, double: same, unbounded: ALL_SINCE },
  {
    kind: 'ewma',
    raw: { baselinePeriods: 8, lambda: 1, limit: 2 },
    of: 'rate',
    shift: same,
    double: same,
    unbounded: ALL_SINCE,
  },
  { kind: 'michez', raw: { other: 'jobs' }, of: 'rate', shift: same, double: { none: OTHER_STAYS } },
  {
    kind: 'michez',
    raw: { other: 'jobs', meanPeriods: 2, lookback: 4 },
    of: 'rate',
    shift: same,
    double: { none: OTHER_STAYS },
  },
  {
    kind: 'scoreboard',
    raw: { lag: 3 },
    of: 'rate',
    shift: { none: PEERS_STAY },
    double: { none: PEERS_STAY },
    noMirror: PEERS_STAY,
  },
  ...[{}, { lead: 2, lag: 3 }, { lead: 'best', lag: 2, otherAs: 'change' }].map(
    (more): Case => ({
      kind: 'divergence',
      raw: { other: 'output', span: 12, ...more },
      of: 'rate',
      shift: same,
      double: same,
      passesOver: TWO_THIRDS,
    }),
  ),
  ...['farrington1996', 'noufaily2013'].map(
    (variant): Case => ({
      kind: 'farrington',
      raw: { variant },
      of: 'flow',
      shift: { none: OF_COUNTS },
      double: { none: OF_COUNTS },
      noMirror: OF_COUNTS,
      passesOver: HALF_IS_ENOUGH,
    }),
  ),
  ...[{}, { seasonalWindow: 7, robust: false }].map(
    (more): Case => ({
      kind: 'robust-z',
      raw: { ...more, years: 3 },
      of: 'rate',
      shift: same,
      double: same,
      passesOver: FITS_ANEW,
      costly: true,
    }),
  ),
  {
    kind: 'robust-z',
    raw: { method: 'seasonal-median', years: 3 },
    of: 'rate',
    shift: same,
    double: same,
    passesOver: SIX_ARE_ENOUGH,
  },
  ...['naive', 'snaive', 'drift'].map(
    (model): Case => ({ kind: 'forecast', raw: { model }, of: 'rate', shift: same, double: same, unbounded: BRIDGED }),
  ),
  {
    kind: 'forecast',
    raw: { model: 'naive', horizon: 5, threshold: 20, calibrate: false },
    of: 'rate',
    shift: { none: LINE_STAYS },
    double: { none: LINE_STAYS },
    unbounded: BRIDGED,
    noMirror: LINE_STAYS,
  },
  ...['ses', 'theta'].map(
    (model): Case => ({
      kind: 'forecast',
      raw: { model, horizon: 2 },
      of: 'rate',
      shift: { none: SEARCHED },
      double: same,
      unbounded: BRIDGED,
    }),
  ),
  ...['holt', 'holt-winters', 'ets'].map(
    (model): Case => ({
      kind: 'forecast',
      raw: { model, horizon: 2 },
      of: 'rate',
      shift: { none: SEARCHED },
      double: { none: SEARCHED },
      unbounded: BRIDGED,
      noMirror: SEARCHED,
    }),
  ),
];

/** Whole positive numbers: sums and differences of them are exact, so that laws can be checked to the last digits. */
const whole = fc.integer({ min: 1, max: 40 });
const holed = fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: fc.constant(NaN) });
const sign = fc.constantFrom<1 | -1>(1, -1);

/** Quarters from July on, so that places in the year count and years are short. */
const SHAPE = { periodsPerYear: 4, firstSeason: 2 };
const inputOf = (c: Case, n: number, s: 1 | -1): Partial<SeriesInput> => ({
  kind: c.of,
  sign: s,
  labourForce: FORCE,
  ...SHAPE,
  targets: new Float64Array(n).fill(TARGET),
  against: { values: Float64Array.from({ length: n }, otherAt), offset: 0, sign: 1 },
  peers: (lag) => ({ means: new Float64Array(n).fill(lag ? 0 : 20), deviations: new Float64Array(n).fill(9) }),
});
/** The other series that some read: it worsens steeply, and not evenly. */
const otherAt = (_: unknown, t: number): number => 300 * t + ((t * 37) % 101);
const xOf = (c: Case, values: readonly number[], s: 1 | -1): number[] =>
  run(c.kind, c.raw, values, inputOf(c, values.length, s)).statistic;

/** x of the values, each turned as the law says. */
function lawful(c: Case, law: Law, values: readonly number[], s: 1 | -1, by: number): number[] {
  const { statistic, expected } = run(c.kind, c.raw, values, inputOf(c, values.length, s));
  return statistic.map((x, t) => law(x, { sign: s, expected: expected[t]!, by }));
}

function expectClose(got: readonly number[], wanted: readonly number[]): void {
  expect(got.map(Number.isNaN)).toEqual(wanted.map(Number.isNaN));
  got.forEach((v, i) => {
    if (!Number.isNaN(v)) expect(Math.abs(v - wanted[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(v)));
  });
}

test('every detector of the registry is tried here', () => {
  expect(new Set(CASES.map((c) => c.kind))).toEqual(new Set(DETECTOR_KINDS));
});

describe.each(CASES)('$kind $raw of a $of', (c) => {
  const { detector, params } = bound(c.kind, c.raw);
  const minHistory = detector.minHistory(params, { kind: c.of, ...SHAPE });

  test('never looks ahead: a series cut off anywhere gives the same x up to there, bit by bit', () => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 50 }), fc.nat(50), sign, (values, cut, s) => {
        const out = run(c.kind, c.raw, values, inputOf(c, values.length, s));
        const part = run(c.kind, c.raw, values.slice(0, cut), inputOf(c, Math.min(cut, values.length), s));
        expect(part.statistic).toEqual(out.statistic.slice(0, cut));
        expect(part.expected).toEqual(out.expected.slice(0, cut));
        expect(part.bound).toEqual(out.bound.slice(0, cut));
        expect(part.alarm).toEqual(out.alarm.slice(0, cut));
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

  // Where it has no mirror the case says why.
  const mirrored = c.noMirror === undefined ? test : null;
  mirrored?.('is mirrored with its direction', () => {
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

  test.each([12, 4])('speaks from minHistory values on, and not before: %d periods in a year', (periodsPerYear) => {
    // A fall at the first comparison, so that a streak is known from its beginning.
    const least = detector.minHistory(params, { kind: c.of, periodsPerYear });
    const values = Array.from({ length: least + 8 }, (_, i) => 5 + ((i * 7) % 11));
    const x = run(c.kind, c.raw, values, { ...inputOf(c, least + 8, 1), periodsPerYear, firstSeason: 0 }).statistic;
    expect(x.findIndex((v) => !Number.isNaN(v))).toBe(least - 1);
    expect(x.slice(least - 1).some(Number.isNaN)).toBe(false);
  });

  test('reads name each lag once, from the present one on, within its history', () => {
    for (let season = 0; season < SHAPE.periodsPerYear; season++) {
      const lags = detector.reads(params, { kind: c.of, ...SHAPE }, season);
      expect(lags[0]).toBe(0);
      expect([...new Set(lags)].sort((a, b) => a - b)).toEqual([...lags]);
      expect(Math.max(...lags)).toBeLessThan(minHistory);
    }
  });
});

const doubled = CASES.flatMap((c) => (typeof c.double === 'function' ? [{ ...c, double: c.double }] : []));
test.each(doubled)('$kind $raw of a $of: scale law', (c) => {
  fc.assert(
    fc.property(fc.array(holed, { maxLength: 40 }), sign, (values, s) => {
      expectClose(
        xOf(
          c,
          values.map((v) => 2 * v),
          s,
        ),
        lawful(c, c.double, values, s, NaN),
      );
    }),
  );
});

const shifted = CASES.flatMap((c) => (typeof c.shift === 'function' ? [{ ...c, shift: c.shift }] : []));
test.each(shifted)('$kind $raw of a $of: shift law', (c) => {
  fc.assert(
    fc.property(fc.array(holed, { maxLength: 40 }), fc.integer({ min: -30, max: 30 }), sign, (values, by, s) => {
      const wanted = lawful(c, c.shift, values, s, by);
      const got = xOf(
        c,
        values.map((v) => v + by),
        s,
      );
      // A base that was not positive says nothing of the same base lifted.
      expectClose(
        got.map((x, t) => (c.shift === ofShiftedBase && Number.isNaN(wanted[t]) ? NaN : x)),
        wanted,
      );
    }),
  );
});

/** Lags that x reads at a position of a series of the shape here. */
const lagsOf = (c: Case) => {
  const { detector, params } = bound(c.kind, c.raw);
  return (t: number): readonly number[] =>
    detector.reads(params, { kind: c.of, ...SHAPE }, (SHAPE.firstSeason + t) % SHAPE.periodsPerYear);
};

const strict = CASES.filter((c) => c.unbounded === undefined && c.passesOver === undefined);
describe.each(strict)('$kind $raw of a $of', (c) => {
  const readsAt = lagsOf(c);

  test('a missing value empties the windows that hold it, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.array(holed, { minLength: 1, maxLength: 50 }), fc.nat(), sign, (values, pick, s) => {
        const at = pick % values.length;
        const before = xOf(c, values, s);
        const after = xOf(c, values.with(at, NaN), s);
        expect(after).toEqual(before.map((x, t) => (readsAt(t).includes(t - at) ? NaN : x)));
      }),
    );
  });
});

describe.each(CASES.filter((c) => c.unbounded === undefined))('$kind $raw of a $of', (c) => {
  const { detector, params } = bound(c.kind, c.raw);
  const shape = { kind: c.of, ...SHAPE };
  const minHistory = detector.minHistory(params, shape);
  const readsAt = lagsOf(c);
  const everRead = [...new Set([0, 1, 2, 3].flatMap(readsAt))].sort((a, b) => a - b);

  test('a changed value changes x at the lags that are read alone, and at each of them somewhere', () => {
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
              expect(readsAt(t)).toContain(t - at);
              moved.add(t - at);
            });
          }
        },
      ),
      { numRuns: c.costly ? 60 : 400 },
    );
    expect([...moved].sort((a, b) => a - b)).toEqual(everRead.filter((l) => !c.cancel?.includes(l)));
  });
});

test('what has no law of shift, scale or direction, or rests on more than is read, says why', () => {
  const said = CASES.flatMap((c) => [
    ...(typeof c.shift === 'function' ? [] : [[c.kind, c.shift.none]]),
    ...(typeof c.double === 'function' ? [] : [[c.kind, c.double.none]]),
    ...(c.noMirror === undefined ? [] : [[c.kind, c.noMirror]]),
    ...(c.unbounded === undefined ? [] : [[c.kind, c.unbounded]]),
    ...(c.passesOver === undefined ? [] : [[c.kind, c.passesOver]]),
  ]);
  expect(said).toEqual([
    ['streak', COUNTS_ON],
    ['streak', COUNTS_ON],
    ['progress', PATH_BENDS],
    ...[1, 2, 3].flatMap(() => [OF_COUNTS, OF_COUNTS, ALL_SINCE].map((why) => ['cusum', why])),
    ...[OF_COUNTS, OF_COUNTS, OF_COUNTS, ALL_SINCE].map((why) => ['cusum', why]),
    ['ewma', ALL_SINCE],
    ['ewma', ALL_SINCE],
    ['michez', OTHER_STAYS],
    ['michez', OTHER_STAYS],
    ...[PEERS_STAY, PEERS_STAY, PEERS_STAY].map((why) => ['scoreboard', why]),
    ...[TWO_THIRDS, TWO_THIRDS, TWO_THIRDS].map((why) => ['divergence', why]),
    ...[1, 2].flatMap(() => [OF_COUNTS, OF_COUNTS, OF_COUNTS, HALF_IS_ENOUGH].map((why) => ['farrington', why])),
    ...[FITS_ANEW, FITS_ANEW, SIX_ARE_ENOUGH].map((why) => ['robust-z', why]),
    ...[BRIDGED, BRIDGED, BRIDGED, LINE_STAYS, LINE_STAYS, LINE_STAYS, BRIDGED].map((why) => ['forecast', why]),
    ...[SEARCHED, BRIDGED, SEARCHED, BRIDGED].map((why) => ['forecast', why]),
    ...['holt', 'holt-winters', 'ets'].flatMap(() =>
      [SEARCHED, SEARCHED, SEARCHED, BRIDGED].map((why) => ['forecast', why]),
    ),
  ]);
});

test('a past path bends when its values are shifted, and its end stays where it is: all is due', () => {
  const past = { expected: 'past', years: 1 };
  const values = [10, 20, 30, 40, 10, 20, 30, 40];
  const by = { periodsPerYear: 4, targets: new Float64Array(8).fill(TARGET) };
  const dueOf = (of: readonly number[]): number[] => run('progress', past, of, by).expected.slice(4);
  expect(dueOf(values)).toEqual([25, 50, 75, 100]);
  expect(dueOf(values.map((v) => v + 40))).toEqual([62.5, 75, 87.5, 100]);
});

describe('what a series is not fit for', () => {
  const shapes = (['stock', 'flow', 'rate', 'index', 'cumulative'] as const).flatMap((kind) =>
    [12, 4, 1, 52].map((periodsPerYear) => ({ kind, periodsPerYear })),
  );

  test('is refused with words, and then nothing is computed; the others speak', () => {
    const refused = new Set<string>();
    for (const c of CASES) {
      const { detector, params } = bound(c.kind, c.raw);
      for (const shape of shapes) {
        const n = detector.minHistory(params, shape) + 4;
        const values = Array.from({ length: n }, (_, i) => 5 + ((i * 7) % 11));
        const x = run(c.kind, c.raw, values, { ...inputOf(c, n, 1), ...shape, firstSeason: 0 }).statistic;
        const why = detector.refuses(params, shape);
        expect(x.every(Number.isNaN), `${c.kind} ${shape.kind} ${shape.periodsPerYear}`).toBe(why !== null);
        if (why === null) continue;
        for (const words of [why.zh, why.en]) expect(words).not.toBe('');
        refused.add(`${c.kind} ${c.kind === 'scale' ? shape.kind : shape.periodsPerYear}`);
      }
    }
    expect(refused).toEqual(
      new Set([
        'forecast 1',
        'forecast 52',
        'scale cumulative',
        'progress 1',
        'progress 52',
        'farrington 1',
        'robust-z 1',
      ]),
    );
  });
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

test.each(CASES.filter((c) => c.unbounded === ALL_SINCE))(
  '$kind $raw: a missing value is passed over, the others give what they give without it, bit by bit',
  (c) => {
    fc.assert(
      fc.property(fc.array(holed, { maxLength: 50 }), sign, (values, s) => {
        const there = values.flatMap((v, t) => (Number.isNaN(v) ? [] : [t]));
        const all = run(c.kind, c.raw, values, inputOf(c, values.length, s));
        const dense = there.map((t) => values[t]!);
        const without = run(c.kind, c.raw, dense, inputOf(c, dense.length, s));
        for (const part of ['statistic', 'expected', 'bound', 'alarm'] as const) {
          expect(there.map((t) => all[part][t])).toEqual(without[part]);
        }
        values.forEach((v, t) => {
          if (Number.isNaN(v)) expect([all.statistic[t], all.bound[t]]).toEqual([NaN, NaN]);
        });
      }),
    );
  },
);

test.each(CASES.filter((c) => c.unbounded === ALL_SINCE))('$kind $raw: every value counts from then on', (c) => {
  const values = Array.from({ length: 30 }, (_, i) => 20 + ((i * 7) % 11));
  const xs = (of: readonly number[]): number[] => xOf(c, of, 1);
  const before = xs(values);
  const { detector, params } = bound(c.kind, c.raw);
  const first = detector.minHistory(params, { kind: c.of, ...SHAPE }) - 1;
  // With λ = 1 the mean is the value itself: nothing is left of the ones before.
  const lasts = c.raw.lambda === 1 ? 1 : 3;
  for (let at = 0; at < 20; at++) {
    const after = xs(values.with(at, 60));
    expect(after.slice(0, at)).toEqual(before.slice(0, at));
    for (let t = Math.max(at, first); t < Math.max(at, first) + lasts; t++) expect(after[t]).not.toBe(before[t]);
  }
});

test('the mirror of a count lies at its target: as much below it with a fall as above it with a rise', () => {
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 30 }), (values) => {
      const raw = { target: 50, k: 0.5 };
      const mirrored = values.map((v) => 100 - v);
      expectClose(run('cusum', raw, mirrored, { sign: -1 }).statistic, run('cusum', raw, values).statistic);
    }),
  );
});
