import type { Day } from '../base/period';
import type { WarningLevel } from '../base/level';
import type { Case, Done } from './case/case';
import type { ActKind, SilenceScope } from './trail/act';

/** Everything that people did, as the trail tells it: a fold over its entries (trail/fold.ts), rebuilt at each start. */
export interface ResponseState {
  /** Sequence number and digest of the last entry; 0 and '' before the first. */
  readonly head: { readonly seq: number; readonly digest: string; readonly at: number };
  readonly warnings: ReadonlyMap<string, WarningRecord>;
  readonly silences: ReadonlyMap<string, Silence>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly households: ReadonlyMap<string, Household>;
  /** Edits on top of the shipped calendar, by day `YYYY-MM-DD`. */
  readonly calendar: Readonly<Record<string, boolean>>;
  /** Adopted versions, oldest first; the shipped plan is before all of them. */
  readonly plans: readonly AdoptedPlan[];
  readonly planReviews: readonly (Done & { readonly version: string; readonly finding: string })[];
  /** Entries that were taken back. */
  readonly undone: ReadonlySet<number>;
  /** The open review of each region that has one: region code → case. */
  readonly openCases: ReadonlyMap<string, string>;
  /** Of each thing that was acted on (`part:key`), the last act that counts, and what stood there before it: for undo. */
  readonly past: ReadonlyMap<string, Past>;
}

/** What an act found where it put something; a chain back to the first act on the thing. */
export interface Past {
  /** Of the act; `by`: the office that may take it back. */
  readonly seq: number;
  readonly kind: ActKind;
  readonly by: Done['by'];
  /** All things that the act touched, this one among them, as `part:key`. */
  readonly touched: readonly string[];
  /** As it stood before; undefined = it was not there. */
  readonly before: unknown;
  readonly earlier: Past | null;
}

/** What people did about one warning. */
export interface WarningRecord {
  readonly id: string;
  readonly state: 'new' | 'acknowledged' | 'verified' | 'false-alarm' | 'under-review' | 'closed';
  /** Level at which it was last acted on (a note does not count): above it, the warning has risen since. */
  readonly level: WarningLevel | 0;
  readonly acknowledged: Done | null;
  readonly verified: Done | null;
  /** Of the false alarm, reopening or closing. */
  readonly reason: string;
  /** The case that reviews it. */
  readonly case: string | null;
  /** All acts on it, oldest first. */
  readonly acts: readonly (Done & { readonly kind: ActKind })[];
  readonly notes: readonly (Done & { readonly note: string })[];
}

export interface Silence {
  readonly id: string;
  readonly scope: SilenceScope;
  readonly until: Day;
  readonly reason: string;
  readonly set: Done;
  /** Ended by hand before its time; null = it runs out by itself. */
  readonly ended: (Done & { readonly reason: string }) | null;
}

export interface Household {
  readonly id: string;
  readonly regionCode: string;
  readonly on: Day;
  readonly note: string;
  readonly recognised: Done;
  readonly settled: (Done & { readonly on: Day; readonly how: string }) | null;
}

export interface AdoptedPlan extends Done {
  readonly from: Day;
  /**
   * As it was adopted, in the form of defaults/plan.json. The fold does not read it: whoever needs the plan in force
   * passes it through `loadPlan` (response/load-plan.ts), which tells why a stored one can no longer be read.
   */
  readonly plan: unknown;
  readonly reason: string;
}
