import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod, seasonOf } from '../../src/base/period';
import type { SeriesInput } from '../../src/detectors/detector';
import { loadDetectors } from '../../src/detectors/registry';
import { call, folder, needsShared, records, shared, sharedIsThere } from '../cli/call';
import { copiedFarrington, farringtonCases } from '../reference/farrington';
import type { OracleCase } from '../reference/oracle-cases';
import { bound, run } from './run-detector';

beforeAll(() => loadDetectors());

/** The oracle's calls, said in full. */
const OLD = {
  variant: 'farrington1996',
  years: 4,
  halfWindow: 3,
  periods: 1,
  reweight: true,
  weightsThreshold: 1,
  trend: true,
  pThresholdTrend: 0.05,
  powerTransform: '2/3',
  alpha: 0.05,
  pastNotIncluded: 3,
  thresholdMethod: 'delta',
  limit54: [5, 4],
};
const NEW = {
  ...OLD,
  variant: 'noufaily2013',
  periods: 10,
  weightsThreshold: 2.58,
  pThresholdTrend: 1,
  pastNotIncluded: 26,
  thresholdMethod: 'nbPlugin',
};
const MONTHLY = { years: 5, limit54: [0, 4], alpha: 0.01 };

function callOf(name: string): Record<string, unknown> {
  if (name.endsWith('farrington1996_like')) return OLD;
  if (name.endsWith('noufaily2013')) return NEW;
  return name.endsWith(' old')
    ? { ...OLD, ...MONTHLY, halfWindow: 2, pastNotIncluded: 0 }
    : { ...NEW, ...MONTHLY, halfWindow: 1, periods: 4, pastNotIncluded: 3 };
}

const spanOf = (first: string): Partial<SeriesInput> => {
  const { frequency, period } = parsePeriod(first)!;
  const periodsPerYear = frequency === 'week' ? 52 : 12;
  return { kind: 'stock', periodsPerYear, firstPeriod: period, firstSeason: seasonOf(frequency, period) };
};
const far = (got: number, wanted: number): number => Math.abs(got - wanted) / Math.max(Math.abs(wanted), 1e-3);

/** Rows compared and the largest relative difference; alarms are equal, and nothing is said where the oracle is silent. */
function compare({ name, rows }: OracleCase): { rows: number; apart: number } {
  const values = rows.map((r) => r.value);
  const out = run('farrington', callOf(name), values, spanOf(rows[0]!.period));
  let compared = 0;
  let apart = 0;
  rows.forEach((row, t) => {
    if (Number.isNaN(row.alarm)) return;
    compared++;
    const where = `${name} ${row.period}`;
    expect(out.alarm[t], `${where} alarm`).toBe(row.alarm);
    apart = Math.max(apart, far(out.statistic[t]!, row.statistic));
    expect(Number.isNaN(out.bound[t]), where).toBe(Number.isNaN(row.bound));
    expect(Number.isNaN(out.expected[t]), where).toBe(Number.isNaN(row.expected));
    if (Number.isNaN(row.bound)) return;
    apart = Math.max(apart, far(out.bound[t]!, row.bound), far(out.expected[t]!, row.expected));
  });
  return { rows: compared, apart };
}

test.each(copiedFarrington())('$name: all that surveillance returns', (c) => {
  const { rows, apart } = compare(c);
  expect(rows).toBe(192);
  expect(apart).toBeLessThan(1e-8);
});

describe.skipIf(!sharedIsThere)(`the same on all rows of the oracles${needsShared}`, () => {
  const cases = sharedIsThere ? farringtonCases(shared) : [];
  test.each(cases)('$name', (c) => {
    const { rows, apart } = compare(c);
    expect(rows).toBe(c.name.includes('salmNewport') ? 104 : 291);
    expect(apart).toBeLessThan(1e-8);
  });
});

describe('from the command line', () => {
  const dir = folder();
  const lineOf = ({ rows }: OracleCase): string[] => rows.map((r) => `X1,Here,cases,${r.period},${r.value},persons,s`);
  const detect = async (c: OracleCase, params: object): Promise<Record<string, string>[]> => {
    const head = 'region_code,region_name,indicator,period,value,unit,source';
    const panel = dir.write('panel.csv', `${[head, ...lineOf(c)].join('\n')}\n`);
    const { code, out, err } = await call(
      'detect',
      '--panel',
      panel,
      '--detector',
      'farrington',
      '--params',
      JSON.stringify(params),
    );
    expect([code, err]).toEqual([0, []]);
    return records(out);
  };
  const check = async (c: OracleCase, params: object): Promise<void> => {
    const got = await detect(c, params);
    let compared = 0;
    c.rows.forEach((row, t) => {
      if (Number.isNaN(row.alarm)) return;
      compared++;
      for (const part of ['expected', 'statistic', 'bound'] as const) {
        if (Number.isNaN(row[part])) expect(got[t]![part]).toBe('');
        else expect(far(Number(got[t]![part]), row[part])).toBeLessThan(1e-8);
      }
      expect(got[t]!.alarm).toBe(String(row.alarm));
    });
    expect(compared).toBeGreaterThan(100);
  };

  test('months: the rows of the oracle, what is left out taken from the variant', async () => {
    const c = copiedFarrington().find((one) => one.name.endsWith(' new'))!;
    await check(c, { variant: 'noufaily2013', ...MONTHLY, pastNotIncluded: 3 });
  });

  test.skipIf(!sharedIsThere)(
    `weeks: too few cases give no bound and no alarm, but a statistic${needsShared}`,
    async () => {
      for (const c of farringtonCases(shared).filter((one) => one.name.includes('salmNewport'))) {
        await check(c, { variant: c.name.split(' ').at(-1)!.replace('_like', '') });
      }
    },
  );
});

describe('the baseline', () => {
  const count = 216;
  const wave = Array.from({ length: count }, (_, t) => 30 + ((t * 7) % 11) + Math.round(8 * Math.sin(t / 8)));
  const weeks = spanOf('2010-W01');
  const last = (values: readonly number[], raw: object, over: Partial<SeriesInput> = weeks): number =>
    run('farrington', { ...raw }, values, over).statistic.at(-1)!;
  /** Lags whose value moves x of the last of `n` periods. */
  const movers = (raw: object, over: Partial<SeriesInput> = weeks, n = count): number[] => {
    const values = wave.slice(0, n);
    const before = last(values, raw, over);
    return values
      .flatMap((v, t) => (last(values.with(t, v + 13), raw, over) === before ? [] : [n - 1 - t]))
      .toReversed();
  };
  const plain = { variant: 'farrington1996', limit54: [0, 4] };

  test.each([
    ['2010-W01', '2014-02-17', [52, 104, 157, 209]],
    ['2012-W01', '2016-02-15', [52, 104, 156, 209]],
  ])('weeks step back by the date: from %s on to the one that begins on %s by %o weeks', (first, day, back) => {
    const weeksOf = spanOf(first);
    expect(weeksOf.firstPeriod! + count - 1).toBe(parsePeriod(day)!.period);
    expect(movers(plain, weeksOf)).toEqual([0, ...back.flatMap((lag) => [-3, -2, -1, 0, 1, 2, 3].map((w) => lag + w))]);
  });

  test('no other value than those that are named as read moves x, in weeks, months and quarters', () => {
    for (const periodsPerYear of [52, 12, 4]) {
      for (const raw of [plain, { variant: 'noufaily2013', limit54: [0, 4], years: 3 }]) {
        const { detector, params } = bound('farrington', { ...raw });
        const shape = { kind: 'stock', periodsPerYear } as const;
        const reads = detector.reads(params, shape, 0);
        const moved = movers(raw, { ...weeks, ...shape }, detector.minHistory(params, shape) + 2);
        expect(moved.length).toBeGreaterThan(0.8 * reads.length);
        for (const lag of moved) expect(reads, `${periodsPerYear} ${JSON.stringify(raw)}`).toContain(lag);
      }
    }
  });

  test('the values that are read give the same to the last bit, without what came before', () => {
    for (const raw of [plain, { variant: 'noufaily2013', years: 3, limit54: [5, 300] }]) {
      const { detector, params } = bound('farrington', { ...raw });
      const reach = detector.reads(params, { kind: 'stock', periodsPerYear: 52 }, 0).at(-1)!;
      const skip = count - 1 - reach;
      const shorter = { ...weeks, firstPeriod: weeks.firstPeriod! + skip };
      expect(last(wave.slice(skip), raw, shorter)).toBe(last(wave, raw));
    }
  });

  test('a missing value is left out; with less than half of the baseline nothing is said', () => {
    const lags = movers(plain).slice(1);
    const without = (n: number): number[] =>
      lags.slice(0, n).reduce((values, lag) => values.with(count - 1 - lag, NaN), wave);
    expect(lags).toHaveLength(28);
    expect(last(without(14), plain)).not.toBeNaN();
    expect(last(without(14), plain)).not.toBe(last(wave, plain));
    expect(last(without(15), plain)).toBeNaN();
  });

  test('a negative value in it, or none of the season, says nothing', () => {
    for (const below of [-1, -0.01]) expect(last(wave.with(count - 1 - 104, below), plain)).toBeNaN();
    expect(last(wave.with(count - 1 - 103, -1), { ...plain, halfWindow: 0 })).not.toBeNaN();
    const blocks = { variant: 'noufaily2013', halfWindow: 0, limit54: [0, 4] };
    const seasonless = [52, 104, 157, 209].reduce((values, lag) => values.with(count - 1 - lag, NaN), wave);
    expect(last(wave, blocks)).not.toBeNaN();
    expect(last(seasonless, blocks)).toBeNaN();
  });

  test('a trend that cannot be fitted is left out, and so is one for which there are too few values', () => {
    const quarters = { periodsPerYear: 4 };
    const steep = Array.from({ length: 30 }, (_, t) => (t === 25 ? 1e9 : t === 29 ? 3 : 0));
    const of = (trend: boolean, values: readonly number[], more: object = {}): number =>
      last(values, { ...plain, reweight: false, trend, ...more }, quarters);
    expect(of(true, steep)).not.toBeNaN();
    expect(of(true, steep)).toBe(of(false, steep));
    const two = wave.slice(0, 30).map((v, t) => (t === 25 || t === 21 ? NaN : v));
    expect(of(true, two)).not.toBeNaN();
    expect(of(true, two)).toBe(of(false, two));
    // Of one value alone no dispersion is known.
    expect(of(true, two.with(21, 9), { years: 2 })).toBeNaN();
  });

  test('too few cases of late: no bound and no alarm, the statistic all the same', () => {
    const quiet = wave.map((_, t) => (t === count - 1 ? 30 : 1));
    const out = run('farrington', { variant: 'farrington1996' }, quiet, weeks);
    expect([out.alarm.at(-1), out.bound.at(-2), out.expected.at(-2)]).toEqual([1, NaN, NaN]);
    expect(out.statistic.at(-2)).not.toBeNaN();
    const long = run('farrington', { variant: 'farrington1996', limit54: [5, count + 1] }, quiet, weeks);
    expect([long.alarm.at(-1), long.bound.at(-1)]).toEqual([0, NaN]);
    const held = run('farrington', { variant: 'farrington1996', limit54: [34, 4] }, quiet, weeks);
    expect([held.alarm.at(-1), held.bound.at(-1)]).toEqual([0, NaN]);
    expect(held.statistic.at(-1)).toBe(out.statistic.at(-1));
  });
});

describe('x > 1 is an alarm, and says that the bound is passed', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 30, maxLength: 40 });
  const settings = fc.record({
    variant: fc.constantFrom('farrington1996', 'noufaily2013'),
    thresholdMethod: fc.constantFrom('delta', 'nbPlugin', 'muan'),
    powerTransform: fc.constantFrom('2/3', '1/2', 'none'),
    reweight: fc.boolean(),
    trend: fc.boolean(),
    alpha: fc.constantFrom(0.001, 0.05, 0.3),
    limit54: fc.constant([0, 1]),
  });
  const quarters = { periodsPerYear: 4, kind: 'stock' as const };

  test('on either side', () => {
    let alarms = 0;
    fc.assert(
      fc.property(counts, settings, fc.constantFrom<1 | -1>(1, -1), (values, raw, sign) => {
        const out = run('farrington', raw, values, { ...quarters, sign });
        values.forEach((v, t) => {
          const x = out.statistic[t]!;
          if (Number.isNaN(x)) return;
          // On the bound x is 1, but for the last digit.
          const beyond = sign * (v - out.bound[t]!);
          if (Math.abs(beyond) < 1e-9 * (1 + v)) return;
          expect(x > 1).toBe(beyond > 0);
          expect(out.alarm[t]).toBe(beyond > 0 ? 1 : 0);
          alarms += out.alarm[t]!;
        });
      }),
      { numRuns: 300 },
    );
    expect(alarms).toBeGreaterThan(100);
  });

  test.each(['delta', 'nbPlugin', 'muan'])('a fall to nothing is an alarm where a fall is worse: %s', (method) => {
    // Four quarters without a case: fewer than limit54 asks for, which it does not do here.
    const values = Array.from({ length: 30 }, (_, t) => (t > 25 ? 0 : 60 + (t % 3)));
    const raw = { thresholdMethod: method };
    const down = run('farrington', raw, values, { ...quarters, sign: -1 });
    const up = run('farrington', raw, values, quarters);
    expect([down.alarm.at(-1), up.alarm.at(-1)]).toEqual([1, 0]);
    expect(down.bound.at(-1)!).toBeGreaterThan(10);
    expect(down.bound.at(-1)!).toBeLessThan(60);
    expect(up.bound.at(-1)).toBeNaN();
  });

  test('muan adds the error of the mean: its bound lies farther out', () => {
    const values = Array.from({ length: 30 }, (_, t) => 300 + ((t * 7919) % 211));
    for (const sign of [1, -1] as const) {
      const [plug, upper] = ['nbPlugin', 'muan'].map(
        (thresholdMethod) =>
          run('farrington', { thresholdMethod, reweight: false }, values, { ...quarters, sign }).bound.at(-1)!,
      );
      expect(sign * (upper! - plug!)).toBeGreaterThan(3);
    }
  });

  test('two years never keep a trend, however steep', () => {
    const steep = Array.from({ length: 30 }, (_, t) => Math.round(2000 * 0.93 ** t) + (t % 2));
    const of = (years: number, trend: boolean): number =>
      run('farrington', { years, trend, pThresholdTrend: 1, variant: 'noufaily2013', pastNotIncluded: 0 }, steep, {
        ...quarters,
      }).statistic.at(-1)!;
    expect(of(2, true)).toBe(of(2, false));
    expect(of(4, true)).not.toBe(of(4, false));
  });

  test.each([1, -1] as const)(
    'a past outbreak weighs less: the bound is nearer than without reweighting (%i)',
    (sign) => {
      const values = Array.from({ length: 30 }, (_, t) => (t === 13 ? (sign > 0 ? 300 : 2) : 50 + (t % 5)));
      const of = (reweight: boolean): number =>
        run('farrington', { reweight, trend: false }, values, { ...quarters, sign }).bound.at(-1)!;
      expect(Math.abs(of(true) - 52)).toBeLessThan(0.8 * Math.abs(of(false) - 52));
    },
  );
});

test.each([
  ['windows that overlap', 12, { halfWindow: 6 }],
  ['more blocks than fit in', 12, { periods: 10, halfWindow: 2 }],
  ['leaving out the same season of last year', 12, { pastNotIncluded: 11, halfWindow: 1 }],
  ['a limit over no period', 12, { limit54: [5, 0] }],
  ['yearly data', 1, {}],
])('refused: %s', (_, periodsPerYear, raw) => {
  const { detector, params } = bound('farrington', raw);
  const why = detector.refuses(params, { kind: 'stock', periodsPerYear });
  expect(why!.zh !== '' && why!.en !== '').toBe(true);
  const values = Array.from({ length: 200 }, (_v, t) => t % 9);
  expect(run('farrington', raw, values, { periodsPerYear }).statistic.every(Number.isNaN)).toBe(true);
});
