import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, type Assessment } from '../../src/assess';
import { INSUFFICIENT } from '../../src/base/level';
import { deriveRegion } from '../../src/levels/derive';
import { LevelFlag } from '../../src/levels/levels';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Condition, Scheme } from '../../src/levels/scheme';
import { ruleSetOf } from '../signals/make-rule';
import { COUNT, detectors, LEAVES, panelsOf, type World, worldsOf } from '../make-world';

/** Schemes of named rules, of a score, of both, with and without a word of the children. */
const named: Condition = { kind: 'rules', rules: ['r0', 'r1'], atLeast: 1, count: 2 };
const either: Condition = { kind: 'rules', rules: ['r0', 'r1', 'r2'], atLeast: 3, count: 1 };
const low = (atMost: number): Condition => ({ kind: 'score', atMost });
const base: Scheme = {
  ...defaultScheme(),
  score: { items: 9, points: [5, 4, 3, 2, 1] },
  minUsable: { count: 3, share: 0.5 },
};
const schemes: readonly Scheme[] = [
  { ...base, conditions: { 1: [], 2: [named], 3: [either], 4: [] } },
  { ...base, conditions: { 1: [low(37)], 2: [low(31)], 3: [low(22)], 4: [low(16)] } },
  { ...base, conditions: { 1: [low(40)], 2: [named], 3: [], 4: [low(25)] }, spread: {} },
];
const assessBy = (scheme: Scheme, world: World, series?: World['series']): Assessment =>
  assess(
    panelsOf(world, series),
    { ruleSet: ruleSetOf(world.rules, { minCoverage: world.minCoverage, largeFrom: 50 }), scheme },
    null,
  );

const unsure = LevelFlag.stale | LevelFlag.partial | LevelFlag.gap | LevelFlag.coverage;
const firstOf = ({ panel }: Assessment, id: string): number => {
  const { values } = panel.columns.get(id)!;
  return Math.min(...[...values.keys()].filter((i) => !Number.isNaN(values[i])).map((i) => i % panel.count));
};

test('adding a missing value never lowers a level silently, whatever the conditions ask', { timeout: 60_000 }, () => {
  const lowered = schemes.map(() => 0);
  fc.assert(
    fc.property(
      worldsOf(detectors),
      fc.nat(schemes.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      (world, s, picks) => {
        const series = structuredClone(world.series) as Record<string, Record<string, number[]>>;
        const ids = Object.keys(series);
        for (const [i, c, t] of picks) series[ids[i % ids.length]!]![LEAVES[c % LEAVES.length]!]![t % COUNT] = NaN;
        const before = assessBy(schemes[s]!, world);
        const after = assessBy(schemes[s]!, world, series);
        // What loses so much that it never speaks, or begins later everywhere, gives no sign that it was due.
        fc.pre(
          before.signals.every((b, k) => b.started.every((t, r) => t < 0 || after.signals[k]!.started[r]! >= 0)) &&
            [...before.panel.columns.keys()].every((id) => firstOf(before, id) === firstOf(after, id)),
        );
        let lower = 0;
        after.levels.level.forEach((level, cell) => {
          const was = before.levels.level[cell]!;
          if (level === INSUFFICIENT || was === INSUFFICIENT || level >= was) return;
          lower = 1;
          expect(after.levels.flags[cell]! & unsure, `${was} → ${level} at ${cell}`).not.toBe(0);
        });
        lowered[s] = lowered[s]! + lower;
      },
    ),
    { numRuns: 300 },
  );
  for (const n of lowered) expect(n).toBeGreaterThan(10);
});

test('the proof of every cell names a condition of its own level', { timeout: 60_000 }, () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(worldsOf(detectors), fc.nat(schemes.length - 1), fc.nat(COUNT - 1), (world, s, t) => {
      const scheme = schemes[s]!;
      const assessment = assessBy(scheme, world);
      world.tree.regions.forEach((_, region) => {
        const { own, condition } = deriveRegion(assessment, region, assessment.panel.first + t);
        if (own === INSUFFICIENT || own === 0) return expect(condition).toBeNull();
        kinds.add(condition!.kind);
        expect(scheme.conditions[own]).toContain(condition);
      });
    }),
    { numRuns: 100 },
  );
  expect([...kinds].sort()).toEqual(['rules', 'score']);
});
