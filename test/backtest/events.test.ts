import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { type EpisodeRow, eventsOfRows, eventsOfTarget } from '../../src/backtest/events';
import { loadTarget } from '../../src/backtest/target';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ R: '', A: 'R', B: 'R', C: 'A' });
const month = (text: string): number => parsePeriod(text)!.period;
const row = (regionCode: string | null, first: string, last: string, name = ''): EpisodeRow => ({
  regionCode,
  first: month(first),
  last: month(last),
  name,
});
const zeros = [0, 0, 0, 0, 0, 0];
const panel = panelOf(tree, catalogue(indicatorOf('rate')), '2020-01', {
  rate: { R: zeros, A: zeros, B: zeros, C: zeros },
});

/** Labels of a region, one character a period: `.` quiet, `x` event, `?` unknown. */
const labels = (label: Uint8Array, region: number, count: number): string =>
  Array.from(label.subarray(region * count, (region + 1) * count), (l) => '.x?'[l]).join('');

describe('dates', () => {
  test('hold for the region and all below it, both ends included; null for every region', () => {
    const { label, episodes } = eventsOfRows(panel, [
      row('A', '2020-02', '2020-03', 'a'),
      row(null, '2020-06', '2020-06'),
    ]);
    expect([0, 1, 2, 3].map((r) => labels(label, r, 6))).toEqual(['.....x', '.xx..x', '.....x', '.xx..x']);
    expect(episodes[3]).toEqual([
      { first: 1, last: 2, name: 'a' },
      { first: 5, last: 5, name: '' },
    ]);
  });

  test('that overlap are one episode, neighbours stay two; what lies outside the panel is kept as an episode', () => {
    const { label, episodes } = eventsOfRows(panel, [
      row('B', '2020-04', '2020-09', 'late'),
      row('B', '2020-02', '2020-04', 'early'),
      row('B', '2019-10', '2020-01'),
      row('R', '2010-01', '2010-02'),
    ]);
    expect(labels(label, 2, 6)).toBe('xxxxxx');
    expect(episodes[2]).toEqual([
      { first: -120, last: -119, name: '' },
      { first: -3, last: 0, name: '' },
      { first: 1, last: 8, name: 'early / late' },
    ]);
    expect(labels(label, 0, 6)).toBe('......');
  });
});

describe('a rise within a span', () => {
  const one = treeOf({ R: '' });
  const events = (values: readonly number[], within = 2, over = {}) => {
    const p = panelOf(one, catalogue(indicatorOf('rate', over)), '2020-01', { rate: { R: values } });
    return {
      p,
      column: p.columns.get('rate')!,
      found: eventsOfTarget(p, p.columns.get('rate')!, { indicator: 'rate', rise: 1, within }),
    };
  };

  test('looks ahead, and leaves the end of the series without a label, also where the rise is seen already', () => {
    const { found } = events([3, 3.1, 4.1, 4, 4, 5.2]);
    // 4.1 − 3.1 is 1, whatever the binary says; at the last two the span is not whole.
    expect(labels(found.label, 0, 6)).toBe('xx.x??');
    expect(found.episodes[0]!.map((e) => [e.first, e.last])).toEqual([
      [0, 1],
      [3, 3],
    ]);
    expect(found.horizon).toBe(2);
  });

  test('a hole in the span leaves no label, one that is there by design does not count', () => {
    const holed = events([4, 4, NaN, 5, 5, 5]);
    expect(labels(holed.found.label, 0, 6)).toBe('???.??');
    holed.column.status[2] = Status.expectedGap;
    const again = eventsOfTarget(holed.p, holed.column, { indicator: 'rate', rise: 1, within: 2 });
    expect(labels(again.label, 0, 6)).toBe('.x?.??');
  });

  test('is a fall where a fall is worse', () => {
    const { found } = events([5, 4, 5, 5, 5], 1, { worse: 'down' });
    expect(labels(found.label, 0, 5)).toBe('x...?');
  });
});

test('a rise that has come: against the best of the periods before; the beginning and holes leave no label', () => {
  const one = treeOf({ R: '' });
  const at = (values: readonly number[], over = {}): string => {
    const p = panelOf(one, catalogue(indicatorOf('x', over)), '2020-01', { x: { R: values } });
    const found = eventsOfTarget(p, p.columns.get('x')!, { indicator: 'x', risen: 1, within: 2 });
    expect(found.horizon).toBe(0);
    return labels(found.label, 0, values.length);
  };
  expect(at([3, 3.1, 4.1, 4, 4, 5])).toBe('??x..x');
  expect(at([3, NaN, 4, 4, 4, 5])).toBe('????.x');
  expect(at([5, 4, 4, 3], { worse: 'down' })).toBe('??xx');
});

test('a line that is reached: a series of 0 and 1, and one where a fall is worse', () => {
  const one = treeOf({ R: '' });
  const at = (values: readonly number[], reaches: number, over = {}): string => {
    const p = panelOf(one, catalogue(indicatorOf('x', over)), '2020-01', { x: { R: values } });
    return labels(eventsOfTarget(p, p.columns.get('x')!, { indicator: 'x', reaches }).label, 0, values.length);
  };
  expect(at([0, 1, 1, NaN, 0], 1)).toBe('.xx?.');
  expect(at([1.2, 0.9, 1], 1, { worse: 'down' })).toBe('.xx');
});

describe('a target from outside', () => {
  test.each<[unknown, string[]]>([
    [{ indicator: 'a', rise: 0.5, within: 12 }, []],
    [{ indicator: 'a', reaches: -1 }, []],
    [{ indicator: 'a', rise: -1, within: 0 }, ['.rise', '.within']],
    [{ indicator: 'a', reaches: 1, rise: 1, within: 12 }, ['.']],
    [{ indicator: 'a', risen: 1, within: 12 }, []],
    [{ indicator: 'a', risen: 0, within: 12 }, ['.risen']],
    [{}, ['.indicator', '.rise', '.within']],
    [null, ['.']],
  ])('%j', (raw, faults) => {
    const checked = loadTarget(raw);
    expect(checked.faults.map((f) => f.path)).toEqual(faults);
    expect(checked.value).toEqual(faults.length === 0 ? raw : null);
  });
});
