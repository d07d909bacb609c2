import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { festivalRegressors } from '../../src/base/spring-festival';
import { Status } from '../../src/base/status';
import { adjustFestival } from '../../src/indicators/adjust-festival';
import { prepare } from '../../src/indicators/prepare';
import { huberRegression } from '../../src/stats/robust-regression';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ '150000': '' });
const MONTHS = 120;
const FIRST = monthPeriod(2015, 1);
const EFFECT = [-0.06, -0.2, -0.1];
const season = (t: number): number => 1 + 0.1 * Math.sin((2 * Math.PI * t) / 12);
/** A wobble that is the same on every machine. */
const noise = (t: number): number => (((t * 7919) % 101) / 101 - 0.5) * 0.01;
const effectAt = (t: number): number => festivalRegressors(FIRST + t).reduce((sum, h, w) => sum + h * EFFECT[w]!, 0);

function adjusted(values: readonly number[], kind: 'flow' | 'rate') {
  const list = catalogue(indicatorOf('x', { kind, unit: kind === 'rate' ? 'percent' : 'person' }));
  const panel = panelOf(tree, list, '2015-01', { x: { '150000': [...values] } });
  return adjustFestival(panel, panel.columns.get('x')!);
}
const from = (t: number): boolean => t >= 60;
const months = Array.from({ length: MONTHS }, (_, t) => t);

describe('the moving part of the festival is taken out', () => {
  test('of a count by shares: what is left is the series without it', () => {
    const plain = months.map((t) => 1000 * 1.004 ** t * season(t) * Math.exp(noise(t)));
    const out = adjusted(
      plain.map((v, t) => v * Math.exp(effectAt(t))),
      'flow',
    ).values;
    const apart = (values: ArrayLike<number>): number =>
      Math.max(...months.filter(from).map((t) => Math.abs(values[t]! / plain[t]! - 1)));
    expect(apart(plain.map((v, t) => v * Math.exp(effectAt(t))))).toBeGreaterThan(0.09);
    expect(apart(out)).toBeLessThan(0.03);
  });

  test('of a rate in points', () => {
    const plain = months.map((t) => 5 + season(t) + noise(t));
    const out = adjusted(
      plain.map((v, t) => v + 3 * effectAt(t)),
      'rate',
    ).values;
    for (const t of months.filter(from)) expect(Math.abs(out[t]! - plain[t]!)).toBeLessThan(0.05);
  });

  test('one wild February does not bend it', () => {
    const plain = months.map((t) => 5 + season(t) + noise(t));
    const raw = plain.map((v, t) => v + 3 * effectAt(t) + (t === 61 ? 4 : 0));
    const out = adjusted(raw, 'rate').values;
    for (const t of months.filter((m) => m >= 96)) expect(Math.abs(out[t]! - plain[t]!)).toBeLessThan(0.15);
    // And stands where it stood: the effect is known from what came before it.
    expect(out[61]! - plain[61]!).toBeCloseTo(4, 1);
  });
});

test('the other months stay as they are; before three years of comparisons January to March are an expected gap', () => {
  const values = months.map((t) => 5 + season(t));
  const out = adjusted(values, 'rate');
  for (const t of months.filter((m) => m % 12 > 2)) expect(out.values[t]).toBe(values[t]);
  const early = months.filter((t) => t % 12 <= 2 && t < 60);
  expect(early.every((t) => Number.isNaN(out.values[t]!) && out.status[t] === Status.expectedGap)).toBe(true);
  // 2016 has no autumn before it to be held against: 2017, 2018 and 2019 are the three.
  expect(out.values[60]).not.toBeNaN();
  expect(out.steps).toEqual(['adjust-festival']);
});

test('never looks ahead', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: MONTHS, maxLength: MONTHS }),
      fc.nat(MONTHS),
      (values, cut) => {
        const whole = adjusted(values, 'flow').values;
        const part = adjusted(values.slice(0, cut), 'flow').values;
        expect([...part]).toEqual([...whole.subarray(0, cut)]);
      },
    ),
    { numRuns: 30 },
  );
});

test('a cumulative series is turned into months first, and its proof leads to what was reported', () => {
  const list = catalogue(indicatorOf('jobs', { kind: 'cumulative', aggregation: { by: 'sum' }, janFeb: 'joint' }));
  const values = months.map((t) => 100 * ((t % 12) + 1));
  const panel = panelOf(tree, list, '2015-01', { jobs: { '150000': values } });
  const column = prepare(panel, [{ indicator: 'jobs', form: 'festival' }], null).columns.get('jobs/festival')!;
  expect(column.steps).toEqual(['decumulate', 'adjust-festival']);
  expect(column.values[100]).toBeCloseTo(100, 9);
});

test('Huber: as least squares without wild points, by hand; columns that are one have no coefficients', () => {
  expect(
    huberRegression(
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      [2, 3, 5],
    )!.map((b) => Math.round(b * 1e9) / 1e9),
  ).toEqual([2, 3]);
  expect(
    huberRegression(
      [
        [1, 1],
        [2, 2],
      ],
      [1, 2],
    ),
  ).toBeNull();
  // The mean of 0 … 8 and 1000 is 103.6; Huber's stays near the bulk: between the median and its next neighbours.
  const ones = Array.from({ length: 10 }, () => [1]);
  const middle = huberRegression(ones, [0, 1, 2, 3, 4, 5, 6, 7, 8, 1000])![0]!;
  expect(middle).toBeGreaterThan(4);
  expect(middle).toBeLessThan(6.5);
});
