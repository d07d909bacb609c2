import { expect, test } from 'vitest';
import { assess } from '../../src/assess';
import { FAMILIES } from '../../src/base/indicators';
import { indexPartsOf } from '../../src/levels/index-parts';
import { defaultScheme } from '../../src/levels/load-scheme';
import { demonstrationBodies } from '../../mock-data/bodies';
import { AS_OF } from '../../mock-data/timeline';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { readDemonstration } from '../mock-data/demonstration';

const { panels } = readDemonstration(demonstrationBodies());

test.each(['expert', 'critic'] as const)(
  'the families add up to every index, each with its weight and mean severity: weights %s',
  (weighting) => {
    const assessment = assess(panels, { ruleSet: defaultRuleSet(), scheme: { ...defaultScheme(), weighting } }, AS_OF);
    const { panel, levels, signals } = assessment;
    const parts = indexPartsOf(assessment);
    /** Index parts by hand, where every rule of the region speaks of the period itself: none is carried, none is silent. */
    const byHand = (r: number, cell: number): Record<string, number> | null => {
      const rules = signals.filter((s) => s.started[r]! >= 0 && cell - r * panel.count >= s.started[r]!);
      if (rules.some((s) => Number.isNaN(s.severity[cell]!))) return null;
      const families = FAMILIES.flatMap((family) => {
        const own = rules.filter((s) => panel.catalogue.byId.get(s.rule.indicator)!.family === family);
        const sum = own.reduce((n, s) => n + s.severity[cell]!, 0);
        return own.length === 0 ? [] : [{ family, weight: levels.weights[family], mean: sum / own.length }];
      });
      const weights = families.reduce((n, { weight }) => n + weight, 0);
      const part = (family: string): number => {
        const its = families.find((one) => one.family === family);
        return its ? (25 * its.weight * its.mean) / weights : 0;
      };
      return Object.fromEntries(FAMILIES.map((family) => [family, part(family)]));
    };
    let sums = 0;
    let parted = 0;
    let offSum = 0;
    let offPart = 0;
    for (let r = 0; r < panel.tree.regions.length; r++) {
      for (let t = 0; t < panel.count; t++) {
        const cell = r * panel.count + t;
        const index = levels.index[cell]!;
        const of = parts(r, panel.first + t);
        if (of === null) {
          expect(index).toBeNaN();
          continue;
        }
        sums++;
        offSum = Math.max(offSum, Math.abs(FAMILIES.reduce((sum, f) => sum + of[f], 0) - index));
        const expected = byHand(r, cell);
        if (!expected) continue;
        parted++;
        for (const family of FAMILIES) offPart = Math.max(offPart, Math.abs(of[family] - expected[family]!));
      }
    }
    expect(sums).toBeGreaterThan(10_000);
    expect(parted).toBeGreaterThan(3000);
    expect(offSum).toBeLessThan(1e-9);
    // Severities and index are kept in single precision.
    expect(offPart).toBeLessThan(1e-4);
    expect(parts(0, panel.first - 1)).toBeNull();
  },
);
