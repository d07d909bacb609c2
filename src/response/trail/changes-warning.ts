import type { Done } from '../case/case';
import type { ResponseState, WarningRecord } from '../state';
import type { ActOf, WarningAct } from './act';
import type { Change, ChangeTable } from './change';
import { WARNING_MOVES, type WarningMove } from './machine';

type Seen = ActOf<Exclude<WarningMove, 'open-case'>>;

/** A warning that nobody has acted on. */
export function newRecord(id: string): WarningRecord {
  return {
    id,
    state: 'new',
    level: 0,
    acknowledged: null,
    verified: null,
    reason: '',
    case: null,
    acts: [],
    notes: [],
  };
}

/** The record after an act on it: where the machine leads from its state, and the act in its list. */
function moved(state: ResponseState, act: Seen, done: Done, also: Partial<WarningRecord>): readonly Change[] {
  const before = state.warnings.get(act.warning) ?? newRecord(act.warning);
  const value: WarningRecord = {
    ...before,
    level: act.level,
    ...also,
    state: WARNING_MOVES[act.kind][before.state]?.to ?? before.state,
    acts: [...before.acts, { ...done, kind: act.kind }],
  };
  return [{ part: 'warnings', key: act.warning, value }];
}

/** A warning that starts anew is to be verified anew, and no case reviews it. Under review, both stand. */
const startedAnew = (state: ResponseState, act: Seen, done: Done): Partial<WarningRecord> =>
  state.warnings.get(act.warning)?.state === 'under-review'
    ? { acknowledged: done }
    : { acknowledged: done, verified: null, case: null };

const noted = (before: WarningRecord | undefined, note: string, done: Done): WarningRecord['notes'] =>
  note.trim() === '' ? (before?.notes ?? []) : [...(before?.notes ?? []), { ...done, note }];

export const WARNING_CHANGES: ChangeTable<WarningAct['kind']> = {
  acknowledge: (state, act, done) =>
    moved(state, act, done, {
      ...startedAnew(state, act, done),
      notes: noted(state.warnings.get(act.warning), act.note, done),
    }),
  'verify-warning': (state, act, done) =>
    moved(state, act, done, { verified: done, notes: noted(state.warnings.get(act.warning), act.note, done) }),
  dismiss: (state, act, done) => moved(state, act, done, { reason: act.reason, case: null }),
  reopen: (state, act, done) => moved(state, act, done, { ...startedAnew(state, act, done), reason: act.reason }),
  'close-warning': (state, act, done) => moved(state, act, done, { reason: act.reason }),
  // A remark does not say that a rise was taken note of: the level stays.
  note: (state, act, done) =>
    moved(state, act, done, {
      level: state.warnings.get(act.warning)?.level ?? 0,
      notes: noted(state.warnings.get(act.warning), act.note, done),
    }),
  silence: (_, { id, scope, until, reason }, set) => [
    { part: 'silences', key: id, value: { id, scope, until, reason, set, ended: null } },
  ],
  unsilence: (state, { id, reason }, done) => {
    const silence = state.silences.get(id);
    return silence ? [{ part: 'silences', key: id, value: { ...silence, ended: { ...done, reason } } }] : [];
  },
};
