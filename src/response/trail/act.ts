import type { WarningLevel } from '../../base/level';
import type { Day } from '../../base/period';

/**
 * Every human act on a warning, a case, or the settings of the response, as plain data: what the trail holds. Acts are
 * never changed and never taken out; `undo` names one and is an act itself. Moments are milliseconds since 1970, days
 * are `Day`s, periods are spelt (`2026-10`), so that an entry can be read without the panel it was made from.
 */
export type Act = WarningAct | CaseAct | SettingAct | HouseholdAct | UndoAct;
export type ActKind = Act['kind'];
export type ActOf<K extends ActKind> = Extract<Act, { readonly kind: K }>;

/** A warning as it stood when somebody acted on it. */
export interface WarningSeen {
  /** `regionCode@period in which it began`; see warnings/spell.ts. */
  readonly warning: string;
  /** Level and newest period on the screen at the moment of the act; level 0 = pending. */
  readonly level: WarningLevel | 0;
  readonly period: string;
}

export type WarningAct =
  | (WarningSeen & { readonly kind: 'acknowledge'; readonly note: string })
  | (WarningSeen & { readonly kind: 'verify-warning'; readonly note: string })
  /** A false alarm; after it the warning sleeps until it rises. */
  | (WarningSeen & { readonly kind: 'dismiss'; readonly reason: string })
  | (WarningSeen & { readonly kind: 'reopen'; readonly reason: string })
  | (WarningSeen & { readonly kind: 'close-warning'; readonly reason: string })
  | (WarningSeen & { readonly kind: 'note'; readonly note: string })
  | {
      readonly kind: 'silence';
      readonly id: string;
      readonly scope: SilenceScope;
      readonly until: Day;
      readonly reason: string;
    }
  | { readonly kind: 'unsilence'; readonly id: string; readonly reason: string };

/** What a silence covers. Silenced warnings are folded and named, never gone; an escalation above `upTo` breaks through. */
export interface SilenceScope {
  readonly regionCode: string;
  /** Also the regions below it. */
  readonly below: boolean;
  /** Warnings that rest on these indicators alone; empty = on any. */
  readonly indicators: readonly string[];
  readonly upTo: WarningLevel;
}

interface OnCase {
  readonly case: string;
}

export type CaseAct =
  | (OnCase & {
      readonly kind: 'open-case';
      /** The warning that it answers; null = opened by hand. */
      readonly warning: string | null;
      readonly regionCode: string;
      readonly level: WarningLevel;
      readonly period: string;
      readonly title: string;
      readonly reason: string;
    })
  /** One item of the checklist: a figure, or a question of procedure. `figure`: what was on the screen. */
  | (OnCase & {
      readonly kind: 'check-figure';
      readonly item: string;
      readonly result: 'confirmed' | 'suspect' | 'cleared';
      readonly figure: FigureSeen | null;
      readonly note: string;
    })
  | (OnCase & { readonly kind: 'assess-case'; readonly assessment: CaseAssessment })
  | (OnCase & {
      readonly kind: 'give-opinion';
      readonly department: string;
      readonly stance: Stance;
      readonly opinion: string;
      readonly person: string;
    })
  | (OnCase & {
      readonly kind: 'hold-meeting';
      readonly on: Day;
      readonly place: string;
      readonly attendees: readonly string[];
      readonly minutes: string;
    })
  | (OnCase & {
      readonly kind: 'accept-measure';
      readonly measure: string;
      /** Why it is proposed, as the screen said. */
      readonly why: string;
      /** Department that leads. */
      readonly owner: string;
      readonly due: Day;
      readonly expected: ExpectedEffect;
      /** By which decision it is opened, and why a gate that is not met or unknown does not hold it; empty = none needed. */
      readonly decision: string;
      readonly note: string;
    })
  | (OnCase & { readonly kind: 'reject-measure'; readonly measure: string; readonly reason: string })
  | (OnCase & {
      readonly kind: 'send-report';
      readonly report: string;
      /** A first report, a later one in the course of things, or the last. */
      readonly stage: 'first' | 'progress' | 'final';
      readonly to: string;
      readonly channel: string;
      readonly sentAt: number;
      /** Number of the paper, receipt, or who took it: the proof that it was sent. */
      readonly proof: string;
    })
  | (OnCase & {
      readonly kind: 'follow-measure';
      readonly measure: string;
      readonly state: MeasureState;
      readonly note: string;
      readonly figure: FigureSeen | null;
    })
  | (OnCase & {
      readonly kind: 'stand-down';
      /** Conditions as they stood: id, whether met (null = unknown), and the figure in words. */
      readonly conditions: readonly { readonly id: string; readonly met: boolean | null; readonly figure: string }[];
      /** Needed where a condition is not met or unknown. */
      readonly reason: string;
    })
  | (OnCase & {
      readonly kind: 'after-action';
      readonly summary: string;
      readonly predicted: string;
      readonly actual: string;
      readonly thresholds: string;
      readonly lessons: string;
    })
  /** On to the next stage, or back to an earlier one (`reason` needed). */
  | (OnCase & { readonly kind: 'advance-case'; readonly to: string; readonly reason: string })
  | (OnCase & {
      readonly kind: 'save-document';
      readonly document: DocumentKind;
      readonly lang: 'zh' | 'en';
      /** The edited document; see briefing/document.ts. Checked by whoever reads it. */
      readonly body: unknown;
    });

/** A figure as it stood when it was judged. */
export interface FigureSeen {
  readonly indicatorId: string;
  readonly regionCode: string;
  readonly period: string;
  readonly value: number | null;
  readonly knownOn: string | null;
}

export interface CaseAssessment {
  /** Persons affected, and how they were counted; null = cannot be told. */
  readonly persons: number | null;
  readonly personsBasis: string;
  /** Ids of key groups (groups/groups.ts). */
  readonly groups: readonly string[];
  /** Codes of the regions affected. */
  readonly districts: readonly string[];
  readonly drivers: string;
  /** Unemployment-insurance fund: balance and monthly outlay in 10 000 yuan; null = not known. */
  readonly fund: { readonly balance: number; readonly monthlyOutlay: number } | null;
  /** Facts that gates ask for and the data does not have, by the id of the fact (plan.json, `facts`). */
  readonly facts: Readonly<Record<string, number>>;
  readonly note: string;
}

/** Which indicator is to be where by when: how the effect of a measure will be seen. */
export interface ExpectedEffect {
  readonly indicatorId: string;
  readonly direction: 'fall' | 'rise';
  /** In the indicator's unit, to be reached; null = the direction alone. */
  readonly target: number | null;
  readonly by: string;
}

export type MeasureState = 'planned' | 'running' | 'done' | 'stopped';

export const STANCES = ['agree', 'agree-with-changes', 'disagree'] as const;
/** What a department says to the response that is proposed. */
export type Stance = (typeof STANCES)[number];

export const DOCUMENT_KINDS = ['notice', 'report', 'minutes', 'assignment', 'lifting', 'after-action'] as const;
/** Warning notice, report upward, consultation minutes, measure assignment list, notice of lifting, after-action report. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type SettingAct =
  /** Days that differ from the shipped calendar: true = work, false = no work; replaces the earlier edits. */
  | { readonly kind: 'set-calendar'; readonly days: Readonly<Record<string, boolean>>; readonly reason: string }
  /** A version of the plan, in force from a day on; `plan` as in defaults/plan.json, checked by `loadPlan`. */
  | { readonly kind: 'adopt-plan'; readonly from: Day; readonly plan: unknown; readonly reason: string }
  /** The plan was looked through (yearly, and after each Ⅱ or Ⅰ): `version` as it stood. */
  | { readonly kind: 'review-plan'; readonly version: string; readonly finding: string };

/** Zero-employment households of 4.5: a running number of the office, never a name. */
export type HouseholdAct =
  | {
      readonly kind: 'recognise-household';
      readonly household: string;
      readonly regionCode: string;
      readonly on: Day;
      readonly note: string;
    }
  | { readonly kind: 'settle-household'; readonly household: string; readonly on: Day; readonly how: string };

/** Takes back the last act on the same thing: it stays in the trail, and counts no longer. */
export interface UndoAct {
  readonly kind: 'undo';
  readonly seq: number;
  readonly reason: string;
}
