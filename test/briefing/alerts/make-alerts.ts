import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { type LevelByte } from '../../../src/base/level';
import { parseDay } from '../../../src/base/period';
import type { AlertWorld } from '../../../src/briefing/alerts/message';
import { defaultScheme } from '../../../src/levels/load-scheme';
import { momentOf } from '../../../src/response/calendar/moment';
import { defaultPlan } from '../../../src/response/load-plan';
import { emptyState } from '../../../src/response/trail/fold';
import type { ResponseState } from '../../../src/response/state';
import { inbox } from '../../../src/response/warnings/build-inbox';
import type { Warning } from '../../../src/response/warnings/inbox';
import type { Spell } from '../../../src/response/warnings/spell';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import { month, spellOf } from '../../response/warnings/make-inbox';

/** Everything as it ships, figures up to October 2026 that came in on 9 November. */
export function alertWorld(over: Partial<AlertWorld> = {}): AlertWorld {
  return {
    tree: defaultRegionTree(),
    catalogue: defaultCatalogue(),
    frequency: 'month',
    weekEndsOn: 6,
    newest: month('2026-10'),
    knownOn: parseDay('2026-11-09')!,
    ruleSet: defaultRuleSet(),
    scheme: defaultScheme(),
    plan: defaultPlan(),
    sender: 'monitor@hrss.example.cn',
    office: { zh: '自治区人力资源社会保障厅', en: 'Department of Human Resources and Social Security' },
    demonstration: false,
    exercise: false,
    nowMs: momentOf(parseDay('2026-11-12')!, 600),
    link: () => null,
    ...over,
  };
}

/** The rows of the inbox that spells make, with what people did. */
export function warningsOf(spells: readonly Spell[], state: Partial<ResponseState> = {}): Warning[] {
  const world = alertWorld();
  return inbox(
    spells,
    { ...emptyState(), ...state },
    {
      tree: world.tree,
      frequency: 'month',
      plan: world.plan,
      calendar: calendarOf({}),
      nowMs: world.nowMs,
    },
  );
}

/** One warning, of levels from a first month on. */
export function warningOf(
  code: string,
  from: string,
  levels: readonly LevelByte[],
  over: Partial<Spell> = {},
): Warning {
  return warningsOf([spellOf(code, from, levels, over)])[0]!;
}
