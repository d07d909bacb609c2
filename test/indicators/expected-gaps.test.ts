import { expect, test } from 'vitest';
import { parseDay } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { markExpectedGaps } from '../../src/indicators/expected-gaps';
import { catalogue, indicatorOf, panelOf, statusesOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ A: '', B: '' });
const { missing, observed, expectedGap } = Status;

function marked(
  over: Parameters<typeof indicatorOf>[1],
  first: string,
  values: readonly number[],
  day: string | null,
  frequency: 'month' | 'year' = 'month',
) {
  const indicator = indicatorOf('x', over);
  const panel = panelOf(tree, catalogue(indicator), first, { x: { A: values, B: values.map(() => 1) } }, frequency);
  const column = panel.columns.get('x')!;
  const result = markExpectedGaps(panel, column, day === null ? null : parseDay(day));
  expect(statusesOf(panel, result, 'B')).toEqual(values.map(() => observed));
  return { status: statusesOf(panel, result, 'A'), column, result };
}

test('a January published with February is no missing value; a given January is left as it is', () => {
  const joint = { janFeb: 'joint-published' } as const;
  expect(marked(joint, '2020-01', [NaN, 1, NaN], null).status).toEqual([expectedGap, observed, missing]);
  expect(marked(joint, '2020-01', [5, 1, 2], null).status).toEqual([observed, observed, observed]);
  expect(marked({ janFeb: 'joint' }, '2020-01', [NaN, 1, 2], null).status).toEqual([missing, observed, observed]);
});

test('a figure that is not due yet is no missing value; on the day it is due it is', () => {
  const lag = { lagDays: 17 };
  expect(marked(lag, '2020-01', [1, NaN], '2020-03-16').status).toEqual([observed, expectedGap]);
  expect(marked(lag, '2020-01', [1, NaN], '2020-03-17').status).toEqual([observed, missing]);
  expect(marked(lag, '2020-01', [NaN, NaN], '2020-03-01').status).toEqual([missing, expectedGap]);
});

test('without a day nothing is known to be late, and nothing is changed or copied', () => {
  const { status, column, result } = marked({ lagDays: 17 }, '2020-02', [1, NaN], null);
  expect(status).toEqual([observed, missing]);
  expect(result).toBe(column);
  const full = marked({ janFeb: 'joint-published' }, '2020-01', [1, 2], null);
  expect(full.result).toBe(full.column);
});

test('a held conflict stays held, and a year has no January of its own', () => {
  const indicator = indicatorOf('x', { janFeb: 'joint-published' });
  const panel = panelOf(tree, catalogue(indicator), '2020-01', { x: { A: [NaN] } });
  const column = { ...panel.columns.get('x')!, status: Uint8Array.of(Status.held, missing) };
  expect(Array.from(markExpectedGaps(panel, column, null).status)).toEqual([Status.held, expectedGap]);
  expect(marked({ janFeb: 'joint-published' }, '2020', [NaN], null, 'year').status).toEqual([missing]);
});
