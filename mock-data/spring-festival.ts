import { lastDayOf } from '../src/base/period';
import { FESTIVAL_WINDOWS, windowShares as sharesOf } from '../src/base/spring-festival';
import { MONTHS, periodAt } from './timeline';

/** For each window, the share of its days that falls into each month of the demonstration. */
export function windowShares(): readonly Float64Array[] {
  return FESTIVAL_WINDOWS.map((_window, w) =>
    Float64Array.from({ length: MONTHS }, (_, t) => sharesOf(periodAt(t))[w]!),
  );
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
    FESTIVAL_WINDOWS.forEach(([from, to], w) => {
      lost += (falls[w]! * shares[w]![t]! * (to - from + 1)) / (end - start + 1);
    });
    return 1 - lost;
  });
}
