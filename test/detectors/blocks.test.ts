import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Detector, makeOutput, makeScratch, type SeriesInput } from '../../src/detectors/detector';
import type { ParamValues } from '../../src/detectors/params';
import { DETECTOR_KINDS, detectorOf, loadDetectors } from '../../src/detectors/registry';
import { bound } from './run-detector';

const CASES: readonly (readonly [kind: string, raw: Readonly<Record<string, unknown>>])[] = [
  ['level', {}],
  ['change', { lag: 12, as: 'percent', meanPeriods: 3 }],
  ['change', { lag: 1, meanPeriods: 5 }],
  ['rise', {}],
  ['scale', { periods: 4, as: 'persons' }],
  ['progress', {}],
  ['progress', { expected: 'past', years: 2 }],
  ['ears', {}],
  ['ears', { method: 'C3', baseline: 5 }],
  ['farrington', { variant: 'farrington1996', years: 2, halfWindow: 2 }],
  ['farrington', { variant: 'noufaily2013', years: 2, halfWindow: 1, periods: 4 }],
  ['robust-z', { method: 'seasonal-median', years: 3 }],
  ['robust-z', { method: 'stl', years: 3 }],
];

function inputOf(values: Float64Array, from: number): SeriesInput {
  return {
    values,
    offset: from,
    count: values.length - from,
    sign: 1,
    kind: 'flow',
    periodsPerYear: 12,
    firstPeriod: 24_000 + from,
    firstSeason: from % 12,
    labourForce: 1000,
    targets: Float64Array.from({ length: values.length - from }, () => 7),
    against: null,
    peers: null,
  };
}

function lastStatistic(detector: Detector, params: ParamValues, values: Float64Array, from: number): number {
  const out = makeOutput(values.length - from);
  detector.run(inputOf(values, from), params, out, makeScratch(values.length - from));
  return out.statistic.at(-1)!;
}

/** First of the values that the last statistic reads. */
function oldestOf(detector: Detector, params: ParamValues, count: number): number {
  const reads = detector.reads(params, { kind: 'flow', periodsPerYear: 12 }, (count - 1) % 12);
  return Math.max(0, count - 1 - Math.max(...reads));
}

const series = fc
  .array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 50, maxLength: 90 })
  .map((values) => Float64Array.from(values));

beforeAll(() => loadDetectors());

test.each(CASES)('%s %j: the end of a series from a block on gives the same to the last bit', (kind, raw) => {
  const { detector, params } = bound(kind, raw);
  const block = detector.blocks!(params);
  let computed = 0;
  let elsewhere = 0;
  fc.assert(
    fc.property(series, (values) => {
      const whole = lastStatistic(detector, params, values, 0);
      const oldest = oldestOf(detector, params, values.length);
      expect(lastStatistic(detector, params, values, Math.floor(oldest / block) * block)).toBe(whole);
      if (!Number.isNaN(whole)) computed++;
      if (!Object.is(lastStatistic(detector, params, values, oldest), whole)) elsewhere++;
    }),
    { numRuns: 100 },
  );
  expect(computed).toBeGreaterThan(30);
  // Where sums are made by blocks, another beginning does give another last bit now and then.
  expect(elsewhere > 0).toBe(block > 1);
});

test('every detector that says so has a case here', () => {
  const kinds = DETECTOR_KINDS.filter((kind) => detectorOf(kind)!.blocks);
  expect([...new Set(CASES.map(([kind]) => kind))].sort()).toEqual([...kinds].sort());
});
