import { describe, expect, it } from 'vitest';
import { festivalFactors, windowShares } from '../../mock-data/spring-festival';
import { at } from '../../mock-data/timeline';

// Shares of the three windows [−5,−1], [0,6], [7,20] that fall in January, February, March (spec, golden numbers).
const GOLDEN: readonly (readonly [number, readonly (readonly number[])[]])[] = [
  [
    2019,
    [
      [0.2, 0.8, 0],
      [0, 1, 0],
      [0, 1, 0],
    ],
  ],
  [
    2023,
    [
      [1, 0, 0],
      [1, 0, 0],
      [0.2143, 0.7857, 0],
    ],
  ],
  [
    2026,
    [
      [0, 1, 0],
      [0, 1, 0],
      [0, 0.3571, 0.6429],
    ],
  ],
];

describe('the Spring Festival', () => {
  it.each(GOLDEN)('falls into the months of %i as published', (year, windows) => {
    const shares = windowShares();
    windows.forEach((months, w) => {
      months.forEach((share, m) => expect(shares[w]![at(`${year}-01`) + m]).toBeCloseTo(share, 4));
    });
  });

  it('takes the stated part of the days: 2019, a full stop in the first week takes 7 of 28 days of February', () => {
    const factors = festivalFactors(windowShares(), [0, 1, 0]);
    expect(factors[at('2019-02')]).toBeCloseTo(1 - 7 / 28, 12);
    expect(factors[at('2019-01')]).toBe(1);
    expect(factors[at('2019-06')]).toBe(1);
  });
});
