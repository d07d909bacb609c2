import { describe, expect, test } from 'vitest';
import type { IndicatorKind } from '../../src/base/indicators';
import type { Detector } from '../../src/detectors/detector';
import { DETECTOR_KINDS, detectorOf, kindsIn, loadDetectors } from '../../src/detectors/registry';
import { parseParams } from '../../src/detectors/params';

await loadDetectors();
const DETECTORS = DETECTOR_KINDS.map((kind) => detectorOf(kind)!);

/** What has no default and has to be named. */
const named = ({ params }: Detector): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, { type }]) => (type === 'indicator' ? [[name, 'other']] : [])),
  );

const KINDS: readonly IndicatorKind[] = ['stock', 'flow', 'rate', 'index', 'cumulative'];

test('each detector is found by its kind, has words in both languages, and a unit for every kind of indicator', () => {
  for (const detector of DETECTORS) {
    expect(detectorOf(detector.kind)).toBe(detector);
    for (const text of [detector.name, detector.definition]) expect(text.zh !== '' && text.en !== '').toBe(true);
    const { params } = parseParams(detector, named(detector));
    for (const kind of KINDS) {
      expect(['unit', 'points', 'percent', 'periods', 'persons', 'share', 'deviations', 'score']).toContain(
        detector.unit(params!, kind),
      );
      expect(detector.minHistory(params!, { kind, periodsPerYear: 12 })).toBeGreaterThanOrEqual(1);
    }
    expect(typeof detector.signed).toBe('boolean');
  }
  expect(new Set(DETECTORS.map((d) => d.kind)).size).toBe(DETECTORS.length);
  expect(detectorOf('nothing')).toBeUndefined();
  expect(detectorOf('constructor')).toBeUndefined();
});

test('kinds are found in a rule set as it came, whatever else is wrong with it', () => {
  expect(kindsIn({ rules: [{ detector: { kind: 'rise' } }, null, { detector: { kind: 3 } }, {}] })).toEqual(['rise']);
  for (const raw of [null, 3, 'x', {}, { rules: {} }]) expect(kindsIn(raw)).toEqual([]);
});

test('units', () => {
  const unit = (kind: string, raw: Record<string, unknown>, of: IndicatorKind): string => {
    const detector = detectorOf(kind)!;
    return detector.unit(parseParams(detector, raw).params!, of);
  };
  expect(unit('level', {}, 'rate')).toBe('unit');
  expect(unit('change', {}, 'rate')).toBe('points');
  expect(unit('change', {}, 'stock')).toBe('unit');
  expect(unit('change', { as: 'percent' }, 'rate')).toBe('percent');
  expect(unit('rise', {}, 'rate')).toBe('points');
  expect(unit('rise', {}, 'index')).toBe('unit');
  expect(unit('streak', {}, 'rate')).toBe('periods');
  expect(unit('progress', {}, 'cumulative')).toBe('points');
  expect(unit('scale', {}, 'flow')).toBe('share');
  expect(unit('scale', { as: 'persons' }, 'flow')).toBe('persons');
  for (const kind of ['ears', 'cusum', 'ewma']) expect(unit(kind, {}, 'flow')).toBe('deviations');
});

test('published lines: the Sahm rule 0.50, compared at two decimals; the two-sided rule 0.29; the others have none', () => {
  const published = DETECTORS.filter((d) => d.publishedBound !== null).map((d) => [
    d.kind,
    d.publishedBound,
    d.publishedDecimals,
  ]);
  expect(published).toEqual([
    ['rise', 0.5, 2],
    ['michez', 0.29, null],
  ]);
});

describe('parameters from outside', () => {
  const parse = (kind: string, raw: Record<string, unknown>) => parseParams(detectorOf(kind)!, raw);

  test('are completed by defaults', () => {
    expect(parse('rise', {})).toEqual({ params: { meanPeriods: 3, lookback: 12 }, faults: [] });
    expect(parse('change', { lag: 1 }).params).toEqual({ lag: 1, as: 'points', meanPeriods: 1 });
    expect(parse('level', {}).params).toEqual({});
  });

  test('both ends of a range are in it', () => {
    for (const detector of DETECTORS) {
      for (const [name, spec] of Object.entries(detector.params)) {
        if (spec.type !== 'integer' && spec.type !== 'number') continue;
        for (const [value, good] of [
          [spec.min, true],
          [spec.max, true],
          [spec.min - 1, false],
          [spec.max + 1, false],
        ] as const) {
          expect(parseParams(detector, { ...named(detector), [name]: value }).params !== null).toBe(good);
        }
      }
    }
  });

  test('a number need not be whole; one without a default may be left out, and is not there then', () => {
    expect(parse('ears', {}).params).toEqual({ method: 'C1', baseline: 7, minSigma: 0 });
    expect(parse('ears', { alpha: 0.01, minSigma: 0.5 }).params).toMatchObject({ alpha: 0.01, minSigma: 0.5 });
    expect(parse('cusum', {}).params).toEqual({ k: 1.04, h: 2.26, transform: 'standard' });
    expect(parse('ewma', {}).params).toEqual({ lambda: 0.2, limit: 3, baselinePeriods: 24 });
    expect(parse('ears', { alpha: null }).faults).toEqual([
      { path: 'alpha', given: 'null', expected: 'number 1e-9–0.5' },
    ]);
  });

  test.each([
    ['ears', { method: 'C4', alpha: 0, minSigma: NaN }, ['method', 'alpha', 'minSigma']],
    ['ears', { alpha: '0.01', baseline: 7.5 }, ['baseline', 'alpha']],
    ['cusum', { target: 0, transform: 'anscombe2nd' }, ['target', 'transform']],
    ['ewma', { lambda: Infinity, lam: 0.2 }, ['lam', 'lambda']],
    ['rise', { lookBack: 6 }, ['lookBack']],
    ['rise', { lookback: 0 }, ['lookback']],
    ['rise', { lookback: 2.5, meanPeriods: '3' }, ['meanPeriods', 'lookback']],
    ['rise', { lookback: null }, ['lookback']],
    ['rise', { lookback: Infinity }, ['lookback']],
    ['change', { as: 'Percent', unknown: 1 }, ['unknown', 'as']],
    ['change', { as: 1 }, ['as']],
    ['level', { lag: 1 }, ['lag']],
    ['level', JSON.parse('{"__proto__": {"lag": 1}}'), ['__proto__']],
    ['rise', { toString: 1 }, ['toString']],
  ])('%s %o is refused, every fault of it', (kind, raw, paths) => {
    const { params, faults } = parse(kind, raw);
    expect(params).toBeNull();
    expect(faults.map((f) => f.path)).toEqual(paths);
    expect(faults.every((f) => f.expected !== '')).toBe(true);
  });
});
