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
import type { Rule } from '../../signals/rule';
import type { BriefingAsk } from '../briefing';

/**
 * Everything that a briefing may say or draw, as plain data, collected from one assessment (collect.ts) and from nowhere
 * else: sentences (narrative/) and charts (exhibits/) are functions of it. Missing numbers are null, never NaN or 0; only
 * in what other folders give (`RuleSeries`, `Outlook`, `Response`) they stay as those folders say: NaN.
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
    /** The rules of the set, for what each of them measures (levels/rule-words.ts). */
    readonly all: readonly Rule[];
    /** Levels that the scheme gives, lowest first. */
    readonly schemeLevels: readonly WarningLevel[];
    readonly plan: { readonly id: string; readonly version: string; readonly name: Text };
    /** Names of the departments of the plan (present ones where they have changed), by id. */
    readonly departments: Readonly<Record<string, Text>>;
  };
  /** SHA-256 of the levels and signals: equal wherever the same figures are graded by the same rules. */
  readonly fingerprint: string;
  /** The region that the briefing is about: the whole tree, or the one of a special report. Null in a forest. */
  readonly whole: RegionFacts | null;
  /** Regions right below it, in the order of the tree; of a forest its roots. At most `MOST_PARTS` (which-regions.ts). */
  readonly parts: readonly RegionFacts[];
  /** Regions right below it beyond `MOST_PARTS`, levels alone: counts of all parts take them in (`allParts`, find.ts). */
  readonly rest: readonly EndFacts[];
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
  /** Code of the part that it lies in; of one of the `rest` its own. */
  readonly part: string;
  readonly levels: readonly number[];
  readonly index: readonly (number | null)[];
}

export interface IndicatorFacts {
  readonly indicatorId: string;
  readonly regionCode: string;
  /**
   * As reported, or put together from all children (from some of them alone: none), from `first` to `period`; the year
   * before `first` besides: `values[i]` of the period `first − before + i`.
   */
  readonly before: number;
  readonly values: readonly (number | null)[];
  /** The newest period at or before the one reported on that has a figure, within reach (an unpublished January, a late report). */
  readonly at: Period | null;
  readonly value: number | null;
  /** Of the period reported on some children have figures, others none: there is no figure of the region. */
  readonly partial?: true;
  /** When the value became known, and its source. */
  readonly knownOn: Day | null;
  readonly source: Text | null;
  /** Computed from children or parts, not reported as such. */
  readonly aggregated: boolean;
  /** On the year before: points for rates in per cent, per cent for amounts, else plain. `joint`: January and February together. */
  readonly onYear: Change | null;
  /** On the period before; null where the festival or an unpublished month makes it meaningless. */
  readonly onPrevious: Change | null;
  /**
   * Of cumulative indicators with a yearly target, at the end of `at`: shares in per cent. `due`: by the calendar. `usual`: by
   * past years. Regions with another `at` are not to be compared.
   */
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
  /** When the briefing before would have been written (earlier-day.ts), and the day of this one's knowledge; null = now. */
  readonly from: Day;
  readonly to: Day | null;
  /** Reported figures of the window, of the region and all below it, that were other then, or were not there. */
  readonly revised: number;
  readonly arrived: number;
  /** Revised figures of the whole and the parts, the largest first, each in mean figures of its own course. */
  readonly changes: readonly {
    readonly regionCode: string;
    readonly indicatorId: string;
    readonly period: Period;
    readonly before: number | null;
    readonly after: number | null;
    readonly knownOn: Day | null;
  }[];
  /** Levels of the whole, parts and ends, within the window, that became another one; out of insufficient data, or into it, is none. */
  readonly moves: readonly {
    readonly regionCode: string;
    readonly period: Period;
    readonly before: number;
    readonly after: number;
  }[];
  /** The indicator of the whole (in a forest, of a part) that was revised most, as known on both days, over the window; null where none was. */
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
      /** `chapter.item`; empty where the plan in force no longer has the measure. */
      readonly clause: string;
      /** Id of the department that leads: its name is in `rules.departments`. */
      readonly owner: string;
      readonly due: Day;
      readonly overdue: boolean;
      readonly state: MeasureState;
    }[];
  }[];
}
