import { describe, expect, test } from 'vitest';
import { madOfBuffer, medianOfBuffer } from '../../src/stats/robust';
import { rollingMoments } from '../../src/stats/rolling';
import { needsShared, shared, sharedIsThere } from '../cli/call';
import { copiedRolling, type RollingCase, rollingCases } from '../reference/rolling-z';

const close = (got: number, wanted: number, where: string): void =>
  expect(Math.abs(got - wanted), where).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));

/** Mean, deviation, median, MAD and both z-scores of each value against the `window` values before it. */
function check({ window, rows }: RollingCase): void {
  const n = rows.length;
  const values = Float64Array.from(rows, (r) => r.value);
  const [means, deviations, buffer] = [new Float64Array(n), new Float64Array(n), new Float64Array(window)];
  rollingMoments(values, 0, n, window, means, deviations);
  let compared = 0;
  rows.forEach((row, t) => {
    const where = `${row.period}`;
    expect(Number.isNaN(row.mean), where).toBe(t < window);
    if (t < window) return;
    compared++;
    const [mean, deviation] = [means[t - 1]!, deviations[t - 1]!];
    close(mean, row.mean, where);
    close(deviation, row.deviation, where);
    close((row.value - mean) / deviation, row.z, where);
    buffer.set(values.subarray(t - window, t));
    const median = medianOfBuffer(buffer, window);
    const mad = madOfBuffer(buffer, window, median);
    close(median, row.median, where);
    close(mad, row.mad, where);
    close((row.value - median) / mad, row.robustZ, where);
  });
  expect(compared).toBe(n - window);
  expect(compared).toBeGreaterThan(50);
}

test.each(copiedRolling())('$name: every column over $window values', check);

describe.skipIf(!sharedIsThere)(`the same on all rows of the oracle${needsShared}`, () => {
  test.each(sharedIsThere ? rollingCases(shared) : [])('$name', check);
});
