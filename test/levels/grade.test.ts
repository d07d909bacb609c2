import { describe, expect, test } from 'vitest';
import type { Family } from '../../src/base/indicators';
import { INSUFFICIENT } from '../../src/base/level';
import { gradeRegions, neededFresh } from '../../src/levels/grade';
import { LevelFlag } from '../../src/levels/levels';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Scheme } from '../../src/levels/scheme';
import type { Panel } from '../../src/panel/panel';
import type { Rule } from '../../src/signals/rule';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf } from '../signals/make-rule';
import { type Said, signalsOf } from './make-signals';

const tree = treeOf({ A: '' });
const families: readonly Family[] = ['employment', 'market', 'macro', 'newforms'];
const list = catalogue(...families.map((family) => indicatorOf(family, { family })));
const NO = INSUFFICIENT;

/** One region; each rule with its family, role and what it says over time. */
function grade(
  rules: readonly (readonly [family: string, said: readonly Said[], over?: Partial<Rule>])[],
  scheme: Scheme = defaultScheme(),
) {
  const count = rules[0]![1].length;
  const panel: Panel = panelOf(tree, list, '2020-01', { employment: { A: Array(count).fill(1) } });
  const signals = rules.map(([indicator, said, over], i) =>
    signalsOf(panel, ruleOf({ id: `r${i}`, indicator, ...over }), { A: said }),
  );
  const levels = gradeRegions(panel, signals, scheme);
  return {
    level: Array.from(levels.level),
    own: Array.from(levels.own),
    flags: Array.from(levels.flags),
    index: Array.from(levels.index),
    families: Object.fromEntries(families.map((f) => [f, Array.from(levels.families[f])])),
    weights: levels.weights,
    weighting: levels.weighting,
  };
}

describe('families and regions', () => {
  test('the highest signal makes its family, families make the region', () => {
    const { families: by, level } = grade([
      ['employment', [0, 1, 2, 3, 4]],
      ['employment', [0, 0, 1, 1, 1]],
      ['market', [0, 0, 1, 2, 3]],
    ]);
    expect(by.employment).toEqual([0, 1, 2, 3, 4]);
    expect(by.market).toEqual([0, 0, 1, 2, 3]);
    expect(by.macro).toEqual([NO, NO, NO, NO, NO]);
    expect(level).toEqual([0, 1, 2, 3, 4]);
  });

  test('a family without a fresh figure is not normal, a warning of it stands on held signals', () => {
    const { families: by } = grade([
      ['employment', [0, 'stale', 'stale', 0]],
      ['employment', [0, 'stale', 'insufficient', 'stale']],
      ['market', [2, 'stale', 'stale', 'stale']],
      ['macro', [0, 'carried', 'carried', 'carried']],
    ]);
    expect(by.employment).toEqual([0, NO, NO, 0]);
    expect(by.market).toEqual([2, 2, 2, 2]);
    // Nothing was due: an expected gap is not a silence.
    expect(by.macro).toEqual([0, 0, 0, 0]);
  });

  test('a family may ask for more than one signal', () => {
    const scheme = { ...defaultScheme(), minSignals: { 1: 1, 2: 2, 3: 2, 4: 3 } };
    const { families: by } = grade(
      [
        ['market', [4, 4, 4]],
        ['market', [0, 3, 4]],
        ['market', [0, 0, 4]],
      ],
      scheme,
    );
    expect(by.market).toEqual([1, 3, 4]);
  });

  test('floor and scale rules lift the region alone', () => {
    expect(grade([['employment', [3], { role: 'floor' }]]).level).toEqual([3]);
    expect(grade([['employment', [4], { role: 'scale' }]]).level).toEqual([4]);
    expect(grade([['employment', [4]]]).level).toEqual([1]);
  });

  test('a three-level scheme never gives the level that it leaves out', () => {
    const base = defaultScheme();
    const three: Scheme = {
      ...base,
      levels: [2, 3, 4],
      conditions: { ...base.conditions, 1: [], 2: [{ kind: 'signals', atLeast: 2, count: 1 }] },
    };
    const { level, families: by } = grade(
      [
        ['employment', [0, 1, 2, 3, 4]],
        ['market', [0, 1, 1, 3, 3]],
      ],
      three,
    );
    expect(level).toEqual([0, 0, 2, 3, 4]);
    expect(by.employment).toEqual([0, 0, 2, 3, 4]);
  });
});

describe('insufficient is never normal', () => {
  test('no rule at work, or too few fresh ones', () => {
    expect(grade([['employment', ['waiting', 0]]]).level).toEqual([NO, 0]);
    expect(grade([['employment', [0, 'stale', 'insufficient']]]).level).toEqual([0, NO, NO]);
    // Half of them must be fresh: one of two is, one of three is not.
    expect(
      grade([
        ['employment', [0, 0]],
        ['market', [0, 'stale']],
      ]).level,
    ).toEqual([0, 0]);
    expect(
      grade([
        ['employment', [0, 0]],
        ['market', [0, 'stale']],
        ['macro', [0, 'insufficient']],
      ]).level,
    ).toEqual([0, NO]);
  });

  test('rules that have not begun are not expected', () => {
    expect(
      grade([
        ['employment', [0, 0]],
        ['market', ['waiting', 'waiting']],
        ['macro', ['waiting', 'waiting']],
      ]).level,
    ).toEqual([0, 0]);
  });

  test('what is carried over an expected gap is not missed; alone it says nothing new', () => {
    expect(
      grade([
        ['employment', [0, 0]],
        ['market', [0, 'carried']],
        ['macro', [0, 'carried']],
      ]).level,
    ).toEqual([0, 0]);
    expect(grade([['employment', [0, 'carried']]]).level).toEqual([0, NO]);
    expect(grade([['employment', [1, 'carried']]]).level).toEqual([1, 1]);
  });

  test('a warning stands on what is held, until it is insufficient', () => {
    expect(grade([['employment', [2, 'stale', 'insufficient'], { role: 'floor' }]])).toMatchObject({
      level: [2, 2, NO],
    });
  });

  test('needs at least so many, and at least this share', () => {
    const scheme = { ...defaultScheme(), minUsable: { count: 3, share: 0.5 } };
    expect([0, 4, 6, 7, 10].map((n) => neededFresh(scheme, n))).toEqual([3, 3, 3, 4, 5]);
  });

  test('a family whose rules are all insufficient has no level', () => {
    expect(
      grade([
        ['employment', [0, 0]],
        ['market', [2, 'insufficient']],
      ]).families.market,
    ).toEqual([2, NO]);
  });
});

describe('flags', () => {
  const { stale, partial, gap, coverage } = LevelFlag;

  test('stale and partial say what the level leans on', () => {
    // A missing value here can hide no more than Ⅳ, which a held Ⅲ gives already; when it is held no longer, it may.
    expect(
      grade([
        ['employment', [2, 'stale', 'insufficient']],
        ['market', [0, 0, 0]],
      ]).flags,
    ).toEqual([0, stale, partial | gap]);
  });

  test('a gap is marked only where the level could be higher', () => {
    const holed = (level: number): Said => ({ level, gap: 1 });
    // A plain signal alone can lift the region to Ⅳ, not further: at Ⅳ nothing is held down.
    expect(
      grade([
        ['employment', [holed(0), holed(1), holed(4)]],
        ['market', [0, 0, 0]],
      ]).flags,
    ).toEqual([gap, 0, 0]);
    // With a second family at Ⅱ it could be Ⅰ.
    expect(
      grade([
        ['employment', [holed(1)]],
        ['market', [3]],
      ]).flags,
    ).toEqual([gap]);
    expect(grade([['employment', [holed(1)], { role: 'scale' }]]).flags).toEqual([gap]);
    // A rule without a red line cannot hold down a red level.
    expect(grade([['employment', [holed(1)], { role: 'scale', thresholds: { blue: 1 } }]]).flags).toEqual([0]);
  });

  test('figures from a part of the children are marked in their own way', () => {
    expect(
      grade([
        [
          'employment',
          [
            { level: 0, gap: 2 },
            { level: 0, gap: 3 },
          ],
        ],
        ['market', [0, 0]],
      ]).flags,
    ).toEqual([coverage, coverage | gap]);
  });
});

describe('the composite index', () => {
  test('25 × the weighted mean over families of the mean severity of their signals', () => {
    expect(
      grade([
        ['employment', [4]],
        ['market', [4]],
      ]).index,
    ).toEqual([100]);
    expect(
      grade([
        ['employment', [4]],
        ['employment', [2]],
        ['market', [0]],
      ]).index,
    ).toEqual([37.5]);
    const weighted: Scheme = {
      ...defaultScheme(),
      weighting: 'expert',
      weights: { employment: 3, market: 1, macro: 9, newforms: 9 },
    };
    const { index, weights } = grade(
      [
        ['employment', [4]],
        ['market', [0]],
      ],
      weighted,
    );
    expect(index).toEqual([75]);
    expect(weights).toEqual({ employment: 0.75, market: 0.25, macro: 0, newforms: 0 });
  });

  test('a silent signal lends its last severity until it is insufficient; a silent family is left out', () => {
    const { index } = grade([
      ['employment', [4, 'stale', 'insufficient', 'insufficient']],
      ['market', [2, 2, 2, 2]],
    ]);
    expect(index).toEqual([75, 75, 50, 50]);
  });

  test('is not there where there is no level, and with weights of nothing', () => {
    expect(grade([['employment', [0, 'insufficient']]]).index).toEqual([0, NaN]);
    const none: Scheme = {
      ...defaultScheme(),
      weighting: 'expert',
      weights: { employment: 0, market: 0, macro: 0, newforms: 0 },
    };
    expect(grade([['employment', [2]]], none)).toMatchObject({ index: [NaN], weights: { employment: 0 } });
  });
});

describe('weights from the data', () => {
  /** Twelve months: employment goes up and down, market stands still at Ⅳ, macro says the contrary of employment. */
  const wave = [0, 2, 4, 2, 0, 2, 4, 2, 0, 2, 4, 2];
  const rules = [
    ['employment', wave],
    ['market', wave.map(() => 1)],
    ['macro', wave.map((s) => 4 - s)],
  ] as const;
  const by = (weighting: 'entropy' | 'critic'): Scheme => ({ ...defaultScheme(), weighting });

  test.each(['entropy', 'critic'] as const)('%s: a family that stands still weighs nothing', (weighting) => {
    const { weights, weighting: inForce, index } = grade(rules, by(weighting));
    expect(weights).toEqual({ employment: 0.5, market: 0, macro: 0.5, newforms: 0 });
    expect(inForce).toEqual({ asked: weighting, used: weighting, reason: null, cells: 12 });
    expect(index).toEqual(wave.map(() => 50));
  });

  test('the index is that of the same weights given by an expert', () => {
    const { index, weights } = grade(
      [
        ['employment', wave],
        ['market', wave.map((s, i) => (i % 3 === 0 ? s : 1))],
      ],
      by('critic'),
    );
    const expert: Scheme = { ...defaultScheme(), weighting: 'expert', weights };
    const given = grade(
      [
        ['employment', wave],
        ['market', wave.map((s, i) => (i % 3 === 0 ? s : 1))],
      ],
      expert,
    );
    expect(weights.employment).toBeGreaterThan(0.1);
    expect(weights.market).toBeGreaterThan(0.1);
    expect(index).toEqual(given.index);
  });

  test('cells in which a family is silent do not count towards the weights, and have an index of the others', () => {
    const late: readonly Said[] = ['waiting', ...wave.slice(1)];
    const { weighting, index } = grade(
      [
        ['employment', wave.map(() => 4)],
        ['market', late],
      ],
      by('entropy'),
    );
    expect(weighting).toEqual({ asked: 'entropy', used: 'equal', reason: expect.anything(), cells: 11 });
    expect(index[0]).toBe(100);
  });

  test('where nothing varies they are equal, with the reason', () => {
    const flat = wave.map(() => 2);
    const { weights, weighting } = grade(
      [
        ['employment', flat],
        ['market', flat],
      ],
      by('critic'),
    );
    expect(weights).toEqual({ employment: 0.5, market: 0.5, macro: 0, newforms: 0 });
    expect(weighting).toMatchObject({
      used: 'equal',
      reason: { en: expect.stringContaining('do not vary') },
      cells: 12,
    });
  });
});

describe('conditions that name rules', () => {
  const and = { kind: 'rules', rules: ['r0', 'r2'], atLeast: 2, count: 2 } as const;
  const or = { kind: 'rules', rules: ['r1', 'r2'], atLeast: 3, count: 1 } as const;
  const scheme: Scheme = { ...defaultScheme(), conditions: { 1: [], 2: [and], 3: [or], 4: [] } };

  test('hold by those rules alone', () => {
    const { level } = grade(
      [
        ['employment', [2, 2, 0, 2, 4]],
        ['market', [4, 2, 3, 0, 0]],
        ['employment', [0, 2, 2, 1, 3]],
      ],
      scheme,
    );
    // r1 at Ⅱ or above; both; r1; r2 only at Ⅳ; r2 at Ⅱ.
    expect(level).toEqual([3, 2, 3, 0, 3]);
  });

  test('a rule that is not there, or does not speak, keeps them from holding', () => {
    const absent: Scheme = { ...scheme, conditions: { 1: [], 2: [{ ...and, rules: ['r0', 'nobody'] }], 3: [], 4: [] } };
    expect(grade([['employment', [4]]], absent).level).toEqual([0]);
    const lost = grade(
      [
        ['employment', [2, 2]],
        ['market', [0, 0]],
        ['employment', [2, 'insufficient']],
      ],
      scheme,
    );
    expect(lost).toMatchObject({ level: [2, 0], flags: [0, LevelFlag.partial | LevelFlag.gap] });
  });

  test('what is missing marks the level only where such a condition could hold', () => {
    const holed = { level: 1, gap: 1 };
    const low = grade(
      [
        ['employment', [0]],
        ['market', [0]],
        ['employment', [holed], { thresholds: { blue: 1, yellow: 2 } }],
      ],
      scheme,
    );
    expect(low).toMatchObject({ level: [0], flags: [0] });
    const high = grade(
      [
        ['employment', [2]],
        ['market', [0]],
        ['employment', [holed], { thresholds: { blue: 1, yellow: 2 } }],
      ],
      scheme,
    );
    expect(high).toMatchObject({ level: [0], flags: [LevelFlag.gap] });
  });
});

test('an indicator that the catalogue does not know counts as employment', () => {
  expect(grade([['unknown', [1]]]).families.employment).toEqual([1]);
});
