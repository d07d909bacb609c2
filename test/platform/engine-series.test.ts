import { describe, expect, test } from 'vitest';
import { Status } from '../../src/base/status';
import { prepare } from '../../src/indicators/prepare';
import { seriesOf } from '../../src/platform/engine-series';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';

/** All series here run from 2020-11 to 2021-04. */
const tree = treeOf({ A: '' });
const claims = indicatorOf('claims', { unit: 'persons', kind: 'flow', janFeb: 'joint', decimals: 0 });
const rate = indicatorOf('rate');

function series(
  indicator: typeof claims,
  values: readonly number[],
  form: 'reported' | 'joint',
  view: 'value' | 'yoy' | 'mom' | 'index',
) {
  const panel = panelOf(tree, catalogue(claims, rate), '2020-11', { [indicator.id]: { A: values } });
  const prepared = prepare(panel, [{ indicator: indicator.id, form }], null);
  return seriesOf(prepared, { regionCodes: ['A', 'nowhere'], indicatorIds: [indicator.id, 'unknown'], form, view });
}

describe('series for the screens', () => {
  test('regions and indicators that are not there are left out', () => {
    expect(series(rate, [1, 2, 3, 4, 5, 6], 'reported', 'value')).toHaveLength(1);
  });

  test('month on month of rates in points, of counts in per cent; a gap is no zero', () => {
    const [points] = series(rate, [4, 4.5, NaN, 5, 5, 5], 'reported', 'mom');
    expect([...points!.values].slice(1)).toEqual([0.5, NaN, NaN, 0, 0]);
    expect(points!.unit).toBe('points');
    const [percent] = series(claims, [100, 150, 75, 75, 0, 10], 'reported', 'mom');
    expect([...percent!.values]).toEqual([NaN, 50, -50, 0, -100, NaN]);
    expect(percent!.unit).toBe('percent');
  });

  test('joint: February holds the mean of both months, January nothing, and February is compared with December', () => {
    const [value] = series(claims, [100, 100, 60, 100, 90, 90], 'joint', 'value');
    expect([...value!.values]).toEqual([100, 100, NaN, 80, 90, 90]);
    expect(value!.status[2]).toBe(Status.expectedGap);
    const [mom] = series(claims, [100, 100, 60, 100, 88, 88], 'joint', 'mom');
    expect(mom!.values[2]).toBeNaN();
    expect(mom!.values[3]).toBeCloseTo(-20, 10);
    expect(mom!.values[4]).toBeCloseTo(10, 10);
  });

  test('the index has its first positive figure at a hundred', () => {
    const [index] = series(claims, [0, 50, 100, 25, NaN, 50], 'reported', 'index');
    expect([...index!.values]).toEqual([0, 100, 200, 50, NaN, 100]);
  });
});
