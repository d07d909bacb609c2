import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Loess, smooth, type TricubeTable } from '../../src/stats/loess';

const tableOf = (n: number): TricubeTable => ({ reach: NaN, known: 0, weights: new Float64Array(n + 2) });

function smoothed(
  values: readonly number[],
  loess: Loess,
  factors: readonly number[] | null = null,
  table = tableOf(values.length),
): number[] {
  const n = values.length;
  const out = new Float64Array(n + 1);
  const points = {
    values: Float64Array.from(values),
    factors: factors && Float64Array.from(factors),
    scratch: new Float64Array(n),
    table,
  };
  smooth(points, n, loess, out, 1);
  expect(out[0]).toBe(0);
  return Array.from(out.slice(1));
}

/** The same by the definition: neighbours, tricube weights, weighted least squares in closed form. */
function bySums(values: readonly number[], at: number, { span, degree }: Loess, factors: readonly number[]): number {
  const n = values.length;
  const near = values.map((_, j) => j).toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
  const used = near.slice(0, Math.min(span, n));
  const reach = Math.max(...used.map((j) => Math.abs(j - at))) + (span > n ? Math.floor((span - n) / 2) : 0);
  const w = used.map((j) => {
    const d = Math.abs(j - at);
    return d > 0.999 * reach ? 0 : d <= 0.001 * reach ? factors[j]! : factors[j]! * (1 - (d / reach) ** 3) ** 3;
  });
  const sum = (of: (j: number) => number): number => used.reduce((s, j, i) => s + w[i]! * of(j), 0);
  const total = sum(() => 1);
  const mx = sum((j) => j) / total;
  const my = sum((j) => values[j]!) / total;
  const sxx = sum((j) => (j - mx) ** 2);
  const slope = degree === 1 && sxx > 1e-9 ? sum((j) => (j - mx) * (values[j]! - my)) / sxx : 0;
  return my + slope * (at - mx);
}

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 40 });
const span = fc.constantFrom(5, 7, 13, 61);
const degree = fc.constantFrom<0 | 1>(0, 1);

test('each point is the weighted fit of its neighbours', () => {
  fc.assert(
    fc.property(values, span, degree, (of, width, d) => {
      const loess = { span: width, degree: d, jump: 1 };
      const factors = of.map((_, i) => 0.5 + ((i * 3) % 5) / 5);
      smoothed(of, loess, factors).forEach((y, i) => expect(y).toBeCloseTo(bySums(of, i, loess, factors), 8));
    }),
  );
});

test('with a jump: every so many points and the last as without, the others on the line between', () => {
  fc.assert(
    fc.property(values, span, degree, fc.integer({ min: 2, max: 9 }), (of, width, d, jump) => {
      const whole = smoothed(of, { span: width, degree: d, jump: 1 });
      const some = smoothed(of, { span: width, degree: d, jump });
      const step = Math.min(jump, of.length - 1);
      const places = of.map((_, i) => i).filter((i) => i % step === 0 || i === of.length - 1);
      places.forEach((i, k) => {
        expect(some[i]).toBeCloseTo(whole[i]!, 9);
        const from = places[k - 1] ?? i;
        for (let j = from; j < i; j++) {
          const share = (j - from) / (i - from);
          expect(some[j]).toBeCloseTo(some[from]! * (1 - share) + some[i]! * share, 9);
        }
      });
    }),
  );
});

test('a line stays a line; one point stays itself; without any weight a point keeps its value', () => {
  const line = Array.from({ length: 20 }, (_, i) => 3 * i - 7);
  smoothed(line, { span: 7, degree: 1, jump: 3 }).forEach((y, i) => expect(y).toBeCloseTo(line[i]!, 9));
  expect(smoothed([5], { span: 7, degree: 1, jump: 1 })).toEqual([5]);
  const none = Array.from({ length: 20 }, () => 0);
  expect(smoothed(line, { span: 7, degree: 1, jump: 1 }, none)).toEqual(line);
});

test('weight on one point alone: all are that point', () => {
  const line = Array.from({ length: 9 }, (_, i) => 3 * i - 7);
  const one = line.map((_, i) => (i === 4 ? 1 : 0));
  expect(smoothed(line, { span: 21, degree: 1, jump: 1 }, one)).toEqual(line.map(() => 5));
});

test('a table of weights serves series of any length, one after the other', () => {
  // Lengths whose windows reach equally far follow one another, and need more of the table.
  for (const width of [5, 13, 61]) {
    const table = tableOf(40);
    const loess: Loess = { span: width, degree: 0, jump: 1 };
    for (let n = 2; n < 40; n++) {
      const of = Array.from({ length: n }, (_, i) => (i * 7) % 11);
      expect(smoothed(of, loess, null, table)).toEqual(smoothed(of, loess));
    }
  }
});
