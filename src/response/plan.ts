import type { WarningLevel } from '../base/level';
import type { Text } from '../base/text';

/** Layers of response, lowest first (domain.md §5). */
export const LAYERS = ['county', 'league', 'region'] as const;
export type Layer = (typeof LAYERS)[number];

export interface Department {
  readonly id: string;
  readonly name: Text;
  /** Present name where it has changed since the document; otherwise null. */
  readonly now: Text | null;
}

/** Who does what at a level. `onward`: reports further by procedure. */
export interface LayerDuty {
  readonly level: WarningLevel;
  readonly responds: Text;
  readonly respondingLayers: readonly Layer[];
  readonly reviews: Text;
  readonly reviewingLayer: Layer;
  readonly reportsTo: Text;
  /** Level Ⅰ and Ⅱ: the duty of 6.4 to report upward by procedure. */
  readonly mustReport: boolean;
  readonly clause: string;
}

/** The duty for a region of a layer higher than the one that responds by `Plan.duties`: nobody below it can respond for it. */
export interface LiftedDuty extends LayerDuty {
  readonly regionLayer: Layer;
}

/** What is done about a warning, in order. */
export const STEPS = ['acknowledge', 'verify', 'consult', 'report', 'followUp'] as const;
export type Step = (typeof STEPS)[number];

/** Working days or hours allowed for each step at a level; defaults of ours. */
export interface Deadline {
  readonly level: WarningLevel;
  readonly step: Step;
  readonly amount: number;
  readonly unit: 'hours' | 'workingDays';
  /** Where the number comes from, when it is not simply ours. */
  readonly source?: Text;
}

/** Units of the facts that gates ask for. */
export const FACT_UNITS = ['months', 'percent', 'persons', 'regions'] as const;

/** A fact that decides whether a measure may reasonably begin: what it is called and where its figure is come by. */
export interface GateFact {
  readonly id: string;
  readonly name: Text;
  readonly unit: (typeof FACT_UNITS)[number];
  /** `data`: worked out from the figures; `trail`: from earlier reviews; `case`: typed in by the office in the review. */
  readonly from: 'data' | 'trail' | 'case';
  /** How the figure is worked out, or what has to be typed in. */
  readonly how: Text;
}

/** One condition of a measure: a fact and the line that it must reach or must not pass. Exactly one line is given. */
export interface Gate {
  readonly fact: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Why the line stands there. */
  readonly note: Text;
  /** `chapter.item` where the document gives the line; null = the line is a default of ours. */
  readonly clause: string | null;
}

export interface Measure {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  /** `chapter.item` of the document. */
  readonly clause: string;
  /** One of the six measures of 6.4 that belong to the autonomous region's government. */
  readonly regional: boolean;
  readonly targetGroup: Text;
  readonly lead: string;
  readonly supporting: readonly string[];
  /** Layers that may start it. */
  readonly mayStart: readonly Layer[];
  /** Level from which it is open; `byDecision`: the level at which it may be opened by a decision of its own. */
  readonly fromLevel: WarningLevel;
  readonly byDecisionFrom: WarningLevel | null;
  /** Signals it answers: indicator id → weight 0–1 (1 = above all). */
  readonly answers: Readonly<Record<string, number>>;
  /** Fits regions of this structure better; bonus to the order, never a condition. */
  readonly fits: readonly ('resource-based' | 'coal-steel-power' | 'border' | 'farming-herding')[];
  /** What its fit counts, 0–1, in regions of none of these structures; left out = as much as anywhere. */
  readonly elsewhere?: number;
  readonly funding: Text | null;
  /** How its effect will be seen: indicator and after how many months. */
  readonly effect: { readonly indicator: string; readonly withinMonths: number };
  /** What must hold before it reasonably begins; empty = nothing holds it back. A gate informs, it never forbids. */
  readonly gates: readonly Gate[];
  /** What a reader of today has to know about it: a body that took the duty over, a programme that has ended. */
  readonly note?: Text;
}

/** What of the plan stands in the document and what is ours; shown wherever the plan is. */
export interface PlanBasis {
  readonly departments: Text;
  readonly duties: Text;
  readonly deadlines: Text;
  readonly measures: Text;
  readonly gates?: Text;
}

/** When the plan itself is looked through; defaults of ours. */
export interface ReviewRule {
  /** Months after the last review or adoption. */
  readonly everyMonths: number;
  /** Also after each episode that reached this level has ended … */
  readonly afterLevel: WarningLevel;
  /** … within so many working days. */
  readonly withinWorkdays: number;
}

export interface Plan {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** Document that the plan carries out. */
  readonly document: Text;
  readonly basis: PlanBasis;
  /** Those of 6.4 first, then the others as the clauses name them. */
  readonly departments: readonly Department[];
  /** One per level. */
  readonly duties: readonly LayerDuty[];
  readonly liftedDuties: readonly LiftedDuty[];
  readonly deadlines: readonly Deadline[];
  readonly review: ReviewRule;
  /** Facts that gates of measures ask for. */
  readonly facts: readonly GateFact[];
  /** In the order of the document: ties in fit are settled by it. */
  readonly measures: readonly Measure[];
}

/** A figure that a gate asks for, and where it comes from. */
export interface KnownFact {
  /** In the unit of the fact; Infinity for `months` = never happened. */
  readonly value: number;
  readonly source: Text;
}

/**
 * What is known of a region's facts. Key: id of the fact; of a fact that differs from measure to measure (how long ago
 * it last ran), `factKey(fact, measure)`. What is not in it is unknown.
 */
export type KnownFacts = ReadonlyMap<string, KnownFact>;

/** A gate against a figure. */
export interface GateResult {
  readonly gate: Gate;
  readonly fact: GateFact;
  readonly state: 'met' | 'not-met' | 'unknown';
  /** The figure with its unit, or that it is not known. */
  readonly figure: Text;
  /** What is asked: 不少于12个月 · at least 12 months. */
  readonly required: Text;
  /** Where the figure comes from, or how it can be had while it is unknown. */
  readonly source: Text;
}

/** A measure proposed for a region at a level, with the reason for its place in the order. */
export interface ProposedMeasure {
  readonly measure: Measure;
  /** 0–1, for ordering. */
  readonly fit: number;
  /** Signals that it answers, worst first: rule, indicator and level reached. */
  readonly answers: readonly { readonly ruleId: string; readonly indicatorId: string; readonly level: WarningLevel }[];
  readonly structure: readonly Measure['fits'][number][];
  /** Open at this level as of right, or only by a decision of the autonomous region. */
  readonly opening: 'open' | 'by-decision';
  /** May the layer of this region start it itself? */
  readonly ownLayerMayStart: boolean;
  /** Its gates against the facts that were handed in, in the order of the plan. */
  readonly gates: readonly GateResult[];
}

export interface Response {
  readonly level: WarningLevel;
  readonly duty: LayerDuty;
  readonly deadlines: readonly Deadline[];
  readonly measures: readonly ProposedMeasure[];
}
