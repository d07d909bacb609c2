import { expect, test } from 'vitest';
import { fundPressure, riseToReckonWith } from '../../../src/response/case/fund';
import { SCALE_INDICATORS, scaleOf } from '../../../src/response/case/scale';
import { month, panelWith, WUHAI } from './demonstration-case';

test('months that the fund lasts, now and with more recipients', () => {
  const { months, projectedMonths, words } = fundPressure({ balance: 5200, monthlyOutlay: 260 }, 25);
  expect(months).toBe(20);
  expect(projectedMonths).toBe(16);
  expect(words.map((w) => w.en)).toEqual([
    'balance 5,200, monthly outlay 260 (10,000 yuan): enough for 20.0 months',
    'with 25% more recipients the monthly outlay is 325: enough for 16.0 months (same benefit per head, without contributions coming in)',
  ]);
  expect(fundPressure({ balance: 0, monthlyOutlay: 10 }, 20)).toMatchObject({ months: 0, projectedMonths: 0 });
});

test.each([
  [null, /not filled in/],
  [{ balance: NaN, monthlyOutlay: 5 }, /not filled in/],
  [{ balance: 100, monthlyOutlay: 0 }, /above zero/],
  [{ balance: 100, monthlyOutlay: -3 }, /above zero/],
])('%j cannot be told', (fund, why) => {
  const told = fundPressure(fund, 20);
  expect(told).toMatchObject({ months: null, projectedMonths: null });
  expect(told.words[0]!.en).toMatch(why);
});

test('the rise comes from the data where recipients have risen, else it is a default that says so', () => {
  const scale = scaleOf(panelWith(SCALE_INDICATORS), WUHAI, month('2026-03'), month('2025-11'));
  expect(riseToReckonWith(scale).percent).toBeCloseTo((100 * 762) / 1356, 9);
  expect(riseToReckonWith(scale).words.zh).toContain('2,118人');
  expect(riseToReckonWith(null)).toMatchObject({ percent: 20 });
  expect(riseToReckonWith(null).words.zh).toContain('本产品默认');
});
