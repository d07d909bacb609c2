import { describe, expect, it } from 'vitest';
import { axisDecimals, thresholdScale } from '../../src/charts/threshold-scale';

const lines = [10, 20, 35, 60];

describe('scale of a small multiple', () => {
  it('shows the lines that were reached and the next one, not a far-off red', () => {
    const quiet = thresholdScale([0, 4, 2], lines, 'up')!;
    expect(quiet.lines.map((l) => l.level)).toEqual([1]);
    const raised = thresholdScale([0, 22, 18], lines, 'up')!;
    expect(raised.lines.map((l) => l.level)).toEqual([1, 2, 3]);
    expect(raised.high).toBeGreaterThan(35);
    expect(raised.high).toBeLessThan(60);
  });

  it('runs downwards where less is worse', () => {
    const scale = thresholdScale([1.3, 0.85], [1, 0.9, 0.8, 0.7], 'down')!;
    expect(scale.lines.map((l) => l.value)).toEqual([1, 0.9, 0.8]);
    expect(scale.bands).toEqual([
      { level: 1, from: 1, to: 0.9 },
      { level: 2, from: 0.9, to: 0.8 },
      { level: 3, from: 0.8, to: scale.low },
    ]);
  });

  it('skips absent lines and gaps, and has all figures on it', () => {
    const scale = thresholdScale([Number.NaN, 70, -5], [null, null, null, 60], 'up')!;
    expect(scale.lines).toEqual([{ level: 4, value: 60 }]);
    expect(scale.low).toBeLessThan(-5);
    expect(scale.high).toBeGreaterThan(70);
  });

  it('is none without a figure', () => {
    expect(thresholdScale([Number.NaN, Number.NaN], lines, 'up')).toBeNull();
    expect(thresholdScale([], lines, 'up')).toBeNull();
  });

  it('stands on a single value too', () => {
    const scale = thresholdScale([0], [], 'up')!;
    expect(scale.low).toBeLessThan(0);
    expect(scale.high).toBeGreaterThan(0);
  });
});

it('takes the decimals that tell the marks apart', () => {
  expect(axisDecimals(0, 100)).toBe(0);
  expect(axisDecimals(0, 3)).toBe(1);
  expect(axisDecimals(0.7, 1.3)).toBe(1);
  expect(axisDecimals(0, 0.1)).toBe(2);
  expect(axisDecimals(5, 5)).toBe(0);
});
