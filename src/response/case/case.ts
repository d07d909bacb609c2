import type { WarningLevel } from '../../base/level';
import type { Day } from '../../base/period';
import type { Actor } from '../actor';
import type { ActOf, CaseAssessment, DocumentKind, ExpectedEffect, FigureSeen, MeasureState } from '../trail/act';

/** Stages of a review, in order. A report upward may be sent at any of them: its clock does not wait. */
export const STAGES = [
  'verify',
  'assess',
  'consult',
  'decide',
  'report',
  'follow-up',
  'stand-down',
  'after-action',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** Who did something, when, and by which line of the trail: every part of a case carries it. */
export interface Done {
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
}

/** A review of the response plan, as the trail tells it. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly regionCode: string;
  readonly warning: string | null;
  /** At the opening. */
  readonly level: WarningLevel;
  readonly period: string;
  readonly opened: Done;
  readonly stage: Stage;
  /** When each stage was entered, oldest first; a stage that was returned to stands more than once. */
  readonly stages: readonly (Done & { readonly stage: Stage; readonly reason: string })[];
  /** Newest judgement of each item of the checklist. */
  readonly checks: ReadonlyMap<string, Done & Pick<ActOf<'check-figure'>, 'result' | 'figure' | 'note'>>;
  readonly assessment: (Done & CaseAssessment) | null;
  /** Newest opinion of each department. */
  readonly opinions: ReadonlyMap<string, Done & Pick<ActOf<'give-opinion'>, 'stance' | 'opinion' | 'person'>>;
  readonly meetings: readonly (Done & Pick<ActOf<'hold-meeting'>, 'on' | 'place' | 'attendees' | 'minutes'>)[];
  /** Newest decision on each measure. */
  readonly measures: ReadonlyMap<string, CaseMeasure>;
  readonly reports: readonly (Done &
    Pick<ActOf<'send-report'>, 'report' | 'stage' | 'to' | 'channel' | 'sentAt' | 'proof'>)[];
  readonly standDown: (Done & Pick<ActOf<'stand-down'>, 'conditions' | 'reason'>) | null;
  readonly afterAction:
    | (Done & Pick<ActOf<'after-action'>, 'summary' | 'predicted' | 'actual' | 'thresholds' | 'lessons'>)
    | null;
  /** Saved versions of each document, oldest first. */
  readonly documents: readonly (Done & {
    readonly document: DocumentKind;
    readonly lang: 'zh' | 'en';
    readonly body: unknown;
  })[];
}

export type CaseMeasure =
  | (Done & {
      readonly accepted: true;
      readonly measure: string;
      readonly why: string;
      readonly owner: string;
      readonly due: Day;
      readonly expected: ExpectedEffect;
      readonly decision: string;
      readonly note: string;
      /** What was reported of it since, oldest first. */
      readonly course: readonly (Done & {
        readonly state: MeasureState;
        readonly note: string;
        readonly figure: FigureSeen | null;
      })[];
    })
  | (Done & { readonly accepted: false; readonly measure: string; readonly reason: string });
