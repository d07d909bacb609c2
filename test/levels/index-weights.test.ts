import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticWeights, entropyWeights, indexWeights, weighsByData } from '../../src/levels/index-weights';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Scheme } from '../../src/levels/scheme';

/** Columns of a matrix that is written by rows, as papers print it. */
const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  rows[0]!.map((_, j) => Float64Array.from(rows, (row) => row[j]!));
const close = (given: readonly number[] | null, wanted: readonly number[], digits: number): void => {
  expect(given).toHaveLength(wanted.length);
  given!.forEach((w, j) => expect(w).toBeCloseTo(wanted[j]!, digits));
};

describe('entropy weights', () => {
  test('the worked example of four alternatives and four criteria in the manual of the Python package crispyn', () => {
    const rows = [
      [30, 30, 38, 29],
      [19, 54, 86, 29],
      [19, 15, 85, 28.9],
      [68, 70, 60, 29],
    ];
    close(entropyWeights(columnsOf(rows)), [0.463, 0.3992, 0.1378, 0], 4);
  });

  test('by hand: shares 1/5, 4/5 and 1/9, 8/9', () => {
    // e1 = (0.2·ln 5 + 0.8·ln 1.25) / ln 2 = 0.721928, e2 = (ln 9 / 9 + 8/9·ln 1.125) / ln 2 = 0.503258
    close(
      entropyWeights(
        columnsOf([
          [1, 2],
          [4, 16],
        ]),
      ),
      [0.278072 / 0.774814, 0.496742 / 0.774814],
      5,
    );
  });

  test('0·ln 0 is 0: a family that speaks in one cell alone tells most', () => {
    // e1 = 0, e2 = ln 2 / ln 4 = 1/2
    close(
      entropyWeights(
        columnsOf([
          [1, 1],
          [0, 1],
          [0, 0],
          [0, 0],
        ]),
      ),
      [2 / 3, 1 / 3],
      12,
    );
  });

  test('a constant family, also one of noughts, weighs nothing; without spread there are none', () => {
    expect(
      entropyWeights(
        columnsOf([
          [1, 0.1, 0],
          [3, 0.1, 0],
        ]),
      ),
    ).toEqual([1, 0, 0]);
    expect(
      entropyWeights(
        columnsOf([
          [0.1, 0],
          [0.1, 0],
          [0.1, 0],
        ]),
      ),
    ).toBeNull();
  });
});

describe('CRITIC weights', () => {
  test('the eight firms of Diakoulaki, Mavrotas and Papayannakis (1995)', () => {
    const rows = [
      [61, 1.08, 4.33],
      [20.7, 0.26, 4.34],
      [16.3, 1.98, 2.53],
      [9, 3.29, 1.65],
      [5.4, 2.77, 2.33],
      [4, 4.12, 1.21],
      [-6.1, 3.52, 2.1],
      [-34.6, 3.31, 0.98],
    ];
    close(criticWeights(columnsOf(rows)), [0.20222554, 0.48090173, 0.31687273], 7);
  });

  test('the five packages of Tuş and Aytaç Adalı (2019)', () => {
    const rows = [
      [5000, 3, 3, 4, 3, 2],
      [680, 5, 3, 2, 2, 1],
      [2000, 3, 2, 3, 4, 3],
      [600, 4, 3, 1, 2, 2],
      [800, 2, 4, 3, 3, 4],
    ];
    close(criticWeights(columnsOf(rows)), [0.157, 0.249, 0.168, 0.121, 0.154, 0.151], 3);
  });

  test('a constant family weighs nothing and is in no conflict; twins and a lone one stand apart from nobody', () => {
    close(
      criticWeights(
        columnsOf([
          [0, 2, 4],
          [1, 2, 0],
          [0, 2, 4],
          [1, 2, 0],
        ]),
      ),
      [0.5, 0, 0.5],
      12,
    );
    expect(
      criticWeights(
        columnsOf([
          [0, 0],
          [1, 2],
          [3, 6],
        ]),
      ),
    ).toBeNull();
    expect(
      criticWeights(
        columnsOf([
          [0, 7],
          [1, 7],
          [3, 7],
        ]),
      ),
    ).toBeNull();
  });
});

const matrix = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(
    fc.array(
      fc.integer({ min: 0, max: 16 }).map((v) => v / 4),
      { minLength: width, maxLength: width },
    ),
    {
      minLength: 3,
      maxLength: 40,
    },
  ),
);

test('both: weights are shares, do not hang on the order of cells or on a factor, and follow their columns', () => {
  fc.assert(
    fc.property(matrix, fc.constantFrom(0.5, 2, 8), (rows, factor) => {
      for (const of of [entropyWeights, criticWeights]) {
        const weights = of(columnsOf(rows));
        if (!weights) continue;
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
        expect(weights.every((w) => w >= 0)).toBe(true);
        close(of(columnsOf(rows.toReversed())), weights, 9);
        close(of(columnsOf(rows.map((row) => row.map((v) => v * factor)))), weights, 9);
        close(of(columnsOf(rows).toReversed()), weights.toReversed(), 9);
      }
    }),
  );
});

describe('weights in force', () => {
  const scheme = (over: Partial<Scheme>): Scheme => ({ ...defaultScheme(), ...over });
  const two = [true, true, false, false];
  const given = { employment: 3, market: 1, macro: 9, newforms: 9 };

  test('equal ones do not look at the weights given, experts do, and so does a scheme that does not say', () => {
    const halves = { employment: 0.5, market: 0.5, macro: 0, newforms: 0 };
    const quarters = { employment: 0.75, market: 0.25, macro: 0, newforms: 0 };
    const { weighting: _, ...silent } = scheme({ weights: given });
    expect(indexWeights(scheme({ weighting: 'equal', weights: given }), two, null)).toEqual({
      weights: halves,
      weighting: { asked: 'equal', used: 'equal', reason: null, cells: 0 },
    });
    for (const s of [scheme({ weighting: 'expert', weights: given }), silent]) {
      expect(indexWeights(s, two, null)).toEqual({
        weights: quarters,
        weighting: { asked: 'expert', used: 'expert', reason: null, cells: 0 },
      });
    }
    expect(
      (['equal', 'expert', 'entropy', 'critic'] as const).filter((weighting) => weighsByData(scheme({ weighting }))),
    ).toEqual(['entropy', 'critic']);
  });

  test('from the data: only cells where every family at work speaks, and not fewer than twelve', () => {
    const column = (of: (i: number) => number, size = 13): Float32Array =>
      Float32Array.from({ length: size }, (_, i) => of(i));
    const rise = column((i) => (i === 5 ? NaN : i % 4));
    const fall = column((i) => 3 - (i % 3));
    const none = column(() => NaN);
    const entropy = scheme({ weighting: 'entropy', weights: given });
    const { weights, weighting } = indexWeights(entropy, two, [rise, fall, none, none]);
    expect(weighting).toEqual({ asked: 'entropy', used: 'entropy', reason: null, cells: 12 });
    const complete = [rise, fall].map((c) => Float64Array.from(c.filter((_, i) => i !== 5)));
    expect([weights.employment, weights.market]).toEqual(entropyWeights(complete));

    const short = indexWeights(
      entropy,
      two,
      [rise, fall, none, none].map((c) => c.subarray(0, 12)),
    );
    expect(short.weights).toEqual({ employment: 0.5, market: 0.5, macro: 0, newforms: 0 });
    expect(short.weighting).toMatchObject({
      used: 'equal',
      cells: 11,
      reason: { zh: expect.stringContaining('等权') },
    });
  });

  test('a single family has all the weight, none has none', () => {
    const some = [
      Float32Array.of(1, 2),
      Float32Array.of(NaN, NaN),
      Float32Array.of(NaN, NaN),
      Float32Array.of(NaN, NaN),
    ];
    const critic = scheme({ weighting: 'critic' });
    expect(indexWeights(critic, [true, false, false, false], some)).toMatchObject({
      weights: { employment: 1, market: 0 },
      weighting: { used: 'critic', reason: null },
    });
    expect(indexWeights(critic, [false, false, false, false], some).weights).toEqual({
      employment: 0,
      market: 0,
      macro: 0,
      newforms: 0,
    });
  });
});
