import { describe, expect, test } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { dayOf, formatDay, monthPeriod } from '../../src/base/period';
import {
  FESTIVAL_YEARS,
  festivalDay,
  festivalDays,
  festivalRegressors,
  festivalShift,
  keepsFestival,
  windowShares,
} from '../../src/base/spring-festival';
import { treeOf } from '../panel/make-panel';

const YEARS = Array.from({ length: FESTIVAL_YEARS[1] - FESTIVAL_YEARS[0] + 1 }, (_, k) => FESTIVAL_YEARS[0] + k);

test('golden: the first days of 2017 to 2030', () => {
  const days = '01-28 02-16 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-03'.split(' ');
  days.forEach((day, k) => expect(formatDay(festivalDay(2017 + k)!)).toBe(`${2017 + k}-${day}`));
  expect(festivalDay(1999)).toBeNull();
  expect(festivalDay(2036)).toBeNull();
});

test('the table is the Chinese calendar that the platform knows, to a day (it errs where the new moon is near midnight)', () => {
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  for (const year of YEARS) {
    const near = [-1, 0, 1].map((k) => chinese.format((festivalDay(year)! + k) * 86_400_000));
    expect(near, String(year)).toContain('1/1');
  }
});

describe('windows', () => {
  const shares = (year: number) =>
    [0, 1, 2].map((w) => [1, 2, 3].map((m) => Number(windowShares(monthPeriod(year, m))[w]!.toFixed(4))));

  test('golden: shares of January, February, March in 2019, 2023, 2026', () => {
    expect(shares(2019)).toEqual([
      [0.2, 0.8, 0],
      [0, 1, 0],
      [0, 1, 0],
    ]);
    expect(shares(2023)).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0.2143, 0.7857, 0],
    ]);
    expect(shares(2026)).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 0.3571, 0.6429],
    ]);
  });

  test('lie whole within January to March of every year; an unknown year has none', () => {
    for (const year of YEARS) {
      for (const w of [0, 1, 2]) {
        const sum = [1, 2, 3].reduce((s, m) => s + windowShares(monthPeriod(year, m))[w]!, 0);
        expect(sum).toBeCloseTo(1, 12);
      }
      expect(windowShares(monthPeriod(year, 4))).toEqual([0, 0, 0]);
    }
    expect(windowShares(monthPeriod(1990, 2))).toEqual([NaN, NaN, NaN]);
  });

  test('are centred by calendar month: over the years they add up to nothing, and from April on are nothing', () => {
    for (const w of [0, 1, 2]) {
      for (const m of [1, 2, 3]) {
        const sum = YEARS.reduce((s, year) => s + festivalRegressors(monthPeriod(year, m))[w]!, 0);
        expect(sum).toBeCloseTo(0, 9);
      }
      expect(festivalRegressors(monthPeriod(2024, 7))[w]).toBe(0);
    }
  });
});

describe('a comparison', () => {
  test('of single months is spoiled where the festival moved between them', () => {
    // 2023-01-22: 5 + 7 + 3 days in January; 2024-02-10: none in January (its first window begins on 5 February).
    expect(festivalDays(monthPeriod(2023, 1))).toBeCloseTo(15, 9);
    expect(festivalShift('month', monthPeriod(2024, 1), 12, 1)).toEqual({ days: 0, before: expect.closeTo(15, 9) });
    expect(festivalShift('month', monthPeriod(2024, 7), 12, 1)).toBeNull();
    // As many days, but others: 12–28 February 2026 hold the week before and the first, 1–18 February 2025 the end.
    expect(festivalShift('month', monthPeriod(2026, 2), 12, 1)).toEqual({
      days: expect.closeTo(17, 9),
      before: expect.closeTo(18, 9),
    });
    // 2026-02-17: nine days in March; the year before none.
    expect(festivalShift('month', monthPeriod(2026, 3), 12, 1)).toEqual({ days: expect.closeTo(9, 9), before: 0 });
  });

  test('of the three months that hold the festival both times is not, nor one by quarters or of unknown years', () => {
    expect(festivalShift('month', monthPeriod(2024, 3), 12, 3)).toBeNull();
    expect(festivalShift('quarter', 2024 * 4, 4, 1)).toBeNull();
    expect(festivalShift('month', monthPeriod(1995, 1), 12, 1)).toBeNull();
  });
});

test('the festival is kept where regions have codes of the Chinese standard', () => {
  expect(keepsFestival(defaultRegionTree())).toBe(true);
  expect(keepsFestival(treeOf({ 'US-MI': '' }))).toBe(false);
  expect(keepsFestival(treeOf({ '26001': '' }))).toBe(false);
  expect(dayOf(2024, 2, 10)).toBe(festivalDay(2024));
});
