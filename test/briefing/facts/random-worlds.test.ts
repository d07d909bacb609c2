import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../src/assess';
import { Status } from '../../../src/base/status';
import { FAMILIES } from '../../../src/base/indicators';
import { collectFacts } from '../../../src/briefing/facts/collect';
import { earlierDay } from '../../../src/briefing/facts/earlier-day';
import { figureAt } from '../../../src/briefing/facts/find';
import { knownOf } from '../../../src/briefing/facts/known';
import { defaultPlan } from '../../../src/response/load-plan';
import { configOf, COUNT, detectors, listOf, vintagesOf, worldsOf } from '../../make-world';
import { askFor } from './make-world';
import { notNumbers } from './walk';

/** Figures that come late, are revised and withdrawn, holes, late starts, every rule: whatever is told is the panel's. */
const worlds = fc.record({
  world: worldsOf(detectors, true),
  delays: fc.array(fc.constantFrom([], [5], [40], [5, 45], [5, 45, 80], null), { minLength: 7, maxLength: 7 }),
  back: fc.nat(COUNT - 1),
  region: fc.constantFrom(null, null, 'R', 'a', 'L'),
});

test('every figure, level and index of random worlds is the panel’s, and no number is none', () => {
  fc.assert(
    fc.property(worlds, ({ world, delays, back, region }) => {
      const panels = vintagesOf(world, listOf([0, 10, 20]), delays);
      fc.pre(panels.month !== undefined && panels.month.count > back);
      const config = configOf(world);
      const assessed = assess(panels, config, null);
      const { panel, levels } = assessed;
      const period = panel.first + panel.count - 1 - back;
      const day = earlierDay(assessed, period);
      const before = day === null ? null : { ...knownOf(assess(panels, config, day)), day };
      const known = knownOf(assessed);
      const regionCode = region !== null && panel.tree.indexOf.has(region) ? region : null;
      const facts = collectFacts(
        { ...known, before, plan: defaultPlan(), response: null },
        askFor(period, { regionCode }),
      );

      expect(notNumbers(facts, ['outlooks', 'proposals', 'range'])).toEqual([]);
      for (const one of [...(facts.whole ? [facts.whole] : []), ...facts.parts, ...facts.ends]) {
        const from = panel.tree.indexOf.get(one.code)! * panel.count + facts.first - panel.first;
        one.levels.forEach((level, i) => expect(level).toBe(levels.level[from + i]));
        one.index.forEach((index, i) => expect(index ?? NaN).toBe(levels.index[from + i]));
      }
      for (const { contributions, index } of [...(facts.whole ? [facts.whole] : []), ...facts.parts]) {
        const { now } = contributions;
        expect(now === null).toBe(index.at(-1) === null);
        if (now) expect(Math.abs(FAMILIES.reduce((sum, f) => sum + now[f], 0) - index.at(-1)!)).toBeLessThan(1e-6);
      }
      const ids = panel.catalogue.indicators.map(({ id }) => id);
      const reported = known.panelWith(ids, 'reported');
      for (const one of facts.figures) {
        const { values, status } = reported.columns.get(one.indicatorId)!;
        const from = panel.tree.indexOf.get(one.regionCode)! * panel.count - panel.first;
        for (let p = facts.first - one.before; p <= period; p++)
          // What some children alone add up to is no figure of the region.
          expect(figureAt(facts, one, p) ?? NaN).toBe(status[from + p] === Status.partial ? NaN : values[from + p]);
        expect(one.partial ?? false).toBe(status[from + period] === Status.partial);
        if (one.at !== null) expect(one.value).toBe(values[from + one.at]);
      }
      for (const { before: was, after } of facts.revisions?.changes ?? []) expect(was).not.toBe(after);
      for (const move of facts.revisions?.moves ?? []) expect(move.before).not.toBe(move.after);
    }),
    { numRuns: 60 },
  );
});
