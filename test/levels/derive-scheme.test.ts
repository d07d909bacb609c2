import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess';
import { INSUFFICIENT } from '../../src/base/level';
import { levelWords } from '../../src/levels/level-names';
import { conditionWords } from '../../src/levels/words';
import { describeRegion } from '../../src/levels/derivation-text';
import { deriveRegion } from '../../src/levels/derive';
import { conditionHolds, makeCounts } from '../../src/levels/conditions';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { LevelNaming, Scheme } from '../../src/levels/scheme';
import { buildPanels } from '../../src/panel/build';
import { batchOf, catalogue, indicatorOf, type Row, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

const lamp = (zh: string, en: string, numeral = ''): LevelNaming => ({ numeral, name: { zh, en } });

/** Two areas, three figures, twelve months; a hole in one. */
const list = catalogue(indicatorOf('rate'), indicatorOf('claims'), indicatorOf('output', { family: 'macro' }));
const tree = treeOf({ R: '', a: 'R', b: 'R' });
const month = (t: number): string => `2020-${String(t + 1).padStart(2, '0')}`;
const series: Record<string, readonly number[]> = {
  rate: [0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 2, 2],
  claims: [0, 0, 2, 2, 0, 3, 3, 3, 0, 4, NaN, 2],
  output: [4, 3, 2, 1, 0, 0, 1, 2, 3, 4, 0, 2],
};
const rows = Object.entries(series).flatMap(([id, values]) =>
  values.flatMap((v, t): Row[] =>
    Number.isNaN(v)
      ? []
      : [
          ['a', id, month(t), v],
          ['b', id, month(t), values[(t + 4) % 12]! || 0],
        ],
  ),
);
const rules = ['rate', 'claims', 'output'].map((id) =>
  ruleOf({ id, indicator: id, name: { zh: `${id}规则`, en: `${id} rule` }, holdMissing: 0 }),
);
const scheme: Scheme = {
  ...defaultScheme(),
  levels: [1, 2, 4],
  names: {
    0: lamp('蓝灯', 'blue lamp'),
    1: lamp('绿灯', 'green lamp'),
    2: lamp('黄灯', 'yellow lamp'),
    4: lamp('红灯', 'red lamp', 'Ⅰ'),
  },
  score: { items: 9, points: [5, 4, 3, 2, 1] },
  conditions: {
    1: [{ kind: 'score', atMost: 37 }],
    2: [{ kind: 'rules', rules: ['rate', 'claims'], atLeast: 2, count: 2 }],
    3: [],
    4: [{ kind: 'rules', rules: ['rate', 'claims', 'output'], atLeast: 4, count: 1 }],
  },
  minUsable: { count: 2, share: 0.5 },
  spread: {},
};
const { panels } = buildPanels([batchOf(rows)], tree, list);
const assessment = assess(panels, { ruleSet: ruleSetOf(rules), scheme }, null);
const { panel } = assessment;
const context = { tree, catalogue: list, ruleSet: assessment.config.ruleSet, weekEndsOn: 6 };
const proofs = ['a', 'b'].flatMap((code) =>
  Array.from({ length: panel.count }, (_, t) => ({
    t,
    d: deriveRegion(assessment, tree.indexOf.get(code)!, panel.first + t),
  })),
);

describe('the proof of a level under a scheme of named rules, a score and names of its own', () => {
  test('names the condition of the level that was graded, for every region and month', () => {
    const kinds = new Set<string>();
    for (const { d } of proofs) {
      if (d.own === INSUFFICIENT || d.own === 0) expect(d.condition).toBeNull();
      else {
        expect(scheme.conditions[d.own]).toContain(d.condition);
        kinds.add(`${d.own} ${d.condition!.kind}`);
      }
    }
    expect([...kinds].sort()).toEqual(['1 score', '2 rules', '4 rules']);
  });

  test('shows the score with its items; it is the one that was graded by', () => {
    for (const { d } of proofs) {
      const { total, points, speaking, items } = d.score!;
      expect(speaking).toBe(d.families.flatMap((f) => f.signals).filter((s) => s.level !== INSUFFICIENT).length);
      expect(total).toBe(Math.ceil((items * points) / speaking - 0.5));
      const byScore = conditionHolds({ kind: 'score', atMost: 37 }, { ...makeCounts(scheme), score: total! });
      if (d.own === 0) expect(byScore).toBe(false);
      if (d.condition?.kind === 'score') expect(byScore).toBe(true);
    }
    // One month without a figure: two of three speak.
    expect(proofs.find(({ d, t }) => d.regionCode === 'a' && t === 10)!.d.score).toMatchObject({
      speaking: 2,
      points: 8,
      total: 36,
    });
  });

  test('says it in the names of the place', () => {
    const words = (own: number) => describeRegion(proofs.find(({ d }) => d.own === own && d.level === own)!.d, context);
    const texts = (own: number, lang: 'zh' | 'en') => words(own).children.map((c) => c.text[lang]);
    expect(words(1).text.zh).toMatch(/：绿灯$/);
    expect(words(4).text.en).toMatch(/: Ⅰ red lamp$/);
    expect(texts(1, 'zh')).toContain('依据：综合分数不高于 37 分');
    expect(texts(2, 'zh')).toContain('依据：规则“rate规则”“claims规则”均达到 黄灯及以上');
    expect(texts(2, 'en')).toContain('because: all of the rules “rate rule”, “claims rule” at “yellow lamp” or above');
    expect(texts(4, 'en')).toContain(
      'because: at least 1 of the rules “rate rule”, “claims rule”, “output rule” at level Ⅰ or above',
    );
    expect(texts(1, 'en').find((line) => line.startsWith('total score'))).toMatch(
      /^total score 3[2-7] \(3 rules have \d+ points, as of 9;/,
    );
  });

  test('too few rules for a score are told', () => {
    const few = assess(
      panels,
      { ruleSet: ruleSetOf(rules), scheme: { ...scheme, minUsable: { count: 4, share: 0.5 } } },
      null,
    );
    const d = deriveRegion(few, tree.indexOf.get('a')!, panel.first + 1);
    expect(d).toMatchObject({ own: INSUFFICIENT, score: { total: null, speaking: 3 } });
    expect(describeRegion(d, context).children.map((c) => c.text.en)).toContain(
      '3 rules speak: too few for a total score',
    );
  });
});

describe('names', () => {
  test('the usual ones where a scheme has none of its own', () => {
    const usual = levelWords(null);
    expect([usual.full(2).zh, usual.short(2).en, usual.inline(2).zh, usual.inline(2).en]).toEqual([
      'Ⅲ级（黄色）',
      'Ⅲ Yellow',
      'Ⅲ 级',
      'level Ⅲ',
    ]);
  });

  test('insufficient data is called that everywhere', () => {
    for (const names of [null, scheme.names]) expect(levelWords(names).full(INSUFFICIENT).zh).toBe('数据不足');
  });

  test('a rule that the set does not have stands by its id', () => {
    const condition = { kind: 'rules', rules: ['gone'], atLeast: 1, count: 1 } as const;
    expect(conditionWords(condition, levelWords(null), (id) => ({ zh: id, en: id })).en).toBe(
      'the rule “gone” at level Ⅳ or above',
    );
  });
});
