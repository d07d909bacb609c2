import type { ShapeFault } from '../base/check';
import type { Family } from '../base/indicators';
import type { Issue } from '../base/issue';
import type { LevelByte } from '../base/level';
import type { Period } from '../base/period';
import type { Text } from '../base/text';
import type { RuleSeries } from '../levels/rule-series';
import type { Scheme } from '../levels/scheme';
import type { Rule, RuleSet } from '../signals/rule';

/** A level that is another one by what was learnt, with the families and rules that changed. */
export interface LevelMove {
  readonly regionCode: string;
  readonly period: Period;
  readonly before: LevelByte;
  readonly after: LevelByte;
  /** The region's own signals changed; otherwise its children moved it. */
  readonly byOwn: boolean;
  readonly families: readonly { readonly family: Family; readonly before: LevelByte; readonly after: LevelByte }[];
  readonly rules: readonly { readonly ruleId: string; readonly before: LevelByte; readonly after: LevelByte }[];
}

/** A draft of the rules, already checked, and which of its rules to look at where. */
export interface PreviewQuery {
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
  readonly ruleId: string;
  readonly regionCode: string;
}

/** What a draft would change against the rules that grade now, over all regions and periods that are loaded. */
export interface RulePreview {
  readonly ruleId: string;
  readonly regionCode: string;
  /** The rule over the chosen region, as the draft has it; null where it says nothing there. */
  readonly series: RuleSeries | null;
  /** The rule's counted levels in that region as they are now; null where it is a new rule, or says nothing there. */
  readonly levelNow: Uint8Array | null;
  /** Why the draft's rule can say nothing of such figures at all; null when it can. */
  readonly refused: Text | null;
  /** Signals of this rule; levels of the regions under the whole draft. */
  readonly rule: Flips;
  readonly levels: Flips;
}

/** Region-periods by level, before and after, and those that change. */
export interface Flips {
  /** Region-periods at each level 0–4, and (index 5) without one. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly raised: number;
  readonly lowered: number;
  /** All that change, also those that gain or lose a level without a warning. */
  readonly total: number;
  /** The newest of them, newest first. */
  readonly list: readonly Flip[];
  /** Regions with a flip, in the order of the tree, the first forty; their periods one after the other: +1 raised, −1 lowered. */
  readonly stripCodes: readonly string[];
  /** How many regions have a flip in all. */
  readonly regions: number;
  readonly strips: Int8Array;
}

export interface Flip {
  readonly regionCode: string;
  readonly period: Period;
  readonly from: LevelByte;
  readonly to: LevelByte;
}

/** A scenario's answer: what is wrong with it, or what it comes to. */
export type WhatIf =
  | { readonly faults: readonly ShapeFault[]; readonly result: null }
  | { readonly faults: readonly []; readonly result: WhatIfResult };

/** Levels in force and levels under a scenario. Nothing in it is an actual figure. */
export interface WhatIfResult {
  readonly first: Period;
  /** Periods of the columns here, with those that a path has added. */
  readonly count: number;
  /** Periods of the data; later ones are a projection. */
  readonly known: number;
  /** Level bytes, region-major over `count` periods. `before` has the same periods without the scenario: after the data what is held is held. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** Levels that become another one; those that come out of insufficient data, or fall into it. Within the data. */
  readonly moved: number;
  readonly graded: number;
  /** The newest of both. */
  readonly moves: readonly LevelMove[];
  /** Figures that the plausible range stopped. */
  readonly issues: readonly Issue[];
  /** Figures that each shock changes by itself; 0 = it meets nothing. */
  readonly touched: readonly number[];
  /** Own figures of regions above that stay as reported. */
  readonly left: readonly { readonly indicator: string; readonly regionCode: string }[];
  /** Rules that the scenario touches, in the chosen region. */
  readonly focus: readonly WhatIfRule[];
}

/** A rule over one region, before and after; null where it says nothing there. */
export interface WhatIfRule {
  readonly ruleId: string;
  /** As the scenario has it. */
  readonly rule: Rule;
  readonly before: RuleSeries | null;
  readonly after: RuleSeries | null;
}
