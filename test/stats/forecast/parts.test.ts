import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seasonalFigures } from '../../../src/stats/forecast/decompose';
import { admissible } from '../../../src/stats/forecast/ets-admissible';
import type { EtsForm } from '../../../src/stats/forecast/ets-form';
import { makeSimplex, nelderMead } from '../../../src/stats/forecast/nelder-mead';
import { FARTHEST, passageProbability } from '../../../src/stats/forecast/passage';
import { addError, makePastErrors, widening } from '../../../src/stats/forecast/past-errors';
import { normalCdf, normalQuantile } from '../../../src/stats/normal';

describe('Nelder–Mead', () => {
  const valley = (at: Float64Array): number => 100 * (at[1]! - at[0]! ** 2) ** 2 + (1 - at[0]!) ** 2;

  test('finds the end of a bent valley, and says how low it is', () => {
    const point = Float64Array.of(-1.2, 1);
    const lowest = nelderMead(point, valley, 500, makeSimplex(2));
    expect(lowest).toBe(valley(point));
    expect(Math.abs(point[0]! - 1)).toBeLessThan(1e-3);
    expect(Math.abs(point[1]! - 1)).toBeLessThan(1e-3);
  });

  test('goes R’s way: point and height of `optim(c(-1.2, 1), fr)`', () => {
    // R's help page of optim: 195 evaluations, 1.000260 1.000506, 8.825241e-08.
    const point = Float64Array.of(-1.2, 1);
    let calls = 0;
    const counted = (at: Float64Array): number => {
      calls++;
      return valley(at);
    };
    expect(nelderMead(point, counted, 500, makeSimplex(2))).toBeCloseTo(8.825241e-8, 13);
    expect([...point].map((v) => v.toFixed(6))).toEqual(['1.000260', '1.000506']);
    expect(calls).toBe(195);
  });

  test('stops after so many evaluations, walks round what is forbidden, and refuses a forbidden start', () => {
    let calls = 0;
    nelderMead(Float64Array.of(-1.2, 1), (at) => (calls++, valley(at)), 40, makeSimplex(2));
    expect(calls).toBeLessThanOrEqual(44);
    const walled = (at: Float64Array): number => (at[0]! > 0.5 ? Infinity : valley(at));
    const point = Float64Array.of(-1.2, 1);
    nelderMead(point, walled, 500, makeSimplex(2));
    expect(point[0]).toBeLessThanOrEqual(0.5);
    expect(nelderMead(Float64Array.of(1, 1), walled, 500, makeSimplex(2))).toBeNaN();
  });
});

describe('classical decomposition', () => {
  test.each([4, 5])('gives back the figures of %d places beside a straight line', (m) => {
    const wanted = Array.from({ length: m }, (_, k) => k - (m - 1) / 2);
    const values = Float64Array.from({ length: 6 * m + 2 }, (_, t) => 30 + 0.5 * t + wanted[t % m]!);
    const figures = new Float64Array(m);
    seasonalFigures(values, values.length, m, false, figures);
    figures.forEach((figure, k) => expect(figure).toBeCloseTo(wanted[k]!, 10));
  });

  test('ratios have mean 1, and those of a level season are given back', () => {
    const wanted = [0.8, 1.1, 1.3, 0.8];
    const values = Float64Array.from({ length: 22 }, (_, t) => 50 * wanted[t % 4]!);
    const figures = new Float64Array(4);
    seasonalFigures(values, 22, 4, true, figures);
    figures.forEach((figure, k) => expect(figure).toBeCloseTo(wanted[k]!, 10));
  });
});

/** Greatest size of a polynomial's roots, found all at once (Durand–Kerner); highest power first, leading one 1. */
function farthestRoot(coefficients: readonly number[]): number {
  const degree = coefficients.length - 1;
  let roots = Array.from({ length: degree }, (_, k) => {
    const angle = (2 * Math.PI * k) / degree + 0.4;
    return [0.9 * Math.cos(angle), 0.9 * Math.sin(angle)] as const;
  });
  const times = (a: readonly [number, number], b: readonly [number, number]): readonly [number, number] => [
    a[0] * b[0] - a[1] * b[1],
    a[0] * b[1] + a[1] * b[0],
  ];
  for (let round = 0; round < 400; round++) {
    roots = roots.map((z, i) => {
      let value: readonly [number, number] = [1, 0];
      for (const c of coefficients.slice(1)) {
        const next = times(value, z);
        value = [next[0] + c, next[1]];
      }
      let apart: readonly [number, number] = [1, 0];
      roots.forEach((other, j) => {
        if (i !== j) apart = times(apart, [z[0] - other[0], z[1] - other[1]]);
      });
      const size = apart[0] ** 2 + apart[1] ** 2;
      const [re, im] = times(value, [apart[0] / size, -apart[1] / size]);
      return [z[0] - re, z[1] - im] as const;
    });
  }
  return Math.max(...roots.map(([re, im]) => Math.hypot(re, im)));
}

describe('admissible weights', () => {
  const buffer = new Float64Array(60);
  const form = (trend: 'N' | 'A', season: 'N' | 'A', damped = false): EtsForm => ({
    error: 'A',
    trend,
    damped,
    season,
  });

  test('with a season: just where the roots of the characteristic polynomial are in the unit circle', () => {
    const seen = { inside: 0, outside: 0 };
    // The usual bounds leave little outside: near their corners.
    const near = fc.double({ min: 0.95, max: 1, noNaN: true });
    const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), { weight: 3, arbitrary: near });
    fc.assert(
      fc.property(
        fc.double({ min: 0.0002, max: 0.9998, noNaN: true }),
        share,
        share,
        fc.constantFrom(1, 0.8, 0.9, 0.98),
        (alpha, shareB, shareG, phi) => {
          const beta = Math.max(0.0001, shareB * alpha);
          const gamma = Math.max(0.0001, shareG * (1 - alpha));
          if (beta > alpha || gamma > 1 - alpha) return;
          const middle = alpha + beta - alpha * phi;
          const polynomial = [
            1,
            alpha + beta - phi,
            ...Array.from({ length: 2 }, () => middle),
            middle + gamma - 1,
            phi * (1 - alpha - gamma),
          ];
          const farthest = farthestRoot(polynomial);
          // As good as on the circle: either may be said.
          if (Math.abs(farthest - 1) < 1e-6) return;
          const inside = admissible(form('A', 'A', phi < 1), 4, { alpha, beta, gamma, phi }, buffer);
          expect(inside, `${alpha} ${beta} ${gamma} ${phi}: ${farthest}`).toBe(farthest < 1);
          seen[inside ? 'inside' : 'outside']++;
        },
      ),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.inside, seen.outside)).toBeGreaterThan(10);
  });

  test('bounds of each weight, β within α, γ within 1 − α', () => {
    const ok = { alpha: 0.5, beta: 0.1, gamma: 0.1, phi: 1 };
    expect(admissible(form('A', 'A'), 12, ok, buffer)).toBe(true);
    expect(admissible(form('N', 'A'), 12, { ...ok, beta: 0 }, buffer)).toBe(true);
    for (const bad of [
      { alpha: 0 },
      { alpha: 1 },
      { beta: 0.6 },
      { beta: 0 },
      { gamma: 0.6 },
      { gamma: 0 },
      { alpha: NaN },
    ]) {
      expect(admissible(form('A', 'A'), 12, { ...ok, ...bad }, buffer), JSON.stringify(bad)).toBe(false);
    }
    for (const phi of [0.79, 0.99]) expect(admissible(form('A', 'N', true), 1, { ...ok, phi }, buffer)).toBe(false);
    expect(admissible(form('A', 'N', true), 1, { ...ok, phi: 0.9 }, buffer)).toBe(true);
    expect(admissible(form('N', 'N'), 1, { alpha: 0.3, beta: 0, gamma: 0, phi: 1 }, buffer)).toBe(true);
  });
});

describe('passage of a line', () => {
  const passage = (gaps: readonly number[], response: readonly number[]): number =>
    passageProbability(Float64Array.from(gaps), Float64Array.from(response), new Float64Array(gaps.length));

  test('one step: the tail itself', () => {
    for (const gap of [-3, -0.5, 0, 1, 4.2]) expect(passage([gap], [1])).toBe(normalCdf(-gap));
  });

  test('steps that have nothing to do with each other: the product', () => {
    const gaps = [0.3, 1.1, -0.2, 2];
    const stays = gaps.reduce((product, gap) => product * normalCdf(gap), 1);
    expect(passage(gaps, [1, 0, 0, 0])).toBeCloseTo(1 - stays, 12);
  });

  test('two steps of a random walk: the integral over the first', () => {
    for (const [first, second] of [
      [0.5, 0.5],
      [1.5, 0.2],
      [-0.3, 1],
    ] as const) {
      let stays = 0;
      const cells = 20_000;
      for (let k = 0; k < cells; k++) {
        const z = normalQuantile(((k + 0.5) / cells) * normalCdf(first));
        stays += (normalCdf(first) * normalCdf(second * Math.SQRT2 - z)) / cells;
      }
      expect(Math.abs(passage([first, second], [1, 1]) - (1 - stays))).toBeLessThan(5e-4);
    }
  });

  test('twelve steps of a random walk: as many out of 200,000 paths', () => {
    let state = 12345;
    const uniform = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const paths = 200_000;
    let crossed = 0;
    for (let k = 0; k < paths; k++) {
      let walk = 0;
      let beyond = false;
      for (let step = 0; step < 12; step++) {
        walk += normalQuantile(uniform());
        if (walk >= 3) beyond = true;
      }
      if (beyond) crossed++;
    }
    const gaps = Array.from({ length: 12 }, (_, k) => 3 / Math.sqrt(k + 1));
    expect(
      Math.abs(
        passage(
          gaps,
          gaps.map(() => 1),
        ) -
          crossed / paths,
      ),
    ).toBeLessThan(5e-3);
  });

  test('lies between the likeliest step and the sum of all, for any gaps, as far ahead as may be asked', () => {
    const gap = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(gap, { minLength: 1, maxLength: FARTHEST }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (gaps, c) => {
          const p = passage(
            gaps,
            gaps.map((_, k) => (k === 0 ? 1 : c)),
          );
          expect(p).toBeGreaterThanOrEqual(Math.max(...gaps.map((g) => normalCdf(-g))));
          expect(p).toBeLessThanOrEqual(
            Math.min(
              1,
              gaps.reduce((sum, g) => sum + normalCdf(-g), 0),
            ) + 1e-15,
          );
        },
      ),
    );
    expect(passage([Infinity, -Infinity], [1, 1])).toBe(1);
    expect(passage([Infinity, Infinity], [1, 1])).toBe(0);
  });
});

describe('past errors', () => {
  test('the window holds the last ones, by size', () => {
    const error = fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }) },
      fc.constantFrom(NaN, Infinity),
    );
    fc.assert(
      fc.property(fc.array(error, { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (errors, size) => {
        const past = makePastErrors(size);
        for (const e of errors) addError(past, e);
        const wanted = errors
          .filter(Number.isFinite)
          .slice(-size)
          .map(Math.abs)
          .sort((a, b) => a - b);
        expect([...past.sorted.subarray(0, past.count)]).toEqual(wanted);
      }),
    );
  });

  test('the widening is the quantile of rank (n + 1)·level over the normal one, from 24 errors on', () => {
    const past = makePastErrors(60);
    for (let k = 1; k <= 23; k++) addError(past, k % 2 === 0 ? k / 10 : -k / 10);
    expect(widening(past, 0.8)).toBe(1);
    addError(past, 2.4);
    // 25 · 0.8 = rank 20: 2.0.
    expect(widening(past, 0.8)).toBeCloseTo(2 / normalQuantile(0.9), 12);
    // 25 · 0.95 = 23.75.
    expect(widening(past, 0.95)).toBeCloseTo(2.375 / normalQuantile(0.975), 12);
    // Rank 24.75 of 24 errors: nothing is known that far out.
    expect(widening(past, 0.99)).toBe(1);
  });
});
