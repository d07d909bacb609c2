import { beforeAll, describe, expect, test } from 'vitest';
import type { SeriesInput } from '../../src/detectors/detector';
import { loadDetectors } from '../../src/detectors/registry';
import { decompose, makeStl, stlAsR } from '../../src/stats/stl';
import { median } from '../../src/stats/summary';
import { call, folder, needsShared, records, shared, sharedIsThere } from '../cli/call';
import { copiedStl, type StlCase, stlCases } from '../reference/stl';
import { bound, run } from './run-detector';

beforeAll(() => loadDetectors());

const QUARTERS: Partial<SeriesInput> = { periodsPerYear: 4, firstSeason: 0 };
const medians = { method: 'seasonal-median', years: 3 };
const close = (got: number, wanted: number): void =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(wanted)));

describe('by STL', () => {
  const { rows } = copiedStl()[0]!;
  const values = rows.map((r) => r.value);

  test.each([
    ['periodic', true, 10],
    [13, true, 4],
    [7, false, 3],
  ] as const)('x is what a fit of the values before says: window %s, robust %s, %d years', (window, robust, years) => {
    const raw = { seasonalWindow: window, robust, years };
    const out = run('robust-z', raw, values.slice(0, 300));
    expect(out.statistic.findIndex((x) => !Number.isNaN(x))).toBe(36);
    for (const t of [36, 47, 100, 211, 299]) {
      const n = Math.min(t, years * 12);
      const stl = makeStl(n, 12);
      decompose(Float64Array.from(values.slice(t - n, t)), 0, n, stlAsR(n, 12, window, robust), stl);
      const expected = stl.trend[n - 1]! + stl.seasonal[n - 12]!;
      const centre = median(stl.remainder);
      const away = Array.from(stl.remainder, (r) => Math.abs(r - centre)).toSorted((a, b) => a - b);
      const spread = Math.max(1.4826 * median(away), away[Math.ceil(0.9 * n) - 1]! / 1.6448536269514722 / 2);
      close(out.expected[t]!, expected);
      close(out.statistic[t]!, (values[t]! - expected) / spread);
      close(out.bound[t]!, expected + 3.5 * spread);
    }
  });

  test('years that lie farther back than are fitted say nothing', () => {
    const raw = { years: 3 };
    const whole = run('robust-z', raw, values.slice(0, 100)).statistic.slice(60);
    const bent = values.slice(0, 100).map((v, t) => (t < 24 ? 3 * v : v));
    expect(run('robust-z', raw, bent).statistic.slice(60)).toEqual(whole);
  });

  test('the values that are read give the same to the last bit, without what came before', () => {
    for (const raw of [{}, { years: 4, seasonalWindow: 13 }, { method: 'seasonal-median' }]) {
      const { detector, params } = bound('robust-z', raw);
      const reach = detector.reads(params, { kind: 'rate', periodsPerYear: 12 }, 0).at(-1)!;
      const of = (some: readonly number[]): number => run('robust-z', raw, some).statistic.at(-1)!;
      expect(of(values.slice(199 - reach, 200))).toBe(of(values.slice(0, 200)));
    }
  });

  test('after a missing value three whole years have to come, and then speak alone', () => {
    const holed = values.slice(0, 100).with(50, NaN);
    const x = run('robust-z', {}, holed).statistic;
    expect(x.slice(36, 50).some(Number.isNaN)).toBe(false);
    expect(x.slice(50, 87).every(Number.isNaN)).toBe(true);
    expect(x.slice(87)).toEqual(run('robust-z', {}, values.slice(51, 100), { firstSeason: 3 }).statistic.slice(36));
  });
  test('a fit without remainder is no measure: a hundredth of the spread of the values is taken', () => {
    const exact = Array.from({ length: 22 }, (_, t) => [0.3, 0.7, 0.1, 0.9][t % 4]!);
    const out = run('robust-z', {}, exact, QUARTERS);
    // Of 21 values 6 are 0.3, which is their median, 5 are 0.2 away from it, the others farther: that is the median.
    close(out.expected[21]!, 0.7);
    close(out.bound[21]!, 0.7 + 3.5 * 1.4826 * 0.002);
    expect(Math.abs(out.statistic[21]!)).toBeLessThan(1e-6);
  });
});

describe('by the median of the same season', () => {
  // Quarters; of 2024 Q2 the same season ± 1 of the three years before is 3 1 2, 3 2 4 and 9 2 2.
  const values = [7, 3, 1, 2, 8, 3, 2, 4, 8, 9, 2, 2, 5, 4];
  const shifted = values.slice(0, 13);

  test('by hand', () => {
    // t = 13: same places 9, 5, 1 and one on either side: (8 9 2), (8 3 2), (7 3 1).
    const out = run('robust-z', medians, values, QUARTERS);
    expect(out.statistic.slice(0, 13).every(Number.isNaN)).toBe(true);
    // Sorted 1 2 2 3 3 7 8 8 9: median 3; deviations 0 0 1 1 2 4 5 5 6: median 2, ninth of ten 6.
    expect(out.expected[13]).toBe(3);
    const spread = 1.4826 * 2;
    close(out.statistic[13]!, 1 / spread);
    close(out.bound[13]!, 3 + 3.5 * spread);
    expect(out.alarm[13]).toBe(0);
    close(run('robust-z', medians, [...shifted, 3 + 3.51 * spread], QUARTERS).statistic[13]!, 3.51);
    expect(run('robust-z', medians, [...shifted, 3 + 3.51 * spread], QUARTERS).alarm[13]).toBe(1);
    expect(run('robust-z', medians, [...shifted, 3 + 3.49 * spread], QUARTERS).alarm[13]).toBe(0);
  });

  test('missing values are left out; six must be there', () => {
    const without = (...at: readonly number[]): readonly number[] => values.map((v, t) => (at.includes(t) ? NaN : v));
    const six = run('robust-z', medians, without(0, 4, 8), QUARTERS);
    // 1 2 2 3 3 9: median 2.5, deviations 0.5 0.5 0.5 0.5 1.5 6.5.
    expect(six.expected[13]).toBe(2.5);
    close(six.statistic[13]!, 1.5 / Math.max(1.4826 * 0.5, 6.5 / 1.6448536269514722 / 2));
    expect(run('robust-z', medians, without(0, 4, 8, 9), QUARTERS).statistic[13]).toBeNaN();
    expect(run('robust-z', medians, without(13), QUARTERS).statistic[13]).toBeNaN();
  });

  test('a fall that is worse: the bound lies below', () => {
    const down = run('robust-z', medians, values, { ...QUARTERS, sign: -1 });
    close(down.statistic[13]!, -1 / (1.4826 * 2));
    close(down.bound[13]!, 3 - 3.5 * 1.4826 * 2);
    const low = run('robust-z', medians, [...shifted, -20], { ...QUARTERS, sign: -1 });
    expect(low.alarm[13]).toBe(1);
  });
});

describe.each(['stl', 'seasonal-median'])('%s: the spread', (method) => {
  const last = (values: readonly number[]) => {
    const { statistic, bound: line, expected } = run('robust-z', { method, years: 5 }, values, QUARTERS);
    return { x: statistic.at(-1)!, line: line.at(-1)!, expected: expected.at(-1)! };
  };
  /** Twenty quarters of fives, with some others, and a last one. */
  const fives = (others: Readonly<Record<number, number>>, end: number): number[] =>
    Array.from({ length: 22 }, (_, t) => (t === 21 ? end : (others[t] ?? 5)));

  test('there is none where all values agree, or one alone does not: nothing is said', () => {
    expect(last(fives({}, 9)).x).toBeNaN();
    expect(last(fives({}, 5)).x).toBeNaN();
    expect(last(fives({ 8: 6 }, 9)).x).toBeNaN();
  });

  test('figures that differ in their last digits alone agree', () => {
    expect(last(Array.from({ length: 22 }, (_, t) => (t % 2 === 0 ? 0.3 : 0.1 + 0.2))).x).toBeNaN();
  });

  test('a fifth of other values is enough for a floor, where the median deviation is 0', () => {
    const { x } = last(fives({ 0: 6, 5: 6, 10: 6, 15: 6, 20: 6, 12: 6 }, 6));
    if (method === 'seasonal-median') close(x, 1 / (1 / 1.6448536269514722 / 2));
    else expect(x).toBeGreaterThan(0);
  });
});

test('words say why a series is refused, and nothing is computed then', () => {
  for (const [raw, periodsPerYear] of [
    [{}, 1],
    [{ seasonalWindow: 8 }, 12],
  ] as const) {
    const { detector, params } = bound('robust-z', raw);
    const why = detector.refuses(params, { kind: 'rate', periodsPerYear });
    expect(why!.zh !== '' && why!.en !== '').toBe(true);
    const values = Array.from({ length: 60 }, (_, t) => t % 7);
    expect(run('robust-z', raw, values, { periodsPerYear }).statistic.every(Number.isNaN)).toBe(true);
  }
  expect(() => bound('robust-z', { seasonalWindow: 'Periodic' })).toThrow('periodic');
  expect(() => bound('robust-z', { years: 2 })).toThrow('years');
});

describe('with hindsight', () => {
  const dir = folder();
  const head = 'region_code,region_name,indicator,period,value,unit,source';
  const detect = async (c: StlCase, ...more: readonly string[]) => {
    const lines = c.rows.map((r) => `X1,Here,n,${r.period},${r.value},percent,s`);
    const panel = dir.write('panel.csv', `${[head, ...lines].join('\n')}\n`);
    const params = JSON.stringify({ seasonalWindow: c.window, robust: c.robust });
    return call('detect', '--panel', panel, '--detector', 'robust-z', '--params', params, '--hindsight', ...more);
  };
  const check = async (c: StlCase): Promise<void> => {
    const up = await detect(c);
    const down = await detect(c, '--worse', 'down');
    expect([up.code, up.err, down.code]).toEqual([0, [], 0]);
    const others = records(down.out);
    records(up.out).forEach((got, t) => {
      const row = c.rows[t]!;
      expect(got.period).toBe(row.period);
      close(Number(got.expected), row.seasonal + row.trend);
      close(Number(got.statistic), row.z);
      expect(got.alarm).toBe(Math.abs(row.z) > 3.5 ? '1' : '0');
      if (row.z > 3.5) expect(row.value).toBeGreaterThan(Number(got.bound));
      if (row.z >= 0 && row.z <= 3.5) expect(row.value).toBeLessThanOrEqual(Number(got.bound));
      expect([others[t]!.expected, others[t]!.alarm]).toEqual([got.expected, got.alarm]);
      close(Number(others[t]!.statistic), -row.z);
    });
  };

  test.each(copiedStl().filter((c) => c.software === 'R'))('$name: z, what it is held against, and alarms', check);

  describe.skipIf(!sharedIsThere)(`the same on all series of the oracles${needsShared}`, () => {
    test.each(sharedIsThere ? stlCases(shared).filter((c) => c.software === 'R') : [])('$name', check);
  });

  test('a missing value inside, or two years alone, say nothing; missing ends are passed over', async () => {
    const c = copiedStl()[0]!;
    const some = (n: number, without = -1): StlCase => ({
      ...c,
      rows: c.rows.slice(0, n).filter((_, t) => t !== without),
    });
    const silent = async (of: StlCase): Promise<boolean> =>
      records((await detect(of)).out).every((r) => r.statistic === '' && r.alarm === '');
    expect(await silent(some(25))).toBe(false);
    expect(await silent(some(24))).toBe(true);
    expect(await silent(some(40, 20))).toBe(true);
    expect(await silent(some(40, 0))).toBe(false);
    expect(await silent({ ...some(40), window: 8 })).toBe(true);
    const flat = { ...c, rows: some(40).rows.map((r) => ({ ...r, value: 5 })) };
    for (const r of records((await detect(flat)).out)) expect([r.expected, r.bound, r.alarm]).toEqual(['', '', '']);
  });

  test('is a wrong call of what knows no other way than from earlier values', async () => {
    const panel = dir.write('one.csv', `${head}\nX1,Here,n,2020-01,1,percent,s\n`);
    const of = (...args: readonly string[]) => call('detect', '--panel', panel, '--hindsight', '--detector', ...args);
    expect(await of('ewma')).toMatchObject({ code: 2, out: '' });
    expect(await of('robust-z', '--params', '{"method":"seasonal-median"}')).toMatchObject({ code: 2, out: '' });
    expect(await of('robust-z')).toMatchObject({ code: 0 });
  });
});
