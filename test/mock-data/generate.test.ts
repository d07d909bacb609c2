import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { demonstrationBodies } from '../../mock-data/bodies';
import { RECIPES, TARGETS } from '../../mock-data/recipes';
import { PLACES } from '../../mock-data/sizes';
import { at, MONTHS, seasonAt } from '../../mock-data/timeline';
import { digestOf, readDemonstration } from './demonstration';
import { all, bodies, catalog, childrenOf, indicatorOf, monthly, of, parents, valuesOf } from './shipped';

/** Of all answers of the shipped demonstration: a change here is a new demonstration, to be meant. */
const DIGEST = '3d1037ebf8c807b4a32a505ca11f4e89f7c047d1b3aef9e7c37b2f9dc0a46050';

describe('the demonstration', () => {
  it('is the same bytes each time, and others with another seed', { timeout: 60_000 }, () => {
    expect(digestOf(bodies)).toBe(DIGEST);
    expect(digestOf(demonstrationBodies())).toBe(DIGEST);
    expect(digestOf(demonstrationBodies('another'))).not.toBe(DIGEST);
  });

  it('says everywhere that it is invented', () => {
    expect(catalog.demonstration).toBe(true);
    expect(catalog.name.zh).toContain('演示');
    expect(all.every((o) => o.source.includes('演示数据（虚构）') && o.source.includes('invented'))).toBe(true);
  });

  it('has the 116 regions of the built-in tree and the 27 indicators with their targets', () => {
    const tree = defaultRegionTree().regions;
    const byCode = (a: { code: string }, b: { code: string }): number => a.code.localeCompare(b.code);
    const plain = (r: { code: string; level: string; promoted: boolean }, zh: string, en: string) => [
      r.code,
      zh,
      en,
      r.level,
      r.promoted,
    ];
    expect(catalog.regions.toSorted(byCode).map((r) => plain(r, r.name, r.name_en))).toEqual(
      tree.toSorted(byCode).map((r) => plain(r, r.name.zh, r.name.en)),
    );
    expect(new Set(RECIPES.map((r) => r.indicator)).size).toBe(27);
    expect(all.map((o) => o.indicator)).toEqual([
      ...RECIPES.map((r) => r.indicator),
      ...TARGETS.map((id) => `${id}_target`),
    ]);
    expect(monthly.every((o) => o.first === '2017-01' && o.count === 118)).toBe(true);
  });

  it('is read by the product without a word of complaint', { timeout: 60_000 }, () => {
    const { feed } = readDemonstration(bodies);
    expect(feed.issues).toEqual([]);
    expect([feed.held, feed.demonstration]).toEqual([0, true]);
    expect(feed.taken).toBeGreaterThan(300_000);
  });
});

describe('sums and weights', () => {
  const additive = all.filter((o) => indicatorOf(o.indicator).aggregation.by === 'sum');

  it('parents are the exact sums of their children wherever all of them filed', () => {
    let compared = 0;
    for (const { indicator, series } of additive) {
      const byCode = new Map(series.map((s) => [s.region, s.values]));
      for (const parent of parents) {
        const own = byCode.get(parent);
        // Coal is mined in some counties only; those that never file it have none.
        const children = childrenOf(parent).flatMap((c) => (byCode.has(c) ? [byCode.get(c)!] : []));
        own?.forEach((value, t) => {
          if (value === null || children.some((c) => c[t] === null) || children.length === 0) return;
          const sum = children.reduce((total, c) => total + c[t]!, 0);
          if (Math.abs(sum - value) > 1e-6) throw new Error(`${indicator} ${parent} ${t}: ${value} is not ${sum}`);
          compared++;
        });
      }
    }
    expect(compared).toBeGreaterThan(20_000);
  });

  it('rates of parents are the means of the counties weighted by labour force', () => {
    const force = new Map(catalog.regions.map((r) => [r.code, r.labour_force]));
    let compared = 0;
    for (const league of childrenOf('150000')) {
      const own = valuesOf('registered_unemployment_rate', league);
      const children = childrenOf(league).map((c) => ({
        w: force.get(c)!,
        v: valuesOf('registered_unemployment_rate', c),
      }));
      own.forEach((value, t) => {
        if (value === null || children.some((c) => c.v[t] === null)) return;
        const mean = children.reduce((s, c) => s + c.w * c.v[t]!, 0) / children.reduce((s, c) => s + c.w, 0);
        expect(Math.abs(mean - value)).toBeLessThanOrEqual(0.005 + 1e-9);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(800);
  });

  it('openings per seeker is the ratio of the two', () => {
    for (const code of ['150100', '150781', '152923']) {
      const [ratio, above, below] = ['openings_to_seekers', 'openings', 'seekers'].map((id) => valuesOf(id, code));
      ratio!.forEach((v, t) => v !== null && expect(v).toBeCloseTo(above![t]! / below![t]!, 1.9));
    }
  });

  it('labour forces add up', () => {
    for (const key of ['labour_force', 'employed', 'insured'] as const) {
      for (const parent of parents) {
        const sum = catalog.regions.filter((r) => r.parent_code === parent).reduce((s, r) => s + r[key], 0);
        expect(catalog.regions.find((r) => r.code === parent)![key]).toBe(sum);
      }
    }
    expect(catalog.regions[0]!.labour_force).toBe(12_410_000);
  });

  it('leaves some parents to be added up by the reader', () => {
    const files = (id: string): number => of(id).series.filter((s) => parents.includes(s.region)).length;
    expect([files('openings'), files('new_benefit_claims'), files('online_postings'), files('monitored_jobs')]).toEqual(
      [12, 12, 0, 13],
    );
  });
});

describe('months', () => {
  it('has no January where January is not published, and February stands for both', () => {
    const joint = monthly.filter((o) => indicatorOf(o.indicator).janFeb === 'joint-published');
    expect(joint.map((o) => o.indicator)).toEqual([
      'industrial_output_yoy',
      'fixed_investment_yoy',
      'retail_sales_yoy',
      'coal_output',
    ]);
    for (const o of joint) {
      for (let t = 0; t < MONTHS; t += 12) {
        expect(o.published[t]).toBeNull();
        expect(o.series.every((s) => s.values[t] === null)).toBe(true);
      }
    }
    const coal = valuesOf('coal_output', '150600');
    for (const year of [2018, 2021, 2024]) {
      const february = coal[at(`${year}-02`)]!;
      expect(february / coal[at(`${year}-03`)]!).toBeGreaterThan(1.6);
    }
  });

  it('restarts cumulative series each January; a fall within the year is rare and small', () => {
    let falls = 0;
    let steps = 0;
    for (const id of [
      'new_urban_jobs',
      'reemployed',
      'hardship_employed',
      'rural_transfer_employment',
      'startup_loans',
    ]) {
      for (const { region, values } of of(id).series) {
        for (let t = 1; t < MONTHS; t++) {
          const [now, before] = [values[t], values[t - 1]];
          if (now == null || before == null) continue;
          if (seasonAt(t) === 0) expect(now, `${id} ${region} ${t}`).toBeLessThan(Math.max(before, 20));
          else {
            steps++;
            if (now < before) {
              falls++;
              expect(now / before).toBeGreaterThan(0.98);
            }
          }
        }
      }
    }
    expect(falls).toBeGreaterThan(10);
    expect(falls / steps).toBeLessThan(0.005);
  });

  it('follows the seasons: graduates jump in July, hiring peaks in March, electricity in winter', () => {
    const graduates = valuesOf('graduates_unplaced', '150100');
    const postings = valuesOf('online_postings', '150102');
    const power = valuesOf('industrial_electricity', '150000');
    for (const year of [2018, 2019, 2023, 2024]) {
      const [june, july, august] = ['06', '07', '08'].map((m) => graduates[at(`${year}-${m}`)]!);
      expect(july! / june!).toBeGreaterThan(4);
      expect(august!).toBeLessThan(july!);
      expect(postings[at(`${year}-03`)]! / postings[at(`${year}-11`)]!).toBeGreaterThan(1.2);
      expect(power[at(`${year}-12`)]!).toBeGreaterThan(power[at(`${year}-05`)]!);
    }
  });

  it('moves with the Spring Festival: the quieter of January and February changes places', () => {
    const claims = valuesOf('new_benefit_claims', '150200');
    const share = (year: number): number => claims[at(`${year}-01`)]! / claims[at(`${year}-02`)]!;
    // 22 January 2023 against 16 February 2018.
    expect(share(2023)).toBeLessThan(1.1);
    expect(share(2018)).toBeGreaterThan(1.25);
  });
});

describe('plausible sizes', () => {
  const yearEnd = (id: string, code: string, year: number): number => valuesOf(id, code)[at(`${year}-12`)]!;
  const between = (value: number, low: number, high: number): void => {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  };

  it('new urban jobs are near the published totals', () => {
    const published: [string, number, number][] = [
      ['150000', 2020, 232_200],
      ['150000', 2022, 205_000],
      ['150000', 2023, 219_000],
      ['150200', 2023, 40_873],
      ['152900', 2022, 2_770],
    ];
    for (const [code, year, jobs] of published)
      expect(yearEnd('new_urban_jobs', code, year) / jobs, `${code} ${year}`).toBeCloseTo(1, 1);
    for (let year = 2017; year <= 2025; year++) between(yearEnd('new_urban_jobs', '150000', year), 200_000, 235_000);
  });

  it('rates and posts are of the usual order', () => {
    for (const v of valuesOf('registered_unemployment_rate', '150000')) if (v !== null) between(v, 3, 4.5);
    for (const v of valuesOf('surveyed_unemployment_rate', '150000')) if (v !== null) between(v, 5, 6.6);
    for (const v of valuesOf('monitored_jobs', '150000')) if (v !== null) between(v, 465_000, 500_000);
  });

  it('stays within the plausible range of every indicator and within whole units', () => {
    for (const o of all) {
      const { range, decimals } = indicatorOf(o.indicator);
      for (const { region, values } of o.series) {
        for (const v of values) {
          if (v === null) continue;
          if (v < range[0] || v > range[1]) throw new Error(`${o.indicator} ${region}: ${v}`);
          if (Math.abs(v * 10 ** decimals - Math.round(v * 10 ** decimals)) > 1e-6)
            throw new Error(`${o.indicator} ${region}: ${v}`);
        }
      }
    }
  });

  it('chance weighs more in small places', () => {
    const spread = (code: string): number => {
      const values = valuesOf('benefit_recipients', code);
      const steps = values.flatMap((v, t) =>
        t >= 84 && t < 108 && v !== null && values[t - 12] != null ? [Math.abs(v / values[t - 12]! - 1)] : [],
      );
      return steps.reduce((a, b) => a + b, 0) / steps.length;
    };
    const bySize = PLACES.filter((p) => ['1504', '1505', '1508', '1525'].some((l) => p.county.code.startsWith(l)))
      .toSorted((a, b) => a.labourForce - b.labourForce)
      .map((p) => spread(p.county.code));
    const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
    expect(mean(bySize.slice(0, 10))).toBeGreaterThan(1.5 * mean(bySize.slice(-10)));
  });
});
