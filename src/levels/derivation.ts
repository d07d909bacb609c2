import type { Family } from '../base/indicators';
import type { LevelByte, WarningLevel } from '../base/level';
import type { Day, Frequency, Period } from '../base/period';
import type { FestivalShift } from '../base/spring-festival';
import type { StatusName } from '../base/status';
import type { RuleRole, SignalStateName } from '../signals/rule';
import type { Condition, Scheme } from './scheme';
import type { StatisticUnit } from '../detectors/detector';

/**
 * The proof of a level: from the region's level down to the rows of the source. Everything that explains a level —
 * screen, briefing, export — reads this tree and nothing else. Words are made from it in `derivation-text.ts`.
 */
export interface RegionDerivation {
  readonly kind: 'region';
  readonly regionCode: string;
  readonly frequency: Frequency;
  readonly period: Period;
  readonly level: LevelByte;
  readonly own: LevelByte;
  readonly index: number | null;
  /** Consecutive periods at this level up to and including this one. */
  readonly periodsAtLevel: number;
  /** The condition that gave the own level; null at normal or insufficient. */
  readonly condition: Condition | null;
  /** The light score and what it is made of; null under a scheme that keeps none. */
  readonly score: ScoreDerivation | null;
  readonly usable: { readonly fresh: number; readonly expected: number; readonly needed: number };
  readonly flags: readonly ('stale' | 'partial' | 'gap' | 'diffusion' | 'coverage')[];
  readonly families: readonly FamilyDerivation[];
  readonly diffusion: DiffusionDerivation | null;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly scheme: { readonly id: string; readonly version: string };
  /** What the scheme calls its levels, where it has names of its own. */
  readonly levelNames: Scheme['names'] | null;
}

export interface ScoreDerivation {
  /** What `items` rules of the same mean would give; null when too few speak. */
  readonly total: number | null;
  readonly items: number;
  /** Points of the rules that speak, and how many these are. */
  readonly points: number;
  readonly speaking: number;
}

export interface FamilyDerivation {
  readonly kind: 'family';
  readonly family: Family;
  readonly level: LevelByte;
  /** Worst first. */
  readonly signals: readonly SignalDerivation[];
}

export interface SignalDerivation {
  readonly kind: 'signal';
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly role: RuleRole;
  readonly detector: string;
  readonly level: LevelByte;
  readonly state: SignalStateName;
  /** Raw level of the statistic at this period, before confirmation and hysteresis. */
  readonly reached: LevelByte;
  readonly severity: number | null;
  /** Of `statisticPeriod`; null when there is none to speak of. */
  readonly statistic: number | null;
  /** The period itself, or the last computed one when the state is carried or held over a gap. */
  readonly statisticPeriod: Period;
  /** −1 where the statistic and its thresholds are turned back for the eye: a fall is shown as a fall. */
  readonly sign: 1 | -1;
  /** Decimals of the statistic. */
  readonly decimals: number;
  readonly unit: StatisticUnit;
  /** Thresholds in force for this region (after the noise guard), blue to red; null where absent. */
  readonly thresholds: readonly (number | null)[];
  /** Factor of the noise guard; 1 = none. */
  readonly guardFactor: number;
  readonly confirmed: number;
  readonly confirm: number;
  /** Why this period has no statistic of its own, when it has none. */
  readonly absent: { readonly zh: string; readonly en: string } | null;
  /** First period of the present state. */
  readonly since: Period;
  /** The values that the statistic rests on, newest first; behind them the year's target where it is held against one. */
  readonly observations: readonly ObservationDerivation[];
  /** Periods, within what the statistic reads, from which on the figures come another way; see source-changes.ts. */
  readonly sourceChanges: readonly Period[];
  /** The Spring Festival lies otherwise in what is compared; null where it does not, or is taken out or joined. */
  readonly festival: FestivalShift | null;
}

/** One value and where it comes from. */
export interface ObservationDerivation {
  readonly kind: 'observation';
  readonly indicatorId: string;
  readonly regionCode: string;
  /** The target of a year stands among months. */
  readonly frequency: Frequency;
  readonly period: Period;
  readonly value: number | null;
  readonly status: StatusName;
  readonly knownOn: Day | null;
  /** What was said of it before this vintage, oldest first; value null where two figures contradicted each other. */
  readonly earlier: readonly { readonly value: number | null; readonly knownOn: Day | null }[];
  /** Preparation steps between the source rows and this value. */
  readonly steps: readonly string[];
  readonly coverage: number | null;
  readonly source: { readonly batchId: string; readonly name: string; readonly row: number } | null;
  /** Values that went into a computed one (the months of a cumulative difference, the parts of a ratio, children of a sum). */
  readonly inputs: readonly ObservationDerivation[];
}

export interface DiffusionDerivation {
  readonly kind: 'diffusion';
  readonly level: WarningLevel | 0;
  readonly atLevel: WarningLevel | 0;
  readonly childrenAt: number;
  readonly childrenGraded: number;
  readonly children: number;
  readonly shareOfChildren: number;
  /** null when the labour force of the children is not known. */
  readonly shareOfLabourForce: number | null;
  readonly needed: { readonly children: number; readonly labourForce: number };
  readonly codes: readonly string[];
}
