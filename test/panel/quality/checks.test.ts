import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/base/period';
import { Status } from '../../../src/base/status';
import { buildPanels } from '../../../src/panel/build';
import { checkQuality } from '../../../src/panel/quality/check-quality';
import { checksOf } from '../../../src/panel/quality/collect';
import { CHECK_NAMES } from '../../../src/panel/quality/names';
import { QUALITY_CHECKS } from '../../../src/panel/quality/quality';
import { REGISTRY } from '../../../src/panel/quality/registry';
import { batchOf, catalogue, indicatorOf, treeOf } from '../make-panel';
import { checked, countSeries, type Data, flagCount, panelsOf, places, randomOf, rowsOf } from './series-of';

const count = (id: string, over = {}) =>
  indicatorOf(id, {
    unit: 'persons',
    kind: 'stock',
    decimals: 0,
    range: [0, 1e8],
    aggregation: { by: 'sum' },
    ...over,
  });
const rate = (id: string, over = {}) => indicatorOf(id, { range: [0, 60], ...over });
const MONTHS = 60;
const calm = (seed: number, size = 20_000): number[] => countSeries(size, MONTHS, seed);
const withAt = (values: readonly number[], t: number, change: (v: number) => number): number[] =>
  values.map((v, i) => (i === t ? change(v) : v));

test('each check stands in the registry once, in order, with words and settings', () => {
  expect(REGISTRY.map((c) => c.id)).toEqual([...QUALITY_CHECKS]);
  for (const { id, what, method, params } of REGISTRY) {
    for (const text of [CHECK_NAMES[id], what, method])
      expect([id, text.zh, text.en].every((w) => w.length > 1)).toBe(true);
    expect(Object.values(params).every(Number.isFinite)).toBe(true);
  }
});

describe('bounds', () => {
  test('negative counts, shares above 100, values outside the catalogue', () => {
    const open = count('people', { range: [-Infinity, Infinity] });
    const share = indicatorOf('share', { range: [0, 1000] });
    const found = checked({ A: { people: [5, -3, 8], share: [99, 101, 4] } }, [open, share, rate('r')]);
    expect(places(found.report.flags, 'bounds')).toEqual(['bounds A people 2018-02', 'bounds A share 2018-02']);
    expect(found.report.flags[0]!.why).toEqual({
      zh: '−3人为负，该指标不会为负',
      en: '−3 persons is negative, which this figure cannot be',
    });
    expect(found.report.flags[1]).toMatchObject({ value: 101, low: 0, high: 100, row: 6 });
  });
  test('a growth rate may be negative and above 100', () => {
    const growth = indicatorOf('g', { range: [-100, 300] });
    expect(flagCount(checked({ A: { g: [-20, 150, 299] } }, [growth]), 'bounds')).toBe(0);
  });
});

describe('jump', () => {
  const data: Data = { A: { jobs: calm(1) }, B: { jobs: calm(2, 900) } };
  test('ordinary seasons and trends are none', () => {
    expect(checked(data, [count('jobs')]).report.suspects).toBe(0);
  });
  test.each([0, 1, 7, 13, 30, 47, 58, 59])('a value ten times too large at %i, and only it', (t) => {
    const found = checked({ ...data, A: { jobs: withAt(calm(1), t, (v) => v * 10) } }, [count('jobs')]);
    expect(found.report.suspects).toBe(1);
    const [flag] = found.report.flags;
    expect(flag).toMatchObject({ check: 'jump', regionCode: 'A', value: calm(1)[t]! * 10, row: t + 2 });
    expect(flag!.low).toBeLessThan(calm(1)[t]!);
    expect(flag!.high).toBeGreaterThan(calm(1)[t]!);
    expect(flag!.why.zh).toContain('10倍：请核对小数点或计量单位');
    expect(flag!.why.en).toContain('about 10 times what it should be');
  });
  test('a hundredth says so', () => {
    const found = checked({ A: { jobs: withAt(calm(1), 40, (v) => Math.round(v / 100)) } }, [count('jobs')]);
    expect(found.report.flags[0]!.why.zh).toContain('100分之一');
  });
  test('a step in level that stays is a step, not a fault', () => {
    const stepped = calm(1).map((v, t) => (t >= 30 ? v * 4 : v));
    expect(checked({ A: { jobs: stepped } }, [count('jobs')]).report.suspects).toBe(0);
  });
  test.each([5, 17])('with two years only, the one of them that is wrong: month %i', (t) => {
    const two = calm(1).slice(0, 24);
    const found = checked({ A: { jobs: withAt(two, t, (v) => v * 10) } }, [count('jobs')]);
    expect(found.report.flags.map((f) => f.row)).toEqual([t + 2]);
  });
  test('small numbers of persons move by chance', () => {
    const few = Array.from({ length: MONTHS }, (_, t) => [3, 1, 4, 2, 6][t % 5]!);
    expect(checked({ A: { jobs: withAt(few, 40, () => 9) } }, [count('jobs')]).report.suspects).toBe(0);
  });
  test('the decimal point of a rate', () => {
    const random = randomOf(3);
    const rates = Array.from({ length: MONTHS }, () => Math.round((4 + 0.3 * random()) * 100) / 100);
    const found = checked({ A: { r: withAt(rates, 50, (v) => v * 10) } }, [rate('r', { decimals: 2 })]);
    expect(places(found.report.flags)).toEqual(['jump A r 2022-03']);
  });
  test('a short history borrows the scale of the other regions; three values alone are not judged', () => {
    const short = [...Array.from({ length: MONTHS - 10 }, () => NaN), ...calm(5).slice(50)];
    const bad = withAt(short, 57, (v) => v * 10);
    const found = checked({ ...data, C: { jobs: bad } }, [count('jobs')]);
    expect(places(found.report.flags)).toEqual(['jump C jobs 2022-10']);
    expect(checked({ A: { jobs: [100, 1000, 90] } }, [count('jobs')]).report.checks[1]).toMatchObject({ checked: 0 });
  });
});

test('swap: two figures that would fit changed over', () => {
  const a = calm(1, 20_000);
  const b = calm(2, 700);
  const t = 37;
  const found = checked({ A: { people: withAt(a, t, () => b[t]!), firms: withAt(b, t, () => a[t]!) } }, [
    count('people'),
    count('firms'),
  ]);
  expect(places(found.report.flags, 'swap')).toEqual(['swap A people 2021-02']);
  expect(found.report.suspects).toBe(2);
  expect(checksOf(found.marks.month!.get('firms')![t]!)).toEqual(['jump', 'swap']);
});

test('swap: two faults of one month that are none', () => {
  const data = { A: { people: withAt(calm(1), 37, (v) => v * 100), firms: withAt(calm(2, 700), 37, (v) => v * 3) } };
  const found = checked(data, [count('people'), count('firms')]);
  expect(places(found.report.flags).toSorted()).toEqual(['jump A firms 2021-02', 'jump A people 2021-02']);
});

describe('peers', () => {
  const codes = Array.from({ length: 12 }, (_, k) => `C${k}`);
  const tree = treeOf(
    Object.fromEntries([['R', ''], ...codes.map((c) => [c, 'R'])]),
    Object.fromEntries(codes.map((c, k) => [c, { labourForce: 10_000 * (k + 1) }])),
  );
  const one = (k: number): number => Math.round(10_000 * (k + 1) * 0.04 * (1 + 0.1 * ((k * 7) % 5)));
  test('one month without history: by the size of the labour force', () => {
    const data = Object.fromEntries(codes.map((c, k) => [c, { jobs: [k === 5 ? one(k) * 10_000 : one(k)] }]));
    expect(places(checked(data, [count('jobs')], tree).report.flags)).toEqual(['peers C5 jobs 2018-01']);
  });
  test('a region with a history of its own is judged by that', () => {
    const data = Object.fromEntries(
      codes.map((c, k) => {
        const values = calm(k, one(k) * (k === 3 ? 80 : 1));
        return [c, { jobs: k === 5 ? values.map((v, t) => (t === 50 ? v : NaN)) : values }];
      }),
    );
    const found = checked(data, [count('jobs')], tree);
    expect(found.report.suspects).toBe(0);
    expect(found.report.checks.find((c) => c.check === 'peers')).toMatchObject({ checked: 1 });
  });
  test('two months: by the change since the first', () => {
    const data = Object.fromEntries(
      codes.map((c, k) => [
        c,
        { jobs: [one(k) * (k === 2 ? 100 : 1), k === 5 ? one(k) * 12 : one(k) * (k === 2 ? 101 : 1)] },
      ]),
    );
    expect(places(checked(data, [count('jobs')], tree).report.flags, 'peers')).toEqual([
      'peers C2 jobs 2018-01',
      'peers C5 jobs 2018-02',
    ]);
  });
});

describe('sum', () => {
  const tree = treeOf({ R: '', A: 'R', B: 'R', C: 'R' });
  const parts = { A: calm(1, 900), B: calm(2, 5000), C: calm(3, 12_000) };
  const total = parts.A.map((a, t) => a + parts.B[t]! + parts.C[t]!);
  const dataOf = (over: Record<string, number[]>): Data =>
    Object.fromEntries(Object.entries({ R: total, ...parts, ...over }).map(([c, v]) => [c, { jobs: v }]));
  const found = (over: Record<string, number[]>) => checked(dataOf(over), [count('jobs')], tree);
  test('agreeing sums are none', () => expect(flagCount(found({}), 'sum')).toBe(0));
  test('the parent that is off by a little', () => {
    const { flags } = found({ R: withAt(total, 20, (v) => v + 7) }).report;
    expect(places(flags)).toEqual(['sum R jobs 2019-09']);
    expect(flags[0]!.why.en).toContain('7 persons apart');
  });
  test('the child whose decimal point would make it right', () => {
    const { flags } = found({ A: withAt(parts.A, 20, (v) => v * 10) }).report;
    expect(places(flags, 'sum')).toEqual(['sum A jobs 2019-09']);
    expect(flags.find((f) => f.check === 'sum')).toMatchObject({ low: parts.A[20], high: parts.A[20] });
  });
  test('without a child the others may not exceed the parent', () => {
    const gap = { C: withAt(parts.C, 20, () => NaN) };
    expect(flagCount(found(gap), 'sum')).toBe(0);
    const { flags } = found({ ...gap, R: withAt(total, 20, () => parts.A[20]! + parts.B[20]! - 40) }).report;
    expect(places(flags, 'sum')).toEqual(['sum R jobs 2019-09']);
  });
  test('figures rounded to hundreds agree within the rounding', () => {
    const rounded = Object.fromEntries(
      Object.entries(parts).map(([c, v]) => [c, v.map((x) => 100 * Math.round(x / 100))]),
    );
    expect(flagCount(found({ ...rounded, R: total.map((x) => 100 * Math.round(x / 100)) }), 'sum')).toBe(0);
  });
  test('a parent that counts otherwise is said once, and what is unusual then', () => {
    const wider = total.map((v, t) => Math.round(v * (t === 33 ? 1.6 : 1.1 + 0.002 * (t % 3))));
    const { flags, suspects } = found({ R: wider }).report;
    expect(places(flags, 'sum')).toEqual(['sum R jobs *', 'sum R jobs 2020-10']);
    expect(suspects).toBe(1);
  });
  test('a rate lies between those of its parts', () => {
    const mean = rate('r', { aggregation: { by: 'weighted-mean', weight: 'labourForce' } });
    const rates = { R: [4, 4.2, 4.1, 7.2, 4], A: [3, 3, 3, 3, 3], B: [4, 4, 4, 4, 4], C: [5, 5, 5, 5, 5] };
    const data = Object.fromEntries(Object.entries(rates).map(([c, v]) => [c, { r: v }]));
    expect(places(checked(data, [mean], tree).report.flags, 'sum')).toEqual(['sum R r 2018-04']);
  });
});

describe('ratio', () => {
  const ratio = indicatorOf('q', {
    unit: 'ratio',
    decimals: 2,
    range: [0, 20],
    aggregation: { by: 'ratio', numerator: 'a', denominator: 'b' },
  });
  const a = calm(1, 900);
  const b = calm(2, 1100);
  const exact = a.map((v, t) => Math.round((100 * v) / b[t]!) / 100);
  const list = [ratio, count('a'), count('b')];
  test('agrees within rounding', () => {
    expect(flagCount(checked({ A: { a, b, q: exact } }, list), 'ratio')).toBe(0);
  });
  test('differs from its parts: the ratio is marked', () => {
    const { flags } = checked({ A: { a, b, q: withAt(exact, 30, (v) => v + 0.03) } }, list).report;
    expect(places(flags)).toEqual(['ratio A q 2020-07']);
    expect(flags[0]!.why.zh).toMatch(/^报.*计算为/);
  });
  test('unless a part jumps: then that is marked', () => {
    const { flags } = checked({ A: { a: withAt(a, 30, (v) => v * 10), b, q: exact } }, list).report;
    expect(places(flags, 'ratio')).toEqual(['ratio A a 2020-07']);
  });
  test('reported unemployment rates against persons and labour force', () => {
    const labour = calm(4, 80_000);
    const out = labour.map((v) => Math.round(v * 0.05));
    const rates = labour.map((v, t) => Math.round((1000 * out[t]!) / v) / 10);
    const ids = [rate('unemployment_rate_nsa'), count('unemployed_persons_nsa'), count('labor_force_nsa')];
    const data = (r: number[]): Data => ({
      A: { unemployment_rate_nsa: r, unemployed_persons_nsa: out, labor_force_nsa: labour },
    });
    expect(flagCount(checked(data(rates), ids), 'ratio')).toBe(0);
    const { flags } = checked(data(withAt(rates, 9, (v) => v + 0.4)), ids).report;
    expect(places(flags, 'ratio')).toEqual(['ratio A unemployment_rate_nsa 2018-10']);
  });
});

test('cumulative: a fall within the year, not in January, nor after a figure that jumped', () => {
  const monthly = calm(1, 300);
  const cumulated: number[] = [];
  monthly.forEach((v, t) => cumulated.push(t % 12 === 0 ? v : cumulated[t - 1]! + v));
  const jobs = count('jobs', { kind: 'cumulative' });
  expect(flagCount(checked({ A: { jobs: cumulated } }, [jobs]), 'cumulative')).toBe(0);
  const fall = withAt(cumulated, 30, () => cumulated[29]! - 5);
  const { flags } = checked({ A: { jobs: fall } }, [jobs]).report;
  expect(places(flags)).toEqual(['cumulative A jobs 2020-07']);
  expect(flags[0]).toMatchObject({ low: cumulated[29], high: null });
  const spike = withAt(cumulated, 29, (v) => v * 10);
  expect(places(checked({ A: { jobs: spike } }, [jobs]).report.flags)).toEqual(['jump A jobs 2020-06']);
});

describe('repeats', () => {
  test('a figure that stands still in a series that never does', () => {
    const still = calm(1).map((v, t) => (t > 40 && t <= 44 ? calm(1)[40]! : v));
    const { flags, suspects } = checked({ A: { jobs: still } }, [count('jobs')]).report;
    expect(places(flags, 'stale')).toEqual(['stale A jobs 2021-09']);
    expect(flags[0]!.count).toBe(5);
    expect(suspects).toBe(5);
  });
  test('a series that stood still before may do so again', () => {
    const runs = calm(1).map((v, t, all) => (t > 20 && t < 26 ? all[20]! : t > 40 && t < 44 ? all[40]! : v));
    expect(flagCount(checked({ A: { jobs: runs } }, [count('jobs')]), 'stale')).toBe(0);
    const once = calm(1).map((v, t, all) => (t > 20 && t < 26 ? all[20]! : v));
    expect(flagCount(checked({ A: { jobs: once } }, [count('jobs')]), 'stale')).toBe(1);
  });
  test('a rate with one decimal often stands still; a zero may stay', () => {
    const random = randomOf(9);
    const rates = Array.from({ length: MONTHS }, () => 4 + Math.round(1.6 * random()) / 10);
    const zeros = Array.from({ length: MONTHS }, (_, t) => (t > 30 ? 0 : 500 + 17 * t));
    expect(flagCount(checked({ A: { r: rates, z: zeros } }, [rate('r'), count('z')]), 'stale')).toBe(0);
  });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const codes = ['A', 'B', 'C', 'D', 'E', 'F'];
  const full = (copied: (code: string, id: string, t: number) => number): Data =>
    Object.fromEntries(
      codes.map((code, r) => [
        code,
        Object.fromEntries(
          ids.map((id, k) => {
            const values = calm(100 * r + k, 3000 * (k + 1));
            return [id, values.map((v, t) => values[t - copied(code, id, t)] ?? v)];
          }),
        ),
      ]),
    );
  const list = ids.map((id) => count(id));
  test('a region that files the table of the month before, or of the year before', () => {
    const before = checked(
      full((code, _id, t) => (code === 'B' && t === 50 ? 1 : 0)),
      list,
    );
    expect(places(before.report.flags, 'repeat')).toEqual(['repeat B * 2022-03']);
    expect(before.report.flags[0]).toMatchObject({ count: ids.length, value: null });
    const year = checked(
      full((code, _id, t) => (code === 'B' && t === 50 ? 12 : 0)),
      list,
    );
    expect(places(year.report.flags, 'repeat')).toEqual(['repeat B * 2022-03']);
  });
  test('an indicator of which all regions are those of the month before', () => {
    const found = checked(
      full((_code, id, t) => (id === 'c' && t === 50 ? 1 : 0)),
      list,
    );
    expect(places(found.report.flags, 'repeat')).toEqual(['repeat * c 2022-03']);
    expect(found.report.suspects).toBe(codes.length);
  });
  test('ordinary months are none', () => {
    expect(
      flagCount(
        checked(
          full(() => 0),
          list,
        ),
        'repeat',
      ),
    ).toBe(0);
  });
});

describe('digits', () => {
  const exact = calm(1, 40_000);
  test('evenly spread last digits are none; fives and zeros are told, and mark no value', () => {
    expect(flagCount(checked({ A: { jobs: exact } }, [count('jobs')]), 'digits')).toBe(0);
    const heaped = exact.map((v, t) => (t % 8 < 6 ? 5 * Math.round(v / 5) : v));
    const found = checked({ A: { jobs: heaped } }, [count('jobs')]);
    expect(places(found.report.flags, 'digits')).toEqual(['digits A jobs *', 'digits A * *']);
    expect(found.report.suspects).toBe(0);
    expect(found.report.flags[0]!.why.zh).toContain('χ²=');
  });
  test('what was converted from 万人 ends in zeros by its unit', () => {
    const converted = exact.map((v) => 100 * Math.round(v / 100));
    const found = checked({ A: { jobs: converted } }, [count('jobs')]);
    expect([flagCount(found, 'digits'), flagCount(found, 'rounding')]).toEqual([0, 0]);
  });
  test('whole hundreds in a row in an exact series', () => {
    const rounded = exact.map((v, t) => (t >= 30 && t < 34 ? 100 * Math.round(v / 100) : v));
    const { flags } = checked({ A: { jobs: rounded } }, [count('jobs')]).report;
    expect(places(flags, 'rounding')).toEqual(['rounding A jobs 2020-10']);
    expect(flags[0]!.count).toBe(4);
  });
});

describe('what is looked at', () => {
  const history = { A: { jobs: calm(1).slice(0, 59) } };
  const tree = treeOf({ A: '' });
  const list = catalogue(count('jobs'));
  const old = batchOf(rowsOf({ A: { jobs: withAt(history.A.jobs, 20, (v) => v * 10) } }), {
    id: 'old',
    name: 'old.csv',
  });
  const of = (value: number) =>
    batchOf([['A', 'jobs', '2022-12', value]], { id: 'new', name: 'new.csv', takenOn: parseDay('2030-02-01')! });
  test('a new batch against its history: only its own values are told', () => {
    const fine = checkQuality(buildPanels([old, of(calm(1)[59]!)], tree, list).panels, 'new').report;
    expect(fine).toMatchObject({ values: 1, suspects: 0, withHistory: true });
    const bad = checkQuality(buildPanels([old, of(calm(1)[59]! * 10)], tree, list).panels, 'new').report;
    expect(places(bad.flags)).toEqual(['jump A jobs 2022-12']);
    expect(bad.flags[0]).toMatchObject({ source: 'new.csv', row: 2 });
    expect(bad.checks.find((c) => c.check === 'jump')).toMatchObject({ checked: 1, flagged: 1 });
  });
  test('values alone are not judged by a history that is not there', () => {
    const alone = checkQuality(buildPanels([of(5)], tree, list).panels, 'new').report;
    expect(alone).toMatchObject({ values: 1, suspects: 0, withHistory: false });
  });
  test('the panel is left as it was', () => {
    const panels = panelsOf({ A: { jobs: withAt(calm(1), 40, (v) => v * 10) } }, [count('jobs')]);
    const values = panels.month!.columns.get('jobs')!.values.slice();
    expect(checkQuality(panels, null).report.suspects).toBe(1);
    expect(panels.month!.columns.get('jobs')!.values).toEqual(values);
    expect(panels.month!.columns.get('jobs')!.status.every((s) => s === Status.observed)).toBe(true);
  });
  test('flags are capped, counts and marks are not', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, k) => [`A${k}`, { x: Array.from({ length: 20 }, (_v, t) => -1 - t - k) }]),
    );
    const found = checked(many, [count('x', { range: [-Infinity, Infinity] })]);
    expect(found.report).toMatchObject({ values: 600, suspects: 600 });
    expect(flagCount(found, 'bounds')).toBe(600);
    expect(found.report.flags.filter((f) => f.check === 'bounds').length).toBe(200);
  });
});

test('any panel: the same report twice, marks only where there are values, no failure', () => {
  const value = fc.oneof(fc.constant(NaN), fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.nat(2000));
  const series = fc.array(value, { minLength: 1, maxLength: 40 });
  const kinds = ['stock', 'flow', 'rate', 'index', 'cumulative'] as const;
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('R', 'A', 'B', 'C'), fc.record({ p: series, q: series, s: series }), {
        minKeys: 1,
      }),
      fc.constantFrom(...kinds),
      (data, kind) => {
        const tree = treeOf({ R: '', A: 'R', B: 'R', C: 'R' });
        const list = [
          count('p', { kind }),
          count('q', { range: [-Infinity, Infinity] }),
          indicatorOf('s', { kind, aggregation: { by: 'ratio', numerator: 'p', denominator: 'q' } }),
        ];
        const panels = panelsOf(data, list, tree);
        const { report, marks } = checkQuality(panels, null);
        expect(checkQuality(panels, null).report).toEqual(report);
        expect(report.suspects).toBeLessThanOrEqual(report.values);
        for (const [id, bits] of marks.month ?? []) {
          bits.forEach((bit, cell) => {
            if (bit > 0) expect(panels.month!.columns.get(id)!.values[cell]).not.toBeNaN();
          });
        }
        for (const { why } of report.flags) {
          expect(why.zh + why.en).not.toMatch(/NaN|undefined|\{\w+\}/);
        }
      },
    ),
    { numRuns: 60 },
  );
});
