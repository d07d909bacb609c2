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
export const WINDOWS = [
  [-5, -1],
  [0, 6],
  [7, 20],
] as const;

/** Share of each window's days that falls into each of the demonstration's months. */
export function windowDays(): readonly Float64Array[] {
  return WINDOWS.map(([from, to]) => {
    const days = new Float64Array(MONTHS);
    for (const [year, month, day] of FESTIVALS) {
      const first = dayOf(year, month, day);
      for (let t = 0; t < MONTHS; t++) {
        const start = lastDayOf('month', periodAt(t) - 1) + 1;
        const end = lastDayOf('month', periodAt(t));
        const overlap = Math.min(end, first + to) - Math.max(start, first + from) + 1;
        if (overlap > 0) days[t] = days[t]! + overlap / (end - start + 1);
      }
    }
    return days;
  });
}

/**
 * Factor on a month's activity when it falls by the given shares in the three windows; 1 = untouched.
 * A negative share means more activity (travel, sales before the festival).
 */
export function festivalFactor(windows: readonly Float64Array[], falls: readonly number[], t: number): number {
  let lost = 0;
  for (let w = 0; w < windows.length; w++) lost += falls[w]! * windows[w]![t]!;
  return 1 - lost;
}
