import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../mock-data/random';
import { simplexLeastSquares } from '../../../src/stats/effects/simplex-least-squares';

const lossOf = (target: Float64Array, columns: readonly Float64Array[], w: ArrayLike<number>): number =>
  target.reduce((sum, b, i) => sum + (b - columns.reduce((m, column, j) => m + w[j]! * column[i]!, 0)) ** 2, 0);

describe('simplexLeastSquares', () => {
  it('finds weights that were put in', () => {
    const columns = [Float64Array.of(1, 0, 0, 4), Float64Array.of(0, 1, 0, 2), Float64Array.of(0, 0, 1, 9)];
    const target = Float64Array.of(0.2, 0.5, 0.3, 4.5);
    const fit = simplexLeastSquares(target, columns);
    expect([...fit.weights].map((w) => Number(w.toFixed(12)))).toEqual([0.2, 0.5, 0.3]);
    expect(fit.loss).toBeLessThan(1e-20);
  });

  it('proves its answer on random problems of any shape, and no other weights are better', () => {
    const chance = chanceOf('simplex');
    for (let run = 0; run < 300; run++) {
      const rows = 1 + Math.floor(chance() * 40);
      const n = 1 + Math.floor(chance() * 60);
      const scale = 10 ** Math.floor(chance() * 8 - 3);
      const random = () => Float64Array.from({ length: rows }, () => scale * (chance() - 0.5) + 100 * scale);
      const columns = Array.from({ length: n }, random);
      // Repeated columns must not trip it.
      if (n > 3) columns[1] = columns[0]!.slice();
      const target = random();
      const { weights, loss, gap } = simplexLeastSquares(target, columns);
      const size = scale * scale * rows;
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      expect(gap / size).toBeLessThan(1e-9);
      expect(Math.abs(loss - lossOf(target, columns, weights)) / size).toBeLessThan(1e-9);
      const other = columns.map(() => chance() ** 4);
      const sum = other.reduce((a, b) => a + b, 0);
      const mixed = other.map((w, j) => 0.9 * weights[j]! + (0.1 * w) / sum);
      expect(lossOf(target, columns, mixed) / size).toBeGreaterThanOrEqual(loss / size - 1e-9);
    }
  });

  it('weighs rows by their importance', () => {
    const columns = [Float64Array.of(0, 0), Float64Array.of(1, 1)];
    const target = Float64Array.of(0.2, 0.8);
    expect(simplexLeastSquares(target, columns, Float64Array.of(1, 0)).weights[1]).toBeCloseTo(0.2, 12);
    expect(simplexLeastSquares(target, columns, Float64Array.of(0, 1)).weights[1]).toBeCloseTo(0.8, 12);
    expect(simplexLeastSquares(target, columns).weights[1]).toBeCloseTo(0.5, 12);
  });

  it('has no loss without columns, and any weights where all hit the target', () => {
    expect(simplexLeastSquares(Float64Array.of(1), []).loss).toBeNaN();
    const fit = simplexLeastSquares(Float64Array.of(1, 2), [Float64Array.of(1, 2), Float64Array.of(1, 2)]);
    expect([fit.loss, fit.gap, fit.weights[0]! + fit.weights[1]!]).toEqual([0, 0, 1]);
  });
});
