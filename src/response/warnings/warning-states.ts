import { INSUFFICIENT, type WarningLevel } from '../../base/level';
import type { WarningRecord } from '../state';
import type { Warning, WarningState } from './inbox';
import type { Spell, SpellState } from './spell';

/** What people made of a warning so far; `new` also where nobody did anything. */
type RecordState = WarningRecord['state'];

/**
 * The one word of a warning: rows are what the figures make of it, columns what people did. What people are at work on
 * is told by their step as long as it goes on; what the figures take back, or can no longer tell, is told by the figures, but
 * not while a review is open: that ends with its stand-down. When the figures are at rest first, a review is recovering.
 */
const WARNING_STATES: Readonly<Record<SpellState, Readonly<Record<RecordState, WarningState>>>> = {
  pending: {
    new: 'pending',
    acknowledged: 'acknowledged',
    verified: 'verified',
    'false-alarm': 'false-alarm',
    'under-review': 'under-review',
    closed: 'closed',
  },
  active: {
    new: 'active',
    acknowledged: 'acknowledged',
    verified: 'verified',
    'false-alarm': 'false-alarm',
    'under-review': 'under-review',
    closed: 'closed',
  },
  recovering: {
    new: 'recovering',
    acknowledged: 'recovering',
    verified: 'recovering',
    'false-alarm': 'false-alarm',
    'under-review': 'recovering',
    closed: 'closed',
  },
  stale: {
    new: 'stale',
    acknowledged: 'stale',
    verified: 'stale',
    'false-alarm': 'false-alarm',
    'under-review': 'under-review',
    closed: 'closed',
  },
  insufficient: {
    new: 'insufficient',
    acknowledged: 'insufficient',
    verified: 'insufficient',
    'false-alarm': 'false-alarm',
    'under-review': 'under-review',
    closed: 'closed',
  },
  ended: {
    new: 'closed',
    acknowledged: 'closed',
    verified: 'closed',
    'false-alarm': 'false-alarm',
    'under-review': 'recovering',
    closed: 'closed',
  },
};

/** States in which people have put a warning away: it sleeps until it rises above the level they saw. */
const ASLEEP: readonly RecordState[] = ['false-alarm', 'closed'];

/** States that ask nobody for anything any more. */
const OVER: readonly WarningState[] = ['closed', 'false-alarm'];

export function stateOf(spell: Spell, record: WarningRecord | null): WarningState {
  const done = record?.state ?? 'new';
  return WARNING_STATES[spell.state][ASLEEP.includes(done) && isRisen(spell, record) ? 'new' : done];
}

export function isOver(state: Warning['state']): boolean {
  return OVER.includes(state);
}

/** Level that counts for what is asked: the present one, the last one before the data failed; 0 = it has none. */
export function countedLevel({ moves }: Pick<Spell, 'moves'>): WarningLevel | 0 {
  return (moves.findLast((move) => move.level !== INSUFFICIENT)?.level ?? 0) as WarningLevel | 0;
}

/** Has the level risen above the one at which somebody acted last? What has ended rises no more. */
export function isRisen(spell: Spell, record: WarningRecord | null): boolean {
  return record !== null && spell.until === null && spell.level !== INSUFFICIENT && spell.level > record.level;
}

/** Up or down since somebody acted last; a note is no act on a level, and where nobody acted there is nothing to compare. */
export function movedSince(spell: Spell, record: WarningRecord | null): Warning['moved'] {
  if (record === null || record.state === 'new' || spell.until !== null || spell.level === INSUFFICIENT) return null;
  if (spell.level === record.level) return null;
  return spell.level > record.level ? 'escalated' : 'de-escalated';
}
