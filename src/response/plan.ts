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
  readonly funding: Text | null;
  /** How its effect will be seen: indicator and after how many months. */
  readonly effect: { readonly indicator: string; readonly withinMonths: number };
  /** What a reader of today has to know about it: a body that took the duty over, a programme that has ended. */
  readonly note?: Text;
}

/** What of the plan stands in the document and what is ours; shown wherever the plan is. */
export interface PlanBasis {
  readonly departments: Text;
  readonly duties: Text;
  readonly deadlines: Text;
  readonly measures: Text;
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
  /** In the order of the document: ties in fit are settled by it. */
  readonly measures: readonly Measure[];
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
}

export interface Response {
  readonly level: WarningLevel;
  readonly duty: LayerDuty;
  readonly deadlines: readonly Deadline[];
  readonly measures: readonly ProposedMeasure[];
}
