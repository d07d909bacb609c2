import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INSUFFICIENT } from '../../src/base/level';
import { levelFrom, makeCounts } from '../../src/levels/conditions';
import lightScoreJson from '../../src/levels/defaults/presets/light-score.json';
import { gradeRegions } from '../../src/levels/grade';
import { LevelFlag } from '../../src/levels/levels';
import { scoreTotal, totalOf } from '../../src/levels/light-score';
import { loadScheme } from '../../src/levels/load-scheme';
import type { Scheme } from '../../src/levels/scheme';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf } from '../signals/make-rule';
import { type Said, signalsOf } from './make-signals';

const scheme: Scheme = loadScheme(lightScoreJson).value!;
/** 0 for the highest band (38–45) to 4 for the lowest (9–16). */
const bandOf = (total: number): number => levelFrom(scheme, { ...makeCounts(scheme), score: total }).level;
const sum = (items: readonly number[]): number => items.reduce((a, b) => a + b, 0);

describe('the published score', () => {
  test('February 2025: items 1 5 5 3 5 5 5 5 3 give 37, the fourth band', () => {
    const items = [1, 5, 5, 3, 5, 5, 5, 5, 3];
    const total = scoreTotal(sum(items), items.length, 9);
    expect(total).toBe(37);
    // The fourth from below is the second from above: one step below no warning.
    expect(5 - bandOf(total)).toBe(4);
  });

  test.each([
    [9, 16, 4],
    [17, 22, 3],
    [23, 31, 2],
    [32, 37, 1],
    [38, 45, 0],
  ])('band %d–%d is level %d', (from, to, level) => {
    for (let total = from; total <= to; total++) expect(bandOf(total)).toBe(level);
  });
});

describe('another number of items', () => {
  test('is brought to nine of the same mean, in whole points, halves to the worse side', () => {
    expect([scoreTotal(5, 1, 9), scoreTotal(1, 1, 9), scoreTotal(20, 5, 9)]).toEqual([45, 9, 36]);
    // 9 × 7 / 2 = 31.5 and 9 × 25 / 6 = 37.5 fall; 9 × 21 / 5 = 37.8 rises.
    expect([scoreTotal(7, 2, 9), scoreTotal(25, 6, 9), scoreTotal(21, 5, 9)]).toEqual([31, 37, 38]);
    expect(scoreTotal(0, 0, 9)).toBeNaN();
  });

  test('fewer than the scheme wants give no total, and a scheme without points never does', () => {
    expect([totalOf(scheme, 20, 4), totalOf(scheme, 25, 5)]).toEqual([NaN, 45]);
    const { score: _, ...none } = scheme;
    expect(totalOf(none, 25, 5)).toBeNaN();
  });

  test('stays between the fewest and the most points, and a graver item never raises it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }),
        fc.nat(39),
        (items, at) => {
          const total = scoreTotal(sum(items), items.length, 9);
          expect(total).toBeGreaterThanOrEqual(9);
          expect(total).toBeLessThanOrEqual(45);
          const i = at % items.length;
          const graver = items.with(i, Math.max(1, items[i]! - 1));
          expect(scoreTotal(sum(graver), items.length, 9)).toBeLessThanOrEqual(total);
        },
      ),
    );
  });
});

describe('a region graded by its total', () => {
  const tree = treeOf({ A: '' });
  const list = catalogue(indicatorOf('employment'));
  const grade = (...said: (readonly Said[])[]) => {
    const count = said[0]!.length;
    const panel = panelOf(tree, list, '2020-01', { employment: { A: Array(count).fill(1) } });
    const signals = said.map((s, i) => signalsOf(panel, ruleOf({ id: `r${i}`, indicator: 'employment' }), { A: s }));
    const { level, flags } = gradeRegions(panel, signals, scheme);
    return { level: Array.from(level), flags: Array.from(flags) };
  };
  const quiet = (n: number, months: number): number[][] => Array.from({ length: n }, () => Array(months).fill(0));

  test('nine rules: levels 4 0 0 2 0 0 0 0 2 are the items 1 5 5 3 5 5 5 5 3', () => {
    expect(grade([4], [0], [0], [2], [0], [0], [0], [0], [2]).level).toEqual([1]);
    // One less step of warning makes 38: no warning.
    expect(grade([3], [0], [0], [2], [0], [0], [0], [0], [2]).level).toEqual([0]);
  });

  test('all rules at one level give that level', () => {
    for (const l of [0, 1, 2, 3, 4]) expect(grade(...Array.from({ length: 6 }, () => [l])).level).toEqual([l]);
  });

  test('fewer than five that speak: insufficient, however grave', () => {
    expect(grade([4], [4], [4], [4]).level).toEqual([INSUFFICIENT]);
    const five = grade([4, 4], [4, 4], [4, 4], [4, 4], [4, 'insufficient']);
    expect(five.level).toEqual([4, INSUFFICIENT]);
    // A held one still speaks.
    expect(grade([4, 4], [4, 4], [4, 4], [4, 4], [4, 'stale']).level).toEqual([4, 4]);
  });

  test('what is missing counts at its worst, and marks the total only where it could be of a lower band', () => {
    const holed: Said = { level: 0, gap: 1 };
    // With one of six unknown 45 could be 9 × 26 / 6 = 39: the same band.
    expect(grade([holed], ...quiet(5, 1)).flags).toEqual([0]);
    // 9 × 24 / 5 = 43 could be 9 × 20 / 5 = 36: a lower band.
    expect(grade([holed], [1], ...quiet(3, 1))).toEqual({ level: [0], flags: [LevelFlag.gap] });
    const lost = grade([0, 'insufficient'], ...quiet(5, 2));
    expect(lost.level).toEqual([0, 0]);
    expect(lost.flags).toEqual([0, LevelFlag.partial]);
    const missed = grade([0, 'insufficient'], [1, 1], ...quiet(4, 2));
    expect(missed.flags[1]).toBe(LevelFlag.partial | LevelFlag.gap);
  });
});
