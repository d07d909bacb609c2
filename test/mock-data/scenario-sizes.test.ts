import { describe, expect, it } from 'vitest';
import { at } from '../../mock-data/timeline';
import { childrenOf, valuesOf } from './shipped';

/** Change in percent on the same months of the year before, of the mean of the months that have both. */
function changeOnYear(id: string, code: string, from: string, to: string): number {
  const values = valuesOf(id, code);
  let now = 0;
  let before = 0;
  for (let t = at(from); t <= at(to); t++) {
    const [a, b] = [values[t], values[t - 12]];
    if (a == null || b == null) continue;
    now += a;
    before += b;
  }
  return 100 * (now / before - 1);
}

function meanOf(id: string, code: string, from: string, to: string): number {
  const values = valuesOf(id, code)
    .slice(at(from), at(to) + 1)
    .filter((v) => v !== null);
  return values.reduce((a, b) => a + b, 0) / values.length;
}

describe('the mine closures in figures: Wuhai, May to September 2026', () => {
  it.each([
    ['new_benefit_claims', 60, 100],
    ['benefit_recipients', 40, 70],
    ['monitored_jobs', -11, -6],
    ['coal_output', -22, -10],
    ['industrial_electricity', -20, -10],
    ['online_postings', -38, -25],
  ])('%s changes by %i to %i percent', (id, low, high) => {
    const source = id === 'online_postings' ? '150302' : '150300';
    const change = changeOnYear(id, source, '2026-05', '2026-09');
    expect(change).toBeGreaterThan(low);
    expect(change).toBeLessThan(high);
  });

  it('registered unemployment is up by about one point, openings per seeker under 0.8', () => {
    const rise =
      meanOf('registered_unemployment_rate', '150300', '2026-05', '2026-09') -
      meanOf('registered_unemployment_rate', '150300', '2025-05', '2025-09');
    expect(rise).toBeGreaterThan(0.8);
    expect(rise).toBeLessThan(1.3);
    expect(meanOf('openings_to_seekers', '150300', '2026-03', '2026-09')).toBeLessThan(0.8);
  });
});

describe('the graduate season in figures: Hohhot', () => {
  it('has some 15 percent more in 2024', () => {
    const more = changeOnYear('graduates_unplaced', '150100', '2024-07', '2025-06');
    expect(more).toBeGreaterThan(11);
    expect(more).toBeLessThan(18);
  });

  it('has the usual shape: each month’s share of the season as in the year before', () => {
    const season = (year: number): readonly number[] => {
      const values = valuesOf('graduates_unplaced', '150100').slice(at(`${year}-07`), at(`${year + 1}-07`)) as number[];
      const sum = values.reduce((a, b) => a + b, 0);
      return values.map((v) => v / sum);
    };
    season(2024).forEach((share, m) => expect(share / season(2023)[m]!).toBeCloseTo(1, 1));
  });
});

describe('ordinary years in figures', () => {
  it('year-on-year changes of the three-month mean of claims stay small in quiet counties', () => {
    const beyond: string[] = [];
    for (const county of [...childrenOf('150400'), ...childrenOf('150500')]) {
      for (const year of [2018, 2019, 2022, 2023, 2024, 2025]) {
        for (const [from, to] of [
          ['03', '05'],
          ['06', '08'],
          ['09', '11'],
        ] as const) {
          const change = changeOnYear('new_benefit_claims', county, `${year}-${from}`, `${year}-${to}`);
          if (Math.abs(change) > 15) beyond.push(`${county} ${year}-${to} ${change.toFixed(1)}`);
        }
      }
    }
    expect(beyond).toEqual([]);
  });
});
