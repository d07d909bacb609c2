import { describe, expect, test } from 'vitest';
import { run } from './run-detector';

/** Values to eight decimals, as a person would check them. */
const rounded = (values: readonly number[]): number[] => values.map((v) => Math.round(v * 1e8) / 1e8 + 0);
const statistic = (...args: Parameters<typeof run>): number[] => rounded(run(...args).statistic);

test('level: the value itself, signed', () => {
  expect(statistic('level', {}, [5, NaN, -2, 0])).toEqual([5, NaN, -2, 0]);
  expect(statistic('level', {}, [0.9, 1.2], { sign: -1 })).toEqual([-0.9, -1.2]);
});

describe('change', () => {
  test('in points, against one period and one year before', () => {
    expect(statistic('change', { lag: 1 }, [5, 5.5, NaN, 4, 4])).toEqual([NaN, 0.5, NaN, NaN, 0]);
    const year = Array.from({ length: 14 }, (_, i) => i * i);
    expect(statistic('change', { lag: 12 }, year).slice(11)).toEqual([NaN, 144, 168]);
  });

  test('of the moving mean: both means must be whole', () => {
    // Means of three: – – 2 3 4 5; one period back.
    expect(statistic('change', { lag: 1, meanPeriods: 3 }, [1, 2, 3, 4, 5, 9])).toEqual([NaN, NaN, NaN, 1, 1, 2]);
    const run12 = run('change', { lag: 12, meanPeriods: 3 }, [...Array.from({ length: 12 }, () => 4), 4.3, 4.6, 4.9]);
    expect(rounded(run12.statistic).slice(-3)).toEqual([NaN, NaN, 0.6]);
    expect(rounded(run12.expected).slice(-1)).toEqual([4]);
  });

  test('in percent; a base of zero or less has no percentage', () => {
    expect(statistic('change', { lag: 1, as: 'percent' }, [100, 120, 0, 5, -5, 10])).toEqual([
      NaN,
      20,
      -100,
      NaN,
      -200,
      NaN,
    ]);
    expect(statistic('change', { lag: 1, as: 'percent' }, [100, 80], { sign: -1 })).toEqual([NaN, 20]);
  });
});

describe('rise', () => {
  // golden.md: UNRATE 2006-12…2008-02; 2008-01 0.47, 2008-02 0.53.
  const unrate = [4.4, 4.6, 4.5, 4.4, 4.5, 4.4, 4.6, 4.7, 4.6, 4.7, 4.7, 4.7, 5.0, 5.0, 4.9];

  test('the Sahm rule on the eve of 2008', () => {
    const { statistic: x, expected } = run('rise', {}, unrate);
    expect(x.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => NaN));
    expect(x[14]).toBeCloseTo(0.5333333, 6);
    expect(expected[14]).toBeCloseTo(4.4333333, 6);
    // With 2006-11 (4.5) before it, the month before gives its published 0.47.
    expect(run('rise', {}, [4.5, ...unrate]).statistic[14]).toBeCloseTo(0.47, 2);
  });

  test('the present mean is not in the minimum, so a fall is negative', () => {
    expect(statistic('rise', { meanPeriods: 1, lookback: 3 }, [5, 4, 6, 3, 7])).toEqual([NaN, NaN, NaN, -1, 4]);
  });

  test('where a fall is worse: below the highest', () => {
    const mirrored = run('rise', { meanPeriods: 1, lookback: 3 }, [1.0, 1.2, 1.1, 0.9, 1.3], { sign: -1 });
    expect(rounded(mirrored.statistic)).toEqual([NaN, NaN, NaN, 0.3, -0.1]);
    expect(rounded(mirrored.expected)).toEqual([NaN, NaN, NaN, 1.2, 1.2]);
  });
});

describe('streak', () => {
  test('counts worsening in a row; a tie breaks it', () => {
    expect(statistic('streak', {}, [1, 2, 3, 3, 4, 5, 4])).toEqual([NaN, 1, 2, 0, 1, 2, 0]);
    expect(statistic('streak', {}, [3, 2, 1, 1], { sign: -1 })).toEqual([NaN, 1, 2, 0]);
  });

  test('against the year before', () => {
    expect(statistic('streak', { lag: 3 }, [1, 1, 1, 2, 2, 1, 3])).toEqual([NaN, NaN, NaN, 1, 2, 0, 1]);
  });

  test('starts anew after a missing value', () => {
    expect(statistic('streak', {}, [1, 2, NaN, 4, 5, 6])).toEqual([NaN, 1, NaN, NaN, 1, 2]);
  });
});

describe('progress', () => {
  const targets = (value: number, n: number): { targets: Float64Array } => ({
    targets: new Float64Array(n).fill(value),
  });

  test('behind the calendar share, in points of the target', () => {
    // Due after January 100/12 %, after June 50 %.
    const { statistic: x, expected } = run('progress', {}, [50, 100, 150, 200, 250, 300], {
      sign: -1,
      ...targets(1200, 6),
    });
    expect(rounded(expected)).toEqual([8.33333333, 16.66666667, 25, 33.33333333, 41.66666667, 50]);
    expect(rounded(x)).toEqual([4.16666667, 8.33333333, 12.5, 16.66666667, 20.83333333, 25]);
  });

  test('ahead is negative; a ceiling is worse when ahead', () => {
    expect(statistic('progress', {}, [200], { sign: -1, ...targets(1200, 1) })).toEqual([-8.33333333]);
    expect(statistic('progress', {}, [200], { sign: 1, ...targets(1200, 1) })).toEqual([8.33333333]);
  });

  test('the place in the year is that of the series, which may begin in any month', () => {
    expect(statistic('progress', {}, [600, 100], { sign: -1, firstSeason: 11, ...targets(1200, 2) })).toEqual([50, 0]);
  });

  test('without a target, with a target of nothing, or without a value there is nothing to say', () => {
    expect(statistic('progress', {}, [1], { sign: -1 })).toEqual([NaN]);
    expect(statistic('progress', {}, [1], { sign: -1, ...targets(0, 1) })).toEqual([NaN]);
    expect(statistic('progress', {}, [NaN], { sign: -1, ...targets(10, 1) })).toEqual([NaN]);
  });

  test('against the path of past years: all of them are needed', () => {
    // A year whose first quarter brings half; quarters: 50 80 90 100 of 100, then of 200.
    const past = [50, 80, 90, 100, 120, 160, 180, 200, 30];
    const by = { sign: -1, periodsPerYear: 4, ...targets(100, 9) } as const;
    const { statistic: x, expected } = run('progress', { expected: 'past', years: 2 }, past, by);
    expect(rounded(expected)).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 55]);
    expect(rounded(x).at(-1)).toBe(25);
    expect(run('progress', { expected: 'past', years: 3 }, past, by).statistic.at(-1)).toBeNaN();
  });

  test('the path of months; other frequencies have none', () => {
    const year = Array.from({ length: 12 }, (_, m) => 10 * (m + 1));
    const by = { sign: -1, ...targets(240, 14) } as const;
    const { statistic: x, expected } = run('progress', { expected: 'past', years: 1 }, [...year, 12, 48], by);
    expect([rounded(expected).slice(11), rounded(x).slice(11)]).toEqual([
      [NaN, 8.33333333, 16.66666667],
      [NaN, 3.33333333, -3.33333333],
    ]);
    for (const periodsPerYear of [1, 2, 52]) {
      const other = run('progress', { expected: 'past', years: 1 }, Array(60).fill(5), {
        sign: -1,
        periodsPerYear,
        ...targets(100, 60),
      });
      expect(other.statistic.every(Number.isNaN)).toBe(true);
      expect(other.expected.every(Number.isNaN)).toBe(true);
    }
  });

  test('a past year that ended with nothing says nothing of its path', () => {
    const by = { sign: -1, periodsPerYear: 4, ...targets(100, 5) } as const;
    expect(run('progress', { expected: 'past', years: 1 }, [5, 5, 5, 0, 30], by).statistic.at(-1)).toBeNaN();
  });
});

describe('scale', () => {
  test('flows are summed, as persons or as a share of the labour force', () => {
    const by = { kind: 'flow', labourForce: 1000 } as const;
    expect(statistic('scale', { as: 'persons' }, [1, 2, 3, 4, NaN, 6], by)).toEqual([NaN, NaN, 6, 9, NaN, NaN]);
    expect(statistic('scale', {}, [1, 2, 3, 4], by)).toEqual([NaN, NaN, 0.6, 0.9]);
  });

  test('figures that count up over the year are neither summed nor subtracted', () => {
    const by = { kind: 'cumulative', labourForce: 1000 } as const;
    expect(statistic('scale', { periods: 1 }, [1, 2, 3], by)).toEqual([NaN, NaN, NaN]);
  });

  test('of a stock the worsening over the window', () => {
    const by = { kind: 'stock', labourForce: 1000, sign: -1 } as const;
    expect(statistic('scale', { periods: 2, as: 'persons' }, [100, 90, 70, 80], by)).toEqual([NaN, NaN, 30, 10]);
    expect(statistic('scale', { periods: 2 }, [100, 90, 70, 80], by)).toEqual([NaN, NaN, 3, 1]);
  });

  test('points of a rate are a share already, and persons by the labour force', () => {
    const by = { kind: 'rate', labourForce: 2000 } as const;
    expect(statistic('scale', { periods: 1 }, [4, 6.5], by)).toEqual([NaN, 2.5]);
    expect(statistic('scale', { periods: 1, as: 'persons' }, [4, 6.5], by)).toEqual([NaN, 50]);
  });

  test('without a labour force there is no share, but there are persons', () => {
    expect(statistic('scale', { periods: 1 }, [5], { kind: 'flow' })).toEqual([NaN]);
    expect(statistic('scale', { periods: 1, as: 'persons' }, [5], { kind: 'flow' })).toEqual([5]);
  });
});

describe('ears', () => {
  // Mean 4, standard deviation 2 (squares 4 0 4 over n − 1 = 2).
  const by = { baseline: 3 } as const;

  test('C1: standard deviations above the three values before', () => {
    const { statistic: x, expected, bound, alarm } = run('ears', by, [2, 4, 6, 9, 11]);
    expect(rounded(x).slice(0, 4)).toEqual([NaN, NaN, NaN, 2.5]);
    expect(rounded(expected).slice(0, 4)).toEqual([NaN, NaN, NaN, 4]);
    expect(rounded(bound)[3]).toBe(rounded([4 + 2 * 3.090232306167813])[0]);
    expect(alarm[3]).toBe(0);
    expect(run('ears', { ...by, alpha: 0.025 }, [2, 4, 6, 9]).alarm[3]).toBe(1);
  });

  test('C2 leaves two values between', () => {
    expect(rounded(run('ears', { ...by, method: 'C2' }, [2, 4, 6, 99, 99, 9]).statistic)).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
      2.5,
    ]);
  });

  test('C3 adds up what three of them were above 1; its bound falls with the two before, not below 0', () => {
    // C2 of the last three: 2.5 of [2 4 6]; 4 of [4 6 8]; 0 of [6 8 10].
    const values = [2, 4, 6, 8, 10, 9, 14, 8];
    const { statistic: x, expected, bound, alarm } = run('ears', { ...by, method: 'C3' }, values);
    expect(rounded(x)).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN, 4.5]);
    expect(expected[7]).toBe(8);
    expect(bound[7]).toBeCloseTo(8 + 2 * (1.959963984540054 - 1.5 - 3), 10);
    expect(alarm[7]).toBe(1);
    const high = run('ears', { ...by, method: 'C3' }, values.with(6, 40));
    expect([high.bound[7], high.alarm[7]]).toEqual([0, 1]);
    // Where a fall is worse the line lies above: it is no count that would end at 0.
    const fall = run(
      'ears',
      { ...by, method: 'C3' },
      values.map((v) => -v),
      { sign: -1 },
    );
    expect(fall.bound[7]).toBeCloseTo(-(8 + 2 * (1.959963984540054 - 1.5 - 3)), 10);
    expect([fall.statistic[7], fall.alarm[7]]).toEqual([x[7], 1]);
  });

  test('where a fall is worse the bound lies below', () => {
    const { statistic: x, bound, alarm } = run('ears', { ...by, alpha: 0.025 }, [2, 4, 6, -1], { sign: -1 });
    expect(rounded(x)[3]).toBe(2.5);
    expect(bound[3]).toBeCloseTo(4 - 2 * 1.959963984540054, 10);
    expect(alarm[3]).toBe(1);
  });

  test('a baseline without spread says nothing, unless the least spread is named', () => {
    const flat = [0.1, 0.1, 0.1, 0.1, 0.3];
    expect(run('ears', by, flat).statistic).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(rounded(run('ears', { ...by, minSigma: 0.1 }, flat).statistic)).toEqual([NaN, NaN, NaN, 0, 2]);
  });
});

describe('cusum', () => {
  test('sums what is beyond the allowance, from the mean of the baseline; an alarm does not end it', () => {
    // m = 4, z = (v − 4)/2: 1, 2, −3, 0.5.
    const raw = { k: 0.5, h: 2, baselinePeriods: 2 };
    const { statistic: x, expected, bound, alarm } = run('cusum', raw, [3, 5, 6, 8, -2, 5]);
    expect(rounded(x)).toEqual([NaN, NaN, 0.5, 2, 0, 0]);
    expect(rounded(expected)).toEqual([NaN, NaN, 4, 4, 4, 4]);
    expect(bound).toEqual([NaN, NaN, 9, 8, 5, 9]);
    expect(alarm).toEqual([0, 0, 0, 1, 0, 0]);
  });

  test('a given target needs no baseline, and takes one that is named as not charted', () => {
    expect(statistic('cusum', { target: 4, k: 0 }, [6, 8])).toEqual([1, 3]);
    expect(statistic('cusum', { target: 4, k: 0, baselinePeriods: 1 }, [6, 8])).toEqual([NaN, 2]);
    expect(statistic('cusum', { target: 4, k: 0 }, [2, 6], { sign: -1 })).toEqual([1, 0]);
  });

  test('the other transforms, by hand', () => {
    // Rossi: (9 − 12 + 2·6)/4; Anscombe: 1.5·(27^⅔ − 8^⅔)/8^⅙ = 1.5·5/√2.
    expect(statistic('cusum', { target: 4, k: 0, transform: 'rossi' }, [9])).toEqual([2.25]);
    expect(statistic('cusum', { target: 8, k: 0, transform: 'anscombe' }, [27])).toEqual([5.30330086]);
  });

  test('what is not a count has no root, and a target of nothing no spread', () => {
    expect(statistic('cusum', { target: 4, k: 0, transform: 'rossi' }, [9, -1, 4])).toEqual([2.25, NaN, 2.25]);
    expect(statistic('cusum', { baselinePeriods: 2 }, [0, 0, 5])).toEqual([NaN, NaN, NaN]);
  });
});

describe('ewma', () => {
  // μ = 4, s = √2; λ = 0.5: σ(1) = √2·√(1/3·3/4) = 0.70710678, σ(2) = √2·√(1/3·15/16).
  const raw = { lambda: 0.5, limit: 2, baselinePeriods: 2 } as const;

  test('in standard deviations of the weighted mean, which starts at the mean of the baseline', () => {
    const { statistic: x, expected, bound, alarm } = run('ewma', raw, [3, 5, 8, 4]);
    expect(rounded(x)).toEqual(rounded([NaN, NaN, 2 / Math.SQRT1_2, 1 / Math.sqrt(5 / 8)]));
    expect(rounded(expected)).toEqual([NaN, NaN, 4, 4]);
    expect(rounded(bound)).toEqual(rounded([NaN, NaN, 4 + Math.SQRT2, 4 + 2 * Math.sqrt(5 / 8)]));
    expect(alarm).toEqual([0, 0, 1, 0]);
  });

  test('where a fall is worse the limit lies below', () => {
    const { statistic: x, bound, alarm } = run('ewma', raw, [3, 5, 0, 4], { sign: -1 });
    expect(rounded(x)[2]).toBe(2.82842712);
    expect(rounded(bound)[2]).toBe(2.58578644);
    expect(alarm).toEqual([0, 0, 1, 0]);
  });

  test('a baseline without spread says nothing', () => {
    expect(statistic('ewma', raw, [0.1, 0.1, 5])).toEqual([NaN, NaN, NaN]);
  });
});
