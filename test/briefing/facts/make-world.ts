import { assess } from '../../../src/assess';
import { parsePeriod, type Day, type Period } from '../../../src/base/period';
import type { BriefingAsk } from '../../../src/briefing/briefing';
import { collectFacts } from '../../../src/briefing/facts/collect';
import { earlierDay } from '../../../src/briefing/facts/earlier-day';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { knownOf } from '../../../src/briefing/facts/known';
import type { BriefingWorld } from '../../../src/briefing/facts/world';
import { defaultScheme } from '../../../src/levels/load-scheme';
import type { Panels } from '../../../src/panel/panel';
import { defaultPlan } from '../../../src/response/load-plan';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import { demonstrationBodies } from '../../../mock-data/bodies';
import { AS_OF } from '../../../mock-data/timeline';
import { readDemonstration } from '../../mock-data/demonstration';

/** Panels, assessed with the default rules on a day and on the day of the briefing before. */
export function worldOf(panels: Panels, asOf: Day | null, period: Period): BriefingWorld {
  const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
  const assessed = assess(panels, config, asOf);
  const day = earlierDay(assessed, period);
  return {
    ...knownOf(assessed),
    before: day === null ? null : { ...knownOf(assess(panels, config, day)), day },
    plan: defaultPlan(),
    response: null,
  };
}

/** A month as a period: `2026-10`. */
export function month(text: string): Period {
  return parsePeriod(text)!.period;
}

export function askFor(period: Period, over: Partial<BriefingAsk> = {}): BriefingAsk {
  return { kind: 'monthly', period, regionCode: null, since: null, ...over };
}

/** The demonstration on its own day, with its last month: one world for a whole test file, it costs seconds. */
export function demonstrationWorld(period = '2026-10'): BriefingWorld {
  return worldOf(readDemonstration(demonstrationBodies()).panels, AS_OF, month(period));
}

export function demonstrationFacts(over: Partial<BriefingAsk> = {}, world = demonstrationWorld()): BriefingFacts {
  return collectFacts(world, askFor(month('2026-10'), over));
}
