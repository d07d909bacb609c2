import type { Family, Indicator } from '../../base/indicators';
import type { WarningLevel } from '../../base/level';
import type { Day, Frequency, Period } from '../../base/period';
import type { Text } from '../../base/text';
import type { RegionDerivation } from '../../levels/derivation';
import type { RuleSeries } from '../../levels/rule-series';
import type { Outlook } from '../../outlook/outlook';
import type { Response } from '../../response/plan';
import type { MeasureState } from '../../response/trail/act';
import type { Stage } from '../../response/case/case';
import type { BriefingAsk } from '../briefing';

/**
 * Everything that a briefing may say or draw, as plain data, collected from one assessment (collect.ts) and from nowhere
 * else: sentences (narrative/) and charts (exhibits/) are functions of it. Missing numbers are null, never NaN or 0.
 */
export interface BriefingFacts {
  readonly ask: BriefingAsk;
  readonly demonstration: boolean;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  /** The period reported on, and the first of the windows below: all of them run from `first` to `period`. */
  readonly period: Period;
  readonly first: Period;
  /** Day of knowledge that was asked for; null = everything known. `knownOn`: when the newest figure became known. */
  readonly asOf: Day | null;
  readonly knownOn: Day | null;
  /** Names of the sources of the figures, in both languages where they have one. */
  readonly sources: readonly Text[];
  readonly rules: {
    readonly ruleSet: { readonly id: string; readonly version: string; readonly name: Text };
    readonly scheme: { readonly id: string; readonly version: string; readonly name: Text };
    readonly plan: { readonly id: string; readonly version: string };
  };
  /** SHA-256 of the levels and signals: equal wherever the same figures are graded by the same rules. */
  readonly fingerprint: string;
  /** The region that the briefing is about: the whole tree, or the one of a special report. Null in a forest. */
  readonly whole: RegionFacts | null;
  /** Regions right below it, in the order of the tree; of a forest its roots. At most `MOST_PARTS` (collect.ts). */
  readonly parts: readonly RegionFacts[];
  /** What the parts are called together: 盟市, leagues and cities. */
  readonly noun: Text;
  /** Regions at the ends of the tree below the parts (旗县市区), levels alone; empty where the parts are the ends. */
  readonly ends: readonly EndFacts[];
  readonly endsNoun: Text;
  /** Catalogue entries of all indicators named below, by id. */
  readonly indicators: Readonly<Record<string, Indicator>>;
  /** Every indicator that the data has, for the whole and each part. Look one up with `figuresOf` (find.ts). */
  readonly figures: readonly IndicatorFacts[];
  /** Of the whole: floor indicators first; refused ones are in, with their reason. */
  readonly outlooks: readonly Outlook[];
  /** What was learnt since the last briefing would have been written; null where nothing is dated. */
  readonly revisions: RevisionFacts | null;
  /** Of each part (and the whole) at a warning level: what the plan in force asks for and proposes. */
  readonly proposals: readonly { readonly regionCode: string; readonly response: Response }[];
  /** What people did, from the trail; null where there is none to ask (the command line). */
  readonly response: ResponseFacts | null;
}

export interface RegionFacts {
  readonly code: string;
  readonly name: Text;
  /** Without 市, 盟: for labels. */
  readonly short: Text;
  readonly level: string;
  readonly labourForce: number | null;
  readonly traits: readonly string[];
  /** Level bytes (0–4, INSUFFICIENT) from `first` to `period`. */
  readonly levels: readonly number[];
  /** Composite index 0–100 over the same periods. */
  readonly index: readonly (number | null)[];
  /** What each family adds to the index (points; they sum to it), of the period and of the one before; null = no index. */
  readonly contributions: {
    readonly now: Readonly<Record<Family, number>> | null;
    readonly before: Readonly<Record<Family, number>> | null;
  };
  /** The proof of the level of `period`: every statement on why a region stands where it stands is read from it. */
  readonly derivation: RegionDerivation;
  /** The same of the period before; null before the first. */
  readonly derivationBefore: RegionDerivation | null;
  /** Rules over the window, those of the whole and of warned parts; `statistic[i]` etc. of the period `first + i`. */
  readonly rules: readonly RuleSeries[];
}

export interface EndFacts {
  readonly code: string;
  readonly name: Text;
  readonly short: Text;
  /** Code of the part that it lies in. */
  readonly part: string;
  readonly levels: readonly number[];
  readonly index: readonly (number | null)[];
}

export interface IndicatorFacts {
  readonly indicatorId: string;
  readonly regionCode: string;
  /** As reported, from `first` to `period`; the year before `first` besides: `values[i]` of the period `first − before + i`. */
  readonly before: number;
  readonly values: readonly (number | null)[];
  /** The newest period at or before the one reported on that has a figure, within reach (an unpublished January, a late report). */
  readonly at: Period | null;
  readonly value: number | null;
  /** When the value became known, and its source. */
  readonly knownOn: Day | null;
  readonly source: Text | null;
  /** Computed from children or parts, not reported as such. */
  readonly aggregated: boolean;
  /** On the year before: points for rates in per cent, per cent for amounts, else plain. `joint`: January and February together. */
  readonly onYear: Change | null;
  /** On the period before; null where the festival or an unpublished month makes it meaningless. */
  readonly onPrevious: Change | null;
  /** Of cumulative indicators with a yearly target: shares in per cent. `due`: by the calendar. `usual`: by past years. */
  readonly target: {
    readonly goal: number;
    readonly share: number;
    readonly due: number;
    readonly usual: number | null;
  } | null;
}

export interface Change {
  readonly kind: 'points' | 'percent' | 'plain';
  readonly value: number;
  readonly joint: boolean;
}

export interface RevisionFacts {
  readonly from: Day;
  readonly to: Day | null;
  readonly revised: number;
  readonly arrived: number;
  /** The largest relative ones of the whole and the parts. */
  readonly changes: readonly {
    readonly regionCode: string;
    readonly indicatorId: string;
    readonly period: Period;
    readonly before: number | null;
    readonly after: number | null;
    readonly knownOn: Day | null;
  }[];
  /** Levels of the whole, parts and ends, within the window, that became another one. */
  readonly moves: readonly {
    readonly regionCode: string;
    readonly period: Period;
    readonly before: number;
    readonly after: number;
  }[];
  /** The indicator of the whole that was revised most, as known on both days, over the window; null where none was. */
  readonly course: {
    readonly indicatorId: string;
    readonly regionCode: string;
    readonly before: readonly (number | null)[];
    readonly after: readonly (number | null)[];
  } | null;
}

export interface ResponseFacts {
  readonly warnings: {
    readonly open: number;
    readonly unacknowledged: number;
    readonly overdue: number;
    readonly falseAlarms: number;
  };
  readonly cases: readonly {
    readonly id: string;
    readonly title: string;
    readonly regionCode: string;
    readonly level: WarningLevel;
    readonly stage: Stage;
    readonly opened: Day;
    readonly reports: readonly { readonly to: string; readonly sentOn: Day }[];
    readonly measures: readonly {
      readonly id: string;
      readonly title: Text;
      readonly clause: string;
      readonly owner: string;
      readonly due: Day;
      readonly overdue: boolean;
      readonly state: MeasureState;
    }[];
  }[];
}
