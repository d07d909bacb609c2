import { dayOf, lastDayOf } from '../src/base/period';
import { MONTHS, periodAt } from './timeline';

/** First day of the Spring Festival (year, month, day), from the published calendar. */
const FESTIVALS: readonly (readonly [number, number, number])[] = [
  [2017, 1, 28],
  [2018, 2, 16],
  [2019, 2, 5],
  [2020, 1, 25],
  [2021, 2, 12],
  [2022, 2, 1],
  [2023, 1, 22],
  [2024, 2, 10],
  [2025, 1, 29],
  [2026, 2, 17],
  [2027, 2, 6],
];

/** The statistics bureau's three windows, in days from the first day of the festival, both ends included. */
const WINDOWS = [
  [-5, -1],
  [0, 6],
  [7, 20],
] as const;

/** For each window, the share of its days that falls into each month of the demonstration. */
export function windowShares(): readonly Float64Array[] {
  return WINDOWS.map(([from, to]) => {
    const shares = new Float64Array(MONTHS);
    for (const [year, month, day] of FESTIVALS) {
      const first = dayOf(year, month, day);
      for (let t = 0; t < MONTHS; t++) {
        const { start, end } = daysOf(t);
        const overlap = Math.min(end, first + to) - Math.max(start, first + from) + 1;
        if (overlap > 0) shares[t] = shares[t]! + overlap / (to - from + 1);
      }
    }
    return shares;
  });
}

function daysOf(t: number): { start: number; end: number } {
  return { start: lastDayOf('month', periodAt(t) - 1) + 1, end: lastDayOf('month', periodAt(t)) };
}

/**
 * Factor on each month's activity when it falls by the given shares in the three windows; 1 = untouched.
 * A negative share means more activity (travel, sales before the festival).
 */
export function festivalFactors(shares: readonly Float64Array[], falls: readonly number[]): Float64Array {
  return Float64Array.from({ length: MONTHS }, (_, t) => {
    const { start, end } = daysOf(t);
    let lost = 0;
    WINDOWS.forEach(([from, to], w) => {
      lost += (falls[w]! * shares[w]![t]! * (to - from + 1)) / (end - start + 1);
    });
    return 1 - lost;
  });
}
