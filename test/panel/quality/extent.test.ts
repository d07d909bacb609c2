import { expect, test } from 'vitest';
import { parsePeriod } from '../../../src/base/period';
import { indicatorOf } from '../make-panel';
import { checked } from './series-of';

const month = (text: string): number => parsePeriod(text)!.period;

test('an indicator reaches from its first to its last value; gaps of the regions that have it are due', () => {
  const { extents } = checked({ A: { r: [NaN, 5, 5.1, NaN, 5.3] }, B: { r: [NaN, 4, NaN, NaN, 4.2] }, C: {} }, [
    indicatorOf('r'),
    indicatorOf('never'),
  ]).report;
  expect(extents).toMatchObject([
    {
      indicatorId: 'r',
      frequency: 'month',
      first: month('2018-02'),
      last: month('2018-05'),
      regions: 2,
      values: 5,
      due: 8,
    },
  ]);
});

test('a January that is published with February is not due, and counts where it is there', () => {
  const joint = indicatorOf('g', { janFeb: 'joint-published' });
  const year = [NaN, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  expect(checked({ A: { g: [...year, ...year] } }, [joint]).report.extents).toMatchObject([{ values: 22, due: 22 }]);
  expect(checked({ A: { g: [1, 2, 3] } }, [joint]).report.extents).toMatchObject([{ values: 3, due: 3 }]);
});
