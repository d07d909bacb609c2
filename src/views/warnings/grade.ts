import { INSUFFICIENT, type LevelByte, levelRank } from '../../base/level';
import { shownLevel } from '../../response/warnings/filter';
import type { Warning } from '../../response/warnings/inbox';
import { isOver } from '../../response/warnings/warning-states';
import type { Grade, Queue, Show } from './selection';

const BYTES: Readonly<Record<Grade, LevelByte>> = { 4: 4, 3: 3, 2: 2, 1: 1, pending: 0, insufficient: INSUFFICIENT };

export function byteOf(grade: Grade): LevelByte {
  return BYTES[grade];
}

export function gradeOf(warning: Warning): Grade {
  const level = shownLevel(warning);
  if (level === INSUFFICIENT) return 'insufficient';
  return level === 0 ? 'pending' : (String(level) as Grade);
}

/** For ranking: worse first; what cannot be told stands before what is only pending. */
export function gradeRank(warning: Warning): number {
  const level = shownLevel(warning);
  return level === INSUFFICIENT ? 0.5 : levelRank(level);
}

export const SHOWN_BY: Readonly<Record<Show, (warning: Warning) => boolean>> = {
  open: ({ state }) => !isOver(state),
  ended: ({ state }) => isOver(state),
  all: () => true,
};

export const IN_QUEUE: Readonly<Record<Queue, (warning: Warning) => boolean>> = {
  overdue: ({ due }) => due?.urgency === 'overdue',
  'due-soon': ({ due }) => due?.urgency === 'due-soon',
  unacknowledged: ({ due }) => due?.step === 'acknowledge',
  // Also where the figures have recovered before the review has ended.
  'in-review': ({ record }) => record?.state === 'under-review',
};
