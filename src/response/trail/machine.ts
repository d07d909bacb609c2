import type { Layer } from '../plan';
import { STAGES, type Stage } from '../case/case';
import type { WarningRecord } from '../state';
import type { ActKind, ActOf } from './act';

/**
 * The machine of the response side as data: which act is open to whom, when, on what, and whether it can be taken
 * back. check.ts interprets it, fold.ts carries the acts out, words.ts and the screens name them. Who acts first and
 * who reviews at a level is not here but in the plan (duties, lifted duties); what is here is ours.
 */

/**
 * Whose act it is. Always an office whose area covers the region, and of a layer at least as high as:
 * - `covering`: any, the county of the region itself included;
 * - `responding`: the lowest layer that responds at the level;
 * - `reviewing`: the layer that reviews the plan at the level;
 * - `judging`: as covering up to Ⅲ, as reviewing at Ⅱ and Ⅰ: what puts a grave warning out of sight is not for one desk;
 * - `starting`: as responding, and one that may start the measure (the six of 6.4: the autonomous region);
 * - `advancing`: by the stage that is entered or, on the way back, left (`STAGE_WHO`);
 * - `region`: the autonomous region, whatever the area;
 * - `same`: the office that did the act which is taken back, or a higher one above it.
 */
export type Who = 'covering' | 'responding' | 'reviewing' | 'judging' | 'starting' | 'advancing' | 'region' | 'same';

/** Parts of the state that acts change; a thing is named by part and key (`cases:R-1`). */
export type Part =
  | 'warnings'
  | 'silences'
  | 'cases'
  | 'openCases'
  | 'households'
  | 'calendar'
  | 'plans'
  | 'planReviews';

export interface ActRule<K extends ActKind> {
  readonly who: Who;
  /** Parts of the state that it may touch: the last act on all things touched is the one that can be undone. */
  readonly touches: readonly Part[];
  /** Stages of the case in which it is open; null = not an act on a case, or the one that opens it. */
  readonly stages: readonly Stage[] | null;
  /** Fields that must hold words. */
  readonly needs: readonly (keyof ActOf<K>)[];
  readonly undoable: boolean;
}

const OPEN = STAGES.filter((stage) => stage !== 'closed');
/** From the first to the last stage in which the figures and the course may still be judged anew. */
const from = (first: Stage, last: Stage): readonly Stage[] =>
  STAGES.slice(STAGES.indexOf(first), STAGES.indexOf(last) + 1);

export const ACT_RULES: { readonly [K in ActKind]: ActRule<K> } = {
  acknowledge: { who: 'covering', touches: ['warnings'], stages: null, needs: [], undoable: true },
  'verify-warning': { who: 'covering', touches: ['warnings'], stages: null, needs: [], undoable: true },
  dismiss: { who: 'judging', touches: ['warnings'], stages: null, needs: ['reason'], undoable: true },
  reopen: { who: 'covering', touches: ['warnings'], stages: null, needs: ['reason'], undoable: true },
  'close-warning': { who: 'judging', touches: ['warnings'], stages: null, needs: ['reason'], undoable: true },
  note: { who: 'covering', touches: ['warnings'], stages: null, needs: ['note'], undoable: true },
  silence: { who: 'judging', touches: ['silences'], stages: null, needs: ['id', 'reason'], undoable: true },
  unsilence: { who: 'covering', touches: ['silences'], stages: null, needs: ['reason'], undoable: true },

  'open-case': {
    who: 'reviewing',
    touches: ['cases', 'openCases', 'warnings'],
    stages: null,
    needs: ['case', 'title', 'reason'],
    undoable: true,
  },
  'check-figure': {
    who: 'covering',
    touches: ['cases'],
    stages: from('verify', 'follow-up'),
    needs: ['item'],
    undoable: true,
  },
  'assess-case': {
    who: 'responding',
    touches: ['cases'],
    stages: from('assess', 'follow-up'),
    needs: [],
    undoable: true,
  },
  'give-opinion': {
    who: 'responding',
    touches: ['cases'],
    stages: from('consult', 'follow-up'),
    needs: ['opinion'],
    undoable: true,
  },
  'hold-meeting': {
    who: 'responding',
    touches: ['cases'],
    stages: from('consult', 'follow-up'),
    needs: ['minutes'],
    undoable: true,
  },
  'accept-measure': {
    who: 'starting',
    touches: ['cases'],
    stages: from('decide', 'follow-up'),
    needs: ['why', 'owner'],
    undoable: true,
  },
  'reject-measure': {
    who: 'starting',
    touches: ['cases'],
    stages: from('decide', 'follow-up'),
    needs: ['reason'],
    undoable: true,
  },
  // Its clock does not wait for a stage; and what has been sent is out of the house.
  'send-report': {
    who: 'responding',
    touches: ['cases'],
    stages: OPEN,
    needs: ['report', 'to', 'channel', 'proof'],
    undoable: false,
  },
  'follow-measure': {
    who: 'covering',
    touches: ['cases'],
    stages: from('decide', 'follow-up'),
    needs: ['note'],
    undoable: true,
  },
  'stand-down': { who: 'reviewing', touches: ['cases'], stages: ['stand-down'], needs: [], undoable: true },
  'after-action': {
    who: 'responding',
    touches: ['cases'],
    stages: ['after-action'],
    needs: ['summary', 'lessons'],
    undoable: true,
  },
  'advance-case': {
    who: 'advancing',
    touches: ['cases', 'openCases', 'warnings'],
    stages: OPEN,
    needs: ['to'],
    undoable: true,
  },
  'save-document': { who: 'covering', touches: ['cases'], stages: OPEN, needs: [], undoable: true },

  'set-calendar': { who: 'region', touches: ['calendar'], stages: null, needs: ['reason'], undoable: true },
  'adopt-plan': { who: 'region', touches: ['plans'], stages: null, needs: ['reason'], undoable: true },
  'review-plan': {
    who: 'region',
    touches: ['planReviews'],
    stages: null,
    needs: ['version', 'finding'],
    undoable: true,
  },

  'recognise-household': {
    who: 'covering',
    touches: ['households'],
    stages: null,
    needs: ['household'],
    undoable: true,
  },
  'settle-household': {
    who: 'covering',
    touches: ['households'],
    stages: null,
    needs: ['household', 'how'],
    undoable: true,
  },

  undo: {
    who: 'same',
    touches: ['warnings', 'silences', 'cases', 'openCases', 'households', 'calendar', 'plans', 'planReviews'],
    stages: null,
    needs: ['reason'],
    undoable: false,
  },
};

/** Acts that move a warning from one state to another, or keep it. */
export type WarningMove =
  | 'acknowledge'
  | 'verify-warning'
  | 'dismiss'
  | 'reopen'
  | 'close-warning'
  | 'note'
  | 'open-case';

export interface Move {
  readonly to: WarningRecord['state'];
  /** Open only if the warning stands higher than when somebody acted last: it came back, and starts anew. */
  readonly onlyRisen?: true;
  /** Not open after a rise: the rise is to be acknowledged first. */
  readonly notRisen?: true;
}

/**
 * What people do about a warning: act → state in which it is → state in which it is then. What is not here is not
 * allowed. While a review is open, the warning ends with the review and not before.
 */
export const WARNING_MOVES: {
  readonly [K in WarningMove]: Readonly<Partial<Record<WarningRecord['state'], Move>>>;
} = {
  acknowledge: {
    new: { to: 'acknowledged' },
    acknowledged: { to: 'acknowledged', onlyRisen: true },
    verified: { to: 'acknowledged', onlyRisen: true },
    'under-review': { to: 'under-review', onlyRisen: true },
    'false-alarm': { to: 'acknowledged', onlyRisen: true },
    closed: { to: 'acknowledged', onlyRisen: true },
  },
  'verify-warning': { acknowledged: { to: 'verified', notRisen: true } },
  dismiss: {
    new: { to: 'false-alarm' },
    acknowledged: { to: 'false-alarm' },
    verified: { to: 'false-alarm' },
    'false-alarm': { to: 'false-alarm', onlyRisen: true },
    closed: { to: 'false-alarm', onlyRisen: true },
  },
  reopen: { 'false-alarm': { to: 'acknowledged' }, closed: { to: 'acknowledged' } },
  'close-warning': { new: { to: 'closed' }, acknowledged: { to: 'closed' }, verified: { to: 'closed' } },
  note: {
    new: { to: 'new' },
    acknowledged: { to: 'acknowledged' },
    verified: { to: 'verified' },
    'false-alarm': { to: 'false-alarm' },
    'under-review': { to: 'under-review' },
    closed: { to: 'closed' },
  },
  'open-case': { acknowledged: { to: 'under-review' }, verified: { to: 'under-review' } },
};

/** Of the figures' states, those in which a warning may be closed by hand: a level that stands is not put away. */
export const CLOSABLE_SPELLS: readonly string[] = ['ended', 'insufficient'];

/** Who takes a case into a stage; on the way back, who may leave it. */
export const STAGE_WHO: Readonly<Record<Stage, 'responding' | 'reviewing'>> = {
  verify: 'responding',
  assess: 'responding',
  consult: 'responding',
  decide: 'responding',
  report: 'responding',
  'follow-up': 'responding',
  'stand-down': 'reviewing',
  'after-action': 'reviewing',
  closed: 'reviewing',
};

export type GuardId =
  | 'something-judged'
  | 'nothing-suspect'
  | 'assessment-there'
  | 'consulted'
  | 'measure-accepted'
  | 'report-sent'
  | 'measures-finished'
  | 'stood-down'
  | 'noted-after';

/** What must hold before a case enters a stage; `byReason`: a reason stands in for it. */
export const STAGE_GUARDS: Readonly<Record<Stage, readonly { readonly id: GuardId; readonly byReason: boolean }[]>> = {
  verify: [],
  assess: [
    { id: 'something-judged', byReason: false },
    { id: 'nothing-suspect', byReason: true },
  ],
  consult: [{ id: 'assessment-there', byReason: false }],
  decide: [{ id: 'consulted', byReason: false }],
  report: [{ id: 'measure-accepted', byReason: true }],
  'follow-up': [{ id: 'report-sent', byReason: false }],
  'stand-down': [{ id: 'measures-finished', byReason: false }],
  'after-action': [{ id: 'stood-down', byReason: false }],
  closed: [{ id: 'noted-after', byReason: false }],
};

/** Rank of a layer, county 0. */
export const LAYER_RANK: Readonly<Record<Layer, number>> = { county: 0, league: 1, region: 2 };

/** A silence covers at most this level (Ⅰ is never silenced) and lasts at most so many days; both ours. */
export const SILENCE_UP_TO = 3;
export const SILENCE_DAYS = 90;
