import type { Text } from '../base/text';
import type { Trouble } from '../platform/trouble';
import type { Actor } from '../response/actor';
import type { WorkCalendar } from '../response/calendar/calendar';
import type { Plan } from '../response/plan';
import type { ResponseState } from '../response/state';
import type { Act } from '../response/trail/act';
import type { Entry } from '../response/trail/entry';
import type { ChainFault } from '../response/trail/verify';
import type { Spell } from '../response/warnings/spell';

/** What an act came to: an entry of the trail, or why not, in words for the screen. */
export type ActResult = { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly why: Text };

/** The response side of the product: the trail, what it says, and the warnings of the present assessment. */
export interface ResponseStoreState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly trouble: Trouble | null;
  /** The whole trail, oldest first. */
  readonly entries: readonly Entry[];
  readonly state: ResponseState;
  /** What the last check of the chain found; empty = whole. Checked at start, and on demand. */
  readonly faults: readonly ChainFault[];
  readonly verifiedAt: number | null;
  /** The chosen role; null until somebody chose one. Kept in this browser. */
  readonly actor: Actor | null;
  /** The shipped calendar with the edits of the trail on top. */
  readonly calendar: WorkCalendar;
  /** The plan in force now, and its version. */
  readonly plan: Plan;
  /** Spells of the present assessment, newest first; null while they are being asked for. */
  readonly spells: readonly Spell[] | null;
  /** This moment, moved on every half minute, for deadlines. */
  readonly nowMs: number;
}

export interface ResponseStoreActions {
  /**
   * Puts an act at the end of the trail. Refused in words when the machine does not allow it to this role, in this
   * state, or when another tab was faster and what it did no longer allows it. Nothing is refused in silence.
   */
  act(act: Act): Promise<ActResult>;
  /** Several acts one after the other (bulk); stops at nothing: each has its own result. */
  actAll(acts: readonly Act[]): Promise<readonly ActResult[]>;
  chooseActor(actor: Actor): void;
  verify(): Promise<void>;
  /** Reads the trail and the spells anew: another tab wrote, or the assessment is another one. */
  refresh(): Promise<void>;
}
