import type { Frequency, Period, Day } from '../../base/period';
import type { Text } from '../../base/text';
import type { RegionDerivation } from '../../levels/derivation';
import type { DerivationContext } from '../../levels/derivation-text';
import type { Actor } from '../../response/actor';
import type { Case } from '../../response/case/case';
import type { LayerDuty, Plan } from '../../response/plan';
import type { WarningRecord } from '../../response/state';
import type { Spell } from '../../response/warnings/spell';

/**
 * All that the six papers of a case are written from; gathered by the screen, so that a paper is a pure function of it.
 * What is null or empty is said to be missing in the paper, never made up.
 */
export interface CaseFacts {
  readonly case: Case;
  /** Region tree, catalogue, rules: for names. */
  readonly context: DerivationContext;
  readonly frequency: Frequency;
  /** Proof of the level in the newest period; null = not to be had. */
  readonly derivation: RegionDerivation | null;
  readonly spell: Spell | null;
  readonly record: WarningRecord | null;
  readonly plan: Plan;
  /** Who responds, reviews and is reported to at the level; null = no level now. */
  readonly duty: LayerDuty | null;
  /** The office that writes; null = no role has been chosen. */
  readonly office: Actor | null;
  /** Newest figures of the indicators behind the level, worst first. */
  readonly figures: readonly FigureFact[];
  /** Figures up to this day; null = the data do not carry it. */
  readonly knownOn: Day | null;
  /** Regions that have openings for surplus labour, best first, with their figures in words. */
  readonly partners: readonly { readonly regionCode: string; readonly figures: Text }[];
  /** Accepted measures against what was expected of them, in words, by the id of the measure. */
  readonly course: Readonly<Record<string, CourseFact>>;
  /** Names of the conditions of standing down, by id. */
  readonly conditionNames: Readonly<Record<string, Text>>;
  /** What happened, oldest first; `by` null = a change of level, or how a deadline was kept. */
  readonly timeline: readonly { readonly at: number; readonly what: Text; readonly by: Actor | null }[];
  /** The mark of invented figures; null = they are real. */
  readonly demonstration: Text | null;
  /** Day on which the paper is written. */
  readonly today: Day;
}

/** One figure with what it is compared with. */
export interface FigureFact {
  readonly indicatorId: string;
  readonly period: Period;
  /** What the figure covers: its period, January and February together, or the year up to its period. */
  readonly span: 'period' | 'joint' | 'year-to-date';
  readonly value: number;
  readonly yearOnYear: FigureChange | null;
  /** Null also where the period before is none to compare with (sums over the year, the months around the festival). */
  readonly onPrevious: FigureChange | null;
  readonly knownOn: Day | null;
  /** Somebody marked it as suspect in the check of this case. */
  readonly suspect: boolean;
}

export interface FigureChange {
  readonly value: number;
  /** `points` of rates, `percent` of counts; a rate in another unit changes in that unit. */
  readonly unit: string;
}

export interface CourseFact {
  /** Figure at the decision, figure now, and what that comes to. */
  readonly before: Text | null;
  readonly now: Text | null;
  readonly verdict: Text;
}
