import type { Frequency } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { WorkCalendar } from '../calendar/calendar';
import type { Plan, Step } from '../plan';
import type { Silence, WarningRecord } from '../state';
import type { Spell } from './spell';

/** What the inbox says of a warning: the figures' state and what people did, in one word; see warning-states.ts. */
export type WarningState =
  | 'pending'
  | 'active'
  | 'acknowledged'
  | 'verified'
  | 'false-alarm'
  | 'under-review'
  | 'recovering'
  | 'closed'
  | 'stale'
  | 'insufficient';

export interface Due {
  readonly step: Step;
  /** Moment by which it is to be done. */
  readonly at: number;
  readonly urgency: 'in-time' | 'due-soon' | 'overdue';
}

/** One row of the inbox; build-inbox.ts makes it. */
export interface Warning {
  readonly spell: Spell;
  /** Id under which people acted on it: that of its record, else of the spell. */
  readonly id: string;
  readonly record: WarningRecord | null;
  readonly state: WarningState;
  /** Against the level at which somebody acted last. */
  readonly moved: 'escalated' | 'de-escalated' | null;
  /** The next step and its time; null when nothing is asked. */
  readonly due: Due | null;
  readonly silence: Silence | null;
  /** Code of the region above whose warning, at least as high, folds this one; its grade stays in sight. */
  readonly foldedUnder: string | null;
  /**
   * People acted on a warning that the figures, revised since, no longer show on its own: it is gone, or goes on under
   * another record. `spell` then holds no more than the region, the first period and the level of that time.
   */
  readonly withdrawn: boolean;
}

/** What the inbox has to know besides the spells and what people did. */
export interface InboxWorld {
  readonly tree: RegionTree;
  /** Of the assessment: ids are spelt in its periods. */
  readonly frequency: Frequency;
  /** In force now: its deadlines count. */
  readonly plan: Pick<Plan, 'deadlines'>;
  readonly calendar: WorkCalendar;
  readonly nowMs: number;
}
