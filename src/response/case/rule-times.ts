import type { Period } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { Text } from '../../base/text';
import { SignalState } from '../../signals/rule';
import type { Spell } from '../warnings/spell';
import type { Case } from './case';
import { firstAt } from './timeline';

/** The page's copy of the signals (`AssessmentView`). */
export interface SignalColumns {
  readonly tree: RegionTree;
  readonly first: Period;
  readonly count: number;
  readonly signals: readonly {
    readonly rule: { readonly id: string; readonly name: Text; readonly indicator: string };
    readonly level: Uint8Array;
    readonly state: Uint8Array;
  }[];
}

/** When a rule spoke in a spell, against the period in which the region came to the level that was reviewed. */
export interface RuleTime {
  readonly ruleId: string;
  readonly name: Text;
  readonly indicatorId: string;
  /** First period of the spell in which it was over its line, and in which it counted; null = it never did. */
  readonly pendingSince: Period | null;
  readonly countsSince: Period | null;
  /** Periods by which it counted before the region came to the level; negative = after it; null = it never counted. */
  readonly lead: number | null;
  /** What the check of the case said of its figures: all that were judged right, one doubted and not cleared, none judged. */
  readonly figures: 'confirmed' | 'suspect' | 'not-judged';
}

export interface RuleTimes {
  /** The period in which the region first came to the level of the case, or where it never did, to any; null = to none. */
  readonly reference: Period | null;
  /** It did come to the level of the case. */
  readonly atLevel: boolean;
  /** Rules that spoke in the spell, the earliest first. */
  readonly rules: readonly RuleTime[];
}

/** How early or late each rule was, for the thresholds that are to be looked at again. */
export function ruleTimes(view: SignalColumns, spell: Spell, subject: Pick<Case, 'level' | 'checks'>): RuleTimes {
  const there = firstAt(spell, subject.level);
  const reference = (there ?? firstAt(spell, 1))?.period ?? null;
  const atLevel = there !== null;
  const region = view.tree.indexOf.get(spell.regionCode) ?? -1;
  if (region < 0) return { reference, atLevel, rules: [] };
  const offset = region * view.count;
  const from = Math.max(0, spell.since - view.first);
  const to = Math.min(view.count - 1, (spell.until ?? view.first + view.count - 1) - view.first);
  const firstOf = (holds: (cell: number) => boolean): Period | null => {
    for (let t = from; t <= to; t++) if (holds(offset + t)) return view.first + t;
    return null;
  };
  const rules = view.signals.flatMap(({ rule, level, state }): RuleTime[] => {
    const counts = (cell: number): boolean =>
      level[cell]! >= 1 && level[cell]! <= 4 && state[cell] !== SignalState.insufficient;
    const countsSince = firstOf(counts);
    const pendingSince = firstOf((cell) => state[cell] === SignalState.pending || counts(cell));
    if (pendingSince === null) return [];
    return [
      {
        ruleId: rule.id,
        name: rule.name,
        indicatorId: rule.indicator,
        pendingSince,
        countsSince,
        lead: countsSince === null || reference === null ? null : reference - countsSince,
        figures: judged(subject.checks, rule.indicator),
      },
    ];
  });
  return {
    reference,
    atLevel,
    rules: rules.toSorted((a, b) => (a.countsSince ?? Infinity) - (b.countsSince ?? Infinity)),
  };
}

function judged(checks: Case['checks'], indicatorId: string): RuleTime['figures'] {
  const own = [...checks.values()].filter((check) => check.figure?.indicatorId === indicatorId);
  if (own.some((check) => check.result === 'suspect')) return 'suspect';
  return own.length > 0 ? 'confirmed' : 'not-judged';
}
