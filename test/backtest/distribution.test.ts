import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aucOf, bestByYouden, countsAt, distributionOf, rocOf } from '../../src/backtest/distribution';
import { Alarm, countMonths, monthScores } from '../../src/backtest/month-scores';
import { quantileOfSorted, spreadOf } from '../../src/backtest/spread';

const cells = fc.array(fc.record({ x: fc.constantFrom(-1, 0, 0.5, 1, 2, NaN), label: fc.constantFrom(0, 1, 2) }), {
  minLength: 1,
  maxLength: 60,
});
const of = (list: readonly { x: number; label: number }[]) =>
  distributionOf(
    Float64Array.from(list, (c) => c.x),
    Uint8Array.from(list, (c) => c.label),
    list.length,
    [0],
    { from: 0, to: list.length - 1 },
  );

describe('against counting by hand', () => {
  test('the area is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const events = list.filter((c) => c.label === 1 && !Number.isNaN(c.x));
        const quiets = list.filter((c) => c.label === 0 && !Number.isNaN(c.x));
        let wins = 0;
        for (const e of events) for (const q of quiets) wins += e.x > q.x ? 1 : e.x === q.x ? 0.5 : 0;
        const pairs = events.length * quiets.length;
        const auc = aucOf(of(list));
        if (pairs === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(wins / pairs, 12);
      }),
    );
  });

  test('counts at a line are those of the alarm "at or above it"', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(-2, 0, 0.5, 0.7, 3), (list, line) => {
        const alarm = Uint8Array.from(list, ({ x }) => (Number.isNaN(x) ? Alarm.unknown : x >= line ? 1 : 0));
        const label = Uint8Array.from(list, (c) => c.label);
        const range = { from: 0, to: list.length - 1 };
        expect(countsAt(of(list), [line])).toEqual([countMonths(alarm, label, 0, range)]);
      }),
    );
  });

  test('the area is that under the curve, by trapezoids', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const curve = rocOf(of(list));
        const auc = aucOf(of(list));
        if (auc === null) {
          expect(curve).toEqual([]);
          return;
        }
        let area = 0;
        for (let i = 1; i < curve.length; i++) {
          const [a, b] = [curve[i - 1]!, curve[i]!];
          area += ((a.sensitivity + b.sensitivity) / 2) * (b.specificity - a.specificity);
        }
        expect(area).toBeCloseTo(auc, 12);
        expect([curve[0]!.threshold, curve.at(-1)!.threshold]).toEqual([-Infinity, Infinity]);
        const best = bestByYouden(curve)!;
        for (const p of curve)
          expect(best.sensitivity + best.specificity).toBeGreaterThanOrEqual(p.sensitivity + p.specificity - 1e-9);
      }),
    );
  });
});

test('a range and the regions that are pooled', () => {
  const statistic = Float64Array.of(1, 2, 3, /* */ 4, 5, 6);
  const label = Uint8Array.of(0, 1, 0, /* */ 1, 0, 1);
  expect(distributionOf(statistic, label, 3, [1], { from: 1, to: 2 })).toMatchObject({ eventCount: 1, quietCount: 1 });
  expect(Array.from(distributionOf(statistic, label, 3, [0, 1], { from: 0, to: 1 }).values)).toEqual([1, 2, 4, 5]);
  expect(aucOf(distributionOf(statistic, label, 3, [], { from: 0, to: 2 }))).toBeNull();
});

test('of equal Youden values the lowest threshold', () => {
  const curve = rocOf(of([0, 1, 2, 3].map((x, i) => ({ x, label: i === 0 || i === 2 ? 0 : 1 }))));
  expect(bestByYouden(curve)!.threshold).toBe(0.5);
  expect(bestByYouden([])).toBeNull();
});

describe('scores by period', () => {
  test('by hand', () => {
    const s = monthScores({ hit: 6, falseAlarm: 3, miss: 2, quiet: 9 });
    expect(s).toMatchObject({ recall: 0.75, falseAlarmRate: 0.25, youden: 0.5, eventShare: 0.4 });
    expect(s.precision).toBeCloseTo(2 / 3, 12);
    expect(s.noiseToSignal).toBeCloseTo(1 / 3, 12);
  });
  test.each([
    [
      'no event',
      { hit: 0, falseAlarm: 3, miss: 0, quiet: 9 },
      { recall: null, noiseToSignal: null, youden: null, precision: 0 },
    ],
    [
      'no quiet period',
      { hit: 1, falseAlarm: 0, miss: 1, quiet: 0 },
      { falseAlarmRate: null, noiseToSignal: null, youden: null, recall: 0.5 },
    ],
    [
      'no alarm',
      { hit: 0, falseAlarm: 0, miss: 2, quiet: 9 },
      { precision: null, noiseToSignal: null, recall: 0, youden: 0 },
    ],
    ['nothing', { hit: 0, falseAlarm: 0, miss: 0, quiet: 0 }, { eventShare: null, precision: null, youden: null }],
  ])('%s: what cannot be computed is null', (_name, counts, wanted) =>
    expect(monthScores(counts)).toMatchObject(wanted),
  );
});

test('quantiles of type 7, as R gives them', () => {
  // quantile(c(1, 2, 4, 8), c(0, .1, .25, .5, .9, 1))
  expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantileOfSorted([1, 2, 4, 8], p))).toEqual(
    [1, 1.3, 1.75, 3, 6.8, 8].map((v) => expect.closeTo(v, 12)),
  );
  expect(quantileOfSorted([], 0.5)).toBeNaN();
  expect(spreadOf([7, -6, 1])).toEqual({ n: 3, median: 1, q1: -2.5, q3: 4 });
  expect(spreadOf([])).toEqual({ n: 0, median: null, q1: null, q3: null });
});
