import { describe, expect, test } from 'vitest';
import { madOfBuffer, medianOfBuffer } from '../../src/stats/robust';
import { decompose, makeStl, type Stl, stlAsR, stlAsStatsmodels, type StlSettings } from '../../src/stats/stl';
import { needsShared, shared, sharedIsThere } from '../cli/call';
import { copiedStl, type StlCase, stlCases } from '../reference/stl';

function decomposed(values: ArrayLike<number>, settings: StlSettings): Stl {
  const stl = makeStl(values.length, settings.period);
  decompose(Float64Array.from(values), 0, values.length, settings, stl);
  return stl;
}

/** Largest differences; the oracle prints ten digits. */
function compare({ software, window, robust, rows }: StlCase): Record<'seasonal' | 'trend' | 'weight' | 'z', number> {
  const n = rows.length;
  const settings = software === 'R' ? stlAsR(n, 12, window, robust) : stlAsStatsmodels(12, window as number, robust);
  const stl = decomposed(
    rows.map((r) => r.value),
    settings,
  );
  const buffer = stl.remainder.slice();
  const median = medianOfBuffer(buffer, n);
  const mad = madOfBuffer(buffer, n, median);
  const apart = { seasonal: 0, trend: 0, weight: 0, z: 0 };
  rows.forEach((row, i) => {
    apart.seasonal = Math.max(apart.seasonal, Math.abs(stl.seasonal[i]! - row.seasonal));
    apart.trend = Math.max(apart.trend, Math.abs(stl.trend[i]! - row.trend));
    if (!Number.isNaN(row.weight)) apart.weight = Math.max(apart.weight, Math.abs(stl.weights[i]! - row.weight));
    apart.z = Math.max(apart.z, Math.abs((stl.remainder[i]! - median) / mad - row.z) / Math.max(1, Math.abs(row.z)));
    expect(stl.seasonal[i]! + stl.trend[i]! + stl.remainder[i]!).toBeCloseTo(row.value, 12);
  });
  return apart;
}

const check = (c: StlCase): void => {
  expect(c.rows.length).toBeGreaterThan(500);
  const apart = compare(c);
  for (const [part, most] of Object.entries(apart)) expect(most, part).toBeLessThan(1e-8);
};

test.each(copiedStl())('$name: seasonal, trend, robustness weights and z', check);

describe.skipIf(!sharedIsThere)(`the same on all series of the oracles${needsShared}`, () => {
  test.each(sharedIsThere ? stlCases(shared) : [])('$name', check);
});

/** A season of sum 0 on a line. */
const line = (i: number): number => 3 + 0.05 * i;
const wave = (i: number): number => [4, -1, 0, -3][i % 4]!;

describe('without noise', () => {
  const values = Array.from({ length: 41 }, (_, i) => line(i) + wave(i));
  test.each([
    ['as R', stlAsR(41, 4, 'periodic', false)],
    ['as R, with a window', stlAsR(41, 4, 7, false)],
    ['as statsmodels', stlAsStatsmodels(4, 7, false)],
  ])('%s: the season and the line are found', (_, settings) => {
    const stl = decomposed(values, { ...settings, inner: 40 });
    values.forEach((_v, i) => {
      expect(stl.trend[i]).toBeCloseTo(line(i), 6);
      expect(stl.seasonal[i]).toBeCloseTo(wave(i), 6);
    });
    expect(Array.from(stl.weights)).toEqual(values.map(() => 1));
  });
});

test('an outlier has no weight and leaves the fit where it was, with robustness; without it pulls', () => {
  const calm = Array.from({ length: 60 }, (_, i) => line(i) + wave(i) + 0.1 * Math.sin(i * i));
  const struck = calm.with(33, 40);
  const moved = (robust: boolean): number => {
    const [a, b] = [calm, struck].map((of) => decomposed(of, stlAsR(60, 4, 'periodic', robust)));
    return Math.max(...calm.map((_, i) => Math.abs(a!.trend[i]! - b!.trend[i]!)));
  };
  expect(decomposed(struck, stlAsR(60, 4, 'periodic', true)).weights[33]).toBe(0);
  expect(moved(true)).toBeLessThan(0.1);
  expect(moved(false)).toBeGreaterThan(1);
});

test('buffers hold nothing over: the same stretch gives the same numbers, wherever it stands and whatever came before', () => {
  const values = Float64Array.from({ length: 90 }, (_, i) => line(i) + wave(i) + Math.cos(7 * i));
  const settings = stlAsR(37, 4, 'periodic', true);
  const alone = decomposed(values.slice(20, 57), settings);
  const stl = makeStl(70, 4);
  decompose(values, 5, 70, stlAsR(70, 4, 9, true), stl);
  decompose(values, 20, 37, settings, stl);
  for (const part of ['seasonal', 'trend', 'remainder', 'weights'] as const)
    expect(stl[part].slice(0, 37)).toEqual(alone[part]);
});

test('the windows are those of R and of statsmodels', () => {
  const windows = ({ seasonal, trend, lowPass, inner, outer }: StlSettings) => [
    ...[seasonal, trend, lowPass].flatMap((l) => [l.span, l.degree, l.jump]),
    inner,
    outer,
  ];
  expect(windows(stlAsR(519, 12, 'periodic', true))).toEqual([5191, 0, 520, 19, 1, 2, 13, 1, 2, 1, 15]);
  expect(windows(stlAsR(519, 12, 13, false))).toEqual([13, 0, 2, 21, 1, 3, 13, 1, 2, 2, 0]);
  expect(windows(stlAsStatsmodels(12, 13, true))).toEqual([13, 1, 1, 21, 1, 1, 13, 1, 1, 2, 15]);
  expect(windows(stlAsStatsmodels(4, 7, false))).toEqual([7, 1, 1, 9, 1, 1, 5, 1, 1, 5, 0]);
});
