import type { Frequency, Period } from '../../base/period';
import type { Text } from '../../base/text';

/** What is asked: did an indicator of a region go another way than elsewhere since a measure began? */
export interface EffectQuestion {
  readonly regionCode: string;
  readonly indicatorId: string;
  /** First period under the measure. */
  readonly start: Period;
  /** Periods after which the effect is to be seen, the first one counted. */
  readonly periods: number;
  /** Null = the one that suits the indicator. */
  readonly view: EffectView | null;
  /** Regions that a person put among the controls, or took out. */
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Regions in which a measure of the kind was in force. */
  readonly occupied: readonly string[];
}

/**
 * How figures are made comparable over the seasons: `yoy` change on the year before (rates by difference, others in per
 * cent) · `own` as they are; counts over their own mean before the start = 100, so that large and small regions compare.
 */
export const EFFECT_VIEWS = ['yoy', 'own'] as const;
export type EffectView = (typeof EFFECT_VIEWS)[number];

/** Why a region of the same level is not among the controls. */
export const EXCLUSIONS = ['missing', 'warned', 'own-measure', 'unlike', 'far', 'removed'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export interface EffectControl {
  readonly regionCode: string;
  /** Null = it is a control. */
  readonly excluded: Exclusion | null;
  /** Put in by a person although it would be left out. */
  readonly byHand: boolean;
  /** How far its course before the start lay from the region's own, each less its mean: root mean square; NaN = not known. */
  readonly apart: number;
  /** Its weight in the synthetic twin, 0–1. */
  readonly weight: number;
}

/** What one method says: an effect, that none can be told from chance, or that it cannot be used here. */
export type Finding = 'effect' | 'none' | 'untold';

export interface DifferenceAnswer {
  readonly finding: Finding;
  /** Why it cannot be used; empty where it can. */
  readonly faults: readonly Text[];
  /** Change of the region less the mean change of the controls, and its 95 % interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** Share of regions whose change lies as far from the rest, the own one counted. */
  readonly rankP: number;
  readonly df: number;
  /** The region and the mean of its controls, before and since. */
  readonly own: readonly [before: number, since: number];
  readonly controls: readonly [before: number, since: number];
  /** Slope before the start against the slopes of the controls, per year: are the courses parallel? */
  readonly trend: { readonly perYear: number; readonly low: number; readonly high: number; readonly p: number };
  /** Mean of the last periods before the start against those before them, less the same of the controls: had it begun already? */
  readonly lead: { readonly difference: number; readonly p: number };
  /** Scatter of the own course around the controls' before the start, over the usual scatter of a control. */
  readonly noise: number;
}

export interface SyntheticAnswer {
  readonly finding: Finding;
  readonly faults: readonly Text[];
  /** Mean gap to the twin since the start. */
  readonly difference: number;
  /** Root mean square of the gap before the start, and the usual one of a control with its own twin. */
  readonly misfit: number;
  readonly usualMisfit: number;
  /** Share of regions whose gap in the last periods before the start stands out as much, the own one counted. */
  readonly leadP: number;
  /** Gap since over gap before, and the share of regions in which it is as large, the own one counted. */
  readonly ratio: number;
  readonly p: number;
  /** Level of the interval, 0–1: with few regions less than 0.95; null = no constant effect fits, or none can be told. */
  readonly level: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Series of the answer, position by position of `periods`. */
export interface EffectSeries {
  readonly periods: readonly Period[];
  /** So many of them lie before the start. */
  readonly before: number;
  readonly own: Float64Array;
  /** Plain mean of the controls, moved to the own mean before the start. */
  readonly parallel: Float64Array;
  readonly twin: Float64Array;
  readonly gap: Float64Array;
  /** The middle 90 % of the gaps of the controls to their own twins: what chance does. */
  readonly chance: { readonly low: Float64Array; readonly high: Float64Array };
}

export const VERDICTS = ['lower', 'higher', 'no-difference', 'cannot-be-told'] as const;

export interface Verdict {
  readonly kind: (typeof VERDICTS)[number];
  /** Was that the better way for this indicator? Null where there is no better way, or nothing was found. */
  readonly better: boolean | null;
  readonly sentence: Text;
  /** Why it cannot be told, or what it rests on where one of the two methods could not be used. */
  readonly reasons: readonly Text[];
}

export interface EffectAnswer {
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly indicatorId: string;
  readonly view: EffectView;
  /** Unit id of the shown values, and of their differences. */
  readonly unit: string;
  readonly differenceUnit: string;
  readonly decimals: number;
  /** January and February are one figure. */
  readonly joint: boolean;
  /** Every region of the same level, in the order of the tree. */
  readonly controls: readonly EffectControl[];
  /** Null where there is nothing to draw. */
  readonly series: EffectSeries | null;
  readonly difference: DifferenceAnswer | null;
  readonly synthetic: SyntheticAnswer | null;
  readonly verdict: Verdict;
  readonly assumptions: readonly Text[];
  readonly limits: readonly Text[];
}

/** Lines of ours: neither the document nor a standard gives any. */
export const EFFECT_LINES = {
  /** Fewer controls than these say nothing of how much regions differ by chance. */
  controls: 4,
  /** With fewer the rank among them cannot reach one in ten. */
  placebos: 9,
  /** Fewer usable periods say nothing of the course before, or since. */
  before: 12,
  since: 3,
  /** So many years before the start are looked at. */
  yearsBefore: 3,
  /** Controls are alike in structure only where so many are left. */
  alike: 9,
  /** More are not taken: those of the same parent first, then the nearest in labour force. */
  mostControls: 60,
  /** Share of the own periods that may lack a figure. */
  gaps: 0.1,
  /** A region at this level or above (2 = Ⅲ) has a shock of its own. */
  warned: 2,
  /** Courses before the start are told apart from here on. */
  trendP: 0.1,
  /** So many periods before the start, or a quarter of a year, are looked at by themselves: had something begun already? */
  lead: 3,
  /** So many times the usual misfit, or scatter, is too much. */
  misfit: 2,
  noise: 2,
} as const;
