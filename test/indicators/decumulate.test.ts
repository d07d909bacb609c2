import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Status } from '../../src/base/status';
import { decumulate } from '../../src/indicators/decumulate';
import type { Column } from '../../src/panel/panel';
import { catalogue, indicatorOf, panelOf, seriesOf, statusesOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ R: '', A: 'R' });
const jobs = indicatorOf('jobs', { kind: 'cumulative', unit: 'persons', aggregation: { by: 'sum' } });

function decumulated(first: string, values: readonly number[], over: Partial<Column> = {}) {
  const panel = panelOf(tree, catalogue(jobs), first, { jobs: { A: values } });
  const column = { ...panel.columns.get('jobs')!, ...over };
  const result = decumulate(panel, column);
  return { column, result, values: seriesOf(panel, result, 'A'), status: statusesOf(panel, result, 'A') };
}
const { derived, missing, suspect, expectedGap } = Status;

test('differences that restart each January', () => {
  const { values, status } = decumulated('2019-11', [100, 130, 10, 25, 25, 60]);
  expect(values).toEqual([NaN, 30, 10, 15, 0, 35]);
  expect(status).toEqual([missing, derived, derived, derived, derived, derived]);
});

test('a missing month takes itself and the next one, not more; January needs no predecessor', () => {
  expect(decumulated('2020-01', [10, NaN, 40, 50]).values).toEqual([10, NaN, NaN, 10]);
  expect(decumulated('2019-12', [NaN, 7]).values).toEqual([NaN, 7]);
});

test('a downward revision gives a negative month, kept and marked', () => {
  const { values, status } = decumulated('2020-01', [10, 8]);
  expect(values).toEqual([10, -2]);
  expect(status).toEqual([derived, suspect]);
});

test('an expected gap stays one', () => {
  const status = new Uint8Array(6);
  status.set([expectedGap, Status.observed, Status.observed], 3);
  const { status: after, values } = decumulated('2020-01', [NaN, 20, 30], { status });
  expect(after).toEqual([expectedGap, missing, derived]);
  expect(values).toEqual([NaN, NaN, 10]);
});

test('a month made of imputed or partial figures is no better than they are', () => {
  const status = new Uint8Array(8);
  status.set([Status.observed, Status.imputed, Status.observed, Status.suspect], 4);
  expect(decumulated('2020-01', [1, 2, 3, 4], { status }).status).toEqual([
    derived,
    Status.imputed,
    Status.imputed,
    suspect,
  ]);
});

test('a difference between sums of different children is not a month', () => {
  const coverage = Float32Array.of(1, 1, 1, 1, 0.5, 0.5, 1, 1);
  const status = new Uint8Array(8).fill(Status.partial, 4);
  const { values, status: after } = decumulated('2020-01', [5, 9, 30, 40], { coverage, status });
  expect(values).toEqual([5, 4, NaN, 10]);
  expect(after).toEqual([Status.partial, Status.partial, missing, Status.partial]);
});

test('cumulated again it is what was reported, from the first January on', () => {
  const months = fc.array(fc.integer({ min: -50, max: 500 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 12 }), (flow, startMonth) => {
      let sum = NaN;
      const reported = flow.map((v, i) => (sum = (startMonth - 1 + i) % 12 === 0 ? v : sum + v));
      const { values } = decumulated(`2020-${String(startMonth).padStart(2, '0')}`, reported);
      values.forEach((v, i) => expect(v).toBe(Number.isNaN(reported[i]) ? NaN : flow[i]));
    }),
  );
});

test('leaves its input alone and says what it did', () => {
  const { column, result } = decumulated('2020-01', [10, 20]);
  expect(Array.from(column.values)).toEqual([NaN, NaN, 10, 20]);
  expect(result.steps).toEqual(['decumulate']);
  expect(result.row).toBeNull();
});
